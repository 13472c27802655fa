"""What a reader makes of stories: python evaluate.py WEIGHTS.pt STORY_FILE… [--most N] [--data FOLDER]

All pairs of sentences across the articles of each story; average precision of *linked*, of *conflict*, and of *conflict* and
*later* among linked pairs, each with the middle nine tenths over draws of stories; how often the words that it points at
overlap those marked in conflicts; how many linked pairs are among the nearest by vector, either way. With --data also the
accuracy on rows of the inference sets that are kept back from training.
"""
import argparse
import pathlib

import numpy as np
import torch

from data import SETS
from pairs import inference, inference_row, tensors
from reader import RELATIONS, load, pad, side, value_mask
from stories import read_all

BATCH = 32
DRAWS = 200


def average_precision(is_right, scores):
    order = np.argsort(-scores, kind="stable")
    right = is_right[order]
    return float((np.cumsum(right)[right] / (np.flatnonzero(right) + 1)).mean()) if right.any() else 0.0


def read_pairs(net, states, mask, pairs, lengths):
    """Probabilities of the relations of pairs, and the logits of either side's tokens; pairs of like lengths together."""
    probabilities, pointed = np.zeros((len(pairs), len(RELATIONS)), np.float32), [None] * len(pairs)
    order = sorted(range(len(pairs)), key=lambda at: ((lengths[pairs[at][0]] + lengths[pairs[at][1]]) // 8, lengths[pairs[at][0]]))
    for first in range(0, len(order), BATCH):
        rows = order[first:first + BATCH]
        left, right = (list(part) for part in zip(*(pairs[row] for row in rows)))
        one, other = max(lengths[x] for x in left), max(lengths[x] for x in right)
        said, _, *spans = net.joint(states[left, :one], mask[left, :one], states[right, :other], mask[right, :other])
        probabilities[rows] = said.softmax(-1).cpu().numpy()
        for row, *logits in zip(rows, *(part.cpu().numpy() for part in spans)):
            pointed[row] = logits
    return probabilities, pointed


class Sample:
    """Stories whose pairs are read, at most so many of them, evenly taken."""

    def __init__(self, stories, most=None):
        every = max(1, len(stories) // most) if most else 1
        self.stories = stories[::every]

    def read(self, net):
        """For each story its pairs, with probabilities, the links and where either side points."""
        device = net.words.weight.device
        for story in self.stories:
            places = story.places()
            sides = [side(*story.side(place)) for place in places]
            pairs = [(x, y) for x in range(len(places)) for y in range(x + 1, len(places)) if places[x][0] != places[y][0]]
            ids, mask, own = (part.to(device) for part in pad(sides))
            with torch.no_grad():
                states = net.alone(ids, mask)
                vectors = net.vectors(net.lower(states, mask), own).cpu().numpy()
                probabilities, pointed = read_pairs(net, states, mask, pairs, [len(ids) for ids, _ in sides])
            yield story, places, sides, pairs, probabilities, pointed, vectors

    def measure(self, net):
        """Average precisions in words, for the learning curve."""
        return [f"{name} {value:.3f}" for name, value in zip(NAMES, precisions([scored(reading) for reading in self.read(net)]))]


NAMES = ("linked", "conflict", "conflict of linked", "later of linked")


def scored(reading):
    """Of one story: the true relation of each pair and the probabilities given to it."""
    story, places, _, pairs, probabilities, _, _ = reading
    links = [story.link(places[x], places[y]) for x, y in pairs]
    return np.array([link.relation if link else 0 for link in links], int), probabilities


def precisions(stories):
    relations = np.concatenate([relations for relations, _ in stories])
    scores = np.concatenate([scores for _, scores in stories])
    linked = relations > 0
    return [average_precision(linked, 1 - scores[:, 0]), average_precision(relations == 2, scores[:, 2]),
            average_precision(relations[linked] == 2, scores[linked, 2]),
            average_precision(relations[linked] == 3, scores[linked, 3])]


def spread(stories, seed=0):
    """The 5th and 95th hundredth of each precision over draws of as many stories with replacement."""
    rng = np.random.default_rng(seed)
    drawn = [precisions([stories[at] for at in rng.integers(len(stories), size=len(stories))]) for _ in range(DRAWS)]
    return np.percentile(drawn, [5, 95], axis=0).T


def pointing(readings):
    """The share of conflicts with marked words in which the tokens pointed at (above a half) overlap them on both sides."""
    met = []
    for story, places, sides, pairs, _, pointed, _ in readings:
        for (x, y), logits in zip(pairs, pointed):
            link = story.link(places[x], places[y])
            if not link or link.relation != 2 or not all(link.words):
                continue
            words = link.words if places[x] < places[y] else link.words[::-1]
            met.append(all(overlaps(story.text(places[at]), word, side_logits, sides[at][1])
                           for at, word, side_logits in zip((x, y), words, logits)))
    return np.mean(met) if met else 0.0


def overlaps(sentence, words, logits, start):
    mask = value_mask(sentence, words)
    return bool((logits[start:start + len(mask)][mask > 0] > 0).any())


def neighbours(readings, counts=(1, 2, 3, 5)):
    """The share of linked pairs whose one sentence is among the nearest of the other's article, either way."""
    found = []
    for story, places, _, pairs, _, _, vectors in readings:
        near = vectors @ vectors.T
        articles = np.array([article for article, _ in places])
        for x, y in pairs:
            link = story.link(places[x], places[y])
            if link and link.relation:
                rank = min((near[a][articles == articles[b]] > near[a, b] + 1e-6).sum() for a, b in ((x, y), (y, x)))
                found.append([rank < count for count in counts])
    return np.mean(found, 0) if found else np.zeros(len(counts))


def kept_back(net, folder, most=400):
    """Accuracy on rows of the inference sets that are never trained on."""
    right = []
    for name, source in SETS.items():
        rows = inference(folder / f"{name}.jsonl")[source.most:][:most] if source.most else []
        for at in range(0, len(rows), BATCH):
            left, other, relation, *_ = tensors([inference_row(row) for row in rows[at:at + BATCH]])
            with torch.no_grad():
                states = [net.alone(ids, mask) for ids, mask, _ in (left, other)]
                said = net.joint(states[0], left[1], states[1], other[1])[0]
            right += (said.argmax(-1) == relation).tolist()
    return np.mean(right), len(right)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--most", type=int, help="how many stories are read, evenly taken")
    parser.add_argument("--data", type=pathlib.Path, help="folder of the inference sets")
    args = parser.parse_args()
    net, sample = load(args.weights), Sample(read_all(args.stories), args.most)
    readings = list(sample.read(net))
    stories = [scored(reading) for reading in readings]
    print(len(stories), "stories,", sum(len(relations) for relations, _ in stories), "pairs; average precision:")
    for name, value, (low, high) in zip(NAMES, precisions(stories), spread(stories)):
        print(f"  {name} {value:.3f} ({low:.3f} to {high:.3f})")
    print(f"value words pointed at in conflicts: {pointing(readings):.3f}")
    print("linked pairs among the 1, 2, 3, 5 nearest:", " ".join(f"{share:.3f}" for share in neighbours(readings)))
    if args.data:
        print("accuracy on inference rows kept back: {:.3f} of {}".format(*kept_back(net, args.data)))


if __name__ == "__main__":
    main()
