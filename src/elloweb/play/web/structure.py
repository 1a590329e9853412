"""Follow the tags of a page as a browser opens and closes them, and tell where they do not match.

End tags that HTML lets one leave out are no faults. Rules:
https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from elloweb.play.web import slips, vocabulary
from elloweb.play.web.markup import Kind, Token

OTHER_LINE = "\ue000"
"""Stands for a number of line in a sentence: a sign for private use, which no page holds."""
_FURTHEST = 200
"""How many pieces of a page are read ahead for the end tag of an element."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to look at again: on which *line* of the page, and a French sentence.

    Where the sentence speaks of another line, it holds `OTHER_LINE` in place of the number *other*.
    """

    line: int
    sentence: str
    other: int = 0

    def said(self, first_line: int) -> str:
        """Return the sentence for a page whose first line bears the number *first_line*."""
        return self.sentence.replace(OTHER_LINE, str(self.other + first_line - 1))


@dataclass(frozen=True)
class Structure:
    """What the tags of a page build: *mended* is the same page with every end tag written."""

    mended: str
    faults: tuple[Fault, ...]


@dataclass
class _Open:
    token: Token
    filled: bool = False

    @property
    def name(self) -> str:
        return self.token.name


def follow(text: str, tokens: Sequence[Token]) -> Structure:
    """Return the structure of *text*, whose pieces are *tokens*."""
    return _Walk(text, tokens).result()


class _Walk:
    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._stack: list[_Open] = []
        self._opened: Counter[str] = Counter()
        self._out: list[str] = []
        self._faults: list[Fault] = []
        self._forgotten: list[tuple[_Open, str]] = []
        self._cut_short: Token | None = None
        self._astray = False
        self._half_written: dict[str, list[Fault | None]] = {}

    def result(self) -> Structure:
        for number, token in enumerate(self._tokens):
            if token.kind is Kind.START:
                self._start(number, token)
            elif token.kind is Kind.END:
                self._end(number, token)
            elif token.kind is Kind.TEXT:
                self._put_text(token)
        self._pop_to(0, "")
        for lost, closer in self._forgotten:
            self._fault(lost.token, _not_closed(lost.name, closer))
        return Structure("".join(self._out) + "\n", tuple(sorted(set(self._faults))))

    def _fault(self, token: Token, sentence: str) -> None:
        self._faults.append(Fault(token.line, sentence))

    def _inside(self, *names: str) -> bool:
        return any(self._opened[name] for name in names)

    def _pop(self) -> _Open:
        gone = self._stack.pop()
        self._opened[gone.name] -= 1
        self._out.append(f"</{gone.name}>")
        return gone

    def _put_text(self, token: Token) -> None:
        raw = self._stack and self._stack[-1].name in ("style", "script", "textarea", "title")
        place = token.start
        if not raw:
            for slip in slips.end_without_angle(self._text, token.start, token.end):
                index = self._find({slip.meant}, set())
                if index is not None:
                    self._add_text(token, place, slip.start)
                    self._fault_at(token, slip.start, _without_angle(slip))
                    self._close(index, f"</{slip.meant}>")
                    place = slip.end
            self._half_written_tags(token, place)
        self._add_text(token, place, token.end)

    def _add_text(self, token: Token, start: int, end: int) -> None:
        text = self._text[start:end]
        top = self._stack[-1] if self._stack else None
        if top is not None and text.strip():
            top.filled = True
            self._tell_text_in_list(token, start, text, top.name)
        raw = top is not None and top.name in ("style", "script")
        self._out.append(text if raw else text.replace("<", "&lt;"))

    def _tell_text_in_list(self, token: Token, start: int, text: str, name: str) -> None:
        if name not in ("ul", "ol") or _looks_like_tags(text):
            return
        first = text.strip().split("\n")[0].strip()
        shown = first if len(first) <= 40 else first[:39] + "…"
        place = start + len(text) - len(text.lstrip())
        self._fault_at(
            token,
            place,
            f"dans la liste, `{shown}` n'a pas ses balises. Écris `<li>` devant, et "
            "`</li>` derrière.",
        )

    def _half_written_tags(self, token: Token, start: int) -> None:
        """Note the start tags that are read as text: their end tags are no strangers then."""
        for slip in slips.without_angle(self._text, start, token.end):
            line = token.line + self._text.count("\n", token.start, slip.start)
            told = Fault(line, _without_angle(slip))
            self._half_written.setdefault(slip.meant, []).append(told)
        told_already = (
            *slips.with_digit(self._text, start, token.end),
            *slips.with_space(self._text, start, token.end),
        )
        for slip in told_already:
            if not slip.closes:
                self._half_written.setdefault(slip.meant, []).append(None)

    def _fault_at(self, token: Token, place: int, sentence: str) -> None:
        line = token.line + self._text.count("\n", token.start, place)
        self._faults.append(Fault(line, sentence))

    def _pop_to(self, size: int, closer: str) -> None:
        """Close the open elements beyond the first *size*; *closer* is the tag that does it."""
        while len(self._stack) > size:
            gone = self._pop()
            if gone.name not in vocabulary.OPTIONAL_END and gone.name in vocabulary.ELEMENTS:
                self._forgotten.append((gone, closer))

    def _close(self, index: int, closer: str) -> None:
        """Close the open element *index* itself, by its own end tag, and what is in it."""
        self._pop_to(index + 1, closer)
        self._pop()

    def _start(self, number: int, token: Token) -> None:
        name = token.name
        foreign = self._inside("svg", "math")
        if not foreign and self._is_a_mistyped_end(number, token):
            self._fault(
                token,
                f"`{self._written(token)}` ouvre encore une balise. Pour la fermer, la barre vient "
                f"avant le nom : `</{name}>`.",
            )
            self._close(len(self._stack) - 1, "")
            return
        if not foreign:
            self._close_implied(token)
            if name == "li" and not self._inside("ul", "ol", "menu") and not self._astray:
                self._astray = True
                self._fault(
                    token, "`<li>` est hors d'une liste. Entoure tes `<li>` de `<ul></ul>`."
                )
        if self._stack:
            self._stack[-1].filled = True
        attributes = "".join(f" {_attribute(k, v)}" for k, v in token.attributes)
        self._out.append(f"<{name}{attributes}>")
        meant = None if name in vocabulary.ELEMENTS else vocabulary.meant_element(name)
        if name in vocabulary.VOID:
            return
        if token.closes_itself or (meant in vocabulary.VOID and not foreign):
            self._out.append(f"</{name}>")
            if not foreign and name in vocabulary.ELEMENTS:
                self._fault(
                    token, f"`<{name}>` ne se ferme pas toute seule : écris `<{name}></{name}>`."
                )
            return
        self._stack.append(_Open(token))
        self._opened[name] += 1

    def _is_a_mistyped_end(self, number: int, token: Token) -> bool:
        top = self._stack[-1] if self._stack else None
        if top is None or top.name != token.name or not top.filled or token.attributes:
            return False
        if token.closes_itself or token.name in vocabulary.NEVER_IN_ITSELF:
            return True
        return token.name in ("p", "li") and self._nothing_follows(number)

    def _nothing_follows(self, number: int) -> bool:
        for token in self._tokens[number + 1 :]:
            if token.kind is Kind.TEXT and not self._text[token.start : token.end].strip():
                continue
            if token.kind is Kind.END:
                return token.name != self._tokens[number].name
            blocks = vocabulary.CLOSES_PARAGRAPH | {"li"}
            return token.kind is Kind.START and token.name in blocks
        return True

    def _close_implied(self, token: Token) -> None:
        if token.name in vocabulary.CLOSES_PARAGRAPH:
            index = self._find({"p"}, {"table", "td", "th", "caption", "button", "object"})
            if index is not None:
                self._cut_short = token
                self._pop_to(index, f"<{token.name}>")
        closed, within = vocabulary.CLOSES.get(token.name, (frozenset(), frozenset()))
        index = self._find(closed, within)
        while index is not None:
            self._pop_to(index, f"<{token.name}>")
            index = self._find(closed, within)

    def _find(self, names: Set[str], within: Set[str]) -> int | None:
        """Return the place of the last open element of *names*, not looking beyond *within*."""
        if not self._inside(*names):
            return None
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index].name in names:
                return index
            if self._stack[index].name in within:
                return None
        return None

    def _end(self, number: int, token: Token) -> None:
        name = token.name
        index = self._find({name}, set())
        if index is not None:
            self._close(index, f"</{name}>")
        elif name in vocabulary.VOID:
            self._fault(token, f"`<{name}>` ne se ferme pas : retire `</{name}>`.")
        elif self._half_written.get(name):
            told = self._half_written[name].pop()
            self._faults += [told] if told else []
        elif not self._crosses(token) and not self._differs(number, token):
            self._stray(token)

    def _crosses(self, token: Token) -> bool:
        for place, (lost, closer) in reversed(list(enumerate(self._forgotten))):
            if lost.name == token.name and closer.startswith("</"):
                del self._forgotten[place]
                self._fault(
                    token,
                    f"`<{token.name}>` et `<{closer[2:]}` se croisent. Ferme d'abord la dernière "
                    f"ouverte : `</{token.name}>`, puis `{closer}`.",
                )
                return True
        return False

    def _differs(self, number: int, token: Token) -> bool:
        """Return whether *token* was meant for an open element of another name, and close that."""
        index = self._perhaps_meant(token)
        if index is None:
            return False
        top = self._stack[index]
        if slips.meant_by(top.token) == token.name:
            # The start tag is told already.
            self._close(index, "")
            return True
        headings = top.name in vocabulary.HEADINGS and re.fullmatch(r"h\d", token.name)
        near = token.name not in vocabulary.ELEMENTS and (
            vocabulary.meant_element(token.name) == top.name
            or SequenceMatcher(None, token.name, top.name).ratio() >= 0.6
        )
        one_side = token.name in vocabulary.ELEMENTS and not self._closes_later(number, index)
        if not (headings or near or one_side):
            return False
        self._fault(
            token,
            f"`<{top.name}>` est fermée par `</{token.name}>`. Écris le même nom : "
            f"`</{top.name}>`.",
        )
        self._close(index, "")
        return True

    def _perhaps_meant(self, token: Token) -> int | None:
        """Return the place of the innermost element that waits for an end tag like *token*.

        One whose end tag may be left out waits for none, unless it is on the same line.
        """
        if token.name in ("html", "head", "body") or (token.name == "p" and self._cut_short):
            return None
        for index in range(len(self._stack) - 1, -1, -1):
            there = self._stack[index]
            if there.name not in vocabulary.OPTIONAL_END or there.token.line == token.line:
                return index
        return None

    def _closes_later(self, number: int, index: int) -> bool:
        """Return whether the end tag of the open element *index* is still to come."""
        wanted = self._stack[index].name
        around = {there.name for there in self._stack[:index]} - {wanted}
        opened: Counter[str] = Counter()
        for token in self._tokens[number + 1 : number + 1 + _FURTHEST]:
            if token.kind is Kind.START:
                opened[token.name] += 1
            elif token.kind is Kind.END and opened[token.name] > 0:
                opened[token.name] -= 1
            elif token.kind is Kind.END and token.name in around | {wanted}:
                return token.name == wanted
        return False

    def _stray(self, token: Token) -> None:
        name = token.name
        if name in ("html", "head", "body"):
            return
        if name == "p" and self._cut_short:
            said = (
                f"`</p>` arrive trop tard : le paragraphe s'est arrêté devant "
                f"`<{self._cut_short.name}>` (ligne {OTHER_LINE}), qui ne peut pas être dedans. "
                "Ferme-le avant."
            )
            self._faults.append(Fault(token.line, said, self._cut_short.line))
        elif name not in vocabulary.ELEMENTS:
            meant = vocabulary.meant_element(name)
            guess = f" Voulais-tu écrire `</{meant}>` ?" if meant else ""
            self._fault(token, f"`</{name}>` n'est pas une balise de HTML.{guess}")
        else:
            self._fault(
                token,
                f"`</{name}>` ferme une balise qui n'est pas ouverte. Ajoute `<{name}>` avant, ou "
                f"retire `</{name}>`.",
            )

    def _written(self, token: Token) -> str:
        return self._text[token.start : token.end]


def _without_angle(slip: slips.Slip) -> str:
    return f"il manque `<` devant `{slip.written}`."


def _looks_like_tags(text: str) -> bool:
    """Return whether tags with a fault of their own are in *text*."""
    found = (*slips.without_angle(text, 0, len(text)), *slips.with_digit(text, 0, len(text)))
    return bool(found) or "<" in text


def _not_closed(name: str, closer: str) -> str:
    swallowed = {
        "style": " Tout ce qui suit est pris pour du CSS.",
        "script": " Tout ce qui suit est pris pour un programme.",
        "title": " Tout ce qui suit est pris pour le titre de l'onglet.",
        "textarea": " Tout ce qui suit est pris pour le texte de la zone.",
    }
    before = f" avant `{closer}`" if closer else ""
    return f"`<{name}>` n'est pas fermée. Ajoute `</{name}>`{before}.{swallowed.get(name, '')}"


def _attribute(name: str, value: str | None) -> str:
    if value is None:
        return name
    quoted = value.replace('"', "&quot;")
    return f'{name}="{quoted}"'
