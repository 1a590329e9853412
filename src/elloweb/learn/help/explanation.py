"""What a Python error is told as: its cause, one thing to try, the very place.

`explain` is the one engine behind the card under a cell (`hook`) and the sentence of a check's line
(`elloweb.learn.judge`). The explaining modules are loaded when the first error comes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elloweb.learn.help.scene import Cell, Scene

SECONDS = 2.0
"""How long the help may take: a learner's own object can loop in its ``__str__``."""


@dataclass(frozen=True)
class Spot:
    """Where the culprit stands in the source that Python read.

    Lines count from 1, columns from 0; *end* is past the last column, and may equal *start*.
    """

    line: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Advice:
    """What one rule found: the cause, what to try, and a better place than Python's own."""

    cause: str
    step: str
    spot: Spot | None = None


@dataclass(frozen=True)
class Place:
    """The line to look at, as the learner sees it in her editor.

    *start* and *end* are the culprit's columns in *text*; *cell* is the number of an earlier cell,
    None when the line stands in the cell that has just run.
    """

    line: int
    text: str
    start: int = 0
    end: int = 0
    cell: int | None = None

    @property
    def culprit(self) -> str:
        """The piece of the line that is at fault, empty when it is not known or is all of it."""
        piece = self.text[self.start : self.end].strip()
        return "" if piece == self.text.strip() else piece


@dataclass(frozen=True)
class Explanation:
    """One error, told in French.

    *error* is the name of its class; *technical* is the usual traceback, in English.
    """

    error: str
    cause: str
    step: str
    place: Place | None = None
    technical: str = ""

    @property
    def sentence(self) -> str:
        """Cause and advice in one go."""
        return f"{self.cause} {self.step}"

    def without_code(self) -> "Explanation":
        """Return the same without a line of the cell, where it may be a hidden check's."""
        place = self.place and replace(self.place, text="", start=0, end=0)
        return replace(self, place=place, technical="")


Rule = Callable[["Scene"], Advice | None]

# The modules whose `RULES` are asked, in this order, for each class of error.
_HOMES: dict[str, tuple[str, ...]] = {
    "SyntaxError": (
        "tags",
        "addresses",
        "paper",
        "characters",
        "brackets",
        "indentation",
        "wording",
        "naming",
        "syntax",
        "neighbours",
    ),
    "NameError": ("tags", "addresses", "rows", "scope", "names"),
    "AttributeError": ("addresses", "attributes"),
    "ImportError": ("imports",),
    "IndexError": ("lookups",),
    "KeyError": ("lookups",),
    "TypeError": ("rows", "tags", "signatures", "functions", "calls", "operations", "lookups"),
    "ValueError": ("conversions",),
    "ArithmeticError": ("conversions",),
}


def explain(
    error: BaseException,
    *,
    shell: Any = None,
    names: Mapping[str, Any] | None = None,
    current: "Cell | None" = None,
    technical: str = "",
) -> Explanation:
    """Return what *error* means and what to try; never raise, never print.

    *shell* is IPython's, if there is one; *names* are the learner's names where no cell of hers
    was running; *current* is the cell that has just run.
    """
    from elloweb.learn.guard import guarded

    # Python has private classes for what it tells as a SyntaxError.
    kind = next(k.__name__ for k in type(error).__mro__ if k.__name__[:1] != "_")
    attempt = guarded(lambda: _explain(error, shell, names, current), SECONDS)
    if attempt.value is None:
        return Explanation(kind, _UNKNOWN.cause, _UNKNOWN.step, technical=technical)
    return replace(attempt.value, error=kind, technical=technical)


_UNKNOWN = Advice(
    "Python s'est arrêté en route, et je ne sais pas dire mieux pourquoi.",
    "Relis la ligne, mot à mot, puis montre-la à ta voisine ou à l'animatrice.",
)


def _explain(
    error: BaseException,
    shell: Any,
    names: Mapping[str, Any] | None,
    current: "Cell | None",
) -> Explanation:
    from elloweb.learn.help.scene import look

    scene = look(error, shell, names, current)
    advice = _advice(scene)
    return Explanation("", advice.cause, advice.step, scene.place(advice.spot or scene.spot))


def _advice(scene: "Scene") -> Advice:
    for rule in _rules(scene):
        try:
            advice = rule(scene)
        except Exception:
            # One rule that stumbles over an odd value leaves the word to the next one.
            continue
        if advice:
            return advice
    return _UNKNOWN


def _rules(scene: "Scene") -> list[Rule]:
    """Return the rules for this class of error, the most special first."""
    family = [kind.__name__ for kind in type(scene.error).__mro__]
    homes = [home for kind in family for home in _HOMES.get(kind, ())]
    rules: list[Rule] = []
    for home in ("raised", *homes, "stops"):
        rules += import_module(f"elloweb.learn.help.{home}").RULES
    return rules
