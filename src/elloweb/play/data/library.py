"""Two years of a town library's loans, month by month. Made up: no real library was counted."""

from elloweb.play.data.rows import fresh

_MONTHS = [
    # month, novels, comics, other books: closed for two weeks in August
    ("janv. 2024", 612, 398, 240),
    ("févr. 2024", 634, 421, 262),
    ("mars 2024", 648, 430, 305),
    ("avr. 2024", 595, 442, 251),
    ("mai 2024", 570, 436, 232),
    ("juin 2024", 688, 470, 198),
    ("juil. 2024", 820, 561, 170),
    ("août 2024", 402, 288, 82),
    ("sept. 2024", 560, 455, 221),
    ("oct. 2024", 604, 492, 268),
    ("nov. 2024", 618, 503, 322),
    ("déc. 2024", 590, 517, 236),
    ("janv. 2025", 600, 528, 244),
    ("févr. 2025", 617, 551, 259),
    ("mars 2025", 622, 566, 311),
    ("avr. 2025", 583, 574, 247),
    ("mai 2025", 561, 569, 228),
    ("juin 2025", 667, 628, 203),
    ("juil. 2025", 795, 747, 165),
    ("août 2025", 388, 371, 79),
    ("sept. 2025", 548, 597, 226),
    ("oct. 2025", 589, 642, 263),
    ("nov. 2025", 601, 660, 330),
    ("déc. 2025", 577, 671, 241),
]


def emprunts() -> list[dict[str, str | int]]:
    """Return the loans of twenty-four months, a fresh list of dictionaries at each call.

    Keys: ``mois`` ("janv. 2024"), then numbers of loans: ``romans``, ``bd`` and ``documentaires``.
    The figures are made up.

    Questions: why does every line fall in August (the library is closed for two weeks)? In which
    month do comics pass novels for good (they did once before)? When are other books lent most,
    and what could explain it? Is a rise from May to July growth, or the season: what says the same
    month a year before?
    """
    return fresh(("mois", "romans", "bd", "documentaires"), _MONTHS)
