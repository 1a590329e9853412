"""Find the cell of the notebook that creates a name, for a learner who has not run it yet.

The notebook is untrusted: nothing in it is executed, and whatever is wrong with it, there is just
no answer.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from elloweb.learn import saved

_LONGEST_CELL = 20_000
_MOST_CELLS = 500


_FOLDED = "# ▶ "


@dataclass(frozen=True)
class Creator:
    """The cell that creates a name: the line that she knows it by, and whether it comes later.

    *folded* is true where that line is a title, the only one that she sees.
    """

    line: str
    folded: bool = False
    below: bool = False


def creator_of(name: str, besides: str = "") -> Creator | None:
    """Return the cell that creates *name*; None when it is not known.

    *besides* is the cell that has just run, which is not looked at. Reads the notebook as it was
    last saved.
    """
    if not name:
        return None
    below = False
    for source in map(_text, saved.cells()[:_MOST_CELLS]):
        if source.strip() == besides.strip():
            below = True
        elif name in _names(source):
            return _told(source, below)
    return None


def created_by(statements: Iterable[ast.stmt]) -> set[str]:
    """Return the names that these statements create around them."""
    return {name for statement in statements for name in _created(statement)}


def _text(cell: dict[str, Any]) -> str:
    if cell.get("cell_type") != "code":
        return ""
    source = cell.get("source")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _names(source: str) -> set[str]:
    if len(source) > _LONGEST_CELL or source.lstrip().startswith("%%"):
        return set()
    lines = ["pass" if line.startswith(("%", "!")) else line for line in source.split("\n")]
    try:
        return created_by(ast.parse("\n".join(lines)).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()


def _created(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
        return
    if isinstance(node, ast.AnnAssign) and node.value is None:
        return
    if isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from _created(child)


def _told(source: str, below: bool) -> Creator | None:
    """Return how she recognises the cell: a folded one's title, else its first line of code."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if lines and lines[0].startswith(_FOLDED):
        return Creator(lines[0].removeprefix("# "), True, below)
    code = next((line for line in lines if not line.startswith("#")), None)
    return Creator(code, below=below) if code else None
