"""How far she is: the missions of a notebook, and which of them she has passed."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, all_opened, open_piece

_DONE, _TO_DO = ("✓", "réussie"), ("○", "à venir")


@dataclass(eq=False, repr=False)
class Progress(Piece):
    """The *missions* of a notebook and its *bonus* ones, each id with its title.

    The answer is the ids of those passed.
    What was passed stays passed: she may try something else in a mission without losing it.
    """

    missions: Mapping[str, str]
    bonus: Mapping[str, str]
    front: ClassVar = Path(__file__).with_name("static") / "progress.js"

    def settings(self) -> dict[str, Any]:
        """Return the missions and the words around them."""
        return {
            "missions": [
                {"id": key, "title": french_spaces(title), "bonus": key in self.bonus}
                for key, title in self._titles.items()
            ],
            "labels": {
                "title": "Où tu en es",
                "missions": "Les missions",
                "bonus": "Les bonus",
                "done": _DONE,
                "todo": _TO_DO,
            },
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a list of missions of this notebook."""
        return isinstance(answer, list) and all(
            isinstance(one, str) and one in self._titles for one in answer
        )

    def judge(self, answer: list[str]) -> Verdict:
        """Return whether all missions are passed."""
        done = set(answer) >= set(self.missions)
        return Verdict(Outcome.PASSED if done else Outcome.NOT_YET)

    def shows(self) -> dict[str, Any]:
        """Return the count, in words."""
        return {"count": french_spaces(self._count())}

    def text(self) -> str:
        """Return the missions, line by line."""
        passed = self._passed()
        rows = [
            f"  {sign} {title} ({state})"
            for key, title in self._titles.items()
            for sign, state in (_DONE if key in passed else _TO_DO,)
        ]
        return "\n".join([self._count(), *rows])

    def words(self) -> str:
        """Return the missions as they stand: the answer is in them."""
        return french_spaces(self.text())

    def answer_text(self, answer: list[str]) -> str:
        """Return the titles of the missions passed."""
        return ", ".join(self._titles[key] for key in answer) or "aucune mission encore"

    def note_passed(self, mission: str) -> None:
        """Count *mission* as passed, if it is one of these and was not yet."""
        if mission in self._titles and mission not in self._passed():
            passed = {*self._passed(), mission}
            self.receive([key for key in self._titles if key in passed], True)

    @property
    def _titles(self) -> dict[str, str]:
        return {**self.missions, **{key: f"{one} (bonus)" for key, one in self.bonus.items()}}

    def _passed(self) -> list[str]:
        return [] if self._answer is None else list(self._answer)

    def _count(self) -> str:
        passed = self._passed()
        done = sum(key in self.missions for key in passed)
        plural = "s" if done > 1 else ""
        count = f"{done} mission{plural} réussie{plural} sur {len(self.missions)}"
        extra = len(passed) - done
        return f"{count}, et {extra} bonus" if extra else count


def progression(missions: Mapping[str, str], *, bonus: Mapping[str, str] | None = None) -> Progress:
    """Return the bar of a notebook's *missions*, each id with its title, in their order.

    *bonus* are those that nobody waits for. It moves on by itself when a mission is passed. Raises
    ValueError when there is no mission.
    """
    if not missions:
        raise ValueError("progression(…) attend au moins une mission : son nom et son titre.")
    identifier = f"progression-{next(iter(missions))}"
    return open_piece(Progress(identifier, dict(missions), dict(bonus or {})))


def note_passed(mission: str) -> None:
    """Tell the notebook's bars that *mission* is passed."""
    for piece in all_opened():
        if isinstance(piece, Progress):
            piece.note_passed(mission)
