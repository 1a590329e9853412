"""Rules of French typography: spaces, quotes, capitals, ellipses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from elloweb.content.lint.prose import Kind, hide
from elloweb.content.lint.reading import read
from elloweb.content.lint.source import Source
from elloweb.content.lint.spaces import find_edits, find_in_code
from elloweb.content.lint.words import load_lines
from elloweb.content.problems import Problem

_SIGNS = {
    r'"[^"\n]*"?': ("des guillemets droits", "Écris « … », ou `…` si c'est du code."),
    r"[“”„][^“”\n]*[“”]?": ("des guillemets anglais", "Écris « … »."),
    r"\S*\.\.\.": ("trois points séparés", "Écris le signe « … »."),
    r"\w*’\w*": ("une apostrophe courbe", "Écris l'apostrophe du clavier, ' : elle se copie."),
}
_LONE_A = re.compile(r"(?:^|[.!?…»][ \u00a0]+|«[ \u00a0]?|\*\*)(A [a-zà-ÿ]+)", re.MULTILINE)


def check(source: Source) -> Iterator[Problem]:
    """Yield the faults of typography of the notebook *source*."""
    for index, cell in enumerate(source.notebook.cells):
        where = source.place(index)
        if cell.cell_type == "markdown":
            yield from check_markdown(cell.source, source.path, _always(where))
        elif find_in_code(cell.source):
            yield Problem(
                where,
                "une espace insécable dans du code : Python ne la comprend pas.",
                f"Lance « elloweb check --fix{_fixed_by(source.path)} ».",
            )
    for passage in read(source):
        if passage.kind is Kind.MESSAGE:
            yield from _check_signs(passage.block.markdown, _always(passage.place))
        if passage.kind in (Kind.MESSAGE, Kind.COMMENT):
            yield from _check_capitals(passage.block.plain, _always(passage.place))


def check_page(markdown: str, path: str) -> Iterator[Problem]:
    """Yield the faults of typography of the page *markdown*, whose place is *path*."""
    yield from check_markdown(
        markdown, path, lambda at: f"{path}, ligne {markdown.count(chr(10), 0, at) + 1}"
    )


def check_markdown(markdown: str, path: str, place: Callable[[int], str]) -> Iterator[Problem]:
    """Yield the faults of typography of *markdown*, from the file *path*.

    *place* says how a message names a place, counted in characters.
    """
    edits = find_edits(markdown)
    if edits:
        start, end = edits[0].start, edits[0].end
        around = markdown[max(0, start - 12) : end + 8].replace("\n", " ").strip()
        yield Problem(
            place(start),
            f"{len(edits)} espace(s) à mettre ou à changer : « …{around}… ».",
            f"Lance « elloweb check --fix{_fixed_by(path)} ».",
        )
    yield from _check_signs(markdown, place)
    yield from _check_capitals(hide(markdown), place)


def _always(place: str) -> Callable[[int], str]:
    """Return what names *place*, whatever the character."""
    return lambda _: place


def _fixed_by(path: str) -> str:
    """Return what to add to the command for it to reach *path*."""
    parts = path.removesuffix(".md").split("/")
    slug = parts[2] if parts[:2] == ["facilitator_guide", "ateliers"] else parts[1]
    return f" {slug}" if len(parts) > 2 and not slug.startswith("_") else ""


def _check_signs(markdown: str, place: Callable[[int], str]) -> Iterator[Problem]:
    prose = hide(markdown)
    for pattern, (fault, mend) in _SIGNS.items():
        found = re.search(pattern, prose)
        if found:
            excerpt = markdown[found.start() : found.end()]
            yield Problem(place(found.start()), f"{fault} : {excerpt[:40]}", mend)


def _check_capitals(prose: str, place: Callable[[int], str]) -> Iterator[Problem]:
    for capital, pattern in _bare_capitals():
        for found in pattern.finditer(prose):
            yield Problem(
                place(found.start()),
                f"un accent manque à la majuscule de « {found.group()} ».",
                f"Écris {capital} (copie-le ici).",
            )
    for found in _LONE_A.finditer(prose):
        yield Problem(
            place(found.start()),
            f"un accent manque à la majuscule de « {found.group(1)} ».",
            "Écris À (copie-le ici).",
        )


@cache
def _bare_capitals() -> list[tuple[str, re.Pattern[str]]]:
    """Return each accented capital, with what finds the words that lack it."""
    found = []
    for capital in sorted({word[0] for word in load_lines("capitals.txt")}):
        # The capital without its accent, then each word's next letters.
        bare = unicodedata.normalize("NFD", capital)[0]
        words = [word[1:] for word in load_lines("capitals.txt") if word[0] == capital]
        endings = "|".join(re.sub(r"\.$", r"(?!\\w)", word) for word in words)
        found.append((capital, re.compile(rf"(?<![\w.@/-]){bare}(?:{endings})\w*")))
    return found
