"""Whose is a file, and which notebook of which workshop? Decided from names and content, purely."""

import ast
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from elloweb.grading.pseudonyms import guess, plain, read_team, words
from elloweb.grading.sources import Found

SIGNATURE = "equipe"
_MOST_SOURCE = 20_000
_MOST_NAME = 200

# What browsers and file managers put around a name: « Copie de x », « x (2) », « x - Copie »,
# « x-Copy1 », « x copie 2 ».
_BEFORE = re.compile(r"^(?:copie|copy)(?: ?\(\d+\))? (?:de|of) ")
_AFTER = re.compile(r"(?:\(\d+\)|[ _-](?:copie|copy)[ _]?\d*)$")
_ENDINGS = re.compile(r"(?:\.ipynb|\.txt|\.json|\.zip)+$")


@dataclass(frozen=True)
class Known:
    """A notebook of the session's workshops, and the names that nbgrader gives its cells."""

    workshop: str
    notebook: str
    cells: frozenset[str]


@dataclass(frozen=True)
class Owner:
    """Whose a file is: empty when nobody can tell, and then *problem* says so."""

    seats: frozenset[str]
    problem: str | None = None


@dataclass(frozen=True)
class Content:
    """What a submitted notebook says about itself; empty when it cannot be read."""

    signature: str
    cells: frozenset[str]


def read_content(content: bytes) -> Content:
    """Return the signature and the cell names in a submitted notebook, without running it."""
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        return Content("", frozenset())
    found = notebook.get("cells") if isinstance(notebook, dict) else None
    cells = [cell for cell in found if isinstance(cell, dict)] if isinstance(found, list) else []
    signatures = (_signature(_source(c)) for c in cells if c.get("cell_type") == "code")
    return Content(
        next((text for text in signatures if text), ""),
        frozenset(name for name in map(_grade_id, cells) if name),
    )


def clean_name(name: str) -> str:
    """Return *name* as the notebook was called before browsers and file managers copied it."""
    text = plain(name)[:_MOST_NAME]
    while True:
        shorter = _BEFORE.sub("", _AFTER.sub("", _ENDINGS.sub("", text))).strip(" _-")
        if shorter == text or not shorter:
            return text
        text = shorter


def find_notebook(found: Found, content: Content, known: Sequence[Known]) -> Known | None:
    """Return which notebook of the session *found* is, or None when that cannot be told."""
    exact = [one for one in known if plain(one.notebook) == _ENDINGS.sub("", plain(found.name))]
    named = exact or _longest(
        [one for one in known if _without(words(clean_name(found.name)), words(one.notebook))]
    )
    for choice in (named, [one for one in named if _in_folder_of(one, found)]):
        if len(choice) == 1:
            return choice[0]
    # The name says nothing, or stands in several workshops: the cells tell.
    scores = sorted(
        ((len(one.cells & content.cells), one) for one in named or known),
        key=lambda scored: scored[0],
        reverse=True,
    )
    if scores and scores[0][0] and (len(scores) == 1 or scores[0][0] > scores[1][0]):
        return scores[0][1]
    return None


def find_owner(found: Found, notebook: Known, content: Content, seats: Iterable[str]) -> Owner:
    """Return whose *found* is: by a folder's name, then the file's, then the signature in it.

    Of two answers that agree the fuller one holds (a pair works in the folder of one of the two);
    when they contradict each other the first one holds, and the problem says so.
    """
    seats = list(seats)
    folders = [clean_name(folder) for folder in reversed(found.folders)]
    rest = _rest(words(clean_name(found.name)), words(notebook.notebook))
    in_folder = next((team for team in (read_team(f, seats) for f in folders) if team), None)
    in_name = frozenset(word for word in rest if word in seats)
    in_cell = read_team(content.signature, seats)
    answers = [
        (team, said)
        for team, said in (
            (in_folder, "le dossier"),
            (in_name, "le nom du fichier"),
            (in_cell, "la cellule « equipe »"),
        )
        if team
    ]
    if not answers:
        return Owner(frozenset(), _unknown(found, content, folders, rest, seats))
    team, said = answers[0]
    for other, other_said in answers[1:]:
        if team <= other:
            team = other
        elif not other <= team:
            return Owner(
                team,
                f"{found.place} : {said} dit {spell(team)}, {other_said} dit {spell(other)}. Il "
                f"est compté pour {spell(team)} ; range-le dans le bon dossier si c'est faux.",
            )
    return Owner(team)


def spell(team: Iterable[str]) -> str:
    """Return the pseudonyms of *team* as a sentence has them."""
    return " et ".join(sorted(team))


def _unknown(
    found: Found, content: Content, folders: list[str], rest: list[str], seats: list[str]
) -> str:
    close = guess([*folders, " ".join(rest), content.signature], seats)
    hint = f" Serait-ce « {close} » ?" if close else ""
    return (
        f"{found.place} : on ne sait pas à qui est ce carnet.{hint} Mets-le dans un dossier au nom "
        "du pseudonyme et relance la collecte."
    )


def _longest(known: list[Known]) -> list[Known]:
    most = max((len(words(one.notebook)) for one in known), default=0)
    return [one for one in known if len(words(one.notebook)) == most]


def _in_folder_of(known: Known, found: Found) -> bool:
    return any(words(clean_name(folder)) == words(known.workshop) for folder in found.folders)


def _without(name: list[str], notebook: list[str]) -> list[list[str]]:
    """Return what stands before and after the words of *notebook* in *name*; empty: not there."""
    for start in range(len(name) - len(notebook) + 1):
        if notebook and name[start : start + len(notebook)] == notebook:
            return [name[:start], name[start + len(notebook) :]]
    return []


def _rest(name: list[str], notebook: list[str]) -> list[str]:
    parts = _without(name, notebook)
    return [word for part in parts for word in part] if parts else name


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) and len(source) <= _MOST_SOURCE else ""


def _grade_id(cell: dict[str, Any]) -> str:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return name if isinstance(name, str) else ""


def _signature(source: str) -> str:
    """Return the text that a code cell gives to the name `equipe`, empty when it does not."""
    if SIGNATURE not in plain(source):
        return ""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            names = [x.id for x in statement.targets if isinstance(x, ast.Name)]
            if any(plain(name) == SIGNATURE for name in names):
                return _text(statement.value)
    return ""


def _text(value: ast.expr) -> str:
    parts = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
    texts = [x.value for x in parts if isinstance(x, ast.Constant) and isinstance(x.value, str)]
    return " et ".join(texts)[:200]
