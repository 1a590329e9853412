"""What is right on paper and not in Python: a unit after a number, `:` to divide, a comma."""

import keyword
import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import scan
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_UNITS = (
    "kg|g|mg|km|m|cm|mm|L|l|cl|ml|kWh|h|heures?|min|minutes?|s|secondes?|jours?|ans?|euros?|"
    "degrés?|portions?"
)
_NUMBER = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_VALUE = r"(?:\d+(?:\.\d+)?|[^\W\d][\w.]*(?:\([^():]*\))?)"


def _unit(scene: Scene) -> Advice | None:
    if scene.spot is None:
        return None
    # A percent sign before a value is Python's remainder.
    found = re.search(
        rf"(?<![\w.,])({_NUMBER})\s*((?:{_UNITS})(?!\w)|[€°]C?|%(?=\s*(?:[,\]):]|$)))", scene.code
    )
    if not found or found[2] in set(scene.names) - {"min"}:
        return None
    number = found[1].replace(" ", "").replace(",", ".")
    return Advice(
        f"Un nombre s'écrit seul, sans son unité : ici {code(found[2])} est de trop.",
        f"Écris seulement {code(number)}.",
        Spot(scene.spot.line, *found.span()),
    )


def _division(scene: Scene) -> Advice | None:
    if scene.spot is None or scan("\n".join(scene.scan.lines[: scene.spot.line - 1])).unclosed:
        # Within a dictionary of several lines, `1 : 3` is a key and its value.
        return None
    found = re.match(rf"\s*(?:\w+\s*=\s*)?({_VALUE})\s*:\s*({_VALUE})$", scene.code)
    if not found and not re.match(r"\s*(?:def|class|lambda)\b", scene.code):
        found = re.search(rf"\w\(\s*({_VALUE})\s*:\s*({_VALUE})\s*\)", scene.code)
    if not found or {found[1], found[2]} & set(keyword.kwlist):
        return None
    return Advice(
        "Pour diviser, Python écrit `/` et non deux points.",
        f"Écris {code(f'{found[1]} / {found[2]}')}.",
        Spot(scene.spot.line, found.start(1), found.end(2)),
    )


def _comma(scene: Scene) -> Advice | None:
    """Explain ``if x > 9,5:`` and ``[1,5 2,5]``, where only a decimal number makes sense."""
    found = None
    if re.match(r"\s*(?:if|elif|while)\b", scene.code):
        found = re.search(r"(?:[<>]|[<>=!]=)\s*(\d+,\d+)(?=\s*(?::|$|and\b|or\b))", scene.code)
    found = found or re.search(r"(?<![\w.])(\d+,\d+)(?=\s*[; ]\s*\d+,\d)", scene.code)
    if not found or scene.spot is None:
        return None
    return Advice(
        "Dans un nombre à virgule, Python veut un point, car la virgule sépare deux valeurs.",
        f"Écris {code(found[1].replace(',', '.'))}.",
        Spot(scene.spot.line, *found.span(1)),
    )


RULES: tuple[Rule, ...] = (_unit, _division, _comma)
