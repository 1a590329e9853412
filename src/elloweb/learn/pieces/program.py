"""A short program that a piece shows: its lines, and what it prints when it is run."""

import contextlib
import copy
import html
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from elloweb.learn.card import french_spaces
from elloweb.learn.guard import guarded
from elloweb.learn.help.explanation import explain

SPACES = 4
"""How many spaces make one level of indentation."""

_MOST_LINES = 40
_MOST_LETTERS = 300
_NOTHING = "(rien)"
_STOPPED = "(le programme s'arrête ici sur une erreur)"
_STYLE = (
    "margin:.3em 0;padding:.4em .7em;border-left:3px solid currentColor;background:transparent;"
    "color:inherit;font-family:var(--jp-code-font-family,monospace);font-size:.95em;"
    "white-space:pre-wrap;overflow-wrap:anywhere"
)


@dataclass(frozen=True)
class CodeLine:
    """A line of a program: its text, and its level of indentation, from 0."""

    text: str
    level: int = 0


Lines = tuple[CodeLine, ...]


def read_lines(source: str, place: str, *, levels: bool = True) -> Lines:
    """Return the lines of *source*, without its common indentation nor its empty lines.

    Without *levels*, each keeps its indentation within its text. Raises ValueError, with a French
    sentence that names *place*, when there is no line, or when an indentation makes no level.
    """
    rows = [row.rstrip() for row in textwrap.dedent(source).split("\n")]
    lines = [_read(row, f"{place}, ligne {n}", levels) for n, row in enumerate(rows, 1) if row]
    if not lines:
        raise ValueError(f"{place} : le programme est vide. Écris-le entre les guillemets.")
    return tuple(lines)


def _read(row: str, place: str, levels: bool) -> CodeLine:
    text = row.lstrip()
    indentation = row[: -len(text)]
    if indentation.strip(" "):
        raise ValueError(
            f"{place} : elle commence par une tabulation. Remplace-la par des espaces, "
            f"{SPACES} par cran."
        )
    if not levels:
        return CodeLine(row)
    if len(indentation) % SPACES:
        raise ValueError(
            f"{place} : elle commence par {len(indentation)} espace(s). Un cran en fait {SPACES} : "
            "ajoutes-en ou enlèves-en."
        )
    return CodeLine(text, len(indentation) // SPACES)


def assembled(lines: Sequence[CodeLine]) -> str:
    """Return the text of a program made of *lines*."""
    return "\n".join(" " * SPACES * line.level + line.text for line in lines)


@dataclass(frozen=True)
class Run:
    """What came of a program: the lines that it printed, and a French sentence if it failed."""

    lines: tuple[str, ...]
    error: str | None = None

    @property
    def text(self) -> str:
        """What the program printed, as text; the sentence on its error is told apart."""
        rows = [*self.lines, *([_STOPPED] if self.error else [])]
        return "\n".join(rows) or _NOTHING


def run(source: str, given: Mapping[str, Any] | None = None) -> Run:
    """Run *source* in names of its own, plus a copy of *given*, and return what came of it.

    Guarded as a learner's expression is. What is printed without end is cut short.
    """
    attempt = guarded(lambda: _execute(source, given or {}))
    lines = attempt.printed.rstrip().split("\n", _MOST_LINES)
    if len(lines) > _MOST_LINES:
        lines[_MOST_LINES:] = ["…"]
    shown = [row.rstrip()[:_MOST_LETTERS] for row in lines] if any(lines) else []
    return Run(tuple(shown), None if attempt.error is None else explain(attempt.error).sentence)


def _execute(source: str, given: Mapping[str, Any]) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for name, value in given.items():
        names[name] = value
        # A module, say, cannot be copied: then the program gets the thing itself.
        with contextlib.suppress(Exception):
            names[name] = copy.deepcopy(value)
    exec(compile(textwrap.dedent(source), "<programme>", "exec"), names)


def indented(text: str) -> list[str]:
    """Return the lines of *text*, code, as rows of a piece in words."""
    return [f"  {row}" for row in text.split("\n")]


def spaced(rows: Sequence[str]) -> str:
    """Return *rows* as text, with French spaces but in those that begin with a space: code."""
    return "\n".join(row if row.startswith(" ") else french_spaces(row) for row in rows)


def block(text: str) -> str:
    """Return *text* as a block of code in HTML, readable on light and on dark."""
    return f'<pre style="{_STYLE}">{html.escape(text, quote=False)}</pre>'
