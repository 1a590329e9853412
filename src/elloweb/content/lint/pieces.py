"""Rules about playful pieces: their code holds the answers, so it is folded away."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from elloweb.content.lint.source import Source
from elloweb.content.notebooks import FOLDED, is_folded
from elloweb.content.problems import Problem

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

# Those whose call tells the right answer, or what is said to a wrong one.
_TELLING = {"boite_mail", "journal_connexions", "prediction", "puzzle", "quiz", "roue"}


def check(source: Source) -> Iterator[Problem]:
    """Yield the pieces of *source* whose answers a learner would read."""
    for index, cell in enumerate(source.notebook.cells):
        if cell.cell_type != "code":
            continue
        where = source.place(index)
        marked = cell.source.startswith(FOLDED)
        if called(cell) & _TELLING and not marked:
            yield Problem(
                where,
                "le code de ce jeu montre ses réponses.",
                f"Commence la cellule par « {FOLDED}Jouer » : elle sera repliée.",
            )
        # What is built is folded by the build.
        if marked and not source.is_graded and not is_folded(cell):
            yield Problem(
                where,
                "cette cellule n'est pas repliée.",
                "Replie son code (clic sur le trait bleu à sa gauche), puis enregistre.",
            )


def called(cell: NotebookNode) -> set[str]:
    """Return the names that the code of *cell* calls; empty when it is no Python."""
    try:
        tree = ast.parse(cell.source)
    except (SyntaxError, ValueError):
        return set()
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {name.id for name in calls if isinstance(name, ast.Name)}
