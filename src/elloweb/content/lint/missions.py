"""Rules about missions: the answer cell, the check, the points, the hints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from elloweb.content.answers import answer_cell
from elloweb.content.lint.source import Source
from elloweb.content.markers import has_region
from elloweb.content.missions import FIRST_LINE, Check, read_check
from elloweb.content.notebooks import grade_id, is_answer, is_check, nbgrader_metadata
from elloweb.content.problems import Problem

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

LEAST_HINTS = 3
LEAST_LINES = 2
LEAST_WRONG_ANSWERS = 3


def check(sources: list[Source]) -> Iterator[Problem]:
    """Yield every fault of the missions of *sources*."""
    for source in sources:
        for index, cell in enumerate(source.notebook.cells):
            where = source.place(index)
            if is_check(cell):
                found = read_check(cell.source)
                if found is None:
                    yield Problem(
                        where,
                        "cette vérification n'est pas une mission.",
                        "Écris « with mission(…) as m: » d'après une autre.",
                    )
                else:
                    yield from _check_mission(found, cell, source, where)
            elif is_answer(cell) and cell.cell_type == "code" and not has_region(cell.source):
                yield Problem(
                    where,
                    "une cellule réponse sans région BEGIN SOLUTION.",
                    "Entoure la réponse, et choisis son départ avec ### DÉPART.",
                )


def missions_of(source: Source) -> list[str]:
    """Return the ids of the missions that *source* checks, in order."""
    checks = (read_check(cell.source) for cell in source.notebook.cells if is_check(cell))
    return [check.mission for check in checks if check is not None]


def _check_mission(
    found: Check, cell: NotebookNode, source: Source, where: str
) -> Iterator[Problem]:
    nbgrader = nbgrader_metadata(cell)
    if found.mission != grade_id(cell):
        yield Problem(
            where,
            f"la mission « {found.mission} » a pour nom nbgrader « {grade_id(cell)} ».",
            "Donne-leur le même nom.",
        )
    if not cell.source.startswith(FIRST_LINE):
        yield Problem(
            where, "la première ligne est tout ce qu'on verra.", f"Écris « {FIRST_LINE} »."
        )
    if not found.ends_with_report:
        yield Problem(
            where,
            "sans bilan à la fin, nbgrader donnerait tous les points.",
            "Finis par m.bilan().",
        )
    if found.points != nbgrader.get("points"):
        yield Problem(
            where,
            f"les lignes valent {found.points:g} points, nbgrader en compte "
            f"{nbgrader.get('points')}.",
            "Mets le même total dans le panneau nbgrader.",
        )
    if not nbgrader.get("locked"):
        yield Problem(where, "la vérification n'est pas verrouillée.", "Coche « verrouillé ».")
    if "HIDDEN TESTS" in cell.source:
        yield Problem(
            where,
            "une vérification cachée : tout semblerait juste, et des points manqueraient.",
            "Écris-la comme une ligne visible.",
        )
    yield from _check_help(found, where)
    if answer_cell(source.notebook, found.mission) is None:
        yield Problem(
            where,
            "la cellule réponse de cette mission manque.",
            f"Nomme-la « {found.mission}-reponse » dans le panneau nbgrader.",
        )


def _check_help(found: Check, where: str) -> Iterator[Problem]:
    if len(found.lines) < LEAST_LINES:
        yield Problem(where, f"moins de {LEAST_LINES} lignes vérifiées.", "Ajoute un m.attend(…).")
    if len(found.hints) < LEAST_HINTS:
        yield Problem(
            where,
            f"{len(found.hints)} indice(s) au lieu de {LEAST_HINTS}.",
            "Complète « indices », du plus discret au plus précis.",
        )
    if found.wrong_answers < LEAST_WRONG_ANSWERS:
        yield Problem(
            where,
            f"{found.wrong_answers} mauvaise(s) réponse(s) prévue(s) au lieu de "
            f"{LEAST_WRONG_ANSWERS}.",
            "Complète « erreurs » avec un message pour chacune.",
        )
