"""Between square brackets: an element, a key, a column that is not there."""

import ast
import re
from typing import Any

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.nothing import where_none_came_from
from elloweb.learn.help.rows import is_row
from elloweb.learn.help.scene import NOTHING, Scene
from elloweb.learn.help.words import code, count_of, kind_of, kinds_of, listed, nearest, quoted

_MOST_KEYS = 8


def _lookup(scene: Scene) -> ast.Subscript | None:
    return scene.node(ast.Subscript)


def _whole(scene: Scene) -> tuple[str, Any]:
    """Return what stands before the brackets: its text, and its value when it is a plain one."""
    node = _lookup(scene)
    return (scene.text_of(node.value), scene.value_of(node.value)) if node else ("", NOTHING)


def _key(scene: Scene) -> Any:
    node = _lookup(scene)
    return scene.value_of(node.slice) if node else NOTHING


def _too_far(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, IndexError):
        return None
    if "pop from empty" in scene.message or "empty" in scene.message:
        return Advice(
            "La liste est vide : il n'y a aucun élément à prendre.",
            "Vérifie où la liste se remplit, ou lance d'abord la cellule qui la remplit.",
        )
    text, whole = _whole(scene)
    node = _lookup(scene)
    spot = scene.spot_of(node.slice) if node else None
    if type(whole) not in (list, tuple, str) or not text:
        return Advice(
            "Le numéro demandé dépasse la fin de la liste. Le premier élément porte le numéro 0.",
            "Compte les éléments : le dernier numéro est leur nombre moins un.",
            spot,
        )
    noun = ("lettre", "lettres") if type(whole) is str else ("élément", "éléments")
    size, index = len(whole), _key(scene)
    if not size:
        return Advice(
            f"{code(text)} est vide : il n'y a rien à y prendre.",
            "Vérifie la ligne qui remplit cette liste.",
            spot,
        )
    asked = f" : il n'y a pas de numéro {index}" if type(index) is int else ""
    numbers = "qui porte le numéro 0" if size == 1 else f"numérotés de 0 à {size - 1}"
    if noun[0] == "lettre" and size > 1:
        numbers = f"numérotées de 0 à {size - 1}"
    return Advice(
        f"{code(text)} a {count_of(size, *noun)}, {numbers}{asked}.",
        f"Choisis un numéro entre 0 et {size - 1}. Le dernier s'écrit aussi {code(f'{text}[-1]')}.",
        spot,
    )


def _wrong_index(scene: Scene) -> Advice | None:
    found = re.match(
        r"(list|tuple|string|str|byte|range)(?: object)? ind(?:ices|ex) must be integers?[\w ]*,"
        r" not '?([\w.]+)'?",
        scene.message,
    )
    if not found:
        return None
    kind = found[2]
    text, whole = _whole(scene)
    key = scene.text_of(_slice(scene)) or "…"
    spot = scene.spot_of(_slice(scene))
    if kind == "str":
        return _named_column(scene, text, whole, key)
    if kind == "float":
        return Advice(
            "Entre les crochets, il faut un nombre entier. Ici, c'est un nombre à virgule. Une "
            "division avec `/` en donne toujours un.",
            f"Divise avec `//`, ou écris {code(f'int({key})')}.",
            spot,
        )
    if kind == "tuple":
        return Advice(
            "Entre les crochets, la virgule donne deux numéros, et il n'en faut qu'un.",
            "Pour une liste de listes, écris deux fois des crochets : `tableau[1][2]`. Pour une "
            "tranche, deux points : `liste[1:3]`.",
            spot,
        )
    return Advice(
        f"Entre les crochets, il faut le numéro d'un élément. Ici, c'est {kind_of(kind)}.",
        "Écris un nombre entier. Le premier élément porte le numéro 0.",
        spot,
    )


def _slice(scene: Scene) -> ast.expr | None:
    node = _lookup(scene)
    return node.slice if node else None


def _named_column(scene: Scene, text: str, whole: Any, key: str) -> Advice:
    spot = scene.spot_of(_slice(scene))
    name = text or "liste"
    if type(whole) is list and whole and type(whole[0]) is dict:
        asked = _key(scene)
        if type(asked) is str and not any(type(d) is dict and asked in d for d in whole):
            return _number_for_a_line(name, asked, spot)
        if one_line := _line_of_the_loop(scene, name):
            less = "Enlève le s" if one_line + "s" == name else "Prends la ligne de la boucle"
            return Advice(
                f"{code(name)}, ce sont toutes les lignes : {code(key)} se demande à une seule.",
                f"{less} : {code(f'{one_line}[{key}]')}.",
                scene.spot_of_word(name),
            )
        return Advice(
            f"{code(name)} est une liste de lignes : {code(key)} se demande à une seule ligne.",
            f"Choisis d'abord une ligne par son numéro : {code(f'{name}[0][{key}]')}.",
            spot,
        )
    if type(whole) is str or "string" in scene.message:
        return Advice(
            f"{code(name)} est un texte : entre les crochets, il faut le numéro d'une lettre, pas "
            "un autre texte.",
            f"Affiche {code(name)} : est-ce bien la ligne ou le dictionnaire que tu voulais ?",
            spot,
        )
    return Advice(
        f"{code(name)} est une liste : entre les crochets, il faut le numéro d'un élément, pas un "
        "texte.",
        "Écris un nombre entier. Le premier élément porte le numéro 0.",
        spot,
    )


def _number_for_a_line(name: str, asked: str, spot: Spot | None) -> Advice:
    number = asked.strip()
    if re.fullmatch(r"-?[0-9]{1,9}", number):
        return Advice(
            f"Entre guillemets, {quoted(asked)} est un texte, et une liste veut un numéro.",
            f"Écris-le sans guillemets : {code(f'{name}[{number}]')}.",
            spot,
        )
    return Advice(
        f"{code(name)} est une liste de lignes, et aucune ne s'appelle {quoted(asked)}.",
        f"Entre les crochets d'une liste, il faut un numéro : {code(f'{name}[0]')}.",
        spot,
    )


def _line_of_the_loop(scene: Scene, name: str) -> str:
    """Return the `ligne` of the ``for ligne in lignes:`` around the line at fault, or nothing."""
    if scene.tree is None or scene.spot is None:
        return ""
    for loop in ast.walk(scene.tree):
        if (
            isinstance(loop, ast.For)
            and isinstance(loop.target, ast.Name)
            and isinstance(loop.iter, ast.Name)
            and loop.iter.id == name
            and loop.lineno <= scene.spot.line <= (loop.end_lineno or 0)
        ):
            return loop.target.id
    return ""


def _list_for_a_key(scene: Scene) -> Advice | None:
    """Explain ``ligne[restes]``, where the key has lost its quotes and its name is a list's."""
    node = _lookup(scene)
    if node is None or "unhashable type: 'list'" not in scene.message:
        return None
    key, (text, whole) = node.slice, _whole(scene)
    if not isinstance(key, ast.Name) or not text or type(whole) is not dict:
        return None
    wanted = f'{text}["{key.id}"]'
    return Advice(
        f"Il manque les guillemets autour de {code(key.id)} : sans eux, c'est ta liste.",
        f"Écris {code(wanted)}.",
        scene.spot_of(key),
    )


def _missing_key(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, KeyError) or not scene.error.args:
        return None
    key = scene.error.args[0]
    if type(key) not in (str, int, float, bool, tuple):
        return None
    text, whole = _whole(scene)
    shown = code(f'"{key}"' if type(key) is str else key)
    keys = list(whole) if type(whole) is dict else []
    name = code(text) if text else "le dictionnaire"
    row = is_row(scene, whole)
    spot = scene.spot_of(_slice(scene))
    texts = [one for one in keys if type(one) is str]
    near = nearest(key, texts) if type(key) is str else None
    if row:
        cause = f"Il n'y a pas de colonne {shown} dans {name}, qui est une ligne du tableau."
    else:
        cause = f"La clé {shown} n'existe pas dans {name}."
    what, noun = ("le nom de la colonne", "colonnes") if row else ("la clé", "clés")
    if near:
        return Advice(
            f"{cause} Tu voulais sans doute {quoted(near)}.",
            f"Majuscules, accents et espaces comptent : recopie {what} lettre à lettre.",
            spot,
        )
    if not row:
        cause += " Une clé est le nom sous lequel une valeur est rangée."
    if type(key) is int and str(key) in texts:
        return Advice(
            f"{cause} Ici, les clés sont des textes.",
            f"Écris la clé entre guillemets : {quoted(key)}.",
            spot,
        )
    if keys and all(type(one) in (str, int, float, bool) for one in keys):
        some = listed(code(f'"{one}"' if type(one) is str else one) for one in keys[:_MOST_KEYS])
        more = "" if len(keys) <= _MOST_KEYS else ", entre autres"
        return Advice(cause, f"Choisis parmi les {noun} qui existent : {some}{more}.", spot)
    return Advice(cause, "Compare la clé, lettre à lettre, avec celles qui existent.", spot)


def _no_brackets(scene: Scene) -> Advice | None:
    found = re.match(r"'([\w.]+)' object is not subscriptable", scene.message)
    if not found:
        return None
    kind = found[1]
    node = _lookup(scene)
    text, _ = _whole(scene)
    if kind == "NoneType":
        return where_none_came_from(scene, node.value if node else None)
    if kind in ("builtin_function_or_method", "function", "method", "type"):
        return Advice(
            f"{code(text or '…')} est une fonction : on la lance avec des parenthèses, pas avec "
            "des crochets.",
            f"Remplace `[ ]` par `( )` : {code((text or '…') + '(…)')}.",
            scene.spot_of(node),
        )
    return Advice(
        f"Les crochets prennent un élément, mais {code(text or '…')} est {kind_of(kind)} : il n'y "
        "a pas d'éléments.",
        "Enlève les crochets, ou vérifie que c'est la variable que tu voulais.",
        scene.spot_of(node.value if node else None),
    )


def _fixed(scene: Scene) -> Advice | None:
    found = re.match(
        r"'([\w.]+)' object (?:does not|doesn't) support item (assignment|deletion)", scene.message
    )
    if not found:
        return None
    kind, text = found[1], _whole(scene)[0] or "…"
    if kind == "str":
        step = f"Fabrique un nouveau texte, par exemple avec {code(text + '.replace(…, …)')}."
    elif kind == "tuple":
        step = "Crée la liste avec des crochets `[ ]` : une liste peut changer."
    else:
        step = "Vérifie que c'est bien la variable que tu voulais."
    return Advice(
        f"On ne peut pas changer un élément de {code(text)} : c'est {kind_of(kind)}, qui ne change "
        "pas par morceaux.",
        step,
    )


def _unhashable(scene: Scene) -> Advice | None:
    found = re.search(r"unhashable type: '([\w.]+)'", scene.message)
    if not found:
        return None
    return Advice(
        "Dans un dictionnaire ou un ensemble, une clé doit être un texte ou un nombre. Ici, c'est "
        f"{kind_of(found[1])}.",
        f"Les {kinds_of(found[1])} se rangent comme valeurs, après les deux points : "
        '`{"clé": valeur}`.',
    )


RULES: tuple[Rule, ...] = (
    _too_far,
    _wrong_index,
    _missing_key,
    _no_brackets,
    _fixed,
    _list_for_a_key,
    _unhashable,
)
