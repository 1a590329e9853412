"""Rules about words of the trade: shown in bold and explained at first, kept in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from elloweb.content.lint.prose import CODE, plain
from elloweb.content.lint.reading import GLOSSARY, Passage, Reading
from elloweb.content.lint.words import load_lines
from elloweb.content.problems import Problem

MOST_WORDS = 12

_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__", re.DOTALL)
_EXCEPT = "sauf "


def check(reading: Reading) -> Iterator[Problem]:
    """Yield the words that are explained too late or not at all."""
    discovery = next((one for one in reading.sources if not one.is_graded), None)
    if discovery is None:
        return
    index = discovery.find(GLOSSARY)
    if index is None:
        yield Problem(
            discovery.path,
            "il n'y a pas de glossaire.",
            f"Ajoute à la fin une cellule de texte, d'identifiant « {GLOSSARY} », avec un tableau.",
        )
        words = []
    else:
        words = read_words(discovery.found(index))
        yield from _check_table(words, discovery.place(index))
        yield from _check_first_uses(words, reading, discovery.place(index))
    yield from _check_jargon(words, reading)


def read_words(markdown: str) -> list[str]:
    """Return the words of a glossary: the first column of its table."""
    rows = [line.strip() for line in markdown.split("\n") if line.strip().startswith("|")]
    firsts = [plain(row.strip("|").split("|")[0]) for row in rows]
    return [word for word in firsts[2:] if word and CODE not in word]


def _check_table(words: list[str], where: str) -> Iterator[Problem]:
    if not words:
        yield Problem(where, "le glossaire n'a pas de mots.", "Écris un tableau : mot, sens.")
    if len(words) > MOST_WORDS:
        yield Problem(
            where, f"{len(words)} mots dans le glossaire.", f"Garde les {MOST_WORDS} plus utiles."
        )
    for word in sorted({word for word in words if words.count(word) > 1}):
        yield Problem(where, f"« {word} » est deux fois dans le glossaire.", "Enlèves-en un.")


def _check_first_uses(words: list[str], reading: Reading, where: str) -> Iterator[Problem]:
    prose = [one for one in reading.passages if one.is_prose and one.cell != GLOSSARY]
    for word in words:
        pattern = forms(word)
        first = next((one for one in prose if pattern.search(one.block.plain)), None)
        if first is None:
            yield Problem(
                where, f"« {word} » n'est lu nulle part.", "Enlève-le, ou explique-le en chemin."
            )
        elif not _begins_in_bold(pattern, first):
            yield Problem(
                first.place,
                f"« {word} » apparaît ici pour la première fois, sans être en gras.",
                "Mets-le en gras et explique-le ici, ou emploie un autre mot.",
            )


def _begins_in_bold(pattern: re.Pattern[str], passage: Passage) -> bool:
    """Return whether the first use in *passage* is in bold."""
    for part in _parts(passage.block.markdown):
        if pattern.search(plain(part)):
            return part.startswith(("**", "__"))
    return False


def _parts(markdown: str) -> list[str]:
    parts, done = [], 0
    for match in _BOLD.finditer(markdown):
        parts += [markdown[done : match.start()], match.group()]
        done = match.end()
    return [*parts, markdown[done:]]


def _check_jargon(known: list[str], reading: Reading) -> Iterator[Problem]:
    ordinary = [word.removeprefix(_EXCEPT) for word in _jargon() if word.startswith(_EXCEPT)]
    explained = [forms(word) for word in known]
    for word in _jargon():
        if word.startswith(_EXCEPT) or any(pattern.search(word) for pattern in explained):
            continue
        pattern = forms(word)
        uses = [one for one in reading.passages if _is_used(pattern, one, ordinary)]
        if uses:
            yield Problem(
                uses[0].place,
                f"« {word} » est un mot du métier, sans explication ({len(uses)} fois).",
                f"Dis-le autrement, ou ajoute-le au glossaire ({MOST_WORDS} mots au plus).",
            )


def _is_used(pattern: re.Pattern[str], passage: Passage, ordinary: list[str]) -> bool:
    if passage.cell == GLOSSARY:
        return False
    words = passage.block.plain
    if not pattern.search(words):
        return False
    for phrase in ordinary:
        words = forms(phrase).sub(" ", words)
    return pattern.search(words) is not None


@cache
def forms(word: str) -> re.Pattern[str]:
    """Return what finds *word* in the singular and the plural."""
    parts = [re.escape(part.rstrip("s")) + "(?:s|x|es)?" for part in word.split()]
    return re.compile(r"(?<![\w-])" + r"[ \u00a0\u202f]+".join(parts) + r"(?![\w-])", re.I)


def _jargon() -> tuple[str, ...]:
    return load_lines("jargon.txt")
