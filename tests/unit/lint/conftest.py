"""Notebooks to try the rules on, without a file."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from elloweb.content.lint.source import Source
from small_kit import KERNEL


@pytest.fixture
def source():
    """Make a notebook from cells: a text is Markdown, a pair is an id and a text."""

    def make(*cells, is_graded=False, file="01_decouverte.ipynb"):
        made = []
        for index, cell in enumerate(cells):
            name, text = cell if isinstance(cell, tuple) else (f"cellule-{index}", cell)
            if text.startswith(">>> "):
                made.append(new_code_cell(text.removeprefix(">>> "), id=name))
            else:
                made.append(new_markdown_cell(text, id=name))
        return Source(
            f"workshops/essai/{file}", new_notebook(metadata=KERNEL, cells=made), is_graded
        )

    return make
