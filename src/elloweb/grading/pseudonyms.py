"""Pseudonyms of learners: the list they are drawn from, and forgiving ways to read them."""

import re
import secrets
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

# Animals, plants, stars and spices: no accent, nobody's first name, no two a typo apart.
# fmt: off
PSEUDONYMS = (
    "acacia", "albatros", "alpaga", "antilope", "bambou", "basilic", "bleuet", "bouleau",
    "bouquetin", "camomille", "cannelle", "cardinal", "caribou", "castor", "cerisier", "chamois",
    "chevreuil", "cigale", "coccinelle", "colibri", "coquelicot", "corail", "cygne", "dauphin",
    "dragon", "faucon", "fennec", "flamant", "galaxie", "gazelle", "gentiane", "hermine", "hibou",
    "hirondelle", "impala", "jaguar", "jonquille", "koala", "lavande", "libellule", "licorne",
    "loutre", "lynx", "macareux", "magnolia", "marmotte", "mimosa", "mouette", "muguet",
    "myosotis", "narval", "noisette", "okapi", "orion", "otarie", "panda", "papillon", "pingouin",
    "pinson", "pivoine", "platane", "puma", "renard", "romarin", "rossignol", "sapin", "sirius",
    "soleil", "suricate", "tigre", "tilleul", "tortue", "toucan", "tournesol", "tulipe",
    "vanille", "verveine", "wapiti",
)
# fmt: on

_JOINERS = {"et", "and", "avec"}


def draw_pseudonyms(count: int) -> list[str]:
    """Return *count* pseudonyms drawn at random, sorted."""
    return sorted(secrets.SystemRandom().sample(PSEUDONYMS, count))


def plain(text: str) -> str:
    """Return *text* without accents, in lower case."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """Return the plain words of *text*: letters and digits, whatever stands between them."""
    return re.findall(r"[a-z0-9]+", plain(text))


def read_team(text: str, known: Iterable[str]) -> frozenset[str]:
    """Return the seats that *text* names, and nothing but them, as in `Lynx et hibou`.

    Empty when it says something else besides.
    """
    named = [word for word in words(text) if word not in _JOINERS]
    return frozenset(named) if named and set(named) <= set(known) else frozenset()


def guess(texts: Iterable[str], known: Iterable[str]) -> str | None:
    """Return the seat that a word of *texts* looks like, or None."""
    known = list(known)
    for text in texts:
        for word in words(text):
            close = get_close_matches(word, known, n=1, cutoff=0.7)
            if close:
                return close[0]
    return None
