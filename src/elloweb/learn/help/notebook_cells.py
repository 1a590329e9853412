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

    *folded* is true where that line is a title, the only one that she sees; *changed* where it is
    the very cell that has just run, as it was saved before she changed it. *created* is the line
    that creates the name, empty when it is no line of its own.
    """

    line: str
    folded: bool = False
    below: bool = False
    changed: bool = False
    created: str = ""


def creator_of(name: str, besides: str = "", cell_id: str = "") -> Creator | None:
    """Return the cell that creates *name*; None when it is not known.

    *besides* and *cell_id* are the text and the id of the cell that has just run: it is looked at
    only as it was before she changed it. Reads the notebook as it was last saved.
    """
    if not name:
        return None
    cells = saved.cells()[:_MOST_CELLS]
    own = _own_cell(cells, besides, cell_id)
    below = False
    for cell in cells:
        source = _text(cell)
        below = below or cell is own
        if cell is own and source.strip() == besides.strip():
            continue
        if name in _names(source):
            line = next((row.strip() for row in source.split("\n") if name in _names(row)), "")
            again = own is None and _same_but_for(name, source, besides)
            changed = (cell is own or again) and name not in _names(besides)
            if changed or cell is not own:
                return _told(source, below, changed, line)
    return None


def _own_cell(cells: list[dict[str, Any]], raw: str, cell_id: str) -> dict[str, Any] | None:
    """Return the saved cell that has just run, by its id, or by its text."""
    by_id = (cell for cell in cells if cell_id and cell.get("id") == cell_id)
    by_text = (cell for cell in cells if _text(cell).strip() == raw.strip() != "")
    return next(by_id, None) or next(by_text, None)


def _same_but_for(name: str, source: str, raw: str) -> bool:
    """Return whether the lines of *source* that do not create *name* are all in *raw*."""
    kept = {row.strip() for row in source.split("\n") if name not in _names(row)} - {""}
    return bool(kept) and kept <= {row.strip() for row in raw.split("\n")}


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


def _told(source: str, below: bool, changed: bool, created: str) -> Creator | None:
    """Return how she recognises the cell: a folded one's title, else its first line of code."""
    lines = [line.strip() for line in source.split("\n") if line.strip()]
    if lines and lines[0].startswith(_FOLDED):
        return Creator(lines[0].removeprefix("# "), True, below, changed, created)
    code = next((line for line in lines if not line.startswith("#")), None)
    return Creator(code, False, below, changed, created) if code else None
