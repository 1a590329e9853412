"""Numbers as French writes them: a decimal comma, and spaces from ten thousand on."""

from math import floor, isfinite, log10
from numbers import Real
from typing import Any, TypeGuard

_THIN = "\u202f"
_MINUS = "\u2212"
# As wide as a comma and as a digit: they keep the numbers of a column in line.
_FOR_A_COMMA, _FOR_A_DIGIT = "\u2008", "\u2007"
_MOST_DECIMALS = 12


def is_number(value: Any) -> TypeGuard[float]:
    """Return whether *value* is a number that can be shown: finite, and neither True nor False."""
    if not isinstance(value, Real) or isinstance(value, bool):
        return False
    try:
        return isfinite(value)
    except OverflowError:
        return False


def written(value: float, digits: int = 6) -> str:
    """Return *value* in French, to *digits* significant digits but never less than its units.

    Four digits stay together, so that 2024 reads as a year.
    """
    decimals = _decimals(value, digits)
    if decimals > _MOST_DECIMALS:
        return f"{float(value):.{digits}g}".replace(".", ",").replace("-", _MINUS, 1)
    return _spaced(_trimmed(f"{_exactly(value):.{decimals}f}"))


def aligned(values: list[float]) -> list[str]:
    """Return *values* in French, their commas in line when they stand on the right."""
    texts = [written(value) for value in values]
    most = max((_decimals_of(text) for text in texts), default=0)
    return [text + _room(_decimals_of(text), most) for text in texts]


def python(value: float) -> str:
    """Return *value* as a learner types it in Python: 12.5."""
    text = written(value).replace(_THIN, "").replace(_MINUS, "-")
    return text.replace(",", ".")


def _spaced(number: str) -> str:
    """Return *number*, written by Python without exponent, with French signs."""
    sign = _MINUS if number.startswith("-") else ""
    whole, point, rest = number.removeprefix("-").partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", _THIN)
    return f"{sign}{whole}{',' if point else ''}{rest}"


def _decimals(value: float, digits: int) -> int:
    if not value or value == int(value):
        return 0
    return max(0, digits - 1 - floor(log10(abs(value))))


def _exactly(value: float) -> float:
    return value if isinstance(value, int) else float(value)


def _trimmed(number: str) -> str:
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return "0" if number == "-0" else number


def _decimals_of(text: str) -> int:
    return len(text.partition(",")[2])


def _room(decimals: int, most: int) -> str:
    comma = _FOR_A_COMMA if most and not decimals else ""
    return comma + _FOR_A_DIGIT * (most - decimals)
