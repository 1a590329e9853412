"""Divide a page into Markdown and directives: lines that begin with `:::`.

    ::: lignes 3                a directive without a body is one line

    ::: cadre Le titre          one with a body ends at the next `:::` that stands alone
    Du **Markdown**.
    :::

Cards and columns are parted by `---`. Nothing within a code fence is a directive.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches

from elloweb.content.paper.faults import Fault


@dataclass(frozen=True)
class Number:
    """A number that a directive takes, written `name=12`."""

    default: int
    least: int
    most: int


@dataclass(frozen=True)
class Kind:
    """What a directive is made of; one that takes no title takes its first number bare.

    One for the page cannot stand within another.
    """

    is_for_the_page: bool = False
    has_title: bool = False
    has_body: bool = False
    has_parts: bool = False
    numbers: dict[str, Number] = field(default_factory=dict)


KINDS = {
    "feuille": Kind(is_for_the_page=True, has_title=True),
    "page": Kind(is_for_the_page=True),
    "plier": Kind(),
    "lignes": Kind(numbers={"nombre": Number(2, 1, 30)}),
    "cadre": Kind(has_title=True, has_body=True),
    "envers": Kind(has_title=True, has_body=True),
    "colonnes": Kind(has_body=True, has_parts=True),
    "decouper": Kind(
        has_body=True,
        has_parts=True,
        numbers={"colonnes": Number(2, 1, 4), "hauteur": Number(0, 10, 120)},
    ),
    "dessin": Kind(has_title=True, numbers={"hauteur": Number(60, 10, 240)}),
    "fenetre": Kind(has_title=True, numbers={"hauteur": Number(120, 30, 240)}),
    "graphique": Kind(
        numbers={
            "barres": Number(5, 2, 12),
            "graduations": Number(10, 2, 20),
            "hauteur": Number(14, 8, 30),
        }
    ),
    "donnees": Kind(has_title=True),
}


@dataclass(frozen=True)
class Markdown:
    """Some Markdown, whose first line is number *line* of the page."""

    line: int
    text: str


@dataclass(frozen=True)
class Directive:
    """A directive at *line*; its body in parts, one only where it is not divided."""

    line: int
    name: str
    title: str
    numbers: dict[str, int]
    parts: "tuple[tuple[Block, ...], ...]"


Block = Markdown | Directive

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DIRECTIVE = re.compile(r":{3,}[ \t\u00a0]*(.*)")
# Directives within directives, and no deeper: a card in a column, say.
_DEEPEST = 4
_OPTION = re.compile(r"(\w+)=(\S*)")


def divide(page: str) -> tuple[list[Block], list[Fault]]:
    """Return the blocks of *page* in order, and every fault of its directives."""
    reader = _Reader(page.replace("\r\n", "\n").split("\n"))
    (blocks,) = reader.read_parts(None)
    return list(blocks), reader.faults


def plain_name(name: str) -> str:
    """Return *name* as directives are named: lower case, without accents."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@dataclass(frozen=True)
class _Opened:
    """A directive whose body is being read: its line, its name, how many stand around it."""

    line: int
    name: str
    depth: int


class _Reader:
    """Reads the lines of a page once, from top to bottom."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = enumerate(lines, start=1)
        self.faults: list[Fault] = []
        # Unknown directives, any of which may have had a body: their ends are no faults.
        self.unknown = 0

    def read_parts(self, within: _Opened | None) -> "tuple[tuple[Block, ...], ...]":
        """Return what stands *within* a directive, or in the whole page."""
        parts: list[list[Block]] = [[]]
        is_divided = within is not None and KINDS[within.name].has_parts
        fence = ""
        for number, text in self.lines:
            fence = _fence_after(fence, text)
            directive = None if fence else _DIRECTIVE.fullmatch(text.rstrip())
            if is_divided and not fence and text.strip() == "---":
                parts.append([])
            elif directive is None:
                _add_line(parts[-1], number, text)
            elif directive[1]:
                parts[-1] += self._read_directive(number, directive[1], within)
            elif within:
                return _frozen(parts)
            elif self.unknown:
                self.unknown -= 1
            else:
                self._tell(number, "« ::: » ne ferme aucune consigne.", "Enlève cette ligne.")
        if within:
            self._tell(
                within.line,
                f"la consigne « {within.name} » n'est pas fermée.",
                "Écris « ::: » seul sur une ligne, là où elle finit.",
            )
        return _frozen(parts)

    def _read_directive(self, line: int, text: str, within: _Opened | None) -> "list[Block]":
        """Return the directive that *text* opens, none when there is no such directive."""
        first, *words = text.split()
        name = plain_name(first)
        if name not in KINDS:
            guesses = get_close_matches(name, KINDS, n=1)
            guess = f"Voulais-tu écrire « {guesses[0]} » ?" if guesses else ""
            known = f"Les consignes sont : {', '.join(sorted(KINDS))}."
            self._tell(line, f"la consigne « {first} » n'existe pas.", guess or known)
            self.unknown += 1
            return []
        kind = KINDS[name]
        numbers, others = self._read_numbers(line, name, words)
        if others and not kind.has_title:
            self._tell(line, f"« {' '.join(others)} » est de trop après « {name} ».", _mend(kind))
        opened = _Opened(line, name, within.depth + 1 if within else 1)
        if within and (kind.is_for_the_page or opened.depth > _DEEPEST):
            self._tell(
                line,
                f"« {name} » ne peut pas être dans « {within.name} ».",
                "Ferme d'abord l'autre consigne avec « ::: ».",
            )
            return (
                [one for part in self.read_parts(opened) for one in part] if kind.has_body else []
            )
        parts = self.read_parts(opened) if kind.has_body else ()
        return [Directive(line, name, " ".join(others), numbers, parts)]

    def _read_numbers(
        self, line: int, name: str, words: list[str]
    ) -> tuple[dict[str, int], list[str]]:
        """Return the numbers that *words* give, defaults where they do not, and the other words."""
        kind = KINDS[name]
        found = {key: number.default for key, number in kind.numbers.items()}
        others = []
        for word in words:
            option = _OPTION.fullmatch(word)
            key, value = option.groups() if option else ("", word)
            if not option and value.isdecimal() and kind.numbers and not kind.has_title:
                key = next(iter(kind.numbers))
            if plain_name(key) not in kind.numbers:
                others.append(word)
                if option and value.isdecimal() and kind.numbers and kind.has_title:
                    self._tell(line, f"« {word} » n'est pas connu de « {name} ».", _mend(kind))
                continue
            number = kind.numbers[plain_name(key)]
            if value.isdecimal() and number.least <= int(value) <= number.most:
                found[plain_name(key)] = int(value)
            else:
                self._tell(
                    line,
                    f"« {word} » ne convient pas à « {name} ».",
                    f"Écris un nombre entier de {number.least} à {number.most}.",
                )
        return found, others

    def _tell(self, line: int, fault: str, mend: str) -> None:
        self.faults.append(Fault(line, fault, mend))


def _mend(kind: Kind) -> str:
    """Return what to do about a word that a directive of *kind* does not take."""
    if not kind.numbers:
        return "Enlève ces mots."
    return f"Cette consigne accepte : {', '.join(f'{key}=…' for key in kind.numbers)}."


def _frozen(parts: "list[list[Block]]") -> "tuple[tuple[Block, ...], ...]":
    return tuple(tuple(part) for part in parts)


def _add_line(part: "list[Block]", number: int, text: str) -> None:
    """Add a line of Markdown to *part*: to its last block, or as a new one."""
    last = part[-1] if part else None
    if isinstance(last, Markdown):
        part[-1] = Markdown(last.line, f"{last.text}\n{text}")
    elif text.strip():
        part.append(Markdown(number, text))


def _fence_after(fence: str, text: str) -> str:
    """Return the code fence that is open after the line *text*, empty for none."""
    found = _FENCE.match(text)
    if not found:
        return fence
    if not fence:
        return found[1]
    closes = found[1][0] == fence[0] and len(found[1]) >= len(fence)
    return "" if closes and not text.strip(" `~") else fence
