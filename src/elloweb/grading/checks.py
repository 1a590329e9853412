"""What the checks of an executed notebook say: read as untrusted input, settled for nbgrader."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from elloweb.content.missions import read_check
from elloweb.content.notebooks import is_check, nbgrader_metadata
from elloweb.learn.mission import MIME
from elloweb.learn.outcome import LineState, Outcome

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

DID_NOT_RUN = "CheckDidNotRun"
_NO_RESULT = "La vérification n'a rien rendu : elle compte zéro."
MOST_LINES = 40
MOST_TEXT = 400


@dataclass(frozen=True)
class LineResult:
    """One line of a check, as the executed notebook tells it."""

    label: str
    state: LineState
    message: str
    won: float


@dataclass(frozen=True)
class MissionResult:
    """How one mission of an executed notebook ended."""

    mission: str
    outcome: Outcome
    points: float
    lines: tuple[LineResult, ...] = ()


def settle_checks(
    notebook: NotebookNode, resources: dict[str, Any]
) -> tuple[NotebookNode, dict[str, Any]]:
    """Make nbgrader count each mission's check by its result alone (a preprocessor, after Execute).

    nbgrader by itself gives full marks to a check without output, and none to one that warns.
    Tests that are no missions stay as they are.
    """
    for cell in notebook.cells:
        mission = _mission_of(cell)
        if mission is None:
            continue
        cell.outputs = [x for x in cell.outputs if x.get("name") != "stderr"]
        if _read_result(cell, mission) is None:
            cell.outputs = [_did_not_run()]
    return notebook, resources


def read_outcomes(notebook: NotebookNode) -> dict[str, MissionResult]:
    """Return how each mission of an executed *notebook* ended.

    A check whose result is missing, doubled or makes no sense could not run.
    """
    results = {}
    for cell in notebook.cells:
        mission = _mission_of(cell)
        if mission is not None:
            could_not_run = MissionResult(mission, Outcome.COULD_NOT_RUN, 0)
            results[mission] = _read_result(cell, mission) or could_not_run
    return results


def _mission_of(cell: NotebookNode) -> str | None:
    check = read_check(cell.source) if is_check(cell) else None
    return check.mission if check else None


def _read_result(cell: NotebookNode, mission: str) -> MissionResult | None:
    """Return the one valid result among the outputs of a check, or None."""
    outputs = cell.get("outputs", [])
    found = [output for output in outputs if output.get("output_type") == "execute_result"]
    if len(found) != 1 or any(output.get("output_type") == "error" for output in outputs):
        return None
    data = found[0].get("data")
    content = data.get(MIME) if isinstance(data, dict) else None
    if not isinstance(content, dict) or content.get("mission") != mission:
        return None
    points = _number(data.get("text/plain"))
    most = _number(nbgrader_metadata(cell).get("points"))
    if points is None or most is None or points > most or points != _number(content.get("points")):
        return None
    try:
        outcome = Outcome(str(content.get("outcome")))
    except ValueError:
        return None
    lines = content.get("lines")
    if not isinstance(lines, list) or len(lines) > MOST_LINES:
        return None
    read = [_read_line(line) for line in lines]
    if None in read:
        return None
    return MissionResult(mission, outcome, points, tuple(line for line in read if line))


def _read_line(line: Any) -> LineResult | None:
    if not isinstance(line, dict):
        return None
    label, message, won = line.get("label"), line.get("message"), _number(line.get("won"))
    if not isinstance(label, str) or not isinstance(message, str) or won is None:
        return None
    try:
        state = LineState(str(line.get("state")))
    except ValueError:
        return None
    return LineResult(label[:MOST_TEXT], state, message[:MOST_TEXT], won)


def _number(value: Any) -> float | None:
    """Return *value*, a number or the text of one, as a finite number from 0 up, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and len(value) > MOST_TEXT:
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _did_not_run() -> NotebookNode:
    from nbformat.v4 import new_output

    return new_output(  # type: ignore[no-any-return, no-untyped-call]
        "error", ename=DID_NOT_RUN, evalue=_NO_RESULT, traceback=[_NO_RESULT]
    )
