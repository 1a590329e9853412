"""A small table that a screen reader can walk through."""

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Table:
    """Rows under a title, shown as an HTML table or as aligned text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        widths = [
            max(len(row[i]) for row in (self.columns, *self.rows)) for i in range(len(self.columns))
        ]

        def line(cells: Sequence[str]) -> str:
            padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            return "  ".join(padded).rstrip()

        return "\n".join([self.title, line(self.columns), *map(line, self.rows)])

    def _repr_html_(self) -> str:
        cell = "padding:.25em .8em;text-align:left"
        head = "".join(f'<th scope="col" style="{cell}">{_escape(c)}</th>' for c in self.columns)
        body = "".join(
            "<tr>" + "".join(f'<td style="{cell}">{_escape(c)}</td>' for c in row) + "</tr>"
            for row in self.rows
        )
        return (
            '<table lang="fr" style="border-collapse:collapse;margin:.3em 0">'
            f'<caption style="text-align:left;font-weight:600">{_escape(self.title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def tableau(lignes: Sequence[Mapping[str, Any]], titre: str = "Tableau") -> Table:
    """Return *lignes*, dictionaries with the same keys, as a table to show.

    Raises ValueError, with a French sentence, when *lignes* is empty or not a list of dictionaries.
    """
    if isinstance(lignes, Mapping):
        lignes = [lignes]
    if not lignes or not all(isinstance(row, Mapping) for row in lignes):
        raise ValueError("tableau(…) attend une liste de lignes qui ne soit pas vide.")
    columns = tuple(lignes[0])
    rows = tuple(tuple(str(row.get(column, "")) for column in columns) for row in lignes)
    return Table(titre, columns, rows)


def _escape(text: str) -> str:
    return html.escape(text)
