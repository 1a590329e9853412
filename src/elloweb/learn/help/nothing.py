"""`None` where a value was hoped for: where it came from, and how to get the value instead."""

import ast
import re
from collections.abc import Iterator
from types import FunctionType

from elloweb.learn.help.explanation import Advice
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_CHANGE_IN_PLACE = (
    "append|extend|insert|remove|sort|reverse|clear|update|add|discard|setdefault|shuffle"
)
_CELLS_LOOKED_AT = 50
_FORGOTTEN_RETURN = (
    "Cherche la ligne qui lui donne sa valeur. Est-ce une fonction à qui il manque `return` ?"
)


def where_none_came_from(scene: Scene, node: ast.AST | None) -> Advice:
    """Return what to say of the piece *node* that gave None; None when the piece is not known."""
    if isinstance(node, ast.Call):
        return _of_a_call(scene, node)
    if isinstance(node, ast.Name):
        for source in _sources(scene):
            advice = (
                _emptied(scene, node, source)
                or _given_by_print(scene, node, source)
                or _given_by_her_function(scene, node, source)
            )
            if advice:
                return advice
    text = scene.text_of(node)
    who = f"{code(text)} vaut" if text else "Une valeur de cette ligne vaut"
    return Advice(
        f"{who} `None`, c'est-à-dire rien : Python ne peut rien en faire ici.",
        _FORGOTTEN_RETURN,
        scene.spot_of(node),
    )


def _sources(scene: Scene) -> Iterator[str]:
    """Yield the text of the cell at fault, then of the cells run before, the latest first."""
    yield scene.source.text
    history = getattr(getattr(scene.shell, "history_manager", None), "input_hist_raw", [])
    yield from reversed(history[-_CELLS_LOOKED_AT:])


def _of_a_call(scene: Scene, call: ast.Call) -> Advice:
    spot = scene.spot_of(call)
    name = scene.text_of(call.func)
    if name == "print":
        return Advice(
            "`print` affiche, mais ne renvoie rien : son résultat vaut `None`.",
            "Range d'abord la valeur dans une variable, calcule avec elle, puis affiche-la.",
            spot,
        )
    if isinstance(call.func, ast.Attribute):
        return Advice(
            f"{code(name + '(…)')} ne renvoie rien : son résultat vaut `None`.",
            "Mets ce morceau seul sur sa ligne, puis continue à la ligne suivante.",
            spot,
        )
    return _returns_nothing(scene, name, call)


def _returns_nothing(scene: Scene, function: str, node: ast.AST) -> Advice:
    return Advice(
        f"La fonction {code(function)} ne renvoie rien : son résultat vaut `None`.",
        f"Ajoute une ligne `return …` à la fin de la fonction {code(function)}, puis relance sa "
        "cellule.",
        scene.spot_of(node),
    )


def _emptied(scene: Scene, node: ast.Name, source: str) -> Advice | None:
    """Explain ``liste = liste.append(3)``."""
    found = re.search(
        rf"\b{re.escape(node.id)}\s*=\s*([^\n=]+?)\.({_CHANGE_IN_PLACE})\s*\(", source
    )
    if not found:
        return None
    owner, method = found[1].strip(), found[2]
    step = (
        f"Écris {code(f'{owner}.{method}(…)')} seul, sans {code(node.id + ' =')} devant, puis "
        "relance depuis la cellule qui crée la liste."
    )
    if not owner.isidentifier():
        step = (
            f"Range d'abord la liste dans {code(node.id)}, puis écris "
            f"{code(f'{node.id}.{method}(…)')} seul, à la ligne suivante."
        )
    return Advice(
        f"{code(node.id)} vaut `None`, c'est-à-dire rien : {code(method)} change {code(owner)} sur "
        "place et ne renvoie rien.",
        step,
        scene.spot_of(node),
    )


def _given_by_print(scene: Scene, node: ast.Name, source: str) -> Advice | None:
    if not re.search(rf"\b{re.escape(node.id)}\s*=\s*print\s*\(", source):
        return None
    return Advice(
        f"{code(node.id)} vaut `None` : `print` affiche, mais ne renvoie rien.",
        f"Écris {code(node.id + ' = …')} sans `print`, puis affiche {code(node.id)} à part.",
        scene.spot_of(node),
    )


def _given_by_her_function(scene: Scene, node: ast.Name, source: str) -> Advice | None:
    found = re.search(rf"\b{re.escape(node.id)}\s*=\s*([^\W\d]\w*)\s*\(", source)
    if not found or type(scene.names.get(found[1])) is not FunctionType:
        return None
    return _returns_nothing(scene, found[1], node)
