"""Value swaps: in a linked pair the words that carry the value are replaced, and the relation follows.

The other side's value makes a conflict an agreement; another value makes an agreement a conflict.
"""
import re

from reader import KINDS

NUMBERS = ("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
           "nineteen twenty thirty forty fifty sixty seventy eighty ninety").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
COMPUTED = {KINDS.index(kind) for kind in ("date", "deadline", "duration", "quantity")}
SWAPPED = COMPUTED | {KINDS.index(kind) for kind in ("place", "participant")}


def put(text, old, new):
    at = text.find(old)
    return None if at < 0 else text[:at] + new + text[at + len(old):]


def other(words, kinds, rng):
    """The same words with another value, or None."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    if match and not re.search(r"\d{1,2}[:.]\d\d", words):
        number = other_number(match[0], bool(kinds & {0, 1}), rng)
        return number and words[:match.start()] + number + words[match.end():]
    for listed, is_number in ((DAYS, False), (MONTHS, False), (NUMBERS, True)):
        match = re.search(r"\b(" + "|".join(listed) + r")\b", words, re.I if is_number else 0)
        if match:
            at = [word.lower() for word in listed].index(match[1].lower())
            moved = at + rng.choice([-4, -3, -2, 2, 3, 4]) if is_number else at + rng.choice([1, 2, 3, 4])
            moved = moved if 0 <= moved < len(listed) else (at + 5) % len(listed) if is_number else moved % len(listed)
            word = listed[moved].capitalize() if match[1][0].isupper() else listed[moved]
            return words[:match.start()] + word + words[match.end():]
    return None


def other_number(written, is_date, rng):
    plain = written.replace(",", "")
    value = float(plain)
    if is_date:
        steps = [-3, -2, -1, 1, 2, 3] if value > 31 else [-9, -6, -4, -3, 3, 4, 6, 9]
        moved = int(value) + rng.choice(steps)
        moved = moved if value > 31 else max(1, min(28, moved))
        return None if moved == int(value) else str(moved)
    moved = value * rng.choice([.3, .5, .6, .7, 1.4, 1.5, 1.8, 2, 3])
    if "." in plain:
        text = f"{moved:.{len(plain.split('.')[1])}f}"
    else:
        text = f"{round(moved):,}" if "," in written else str(round(moved))
    return str(int(value) + 2) if float(text.replace(",", "")) == value else text
