"""Divide a page into Markdown and directives: lines that begin with `:::`.

    ::: lignes 3                a directive without a body is one line

    ::: cadre Le titre          one with a body ends at the next `:::` that stands alone
    Du **Markdown**.
    :::

Cards and columns are parted by `---`. Nothing within a code fence is a directive.
"""

import re
import unicodedata
from collections.abc import Iterator
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
    """What a directive is made of; one that takes no title takes its first number bare."""

    has_title: bool = False
    has_body: bool = False
    has_parts: bool = False
    numbers: dict[str, Number] = field(default_factory=dict)


KINDS = {
    "feuille": Kind(has_title=True),
    "page": Kind(),
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
_OPTION = re.compile(r"(\w+)=(\S*)")


def divide(page: str) -> tuple[list[Block], list[Fault]]:
    """Return the blocks of *page* in order, and every fault of its directives."""
    reader = _Reader(page.splitlines())
    blocks = [block for part in reader.read_parts(None) for block in part]
    return blocks, reader.faults


def plain_name(name: str) -> str:
    """Return *name* as directives are named: lower case, without accents."""
    letters = unicodedata.normalize("NFD", name.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.next = 0
        self.faults: list[Fault] = []

    def read_parts(self, opened: "Directive | None") -> list[tuple[Block, ...]]:
        """Read to the end of the directive *opened*, or of the page, and return its parts."""
        kind = KINDS[opened.name] if opened else Kind()
        parts: list[list[Block]] = [[]]
        waiting: list[str] = []
        fence = ""

        def flush() -> None:
            if any(line.strip() for line in waiting):
                parts[-1].append(Markdown(self.next - len(waiting), "\n".join(waiting)))
            waiting.clear()

        while self.next < len(self.lines):
            line = self.lines[self.next]
            self.next += 1
            fence = _fence_after(fence, line)
            directive = None if fence else _DIRECTIVE.fullmatch(line.rstrip())
            is_parting = kind.has_parts and not fence and line.strip() == "---"
            if directive is None and not is_parting:
                waiting.append(line)
                continue
            # The line itself is not waiting: count back from the one before it.
            self.next -= 1
            flush_at = self.next
            if any(one.strip() for one in waiting):
                parts[-1].append(Markdown(flush_at - len(waiting) + 1, "\n".join(waiting)))
            waiting.clear()
            self.next += 1
            if is_parting:
                parts.append([])
            elif directive is not None and not directive[1]:
                if opened:
                    return [tuple(part) for part in parts]
                self._tell("« ::: » ferme une consigne qui n'est pas ouverte.", "Enlève-le.")
            elif directive is not None:
                parts[-1] += self._read_directive(directive[1])
        if opened:
            self.faults.append(
                Fault(
                    opened.line,
                    f"la consigne « {opened.name} » n'est pas fermée.",
                    "Écris « ::: » seul sur une ligne, là où elle finit.",
                )
            )
        if any(one.strip() for one in waiting):
            parts[-1].append(Markdown(self.next - len(waiting) + 1, "\n".join(waiting)))
        return [tuple(part) for part in parts]
