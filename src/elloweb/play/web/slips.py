"""Tags that lost a sign or took a wrong one, so that HTML sees text, or another tag."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from elloweb.play.web import vocabulary
from elloweb.play.web.markup import Token

_WITH_DIGIT = re.compile(r"<(/?)(\d[a-z]\d?|\d{2}|[a-z]?\d[a-z0-9]{1,5})>", re.IGNORECASE)
_WITH_SPACE = re.compile(r"<\s{1,2}(/?)\s?([a-zA-Z][a-zA-Z1-6]*)(?:\s+[a-z]+=[^<>]*)?>")
_WITHOUT_ANGLE = re.compile(r"(?<![\w</.#&-])([a-z][a-z0-9]*)>", re.IGNORECASE)
_END_WITHOUT_ANGLE = re.compile(r"(?<!<)/([a-z][a-z0-9]*)>", re.IGNORECASE)


@dataclass(frozen=True)
class Slip:
    """A tag that is read as text: what is *written*, from *start* to *end*; the element *meant*."""

    written: str
    start: int
    end: int
    meant: str

    @property
    def closes(self) -> bool:
        """Whether it was meant for an end tag."""
        return "/" in self.written


def with_digit(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield what was meant for a tag between these places of *text*, and begins with a digit."""
    for found in _WITH_DIGIT.finditer(text, start, end):
        meant = vocabulary.without_digits(found[2].lower())
        if meant:
            yield Slip(found[0], found.start(), found.end(), meant)


def without_angle(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield what looks like a start tag whose `<` is not there; `p>` may be text, too."""
    for found in _WITHOUT_ANGLE.finditer(text, start, end):
        name = found[1].lower()
        if name in vocabulary.ELEMENTS and not text[start : found.start()].rstrip().endswith("<"):
            yield Slip(found[0], found.start(), found.end(), name)


def with_space(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield the tags that are read as text since a space follows their `<`."""
    for found in _WITH_SPACE.finditer(text, start, end):
        name = found[2].lower()
        if name in vocabulary.ELEMENTS:
            yield Slip(found[0], found.start(), found.end(), name)


def end_without_angle(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield what looks like an end tag whose `<` is not there."""
    for found in _END_WITHOUT_ANGLE.finditer(text, start, end):
        name = found[1].lower()
        if name in vocabulary.ELEMENTS:
            yield Slip(found[0], found.start(), found.end(), name)


def split_name(token: Token) -> str | None:
    """Return the element that a start tag means whose name a space cuts in two: `<h 3>`."""
    if len(token.attributes) != 1:
        return None
    word, value = token.attributes[0]
    whole = token.name + word
    known = whole in vocabulary.ELEMENTS and word not in vocabulary.ATTRIBUTES
    return whole if value is None and known else None


def meant_by(token: Token) -> str | None:
    """Return the element that a start tag of an unknown name was meant for."""
    if token.name in vocabulary.ELEMENTS:
        return None
    return split_name(token) or vocabulary.meant_element(token.name)


def text_within(token: Token, written: str) -> str | None:
    """Return the text that stands in a start tag rather than after it: `<h2 Maïa Lune>`."""
    words = [name for name, _ in token.attributes]
    plain = all(value is None for _, value in token.attributes)
    strange = not any(
        w in vocabulary.ATTRIBUTES or re.match(r"(?:data|aria)-|on", w) for w in words
    )
    if not words or not plain or not strange or token.broken or token.closes_itself:
        return None
    if token.name not in vocabulary.ELEMENTS or token.name in vocabulary.VOID or split_name(token):
        return None
    return " ".join(written[1 + len(token.name) :].rstrip(">").split())
