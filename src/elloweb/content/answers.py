"""Answers that beginners really give, and what each of them must get."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elloweb.content.kit import Kit
from elloweb.content.notebooks import grade_id, is_answer
from elloweb.errors import ElloWebError

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode


@dataclass(frozen=True)
class Answer:
    """One answer to a mission: the code, its points, and an excerpt of the message it must get."""

    mission: str
    name: str
    code: str
    points: float
    says: str


def load_answers(kit: Kit, slug: str) -> list[Answer]:
    """Return the answers kept for the workshop *slug*; raise ElloWebError when unreadable."""
    path = kit.answers(slug)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return [Answer(**entry) for entry in table["answers"]]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ElloWebError(
            f"{kit.relative(path)} : réponses illisibles ({error}). Corrige ce fichier d'après "
            "celui d'un autre atelier."
        ) from error


def answer_name(mission: str) -> str:
    """Return how nbgrader knows the cell in which a learner answers *mission*."""
    return f"{mission}-reponse"


def answer_cell(notebook: NotebookNode, mission: str) -> NotebookNode | None:
    """Return the cell in which a learner answers *mission*, or None if it is not in *notebook*."""
    wanted = answer_name(mission)
    return next((c for c in notebook.cells if is_answer(c) and grade_id(c) == wanted), None)
