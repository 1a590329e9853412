"""The spaces at the beginning of the lines."""

import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code


def _margin(scene: Scene, line: int) -> Spot:
    text = scene.scan.line(line)
    return Spot(line, 0, len(text) - len(text.lstrip()))


def _tabs(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, TabError):
        return None
    return Advice(
        "Certaines lignes commencent par des espaces, d'autres par des tabulations : Python ne "
        "sait plus les comparer.",
        "Efface le début de ces lignes, puis remets quatre espaces avec la barre d'espace.",
    )


def _missing(scene: Scene) -> Advice | None:
    if "expected an indented block" not in scene.message or scene.spot is None:
        return None
    found = re.search(r"on line (\d+)", scene.message)
    header = int(found[1]) if found else scene.scan.code_before(scene.spot.line)
    if header is None:
        return None
    first = scene.scan.code(header).split() or ["…"]
    word = code(re.sub(r"\W+$", "", first[0]))
    cause = (
        f"La ligne {scene.number(header)} ouvre un bloc {word} avec `:` à la fin. La ligne qui "
        "suit doit être décalée vers la droite"
    )
    after = [n for n in range(header + 1, len(scene.scan.lines) + 1) if scene.scan.code(n).strip()]
    if not after:
        return Advice(
            f"{cause}, et il n'y a rien dessous.",
            "Écris dessous, après quatre espaces, ce qu'il faut faire.",
            Spot(header, 0, len(scene.scan.code(header))),
        )
    return Advice(
        f"{cause}.",
        f"Ajoute quatre espaces au début de la ligne {scene.number(after[0])}.",
        Spot(after[0], 0, len(scene.scan.line(after[0]).rstrip())),
    )


def _too_much(scene: Scene) -> Advice | None:
    if "unexpected indent" not in scene.message or scene.spot is None:
        return None
    line = scene.spot.line
    before = scene.scan.code_before(line)
    step = "Enlève les espaces au début de la ligne."
    if before is not None:
        step = f"Aligne son début sur celui de la ligne {scene.number(before)}."
        if re.match(r"\s*(if|for|while|def|else|elif)\b", scene.scan.code(before)):
            step += f" Ou ajoute `:` à la fin de la ligne {scene.number(before)}."
    return Advice(
        f"La ligne {scene.number(line)} commence par des espaces de trop : elle est plus décalée "
        "que les autres, sans raison pour Python.",
        step,
        _margin(scene, line),
    )


def _between(scene: Scene) -> Advice | None:
    if "unindent does not match" not in scene.message or scene.spot is None:
        return None
    line = scene.spot.line
    return Advice(
        f"Le décalage de la ligne {scene.number(line)} ne correspond à aucune des lignes au-dessus "
        "d'elle.",
        "Compte les espaces au début des lignes : celles d'un même bloc en ont autant, quatre le "
        "plus souvent.",
        _margin(scene, line),
    )


def _any_other(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, IndentationError):
        return None
    return Advice(
        "Python ne comprend pas les espaces au début de cette ligne.",
        "Aligne les lignes d'un même bloc, avec quatre espaces de plus que la ligne qui finit par "
        "deux points.",
    )


RULES: tuple[Rule, ...] = (_tabs, _missing, _too_much, _between, _any_other)
