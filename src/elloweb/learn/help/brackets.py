"""Brackets that are not closed, closed twice, or closed by another one."""

import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import OPENING, Mark, Token, scan, tokens
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_WORDS = {
    "(": "La parenthèse",
    ")": "La parenthèse",
    "[": "Le crochet",
    "]": "Le crochet",
    "{": "L'accolade",
    "}": "L'accolade",
}
_OPENED = {"(": "ouverte", "[": "ouvert", "{": "ouverte"}
_CLOSED = {"(": "refermée", "[": "refermé", "{": "refermée"}


def _spot(mark: Mark) -> Spot:
    return Spot(mark.line, mark.column, mark.column + 1)


def _other_bracket(scene: Scene) -> Advice | None:
    pair = scene.scan.mismatch
    if pair is None or "f-string" in scene.message:
        return None
    opened, closed = pair
    wanted = OPENING[opened.sign]
    if opened.line != closed.line:
        # Far from each other, it is more likely that the first was forgotten.
        return _not_closed(scene, opened)
    return Advice(
        f"{_WORDS[opened.sign]} {code(opened.sign)} est {_CLOSED[opened.sign]} par "
        f"{code(closed.sign)}, qui est un autre signe.",
        f"Remplace {code(closed.sign)} par {code(wanted)}, ou ajoute {code(wanted)} devant.",
        _spot(closed),
    )


def _unclosed(scene: Scene) -> Advice | None:
    left = scene.scan.unclosed
    if not left or scene.spot is None or left[-1].line > scene.spot.line:
        return None
    return _not_closed(scene, left[-1])


def _not_closed(scene: Scene, opened: Mark) -> Advice:
    wanted = OPENING[opened.sign]
    return Advice(
        f"{_WORDS[opened.sign]} {code(opened.sign)}, {_OPENED[opened.sign]} à la ligne "
        f"{scene.number(opened.line)}, n'est pas {_CLOSED[opened.sign]}.",
        f"Ajoute {code(wanted)} à l'endroit où elle doit se fermer."
        if opened.sign != "["
        else f"Ajoute {code(wanted)} à l'endroit où il doit se fermer.",
        _spot(opened),
    )


def _extra(scene: Scene) -> Advice | None:
    extra = scene.scan.extra
    if extra is None or scene.spot is None or extra.line > scene.spot.line:
        return None
    who = _WORDS[extra.sign]
    gender = "" if extra.sign == "]" else "e"
    opening = next(sign for sign, close in OPENING.items() if close == extra.sign)
    return Advice(
        f"{who} {code(extra.sign)} ferme quelque chose qui n'a pas été ouvert.",
        f"Enlève ce {code(extra.sign)}, ou ajoute {code(opening)} devant."
        if not gender
        else f"Enlève cette {code(extra.sign)}, ou ajoute {code(opening)} devant.",
        _spot(extra),
    )


def _as_python_says(scene: Scene) -> Advice | None:
    """Explain a bracket within an f-string, where our own reader does not look."""
    found = re.search(r"'([(\[{])' was never closed|unmatched '([)\]}])'", scene.message)
    if not found:
        return None
    sign = found[1] or found[2]
    if found[1]:
        return Advice(
            f"{_WORDS[sign]} {code(sign)} n'est pas {_CLOSED[sign]}.",
            f"Ajoute {code(OPENING[sign])} pour fermer.",
        )
    return Advice(
        f"{_WORDS[sign]} {code(sign)} est de trop.", f"Enlève le signe {code(sign)} en trop."
    )


def _after_the_bracket(scene: Scene) -> Advice | None:
    """Explain ``barres(a, b), repere=30``, an argument beside its call."""
    if scene.spot is None:
        return None
    before = scan("\n".join(scene.scan.lines[: scene.spot.line - 1])).unclosed
    opened = [_name_before(scene, mark) for mark in before]
    for number in range(scene.spot.line, len(scene.scan.lines) + 1):
        line = tokens(scene.scan.code(number))
        for place, token in enumerate(line):
            if token.text in OPENING:
                opened.append(_name_before(scene, Mark(token.text, number, token.start)))
            elif token.text in OPENING.values() and opened:
                function = opened.pop()
                beside = _beside(scene, function, line[place + 1 :])
                if beside and function and not opened:
                    return _slide_in(scene, function, number, beside.start)
        if not opened:
            return None
    return None


def _name_before(scene: Scene, opened: Mark) -> str:
    found = re.search(r"([^\W\d]\w*)$", scene.scan.line(opened.line)[: opened.column])
    return found[1] if found and opened.sign == "(" else ""


def _beside(scene: Scene, function: str, rest: list[Token]) -> Token | None:
    """Return the `repere` of ``, repere=30``; without a comma, only a name that is expected."""
    comma = [rest[0]] if rest and rest[0].text == "," else []
    named = rest[len(comma) : len(comma) + 2]
    if [token.kind for token in named] != ["word", "sign"] or named[1].text != "=":
        return None
    parameters = getattr(getattr(scene.names.get(function), "__code__", None), "co_varnames", ())
    return named[0] if comma or named[0].text in parameters else None


def _slide_in(scene: Scene, function: str, line: int, start: int) -> Advice:
    end = len(scene.scan.code(line))
    written = scene.scan.line(line)[start:end]
    return Advice(
        f"{code(written)} est écrit après la parenthèse de {code(function)} : elle est déjà "
        "refermée.",
        f"Glisse-le avant la parenthèse : {code(f'{function}(…, {written})')}.",
        Spot(line, start, end),
    )


RULES: tuple[Rule, ...] = (
    _after_the_bracket,
    _other_bracket,
    _unclosed,
    _extra,
    _as_python_says,
)
