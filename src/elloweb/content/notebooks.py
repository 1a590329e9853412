"""Read notebooks, and name their cells as authors do.

nbformat is imported inside functions: its import costs more than a second.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from elloweb.errors import ElloWebError

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode


# What the first line of a cell to run as it is begins with. It is folded: that line is all that
# shows.
FOLDED = "# ▶ "


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook of *path*; raise ElloWebError when it cannot be read as one."""
    try:
        return parse_notebook(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ElloWebError(
            f"{path} : ce fichier n'est pas un carnet lisible ({type(error).__name__}). "
            "Ouvre-le dans JupyterLab, ou reprends une copie saine."
        ) from error


def parse_notebook(text: str) -> NotebookNode:
    """Return the notebook that *text* is; raise ValueError when it is none."""
    import nbformat

    try:
        notebook: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
        nbformat.validate(notebook)
    except (LookupError, TypeError, AttributeError, nbformat.ValidationError) as error:
        raise ValueError(str(error)) from error
    return notebook


def format_notebook(notebook: NotebookNode) -> str:
    """Return *notebook* as the text of a file."""
    import nbformat

    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text


def nbgrader_metadata(cell: NotebookNode) -> dict[str, Any]:
    """Return the nbgrader metadata of *cell*, empty for an ordinary one."""
    return dict(cell.metadata.get("nbgrader", {}))


def grade_id(cell: NotebookNode) -> str:
    """Return the name that nbgrader knows *cell* by, empty for an ordinary one."""
    return str(nbgrader_metadata(cell).get("grade_id", ""))


def is_answer(cell: NotebookNode) -> bool:
    """Return whether *cell* is one that the learner fills in."""
    return bool(nbgrader_metadata(cell).get("solution"))


def is_check(cell: NotebookNode) -> bool:
    """Return whether *cell* is graded automatically: the check of a mission or a plain test."""
    nbgrader = nbgrader_metadata(cell)
    graded = bool(nbgrader.get("grade")) and not nbgrader.get("solution")
    return graded and cell.cell_type == "code"


def is_manual(cell: NotebookNode) -> bool:
    """Return whether *cell* is graded by a person."""
    nbgrader = nbgrader_metadata(cell)
    return bool(nbgrader.get("grade")) and bool(nbgrader.get("solution"))


def is_folded(cell: NotebookNode) -> bool:
    """Return whether front ends hide the source of *cell* but for its first line."""
    return bool(cell.metadata.get("jupyter", {}).get("source_hidden"))


def place(relative_path: str, index: int) -> str:
    """Return how a message names the cell at *index*: cells count from 1, as a reader counts."""
    return f"{relative_path}, cellule {index + 1}"
