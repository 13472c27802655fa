"""Lists the fixtures whose sentences differ only in a value: python3 scripts/list_value_fixtures.py >fixtures/asserted.tsv

Such a folder is asserted by the test `fixtures`, any other is scored. A folder is listed when each line of its
`expected.jsonl` that tells something quotes two sentences of the same words, in whatever order, once who says so at their
end and what may write a value are taken out: numbers, units, days, months, words of bound and of position. Place and
participant differ in names, so there the words keep their order, and names that one side alone has are taken out. Two
quotes of one sentence are its own values and differ in nothing else. A folder in which nothing is to be found is not
listed: that two sentences of the same words tell two things is for a reader to say.
"""

import json
import re
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
OF_VALUES = {"date", "deadline", "duration", "quantity", "quote"}
OF_NAMES = {"place", "participant"}

VALUE_WORDS = set(
    """
    monday tuesday wednesday thursday friday saturday sunday weekday weekend
    january february march april may june july august september october november december
    spring summer autumn winter morning noon afternoon evening night midnight today yesterday tomorrow tonight
    second minute hour day week month quarter year decade century
    seconds minutes hours days weeks months quarters years decades centuries
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions dozen dozens half first third fourth fifth last next
    percent cent cents euro euros dollar dollars crown crowns pound pounds franc francs
    metre metres kilometre kilometres mile miles kilogram kilograms tonne tonnes litre litres degree degrees celsius fahrenheit bar bytes
    more less fewer than about some around nearly almost over under least most exactly only up early late mid ago
    beginning start middle end old aged s a an the and of to in on at by from until till before after since between for within through during this
    am pm gmt utc local time
    """.split()
)


def words(sentence):
    """The words of a sentence without numbers, signs and who says so at its end."""
    told = re.sub(r", [^,\"”]* said( on \w+)?\.$", "", sentence)
    return re.findall(r"[^\W\d_]+", told.replace("a.m.", "am").replace("p.m.", "pm"))


def sentence_of(text, quote):
    """The sentence, list item or row of a table in which the quote begins; the title where it is only there."""
    front, body = re.fullmatch(r"(?:---\n(.*?)---\n)?(.*)", text, re.S).groups()
    blocks = re.split(r"\n\s*\n|\n(?=[-*|#] ?)", body)
    blocks += re.findall(r"^title: *(.*)$", front or "", re.M)
    quote = " ".join(quote.split())
    for block in blocks:
        for sentence in re.split(r"(?<=[.!?][”\"]) +|(?<=[.!?]) +(?=[A-Z“\"])", " ".join(block.split())):
            if quote in sentence:
                return sentence
    return quote


def differs_in_a_value(line, articles):
    left, right = (sentence_of(articles[line[side]["article"]], line[side]["quote"]) for side in ("left", "right"))
    if left == right:
        return True

    def rest(own, other, takes_names=False):
        is_taken = lambda word: word.lower() in VALUE_WORDS or takes_names and word[0].isupper() and word not in words(other)
        return [word.lower() for word in words(own) if not is_taken(word)]

    if line["kind"] in OF_NAMES:
        return rest(left, right, takes_names=True) == rest(right, left, takes_names=True)
    return line["kind"] in OF_VALUES and sorted(rest(left, right)) == sorted(rest(right, left))


def is_asserted(folder):
    lines = [json.loads(line) for line in (folder / "expected.jsonl").read_text().splitlines() if line.strip()]
    told = [line for line in lines if line["relation"] != "none"]
    articles = {path.stem: path.read_text() for path in folder.glob("*.md")}
    return bool(told) and all(differs_in_a_value(line, articles) for line in told)


print("# Folders whose sentences differ only in a value, as scripts/list_value_fixtures.py lists them.")
for folder in sorted(FIXTURES.iterdir()):
    if folder.is_dir() and is_asserted(folder):
        print(folder.name)
