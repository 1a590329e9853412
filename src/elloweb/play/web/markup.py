"""Cut a page's text into tags and text, with the line of each, and say which tag is broken.

The standard library's parser repairs a broken tag in silence, and in another way from one version
of Python to the next; here a broken tag is what we are looking for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from html import unescape

_NEXT = re.compile(r"<(?=[a-zA-Z!?/])")
_NAME = re.compile(r"[a-zA-Z][^\s/><\"'=]*")
_SPACE = re.compile(r"[\s/]*")
_ATTRIBUTE = re.compile(r"[^\s/>=<][^\s/>=<]*")
_EQUALS = re.compile(r"\s*=\s*")
_BARE_VALUE = re.compile(r"[^\s><]+")
_NEXT_ATTRIBUTE = re.compile(r"\s[a-zA-Z-]+\s*=\s*$")
# The text in them is no HTML: only their own end tag ends them.
_RAW = frozenset({"script", "style", "textarea", "title"})


class Kind(Enum):
    """What a piece of a page's text is."""

    START = "start"
    END = "end"
    TEXT = "text"
    OTHER = "other"


class Broken(Enum):
    """How a tag or a comment is broken."""

    QUOTE = "quote"
    ANGLE = "angle"
    SPACE = "space"
    COMMENT = "comment"


@dataclass(frozen=True)
class Token:
    """A piece of a page's text: its *line* counts from 1, *start* and *end* from 0, in characters.

    The values of *attributes* are as written, references and all; None without a value.
    """

    kind: Kind
    line: int
    start: int
    end: int
    name: str = ""
    attributes: tuple[tuple[str, str | None], ...] = ()
    closes_itself: bool = False
    broken: Broken | None = None

    def get(self, name: str) -> str | None:
        """Return the value of the attribute *name*; empty without a value, None if not there."""
        for known, value in self.attributes:
            if known == name:
                return unescape(value or "")
        return None


def read(text: str) -> list[Token]:
    """Return the pieces of *text* in order; together they cover all of it."""
    tokens: list[Token] = []
    position, line = 0, 1
    raw: str | None = None
    while position < len(text):
        token = _raw_text(text, position, line, raw) if raw else _token(text, position, line)
        raw = token.name if token.kind is Kind.START and token.name in _RAW else None
        if token.end > token.start:
            tokens.append(token)
        line += text.count("\n", position, token.end)
        position = token.end
    return tokens


def replace(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """Return *text* with each edit done: what stands from a place to another, and what shall."""
    parts: list[str] = []
    position = 0
    for start, end, new in sorted(edits):
        parts += [text[position:start], new]
        position = end
    return "".join([*parts, text[position:]])


def _token(text: str, position: int, line: int) -> Token:
    found = _NEXT.search(text, position)
    if found is None or found.start() > position:
        return Token(Kind.TEXT, line, position, found.start() if found else len(text))
    if text.startswith("<!--", position):
        end = text.find("-->", position + 4)
        if end < 0:
            return Token(Kind.OTHER, line, position, len(text), broken=Broken.COMMENT)
        return Token(Kind.OTHER, line, position, end + 3)
    if text.startswith("</", position):
        return _end_tag(text, position, line)
    if text[position + 1] in "!?":
        end = text.find(">", position)
        return Token(Kind.OTHER, line, position, len(text) if end < 0 else end + 1)
    return _start_tag(text, position, line)


def _raw_text(text: str, position: int, line: int, name: str) -> Token:
    ending = re.compile(rf"</{name}(?=[\s/>]|$)", re.IGNORECASE).search(text, position)
    return Token(Kind.TEXT, line, position, ending.start() if ending else len(text))


def _end_tag(text: str, position: int, line: int) -> Token:
    spaces = re.compile(r"\s*").match(text, position + 2)
    begin = spaces.end() if spaces else position + 2
    name = _NAME.match(text, begin)
    if name is None:
        end = text.find(">", position)
        if text[begin : begin + 1] == ">":
            return Token(Kind.OTHER, line, position, begin + 1)
        return Token(Kind.TEXT, line, position, position + 2 if end < 0 else end + 1)
    found = re.compile(r"[<>]").search(text, name.end())
    whole = found is not None and found[0] == ">"
    end = found.start() + whole if found else len(text)
    broken = Broken.SPACE if begin > position + 2 else None if whole else Broken.ANGLE
    return Token(Kind.END, line, position, end, name[0].lower(), broken=broken)


def _start_tag(text: str, position: int, line: int) -> Token:
    name = _NAME.match(text, position + 1)
    assert name is not None
    attributes: list[tuple[str, str | None]] = []
    broken: Broken | None = None
    here = name.end()
    while True:
        spaces = _SPACE.match(text, here)
        here = spaces.end() if spaces else here
        if here >= len(text) or text[here] in "<>":
            break
        attribute = _ATTRIBUTE.match(text, here)
        if attribute is None:
            here += 1
            continue
        here = attribute.end()
        value: str | None = None
        equals = _EQUALS.match(text, here)
        if equals:
            value, here, fault = _value(text, equals.end())
            broken = broken or fault
        if '"' in attribute[0] or "'" in attribute[0]:
            broken = broken or Broken.QUOTE
        elif attribute[0].lower() not in dict(attributes):
            attributes.append((attribute[0].lower(), value))
    whole = text[here : here + 1] == ">"
    return Token(
        Kind.START,
        line,
        position,
        here + whole,
        name[0].lower(),
        tuple(attributes),
        closes_itself=whole and text[here - 1] == "/",
        broken=broken or (None if whole else Broken.ANGLE),
    )


def _value(text: str, position: int) -> tuple[str, int, Broken | None]:
    """Return an attribute's value, where it ends, and how it is broken."""
    quote = text[position : position + 1]
    if quote not in ('"', "'") or not quote:
        bare = _BARE_VALUE.match(text, position)
        if bare is None:
            return "", position, None
        if quote in "“”«‘’":
            return _curly_value(text, position)
        fault = Broken.QUOTE if '"' in bare[0] else None
        return bare[0].strip("\"'"), bare.end(), fault
    end = text.find(quote, position + 1)
    value = text[position + 1 : end] if end >= 0 else ""
    if end < 0 or _swallows_tags(value):
        return _until(r"[<>\n]", text, position + 1)
    if _NEXT_ATTRIBUTE.search(value):
        return _until(r"\s", text, position + 1)
    return value, end + 1, None


def _curly_value(text: str, position: int) -> tuple[str, int, None]:
    """Return a value between the quotes of a book, which HTML does not know; `faults` says it."""
    _, end, _ = _until(r"[<>\n“”»‘’]", text, position + 1)
    end += text[end : end + 1] in tuple("“”»‘’")
    return text[position:end], end, None


def _until(signs: str, text: str, position: int) -> tuple[str, int, Broken]:
    """Return the value that a missing quote would have ended, and where it would have."""
    found = re.compile(signs).search(text, position)
    end = found.start() if found else len(text)
    return text[position:end].rstrip("/ "), end, Broken.QUOTE


def _swallows_tags(value: str) -> bool:
    return ">" in value and "<" in value[value.index(">") :]
