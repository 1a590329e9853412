"""Put the spaces of French typography into files; every other byte stays as it is."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from elloweb.content.kit import Kit
from elloweb.content.lint import guide
from elloweb.content.lint.spaces import Edit, apply, find_edits, find_in_code
from elloweb.content.model import discovery_notebooks, source_notebooks
from elloweb.files import write_whole

_DECODER = json.JSONDecoder(strict=False)
_BLANK = " \t\r\n"
# What changes in a cell, by its type.
_FINDERS = {"markdown": find_edits, "code": find_in_code}


@dataclass(frozen=True)
class Fixed:
    """A file that changed: its path seen from the kit, and how many spaces were put."""

    path: str
    spaces: int


def fix_workshop(kit: Kit, slug: str) -> list[Fixed]:
    """Put the spaces into the notebooks, the sheets and the guide page of *slug*."""
    paths = [*discovery_notebooks(kit, slug), *source_notebooks(kit, slug)]
    return _fix(kit, [*paths, *guide.pages(kit, slug)])


def fix_kit(kit: Kit) -> list[Fixed]:
    """Put the spaces into the pages of the guide and the gallery, which belong to no workshop."""
    galleries = sorted(kit.workshops.glob("_*/*.ipynb"))
    return _fix(kit, [*guide.general_pages(kit), *galleries])


def fix_notebook(text: str) -> tuple[str, int]:
    """Return the notebook file *text* with its spaces put right, and how many of them changed.

    French ones go into Markdown cells, ordinary ones into code, where none other works. Raises
    ValueError when it is not JSON in the shape of a notebook.
    """
    edits: list[Edit] = []
    for cell in _cells(text):
        find = _FINDERS.get(str(_value(text, cell["cell_type"])))
        if find is not None and "source" in cell:
            edits += _edit_source(text, *cell["source"], find)
    return apply(text, edits), len(edits)


def _fix(kit: Kit, paths: list[Path]) -> list[Fixed]:
    fixed = []
    for path in paths:
        try:
            text = path.read_bytes().decode("utf-8")
            if path.suffix == ".ipynb":
                mended, count = fix_notebook(text)
            else:
                edits = find_edits(text)
                mended, count = apply(text, edits), len(edits)
        except (OSError, ValueError, LookupError):
            continue  # The check names this file.
        if count:
            write_whole(path, mended.encode("utf-8"))
            fixed.append(Fixed(kit.relative(path), count))
    return fixed


def _edit_source(
    text: str, start: int, end: int, find: Callable[[str], list[Edit]]
) -> Iterator[Edit]:
    """Yield the changes to the JSON *text* whose value from *start* to *end* is a cell's source."""
    places = list(_elements(text, start)) if text[start] == "[" else [(start, end)]
    lines = [str(_value(text, place)) for place in places]
    edits = find("".join(lines))
    done = 0
    for place, line in zip(places, lines, strict=True):
        own = [
            Edit(edit.start - done, edit.end - done, edit.new)
            for edit in edits
            if done <= edit.start < done + len(line)
        ]
        done += len(line)
        yield from _edit_string(text, place, own)


def _edit_string(text: str, place: tuple[int, int], edits: list[Edit]) -> Iterator[Edit]:
    """Yield *edits* of a string's characters as changes to the JSON *text* that writes it."""
    offsets = []
    at = place[0] + 1
    while at < place[1]:
        offsets.append(at)
        length = (6 if text[at + 1] == "u" else 2) if text[at] == "\\" else 1
        # A character beyond the basic plane is two escapes, and one character.
        if length == 6 and text[at + 2 : at + 4].lower() in ("d8", "d9", "da", "db"):
            length = 12
        at += length
    offsets.append(place[1] - 1)
    for edit in edits:
        yield Edit(offsets[edit.start], offsets[edit.end], edit.new)


def _cells(text: str) -> Iterator[dict[str, tuple[int, int]]]:
    """Yield each cell of the notebook file *text*: its keys, and where their values stand."""
    notebook = _members(text, _skip(text, 0))
    for start, _ in _elements(text, notebook["cells"][0]):
        yield _members(text, start)


def _members(text: str, at: int) -> dict[str, tuple[int, int]]:
    """Return where the values of the JSON object at *at* stand."""
    members = {}
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        start = _skip(text, _skip(text, at) + 1)
        _, end = _DECODER.raw_decode(text, start)
        members[key] = (start, end)
        at = _next(text, end)
    return members


def _elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the elements of the JSON list at *at* stand."""
    at = _skip(text, at + 1)
    while text[at] != "]":
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _next(text, end)


def _next(text: str, at: int) -> int:
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    while text[at] in _BLANK:
        at += 1
    return at


def _value(text: str, place: tuple[int, int]) -> object:
    return _DECODER.raw_decode(text, place[0])[0]
