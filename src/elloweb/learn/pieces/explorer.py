"""A slider that draws a picture anew at each step: change one number, see what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece
from elloweb.learn.pieces.result import Result, result_of

_MOST_STEPS = 10_000
_REACHED = "C'est là !"
_NOT_THERE = "Pas encore. Déplace le curseur, regarde ce qui change, et recommence."
_MOVED = "Tu as exploré."


@dataclass(eq=False, repr=False)
class Explorer(Piece):
    """A slider from *low* to *high* by *step*, and what *draw* makes of each value.

    An answer is a number of the slider. With a *target*, that number is looked for; without, to
    have moved the slider is enough.
    """

    draw: Callable[[Any], Any]
    low: float
    high: float
    step: float
    start: float
    label: str
    unit: str
    describe: Callable[[Any], str] | None
    target: float | None
    praise: str
    advice: str | Callable[[Any], str]
    front: ClassVar = Path(__file__).with_name("static") / "explorer.js"

    def __post_init__(self) -> None:
        # A few pictures, so that going back and forth does not draw again.
        self._result = lru_cache(maxsize=16)(self._draw)

    @property
    def valeur(self) -> float:
        """Where the slider stands."""
        return self.start if self._answer is None else float_or_int(self._answer)

    def settings(self) -> dict[str, Any]:
        """Return the slider's bounds and the words around it."""
        return {
            "low": self.low,
            "high": self.high,
            "step": self.step,
            "start": self.start,
            "unit": self.unit,
            "check": self.target is not None,
            "labels": {"title": "Curseur", "slider": self.label, "check": "Vérifier"},
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a number of the slider."""
        if isinstance(answer, bool) or not isinstance(answer, int | float) or not isfinite(answer):
            return False
        if not self.low <= answer <= self.high:
            return False
        steps = (answer - self.low) / self.step
        return abs(steps - round(steps)) < 1e-6

    def judge(self, answer: float) -> Verdict:
        """Return whether the target is reached."""
        if self.target is None:
            return Verdict(Outcome.PASSED)
        if abs(answer - self.target) < self.step / 2:
            return Verdict(Outcome.PASSED, self.praise)
        return Verdict(Outcome.NOT_YET, self._advice(float_or_int(answer)))

    def shows(self) -> dict[str, Any]:
        """Return the picture at the slider's value."""
        return {"html": self._result(self.valeur).html}

    def text(self) -> str:
        """Return the slider's bounds, where it stands, and what that gives."""
        return (
            f"Curseur « {self.label} », de {self._written(self.low)} à "
            f"{self._written(self.high)}, placé sur {self._written(self.valeur)}.\n"
            f"{self._result(self.valeur).text}\n"
            f"Pour le déplacer par écrit, ajoute .place({self.low:g}) à la fin de cette cellule."
        )

    def words(self) -> str:
        """Return the slider as it stands: the answer is in it."""
        return french_spaces("\n".join(filter(None, [self.text(), self.verdict.message])))

    def answer_text(self, answer: float) -> str:
        """Return the number with its unit."""
        return self._written(answer)

    def place(self, valeur: float) -> Self:
        """Move the slider by code."""
        if not self.accepts(valeur):
            raise ValueError(
                f"place(…) attend un nombre de {self.low:g} à {self.high:g}, par pas de "
                f"{self.step:g}. Change le nombre entre parenthèses."
            )
        return self.take(valeur)

    def _advice(self, value: float) -> str:
        try:
            said = self.advice if isinstance(self.advice, str) else self.advice(value)
        except Exception:
            # Tried on the start alone, an author's function can stumble over another value.
            return _NOT_THERE
        return said if isinstance(said, str) and said.strip() else _NOT_THERE

    def _draw(self, value: float) -> Result:
        alternative = None if self.describe is None else self.describe(value)
        return result_of(lambda: self.draw(value), alternative)

    def _written(self, value: float) -> str:
        return french_spaces(f"{value:g} {self.unit}".strip().replace(".", ","))


def float_or_int(value: float) -> float:
    """Return *value*, as an int where it is whole: a girl reads 5, not 5.0."""
    return int(value) if value == int(value) else value


def curseur(
    identifiant: str,
    fonction: Callable[[Any], Any],
    de: float,
    a: float,
    pas: float = 1,
    *,
    depart: float | None = None,
    nom: str = "Valeur",
    unite: str = "",
    decrit: Callable[[Any], str] | None = None,
    cible: float | None = None,
    bravo: str = _REACHED,
    sinon: str | Callable[[Any], str] = _NOT_THERE,
) -> Explorer:
    """Return a slider from *de* to *a* by *pas*; at each step it shows what *fonction* makes of it.

    *fonction* returns or draws a picture (matplotlib), a piece of `elloweb.play`, or a text.
    *decrit* says in words what its picture shows. With *cible*, she looks for that value; *sinon*
    helps her when she is not there yet: a sentence, or a function of the chosen value that returns
    one. Raises ValueError, with a French sentence, on bounds that make no slider, and on a *sinon*
    that says nothing.
    """
    if not callable(fonction):
        raise ValueError("curseur(…) attend le nom d'une fonction, sans parenthèses après elle.")
    if not (de < a and pas > 0 and (a - de) / pas <= _MOST_STEPS):
        raise ValueError(
            f"curseur(…) de {de:g} à {a:g} par pas de {pas:g} : il faut de < a, un pas plus grand "
            f"que zéro, et {_MOST_STEPS} positions au plus."
        )
    start = de if depart is None else depart
    piece = Explorer(
        identifiant, fonction, de, a, pas, start, nom, unite, decrit, cible, bravo, sinon
    )
    for name, value in (("depart", start), ("cible", cible)):
        if value is not None and not piece.accepts(value):
            raise ValueError(
                f"curseur(…), {name}={value:g} : ce nombre n'est pas sur le curseur, qui va de "
                f"{de:g} à {a:g} par pas de {pas:g}."
            )
    _check_advice(sinon, float_or_int(start))
    return open_piece(piece)


def _check_advice(advice: Any, start: float) -> None:
    """Check that *advice* is a sentence, or a function that returns one: it is tried on *start*."""
    said = advice
    if callable(advice):
        try:
            said = advice(start)
        except Exception as error:
            raise ValueError(
                f"curseur(…), sinon= : la fonction s'arrête sur une erreur pour {start:g} "
                f"({type(error).__name__}). Essaie-la seule, dans une cellule."
            ) from None
    if not isinstance(said, str) or not said.strip():
        raise ValueError(
            "curseur(…), sinon= attend une phrase entre guillemets, ou une fonction de la valeur "
            "choisie qui renvoie une phrase."
        )
