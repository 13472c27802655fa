"""Pairs to train on: of stories (linked ones, traps, unrelated ones near and far, pairs across stories) and of inference sets."""
import json
import random

import numpy as np
import torch

import swaps
from pooled import vectors as sentence_vectors
from reader import KINDS, pad, side, value_mask

CONFLICT, AGREE, LATER = 2, 1, 3


class Row:
    """A pair as the network takes it; a mask of value words, or None where nobody marked them."""
    __slots__ = ("left", "right", "relation", "kinds", "left_words", "right_words")

    def __init__(self, left, right, relation, kinds=None, left_words=None, right_words=None):
        self.left, self.right, self.relation, self.kinds = left, right, relation, kinds
        self.left_words, self.right_words = left_words, right_words

    def __len__(self):
        return len(self.left[0]) + len(self.right[0])


class StoryPairs:
    def __init__(self, stories, net, swap, seed, cache=None):
        self.stories, self.swap = stories, swap
        self.linked, self.traps, self.others, self.across = [], [], [], []
        rng, weights = random.Random(seed), []
        places = [(number, place) for number, story in enumerate(stories) for place in story.places()]
        vectors = sentence_vectors(net, [side(*stories[number].side(place)) for number, place in places], cache)
        first = 0
        for number, story in enumerate(stories):
            own = story.places()
            near = vectors[first:first + len(own)] @ vectors[first:first + len(own)].T
            for x, one in enumerate(own):
                for y in range(x + 1, len(own)):
                    other, link = own[y], story.link(one, own[y])
                    key = (number, one, number, other)
                    if link:
                        (self.linked if link.relation else self.traps).append(key)
                    elif one[0] != other[0] or rng.random() < 0.1:
                        self.others.append(key)
                        weights.append(np.exp(7 * near[x, y]) * (1 if one[0] != other[0] else 0.3))
            first += len(own)
        self.weights = np.array(weights) / np.sum(weights)
        self.find_across(places, vectors, rng)

    def find_across(self, places, vectors, rng):
        """For every third sentence its nearest sentences of other stories."""
        numbers = np.array([number for number, _ in places])
        chosen = np.array(rng.sample(range(len(places)), len(places) // 3))
        for rows in np.array_split(chosen, len(chosen) // 256 + 1):
            near = vectors[rows] @ vectors.T
            near[numbers[rows][:, None] == numbers] = -1
            for at, others in zip(rows, np.argpartition(-near, 3, axis=1)[:, :3]):
                self.across += [(*places[at], *places[other]) for other in others]

    def row(self, key, rng):
        """A pair as read this time: values swapped now and then, titles left out now and then.

        What was published first is mostly the left side, as where the reader is used, and always so if the relation is *later*.
        """
        one, left, other, right = key
        story, link = self.stories[one], self.stories[one].link(left, right) if one == other else None
        relation, kinds, words = (link.relation, link.kinds, link.words) if link and link.relation else (0, None, ("", ""))
        sides = [list(story.side(left)), list(self.stories[other].side(right))]
        words = list(words)
        if all(words) and kinds and len(link.relations - {"refine"}) == 1 and rng.random() < self.swap:
            relation = self.swapped(sides, words, relation, kinds, rng)
        for one_side in sides:
            if rng.random() < 0.05:
                one_side[0] = ""
        if relation != LATER and rng.random() < 0.3:
            sides.reverse()
            words.reverse()
        masks = [value_mask(one_side[2], word) if word else None for one_side, word in zip(sides, words)]
        return Row(side(*sides[0]), side(*sides[1]), relation, kinds, *masks)

    @staticmethod
    def swapped(sides, words, relation, kinds, rng):
        at = rng.randrange(2)
        if relation == CONFLICT and kinds <= swaps.SWAPPED and words[0] != words[1]:
            changed, relation_then = words[1 - at], AGREE
        elif relation == AGREE and kinds <= swaps.COMPUTED:
            changed, relation_then = swaps.other(words[at], kinds, rng), CONFLICT
        else:
            return relation
        new = swaps.put(sides[at][2], words[at], changed) if changed else None
        if not new:
            return relation
        sides[at][2], words[at] = new, changed
        return relation_then

    def epoch(self, rng, numbers):
        """Linked pairs and traps once, unrelated ones of the same story by nearness and at random, pairs across stories."""
        unrelated = int(len(self.linked) * 1.2)
        picked = self.linked + self.traps
        picked += [self.others[at] for at in numbers.choice(len(self.others), int(unrelated * 0.8), p=self.weights)]
        picked += [self.others[at] for at in numbers.choice(len(self.others), int(unrelated * 0.2))]
        picked += rng.sample(self.across, min(len(self.across), len(self.linked) // 2))
        return [self.row(key, rng) for key in picked]


NLI = {"contradiction": 2, "entailment": 1, "neutral": 0}


def inference(path, limit=None, seed=0):
    """(premise, hypothesis, relation) of an inference set."""
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    rows = [(row["a"], row["b"], NLI[row["label"]]) for row in rows
            if row["label"] in NLI and len(row["a"]) < 330 and len(row["b"]) < 330]
    random.Random(seed).shuffle(rows)
    return rows[:limit]


def inference_row(row, rng=None):
    """Contradiction holds either way round, entailment does not; turned now and then where there is a generator."""
    one, other, relation = row
    if rng and relation == CONFLICT and rng.random() < 0.3:
        one, other = other, one
    return Row(side("", "", one), side("", "", other), relation)


def batches(rows, tokens, rng):
    """Rows whose sides are about as long together, at most so many tokens a batch with padding, in random order."""
    rng.shuffle(rows)
    rows.sort(key=lambda row: (int((len(row) + rng.random() * 4) / 4), len(row.left[0])))
    out, batch, left, right = [], [], 0, 0
    for row in rows:
        left, right = max(left, len(row.left[0])), max(right, len(row.right[0]))
        if batch and (len(batch) + 1) * (left + right) > tokens:
            out.append(batch)
            batch, left, right = [], len(row.left[0]), len(row.right[0])
        batch.append(row)
    out.append(batch)
    rng.shuffle(out)
    return out


def tensors(rows):
    """A batch as tensors: both sides, relations, kinds and whether they are known, value words and where they are known."""
    left, right = pad([row.left for row in rows]), pad([row.right for row in rows])
    relation = torch.tensor([row.relation for row in rows])
    kinds, has_kinds = torch.zeros(len(rows), len(KINDS)), torch.zeros(len(rows))
    spans = [torch.zeros(part[0].shape) for part in (left, right)]
    has_spans = [torch.zeros(part[0].shape) for part in (left, right)]
    for number, row in enumerate(rows):
        if row.kinds:
            kinds[number, list(row.kinds)] = 1
            has_kinds[number] = 1
        masks = (row.left_words, row.right_words)
        if all(mask is not None and mask.any() for mask in masks):
            for span, has_span, mask, (ids, start) in zip(spans, has_spans, masks, (row.left, row.right)):
                span[number, start:start + len(mask)] = torch.from_numpy(mask)
                has_span[number, :len(ids)] = 1
    return left, right, relation, kinds, has_kinds, spans, has_spans
