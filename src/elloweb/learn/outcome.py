"""How a mission can end, and how one line of its check can."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How a mission stands."""

    NOT_STARTED = "not started"
    NOT_YET = "not yet"
    PASSED = "passed"
    COULD_NOT_RUN = "could not run"


class LineState(StrEnum):
    """What one line of a check found."""

    RIGHT = "right"
    UNTOUCHED = "untouched"
    MISSING = "missing"
    FAILED = "failed"
    WRONG = "wrong"


@dataclass(frozen=True)
class Line:
    """One judged line of a check: what was tried, what to tell the learner, what it earns.

    ``points`` is what the line is worth; ``error`` the class of the exception it met, if any.
    """

    label: str
    state: LineState
    message: str
    points: float = 1
    error: str | None = None

    @property
    def won(self) -> float:
        """Points earned: all or nothing."""
        return self.points if self.state is LineState.RIGHT else 0
