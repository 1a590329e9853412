"""Two pieces of a line with nothing between them, and the last word on lines nobody can read.

Between the two, a comma, quotes, an operator or brackets are missing.
"""

import keyword
import re
from itertools import pairwise

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import Token, begins_a_value, ends_a_value, tokens
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, nearest, quoted


def _side_by_side(scene: Scene) -> Advice | None:
    if scene.spot is None:
        return None
    line = tokens(scene.code)
    for first, second in pairwise(line):
        if not (ends_a_value(first) and begins_a_value(second)):
            continue
        return (
            _number_before_a_call(scene, first, second, line)
            or _call_without_brackets(scene, first, second, line)
            or _text_without_quotes(scene, first, second, line)
            or _colon_of_a_pair(scene, first, second, line)
            or _comma(scene, first, second)
            or _no_equals(scene, first, second, line)
            or _two_instructions(scene, first, second)
        )
    return None


def _spot(scene: Scene, first: Token, second: Token) -> Spot:
    assert scene.spot is not None
    return Spot(scene.spot.line, first.start, second.end)


def _original(scene: Scene, token: Token) -> str:
    return scene.line[token.start : token.end]


def _number_before_a_call(
    scene: Scene, first: Token, second: Token, line: list[Token]
) -> Advice | None:
    """Explain ``total = 0 sum(restes)``, where the value to change still stands."""
    after = [token for token in line if token.start >= second.end]
    if first.kind != "number" or second.kind != "word" or not after or after[0].text != "(":
        return None
    closed = [t.end for t in after if t.text == ")" and t.depth == second.depth]
    number = first.text
    call = scene.line[second.start : closed[0] if closed else len(scene.line)]
    several = "" if number == "0" else f" Pour multiplier, écris {code(f'{number} * {call}')}."
    return Advice(
        f"Le {code(number)} devant {code(call)} est de trop."
        if number == "0"
        else f"Entre {code(number)} et {code(call)}, il manque un signe, ou le {code(number)} est "
        "de trop.",
        f"Efface le {code(number)}.{several}",
        Spot(scene.spot.line, first.start, first.end) if scene.spot else None,
    )


def _call_without_brackets(
    scene: Scene, first: Token, second: Token, line: list[Token]
) -> Advice | None:
    import builtins

    if first.kind != "word" or second.kind == "sign":
        return None
    value = scene.names.get(first.text, getattr(builtins, first.text, None))
    if not callable(value):
        return None
    rest = [t for t in line if t.start >= second.start and t.depth == first.depth]
    end = rest[-1].end if rest and first.depth == 0 else second.end
    given = scene.line[second.start : end].strip()
    return Advice(
        f"{code(first.text)} est une fonction : ce qu'on lui donne va entre parenthèses.",
        f"Écris {code(f'{first.text}({given})')}.",
        _spot(scene, first, second),
    )


def _text_without_quotes(
    scene: Scene, first: Token, second: Token, line: list[Token]
) -> Advice | None:
    """Explain ``titre=Les restes``: words that follow each other, and not all of them known."""
    if first.kind != "word":
        return None
    words = _run_of_words(first, line)
    left = [token for token in line if token.end <= first.start]
    named = len(left) > 1 and left[-1].text == "=" and left[-2].kind == "word"
    if len(words) < 2 or not (_some_unknown(scene, words) or (named and first.depth)):
        return None
    text = scene.line[first.start : words[-1].end]
    if named:
        written = f"{scene.line[left[-2].start : first.start]}{chr(34)}{text}{chr(34)}"
        step = f"C'est un texte : mets-le entre guillemets, {code(written)}."
    else:
        step = f"Si c'est un texte, mets-le entre guillemets : {quoted(text)}."
    return Advice(
        f"Python lit {code(text)} comme des noms, un mot après l'autre, et ne comprend pas la "
        "suite.",
        step,
        _spot(scene, first, words[-1]),
    )


def _run_of_words(first: Token, line: list[Token]) -> list[Token]:
    """Return the words from *first* on, with a space between them; a name and its `=` is none."""
    words: list[Token] = []
    pieces = [token for token in line if token.start >= first.start]
    for piece in pieces:
        if piece.kind not in ("word", "number") or piece.depth != first.depth:
            if piece.text in ("=", "("):
                words = words[:-1]
            break
        if words and piece.start - words[-1].end > 1:
            break
        words.append(piece)
    return words


def _some_unknown(scene: Scene, words: list[Token]) -> bool:
    """Return whether one of these words is no name that she knows, nor nearly one."""
    known = [*scene.known_names(), *keyword.kwlist]
    return any(
        word.kind == "word" and word.text not in known and nearest(word.text, known) is None
        for word in words
    )


def _colon_of_a_pair(scene: Scene, first: Token, second: Token, line: list[Token]) -> Advice | None:
    """Explain the ``{"pain" 2}`` that lacks a colon, where a comma would make it worse."""
    before = [token.text for token in line if token.end <= first.start]
    opened = next((text for text in reversed(before) if text in ("{", "[", "(")), "")
    if opened != "{" or before[-1] not in ("{", ","):
        return None
    left, right = _original(scene, first), _original(scene, second)
    return Advice(
        f"Entre la clé {code(left, 25)} et sa valeur {code(right, 25)}, il manque deux points.",
        f"Écris {code(f'{left}: {right}')}.",
        _spot(scene, first, second),
    )


def _comma(scene: Scene, first: Token, second: Token) -> Advice | None:
    inside = first.depth or second.depth or "forgot a comma" in scene.message
    if not inside:
        return None
    left, right = _original(scene, first), _original(scene, second)
    return Advice(
        f"Entre {code(left, 25)} et {code(right, 25)}, il manque une virgule ou un signe.",
        f"Ajoute une virgule entre les deux : {code(f'{left}, {right}')}.",
        _spot(scene, first, second),
    )


def _no_equals(scene: Scene, first: Token, second: Token, line: list[Token]) -> Advice | None:
    """Explain ``surnom "chouette"``: a name and its value, and nothing else on the line."""
    import builtins

    if len(line) != 2 or first.kind != "word" or second.kind not in ("text", "number"):
        return None
    near = nearest(first.text, scene.known_names()) if len(first.text) > 3 else None
    if near is not None and callable(getattr(builtins, near, None)):
        return None
    left, right = _original(scene, first), _original(scene, second)
    return Advice(
        f"Il manque le signe `=` entre {code(left, 25)} et {code(right, 25)}.",
        f"Écris {code(f'{left} = {right}')}.",
        _spot(scene, first, second),
    )


def _two_instructions(scene: Scene, first: Token, second: Token) -> Advice:
    left, right = _original(scene, first), _original(scene, second)
    if first.kind == "number" and second.kind == "word":
        return Advice(
            f"Entre {code(left)} et {code(right)}, il manque un signe.",
            f"Pour multiplier, écris {code(f'{left} * {right}')}. Si c'est un texte, mets des "
            "guillemets.",
            _spot(scene, first, second),
        )
    return Advice(
        f"Il manque un signe entre {code(left, 25)} et {code(right, 25)}, ou ce sont deux "
        "instructions sur la même ligne.",
        f"Va à la ligne avant {code(right, 25)}, ou ajoute le signe qui manque.",
        _spot(scene, first, second),
    )


def _import(scene: Scene) -> Advice | None:
    if not re.match(r"\s*(import|from)\b", scene.code):
        return None
    return Advice(
        "La ligne d'importation n'est pas complète, ou ses mots ne sont pas dans l'ordre.",
        "Écris `import module`, ou `from module import nom`.",
    )


def _anything(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, SyntaxError):
        return None
    number = f" {scene.number(scene.spot.line)}" if scene.spot else ""
    near = scene.line[scene.spot.start : scene.spot.end].strip() if scene.spot else ""
    if len(near) == 1 and not near.isalnum():
        where = f", à partir du signe {code(near)} qui est marqué"
    else:
        where = f", à partir de {code(near, 25)}" if near else ""
    return Advice(
        f"Python n'arrive pas à lire la ligne{number}{where}.",
        "Cherche, juste avant cet endroit, un signe, un guillemet, une virgule ou une parenthèse "
        "qui manque ou qui est de trop.",
    )


RULES: tuple[Rule, ...] = (_side_by_side, _import, _anything)
