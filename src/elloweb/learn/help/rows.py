"""A table is a list of rows, each a dictionary with the same keys: its columns."""

import ast
from typing import Any

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_MOST_ROWS = 200


def is_row(scene: Scene, value: Any) -> bool:
    """Return whether *value* is one of the rows of a table among her names."""
    return type(value) is dict and any(
        any(row is value for row in table[:_MOST_ROWS]) and _is_table(table)
        for table in scene.names.values()
        if type(table) is list
    )


def _is_table(table: list[Any]) -> bool:
    rows = table[:_MOST_ROWS]
    return all(type(row) is dict and row.keys() == rows[0].keys() for row in rows)


def _row_of_the_loop(scene: Scene, column: str) -> str:
    """Return the `ligne` of the innermost loop around the line whose rows have this column."""
    line = scene.spot.line if scene.spot else 0
    found = ""
    for node in ast.walk(scene.tree or ast.Module([], [])):
        if not getattr(node, "lineno", line + 1) <= line <= (getattr(node, "end_lineno", 0) or 0):
            continue
        loops = [node] if isinstance(node, ast.For) else getattr(node, "generators", [])
        for loop in loops:
            target = loop.target
            if isinstance(target, ast.Name):
                row = scene.names.get(target.id)
                found = target.id if type(row) is dict and column in row else found
    return found


def _column_of_a_row(scene: Scene) -> Advice | None:
    """Explain ``if restes > 9:`` where each `ligne` of the loop has its own `restes`."""
    node = scene.node(ast.Compare, ast.BinOp, ast.AugAssign)
    if node is None or "list" not in scene.message:
        return None
    for side in ast.iter_child_nodes(node):
        if not isinstance(side, ast.Name) or type(scene.value_of(side)) is not list:
            continue
        row = _row_of_the_loop(scene, side.id)
        if row:
            wanted = f'{row}["{side.id}"]'
            return Advice(
                f"{code(side.id)} est toute la liste, pas une seule valeur.",
                f"Ici, il faut la valeur de cette ligne : {code(wanted)}.",
                scene.spot_of(side),
            )
    return None


def _key_without_quotes(scene: Scene) -> Advice | None:
    """Explain ``ligne[plat]``, where `plat` is no name, but a key of this row."""
    if not isinstance(scene.error, NameError) or scene.tree is None or scene.spot is None:
        return None
    for node in ast.walk(scene.tree):
        if not isinstance(node, ast.Subscript) or node.lineno != scene.spot.line:
            continue
        key, whole = node.slice, scene.value_of(node.value)
        if not isinstance(key, ast.Name) or key.id in scene.names or type(whole) is not dict:
            continue
        if key.id in whole and f"'{key.id}'" in scene.message:
            wanted = f'{scene.text_of(node.value)}["{key.id}"]'
            return Advice(
                f"Il manque les guillemets autour de {code(key.id)} : sans eux, c'est un nom que "
                "Python ne connaît pas.",
                f"Écris {code(wanted)}.",
                scene.spot_of(key),
            )
    return None


RULES: tuple[Rule, ...] = (_column_of_a_row, _key_without_quotes)
