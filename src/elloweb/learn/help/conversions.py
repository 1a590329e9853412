"""Values of the right kind that cannot be used: a text that is no number, a division by zero."""

import ast
import re

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import NOTHING, Scene
from elloweb.learn.help.words import code


def _not_a_number(scene: Scene) -> Advice | None:
    found = re.match(
        r"invalid literal for int\(\) with base \d+: (.*)|could not convert string to float: (.*)",
        scene.message,
        re.DOTALL,
    )
    if not found:
        return None
    written = (found[1] or found[2] or "").strip()
    inside = written[1:-1] if written[:1] in ("'", '"') else written
    number = "un nombre entier" if found[1] else "un nombre"
    shown = code(f'"{inside}"')
    if not inside.strip():
        return Advice(
            f"Le texte est vide : Python ne peut pas en faire {number}.",
            "Mets des chiffres entre les guillemets.",
        )
    if re.fullmatch(r"\s*-?\d+,\d+\s*", inside):
        pointed = '"' + inside.strip().replace(",", ".") + '"'
        return Advice(
            f"Python ne peut pas faire {number} du texte {shown}, à cause de la virgule.",
            f"Écris-le avec un point : {code(f'float({pointed})')}.",
        )
    if found[1] and re.fullmatch(r"\s*-?\d+\.\d*\s*", inside):
        return Advice(
            f"{shown} est un nombre à virgule : `int` ne prend que des nombres entiers.",
            "Écris `float(…)` à la place de `int(…)`.",
        )
    if re.search(r"\d", inside):
        return Advice(
            f"Python ne peut pas faire {number} du texte {shown} : il n'y a pas que des chiffres.",
            "Garde les chiffres, enlève les espaces, les lettres et les autres signes.",
        )
    return Advice(
        f"Python ne peut pas faire {number} du texte {shown} : ce ne sont pas des chiffres.",
        "Mets des chiffres entre les guillemets, ou donne une autre variable.",
    )


def _unpacking(scene: Scene) -> Advice | None:
    found = re.match(
        r"(not enough|too many) values to unpack \(expected (?:at least )?(\d+)(?:, got (\d+))?",
        scene.message,
    )
    if not found:
        return None
    expected = int(found[2])
    fewer = found[1] == "not enough"
    there = f"il y en a {found[3]}" if found[3] else "il y en a davantage"
    if fewer and not found[3]:
        there = "il y en a moins"
    return Advice(
        f"À gauche, il y a {expected} noms, donc il faut {expected} valeurs à droite ; {there}.",
        "Mets autant de noms que de valeurs, séparés par des virgules.",
    )


def _zero(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, ZeroDivisionError):
        return None
    node = scene.node(ast.BinOp, ast.AugAssign)
    below = node.right if isinstance(node, ast.BinOp) else getattr(node, "value", None)
    text = scene.text_of(below)
    plain = isinstance(below, ast.Constant) or not text
    return Advice(
        "Il y a une division par zéro, et personne ne sait diviser par zéro."
        if plain
        else f"Il y a une division par zéro : {code(text)} vaut 0.",
        "Après le signe `/`, regarde ce qui est sous la barre de division."
        if plain
        else f"Regarde d'où vient la valeur de {code(text)}, ou vérifie-la avec `if` avant.",
        scene.spot_of(below),
    )


def _too_large(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, OverflowError):
        return None
    return Advice(
        "Le résultat de ce calcul est trop grand pour Python.",
        "Essaie avec des nombres plus petits.",
    )


def _not_found(scene: Scene) -> Advice | None:
    message = scene.message
    if "not in list" in message or "is not in list" in message or "not in tuple" in message:
        return Advice(
            "La liste ne contient pas la valeur demandée.",
            "Affiche la liste avec `print` et compare, lettre à lettre. Tu peux aussi vérifier "
            "avant, avec `if … in …`.",
        )
    if "substring not found" in message:
        return Advice(
            "Le texte ne contient pas le morceau demandé.",
            "Compare, lettre à lettre : majuscules, accents et espaces comptent.",
        )
    return None


def _empty(scene: Scene) -> Advice | None:
    found = re.match(r"(max|min)\(\) (?:arg|iterable argument) is (?:an )?empty", scene.message)
    if not found:
        return None
    call = scene.node(ast.Call)
    text = scene.text_of(call.args[0]) if call and call.args else ""
    who = code(text) if text else "La liste"
    return Advice(
        f"{who} est vide : il n'y a ni plus grand ni plus petit.",
        "Vérifie la ligne qui remplit la liste, et relance sa cellule.",
    )


def _mathematics(scene: Scene) -> Advice | None:
    if "math domain error" not in scene.message and "expected a " not in scene.message:
        return None
    call = scene.node(ast.Call)
    name = scene.text_of(call.func) if call else ""
    value = scene.value_of(call.args[0]) if call and call.args else NOTHING
    given = f" de {value}" if type(value) in (int, float) else ""
    return Advice(
        f"{code(name or 'Ce calcul')} n'existe pas pour ce nombre{given and f', {value}'} : une "
        "racine carrée, par exemple, veut un nombre positif.",
        "Affiche la valeur avec `print` : est-elle négative, ou nulle ?",
    )


def _format(scene: Scene) -> Advice | None:
    if "format" not in scene.message:
        return None
    return Advice(
        "Après les deux points, entre les accolades `{ }`, la mise en forme ne va pas avec cette "
        "valeur.",
        "Enlève ce qui suit les deux points. Pour deux décimales, c'est `{nombre:.2f}`.",
    )


def _range_step(scene: Scene) -> Advice | None:
    if "range() arg 3 must not be zero" not in scene.message:
        return None
    return Advice(
        "Le pas de `range` vaut 0 : Python n'avancerait jamais.",
        "Écris 1, ou un autre pas, en troisième position.",
    )


def _same_lengths(scene: Scene) -> Advice | None:
    found = re.search(
        r"must (?:have same first dimension|be the same size).*?shapes? \((\d+),\) and \((\d+),\)",
        scene.message,
    )
    if not found:
        return None
    return Advice(
        f"Les deux listes n'ont pas la même longueur : {found[1]} et {found[2]}.",
        "Il faut autant de valeurs dans l'une que dans l'autre. Compte-les avec `len(…)`.",
    )


RULES: tuple[Rule, ...] = (
    _not_a_number,
    _unpacking,
    _zero,
    _too_large,
    _not_found,
    _empty,
    _mathematics,
    _range_step,
    _same_lengths,
    _format,
)
