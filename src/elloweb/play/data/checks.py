"""Check what a chart was given, and say in French where it goes wrong and what to do.

Every function takes the *call* that complains, "barres" say, and the *name* of its argument.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from elloweb.errors import about
from elloweb.play.data.numbers import is_number, python

_BIGGEST = 1e12
_SMALLEST = 1e-9
_EXAMPLES = {"noms": '["lundi", "mardi"]', "groupes": '["bus", "vélo"]'}


def entries(call: str, name: str, values: Any) -> list[Any]:
    """Return *values* as a list; a lone text, number or dictionary is none."""
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        example = _EXAMPLES.get(name, "[12, 7.5]")
        raise about(
            TypeError(f"{call}(…) attend une liste pour {name}, entre crochets, comme {example}."),
            name,
        )
    return list(values)


def names(call: str, name: str, values: Any) -> tuple[str, ...]:
    """Return *values* as texts; a missing one is no name."""
    listed = entries(call, name, values)
    for place, value in enumerate(listed, start=1):
        if value is None:
            where = _place(call, name, place)
            raise about(ValueError(f"{where} il manque un nom (None) : écris-le."), name)
    return tuple(str(value) for value in listed)


def numbers(call: str, name: str, values: Any) -> tuple[float, ...]:
    """Return *values* as numbers that a chart can show."""
    listed = entries(call, name, values)
    for place, value in enumerate(listed, start=1):
        _check_number(name, _place(call, name, place), value)
    return tuple(listed)


def number(call: str, name: str, value: Any) -> float:
    """Return *value*, which must be one number that a chart can show."""
    _check_number(name, f"{call}(…), {name} :", value)
    return value  # type: ignore[no-any-return]


def texts(call: str, **values: Any) -> None:
    """Check that each of *values* is a text."""
    for name, value in values.items():
        if not isinstance(value, str):
            raise about(TypeError(f"{call}(…) attend un texte entre guillemets pour {name}."), name)


def switches(call: str, **values: Any) -> None:
    """Check that each of *values* is True or False."""
    for name, value in values.items():
        if not isinstance(value, bool):
            raise about(
                TypeError(f"{call}(…) attend True ou False pour {name}, sans guillemets."), name
            )


def paired(call: str, first: str, some: Sequence[Any], second: str, others: Sequence[Any]) -> None:
    """Check that *some* and *others* go in pairs, and that there are any."""
    if not some and not others:
        nothing = f"{call}(…) n'a rien à dessiner : la liste {second} est vide."
        raise about(ValueError(nothing), second)
    if len(some) != len(others):
        plural = "s" if len(some) > 1 else ""
        unequal = (
            f"{call}(…) a reçu deux listes de longueurs différentes : {first} a {len(some)} "
            f"élément{plural}, {second} en a {len(others)}. Il en faut autant."
        )
        raise about(ValueError(unequal), first, second)


def at_most(call: str, count: int, most: int, what: str, instead: str) -> None:
    """Check that there are no more than *most* things, more than which nobody can read."""
    if count > most:
        raise ValueError(
            f"{call}(…) a reçu {count} {what}, et on n'en lit plus au-delà de {most}. {instead}"
        )


def rank(place: int) -> str:
    """Return *place*, from 1, as one counts them: 1re, 2e, 3e…"""
    return "1re" if place == 1 else f"{place}e"


def _place(call: str, name: str, place: int) -> str:
    return f"{call}(…), liste {name}, {rank(place)} place :"


def _check_number(name: str, where: str, value: Any) -> None:
    fault = _fault_of_a_number(value)
    if fault:
        kind = ValueError if is_number(value) else TypeError
        raise about(kind(f"{where} {fault}"), name)


def _fault_of_a_number(value: Any) -> str:
    if value is None:
        return "il n'y a pas de valeur (None). Enlève cette ligne du dessin, ou retrouve la valeur."
    if isinstance(value, str):
        return _about_text(value)
    if not is_number(value):
        return "il faut un nombre que l'on peut dessiner, comme 12 ou 7.5."
    if abs(value) > _BIGGEST:
        return "ce nombre est trop grand pour un dessin. Compte en milliers ou en millions."
    if 0 < abs(value) < _SMALLEST:
        return "ce nombre est trop petit pour un dessin. Change d'unité."
    return ""


def _about_text(text: str) -> str:
    shown = text if len(text) <= 30 else f"{text[:29]}…"
    try:
        read = float(text.replace(",", ".").replace("\u202f", "").replace("\u00a0", ""))
    except ValueError:
        return f"« {shown} » est un texte, et il faut un nombre. As-tu échangé deux listes ?"
    if not is_number(read):
        return f"« {shown} » est un texte, et il faut un nombre."
    point = " et avec un point" if "," in text else ""
    return f"« {shown} » est un texte. Écris {python(read)}, sans guillemets{point}."
