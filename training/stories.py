"""Reads the stories of corpus/ (corpus/FORMAT.md says how they are written; `cargo test corpus` checks them)."""
import pathlib
import re

from reader import KINDS

RELATION = {"agree": 1, "refine": 1, "conflict": 2, "update": 3, "missed": 3, "kept": 3, "disputed": 4}
STRONGEST = [0, 1, 3, 4, 2]
"""Which relation stands for a pair of sentences that has several, the last one first."""
UNSEEN = tuple((pathlib.Path(__file__).resolve().parent.parent / "corpus" / "unseen.txt").read_text().split())
"""Writers of `dev` of whom `train` has nothing; figures that are quoted come from them, and nothing else does."""
LINK = re.compile(r"^([!=>d~]) (\S+) (\S+) (\w+)(?: (\w+))?(?:\s*::(.*?)::(.*))?$")
ARTICLE = re.compile(r"^([A-D]) \|([^|]*)\|([^|]*)\|(.*)$")


class Article:
    def __init__(self, source, published, title):
        self.source, self.published, self.sentences, self.headings = source, published, [title], [""]

    def side(self, number):
        """Title, heading and sentence, as the reader takes them; a title stands alone."""
        return (self.sentences[0] if number else "", self.headings[number], self.sentences[number])


class Link:
    """All that is said of one pair of sentences; the left one is the first by article and place."""

    def __init__(self):
        self.relation, self.kinds, self.words, self.relations, self.is_trap = 0, set(), ("", ""), set(), False

    def add(self, relation, kind, words):
        self.relations.add(relation)
        if relation == "trap":
            self.is_trap = True
            return
        number = RELATION[relation]
        if STRONGEST.index(number) > STRONGEST.index(self.relation):
            self.relation, self.kinds, self.words = number, set(), ("", "")
        if number == self.relation:
            if kind:
                self.kinds.add(KINDS.index(kind))
            if words[0] and words[1] and not self.words[0]:
                self.words = words


class Story:
    def __init__(self, name, domain, writer):
        self.name, self.domain, self.writer, self.articles, self.links = name, domain, writer, {}, {}

    def places(self):
        """All sentences that say something, as (article, number)."""
        return [(key, number) for key in sorted(self.articles)
                for number, text in enumerate(self.articles[key].sentences) if len(text) > 3]

    def side(self, place):
        return self.articles[place[0]].side(place[1])

    def text(self, place):
        return self.articles[place[0]].sentences[place[1]]

    def link(self, one, other):
        return self.links.get((min(one, other), max(one, other)))


def read(path):
    """The stories of one file; the writer is the part of its name before the first underscore."""
    path, story, article, heading, stories = pathlib.Path(path), None, None, "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("###"):
            name, _, domain = line[3:].partition("|")
            story, article = Story(name.strip(), domain.strip(), path.name.split("_")[0]), None
            stories.append(story)
        elif line.startswith("## "):
            heading = line[3:].strip()
        elif match := ARTICLE.match(line):
            article, heading = Article(match[2].strip(), match[3].strip(), match[4].strip()), ""
            story.articles[match[1]] = article
        elif article and (match := re.match(r"^\d+\. (.*)$", line)):
            article.sentences.append(match[1].strip())
            article.headings.append(heading)
        elif match := LINK.match(line):
            add_links(story, match)
    return stories


def add_links(story, match):
    places = [[(place[0], int(place[1:])) for place in part.split(",")] for part in (match[2], match[3])]
    for left in places[0]:
        for right in places[1]:
            if left == right:
                continue
            words = ((match[6] or "").strip(), (match[7] or "").strip())
            words = tuple(word if word in story.text(place) else "" for word, place in zip(words, (left, right)))
            one, other = sorted((left, right))
            story.links.setdefault((one, other), Link()).add(match[4], match[5], words if one == left else words[::-1])


def read_all(paths):
    return [story for path in sorted(map(str, paths)) for story in read(path)]


def is_unseen(path):
    return pathlib.Path(path).name.split("_")[0] in UNSEEN
