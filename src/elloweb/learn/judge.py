"""Judge one line of a check: evaluate the learner's expression and find what to tell her."""

import ast
import builtins
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from elloweb.learn import front
from elloweb.learn.guard import guarded
from elloweb.learn.help.explanation import explain
from elloweb.learn.outcome import Line, LineState, Outcome
from elloweb.learn.pieces.piece import Piece
from elloweb.learn.values import almost, kind, same, show

UNSET: Any = object()
"""Stands for "no value given" where None is a value."""

RUN_THE_CELL_ABOVE = (
    "Ce nom n'existe pas encore. Lance d'abord la cellule au-dessus, puis reviens ici. Si elle "
    "montre une erreur, c'est elle qu'il faut corriger d'abord."
)
STARTING_VALUE = "C'est encore la valeur de départ : à toi de la changer."

SHOW_THE_PIECE = "Je ne le vois pas encore. Remonte à la cellule du jeu, lance-la, puis réponds."
NO_ANSWER_YET = "Pas encore de réponse : remonte à la cellule du jeu, réponds, puis reviens ici."
PRESS_CHECK = (
    "Ta réponse est gardée. Appuie sur le bouton qui est sous elle pour savoir où tu en es."
)

Errors = Mapping[Any, str] | Iterable[tuple[Any, str]] | Callable[[Any], str | None]


@dataclass(frozen=True)
class Question:
    """One line of a check as its author wrote it; see `Mission.attend` for the fields."""

    expression: str
    expected: Any
    start: Any = UNSET
    errors: Errors = ()
    points: float = 1
    label: str | None = None
    margin: float | None = None
    hope: str | None = None

    def message_for(self, value: Any) -> str | None:
        """Return the author's message for this wrong *value*, if there is one."""
        if callable(self.errors):
            return self.errors(value)
        errors = self.errors.items() if isinstance(self.errors, Mapping) else self.errors
        return next((text for wrong, text in errors if same(value, wrong, self.margin)), None)

    def names(self) -> list[str]:
        """Return the names that the expression reads, each once."""
        nodes = ast.walk(ast.parse(self.expression))
        return list(dict.fromkeys(node.id for node in nodes if isinstance(node, ast.Name)))


@dataclass(frozen=True)
class _Finding:
    """What the evaluated expression showed; all that touched the learner's objects is done."""

    state: LineState
    shown: str
    is_none: bool = False
    same_kind: bool = False
    known: str | None = None
    remark: str | None = None


def judge(question: Question, namespace: dict[str, Any]) -> Line:
    """Return the judged line; never raise.

    The learner's code runs in *namespace*, guarded (see `elloweb.learn.guard`).
    """
    attempt = guarded(lambda: _find(question, namespace))
    if attempt.error is not None:
        state, message = _explain_error(attempt.error, question, namespace)
        error = type(attempt.error).__name__
    else:
        assert attempt.value is not None
        state, error = attempt.value.state, None
        message = _explain(attempt.value, question, bool(attempt.printed.strip()))
    label = question.label or f"`{question.expression}`"
    return Line(label, state, message, question.points, error)


def judge_piece(piece: Piece | None, label: str, points: float) -> Line:
    """Return the line of a check that asks whether *piece* is solved; None: not shown yet."""
    if piece is None:
        return Line(label, LineState.MISSING, SHOW_THE_PIECE, points)
    verdict = piece.verdict
    match verdict.outcome:
        case Outcome.PASSED:
            return Line(label, LineState.RIGHT, f"{piece.answer_text(piece.reponse)}.", points)
        case Outcome.NOT_STARTED:
            return Line(label, LineState.UNTOUCHED, NO_ANSWER_YET, points)
    return Line(label, LineState.WRONG, verdict.message or PRESS_CHECK, points)


def _find(question: Question, namespace: dict[str, Any]) -> _Finding:
    names = question.names()
    if any(namespace.get(name) is ... for name in names):
        return _Finding(LineState.UNTOUCHED, "...")
    # A learner who named a variable `sum` or `max` must not break the check's own use of it.
    own_builtins = {name: getattr(builtins, name) for name in names if hasattr(builtins, name)}
    value = eval(compile(question.expression, "<mission>", "eval"), namespace, own_builtins)
    shown = show(value)
    if value is ...:
        return _Finding(LineState.UNTOUCHED, shown)
    if same(value, question.expected, question.margin):
        return _Finding(LineState.RIGHT, shown)
    known = question.message_for(value)
    if question.start is not UNSET and same(value, question.start, question.margin):
        return _Finding(LineState.UNTOUCHED, shown, known=known)
    remark = almost(value, question.expected)
    same_kind = kind(value) == kind(question.expected)
    return _Finding(LineState.WRONG, shown, value is None, same_kind, known, remark)


def _explain(finding: _Finding, question: Question, printed: bool) -> str:
    match finding.state:
        case LineState.RIGHT:
            return "" if question.expected is True else f"{finding.shown}."
        case LineState.UNTOUCHED:
            return finding.known or STARTING_VALUE
    if finding.known:
        return finding.known
    if finding.remark:
        return f"Tu as {finding.shown}. {finding.remark}"
    if finding.is_none and printed:
        return (
            f"`{question.expression}` affiche bien quelque chose, mais ne renvoie rien. "
            "Remplace `print` par `return`."
        )
    if finding.is_none:
        return (
            f"`{question.expression}` a donné None ; on espérait {_hope(question, finding)}. "
            "As-tu oublié `return` ?"
        )
    return f"Tu as {finding.shown} ; on espérait {_hope(question, finding)}."


def _hope(question: Question, finding: _Finding) -> str:
    """Return what was hoped for without giving an answer away.

    The value of a call on given examples shows the rule; the value of a name is the answer itself.
    """
    if question.hope:
        return question.hope
    if "(" in question.expression:
        return show(question.expected)
    described = kind(question.expected)
    if not finding.same_kind:
        return described
    return f"{described}, mais pas {'celle-là' if described.startswith('une ') else 'celui-là'}"


def _explain_error(
    error: BaseException, question: Question, namespace: dict[str, Any]
) -> tuple[LineState, str]:
    if isinstance(error, NameError):
        names = question.names()
        if any(name not in namespace and not hasattr(builtins, name) for name in names):
            return LineState.MISSING, RUN_THE_CELL_ABOVE
    explanation = explain(error, shell=front.shell(), names=namespace)
    return LineState.FAILED, explanation.sentence
