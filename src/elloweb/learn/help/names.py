"""Names that Python does not know: misspelt, not created yet, or a text without its quotes."""

import ast
import builtins
import keyword
import re
from enum import Enum

from elloweb.learn.help import notebook_cells
from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.scope import missing_name
from elloweb.learn.help.words import code, folded, nearest, quoted

# What a beginner writes for it, in another language or as a first guess.
_PYTHONS_WORD = {
    "true": "True",
    "false": "False",
    "none": "None",
    "vrai": "True",
    "faux": "False",
    "rien": "None",
    "null": "None",
    "nil": "None",
    "afficher": "print",
    "affiche": "print",
    "imprimer": "print",
    "imprime": "print",
    "longueur": "len",
    "taille": "len",
    "somme": "sum",
    "arrondi": "round",
    "entier": "int",
    "texte": "str",
    "demander": "input",
    "length": "len",
    "echo": "print",
}
_USUAL_MODULES = {
    "math": "import math",
    "random": "import random",
    "time": "import time",
    "datetime": "import datetime",
    "turtle": "import turtle",
    "json": "import json",
    "plt": "import matplotlib.pyplot as plt",
    "sqrt": "from math import sqrt",
    "pi": "from math import pi",
    "randint": "from random import randint",
    "choice": "from random import choice",
    "sleep": "from time import sleep",
}


# fmt: off
_NUMBERS = {
    "zero": 0, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "cent": 100, "mille": 1000,
}
# fmt: on


def _before_its_value(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    if not isinstance(scene.error, UnboundLocalError) or not name:
        return None
    where = f"Dans la fonction {code(scene.function)}, " if scene.function else ""
    cause = f"{where}{code(name)} est lu avant d'avoir reçu une valeur."
    cause = cause[0].upper() + cause[1:]
    if name in scene.names:
        cause += f" Le {code(name)} créé hors de la fonction est un autre, que Python ne prend pas."
    return Advice(
        cause,
        f"Donne une valeur à {code(name)} au début de la fonction, ou ajoute-le entre les "
        "parenthèses de `def`.",
        scene.spot_of_word(name),
    )


def _capitals(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    for known in scene.known_names():
        if name != known and name.casefold() == known.casefold():
            return Advice(
                f"Python fait la différence entre majuscules et minuscules : il ne connaît pas "
                f"{code(name)}, mais {code(known)}.",
                f"Écris {code(known)}, puis relance la cellule.",
                scene.spot_of_word(name),
            )
    return None


def _other_word(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    word = _PYTHONS_WORD.get(name.casefold())
    if word is None or _created_elsewhere(scene) or _hers_nearby(scene):
        return None
    return Advice(
        f"Python ne connaît pas le nom {code(name)}. Dans sa langue, cela s'écrit {code(word)}.",
        f"Remplace {code(name)} par {code(word)}.",
        scene.spot_of_word(name),
    )


def _created_further_down(scene: Scene) -> Advice | None:
    """Find the line of the same cell that creates the name, once Python has passed here."""
    name = missing_name(scene)
    if scene.tree is None or scene.spot is None:
        return None
    for statement in scene.tree.body:
        if statement.lineno <= scene.spot.line:
            if _only_announced(statement, name):
                return Advice(
                    f"{code(name)} n'a pas de valeur : `:` ne range rien dans un nom.",
                    f"Avec le signe `=`, donne-lui une valeur : {code(name + ' = …')}.",
                    scene.spot_of_word(name),
                )
            continue
        if name in notebook_cells.created_by([statement]):
            number = scene.number(statement.lineno)
            return Advice(
                f"{code(name)} n'existe pas encore ici : il est créé plus bas, ligne {number}.",
                "Python lit de haut en bas. Mets la ligne qui le crée au-dessus.",
                scene.spot_of_word(name),
            )
    return None


def _only_announced(statement: ast.stmt, name: str) -> bool:
    return (
        isinstance(statement, ast.AnnAssign)
        and statement.value is None
        and isinstance(statement.target, ast.Name)
        and statement.target.id == name
    )


def _created_elsewhere(scene: Scene) -> notebook_cells.Creator | None:
    cell = scene.current
    return notebook_cells.creator_of(
        missing_name(scene), besides=cell.raw if cell else "", cell_id=cell.id if cell else ""
    )


def _other_cell(scene: Scene) -> Advice | None:
    name, creator = missing_name(scene), _created_elsewhere(scene)
    if creator is None:
        return None
    if creator.changed:
        return _no_longer_created(scene, name, creator.created)
    if creator.below and _stands_alone(scene, name):
        # She is not there yet: a text without its quotes is at least as likely.
        return _without_quotes(scene, name)
    if creator.folded:
        title = " ".join(creator.line.replace("`", "'").split())
        where = f"la cellule « {title if len(title) <= 60 else title[:59] + '…'} »"
    else:
        where = f"une autre cellule, celle qui commence par {code(creator.line, 40)}"
    return Advice(
        f"{code(name)} est créé dans {where}.",
        "Lance-la d'abord, puis reviens ici.",
        scene.spot_of_word(name),
    )


def _no_longer_created(scene: Scene, name: str, line: str) -> Advice:
    """Explain the name that she changed, or took out, in the line that created it."""
    given = line.partition("=")[2].strip()
    rows = scene.scan.lines if re.match(rf"{re.escape(name)}\s*=", line) else ()
    instead = [
        row.partition("=")[0].strip() for row in rows if row.partition("=")[2].strip() == given
    ]
    if instead and instead[0].isidentifier():
        step = f"À gauche du signe `=`, remets {code(name)} à la place de {code(instead[0])}."
    elif line:
        step = f"Remets la ligne {code(line)}, puis relance la cellule."
    else:
        step = f"Remets la ligne qui crée {code(name)}, puis relance la cellule."
    return Advice(
        f"{code(name)} n'est plus créé dans cette cellule.", step, scene.spot_of_word(name)
    )


def _hers_nearby(scene: Scene) -> str | None:
    near = nearest(missing_name(scene), scene.known_names())
    return near if near in scene.names else None


def _misspelt(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    # `liste` goes on where `list` ends: another word, unless it is called as `list` is.
    pythons = {word for word in [*dir(builtins), *keyword.kwlist] if name.startswith(word)}
    others = set() if _use(scene, name) is _Use.CALLED else pythons - set(scene.names)
    words = [*scene.known_names(), *keyword.kwlist]
    near = nearest(name, [word for word in words if word not in others])
    if near is None:
        return None
    if _use(scene, name) is _Use.VALUE and _is_another_tool(scene, name, near):
        return _without_quotes(scene, name, tool=near)
    why = ""
    if folded(near) == folded(name) and near.casefold() != name.casefold():
        why = " Chaque lettre compte, et les accents aussi."
    return Advice(
        f"Python ne connaît pas le nom {code(name)}. Tu voulais sans doute écrire {code(near)}.",
        f"Change {code(name)} en {code(near)}, puis relance la cellule.{why}",
        scene.spot_of_word(name),
    )


def _is_another_tool(scene: Scene, name: str, near: str) -> bool:
    """Return whether *near* is a function, and more than a capital or an accent away."""
    value = scene.names.get(near, getattr(builtins, near, None))
    return callable(value) and folded(near) != folded(name)


def _to_import(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    line = _USUAL_MODULES.get(name)
    if line is None and name in _our_names():
        line = f"from elloweb import {name}"
    if line is None:
        return None
    return Advice(
        f"{code(name)} n'a pas encore été importé dans ce carnet.",
        f"Lance la cellule qui contient {code(line)}, ou écris cette ligne en haut de la cellule.",
        scene.spot_of_word(name),
    )


def _our_names() -> set[str]:
    import sys

    return set(getattr(sys.modules.get("elloweb"), "__all__", ()))


class _Use(Enum):
    """What the line does with a name."""

    CALLED = "called"
    OPENED = "looked into, gone through, or shown within a text"
    COUNTED = "calculated with"
    VALUE = "a value among others"
    UNSEEN = "not known, without the line itself"


def _use(scene: Scene, name: str) -> _Use:
    for parent in ast.walk(scene.tree or ast.Module([], [])):
        for child in ast.iter_child_nodes(parent):
            if not isinstance(child, ast.Name) or child.id != name:
                continue
            if scene.spot and child.lineno == scene.spot.line:
                return _use_by(parent, child)
    return _Use.UNSEEN


def _use_by(parent: ast.AST, name: ast.Name) -> _Use:
    if isinstance(parent, ast.Call) and parent.func is name:
        return _Use.CALLED
    if isinstance(parent, ast.Attribute | ast.FormattedValue) or (
        getattr(parent, "iter", None) is name
        or (isinstance(parent, ast.Subscript) and parent.value is name)
    ):
        return _Use.OPENED
    if isinstance(parent, ast.BinOp):
        sides = [getattr(side, "value", None) for side in (parent.left, parent.right)]
        # With a plus, texts are glued.
        if not isinstance(parent.op, ast.Add) or any(type(s) in (int, float) for s in sides):
            return _Use.COUNTED
    return _Use.VALUE


def _unknown(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    if not name:
        return None
    use, spot = _use(scene, name), scene.spot_of_word(name)
    if use is _Use.CALLED:
        return Advice(
            f"Python ne connaît aucune fonction qui s'appelle {code(name)}.",
            "Cherche une faute de frappe, ou lance d'abord la cellule qui crée cette fonction.",
            spot,
        )
    if use in (_Use.OPENED, _Use.UNSEEN):
        return Advice(
            f"Python ne connaît pas le nom {code(name)}.",
            "Lance d'abord la cellule qui crée ce nom. Sinon, cherche une faute de frappe.",
            spot,
        )
    return _without_quotes(scene, name)


def _without_quotes(scene: Scene, name: str, tool: str = "") -> Advice:
    first = ""
    if folded(name) in _NUMBERS:
        first = f"Si c'est un nombre, écris-le en chiffres : {code(_NUMBERS[folded(name)])}. "
    elif _use(scene, name) is _Use.COUNTED:
        first = "Si c'est un nombre, écris-le en chiffres. "
    otherwise = (
        f"Si tu voulais {code(tool)}, c'est une fonction : elle s'écrit avec des parenthèses, "
        f"{code(tool + '(…)')}."
        if tool
        else "Si c'est une variable, relis son nom, ou lance d'abord la cellule qui la crée."
    )
    return Advice(
        f"Sans guillemets, {code(name)} est un nom, et Python ne connaît pas ce nom.",
        f"{first}Si c'est un texte, écris {quoted(name)}. {otherwise}",
        scene.spot_of_word(name),
    )


def _stands_alone(scene: Scene, name: str) -> bool:
    """Return whether the name is all that is right of `=`, or one of the values in brackets."""
    word = re.escape(name)
    return bool(
        re.search(rf"[^=!<>]=\s*{word}\s*(?:#|$)", scene.line)
        or re.search(rf"\[(?:[^\[\]]*,)?\s*{word}\s*[,\]]", scene.line)
    )


RULES: tuple[Rule, ...] = (
    _before_its_value,
    _created_further_down,
    _capitals,
    _other_word,
    _other_cell,
    _misspelt,
    _to_import,
    _unknown,
)
