"""Names that Python does not take as names, and numbers that it does not take as numbers."""

import keyword
import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code


def _reserved(scene: Scene) -> Advice | None:
    found = re.match(r"\s*([^\W\d]\w*)\s*(?:[-+*/]?=(?!=))", scene.code) or re.match(
        r"\s*(?:for|def|class)\s+([^\W\d]\w*)", scene.code
    )
    if not found or found[1] not in keyword.kwlist:
        return None
    word = found[1]
    return Advice(
        f"{code(word)} est un mot réservé de Python : il ne peut pas servir de nom.",
        "Choisis un autre nom, un mot français par exemple.",
        scene.spot_of_word(word),
    )


_NAME_PLACES = r"^(\s*(?:for|def|class)\s+|\s*)"


def _name_with_hyphen(scene: Scene) -> Advice | None:
    found = re.match(_NAME_PLACES + r"([^\W\d]\w*(?:-\w+)+)\s*(?:=(?!=)|\(.*:|in\b)", scene.code)
    return _bad_name(scene, found[2], "de trait d'union") if found else None


def _name_with_digit_first(scene: Scene) -> Advice | None:
    found = re.match(_NAME_PLACES + r"(\d+[^\W\d]\w*)\s*(?:=(?!=)|\(.*:|in\b)", scene.code)
    if not found:
        return None
    digits, name = re.match(r"(\d+)(\w+)", found[2]).groups()  # type: ignore[union-attr]
    return Advice(
        f"Un nom ne commence pas par un chiffre : {code(found[2])}.",
        f"Mets le chiffre à la fin, par exemple {code(f'{name}{digits}')}.",
        scene.spot_of_word(found[2]),
    )


def _name_with_space(scene: Scene) -> Advice | None:
    found = re.match(_NAME_PLACES + r"(\w+(?: +\w+)+)\s*(?:=(?!=)|\(.*:\s*$|\bin\b)", scene.code)
    if not found:
        return None
    words = found[2].split()
    if any(word in keyword.kwlist for word in words) or words[0].isdigit():
        return None
    return _bad_name(scene, found[2], "d'espace")


def _bad_name(scene: Scene, name: str, fault: str) -> Advice:
    joined = re.sub(r"[-\s]+", "_", name.strip())
    start = scene.line.find(name)
    spot = Spot(scene.spot.line, start, start + len(name)) if scene.spot and start >= 0 else None
    return Advice(
        f"Un nom ne contient pas {fault} : {code(name)}.",
        f"Relie les mots avec le tiret du bas : {code(joined)}.",
        spot,
    )


def _number_with_spaces(scene: Scene) -> Advice | None:
    found = re.search(r"(?<![\w.])\d{1,3}(?: \d{3})+(?![\w])", scene.code)
    if not found or scene.spot is None:
        return None
    return Advice(
        f"Python écrit les nombres sans espace : {code(found.group())} fait deux nombres.",
        f"Écris {code(found.group().replace(' ', ''))}.",
        Spot(scene.spot.line, *found.span()),
    )


RULES: tuple[Rule, ...] = (
    _reserved,
    _name_with_hyphen,
    _name_with_digit_first,
    _name_with_space,
    _number_with_spaces,
)
