"""The spaces of French typography, which no keyboard types: which miss, and how to put them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elloweb.content.lint.prose import HIDDEN, code_places, hide

WIDE = "\u00a0"
NARROW = "\u202f"

_SPACE = f"[ {WIDE}{NARROW}]"
_UNITS = (
    "%|‰|€|°C?|kg|mg|g|t|kWh|Wh|W|km|cm|mm|m|px|cL|cl|mL|ml|L|h|min|ms|s|ko|Ko|Mo|Go|To|Hz|kHz|MHz"
)
# A sign that ends a clause: followed by a space, by the end, or by what closes around it.
_CLOSES = rf"(?=[\s*_»)\]|.,…{HIDDEN}]|$)"
_BEFORE_STRONG = re.compile(rf"(?<=\S)({_SPACE}*)(?=[;!?]+{_CLOSES})", re.MULTILINE)
_BEFORE_COLON = re.compile(rf"(?<=\S)({_SPACE}*)(?=:{_CLOSES})", re.MULTILINE)
_AFTER_QUOTE = re.compile(rf"(?<=«)({_SPACE}*)(?=\S)")
_BEFORE_QUOTE = re.compile(rf"(?<=[^\s«])({_SPACE}*)(?=»)")
_BEFORE_UNIT = re.compile(rf"(?<=\d)(?:\*\*|\*)?({_SPACE}*)(?=(?:{_UNITS})(?![\w'’]))")
_IN_HOUR = re.compile(rf"\d{_SPACE}*h({_SPACE}+)(?=\d\d(?!\d))")
_IN_NUMBER = re.compile(
    rf"(?<![\d,.{WIDE}{NARROW}])(?<!\d )[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?!\d)"
)
_ODD_SPACE = re.compile(f"[{WIDE}{NARROW}]")

# Before the space: nothing that a sign would stand beside, as `+` in « Maj + : », a key.
_NO_NEIGHBOURS = "+|«([?!:;>#"


@dataclass(frozen=True, order=True)
class Edit:
    """From *start* to *end*, the spaces of a text become *new*; nothing else ever changes."""

    start: int
    end: int
    new: str


def find_edits(markdown: str) -> list[Edit]:
    """Return what puts the spaces of French typography into *markdown*, first places first."""
    prose = hide(markdown)
    edits: dict[int, Edit] = {}
    for edit in (*_find_signs(prose), *_find_numbers(prose), *_find_code(markdown)):
        if markdown[edit.start : edit.end] != edit.new:
            edits.setdefault(edit.start, edit)
    return sorted(edits.values())


def find_in_code(code: str) -> list[Edit]:
    """Return what takes the non-breaking spaces out of *code*: Python refuses who copies them."""
    return [Edit(*space.span(), " ") for space in _ODD_SPACE.finditer(code)]


def apply(text: str, edits: list[Edit]) -> str:
    """Return *text* after *edits*, which are in order and do not overlap."""
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join([*parts, text[done:]])


def _find_signs(prose: str) -> Iterator[Edit]:
    """Yield the spaces around the signs, those of the quotes first: `« ! »` has theirs."""
    for pattern in (_AFTER_QUOTE, _BEFORE_QUOTE):
        for match in pattern.finditer(prose):
            yield Edit(*match.span(1), WIDE)
    for match in _BEFORE_COLON.finditer(prose):
        if _is_in_a_sentence(prose, match):
            yield Edit(*match.span(1), WIDE)
    for match in _BEFORE_STRONG.finditer(prose):
        if match.group(1) != WIDE and _is_in_a_sentence(prose, match):
            yield Edit(*match.span(1), NARROW)


def _is_in_a_sentence(prose: str, match: re.Match[str]) -> bool:
    """Return whether the sign after *match* ends words, and is not shown for itself."""
    before = prose[: match.start(1)].rstrip("*_")
    if not before or before[-1].isspace() or before[-1] in _NO_NEIGHBOURS:
        return False
    line = before[before.rfind("\n") + 1 :]
    return re.fullmatch(r"\s*(?:[-*]|\d+\.)", line) is None


def _find_numbers(prose: str) -> Iterator[Edit]:
    for pattern in (_BEFORE_UNIT, _IN_HOUR):
        for match in pattern.finditer(prose):
            if match.group(1) != NARROW:
                yield Edit(*match.span(1), WIDE)
    for match in _IN_NUMBER.finditer(prose):
        for space in re.finditer(" ", match.group()):
            start = match.start() + space.start()
            yield Edit(start, start + 1, NARROW)


def _find_code(markdown: str) -> Iterator[Edit]:
    for start, end in code_places(markdown):
        for space in _ODD_SPACE.finditer(markdown, start, end):
            yield Edit(*space.span(), " ")
