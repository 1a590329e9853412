"""A small table: what a beginner asks of one, in French and without a library."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, overload

from elloweb.play.data import checks, table_display
from elloweb.play.data.numbers import is_number, written

_ANY: Any = object()
"""Stands for "no value asked for" where None means a missing one."""


@dataclass(frozen=True, repr=False)
class Table:
    """Rows under a title, shown as an HTML table or as aligned text.

    Every operation returns something new: the table itself never changes. A missing value is None.
    """

    titre: str
    colonnes: tuple[str, ...]
    cells: tuple[tuple[Any, ...], ...]

    @property
    def lignes(self) -> list[dict[str, Any]]:
        """The rows, each a dictionary of its own."""
        return [dict(zip(self.colonnes, row, strict=True)) for row in self.cells]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.lignes)

    def __len__(self) -> int:
        return len(self.cells)

    @overload
    def __getitem__(self, place: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, place: slice) -> list[dict[str, Any]]: ...
    def __getitem__(self, place: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if not isinstance(place, int | slice):
            raise TypeError(
                f"Entre les crochets, mets le numéro d'une ligne. Pour une colonne, écris "
                f'.colonne("{place}").'
            )
        try:
            return self.lignes[place]
        except IndexError:
            raise IndexError(
                f"La ligne {place} n'existe pas : ce tableau a {len(self)} ligne(s), et Python "
                "compte à partir de 0."
            ) from None

    def colonne(self, nom: str) -> list[Any]:
        """Return the values of the column *nom*, from top to bottom."""
        place = self._place(nom)
        return [row[place] for row in self.cells]

    def filtre(
        self,
        nom: str,
        valeur: Any = _ANY,
        *,
        plus_de: float | None = None,
        moins_de: float | None = None,
    ) -> "Table":
        """Return the rows whose column *nom* is *valeur*, or is more or less than a number.

        ``filtre("jour", "lundi")``, ``filtre("restes", plus_de=9)``, ``filtre("co2", None)`` for
        the missing ones. Bounds are left out; a missing value passes neither.
        """
        values = self.colonne(nom)
        kept = [True] * len(values)
        asked = []
        if valeur is not _ANY:
            kept = [_is_same(value, valeur) for value in values]
            asked.append("sans valeur" if valeur is None else table_display.shown(valeur))
        for limit, sign, word in ((plus_de, 1, "plus de"), (moins_de, -1, "moins de")):
            if limit is not None:
                self._check_limit(limit)
                numbers = self._numbers(nom)
                over = [value is not None and sign * (value - limit) > 0 for value in numbers]
                kept = [one and other for one, other in zip(kept, over, strict=True)]
                asked.append(f"{word} {written(limit)}")
        if not asked:
            raise ValueError(
                f'filtre("{nom}") ne dit pas quoi garder : ajoute une valeur, plus_de=… ou '
                "moins_de=…"
            )
        rows = tuple(row for row, keep in zip(self.cells, kept, strict=True) if keep)
        return Table(f"{self.titre} · {nom} : {', '.join(asked)}", self.colonnes, rows)

    def trie(self, nom: str, decroissant: bool = False) -> "Table":
        """Return the rows in the order of the column *nom*, the missing ones last.

        Texts go in the order of the dictionary, accents and capitals aside.
        """
        values = self.colonne(nom)
        there = [place for place, value in enumerate(values) if value is not None]
        missing = [place for place, value in enumerate(values) if value is None]
        if all(isinstance(values[place], str) for place in there):
            ranks: list[Any] = [_folded(value or "") for value in values]
        else:
            ranks = self._numbers(nom)
        order = sorted(there, key=lambda place: ranks[place], reverse=bool(decroissant))
        rows = tuple(self.cells[place] for place in [*order, *missing])
        return Table(self.titre, self.colonnes, rows)

    def compte(self, nom: str) -> "Table":
        """Return how many rows have each value of the column *nom*, the most frequent first."""
        found: list[tuple[Any, int]] = []
        for value in self.colonne(nom):
            place = next((i for i, (one, _) in enumerate(found) if _is_same(one, value)), None)
            if place is None:
                found.append((value, 1))
            else:
                found[place] = (found[place][0], found[place][1] + 1)
        found.sort(key=lambda pair: -pair[1])
        count = "nombre" if nom != "nombre" else "combien"
        return Table(f"{self.titre} · compte par {nom}", (nom, count), tuple(found))

    def texte(self) -> str:
        """Return the whole table as aligned text, however long."""
        return table_display.text(self.titre, self.colonnes, self.cells, whole=True)

    def __repr__(self) -> str:
        return table_display.text(self.titre, self.colonnes, self.cells)

    def _repr_html_(self) -> str:
        return table_display.html(self.titre, self.colonnes, self.cells)

    def _place(self, nom: Any) -> int:
        if nom in self.colonnes:
            return self.colonnes.index(nom)
        from difflib import get_close_matches

        near = get_close_matches(_folded(str(nom)), map(_folded, self.colonnes), 1)
        guess = next((c for c in self.colonnes if near and _folded(c) == near[0]), None)
        hint = (
            f"Voulais-tu dire « {guess} » ?" if guess else f"Il y a : {', '.join(self.colonnes)}."
        )
        raise ValueError(f"Il n'y a pas de colonne « {nom} » dans ce tableau. {hint}")

    def _numbers(self, nom: str) -> list[float | None]:
        """Return the column *nom*, whose values must be numbers or missing."""
        values = self.colonne(nom)
        for place, value in enumerate(values, start=1):
            if value is not None and not is_number(value):
                raise TypeError(
                    f"Colonne {nom}, {checks.rank(place)} ligne : {table_display.shown(value)} "
                    "n'est pas un nombre. Corrige cette valeur, ou enlève la ligne."
                )
        return values

    def _check_limit(self, limit: Any) -> None:
        if not is_number(limit):
            raise TypeError(
                "filtre(…) attend un nombre, sans guillemets, pour plus_de et moins_de."
            )


def tableau(lignes: Iterable[Mapping[str, Any]], titre: str = "Tableau") -> Table:
    """Return *lignes*, dictionaries or another table, as a table to show and to ask.

    A key that a dictionary lacks, None, "" and NaN are missing values.
    Raises ValueError or TypeError, with a French sentence, when *lignes* makes no table.
    """
    if isinstance(lignes, Mapping):
        lignes = [lignes]
    rows = list(lignes) if isinstance(lignes, Iterable) and not isinstance(lignes, str) else []
    if not rows or not all(isinstance(row, Mapping) for row in rows):
        raise ValueError(
            "tableau(…) attend une liste de lignes qui ne soit pas vide. Chaque ligne est un "
            'dictionnaire, comme {"jour": "lundi", "restes": 5}.'
        )
    if not isinstance(titre, str):
        raise TypeError("tableau(…) attend un texte entre guillemets pour titre.")
    columns = tuple(dict.fromkeys(key for row in rows for key in row))
    for column in columns:
        if not isinstance(column, str):
            raise TypeError(
                f"tableau(…) : le nom de colonne {table_display.shown(column)} n'est pas un texte. "
                "Mets-le entre guillemets."
            )
    if not columns:
        raise ValueError("tableau(…) a reçu des lignes vides : il faut au moins une colonne.")
    cells = tuple(tuple(_or_none(row.get(column)) for column in columns) for row in rows)
    return Table(titre, columns, cells)


def _or_none(value: Any) -> Any:
    is_nan = isinstance(value, float) and value != value
    is_empty = isinstance(value, str) and not value.strip()
    return None if is_nan or is_empty else value


def _is_same(value: Any, other: Any) -> bool:
    return isinstance(value, bool) == isinstance(other, bool) and bool(value == other)


def _folded(text: str) -> str:
    """Return *text* as a dictionary orders it: without accents and capitals."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
