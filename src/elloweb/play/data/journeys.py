"""How thirty made-up people come to a lycée. No real person was asked."""

from elloweb.play.data.rows import fresh

_PEOPLE = [
    # mode, kilometres, minutes, late arrivals in a month because of the way
    ("à pied", 0.6, 8, 0),
    ("à pied", 0.9, 12, 0),
    ("à pied", 1.1, 14, 1),
    ("à pied", 1.4, 18, 0),
    ("à pied", 1.8, 22, 0),
    ("à pied", 2.2, 27, 1),
    ("vélo", 1.2, 6, 0),
    ("vélo", 2.1, 9, 0),
    ("vélo", 2.9, 12, 0),
    ("vélo", 3.4, 14, 1),
    ("vélo", 4.6, 18, 0),
    ("vélo", 6.2, 25, 0),
    ("bus", 1.5, 17, 2),
    ("bus", 2.3, 19, 1),
    ("bus", 2.8, 24, 3),
    ("bus", 3.6, 26, 2),
    ("bus", 4.1, 31, 1),
    ("bus", 5.5, 33, 4),
    ("bus", 7.2, 38, 2),
    ("bus", 8.9, 47, 3),
    ("bus", 11.4, 52, 2),
    ("voiture", 3.2, 13, 1),
    ("voiture", 4.8, 16, 0),
    ("voiture", 6.5, 19, 2),
    ("voiture", 9.3, 22, 1),
    ("voiture", 14.7, 28, 1),
    ("train", 18.5, 41, 3),
    ("train", 23.0, 44, 1),
    ("train", 31.2, 55, 2),
    ("train", 42.6, 63, 4),
]


def trajets() -> list[dict[str, str | int | float]]:
    """Return thirty answers to a survey, a fresh list of dictionaries at each call.

    Keys: ``numero`` (from 1), ``mode`` (à pied, vélo, bus, voiture or train), ``kilometres`` and
    ``minutes`` of one way, door to door, and ``retards``, how many times late in a month because
    of the way. People and figures are made up.

    Questions: which way is the most frequent, and which the quickest at 3 km? How many kilometres
    an hour is each? Why is the mean distance about twice the median? Are those who live farthest
    the latest? What would be missing to decide where a bus line is needed?
    """
    rows = [(number, *row) for number, row in enumerate(_PEOPLE, start=1)]
    return fresh(("numero", "mode", "kilometres", "minutes", "retards"), rows)
