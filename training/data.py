"""The inference sets that the reader learns from: python data.py FOLDER checks the files of FOLDER.

A file has one pair a line, {"a": premise, "b": hypothesis, "label": "entailment" | "neutral" | "contradiction"}. The sets are
other people's and under their own licences, so their sentences are not kept here; this table says where each comes from, how
a file is made from it as far as that is recorded, and by which checksum the file that the weights were trained on is known.
"""
import hashlib
import json
import pathlib
import sys
from typing import NamedTuple

LABELS = ("entailment", "neutral", "contradiction")


class Source(NamedTuple):
    name: str
    licence: str
    made: str
    rows: int
    sha256: str
    most: int | None = None
    """How many rows are trained on at most; the rest stay unread."""


SETS = {
    "mnli_part": Source(
        "MultiNLI 1.0 (Williams et al. 2018), ten genres", "OANC's licence, CC BY 3.0, CC BY-SA 3.0 by genre",
        "a part of the set; which rows were chosen is not recorded, the checksum stands for it", 45121,
        "5a60b75aff83a864a97df62c7471ad93143006d377277338f47175b8f1bf43cc"),
    "mnli_mm_authorlabel": Source(
        "MultiNLI 1.0, mismatched", "as mnli_part",
        "the label that the sentence's author meant, not the vote; which rows were chosen is not recorded", 5923,
        "edaebda0ff66cd4097ed00332d89f1a8b6bc414054788a9550438840047ca4b4"),
    "snli_train18k": Source(
        "SNLI 1.0 (Bowman et al. 2015), training split", "CC BY-SA 4.0",
        "a part of the training split; which rows were chosen is not recorded", 19996,
        "e74bf0a07b1f546a8effad3adf3dac87930927ccf7d5b944bc49d62a4fc91909", 14000),
    "cad_nli": Source(
        "Counterfactually augmented NLI (Kaushik et al. 2020)", "Apache-2.0, over SNLI (CC BY-SA 4.0)",
        "originals and people's revisions of premise or hypothesis as single pairs; splits are not recorded", 11285,
        "d2fb59d0a223a603ea0048c408456d903e87acc90fde92b17ace139087aa2760", 8000),
    "wanli_part": Source(
        "WANLI (Liu et al. 2022)", "CC BY 4.0", "5,000 rows of each label; which rows were chosen is not recorded", 15000,
        "97cb6899c30e9c31252a4e404597db4aae5cc294c281c9f74f57d0b6521f12ea"),
    "fever_part": Source(
        "FEVER (Thorne et al. 2018)", "CC BY-SA 3.0",
        "premise: a sentence of evidence; hypothesis: the claim; supported is entailment, refuted is contradiction, claims "
        "without evidence are left out; which rows were chosen is not recorded", 19092,
        "73433f0eea275c3a512c481ac7fd886110c7b110d8fe2c3ae8d92ee6974f3beb", 16000),
    "fm2": Source(
        "FoolMeTwice (Eisenschlos et al. 2021)", "Apache-2.0, its text CC BY-SA",
        "premise: a sentence of evidence; hypothesis: the claim; true is entailment, false is contradiction", 2547,
        "e9af720258b12ff19828d9d9f1ea19a4cb500717c979f244946867605f3c1361"),
    "vania_wiki_nli": Source(
        "Wikipedia inference pairs (Vania et al. 2020, going by the file's name)", "CC BY-SA 3.0",
        "pairs as published; which collections and splits is not recorded", 15787,
        "0acdce7ea6890a16c921e936d024dc17055a231925ec8fe8c2c5a1aa83fe13c0"),
}


def check(path, source):
    """What is wrong with a file, or None."""
    if not path.exists():
        return "is missing"
    content = path.read_bytes()
    rows = [json.loads(line) for line in content.splitlines()]
    if len(rows) != source.rows:
        return f"has {len(rows)} rows, not {source.rows}"
    if any(set(row) != {"a", "b", "label"} or row["label"] not in LABELS for row in rows):
        return "has rows without a, b and one of the three labels"
    if hashlib.sha256(content).hexdigest() != source.sha256:
        return "has another checksum: its rows are not those that the weights were trained on"
    return None


def main():
    folder, wrong = pathlib.Path(sys.argv[1]), 0
    for file, source in SETS.items():
        problem = check(folder / f"{file}.jsonl", source)
        wrong += problem is not None
        print(f"{file}.jsonl {problem or 'is as it was trained on'}\n    {source.name}; {source.licence}\n    {source.made}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
