"""What a puzzle of lines says."""

from elloweb.learn.pieces.parsons import Fault, Finding

INSTRUCTION = "Remets les lignes du programme dans l'ordre."
_INDENTS = "Pousse vers la droite, avec →, les lignes qui sont à l'intérieur d'une autre."
_WRITTEN_INDENTS = "Mets quatre espaces devant les lignes qui sont à l'intérieur d'une autre."
_ONE_TRAP = "Une ligne est en trop : laisse-la de côté."
_TRAPS = "{traps} lignes sont en trop : laisse-les de côté."
DONE = "C'est ça, ton programme est complet !"
SEE = "Regarde juste en dessous ce que cela donne."

FIRST = "Choisis d'abord une ligne : celle par où cela commence."
_ONE_MISSING = "Il manque encore une ligne : choisis-la parmi les lignes à placer."
_MISSING = "Il manque encore {missing} lignes : choisis la suivante parmi les lignes à placer."
_SENTENCES = {
    Fault.ORDER: (
        "Regarde la ligne {n} : ce n'est pas encore sa place. Laquelle doit venir à ce moment-là ?"
    ),
    Fault.EXTRA: "Tout est déjà complet avant la ligne {n} : retire-la.",
    Fault.INDENTATION: (
        "Regarde la ligne {n} : c'est bien elle, avec un autre décalage. Choisis-la, puis appuie "
        "sur → ou ←. {rule}"
    ),
}
_PYTHON_RULE = (
    "Ce qui est à l'intérieur d'une ligne finie par « : » va un cran plus loin qu'elle ; le reste "
    "s'aligne avec elle."
)
_OTHER_RULE = "Ce qui est à l'intérieur d'une autre ligne va un cran plus loin qu'elle."
_LABELS = {
    "title": "Lignes à remettre dans l'ordre",
    "pool": "Lignes à placer",
    "program": "Ton programme",
    "all_placed": "Toutes les lignes sont placées.",
    "nothing_placed": "Clique sur une ligne, ou choisis-la avec Entrée : elle viendra ici.",
    "check": "Vérifier",
    "restart": "Recommencer",
    "up": "Monter",
    "down": "Descendre",
    "left": "Décaler à gauche",
    "right": "Décaler à droite",
    "remove": "Retirer",
    "line": "Ligne {n}",
    "moved": "{text} : ligne {n}",
    "removed": "{text} : retirée du programme",
    "restarted": "Toutes les lignes sont de nouveau à placer",
    "at_top": "C'est déjà la première ligne",
    "at_bottom": "C'est déjà la dernière ligne",
    "at_left": "Cette ligne est déjà tout à gauche",
    "at_right": "Cette ligne ne va pas plus loin à droite",
}
_OF_A_TEXT = {"program": "Tes lignes", "removed": "{text} : retirée de tes lignes"}
_KEYS = "Au clavier, dans {place} : les flèches déplacent la ligne, Suppr la retire."
MARKS = {"right": ("✓", "juste"), "look": ("?", "à voir")}


def labels(*, python: bool) -> dict[str, str]:
    """Return what stands around the lines; those of a page, or of a text, are no program."""
    place = "ton programme" if python else "tes lignes"
    return _LABELS | ({} if python else _OF_A_TEXT) | {"keys": _KEYS.format(place=place)}


def rules(*, indents: bool, traps: int, written: bool = False) -> str:
    """Return what there is to do besides ordering; empty for nothing.

    *written* is true where she answers by code, without arrows.
    """
    sentences = [_WRITTEN_INDENTS if written else _INDENTS] if indents else []
    if traps:
        sentences.append(_ONE_TRAP if traps == 1 else _TRAPS.format(traps=traps))
    return " ".join(sentences)


def so_far(right: int) -> str:
    """Return how many first lines are right; empty for none."""
    if right < 2:
        return "Ta première ligne est à sa place." if right else ""
    return f"Tes {right} premières lignes sont à leur place."


def advice(found: Finding, *, python: bool) -> str:
    """Return which line to look at and why, or how many are missing."""
    if found.fault is Fault.MISSING:
        return _ONE_MISSING if found.missing == 1 else _MISSING.format(missing=found.missing)
    rule = _PYTHON_RULE if python else _OTHER_RULE
    return _SENTENCES[found.fault].format(n=found.right + 1, rule=rule)


def trap(found: Finding, said: str) -> str:
    """Return which line is one too many, and what its author *said* of it."""
    return f"Regarde la ligne {found.right + 1}. {said}"


def placed(lines: int) -> str:
    """Return how many lines are placed."""
    if lines < 2:
        return "une ligne placée" if lines else "aucune ligne placée"
    return f"{lines} lignes placées"


def level(level: int) -> str:
    """Return a level of indentation in words."""
    if level < 2:
        return "décalée d'un cran" if level else "sans décalage"
    return f"décalée de {level} crans"
