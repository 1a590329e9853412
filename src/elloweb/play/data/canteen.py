"""A week of a canteen's leftovers, dish by dish. Made up: no real lycée was weighed."""

from elloweb.play.data.rows import fresh

_WEEK = [
    # day, dish, course, kilos prepared, kilos left
    ("lundi", "carottes râpées", "entrée", 30, 5),
    ("lundi", "lasagnes", "plat", 60, 4),
    ("lundi", "yaourt", "dessert", 25, 2),
    ("mardi", "betteraves", "entrée", 28, 14),
    ("mardi", "poisson et brocolis", "plat", 58, 18),
    ("mardi", "pomme", "dessert", 26, 6),
    ("mercredi", "salade verte", "entrée", 20, 5),
    ("mercredi", "poulet rôti", "plat", 55, 3),
    ("mercredi", "crème au chocolat", "dessert", 22, 1),
    ("jeudi", "soupe de légumes", "entrée", 40, 9),
    ("jeudi", "gratin de courgettes", "plat", 62, 48),
    ("jeudi", "poire", "dessert", 26, 8),
    ("vendredi", "taboulé", "entrée", 30, 6),
    ("vendredi", "omelette et frites", "plat", 60, 4),
    ("vendredi", "tarte aux pommes", "dessert", 24, 2),
]


def pesees() -> list[dict[str, str | int]]:
    """Return fifteen weighings, a fresh list of dictionaries at each call.

    Keys: ``jour``, ``plat``, ``type`` (entrée, plat or dessert), ``prepares`` and ``restes``, both
    whole kilos. The figures are made up; on Thursday a dish goes to waste because many were absent.

    Questions: which dish, and which day, leaves most? What becomes of the mean without that dish,
    and of the median? What share of each dish is left?
    """
    return fresh(("jour", "plat", "type", "prepares", "restes"), _WEEK)
