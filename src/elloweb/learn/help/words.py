"""The plain French words that the explanations share: kinds of values, names, near names."""

import re
import unicodedata
from collections.abc import Iterable

_LONGEST_CODE = 60

# Each kind of value: with its article, and the same in the plural without one.
_KINDS = {
    "str": ("un texte", "textes"),
    "int": ("un nombre entier", "nombres entiers"),
    "float": ("un nombre à virgule", "nombres à virgule"),
    "complex": ("un nombre complexe", "nombres complexes"),
    "bool": ("une réponse `True` ou `False`", "réponses `True` ou `False`"),
    "list": ("une liste", "listes"),
    "tuple": (
        "un groupe de valeurs séparées par des virgules",
        "groupes de valeurs séparées par des virgules",
    ),
    "dict": ("un dictionnaire", "dictionnaires"),
    "set": ("un ensemble", "ensembles"),
    "range": ("une suite de nombres `range`", "suites de nombres `range`"),
    "NoneType": ("`None`, c'est-à-dire rien", "valeurs `None`"),
    "function": ("une fonction", "fonctions"),
    "builtin_function_or_method": ("une fonction", "fonctions"),
    "method": ("une fonction", "fonctions"),
    "method_descriptor": ("une fonction", "fonctions"),
    "module": ("un module", "modules"),
    "type": ("une sorte de valeur", "sortes de valeurs"),
    "ellipsis": ("`...`, l'endroit à compléter", "endroits à compléter"),
    "bytes": ("une suite d'octets", "suites d'octets"),
}

FEMININE = {"list", "range", "function", "builtin_function_or_method", "method", "bool", "type"}
"""The kinds of values whose French word is feminine."""


def kind_of(type_name: str) -> str:
    """Return the kind of value that Python calls *type_name*: "un texte" for ``str``."""
    known = _KINDS.get(type_name)
    return known[0] if known else f"une valeur de la sorte {code(type_name)}"


def kinds_of(type_name: str) -> str:
    """Return the same in the plural, without article: "textes" for ``str``."""
    known = _KINDS.get(type_name)
    return known[1] if known else f"valeurs de la sorte {code(type_name)}"


def code(text: object, longest: int = _LONGEST_CODE) -> str:
    """Return *text* as code within a sentence: between backquotes, on one line, shortened."""
    line = re.sub(r"\s+", " ", str(text)).strip().replace("`", "'")
    line = "".join(char for char in line if char.isprintable())
    if len(line) > longest:
        line = line[: longest - 1] + "…"
    return f"`{line}`" if line else "« »"


def quoted(text: object, longest: int = _LONGEST_CODE) -> str:
    """Return *text* as a Python text in a sentence: `"lundi"`."""
    return code(f'"{text}"', longest)


def listed(words: Iterable[str], last: str = "et") -> str:
    """Return *words* as a French enumeration: "a, b et c"."""
    words = list(words)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count_of(number: int, singular: str, plural: str) -> str:
    """Return a number with its noun: "1 valeur", "3 valeurs"."""
    return f"{number} {plural if number > 1 else singular}"


def folded(name: str) -> str:
    """Return *name* without capitals, accents, spaces, hyphens and underscores."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in letters if char.isalnum())


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate that *name* was probably meant to be, None when none is near.

    The same letters but for capitals and accents come first; among equals, the first candidate.
    """
    import difflib

    candidates = [one for one in dict.fromkeys(candidates) if one != name]
    wanted = folded(name)
    for candidate in candidates:
        if wanted and folded(candidate) == wanted:
            return candidate
    by_fold: dict[str, str] = {}
    for candidate in candidates:
        by_fold.setdefault(folded(candidate), candidate)
    cutoff = 0.7 if len(wanted) > 2 else 0.99
    found = difflib.get_close_matches(wanted, list(by_fold), n=1, cutoff=cutoff)
    return by_fold[found[0]] if found else None
