"""Rules about words: English left-overs, banned words, masculine defaults, praise of the person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from elloweb.content.lint.words import load_wordings
from elloweb.content.problems import Problem

MASCULINE = "un métier ou un rôle au masculin seul"
PRAISE = "un éloge de la personne"

# How a feminine ends beside a masculine: « éco-déléguées et éco-délégués », « experte ou expert ».
_FEMININE = {
    "eur": ("euse", "eure"),
    "teur": ("trice", "teuse"),
    "ien": ("ienne",),
    "en": ("enne",),
    "ier": ("ière",),
    "é": ("ée",),
    "t": ("te",),
    "f": ("ffe",),
}
# Schools, trades' bodies and programs are called so.
_NAMES = re.compile(
    r"écoles? d'ingénieurs?|diplômes? d'ingénieurs?|titres? d'ingénieurs?|bulletin \w+|"
    r"(?:lecteur|navigateur)s? d'écran|conseil des \w+",
    re.IGNORECASE,
)


def check(texts: Iterable[tuple[str, str]], *, is_guide: bool = False) -> Iterator[Problem]:
    """Yield the words of *texts*, pairs of a place and plain words, that should not be there.

    A guide's page may quote praise, to say what not to say.
    """
    for where, words in texts:
        words = words.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
        for says, wordings in load_wordings().items():
            if is_guide and says == PRAISE:
                continue
            for wording in wordings:
                for found in wording.pattern.finditer(_without_names(words, says)):
                    if says != MASCULINE or not _has_feminine(found.group(), words):
                        yield Problem(where, f"{says} : « {found.group()} ».", wording.mend)


def _without_names(words: str, says: str) -> str:
    return _NAMES.sub("", words) if says == MASCULINE else words


def _has_feminine(masculine: str, words: str) -> bool:
    """Return whether the feminine of *masculine* stands in the same text."""
    first = masculine.split()[0].lower().rstrip("s")
    rest = words.lower()
    feminines = [
        first.removesuffix(ending) + feminine
        for ending, endings in _FEMININE.items()
        if first.endswith(ending)
        for feminine in endings
    ]
    inclusive = rf"{re.escape(first)}(?:s|\(|·|-|\.)+(?:e|euse|ne|rice|trice)"
    return bool(re.search(inclusive, rest)) or any(
        re.search(rf"(?<!\w){re.escape(one)}s?(?!\w)", rest) for one in feminines
    )
