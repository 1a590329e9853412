"""What all playful pieces have in common: an answer that is judged, kept, and found again."""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import memory, shown

P = TypeVar("P", bound="Piece")

_opened: dict[str, "Piece"] = {}


@dataclass(frozen=True)
class Verdict:
    """How a piece stands, and what to tell the learner.

    *details* is what the front needs besides, as JSON: which line is in its place, for example.
    """

    outcome: Outcome
    message: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)


NOT_STARTED = Verdict(Outcome.NOT_STARTED)


@dataclass(eq=False, repr=False)
class Piece(ABC):
    """A playful piece of a notebook, known by its *identifier*.

    An answer is a value of JSON. A subclass says which values can be answers and what they are
    worth; its *front* is a JavaScript module that shows it (see `static/README.md`).
    """

    identifier: str
    front: ClassVar[Path]
    _answer: Any = field(default=None, init=False)
    _checked: bool = field(default=False, init=False)
    _verdict: Verdict = field(default=NOT_STARTED, init=False)
    _screen: shown.Screen = field(init=False)

    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """Return what the front shows, as JSON."""

    @abstractmethod
    def accepts(self, answer: Any) -> bool:
        """Return whether *answer*, any value of JSON from outside, can be one."""

    @abstractmethod
    def judge(self, answer: Any) -> Verdict:
        """Return what an acceptable *answer* is worth."""

    @abstractmethod
    def text(self) -> str:
        """Return the piece in words, and how to answer it by code."""

    @abstractmethod
    def answer_text(self, answer: Any) -> str:
        """Return an acceptable *answer* in words, as she would read it back."""

    def standing(self, answer: Any, checked: bool) -> Verdict:
        """Return how *answer* stands: of a draft, not *checked*, nothing is said."""
        verdict = self.judge(answer)
        return verdict if checked else Verdict(verdict.outcome)

    def shows(self) -> dict[str, Any]:
        """Return what the front shows besides, as it stands now: JSON; `html` also without widgets.

        What is in `html` is made by us, from values: text that she wrote is escaped.
        """
        return {}

    @property
    def reponse(self) -> Any:
        """Her answer, `...` before there is one."""
        return ... if self._answer is None else self._answer

    @property
    def reussi(self) -> bool:
        """Whether her answer is right."""
        return self._verdict.outcome is Outcome.PASSED

    @property
    def verdict(self) -> Verdict:
        """How the piece stands; the message is empty until she asks for it."""
        return self._verdict

    def take(self, answer: Any, *, checked: bool = True) -> Self:
        """Take an acceptable *answer*, judge it, and show what came of it.

        *checked*: she wants to know; a draft is kept without a word.
        """
        self._answer, self._checked = answer, checked
        self._verdict = self.standing(answer, checked)
        self._screen.update()
        return self

    def receive(self, answer: Any, checked: bool) -> None:
        """Take and keep what the front sent; ignore what can be no answer."""
        if self.accepts(answer):
            self._screen.kept = memory.keep(
                self.identifier, {"value": answer, "checked": checked is True}
            )
            self.take(answer, checked=checked is True)

    def state(self) -> dict[str, Any]:
        """Return what the front shows of her answer, as JSON."""
        return {
            "answer": None if self._answer is None else {"value": self._answer},
            "shown": self.shows(),
            "verdict": {
                "outcome": self._verdict.outcome.value,
                "message": french_spaces(self._verdict.message),
                **self._verdict.details,
            },
        }

    def words(self) -> str:
        """Return the piece, her answer and what came of it, in words."""
        rows = [self.text()]
        if self._answer is not None:
            rows.append(f"Ta réponse : {self.answer_text(self._answer)}")
        if self._verdict.message:
            rows.append(self._verdict.message)
        return french_spaces("\n".join(rows))

    def __repr__(self) -> str:
        return self.words()

    def _ipython_display_(self) -> None:
        self._screen.show()


def opened(identifier: str) -> Piece | None:
    """Return the piece that the notebook opened under *identifier*, if it did."""
    return _opened.get(identifier)


def all_opened() -> list[Piece]:
    """Return the pieces that the notebook opened."""
    return list(_opened.values())


def open_piece(piece: P) -> P:
    """Return *piece* with the answer that was given earlier, in this kernel or before."""
    if not re.fullmatch(r"[a-z][a-z0-9_-]*", piece.identifier):
        raise ValueError(
            f"« {piece.identifier} » ne peut pas nommer un jeu : écris des lettres minuscules sans "
            "accent, des chiffres et des tirets."
        )
    piece._screen = shown.Screen(piece)
    before = _opened.get(piece.identifier)
    _opened[piece.identifier] = piece
    if before is not None and before._answer is not None and piece.accepts(before._answer):
        piece._screen.kept = before._screen.kept
        return piece.take(before._answer, checked=before._checked)
    for kept in memory.recall(piece.identifier):
        answer = kept.answer
        if isinstance(answer, dict) and piece.accepts(answer.get("value")):
            piece._screen.kept = kept
            return piece.take(answer["value"], checked=answer.get("checked") is True)
    return piece
