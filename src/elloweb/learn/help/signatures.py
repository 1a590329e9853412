"""What a function waits for between its brackets, by its own signature."""

import ast
from types import FunctionType
from typing import Any

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.operations import operands
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_KINDS = {"str": (str,), "int": (int,), "float": (int, float), "list": (list,), "dict": (dict,)}


def _comma_for_a_sign(scene: Scene) -> Advice | None:
    """Explain ``cesar(annonce -5)``, where the second value became a subtraction."""
    found, node = operands(scene), scene.node(ast.BinOp)
    if not found or node is None or found[0] not in ("+", "-"):
        return None
    if found[1] not in ("str", "list") or found[2] not in ("int", "float"):
        return None
    call = _call_around(scene, node)
    if call is None or len(call.args) + len(call.keywords) >= len(_parameters(scene, call)):
        return None
    sign = "-" if found[0] == "-" else ""
    pair = f"{scene.text_of(node.left)}, {sign}{scene.text_of(node.right)}"
    given = [pair if one is node else scene.text_of(one) for one in [*call.args, *call.keywords]]
    written = f"{scene.text_of(call.func)}({', '.join(given)})"
    return Advice(
        "Entre les deux valeurs, il manque une virgule.",
        f"Écris {code(written)}.",
        scene.spot_of(node),
    )


def _call_around(scene: Scene, node: ast.expr) -> ast.Call | None:
    calls = (one for one in ast.walk(scene.tree or ast.Module([], [])) if isinstance(one, ast.Call))
    return next((call for call in calls if node in call.args), None)


def _parameters(scene: Scene, call: ast.Call) -> list[str]:
    function = scene.value_of(call.func)
    if not isinstance(function, FunctionType):
        return []
    return [*function.__code__.co_varnames[: function.__code__.co_argcount]]


def _first_one_missing(scene: Scene) -> Advice | None:
    """Explain ``cesar(-5)``: Python says that the last value is missing, and it is the first."""
    call = scene.node(ast.Call)
    if call is None or "missing 1 required positional" not in scene.message:
        return None
    function, names = scene.value_of(call.func), _parameters(scene, call)
    if len(call.args) != 1 or call.keywords or len(names) - len(function.__defaults__ or ()) != 2:
        return None
    given = _literal(call.args[0])
    first, second = (function.__annotations__.get(name) for name in names[:2])
    if _fits(given, first) or not _fits(given, second):
        return None
    written, called = scene.text_of(call.args[0]), scene.text_of(call.func)
    return Advice(
        f"{code(called)} attend deux valeurs : {code(names[0])}, puis {code(names[1])}. Il manque "
        f"{code(names[0])}.",
        f"Ajoute-la devant {code(written)}, suivie d'une virgule : "
        f"{code(f'{called}({names[0]}, {written})')}.",
    )


def _literal(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except (ValueError, SyntaxError):
        return None


def _fits(value: Any, annotation: Any) -> bool:
    name = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    return type(value) in _KINDS.get(name, ())


RULES: tuple[Rule, ...] = (_comma_for_a_sign, _first_one_missing)
