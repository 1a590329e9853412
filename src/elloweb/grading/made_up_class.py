"""A made-up class that fills in its notebooks as beginners do, for the demonstration.

Nobody's work: the right answers are the workshop's, the wrong ones those kept as its tests.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from elloweb.content.answers import Answer, answer_name, load_answers
from elloweb.content.kit import Kit
from elloweb.content.model import source_notebooks
from elloweb.content.notebooks import format_notebook, grade_id, is_answer, read_notebook
from elloweb.grading.rehearsal import answered
from elloweb.grading.session import Session

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

SEATS = 12

# Of the workshops after the first one, a team misses one in so many.
_MISSES_ONE_IN = 3


class Style(Enum):
    """How a made-up team gets on."""

    ALL_RIGHT = "all right"
    SOME_WRONG = "every other mission right, the typical mistakes in the others"
    ALL_WRONG = "a typical mistake everywhere"
    HALF_DONE = "the first missions right, the rest untouched"
    UNTOUCHED = "nothing done"
    DAMAGED = "a file that was cut in half"


class Way(Enum):
    """How a made-up team hands in."""

    FOLDER = "a folder with the pseudonyms"
    NAME = "files with the pseudonym in their names, in a zip"
    SIGNED = "files as the browser names them, signed inside"


# One entry a team; the third is a pair. Twelve seats together.
_CLASS = [
    (Style.ALL_RIGHT, Way.FOLDER, 1),
    (Style.ALL_RIGHT, Way.NAME, 1),
    (Style.ALL_RIGHT, Way.FOLDER, 2),
    (Style.SOME_WRONG, Way.SIGNED, 1),
    (Style.SOME_WRONG, Way.NAME, 1),
    (Style.SOME_WRONG, Way.SIGNED, 1),
    (Style.ALL_WRONG, Way.FOLDER, 1),
    (Style.HALF_DONE, Way.SIGNED, 1),
    (Style.HALF_DONE, Way.NAME, 1),
    (Style.UNTOUCHED, Way.FOLDER, 1),
    (Style.DAMAGED, Way.FOLDER, 1),
]


@dataclass(frozen=True)
class _Team:
    """A made-up team, numbered from 0."""

    number: int
    pseudonyms: list[str]
    style: Style
    way: Way


def hand_in_made_up_class(kit: Kit, session: Session) -> None:
    """Put the made-up class's notebooks into the session's drop folder; the same ones each time."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for team in _teams(session):
            for slug in _came_to(team, session.workshops):
                for path in source_notebooks(kit, slug):
                    content = _content(kit, slug, path, team)
                    name = _file_name(team, slug, path)
                    if team.way is Way.NAME:
                        archive.writestr(zipfile.ZipInfo(name, (2026, 4, 22, 16, 0, 0)), content)
                    else:
                        target = session.drop_folder / name
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(content)
    (session.drop_folder / "envoi du lycée.zip").write_bytes(zipped.getvalue())


def _teams(session: Session) -> Iterator[_Team]:
    free = iter(session.pseudonyms)
    for number, (style, way, size) in enumerate(_CLASS):
        yield _Team(number, [next(free) for _ in range(size)], style, way)


def _came_to(team: _Team, workshops: Sequence[str]) -> list[str]:
    """Return the workshops that *team* was there for: all come to the first, some miss another."""
    return [
        slug
        for place, slug in enumerate(workshops)
        if place == 0 or (team.number + place) % _MISSES_ONE_IN
    ]


def _file_name(team: _Team, slug: str, path: Path) -> str:
    match team.way:
        case Way.FOLDER:
            return f"{' et '.join(team.pseudonyms)}/{slug}/{path.name}"
        case Way.NAME:
            return f"{slug}/{path.stem}_{team.pseudonyms[0]}.ipynb"
        case Way.SIGNED:
            return f"{slug}/{path.stem} ({team.number}).ipynb"


def _content(kit: Kit, slug: str, path: Path, team: _Team) -> bytes:
    exercise = read_notebook(kit.exercises / slug / path.name)
    filled = _fill(exercise, answered(read_notebook(path)), load_answers(kit, slug), team)
    if team.way is Way.SIGNED:
        for cell in filled.cells:
            cell.source = cell.source.replace('equipe = ""', f'equipe = "{team.pseudonyms[0]}"')
    content = format_notebook(filled).encode()
    return content[: len(content) // 2] if team.style is Style.DAMAGED else content


def _fill(
    exercise: NotebookNode, right: NotebookNode, known: list[Answer], team: _Team
) -> NotebookNode:
    """Return the learner notebook *exercise* as *team* leaves it."""
    filled = copy.deepcopy(exercise)
    answers = {grade_id(cell): cell.source for cell in right.cells if is_answer(cell)}
    missions = list(dict.fromkeys(one.mission for one in known))
    for cell in filled.cells:
        if not is_answer(cell):
            continue
        mission = grade_id(cell).partition("-")[0]
        place = missions.index(mission) if mission in missions else 0
        wrong = [one.code for one in known if one.mission == mission]
        if _is_right(team, place):
            cell.source = answers[grade_id(cell)]
        elif wrong and grade_id(cell) == answer_name(mission) and _is_wrong(team.style):
            cell.source = wrong[(team.number + place) % len(wrong)].strip("\n")
    return filled


def _is_right(team: _Team, place: int) -> bool:
    match team.style:
        case Style.ALL_RIGHT | Style.DAMAGED:
            return True
        case Style.SOME_WRONG:
            return (place + team.number) % 2 == 0
        case Style.HALF_DONE:
            return place < 2
        case _:
            return False


def _is_wrong(style: Style) -> bool:
    return style in (Style.SOME_WRONG, Style.ALL_WRONG)
