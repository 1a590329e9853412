"""What is right on paper and not in Python: a unit, `:` to divide, a comma, words for signs."""

import keyword
import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import scan
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, nearest

_UNITS = (
    "kg|g|mg|km|m|cm|mm|L|l|cl|ml|kWh|h|heures?|min|minutes?|s|secondes?|jours?|ans?|euros?|"
    "degrés?|portions?"
)
_NUMBER = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_VALUE = r"(?:\d+(?:\.\d+)?|[^\W\d][\w.]*(?:\([^():]*\))?)"

# The signs of a comparison, in French: the longest ones first.
_COMPARED = {
    r"(?:supérieure?|plus\s+grande?)\s+ou\s+égale?\s+[àa]": ">=",
    r"(?:inférieure?|plus\s+petite?)\s+ou\s+égale?\s+[àa]": "<=",
    r"(?:supérieure?\s+[àa]|plus\s+(?:grande?\s+)?(?:de|que))": ">",
    r"(?:inférieure?\s+[àa]|moins\s+(?:de|que)|plus\s+petite?\s+que)": "<",
    r"différente?\s+de": "!=",
    r"égale?\s+[àa]": "==",
    r"au\s+moins": ">=",
    r"au\s+plus": "<=",
}


def _compared_in_words(scene: Scene) -> Advice | None:
    if scene.spot is None or not re.search(r"\b(?:if|elif|while)\b", scene.code):
        return None
    for words, sign in _COMPARED.items():
        found = re.search(rf"(?<!\w)(?:est\s+)?{words}(?!\w)", scene.code)
        if found:
            return Advice(
                f"Python écrit {code(sign)} pour « {found.group()} ».",
                f"Remplace {code(found.group())} par {code(sign)}, puis relance la cellule.",
                Spot(scene.spot.line, *found.span()),
            )
    return None


def _numbered(scene: Scene) -> Advice | None:
    """Explain ``1. rangees = …``, a number that a comment had, or that a list on paper has."""
    found = re.match(r"\s*(\d+\s*[.)])\s+(?=[^\W\d])", scene.code)
    if not found or scene.spot is None:
        return None
    rest = scene.code[found.end() :]
    instruction = re.match(r"\w+\s*(?:[-+*/]?=(?!=)|[(\[.])", rest)
    if not instruction and rest.split()[0] not in keyword.kwlist:
        return None
    return Advice(
        f"Le {code(found[1])} du début est de trop : une ligne de code n'a pas de numéro.",
        f"Efface {code(found[1])}, puis relance la cellule.",
        Spot(scene.spot.line, *found.span(1)),
    )


def _sentence(scene: Scene) -> Advice | None:
    """Explain ``range les valeurs``: a comment that has lost its sign."""
    line = scene.line.partition("#")[0].rstrip()
    found = re.fullmatch(r"\s*(\d+\s*[.)]\s+)?([^\W\d][\w' ,;.…!?-]*)", line)
    if not found or scene.spot is None:
        return None
    words = re.findall(r"[^\W\d]\w*", found[2])
    strange = {*words[1:]} - {*scene.known_names(), *keyword.kwlist}
    starts = {"print", "input", *keyword.kwlist}
    if words[0] in starts or nearest(words[0], starts) or len(strange) < 2 - bool(found[1]):
        return None
    shown = f'"{found[2]}"'
    return Advice(
        "Cette ligne est une phrase, et Python n'y trouve pas de code.",
        "Mets `#` devant : Python saute alors la ligne. Pour l'afficher, écris "
        f"{code(f'print({shown})')}.",
        Spot(scene.spot.line, *found.span(2)),
    )


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


RULES: tuple[Rule, ...] = (_compared_in_words, _numbered, _sentence, _unit, _division, _comma)
