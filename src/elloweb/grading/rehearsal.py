"""Play a workshop before the girls do: untouched, answered right, and with each wrong answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from elloweb.content.answers import Answer, answer_cell, load_answers
from elloweb.content.assignment import place_starters
from elloweb.content.build import marker_problems
from elloweb.content.kit import Kit
from elloweb.content.markers import answer
from elloweb.content.model import discovery_notebooks, source_notebooks
from elloweb.content.notebooks import is_answer, is_check, nbgrader_metadata, place, read_notebook
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError
from elloweb.grading.checks import MissionResult, read_outcomes
from elloweb.grading.execute import first_error, run_notebook
from elloweb.learn.outcome import Outcome

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

_WORKERS = 2


@dataclass(frozen=True)
class Tried:
    """An answer of a beginner's, and what the check made of it."""

    answer: Answer
    result: MissionResult


def untouched(notebook: NotebookNode) -> NotebookNode:
    """Return the source *notebook* as a learner who did nothing hands it in."""
    notebook, _ = place_starters(copy.deepcopy(notebook), {})
    return notebook


def answered(notebook: NotebookNode) -> NotebookNode:
    """Return the source *notebook* as a learner who answers all right hands it in."""
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if is_answer(cell):
            cell.source = answer(cell.source)
    return notebook


def rehearse(kit: Kit, slug: str) -> list[Problem]:
    """Return what goes wrong when the workshop *slug* is played untouched and answered right.

    A notebook that cannot be read, or whose markers are out of order, is left to the static rules.
    """
    try:
        if marker_problems(kit, slug):
            return []
        jobs = list(_rehearsals(kit, slug))
    except ElloWebError:
        return []
    with ThreadPoolExecutor(_WORKERS) as pool:
        played = list(pool.map(lambda job: run_notebook(job.notebook, job.path.parent), jobs))
    return [p for job, done in zip(jobs, played, strict=True) for p in job.problems(kit, done)]


def try_answers(kit: Kit, slug: str) -> list[Tried]:
    """Return every kept answer of the workshop *slug* with what its check made of it.

    The first answers to all missions share a run, then the second ones: missions stand alone.
    """
    notebooks = [(path, read_notebook(path)) for path in source_notebooks(kit, slug)]
    kept = load_answers(kit, slug)
    rounds = []
    for path, notebook in notebooks:
        by_mission = [
            [a for a in kept if a.mission == mission]
            for mission in dict.fromkeys(a.mission for a in kept)
            if answer_cell(notebook, mission) is not None
        ]
        for chosen in zip_longest(*by_mission):
            answers = [one for one in chosen if one is not None]
            rounds.append((path, fill_in(untouched(notebook), answers), answers))
    with ThreadPoolExecutor(_WORKERS) as pool:
        played = list(pool.map(lambda r: read_outcomes(run_notebook(r[1], r[0].parent)), rounds))
    return [
        Tried(one, outcomes[one.mission])
        for (_, _, answers), outcomes in zip(rounds, played, strict=True)
        for one in answers
    ]


def fill_in(notebook: NotebookNode, answers: list[Answer]) -> NotebookNode:
    """Return *notebook* with these *answers* in their cells."""
    notebook = copy.deepcopy(notebook)
    for one in answers:
        cell = answer_cell(notebook, one.mission)
        if cell is not None:
            cell.source = one.code.rstrip("\n")
    return notebook


@dataclass(frozen=True)
class _Rehearsal:
    """One way to play one notebook, and the outcome that each of its missions must have."""

    path: Path
    notebook: NotebookNode
    wanted: Outcome | None
    mend: str

    def problems(self, kit: Kit, played: NotebookNode) -> Iterator[Problem]:
        """Yield what is wrong with the *played* notebook."""
        where = kit.relative(self.path)
        error = first_error(played)
        if error:
            yield Problem(
                place(where, error[0]),
                f"la cellule s'arrête sur une erreur ({error[1]}).",
                self.mend,
            )
        if self.wanted is None:
            return
        results = read_outcomes(played)
        for index, cell in enumerate(played.cells):
            if not is_check(cell):
                continue
            nbgrader = nbgrader_metadata(cell)
            result = results.get(nbgrader["grade_id"])
            points = nbgrader["points"] if self.wanted is Outcome.PASSED else 0
            if result and (result.outcome is not self.wanted or result.points != points):
                lines = [f"{line.label} : {line.message}" for line in result.lines if not line.won]
                yield Problem(
                    place(where, index),
                    f"la mission « {result.mission} » donne {result.points:g} point(s), "
                    f"« {_FRENCH[result.outcome]} ». {' '.join(lines)}".rstrip(),
                    self.mend,
                )


_FRENCH = {
    Outcome.NOT_STARTED: "pas encore commencé",
    Outcome.NOT_YET: "pas encore",
    Outcome.PASSED: "réussie",
    Outcome.COULD_NOT_RUN: "n'a pas pu se faire",
}


def _rehearsals(kit: Kit, slug: str) -> Iterator[_Rehearsal]:
    for path in discovery_notebooks(kit, slug):
        yield _Rehearsal(path, read_notebook(path), None, "Corrige-la : elle doit aller au bout.")
    for path in source_notebooks(kit, slug):
        notebook = read_notebook(path)
        yield _Rehearsal(
            path,
            untouched(notebook),
            Outcome.NOT_STARTED,
            "Sans réponse, la mission doit dire « pas encore commencé » : revois ### DÉPART et "
            "« depart= ».",
        )
        yield _Rehearsal(
            path,
            answered(notebook),
            Outcome.PASSED,
            "La solution doit tout réussir : revois la réponse ou la vérification.",
        )
