"""How a class stands: per mission, per learner, and what needs somebody's attention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from elloweb.content.kit import Kit
from elloweb.content.missions import read_check
from elloweb.content.model import Workshop, load_workshop
from elloweb.content.notebooks import (
    grade_id,
    is_check,
    is_manual,
    nbgrader_metadata,
    parse_notebook,
    read_notebook,
)
from elloweb.grading import engine
from elloweb.grading.checks import MissionResult, read_outcomes
from elloweb.grading.engine import CellGrade
from elloweb.grading.grade import NotebookRecord, autograded_path, read_records
from elloweb.grading.session import Session
from elloweb.learn.outcome import LineState, Outcome

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

MOST_WRONG_ANSWERS = 5


@dataclass(frozen=True)
class MissionColumn:
    """A mission of the session; *creations* are its cells that a person reads."""

    workshop: str
    notebook: str
    mission: str
    title: str
    most: float
    bonus: bool = False
    creations: tuple[str, ...] = ()
    creation_most: float = 0


@dataclass(frozen=True)
class Standing:
    """How one learner's mission stands; *outcome* is None when its notebook was not handed in.

    *creation_points* is what a person gave, None while her reading is awaited (*waiting*).
    """

    outcome: Outcome | None
    points: float = 0
    creation_points: float | None = None
    waiting: bool = False
    result: MissionResult | None = None


@dataclass(frozen=True)
class LearnerRow:
    """One learner's standings, in the order of the columns."""

    pseudonym: str
    standings: tuple[Standing, ...]

    @property
    def handed_in(self) -> bool:
        """Whether anything of hers arrived."""
        return any(standing.outcome is not None for standing in self.standings)

    @property
    def passed(self) -> int:
        """How many missions she passed."""
        return sum(standing.outcome is Outcome.PASSED for standing in self.standings)

    @property
    def points(self) -> float:
        """All her points, those given by a person too."""
        return sum(x.points + (x.creation_points or 0) for x in self.standings)


@dataclass(frozen=True)
class WrongAnswer:
    """A message that learners got on one line of a check, and how many got it."""

    label: str
    message: str
    learners: int


@dataclass(frozen=True)
class MissionSummary:
    """One mission over the whole class."""

    column: MissionColumn
    counts: dict[Outcome | None, int]
    wrong_answers: tuple[WrongAnswer, ...]


@dataclass(frozen=True)
class Waiting:
    """The creations of one mission that wait for somebody to read them."""

    column: MissionColumn
    learners: tuple[str, ...]


@dataclass(frozen=True)
class ClassResults:
    """A class at a glance, when it was made and for which session."""

    session: Session
    made: datetime
    columns: tuple[MissionColumn, ...]
    rows: tuple[LearnerRow, ...]
    summaries: tuple[MissionSummary, ...]
    waiting: tuple[Waiting, ...]
    problems: tuple[str, ...]

    @property
    def absent(self) -> tuple[str, ...]:
        """Return the learners of whom nothing arrived."""
        return tuple(row.pseudonym for row in self.rows if not row.handed_in)

    @property
    def most(self) -> float:
        """All points there are, the bonus missions' left out."""
        return sum(x.most + x.creation_most for x in self.columns if not x.bonus)

    @property
    def most_bonus(self) -> float:
        """The points of the bonus missions."""
        return sum(x.most for x in self.columns if x.bonus)

    def of(self, workshop: str) -> ClassResults:
        """Return the same class in one *workshop* alone: its columns, and what belongs to them."""
        places = [n for n, column in enumerate(self.columns) if column.workshop == workshop]
        return replace(
            self,
            columns=tuple(self.columns[n] for n in places),
            rows=tuple(
                LearnerRow(row.pseudonym, tuple(row.standings[n] for n in places))
                for row in self.rows
            ),
            summaries=tuple(self.summaries[n] for n in places),
            waiting=tuple(one for one in self.waiting if one.column.workshop == workshop),
        )


def gather_results(session: Session, kit: Kit, made: datetime) -> ClassResults:
    """Return how the class stands by the gradebook and the executed notebooks."""
    columns = [column for slug in session.workshops for column in _columns(kit, slug)]
    records = read_records(session)
    outcomes = {record.key: _read_graded(session, record) for record in records}
    return build_results(
        session, made, columns, records, outcomes, engine.read_grades(session.folder)
    )


def build_results(
    session: Session,
    made: datetime,
    columns: Iterable[MissionColumn],
    records: Iterable[NotebookRecord],
    outcomes: dict[tuple[str, str, str], dict[str, MissionResult]],
    grades: Iterable[CellGrade],
) -> ClassResults:
    """Put together what grading left; *outcomes* are those of each graded notebook."""
    columns, records = tuple(columns), tuple(records)
    known = {(x.pseudonym, x.workshop, x.notebook, x.cell): x for x in grades}
    handed_in = {record.key for record in records}
    rows = []
    for pseudonym in session.pseudonyms:
        standings = []
        for column in columns:
            key = (pseudonym, column.workshop, column.notebook)
            if key in handed_in:
                cells = [known.get((*key, c)) for c in (column.mission, *column.creations)]
                result = outcomes.get(key, {}).get(column.mission)
                standings.append(_standing(result, cells[0], [x for x in cells[1:] if x]))
            else:
                standings.append(Standing(None))
        rows.append(LearnerRow(pseudonym, tuple(standings)))
    return ClassResults(
        session=session,
        made=made,
        columns=columns,
        rows=tuple(rows),
        summaries=tuple(_summary(column, rows, n) for n, column in enumerate(columns)),
        waiting=tuple(_waiting(columns, rows)),
        problems=tuple(record.problem for record in records if record.problem),
    )


def _columns(kit: Kit, slug: str) -> list[MissionColumn]:
    workshop = load_workshop(kit, slug)
    order = [plan.file for plan in workshop.notebooks]
    paths = sorted(
        (kit.solutions / slug).glob("*.ipynb"),
        key=lambda path: (order.index(path.name) if path.name in order else len(order), path.name),
    )
    return [column for path in paths for column in _columns_of(workshop, path)]


def _columns_of(workshop: Workshop, path: Path) -> list[MissionColumn]:
    plans = {plan.id: plan for plan in workshop.missions}
    cells = read_notebook(path).cells
    manual = [cell for cell in cells if is_manual(cell)]
    columns = []
    for cell in cells:
        check = read_check(cell.source) if is_check(cell) else None
        if check is None:
            continue
        plan = plans.get(check.mission)
        # A creation belongs to the mission whose name its own begins with.
        own = [one for one in manual if grade_id(one).startswith(f"{check.mission}-")]
        columns.append(
            MissionColumn(
                workshop=workshop.slug,
                notebook=path.stem,
                mission=check.mission,
                title=plan.title if plan else check.mission,
                most=_most(cell),
                bonus=plan.bonus if plan else False,
                creations=tuple(grade_id(one) for one in own),
                creation_most=sum(_most(one) for one in own),
            )
        )
    return columns


def _most(cell: NotebookNode) -> float:
    return float(nbgrader_metadata(cell).get("points", 0))


def _read_graded(session: Session, record: NotebookRecord) -> dict[str, MissionResult]:
    """Return the outcomes in an executed notebook; none when it could not be graded."""
    if not record.graded:
        return {}
    try:
        content = autograded_path(session, record).read_text(encoding="utf-8")
        return read_outcomes(parse_notebook(content))
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return {}


def _standing(
    result: MissionResult | None, check: CellGrade | None, creations: list[CellGrade]
) -> Standing:
    return Standing(
        outcome=result.outcome if result else Outcome.COULD_NOT_RUN,
        points=(check.points or 0) if check else 0,
        creation_points=sum(x.points or 0 for x in creations) if creations else None,
        waiting=any(x.points is None for x in creations),
        result=result,
    )


def _waiting(columns: tuple[MissionColumn, ...], rows: list[LearnerRow]) -> Iterator[Waiting]:
    for number, column in enumerate(columns):
        learners = tuple(row.pseudonym for row in rows if row.standings[number].waiting)
        if learners:
            yield Waiting(column, learners)


def _summary(column: MissionColumn, rows: list[LearnerRow], number: int) -> MissionSummary:
    standings = [row.standings[number] for row in rows]
    messages = Counter(
        (line.label, line.message)
        for standing in standings
        if standing.result is not None and standing.outcome is Outcome.NOT_YET
        for line in dict.fromkeys(standing.result.lines)
        if line.state in (LineState.WRONG, LineState.FAILED)
    )
    return MissionSummary(
        column,
        dict(Counter(standing.outcome for standing in standings)),
        tuple(
            WrongAnswer(label, message, count)
            for (label, message), count in messages.most_common(MOST_WRONG_ANSWERS)
        ),
    )
