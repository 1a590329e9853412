"""Compare and show the values of learners' expressions.

Every function here may run a learner's own methods (``__eq__``, ``__repr__``): call them guarded.
"""

import math
import reprlib
from collections.abc import Mapping
from typing import Any

from elloweb.learn.help.unlaunched import call_of, is_function

_RELATIVE_TOLERANCE = 1e-6


class _ShortRepr(reprlib.Repr):
    """Python's repr, shortened to what fits in a sentence, texts between double quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel = 3
        self.maxlist = self.maxtuple = self.maxset = self.maxdict = 8
        self.maxstring = self.maxother = self.maxlong = 80

    def repr_str(self, x: str, level: int) -> str:
        """Return a text as the notebooks write it: "lundi"."""
        written = super().repr_str(x, level)
        return f'"{written[1:-1]}"' if written.startswith("'") and '"' not in written else written

    def repr_function(self, x: Any, level: int) -> str:
        """Return a function as a beginner knows it, by its name."""
        return f"la fonction {x.__name__}"

    repr_builtin_function_or_method = repr_method = repr_function


_short = _ShortRepr()


def plain(value: Any) -> Any:
    """Return *value* in Python's own types where it is an array or a number of some library."""
    if isinstance(value, bool | int | float | str | list | tuple | dict):
        return value
    return value.tolist() if hasattr(value, "tolist") else value


def same(value: Any, expected: Any, margin: float | None = None) -> bool:
    """Return whether *value* is what was hoped for, as a beginner's teacher would say it.

    Numbers may differ by *margin* (default: rounding noise); a tuple is as good as a list; True is
    not 1; text must be equal to the letter.
    """
    value, expected = plain(value), plain(expected)
    if isinstance(value, bool) or isinstance(expected, bool):
        return value is expected
    if _is_number(value) and _is_number(expected):
        if margin is not None:
            return bool(abs(value - expected) <= margin)
        return math.isclose(value, expected, rel_tol=_RELATIVE_TOLERANCE, abs_tol=1e-9)
    if _are_lists(value, expected):
        return len(value) == len(expected) and all(
            same(one, other, margin) for one, other in zip(value, expected, strict=True)
        )
    if isinstance(value, Mapping) and isinstance(expected, Mapping):
        return value.keys() == expected.keys() and all(
            same(value[key], expected[key], margin) for key in expected
        )
    return type(value) is type(expected) and bool(value == expected)


def show(value: Any) -> str:
    """Return *value* as Python writes it, shortened."""
    return _short.repr(plain(value))


def kind(value: Any) -> str:
    """Return what sort of thing *value* is, in a beginner's French, without naming the value."""
    value = plain(value)
    if isinstance(value, bool):
        return "True ou False"
    if isinstance(value, int):
        return "un nombre entier"
    if isinstance(value, float):
        return "un nombre"
    if isinstance(value, str):
        return "un texte entre guillemets"
    if isinstance(value, list | tuple):
        return f"une liste de {len(value)} éléments" if len(value) > 1 else "une liste"
    if isinstance(value, Mapping):
        return "un dictionnaire"
    return "une autre valeur"


def almost(value: Any, expected: Any) -> str | None:
    """Return a French remark when *value* is right but for its form, else None."""
    value, expected = plain(value), plain(expected)
    if is_function(value) and not callable(expected):
        return f"Il manque ses parenthèses : écris `{call_of(value)}`."
    if _folded(value) == _folded(expected):
        return "Tu y es presque : regarde les majuscules et les espaces."
    if isinstance(value, str) and _is_number(expected) and _reads_as(value, expected):
        return "Entre guillemets, c'est un texte. Enlève les guillemets pour en faire un nombre."
    if isinstance(value, str) and _is_number(expected) and _reads_as(_first_word(value), expected):
        return "Le nombre est bon. Garde-le seul : sans unité, et sans guillemets."
    if isinstance(expected, str) and _is_number(value) and _reads_as(expected, value):
        return "C'est un nombre. Mets des guillemets autour pour en faire un texte."
    if _is_number(value) and _is_number(expected) and _rounds_to(value, expected):
        return "Le nombre est bon à un arrondi près : garde toutes les décimales."
    if isinstance(value, tuple) and len(value) == 2 and _is_number(expected):
        return "La virgule sépare deux valeurs. Pour un nombre à virgule, Python veut un point."
    if isinstance(value, list | tuple) and _is_number(expected):
        return "C'est toute une liste : il faut en faire un seul nombre."
    if _are_lists(value, expected) and _same_in_disorder(value, expected):
        return "Tout y est, mais dans un autre ordre."
    return None


def _are_lists(*values: Any) -> bool:
    return all(isinstance(value, list | tuple) for value in values)


def _folded(value: Any) -> Any:
    """Return *value* with its texts in lower case and without spaces around them."""
    if isinstance(value, str):
        return value.strip().casefold()
    return [_folded(one) for one in value] if isinstance(value, list | tuple) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _reads_as(text: str, number: float) -> bool:
    try:
        return math.isclose(float(text.replace(",", ".")), number)
    except ValueError:
        return False


def _first_word(text: str) -> str:
    return (text.split() or [""])[0]


def _rounds_to(value: float, expected: float) -> bool:
    return expected != int(expected) and any(value == round(expected, n) for n in (0, 1, 2))


def _same_in_disorder(value: Any, expected: Any) -> bool:
    if len(value) != len(expected):
        return False
    rest = list(expected)
    for one in value:
        match = next((i for i, other in enumerate(rest) if same(one, other)), None)
        if match is None:
            return False
        del rest[match]
    return True
