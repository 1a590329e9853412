"""A mission's check: judge each line, keep count of tries, end with a friendly card."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from elloweb.learn import card, front, journal
from elloweb.learn.judge import UNSET, Errors, Question, judge, judge_piece
from elloweb.learn.outcome import Line, LineState, Outcome
from elloweb.learn.pieces.piece import opened
from elloweb.learn.pieces.progress import note_passed

MIME = "application/vnd.elloweb.mission+json"

# A cell that was not run yet is no try: it uses up no hint.
_TRIED = {LineState.RIGHT, LineState.WRONG, LineState.FAILED}
_tries: Counter[str] = Counter()


@dataclass(frozen=True)
class Report:
    """What a check found; what a notebook shows of it is the learner's card.

    Its ``text/plain`` is the points won, which is how nbgrader gives partial credit. *stopped*: her
    last cell failed, so that the card speaks of that alone; outcome and points are by the lines.
    """

    mission: str
    outcome: Outcome
    lines: tuple[Line, ...]
    hints: tuple[str, ...] = ()
    hint_count: int = 0
    praise: str | None = None
    stopped: bool = False

    @property
    def points(self) -> float:
        """Points won."""
        return 0 if self.outcome is Outcome.COULD_NOT_RUN else sum(x.won for x in self.lines)

    @property
    def error(self) -> str | None:
        """Class of the first exception that a line met."""
        return next((line.error for line in self.lines if line.error), None)

    def to_json(self) -> dict[str, Any]:
        """Return what grading reads back from the executed notebook."""
        return {
            "mission": self.mission,
            "outcome": self.outcome.value,
            "points": self.points,
            "lines": [
                {"label": x.label, "state": x.state.value, "message": x.message, "won": x.won}
                for x in self.lines
            ],
        }

    def __repr__(self) -> str:
        return f"{self.points:g}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": card.html(self), MIME: self.to_json()}


@dataclass
class Mission:
    """The check of one mission. Nothing that happens in its ``with`` block raises."""

    identifier: str
    hints: tuple[str, ...] = ()
    praise: str | None = None
    namespace: dict[str, Any] = field(default_factory=dict, repr=False)
    stopped: bool = False
    _lines: list[Line] = field(default_factory=list, init=False, repr=False)
    _broken: bool = field(default=False, init=False, repr=False)

    def __enter__(self) -> "Mission":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> bool:
        self._broken = kind is not None
        return True

    def attend(
        self,
        expression: str,
        attendu: Any,
        *,
        depart: Any = UNSET,
        erreurs: Errors = (),
        points: float = 1,
        nom: str | None = None,
        marge: float | None = None,
        espoir: str | None = None,
    ) -> None:
        """Judge whether *expression*, evaluated among the learner's names, gives *attendu*.

        *depart* is its value in the untouched notebook; *erreurs* pairs known wrong values with
        what to tell her; *marge* is how far a number may lie; *nom* stands for the expression on
        the card; *espoir* says what was hoped for, where the card would say too much or too little.
        """
        question = Question(expression, attendu, depart, erreurs, points, nom, marge, espoir)
        self._lines.append(judge(question, self.namespace))

    def verifie(
        self,
        expression: str,
        nom: str,
        sinon: str,
        *,
        points: float = 1,
    ) -> None:
        """Judge whether the condition *expression* holds; tell her *sinon* when it does not."""
        question = Question(f"bool({expression})", True, UNSET, ((False, sinon),), points, nom)
        self._lines.append(judge(question, self.namespace))

    def sans_faute(self, remarques: str, nom: str, *, commence: str, points: float = 1) -> None:
        """Judge whether *remarques* is an empty list; tell her the first sentence when it is not.

        For the materials that find faults by themselves: `ma_page.fautes()`, `graphique.pieges()`.
        What was not touched has no fault yet: *commence* is a condition that holds once she began.
        """
        expression = f"(list({remarques}) or True) if ({commence}) else None"
        question = Question(expression, True, None, _first_remark, points, nom)
        self._lines.append(judge(question, self.namespace))

    def resolu(self, identifiant: str, *, points: float = 1, nom: str | None = None) -> None:
        """Judge whether the piece *identifiant*, a quiz or a puzzle for example, is solved."""
        self._lines.append(judge_piece(opened(identifiant), nom or "ton jeu", points))

    def bilan(self) -> Report:
        """Return the report of this try, and note it in the journal."""
        outcome = self._outcome()
        if not self.stopped and any(line.state in _TRIED for line in self._lines):
            _tries[self.identifier] += 1
        tries = _tries[self.identifier]
        shown = self.hints[:tries] if outcome is Outcome.NOT_YET and not self.stopped else ()
        report = Report(
            self.identifier,
            outcome,
            tuple(self._lines),
            shown,
            len(self.hints),
            self.praise,
            self.stopped,
        )
        journal.append(
            {
                "mission": report.mission,
                "outcome": outcome.value,
                "points": report.points,
                "tries": tries,
                "hints": len(shown),
                "error": report.error,
            }
        )
        if outcome is Outcome.PASSED and not self.stopped:
            note_passed(self.identifier)
        card.print_in_terminal(report)
        return report

    def _outcome(self) -> Outcome:
        states = {line.state for line in self._lines}
        if self._broken or not states:
            return Outcome.COULD_NOT_RUN
        if states == {LineState.RIGHT}:
            return Outcome.PASSED
        return Outcome.NOT_STARTED if states == {LineState.UNTOUCHED} else Outcome.NOT_YET


def _first_remark(remarks: Any) -> str | None:
    if remarks is None:
        return "On regardera cela quand tu auras commencé."
    return str(remarks[0]) if isinstance(remarks, list) and remarks else None


def mission(identifiant: str, indices: Sequence[str] = (), *, bravo: str | None = None) -> Mission:
    """Open the check of the mission *identifiant*, for use in a ``with`` statement.

    *indices* are hints of rising help, one more shown at each try; *bravo* is what the card of the
    passed mission tells her, the next step of the story say.
    """
    return Mission(identifiant, tuple(indices), bravo, front.namespace(), front.last_cell_failed())
