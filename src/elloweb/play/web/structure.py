"""Follow the tags of a page as a browser opens and closes them, and tell where they do not match.

End tags that HTML lets one leave out are no faults. Rules:
https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from elloweb.play.web import vocabulary
from elloweb.play.web.markup import Kind, Token


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to look at again: on which *line* of the page, and a French sentence."""

    line: int
    sentence: str


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

    def result(self) -> Structure:
        for number, token in enumerate(self._tokens):
            if token.kind is Kind.START:
                self._start(number, token)
            elif token.kind is Kind.END:
                self._end(token)
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
        text = self._text[token.start : token.end]
        if self._stack and text.strip():
            self._stack[-1].filled = True
        raw = self._stack and self._stack[-1].name in ("style", "script")
        self._out.append(text if raw else text.replace("<", "&lt;"))

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

    def _end(self, token: Token) -> None:
        name = token.name
        index = self._find({name}, set())
        if index is not None:
            self._close(index, f"</{name}>")
        elif name in vocabulary.VOID:
            self._fault(token, f"`<{name}>` ne se ferme pas : retire `</{name}>`.")
        elif not self._crosses(token) and not self._differs(token):
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

    def _differs(self, token: Token) -> bool:
        """Return whether *token* was meant for the innermost open element, and close that."""
        if not self._stack:
            return False
        top = self._stack[-1].name
        headings = top in vocabulary.HEADINGS and re.fullmatch(r"h\d", token.name)
        near = token.name not in vocabulary.ELEMENTS and (
            vocabulary.meant_element(token.name) == top
            or SequenceMatcher(None, token.name, top).ratio() >= 0.6
        )
        if headings or near:
            self._fault(
                token,
                f"`<{top}>` est fermée par `</{token.name}>`. Écris le même nom : `</{top}>`.",
            )
            self._close(len(self._stack) - 1, "")
        return bool(headings or near)

    def _stray(self, token: Token) -> None:
        name = token.name
        if name in ("html", "head", "body"):
            return
        if name == "p" and self._cut_short:
            self._fault(
                token,
                f"`</p>` arrive trop tard : le paragraphe s'est arrêté devant "
                f"`<{self._cut_short.name}>` (ligne {self._cut_short.line}), qui ne peut pas être "
                "dedans. Ferme-le avant.",
            )
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
