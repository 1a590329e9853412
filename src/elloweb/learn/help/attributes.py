"""What stands after a point and does not exist: misspelt, of another kind of value, or on None."""

import ast
import re
from types import ModuleType

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.nothing import where_none_came_from
from elloweb.learn.help.scene import NOTHING, Scene
from elloweb.learn.help.words import code, kind_of, listed, nearest

_SIZE = {"length", "len", "size", "longueur", "taille", "lenght"}
_SAME_IN_PYTHON = {
    "push": "append",
    "ajouter": "append",
    "add": "append",
    "touppercase": "upper",
    "tolowercase": "lower",
    "majuscule": "upper",
    "minuscule": "lower",
    "contains": "in",
}


def _name(scene: Scene) -> str:
    name = getattr(scene.error, "name", None)
    if isinstance(name, str):
        return name
    found = re.search(r"has no attribute '([^']+)'", scene.message)
    return found[1] if found else ""


def _kind(scene: Scene) -> str:
    found = re.match(r"'([\w.]+)' object has no attribute", scene.message)
    return found[1] if found else ""


def _owner(scene: Scene) -> ast.expr | None:
    attribute = scene.node(ast.Attribute)
    return attribute.value if attribute else None


def _spot(scene: Scene) -> Spot | None:
    name = _name(scene)
    found = re.search(rf"\.\s*({re.escape(name)})(?!\w)", scene.line)
    if not found or scene.spot is None:
        return None
    return Spot(scene.spot.line, found.start(1), found.end(1))


def _of_none(scene: Scene) -> Advice | None:
    if _kind(scene) != "NoneType":
        return None
    return where_none_came_from(scene, _owner(scene))


def _size(scene: Scene) -> Advice | None:
    if _name(scene).casefold() not in _SIZE or _kind(scene) not in _CONTAINERS:
        return None
    owner = scene.text_of(_owner(scene)) or "…"
    return Advice(
        f"Pour connaître une longueur, Python n'a pas de {code('.' + _name(scene))} : "
        "c'est la fonction `len`.",
        f"Écris {code(f'len({owner})')}.",
        _spot(scene),
    )


_CONTAINERS: dict[str, type] = {
    "list": list,
    "str": str,
    "dict": dict,
    "tuple": tuple,
    "set": set,
}


def _misspelt(scene: Scene) -> Advice | None:
    name = _name(scene)
    owner = getattr(scene.error, "obj", NOTHING)
    known = _attributes(scene, owner)
    same = _SAME_IN_PYTHON.get(name.casefold(), "")
    near = same if same in known else nearest(name, known)
    if near is None:
        return None
    return Advice(
        f"Après le point, Python ne connaît pas {code(name)} pour {_whose(scene, owner)}. "
        f"Tu voulais sans doute écrire {code(near)}.",
        f"Change {code('.' + name)} en {code('.' + near)}, puis relance la cellule.",
        _spot(scene),
    )


def _attributes(scene: Scene, owner: object) -> list[str]:
    """Return the names that may follow the point; nothing of the learner's is run for it."""
    if isinstance(owner, ModuleType):
        names = list(getattr(owner, "__all__", ())) or list(vars(owner))
    elif owner is NOTHING:
        names = dir(_CONTAINERS.get(_kind(scene), object))
    else:
        own = getattr(owner, "__dict__", None)
        names = [*(own if type(own) is dict else ()), *_class_names(type(owner))]
    return [name for name in names if isinstance(name, str) and not name.startswith("_")]


def _class_names(kind: type) -> list[str]:
    return [name for base in type.mro(kind) for name in vars(base)]


def _whose(scene: Scene, owner: object) -> str:
    if isinstance(owner, ModuleType):
        return f"le module {code(owner.__name__)}"
    return kind_of(_kind(scene) or type(owner).__name__)


def _of_another_kind(scene: Scene) -> Advice | None:
    name, kind = _name(scene), _kind(scene)
    if not kind:
        return None
    others = [kind_of(other) for other, cls in _CONTAINERS.items() if name in vars(cls)]
    if not others:
        return None
    who = scene.text_of(_owner(scene))
    here = f"{code(who)} est {kind_of(kind)}" if who else f"ici c'est {kind_of(kind)}"
    return Advice(
        f"{code('.' + name)} existe pour {listed(others, 'ou')}, mais {here}.",
        "Vérifie que c'est bien la variable que tu voulais, et ce qu'elle contient.",
        _spot(scene),
    )


def _unknown(scene: Scene) -> Advice | None:
    name = _name(scene)
    if not name:
        return None
    owner = getattr(scene.error, "obj", NOTHING)
    return Advice(
        f"Après le point, {code(name)} n'existe pas pour {_whose(scene, owner)}.",
        "Vérifie l'orthographe de ce qui suit le point, et ce que contient ce qui le précède.",
        _spot(scene),
    )


RULES: tuple[Rule, ...] = (_of_none, _size, _misspelt, _of_another_kind, _unknown)
