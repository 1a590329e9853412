"""What was foreseen beside what came, line by line, in kind words."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from elloweb.learn.pieces.program import Run

_MOST_LETTERS = 80
_QUOTES = "\"'«»“”‘’ \u00a0\u202f"


@dataclass(frozen=True)
class Match:
    """One line: whether it came as foreseen, and what to say of it, its code between backquotes."""

    right: bool
    said: str

    @property
    def sign(self) -> str:
        """A mark that says the same without colour."""
        return "✓" if self.right else "→"


def rows_of(text: str) -> list[str]:
    """Return the lines of what she foresees, without spaces at their ends nor empty lines around.

    A space before a word counts: Python prints it.
    """
    return [row.rstrip() for row in text.strip("\n").rstrip().split("\n")]


def alike(one: str, other: str) -> bool:
    """Return whether two predictions say the same, but for a decimal comma."""
    return list(map(_with_points, rows_of(one))) == list(map(_with_points, rows_of(other)))


def compare(foreseen: str, came: Run) -> list[Match]:
    """Return each line of *foreseen* beside what *came*; never empty.

    "rien" foresees that nothing is printed; a line with "erreur", that the program stops on one.
    """
    rows = rows_of(foreseen)
    expected = next((row for row in rows if "erreur" in row.lower()), None)
    if came.error is None and not came.lines:
        none = "\n".join(rows).strip().lower() == "rien"
        return [Match(none, "Ce programme n'affiche rien, comme prévu." if none else _NOTHING)]
    if came.error is not None and expected is not None:
        rows.remove(expected)
    rows = [] if rows == [""] else rows
    spread = re.split(r"[\s,;]+", rows[0].strip()) if len(rows) == 1 else []
    if len(spread) > 1 and spread == list(came.lines):
        return [Match(True, _ALL_ON_ONE_LINE)]
    matches = [
        _match(f"Ligne {n} :", before, after)
        for n, (before, after) in enumerate(zip_longest(rows, came.lines), start=1)
    ]
    if came.error is not None:
        start = "Python s'arrête" if expected is None else "L'erreur que tu avais prévue est là"
        matches.append(Match(expected is not None, f"{start}. {came.error}"))
    return matches


_ALL_ON_ONE_LINE = (
    "Tout y est, dans l'ordre. Chaque `print` va à la ligne : Python les affiche l'un sous l'autre."
)
_NOTHING = "Ce programme n'affiche rien : il calcule, mais sans `print`, on ne voit rien."


def _match(place: str, before: str | None, after: str | None) -> Match:
    if after is None:
        return Match(False, f"{place} tu avais prévu {_code(before)}, Python n'affiche plus rien.")
    if before is None:
        return Match(False, f"{place} Python affiche aussi {_code(after)}.")
    if before == after:
        return Match(True, f"{place} c'est bien {_code(after)}.")
    if _with_points(before) == after:
        return Match(
            True,
            f"{place} c'est bien cela. Python écrit {_code(after)}, avec un point à la place de la "
            "virgule.",
        )
    if before.casefold() == after.casefold():
        return Match(
            True, f"{place} c'est bien cela. Python écrit {_code(after)} : regarde les majuscules."
        )
    more = ""
    if before.strip(_QUOTES) == after:
        more = ", sans les guillemets"
    elif f"{before.strip()}.0" == after:
        more = ", avec `.0` : c'est sa façon d'écrire un nombre à virgule qui tombe juste"
    return Match(
        False, f"{place} tu avais prévu {_code(before)}, Python affiche {_code(after)}{more}."
    )


def _with_points(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d)", ".", text)


def _code(text: str | None) -> str:
    if not text:
        return "une ligne vide"
    short = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
    return f"`{short.replace('`', 'ʼ')}`"
