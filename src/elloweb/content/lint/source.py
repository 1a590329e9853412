"""The notebooks that the rules read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from elloweb.content.kit import Kit
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
