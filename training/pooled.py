"""The mean states of sentences by the lower layers; a file keeps them between runs, as these layers are never trained."""
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

from reader import LOWER, pad

BATCH = 192


def pooled(net, sides, cache=None):
    """[N, 384]: the states of each side's sentence, averaged over its own tokens."""
    known = read_cache(cache)
    missing = sorted({key(one) for one in sides} - known.keys(), key=len)
    by_key = {key(one): one for one in sides}
    for at in range(0, len(missing), BATCH):
        keys = missing[at:at + BATCH]
        known.update(zip(keys, means(net, [by_key[one] for one in keys])))
    if cache and missing:
        torch.save({"alone": LOWER, "keys": list(known), "states": np.stack(list(known.values()))}, cache)
    return np.stack([known[key(one)] for one in sides]).astype(np.float32)


def key(one):
    ids, start = one
    return np.array([start, *ids], np.uint16).tobytes()


def read_cache(cache):
    if not cache or not pathlib.Path(cache).exists():
        return {}
    kept = torch.load(cache, weights_only=False)
    return dict(zip(kept["keys"], kept["states"])) if kept["alone"] == LOWER else {}


def means(net, sides):
    device = net.words.weight.device
    ids, mask, own = (part.to(device) for part in pad(sides))
    with torch.no_grad():
        own = own[..., None].float()
        states = (net.lower(net.alone(ids, mask), mask) * own).sum(1) / own.sum(1).clamp(min=1)
    return states.cpu().numpy().astype(np.float16)


def vectors(net, sides, cache=None):
    """Unit vectors of sides, as `Reader.vectors` gives them."""
    with torch.no_grad():
        states = torch.from_numpy(pooled(net, sides, cache))
        return F.normalize(states @ net.vector.weight.cpu().T, dim=-1).numpy()
