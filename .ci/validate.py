"""Runs every command and holds what it prints against its schema: JSON and JSONL against `claimdiff schema`,
SARIF against OASIS's schema, JUnit against an XML parser, calendars against icalendar. Usage: validate.py PROGRAM, from the project's folder."""

import json
import subprocess
import sys
import tomllib
import xml.dom.minidom
from pathlib import Path

import icalendar
from jsonschema.validators import validator_for

PROGRAM = sys.argv[1]
ARTICLE = '{"id":"x","published":"2025-03-05","text":"The Selden Bridge in Corran opened on Monday, March 3."}\n'
TEXT = '{"id":1,"dct":"2025-03-05","text":"It opened by Friday and lasts two weeks."}\n'
PAIR = (
    '{"id":"p","a":"The Selden Bridge in Corran opened on March 3.","b":"The Selden Bridge in Corran opened on March 5.",'
    '"date_a":"2025-03-06","date_b":"2025-03-06"}\n'
)
BAD = '{"text":\n\n{"id":[1]}\n'

SEEDS = sorted(str(path) for path in Path("seeds").iterdir() if path.suffix == ".txt")
FIXTURE = "fixtures/date-absolute-bridge-opening"
REPORTS = [
    ["check", "seeds", "--relations", "all"],
    ["check", "fixtures", "--relations", "all"],
    ["check", f"{FIXTURE}/a.md", "no-such-file.md"],
    ["compare", f"{FIXTURE}/a.md", f"{FIXTURE}/b.md"],
    ["compare", *SEEDS[:2]],
]
LEDGERS = [["promises", "seeds"], ["promises", "fixtures", "--as-of", "2025-03-10"], ["timeline", "seeds"]]
LISTS = [["claims", "seeds"], ["claims", "fixtures"], ["times", "seeds"], ["times", "fixtures"]]
FILTERS = [
    (["claims", "--jsonl"], ARTICLE + BAD),
    (["times", "--jsonl"], TEXT + BAD),
    (["compare", "--jsonl", "--threshold", "0.5"], PAIR + BAD),
]


def output(arguments, given=""):
    """What a run prints; it may find something or miss a file, but not crash."""
    run = subprocess.run([PROGRAM, *arguments], input=given, capture_output=True, encoding="utf-8")
    if run.returncode not in (0, 1, 2) or not run.stdout:
        sys.exit(f"{arguments}: exit code {run.returncode}\n{run.stderr}")
    return run.stdout


def validator(text):
    schema = json.loads(text)
    kind = validator_for(schema)
    kind.check_schema(schema)
    return lambda definition=None: kind(
        schema if definition is None else {**schema, "anyOf": [{"$ref": f"#/$defs/{definition}"}]},
        format_checker=kind.FORMAT_CHECKER,
    )


def hold(told, values, validator):
    """Ends the run with the first mistakes of the first wrong value."""
    count = 0
    for value in values:
        mistakes = [f"  {error.json_path}: {error.message[:400]}" for error in validator.iter_errors(value)]
        if mistakes:
            sys.exit(f"{told} is not valid:\n" + "\n".join(mistakes[:10]) + f"\n{json.dumps(value)[:2000]}")
        count += 1
    print(f"{told}: {count} valid")


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def calendar_agrees(arguments, ledger):
    """How many entries the calendar has, each all day on the day that the promise is due."""
    calendar = icalendar.Calendar.from_ical(output([*arguments, "--format", "ics"]))
    entries = calendar.walk("VEVENT")
    days = [entry["DTSTART"].dt.isoformat() for entry in entries]
    lengths = {(entry["DTEND"].dt - entry["DTSTART"].dt).days for entry in entries}
    if days != [promise["due"] for promise in ledger["promises"]] or lengths - {1}:
        sys.exit(f"{arguments}: the calendar has other days than the ledger: {days}, {lengths}")
    return len(entries)


def settings_fit_their_schema():
    """The example of the manual is valid, and what the program refuses is not."""
    schema = validator(output(["config", "--schema"]))()
    manual = Path("docs/settings.md").read_text().split("```toml\n")[1].split("```")[0]
    hold("docs/settings.md (toml)", [tomllib.loads(manual)], schema)
    for wrong in ("treshold = 1", "threshold = 8", "[kind.dates]\nseverity = 'off'", "[source.a]\ntrust = 'none'"):
        if schema.is_valid(tomllib.loads(wrong)):
            sys.exit(f"the schema of the settings lets {wrong!r} through")


def main():
    settings_fit_their_schema()
    ours = validator(output(["schema"]))
    sarif = validator(Path("tests/it/schemas/sarif-2.1.0.json").read_text())
    for arguments in REPORTS + LISTS:
        told = " ".join(arguments)
        whole = {"claims": "claims", "times": "timexes"}.get(arguments[0], "findings")
        hold(f"{told} (json)", [json.loads(output([*arguments, "--format", "json"]))], ours(whole))
        hold(f"{told} (jsonl)", lines(output([*arguments, "--format", "jsonl"])), ours("record"))
    for arguments in LEDGERS:
        told = " ".join(arguments)
        ledger = json.loads(output([*arguments, "--format", "json"]))
        hold(f"{told} (json)", [ledger], ours(arguments[0]))
        if arguments[0] == "promises":
            print(f"{told} (ics): {calendar_agrees(arguments, ledger)} entries on their days")
    for arguments in REPORTS:
        told = " ".join(arguments)
        hold(f"{told} (sarif)", [json.loads(output([*arguments, "--format", "sarif"]))], sarif())
        xml.dom.minidom.parseString(output([*arguments, "--format", "junit"]))
        print(f"{told} (junit): well-formed")
    for arguments, given in FILTERS:
        answers = lines(output(arguments, given))
        hold(f"{' '.join(arguments)}: answers", answers[:1], ours(f"{arguments[0]}_answer"))
        hold(f"{' '.join(arguments)}: errors", answers[1:], ours("error_answer"))


main()
