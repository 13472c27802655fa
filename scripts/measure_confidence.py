#!/usr/bin/env python3
"""Measures how often findings of each group are right and writes src/verdict/data/confidence.tsv.

    measure_confidence.py BINARY PAIRS.jsonl[,PAIRS.jsonl …] CASES_DIR[,CASES_DIR …] CORPUS.jsonl[,CORPUS.jsonl …]

PAIRS: lines {"id","a","b","date_a"?,"date_b"?,"label"}; a difference found in a pair is right if the label is
"contradiction"; where "+" stands before the path, the pairs are of news and go through check too. CASES: folders of articles with expected.jsonl as in fixtures/; a difference is right if a line of its
relation covers both its sides. CORPUS: articles of many stories, or of one; read_findings.tsv tells which of their findings a
reader found right, the others are left out. No set counts more than LARGEST times in a group, so that none decides alone. The
precision written is the lower end of Wilson's interval at 80 percent; a group of fewer than LEAST findings is left to
its parent, and one without a parent to the rank that the judgement gives. A five-fold check over the sets' subjects is printed: what the table of the other four folds promised for
the fifth, and what came of it.
"""
import collections, concurrent.futures, hashlib, json, math, pathlib, subprocess, sys, tempfile

LEAST, LARGEST, FOLDS, Z = 20, 150, 5, 1.2816
ALARMS = ("conflict", "update", "missed")
READ = pathlib.Path(__file__).parent / "read_findings.tsv"
TABLE = pathlib.Path(__file__).parent.parent / "src/verdict/data/confidence.tsv"


def run(command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, **options).stdout


def differences(output):
    return [finding for finding in json.loads(output)["findings"] if finding["relation"] in ALARMS]


def of_pairs(binary, path):
    """(group, right, subject) of each difference found in the pairs of one set."""
    modes = ("compare", "check") if path.startswith("+") else ("compare",)
    path = path.removeprefix("+")
    lines = {line["id"]: line for line in map(json.loads, open(path, encoding="utf-8"))}
    answers = run([binary, "compare", "--jsonl"], input=open(path, encoding="utf-8").read())
    found = [lines[answer["id"]] for answer in map(json.loads, answers.splitlines()) if answer.get("score")]

    def judge(line):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for side in "ab":
                article = {"text": line[side]}
                if line.get(f"date_{side}"):
                    article["published"] = line[f"date_{side}"]
                files.append(pathlib.Path(folder, f"{side}.json"))
                files[-1].write_text(json.dumps(article), encoding="utf-8")
            command = ["--no-config", "--format", "json", "--threshold", "0", *files]
            outputs = [run([binary, mode, *command]) for mode in modes]
        right = line["label"] == "contradiction"
        found = [finding for output in outputs for finding in differences(output)]
        between = [it for it in found if it["left"]["path"] != it["right"]["path"]]
        return [(it["measured_on"], right, str(line["id"])) for it in between]

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return [row for rows in pool.map(judge, found) for row in rows]


def of_cases(binary, folder):
    """The same of folders whose conflicts are all listed."""
    rows = []
    for case in sorted(path.parent for path in pathlib.Path(folder).glob("*/expected.jsonl")):
        articles = sorted(path.name for path in case.iterdir() if path.name != "expected.jsonl")
        expected = [json.loads(line) for line in (case / "expected.jsonl").read_text().splitlines() if line.strip()]

        def covers(quote, side):
            at = (case / side["path"]).read_bytes().find(quote["quote"].encode())
            end = at + len(quote["quote"].encode())
            return pathlib.Path(side["path"]).stem == quote["article"] and at < side["span"]["end"] and side["span"]["start"] < end

        command = [binary, "check", "--no-config", "--format", "json", "--relations", "all", "--threshold", "0", *articles]
        for finding in differences(run(command, cwd=case)):
            sides = (finding["left"], finding["right"])
            is_listed = lambda line: any(
                covers(line["left"], one) and covers(line["right"], other) for one, other in (sides, sides[::-1])
            )
            right = any(line["relation"] == finding["relation"] and is_listed(line) for line in expected)
            rows.append((finding["measured_on"], right, case.name))
    return rows


def of_corpus(binary, path, read):
    """The same of a corpus, as far as its findings were read."""
    output = run([binary, "check", "--no-config", "--format", "json", "--threshold", "0", path])
    return [(it["measured_on"], read[it["id"]] == "right", it["id"]) for it in differences(output) if it["id"] in read]


def fold(subject):
    return int(hashlib.sha256(subject.encode()).hexdigest(), 16) % FOLDS


def parents(group):
    parts = group.split("/")
    return ["/".join(parts[:size]) for size in range(len(parts), 0, -1)]


def lower_end(right, all_):
    share = right / all_
    spread = Z * math.sqrt(share * (1 - share) / all_ + Z * Z / (4 * all_ * all_))
    return max(0.0, (share + Z * Z / (2 * all_) - spread) / (1 + Z * Z / all_))


def table_of(sets):
    counts = collections.defaultdict(lambda: [0, 0])
    for rows in sets:
        taken = collections.Counter()
        for group, right, _ in sorted(rows, key=lambda row: hashlib.sha256(repr(row).encode()).digest()):
            for name in parents(group):
                if taken[name] < LARGEST:
                    taken[name] += 1
                    counts[name][0] += right
                    counts[name][1] += 1
    kept = {name: count for name, count in counts.items() if count[1] >= LEAST}
    return {name: (lower_end(*count), *count) for name, count in kept.items()}


def check(sets):
    promised, came, number = 0.0, 0, 0
    for held_out in range(FOLDS):
        table = table_of([[row for row in rows if fold(row[2]) != held_out] for rows in sets])
        for group, right, _ in (row for rows in sets for row in rows if fold(row[2]) == held_out):
            known = next((table[name] for name in parents(group) if name in table), None)
            if known:
                promised, came, number = promised + known[0], came + right, number + 1
    print(f"five-fold: promised {promised / number:.3f}, came true {came / number:.3f} of {number}")


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    pairs, cases, corpora = (names.split(",") for names in sys.argv[2:5])
    rows = [line.split("\t") for line in READ.read_text().splitlines() if not line.startswith("#")]
    read = dict(rows)
    sets = [of_pairs(binary, path) for path in pairs] + [of_cases(binary, folder) for folder in cases]
    seen = set()
    for path in corpora:
        rows = [row for row in of_corpus(binary, path, read) if (row[0], row[2]) not in seen]
        seen.update((group, id_) for group, _, id_ in rows)
        sets.append(rows)
    for name, rows in zip(pairs + cases + corpora, sets):
        print(f"{pathlib.Path(name).stem}: {sum(row[1] for row in rows)} right of {len(rows)}")
    check(sets)
    rows = [f"{name}\t{value:.3f}\t{right} of {all_}" for name, (value, right, all_) in sorted(table_of(sets).items())]
    head = [
        "# group of findings	precision, the lower end of Wilson's interval at 80 percent	right of how many",
        "# Generated by scripts/measure_confidence.py on development pairs, written cases, fixtures and corpora.",
    ]
    TABLE.write_text("\n".join(head + rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
