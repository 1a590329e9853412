"""Rules about claims: what is told of the real world says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elloweb.content.lint.prose import HIDDEN, Kind, blocks, hide
from elloweb.content.lint.source import Source
from elloweb.content.model import Workshop
from elloweb.content.problems import Problem

_TOLD = (Kind.PARAGRAPH, Kind.ITEM, Kind.ROW)

# A day of the story is no claim: « le 22 avril 2026 », 22/04/2026, 2026-04-22.
_MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_STORY = re.compile(
    rf"\d{{1,2}}(?:er)?\s(?:{_MONTH})\s20[2-9]\d|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}-\d\d-\d\d|"
    r"(?:festival|édition|saison|promotion|promo|version|numéro)\s(?:de\s)?(?:19|20)\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<![\w.,/-])(?:1[89]\d\d|20[0-2]\d)(?![\w/%€-]|[.,]\d|\s(?:%|€|kg|g|km|m|px)\b)"
)
_SHARE = re.compile(
    r"\d+\s?(?:%|pour\scent)|\d+\s(?:\w+\s){0,2}sur\s(?:\d|dix|cent)", re.IGNORECASE
)
_PEOPLE = re.compile(r"\b(?:femmes?|filles?|hommes?|garçons?|lycéennes?|étudiantes?)\b", re.I)
_CALL = re.compile(
    r"\b(?:appel\w*|compos\w*|télépho\w*|numéro|joins|joindre|secours|urgence|danger)\b", re.I
)
_NUMBER = re.compile(r"(?<![\w.,])(3018|3020|3919|116\s?\d{3})(?![\w]|[.,]\d)")
_SHORT_NUMBER = re.compile(
    r"(?<![\w.,])(1(?:5|7|8|12|14|15|19))(?![\w/:]|[.,]\d|\s(?:h\b|min\b|%|€|kg|ans|jours|fois))"
)

_IN_ITALICS = re.compile(r"(?<!\*)[*_]\(([^()]*(?:\([^()]*\)[^()]*)*)\)[*_](?!\*)")
_SOURCE_LINE = re.compile(r"\bSources?\s?:(.*)", re.IGNORECASE)
_SITE = re.compile(r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b")


def check(workshop: Workshop | None, sources: list[Source]) -> Iterator[Problem]:
    """Yield the claims of *sources* without a source, and the sources that are not listed."""
    listed = " ; ".join(_listed(workshop)).lower() if workshop else None
    names = [person.name for person in workshop.role_models] if workshop else []
    for source in sources:
        for index, cell in enumerate(source.notebook.cells):
            if cell.cell_type == "markdown":
                text, where = source.found(index), source.place(index)
                yield from _check_claims(text, names, where)
                if listed is not None:
                    yield from _check_listed(text, listed, where)


def _listed(workshop: Workshop) -> list[str]:
    told = [one.source for one in workshop.metiers]
    told += [one.source for one in workshop.role_models]
    return told + [one.source for one in workshop.sources]


def _check_claims(text: str, names: list[str], where: str) -> Iterator[Problem]:
    """Yield the paragraphs with a claim and no source, in them or for the whole cell."""
    if _SOURCE_LINE.search(text):
        return
    told = [block for block in blocks(text) if block.kind in _TOLD]
    for number, block in enumerate(told):
        after = told[number + 1].markdown if number + 1 < len(told) else ""
        own = _IN_ITALICS.findall(block.markdown)
        if alone := _IN_ITALICS.fullmatch(after.strip()):
            own.append(alone.group(1))
        if any(_is_source(words) for words in own):
            continue
        claim = find_claim(block.markdown, names)
        if claim:
            yield Problem(
                where,
                f"« {claim} » : ce fait n'a pas de source.",
                "Ajoute-la en italique à la fin du paragraphe : *(site.fr, 2023)*.",
            )


def _is_source(words: str) -> bool:
    """Return whether *words* in parentheses name a site, or an article with its year."""
    return bool(_SITE.search(words.lower()) or _YEAR.search(words))


def find_claim(markdown: str, names: list[str]) -> str:
    """Return what in *markdown* wants a source, empty when nothing does."""
    words = _STORY.sub("", hide(markdown).replace(HIDDEN, ""))
    words = re.sub(r"[*_]", "", words)
    for name in names:
        if re.search(rf"\b(?:{re.escape(name)}|{re.escape(name.split()[-1])})\b", words):
            return name
    for sentence in re.split(r"(?<=[.!?…])\s", words):
        found = _YEAR.search(sentence) or _NUMBER.search(sentence)
        if not found and _CALL.search(sentence):
            found = _SHORT_NUMBER.search(sentence)
        if not found and _PEOPLE.search(sentence):
            found = _SHARE.search(sentence)
        if found:
            return found.group().strip()
    return ""


def _check_listed(text: str, listed: str, where: str) -> Iterator[Problem]:
    cited = [match.group(1) for match in _IN_ITALICS.finditer(text)]
    sites = {site for words in cited for site in _SITE.findall(words.lower())}
    for words in cited:
        if not _SITE.search(words.lower()) and _YEAR.search(words):
            article = re.split(r",|\d", words)[0].strip()
            if article and article.lower() not in listed:
                yield _unlisted(article, where)
    for line in _SOURCE_LINE.finditer(text):
        sites |= set(_SITE.findall(line.group(1).lower()))
    for site in sorted(sites):
        if site not in listed:
            yield _unlisted(site, where)


def _unlisted(site: str, where: str) -> Problem:
    return Problem(
        where,
        f"« {site} » n'est pas dans les sources de workshop.toml.",
        "Ajoute [[sources]], avec says (le fait, en une phrase) et source.",
    )
