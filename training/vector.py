"""Trains the map that turns a sentence's pooled states into its vector: python vector.py WEIGHTS.pt OUT.pt [--stories FILE…]

Everything else in WEIGHTS.pt stays as it is. The lower layers read every sentence of the stories once; then the map learns
that linked sentences lie nearer than the other sentences of the partner's article and than those of other stories.
"""
import argparse
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

import stories as corpus
from pooled import pooled
from reader import load, save, side

CORPUS = pathlib.Path(__file__).resolve().parent.parent / "corpus"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--stories", nargs="*", default=sorted(map(str, (CORPUS / "train").glob("*.txt"))))
    parser.add_argument("--watch", nargs="*", default=[path for path in sorted(map(str, (CORPUS / "dev").glob("*.txt")))
                                                       if not corpus.is_unseen(path)])
    parser.add_argument("--cache", help="file that keeps the lower layers' states, as train.py's OUT.sentences")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--batch", type=int, default=192)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--warmth", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


class Pooled:
    """The mean states of all sentences of stories, the linked pairs, and for each sentence those of its article."""

    def __init__(self, stories, net, cache):
        self.articles, self.links, sides = [], [], []
        for number, story in enumerate(stories):
            places = story.places()
            at = {place: len(sides) + index for index, place in enumerate(places)}
            sides += [side(*story.side(place)) for place in places]
            self.articles += [(number, place[0]) for place in places]
            self.links += [(at[one], at[other]) for (one, other), link in story.links.items()
                           if link.relation and one[0] != other[0] and one in at and other in at]
        self.states = torch.from_numpy(pooled(net, sides, cache))
        self.members = {}
        for index, article in enumerate(self.articles):
            self.members.setdefault(article, []).append(index)

    def recall(self, weight, counts=(1, 2, 3, 5)):
        """The share of linked pairs of which one sentence is among the nearest of its article to the other."""
        vectors = F.normalize(self.states @ weight.T, dim=-1)
        found = np.zeros(len(counts))
        for one, other in self.links:
            ranks = []
            for a, b in ((one, other), (other, one)):
                rivals = vectors[self.members[self.articles[b]]] @ vectors[a]
                ranks.append(int((rivals > vectors[b] @ vectors[a] + 1e-6).sum()))
            found += [min(ranks) < count for count in counts]
        return found / max(1, len(self.links))


def contrastive(weight, pooled, pairs, linked, warmth):
    """How hard it is to tell each partner among all right sides of the batch and all sentences of the partner's article."""
    left = F.normalize(pooled.states[pairs[:, 0]] @ weight.T, dim=-1)
    candidates = sorted({member for _, other in pairs.tolist() for member in pooled.members[pooled.articles[other]]})
    place = {member: index for index, member in enumerate(candidates)}
    right = F.normalize(pooled.states[candidates] @ weight.T, dim=-1)
    scores = left @ right.T / warmth
    wanted = torch.tensor([place[other] for other in pairs[:, 1].tolist()])
    for row, (one, other) in enumerate(pairs.tolist()):
        for partner in linked.get(one, ()):
            if partner != other and partner in place:
                scores[row, place[partner]] = -1e4
    return F.cross_entropy(scores, wanted)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    net = load(args.weights, args.device)
    train, watch = (Pooled(corpus.read_all(files), net, args.cache) for files in (args.stories, args.watch))
    weight = torch.eye(384, requires_grad=True)
    report = lambda name: print(name, " ".join(f"{share:.3f}" for share in watch.recall(weight.detach())), flush=True)
    report(f"{len(watch.links)} linked pairs of dev among the 1, 2, 3, 5 nearest: untrained map")
    linked = {}
    for one, other in train.links:
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    pairs = torch.tensor(train.links)
    optimiser = torch.optim.Adam([weight], lr=args.rate)
    total, step = args.rounds * (len(pairs) // args.batch), 0
    for number in range(args.rounds):
        order, losses = torch.randperm(len(pairs)), []
        for at in range(0, len(pairs) - args.batch + 1, args.batch):
            batch = pairs[order[at:at + args.batch]]
            optimiser.param_groups[0]["lr"] = args.rate * max(0.02, 1 - step / total)
            loss = (contrastive(weight, train, batch, linked, args.warmth)
                    + contrastive(weight, train, batch.flip(1), linked, args.warmth)) / 2
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
            losses.append(loss.item())
        report(f"round {number + 1}, loss {np.mean(losses):.3f}:")
    with torch.no_grad():
        net.vector.weight.copy_(weight)
    save(net, args.out)


if __name__ == "__main__":
    main()
