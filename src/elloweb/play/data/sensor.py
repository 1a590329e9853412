"""A day of a sensor in a classroom, to be cleaned. Made up: no real room was measured."""

from elloweb.play.data.rows import fresh

_HOURS = [
    # hour, temperature, carbon dioxide, windows
    ("8 h", 18.5, 480, "fermées"),
    ("9 h", 19.8, 1120, "fermées"),
    ("10 h", 20.9, 1640, "fermées"),
    ("11 h", 19.6, 760, "ouvertes"),
    ("12 h", 20.4, None, "fermées"),
    ("13 h", 19.9, 590, "fermées"),
    ("14 h", 21.2, 1210, "fermées"),
    ("15 h", 218, 1580, "fermées"),
    ("16 h", 20.3, 820, "ouvertes"),
    ("17 h", 19.7, 530, "ouvertes"),
]


def releves() -> list[dict[str, str | int | float | None]]:
    """Return ten measurements, a fresh list of dictionaries at each call: not clean on purpose.

    Keys: ``heure``, ``temperature`` (degrees Celsius), ``co2`` (carbon dioxide, parts per million:
    about 420 outdoors, more as people breathe) and ``fenetres`` (ouvertes or fermées). The figures
    are made up. Two things are to be mended: at noon ``co2`` is missing (None), and at 15 h a
    temperature lost its comma (218 for 21.8).

    Questions: what becomes of the mean temperature with the slip, and of the median? Should the
    missing value be left out, guessed, or counted as 0, and what does each change? When does the
    air of the room become fresh again?
    """
    return fresh(("heure", "temperature", "co2", "fenetres"), _HOURS)
