"""Deaths in the British army in the Crimean War, month by month: Florence Nightingale's figures.

Real. Published by her in "A contribution to the sanitary history of the British army" (London,
1859); read in the set `Nightingale` of the R package HistData, at
vincentarelbundock.github.io/Rdatasets/doc/HistData/Nightingale.html, and the same, number for
number, in github.com/datasets-io/nightingales-rose (lib/dataset.json).
"""

from elloweb.play.data.rows import fresh

_MONTHS = [
    # month, strength of the army, deaths by disease, by wounds, by other causes
    ("avril 1854", 8571, 1, 0, 5),
    ("mai 1854", 23333, 12, 0, 9),
    ("juin 1854", 28333, 11, 0, 6),
    ("juil. 1854", 28722, 359, 0, 23),
    ("août 1854", 30246, 828, 1, 30),
    ("sept. 1854", 30290, 788, 81, 70),
    ("oct. 1854", 30643, 503, 132, 128),
    ("nov. 1854", 29736, 844, 287, 106),
    ("déc. 1854", 32779, 1725, 114, 131),
    ("janv. 1855", 32393, 2761, 83, 324),
    ("févr. 1855", 30919, 2120, 42, 361),
    ("mars 1855", 30107, 1205, 32, 172),
    ("avril 1855", 32252, 477, 48, 57),
    ("mai 1855", 35473, 508, 49, 37),
    ("juin 1855", 38863, 802, 209, 31),
    ("juil. 1855", 42647, 382, 134, 33),
    ("août 1855", 44614, 483, 164, 25),
    ("sept. 1855", 47751, 189, 276, 20),
    ("oct. 1855", 46852, 128, 53, 18),
    ("nov. 1855", 37853, 178, 33, 32),
    ("déc. 1855", 43217, 91, 18, 28),
    ("janv. 1856", 44212, 42, 2, 48),
    ("févr. 1856", 43485, 24, 0, 19),
    ("mars 1856", 46140, 15, 0, 35),
]


def crimee() -> list[dict[str, str | int]]:
    """Return twenty-four months of the Crimean War, a fresh list of dictionaries at each call.

    Keys: ``mois``, ``effectif`` (estimated mean strength of the army), and numbers of deaths:
    ``maladies`` (that could have been prevented or softened), ``blessures`` and ``autres``. Real
    figures; their source stands at the head of this module.

    Questions: did wounds kill most, as one would think of a war? In which months did they kill
    more than disease? The strength changes: what changes if one counts the deaths in 1 000
    soldiers? A sanitary commission came in March 1855: what does the table show after that, and
    what can it not prove by itself?
    """
    return fresh(("mois", "effectif", "maladies", "blessures", "autres"), _MONTHS)
