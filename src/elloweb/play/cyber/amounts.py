"""Very large numbers and very long times, in French words."""

from fractions import Fraction

from elloweb.play.data.numbers import written

_SCALES = (
    (10**18, "milliard de milliards", "milliards de milliards"),
    (10**15, "million de milliards", "millions de milliards"),
    (10**9, "milliard", "milliards"),
    (10**6, "million", "millions"),
)
_YEAR = 365.25 * 24 * 3600
# The unit, in seconds, and the first whole number of the next one.
_UNITS = (
    (1, "seconde", "secondes", 60),
    (60, "minute", "minutes", 60),
    (3600, "heure", "heures", 24),
    (86_400, "jour", "jours", 31),
    (int(_YEAR / 12), "mois", "mois", 12),
)
_BEYOND = 10**21


def grand_nombre(nombre: int) -> str:
    """Return the whole *nombre* with two significant digits and a word: « 210 milliards ».

    Below a hundred it is exact. Raises TypeError with a French sentence.
    """
    if not isinstance(nombre, int) or isinstance(nombre, bool):
        raise TypeError(
            "grand_nombre(…) attend un nombre entier, sans guillemets ni virgule. "
            "Exemple : grand_nombre(26 ** 8)."
        )
    if nombre < 0:
        return f"-{grand_nombre(-nombre)}"
    rounded = _two_digits(nombre)
    if rounded >= _BEYOND:
        return "plus de mille milliards de milliards"
    if rounded < 10**6:
        return written(rounded)
    size, singular, plural = next(scale for scale in _SCALES if rounded >= scale[0])
    tenths = rounded * 10 // size
    # In French, the plural begins at two: « 1,9 million ».
    return f"{written(tenths / 10)} {plural if tenths >= 20 else singular}"


def amount(number: int, one: str, several: str) -> str:
    """Return *number* of things, which are called *one* and *several*: « 12 000 ans »."""
    count = grand_nombre(number)
    if _two_digits(number) >= 10**6:
        of = "d'" if several[0] in "aeiouéè" else "de "
        return f"{count} {of}{several}"
    return f"{count} {several if number >= 2 else one}"


def duration(seconds: Fraction) -> str:
    """Return *seconds* as a readable time, in its largest unit: « 3 heures », « 12 000 ans »."""
    if seconds < 1:
        return "moins d'une seconde"
    for size, one, several, following in _UNITS:
        count = _rounded(seconds / size)
        if count < following:
            return f"{count} {several if count >= 2 else one}"
    years = max(1, _rounded(seconds / Fraction(_YEAR)))
    if years < 10**6:
        return amount(years, "an", "ans")
    return amount(years, "année", "années")


def _two_digits(number: int) -> int:
    """Return *number* rounded to two significant digits."""
    size: int = 10 ** max(0, len(str(number)) - 2)
    return _rounded(Fraction(number, size)) * size


def _rounded(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
