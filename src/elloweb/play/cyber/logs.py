"""A log of what happened, line by line: to filter, and to find what is out of place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece

Row = Mapping[str, Any]
_MOST_CHOICES = 12
_MOST_ROWS = 500
_MOST_MESSAGES = 2
_NONE_MARKED = "Aucune ligne n'est cochée pour l'instant. Cherche ce qui ne ressemble pas au reste."
_SOME_MISSING = "Ce que tu as coché est bien suspect. Il en reste au moins une : cherche encore."
_LABELS = {
    "title": "Journal",
    "search": "Chercher partout",
    "all": "tout",
    "shown": "{shown} lignes affichées sur {all}.",
    "shownOne": "1 ligne affichée sur {all}.",
    "shownNone": "Aucune ligne ne correspond. Efface un filtre pour en revoir.",
    "marked": "{marked} cochées.",
    "markedOne": "1 cochée.",
    "markedNone": "Aucune cochée.",
    "number": "N°",
    "suspicious": "Suspecte ?",
    "mark": "Ligne {number} : suspecte",
    "clear": "Effacer les filtres",
    "check": "Vérifier",
}


@dataclass(eq=False, repr=False)
class Log(Piece):
    """A log to filter, whose rows are numbered from 1; *suspicious* ones are to be marked.

    An answer is the list of the marked numbers, in order. Without *suspicious*, it is only read.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    suspicious: frozenset[int]
    errors: Mapping[int, str]
    praise: str
    front: ClassVar = Path(__file__).with_name("logs.js")

    def settings(self) -> dict[str, Any]:
        """Return the rows, and for each column the values to choose from, if they are few."""
        return {
            "heading": french_spaces(self.heading),
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "choices": [self._choices(place) for place in range(len(self.columns))],
            "marking": bool(self.suspicious),
            "labels": {name: french_spaces(label) for name, label in _LABELS.items()},
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a list of row numbers, each once."""
        return (
            bool(self.suspicious)
            and isinstance(answer, list)
            and all(type(one) is int and 1 <= one <= len(self.rows) for one in answer)
            and len(set(answer)) == len(answer)
        )

    def judge(self, answer: list[int]) -> Verdict:
        """Return what is wrong with the marked rows, one or two at a time, or praise."""
        wrong = [number for number in sorted(answer) if number not in self.suspicious]
        if wrong:
            messages = [self.errors.get(n) or _nothing_strange(n) for n in wrong[:_MOST_MESSAGES]]
            return Verdict(Outcome.NOT_YET, " ".join(messages))
        if not answer:
            return Verdict(Outcome.NOT_YET, _NONE_MARKED)
        if set(answer) != self.suspicious:
            return Verdict(Outcome.NOT_YET, _SOME_MISSING)
        return Verdict(Outcome.PASSED, self.praise)

    def text(self) -> str:
        """Return the log line by line, and how to answer by code."""
        rows = [f"{self.heading} : {', '.join(self.columns)}."]
        rows += [f"  {n}. {' · '.join(row)}" for n, row in enumerate(self.rows, start=1)]
        if self.suspicious:
            rows.append(
                "Pour dire par écrit quelles lignes sont suspectes, ajoute par exemple "
                ".repond(1, 2) à la fin de cette cellule."
            )
        return "\n".join(rows)

    def answer_text(self, answer: list[int]) -> str:
        """Return the marked numbers."""
        if not answer:
            return "aucune ligne cochée"
        numbers = ", ".join(map(str, sorted(answer)))
        return f"ligne{'s' if len(answer) > 1 else ''} {numbers}"

    def repond(self, *numeros: int) -> Self:
        """Mark rows by code, by their numbers from 1."""
        answer = sorted(set(numeros)) if all(type(n) is int for n in numeros) else None
        if answer is None or not self.accepts(answer):
            raise ValueError(
                f"repond(…) attend des numéros de lignes, de 1 à {len(self.rows)}. "
                "Exemple : .repond(2, 5)."
            )
        return self.take(answer)

    def _choices(self, place: int) -> list[str] | None:
        values = sorted({row[place] for row in self.rows})
        few = 1 < len(values) <= min(_MOST_CHOICES, len(self.rows) - 1)
        return values if few else None


def journal_connexions(
    identifiant: str,
    lignes: Sequence[Row] | str,
    suspectes: Iterable[int] | Callable[[Row], bool] = (),
    *,
    titre: str = "Journal des connexions",
    erreurs: Mapping[int, str] | None = None,
    bravo: str = "Tu as repéré toutes les lignes suspectes.",
) -> Log:
    """Return a log to show: *lignes* are dictionaries with the same keys, or text to read.

    *suspectes* are the numbers, from 1, of the rows to find, or a function that says of a row
    whether it is one; *erreurs* pairs other rows with what to tell her when she marks them. Raises
    ValueError, with a French sentence, on rows that do not fit.
    """
    rows = lire_journal(lignes) if isinstance(lignes, str) else list(lignes)
    columns = _columns(rows)
    numbers = range(1, len(rows) + 1)
    if callable(suspectes):
        found = frozenset(n for n, row in zip(numbers, rows, strict=True) if suspectes(row))
    else:
        found = frozenset(suspectes)
    unknown = [n for n in (*found, *(erreurs or {})) if n not in numbers]
    if unknown:
        raise ValueError(
            f"journal_connexions(…) « {identifiant} » n'a pas de ligne {unknown[0]} : les numéros "
            f"vont de 1 à {len(rows)}."
        )
    texts = tuple(tuple(str(row[column]) for column in columns) for row in rows)
    return open_piece(Log(identifiant, titre, columns, texts, found, dict(erreurs or {}), bravo))


def lire_journal(texte: str) -> list[dict[str, str]]:
    """Return the lines of *texte* as dictionaries, by the names that its first line gives.

    Cells stand between bars; empty lines and those that begin with # are left out::

        heure | compte | lieu   | action
        18:02 | ines   | Lyon   | connexion

    Raises TypeError or ValueError, with a French sentence that names the line.
    """
    if not isinstance(texte, str):
        raise TypeError("lire_journal(…) attend un texte, entre trois guillemets.")
    lines = [
        (number, [cell.strip() for cell in line.split("|")])
        for number, line in enumerate(texte.splitlines(), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise ValueError(
            "lire_journal(…) n'a trouvé aucune ligne. La première donne le nom des colonnes, "
            "séparés par des barres : heure | compte | lieu."
        )
    first, columns = lines[0]
    if "" in columns or len(set(columns)) != len(columns):
        raise ValueError(
            f"lire_journal(…), ligne {first} : chaque colonne veut un nom à elle. Regarde s'il y a "
            "une barre de trop, ou deux fois le même nom."
        )
    for number, cells in lines:
        if len(cells) != len(columns):
            raise ValueError(
                f"lire_journal(…), ligne {number} : {len(cells)} case(s) au lieu de "
                f"{len(columns)}. Compte les barres, il en faut {len(columns) - 1}."
            )
    return [dict(zip(columns, cells, strict=True)) for _, cells in lines[1:]]


def _columns(rows: Sequence[Row]) -> tuple[str, ...]:
    if not rows or not all(isinstance(row, Mapping) and row for row in rows):
        raise ValueError(
            "journal_connexions(…) attend une liste de lignes qui ne soit pas vide : des "
            "dictionnaires, ou un texte comme pour lire_journal(…)."
        )
    if len(rows) > _MOST_ROWS:
        raise ValueError(
            f"journal_connexions(…) montre {_MOST_ROWS} lignes au plus, et en a reçu {len(rows)}. "
            "Gardes-en une partie."
        )
    for number, row in enumerate(rows, start=1):
        if set(row) != set(rows[0]):
            raise ValueError(
                f"journal_connexions(…), ligne {number} : elle n'a pas les mêmes colonnes que la "
                f"première ({', '.join(map(str, rows[0]))})."
            )
    return tuple(rows[0])


def _nothing_strange(number: int) -> str:
    return (
        f"La ligne {number} ressemble à d'autres qui n'ont rien d'étrange : compare-les, colonne "
        "par colonne."
    )
