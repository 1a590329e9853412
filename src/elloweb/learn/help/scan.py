"""Read source text that Python cannot: where its texts, comments and brackets begin and end.

It never fails: that is the point of it. Lines count from 1, columns from 0, both in characters.
"""

import keyword
import re
from dataclasses import dataclass, field

OPENING = {"(": ")", "[": "]", "{": "}"}
_CLOSING = {close: opening for opening, close in OPENING.items()}


@dataclass(frozen=True)
class Mark:
    """A bracket or a quotation mark, and where it stands."""

    sign: str
    line: int
    column: int


@dataclass(frozen=True)
class Scan:
    """What was found in a source.

    *masked* are its lines with the inside of texts and all comments blanked out (texts become
    ``"   "``), so that a rule can look at the code alone, column by column.
    """

    lines: tuple[str, ...]
    masked: tuple[str, ...]
    unclosed: tuple[Mark, ...] = ()
    extra: Mark | None = None
    mismatch: tuple[Mark, Mark] | None = None
    open_text: Mark | None = None

    def line(self, number: int) -> str:
        """Return a line by its number; empty when there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def code(self, number: int) -> str:
        """Return a line without its comment and the inside of its texts, stripped on the right."""
        return self.masked[number - 1].rstrip() if 0 < number <= len(self.masked) else ""

    def code_before(self, number: int) -> int | None:
        """Return the number of the last line with code before line *number*."""
        return next((n for n in range(number - 1, 0, -1) if self.code(n).strip()), None)


@dataclass
class _Reader:
    lines: list[str]
    masked: list[list[str]] = field(default_factory=list)
    stack: list[Mark] = field(default_factory=list)
    extra: Mark | None = None
    mismatch: tuple[Mark, Mark] | None = None
    open_text: Mark | None = None
    triple: Mark | None = None

    def read(self) -> Scan:
        for number, line in enumerate(self.lines, start=1):
            self.masked.append(list(line))
            self._line(number, line)
        return Scan(
            tuple(self.lines),
            tuple("".join(chars) for chars in self.masked),
            tuple(self.stack),
            self.extra,
            self.mismatch,
            self.open_text or self.triple,
        )

    def _line(self, number: int, line: str) -> None:
        column = 0
        while column < len(line):
            if self.triple:
                column = self._end_of_triple(line, column)
            elif line[column] == "#":
                self._blank(column, len(line))
                return
            elif line[column] in "\"'":
                column = self._text(number, line, column)
            else:
                self._bracket(Mark(line[column], number, column))
                column += 1

    def _text(self, number: int, line: str, column: int) -> int:
        quote = line[column]
        if line.startswith(quote * 3, column):
            self.triple = Mark(quote * 3, number, column)
            return column + 3
        end = column + 1
        while end < len(line) and line[end] != quote:
            end += 2 if line[end] == "\\" else 1
        if end >= len(line):
            if self.open_text is None:
                self.open_text = Mark(quote, number, column)
            self._blank(column + 1, len(line))
            return len(line)
        self._blank(column + 1, end)
        return end + 1

    def _end_of_triple(self, line: str, column: int) -> int:
        assert self.triple is not None
        end = line.find(self.triple.sign, column)
        if end < 0:
            self._blank(column, len(line))
            return len(line)
        self._blank(column, end)
        self.triple = None
        return end + 3

    def _bracket(self, mark: Mark) -> None:
        if mark.sign in OPENING:
            self.stack.append(mark)
        elif mark.sign in _CLOSING:
            if not self.stack:
                self.extra = self.extra or mark
            elif self.stack[-1].sign != _CLOSING[mark.sign]:
                self.mismatch = self.mismatch or (self.stack[-1], mark)
                self.stack.pop()
            else:
                self.stack.pop()

    def _blank(self, start: int, end: int) -> None:
        row = self.masked[-1]
        row[start:end] = " " * (min(end, len(row)) - start)


@dataclass(frozen=True)
class Token:
    """A piece of a line: a word, a number, a text, a bracket or another sign.

    *depth* tells how many brackets of the same line are open around it.
    """

    kind: str
    text: str
    start: int
    end: int
    depth: int


_TOKEN = re.compile(
    r"""(?P<text>(?:[fFrRbBuU]{1,2})?(?:"{3}|'{3}|"[^"]*"?|'[^']*'?))"""
    r"|(?P<word>[^\W\d]\w*)|(?P<number>\d[\w.]*)"
    r"|(?P<sign>[=!<>*/+&|:-]+|\S)"
)


def tokens(masked: str) -> list[Token]:
    """Return the pieces of a masked line (see `Scan.masked`), from left to right."""
    found, depth = [], 0
    for match in _TOKEN.finditer(masked):
        kind, text = str(match.lastgroup), match.group()
        if text in _CLOSING:
            depth = max(depth - 1, 0)
        found.append(Token(kind, text, match.start(), match.end(), depth))
        if text in OPENING:
            depth += 1
    return found


_VALUES = ("True", "False", "None")


def ends_a_value(token: Token) -> bool:
    """Return whether a value may end with this piece."""
    if token.kind == "word":
        return token.text not in keyword.kwlist or token.text in _VALUES
    return token.kind in ("number", "text") or token.text in (")", "]", "}")


def begins_a_value(token: Token) -> bool:
    """Return whether a value may begin with this piece; an opening bracket is a call's."""
    if token.kind == "word":
        return token.text not in keyword.kwlist or token.text in _VALUES
    return token.kind in ("number", "text")


def scan(source: str) -> Scan:
    """Return what *source* is made of; never raise."""
    return _Reader(source.replace("\r\n", "\n").replace("\r", "\n").split("\n")).read()
