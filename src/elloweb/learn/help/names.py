"""Names that Python does not know: misspelt, not created yet, or a text without its quotes."""

import ast
import re

from elloweb.learn.help import notebook_cells
from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
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


def _name(scene: Scene) -> str:
    name = getattr(scene.error, "name", None)
    if isinstance(name, str) and name:
        return name
    found = re.search(r"variable '([^']+)'|name '([^']+)'", scene.message)
    return next(filter(None, found.groups()), "") if found else ""


def _before_its_value(scene: Scene) -> Advice | None:
    name = _name(scene)
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
    name = _name(scene)
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
    name = _name(scene)
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
    name = _name(scene)
    if scene.tree is None or scene.spot is None or scene.function:
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
    raw = scene.current.raw if scene.current else ""
    return notebook_cells.creator_of(_name(scene), besides=raw)


def _other_cell(scene: Scene) -> Advice | None:
    name, creator = _name(scene), _created_elsewhere(scene)
    if creator is None:
        return None
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


def _hers_nearby(scene: Scene) -> str | None:
    near = nearest(_name(scene), scene.known_names())
    return near if near in scene.names else None


def _misspelt(scene: Scene) -> Advice | None:
    import keyword

    name = _name(scene)
    near = nearest(name, [*scene.known_names(), *keyword.kwlist])
    if near is None:
        return None
    why = ""
    if folded(near) == folded(name) and near.casefold() != name.casefold():
        why = " Chaque lettre compte, et les accents aussi."
    return Advice(
        f"Python ne connaît pas le nom {code(name)}. Tu voulais sans doute écrire {code(near)}.",
        f"Change {code(name)} en {code(near)}, puis relance la cellule.{why}",
        scene.spot_of_word(name),
    )


def _to_import(scene: Scene) -> Advice | None:
    name = _name(scene)
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


def _unknown(scene: Scene) -> Advice | None:
    name = _name(scene)
    if not name:
        return None
    if _stands_for_a_text(scene, name):
        return _without_quotes(scene, name)
    return Advice(
        f"Python ne connaît pas le nom {code(name)}.",
        "Cherche une faute de frappe. Sinon, lance d'abord la cellule qui crée ce nom. "
        f"Et si c'est un texte, mets des guillemets : {quoted(name)}.",
        scene.spot_of_word(name),
    )


def _without_quotes(scene: Scene, name: str) -> Advice:
    return Advice(
        f"Sans guillemets, {code(name)} est un nom, et Python ne connaît pas ce nom.",
        f"Si c'est un texte, écris {quoted(name)}. Si c'est une variable, lance d'abord la "
        "cellule qui la crée.",
        scene.spot_of_word(name),
    )


def _stands_alone(scene: Scene, name: str) -> bool:
    """Return whether the name is all that is right of `=`, or one of the values in brackets."""
    word = re.escape(name)
    return bool(
        re.search(rf"[^=!<>]=\s*{word}\s*(?:#|$)", scene.line)
        or re.search(rf"\[(?:[^\[\]]*,)?\s*{word}\s*[,\]]", scene.line)
    )


def _stands_for_a_text(scene: Scene, name: str) -> bool:
    """Return whether the name stands where a beginner puts a text: a value, or shown by print."""
    before = re.escape(name)
    return bool(
        re.search(rf"(?:[^=!<>]=|==|!=|,|\[)\s*{before}\s*(?:[,\]#]|$)", scene.line)
        or re.search(rf"\b(?:print|input)\(\s*{before}\s*\)", scene.line)
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
