"""Functions of Python's without their parentheses, or given one number where a list belongs."""

import ast
import re
from typing import Any

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.operations import operands
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, kind_of, listed

_KINDS = {"function", "builtin_function_or_method", "method", "type"}
_OF_A_LIST = {
    "sum": "additionne les nombres d'une liste",
    "len": "compte les éléments d'une liste",
    "max": "cherche le plus grand nombre d'une liste",
    "min": "cherche le plus petit nombre d'une liste",
    "sorted": "range les nombres d'une liste",
}


def _without_brackets(scene: Scene) -> Advice | None:
    """Explain ``sum / len``: functions in the place of what they give."""
    found, node = operands(scene), scene.node(ast.BinOp)
    if not found or node is None:
        return None
    sign, *kinds = found
    sides = (node.left, node.right)
    bare = [s for s, kind in zip(sides, kinds, strict=True) if kind in _KINDS]
    if not bare or not all(isinstance(side, ast.Name) for side in bare):
        return None
    names = listed(code(scene.text_of(side)) for side in bare)
    several = len(bare) > 1
    kept = {scene.text_of(side): _kept_in(scene, scene.text_of(side)) for side in bare}
    if all(kept.values()):
        step = "Calcule avec ce qu'" + ("elles ont donné" if several else "elle a donné")
    else:
        step = f"Ajoute {'leurs' if several else 'ses'} parenthèses"
        kept = {name: f"{name}({_list_for(scene, name)})" for name in kept}
    written = [kept.get(scene.text_of(side)) or scene.text_of(side) for side in sides]
    return Advice(
        f"{names} {'sont des fonctions' if several else 'est une fonction'} : sans parenthèses, "
        f"{'elles ne donnent' if several else 'elle ne donne'} pas de nombre.",
        f"{step} : {code(f' {sign} '.join(written))}.",
        scene.spot_of(node),
    )


def _kept_in(scene: Scene, function: str) -> str:
    """Return the name that a line above gave to what the function returned: `total`."""
    found = ""
    for statement in ast.walk(scene.tree or ast.Module([], [])):
        if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.Call):
            continue
        target = statement.targets[0]
        if isinstance(target, ast.Name) and scene.text_of(statement.value.func) == function:
            found = target.id
    return found if found in scene.names else ""


def _list_for(scene: Scene, function: str) -> str:
    return (_a_list(scene) if function in _OF_A_LIST else "") or "…"


def _a_list(scene: Scene) -> str:
    """Return the name of a list of numbers: the one this line or this cell speaks of, or any."""
    names = [n for n, value in scene.names.items() if n[:1] != "_" and _numbers(value)]
    for text in (scene.line, scene.source.text):
        spoken = [name for name in names if re.search(rf"\b{re.escape(name)}\b", text)]
        if spoken:
            return spoken[-1]
    return names[-1] if names else ""


def _numbers(value: Any) -> bool:
    return type(value) is list and bool(value) and all(type(one) in (int, float) for one in value)


def _one_number(scene: Scene) -> Advice | None:
    """Explain ``sum(0)`` and ``sum(5, 4)``."""
    call = scene.node(ast.Call)
    if call is None or not re.search(r"not iterable|has no len|takes|expected", scene.message):
        return None
    function = scene.text_of(call.func)
    given = [scene.value_of(one) for one in call.args if isinstance(one, ast.Constant)]
    if function not in _OF_A_LIST or not given or len(given) != len(call.args):
        return None
    if not all(type(one) in (int, float) for one in given):
        return None
    texts = [scene.text_of(one) for one in call.args]
    if len(given) > 1:
        together = f"{function}([{', '.join(texts)}])"
        return Advice(
            f"{code(function)} {_OF_A_LIST[function]}, et ces nombres ne font pas une liste.",
            f"Mets-les entre crochets : {code(together)}.",
        )
    name = _a_list(scene)
    example = f" : {code(f'{function}({name})')}" if name else ""
    return Advice(
        f"{code(function)} {_OF_A_LIST[function]}, et {code(texts[0])} est "
        f"{kind_of(type(given[0]).__name__)} tout seul.",
        f"Entre les parenthèses, mets le nom d'une liste{example}.",
        scene.spot_of(call.args[0]),
    )


RULES: tuple[Rule, ...] = (_without_brackets, _one_number)
