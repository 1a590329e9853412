"""The notebooks that the rules read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from elloweb.content.kit import Kit
from elloweb.content.markers import CODE_STUB, TEXT_STUB, starter
from elloweb.content.model import discovery_notebooks, source_notebooks
from elloweb.content.notebooks import place, read_notebook
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode


@dataclass(frozen=True)
class Source:
    """A notebook of a workshop; ``path`` as messages name it, seen from the kit."""

    path: str
    notebook: NotebookNode
    is_graded: bool

    @property
    def file(self) -> str:
        """The file's name."""
        return self.path.rsplit("/", maxsplit=1)[-1]

    def place(self, index: int) -> str:
        """Return how a message names the cell at *index*."""
        return place(self.path, index)

    def find(self, name: str) -> int | None:
        """Return the index of the cell whose id is *name*; None when there is none."""
        ids = [cell.get("id") for cell in self.notebook.cells]
        return ids.index(name) if name in ids else None

    def found(self, index: int) -> str:
        """Return the text of the cell at *index* as its learner finds it."""
        cell = self.notebook.cells[index]
        stub = CODE_STUB if cell.cell_type == "code" else TEXT_STUB
        return starter(str(cell.source), stub) if self.is_graded else str(cell.source)


def read_galleries(kit: Kit) -> list[Source]:
    """Return the notebooks for volunteers, those of the folders that are no workshop's."""
    paths = sorted(kit.workshops.glob("_*/*.ipynb"))
    return [Source(kit.relative(path), read_notebook(path), False) for path in paths]


def read_sources(kit: Kit, slug: str) -> tuple[list[Source], list[Problem]]:
    """Return the notebooks of *slug* that can be read, and the faults of those that cannot."""
    sources, problems = [], []
    paths = [(path, False) for path in discovery_notebooks(kit, slug)]
    paths += [(path, True) for path in source_notebooks(kit, slug)]
    for path, is_graded in paths:
        try:
            sources.append(Source(kit.relative(path), read_notebook(path), is_graded))
        except ElloWebError:
            problems.append(
                Problem(
                    kit.relative(path),
                    "ce carnet ne peut pas être lu.",
                    "Ouvre-le dans JupyterLab, ou reprends une copie saine.",
                )
            )
    return sources, problems
