"""Weights -> what the program compiles in: python export.py WEIGHTS.pt [STORY_FILE…]

Writes src/reader/model/alone.onnx and joint.onnx with weights of eight bits: symmetric, one scale a channel, in the reduced
range of seven bits that processors without VNNI add up without saturating. Activations are scaled when the network runs,
one side or pair a run, so that a result never depends on what is read beside it. With story files it also writes
src/reader/pieces.jsonl, sentences with their word pieces, and src/reader/reference.jsonl: a hundred pairs of sentences with
the probabilities that onnxruntime gives for the same files.
"""
import json
import pathlib
import random
import sys
import tempfile

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reader import WIDTH, load, pad, pieces, side, tokenizer
from stories import read_all

MODEL = pathlib.Path(__file__).resolve().parent.parent / "src" / "reader" / "model"
REFERENCE_PAIRS = 100


class Alone(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, own):
        states = self.net.alone(ids, None)
        return states, self.net.vectors(self.net.lower(states, None), own)


class Joint(torch.nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, left, right):
        return self.net.joint(left, None, right, None)


def export(module, inputs, names, outputs, path):
    """Writes the module with lengths left open, quantised."""
    dynamic = {name: {1: torch.export.Dim(f"length_{name}" if name in ("left", "right") else "length", min=3, max=256)} for name in names}
    with tempfile.TemporaryDirectory() as folder:
        full = str(pathlib.Path(folder) / "full.onnx")
        torch.onnx.export(module, inputs, full, input_names=names, output_names=outputs, dynamic_shapes=dynamic, dynamo=True,
                          opset_version=18, external_data=False, verbose=False)
        quantize_dynamic(full, str(path), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    print(path.name, path.stat().st_size, "bytes")


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Exported:
    """The exported files, run by onnxruntime as the program runs them: one side, one pair at a time."""

    def __init__(self):
        self.alone, self.joint = session(MODEL / "alone.onnx"), session(MODEL / "joint.onnx")

    def encode(self, *texts):
        ids, _, own = pad([side(*texts)])
        return self.alone.run(None, {"ids": ids.numpy(), "own": own.float().numpy()})

    def read(self, left, right):
        relation, kind, *spans = self.joint.run(None, {"left": left, "right": right})
        relation = np.exp(relation[0] - relation[0].max())
        return relation / relation.sum(), 1 / (1 + np.exp(-kind[0])), spans


def write_reference(files):
    """Pairs of sentences of stories, half of them linked."""
    rng, exported, stories = random.Random(5), Exported(), read_all(files)
    with open(MODEL.parent / "reference.jsonl", "w", encoding="utf-8") as out:
        for number in range(REFERENCE_PAIRS):
            story = rng.choice([story for story in stories if story.links])
            one, other = rng.choice(sorted(story.links)) if number % 2 else rng.sample(story.places(), 2)
            left, right = story.side(one), story.side(other)
            (states, vector), (others, _) = exported.encode(*left), exported.encode(*right)
            relations, kinds, _ = exported.read(states, others)
            rounded = lambda values: [round(float(value), 5) for value in values]
            out.write(json.dumps({"left": left, "right": right, "relations": rounded(relations), "kinds": rounded(kinds),
                                  "vector": rounded(vector[0][:8])}, ensure_ascii=False) + "\n")


ODD_TEXTS = ["Ångström’s café — “naïve” §7 …", "日本語のテキスト", "x" * 120, "e\u0301tude\u200b and\tTAB", "1,250,000 € / 3.5%", "İSTANBUL ǅ ß", "don't re-open #42"]
"""Texts whose pieces are easily got wrong."""


def write_pieces(files):
    """Sentences of stories, and odd texts, with their word pieces."""
    sentences = [story.text(place) for story in read_all(files) for place in story.places()]
    with open(MODEL.parent / "pieces.jsonl", "w", encoding="utf-8") as out:
        for text in random.Random(5).sample(sentences, 150) + ODD_TEXTS:
            out.write(json.dumps([text, pieces(text, 1000)], ensure_ascii=False) + "\n")


def main():
    net = load(sys.argv[1])
    MODEL.mkdir(parents=True, exist_ok=True)
    length, shorter = 32, 20
    ids, own = torch.randint(1000, 2000, (1, length)), torch.ones(1, length)
    export(Alone(net), (ids, own), ["ids", "own"], ["states", "vector"], MODEL / "alone.onnx")
    sides = torch.randn(1, length, WIDTH), torch.randn(1, shorter, WIDTH)
    export(Joint(net), sides, ["left", "right"], ["relation", "kind", "left_words", "right_words"], MODEL / "joint.onnx")
    vocabulary = tokenizer().get_vocab()
    (MODEL / "vocabulary.txt").write_text("".join(word + "\n" for word in sorted(vocabulary, key=vocabulary.get)), encoding="utf-8")
    if sys.argv[2:]:
        write_pieces(sys.argv[2:])
        write_reference(sys.argv[2:])


if __name__ == "__main__":
    main()
