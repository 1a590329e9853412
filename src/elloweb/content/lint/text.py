"""Rules about what a learner reads, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elloweb.content.lint.source import Source
from elloweb.content.markers import answer
from elloweb.content.notebooks import grade_id, is_answer
from elloweb.content.problems import Problem

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

MOST_WORDS = 90

_ENGLISH_STUBS = ("YOUR CODE HERE", "YOUR ANSWER HERE", "NotImplementedError")
_MARKDOWN_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_HTML_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_HTML_ALTERNATIVE = re.compile(r"""\balt\s*=\s*("[^"]*\w[^"]*"|'[^']*\w[^']*')""", re.IGNORECASE)
_WORD = re.compile(r"\w[\w'’-]*")


def check(source: Source) -> Iterator[Problem]:
    """Yield every fault of the text of *source*."""
    seen: set[str] = set()
    for index, cell in enumerate(source.notebook.cells):
        where = source.place(index)
        yield from _check_cell(cell, where)
        if not cell.get("id"):
            yield Problem(
                where, "la cellule n'a pas d'identifiant.", "Enregistre-la en format 4.5."
            )
        name = grade_id(cell)
        if name and name in seen:
            yield Problem(
                where, f"le nom nbgrader « {name} » sert deux fois.", "Donnes-en un autre."
            )
        seen.add(name)
    yield from _check_words(source)


def count_read(markdown: str) -> int:
    """Return how many words a reader meets in *markdown*: code counts, not what a picture hides."""
    shown = _MARKDOWN_PICTURE.sub(" ", markdown)
    return len(_WORD.findall(re.sub(r"\]\([^)]*\)|<[^>]*>", " ", shown)))


def _check_cell(cell: NotebookNode, where: str) -> Iterator[Problem]:
    for stub in _ENGLISH_STUBS:
        if stub in cell.source:
            yield Problem(where, f"« {stub} » est en anglais.", "Écris une invitation en français.")
    if cell.get("outputs"):
        yield Problem(
            where,
            "la cellule garde une sortie.",
            "Efface toutes les sorties avant d'enregistrer.",
        )
    if cell.cell_type == "markdown":
        bare = [text for text in _MARKDOWN_PICTURE.findall(cell.source) if not text.strip()]
        bare += [x for x in _HTML_PICTURE.findall(cell.source) if not _HTML_ALTERNATIVE.search(x)]
        if bare:
            yield Problem(
                where,
                "une image sans texte de remplacement.",
                "Dis entre les crochets ce qu'elle montre.",
            )


def _check_words(source: Source) -> Iterator[Problem]:
    """Yield the missions with too much to read between the last code cell and their own."""
    words = 0
    for index, cell in enumerate(source.notebook.cells):
        if cell.cell_type == "markdown":
            words += count_read(answer(cell.source))
            continue
        if is_answer(cell) and words > MOST_WORDS:
            yield Problem(
                source.place(index),
                f"{words} mots à lire avant le code de la mission.",
                f"Descends à {MOST_WORDS} mots.",
            )
        words = 0
