"""The rules of a puzzle of lines: how they are shuffled, and where a program first goes wrong."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elloweb.learn.pieces.program import Lines

Key = Callable[[str], str]
"""What two lines must share to be interchangeable."""


class Fault(StrEnum):
    """What is to be mended first in a program."""

    NONE = "none"
    MISSING = "missing"
    INDENTATION = "indentation"
    ORDER = "order"
    EXTRA = "extra"


@dataclass(frozen=True)
class Finding:
    """How many first lines are *right*, the *fault* that comes next, how many lines are missing."""

    right: int
    fault: Fault
    missing: int = 0


def compare(placed: Lines, programs: Sequence[Lines], key: Key) -> Finding:
    """Return where *placed* first leaves the right program that it follows longest."""

    def same(program: Lines) -> int:
        return _same_start(_keys(placed, key), _keys(program, key))

    # A program that is whole comes before a longer one that begins alike.
    nearest = max(programs, key=lambda one: (same(one), len(one) == len(placed)))
    right = same(nearest)
    if right == len(placed):
        missing = len(nearest) - right
        return Finding(right, Fault.MISSING if missing else Fault.NONE, missing)
    if right == len(nearest):
        return Finding(right, Fault.EXTRA)
    same_text = key(placed[right].text) == key(nearest[right].text)
    return Finding(right, Fault.INDENTATION if same_text else Fault.ORDER)


def _keys(lines: Lines, key: Key) -> list[tuple[str, int]]:
    return [(key(line.text), line.level) for line in lines]


def _same_start(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def pool_of(programs: Sequence[Lines], key: Key) -> list[str]:
    """Return the texts, with repeats, from which each of *programs* can be made."""
    pool: list[str] = []
    for program in programs:
        there = Counter(map(key, pool))
        for line in program:
            there[key(line.text)] -= 1
            if there[key(line.text)] < 0:
                pool.append(line.text)
    return pool


def shuffled(
    texts: Sequence[str], orders: Sequence[Sequence[str]], seed: str, key: Key
) -> list[str]:
    """Return *texts* in an order that hangs on *seed* alone, and gives none of *orders* away.

    What is in none of *orders*, a trap, does not hide the order of the rest. Where every order is
    right, one of them has to do.
    """
    numbered = sorted(enumerate(texts), key=lambda one: _digest(f"{seed}/{one[0]}/{one[1]}"))
    mixed = [text for _, text in numbered]
    told = [[key(text) for text in order] for order in orders]
    known = {text for order in told for text in order}
    for turn in range(len(mixed)):
        turned = mixed[turn:] + mixed[:turn]
        if [key(text) for text in turned if key(text) in known] not in told:
            return turned
    return mixed


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
