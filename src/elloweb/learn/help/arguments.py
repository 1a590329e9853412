"""What our library says of an argument, told of what she gave: her own name, its own line."""

import ast
import re
from types import FunctionType

from elloweb.errors import arguments_of
from elloweb.learn.help.explanation import Advice
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_VALUES = (str, int, float, bool, list, tuple, dict)


def about_arguments(scene: Scene, message: str) -> Advice | None:
    """Return *message* with her own names; None where the error says nothing of its arguments."""
    call = scene.node(ast.Call)
    culprits = arguments_of(scene.error)
    if call is None or not culprits:
        return None
    given = {name: node for name, node in _given(scene, call).items() if name in culprits}
    values = {name: _value(node) for name, node in given.items()}
    for name, value in values.items():
        if isinstance(value, ast.Name) and value.id != name:
            message = _renamed(message, name, code(value.id))
    if len(culprits) == 1:
        at_fault = values.get(culprits[0])
        return Advice(message, _change(scene, at_fault), scene.spot_of(given.get(culprits[0])))
    return Advice(message, _of_two_lists(scene, [*values.values()]))


def _renamed(message: str, name: str, own: str) -> str:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message)
    return message[: found.start()] + own + message[found.end() :] if found else message


def _given(scene: Scene, call: ast.Call) -> dict[str, ast.expr | ast.keyword]:
    """Return what stands in the call for each parameter, named or not."""
    function = scene.value_of(call.func)
    names = function.__code__.co_varnames if isinstance(function, FunctionType) else ()
    given: dict[str, ast.expr | ast.keyword] = dict(zip(names, call.args, strict=False))
    return given | {one.arg: one for one in call.keywords if one.arg}


def _value(node: ast.expr | ast.keyword) -> ast.expr:
    return node.value if isinstance(node, ast.keyword) else node


def _change(scene: Scene, node: ast.expr | None = None) -> str:
    what = "ce qui est entre les parenthèses"
    if isinstance(node, ast.Name) and type(scene.value_of(node)) in _VALUES:
        what = f"la ligne qui crée {code(node.id)}"
    return f"Change {what}, puis relance la cellule."


def _of_two_lists(scene: Scene, nodes: list[ast.expr]) -> str:
    """Return what to try where two lists are not equally long."""
    sizes = [(_size(scene, node), node) for node in nodes]
    if len(sizes) < 2 or not all(size for size, _ in sizes):
        return _change(scene)
    shortest = min(sizes, key=lambda one: one[0])[1]
    longest = max(sizes, key=lambda one: one[0])[1]
    comma = _decimal_comma(scene.text_of(_literal(scene, longest)))
    if comma:
        return (
            f"Un nombre à virgule s'écrit avec un point : écris {code(comma.replace(',', '.'))}, "
            f"et non {code(comma)}."
        )
    name = f", {code(shortest.id)}" if isinstance(shortest, ast.Name) else ""
    return f"Complète la plus courte{name}, puis relance la cellule."


def _size(scene: Scene, node: ast.expr) -> int:
    if isinstance(node, ast.List | ast.Tuple):
        return len(node.elts)
    value = scene.value_of(node)
    return len(value) if type(value) in (list, tuple) else 0


def _literal(scene: Scene, node: ast.expr) -> ast.expr | None:
    """Return the list itself, where *node* is the name that a line of this cell gave it."""
    if not isinstance(node, ast.Name):
        return node
    for statement in ast.walk(scene.tree or ast.Module([], [])):
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == node.id for target in statement.targets
        ):
            return statement.value
    return None


def _decimal_comma(text: str) -> str:
    """Return the `39,5` of ``[39,5, 77]``: a comma without a space, where others have one."""
    found = re.search(r"(?<![\d,.])\d+,\d+(?![\d,.]*,\d)(?!\d)", text)
    return found.group() if found and re.search(r",\s", text) else ""
