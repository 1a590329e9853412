"""How a table looks: HTML that a screen reader can walk through, and aligned text.

Numbers are French and stand on the right. A long table shows its first rows; the others unfold
(HTML) or are one call away (text).
"""

import html as html_module
from collections.abc import Sequence
from typing import Any

from elloweb.play.data.numbers import aligned, is_number, written

MOST_ROWS = 30
FIRST_ROWS = 20
MISSING = "–"
MISSING_IN_WORDS = "valeur manquante"

_CELL = "padding:.25em .55em"  # five columns fit a phone
_TABLE = '<table lang="fr" style="border-collapse:collapse;margin:.3em 0;font-size:14px">'

Rows = Sequence[Sequence[Any]]


def shown(value: Any) -> str:
    """Return one *value* as a table writes it."""
    if value is None:
        return MISSING
    if is_number(value):
        return written(value)
    if isinstance(value, bool):
        return "oui" if value else "non"
    try:
        return str(value)
    except Exception:  # a learner's own object may do anything
        return "(illisible)"


def text(title: str, columns: Sequence[str], rows: Rows, *, whole: bool = False) -> str:
    """Return the table as aligned text, long ones cut unless *whole*."""
    written_rows = _written(columns, rows)
    kept = written_rows if whole else written_rows[: _cut(len(rows))]
    numeric = _numeric(columns, rows)
    lined = [[_in_line(cell) for cell in row] for row in [list(columns), *kept]]
    widths = [max(map(len, column)) for column in zip(*lined, strict=True)]

    def line(cells: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if is_numeric else cell.ljust(width)
            for cell, width, is_numeric in zip(cells, widths, numeric, strict=True)
        )
        return "  ".join(padded).replace("\u2007", " ").replace("\u2008", " ").rstrip()

    return "\n".join([title, *map(line, lined), *_notes(rows, len(kept))])


def html(title: str, columns: Sequence[str], rows: Rows) -> str:
    """Return the table as HTML with inline styles alone; long ones unfold."""
    written_rows = _written(columns, rows)
    cut = _cut(len(rows))
    parts = [_table(title, columns, rows, written_rows[:cut])]
    left = len(rows) - cut
    if left:
        parts.append(
            '<details lang="fr" style="margin:.3em 0;font-size:14px">'
            f'<summary style="cursor:pointer">… et {_other_rows(left)}</summary>'
            + _table(f"Lignes {cut + 1} à {len(rows)}", columns, rows, written_rows[cut:])
            + "</details>"
        )
    if not rows:
        parts.append('<p lang="fr" style="margin:.3em 0">Aucune ligne.</p>')
    if _has_missing(rows):
        parts.append(
            f'<p lang="fr" style="margin:.3em 0;font-size:13px">{MISSING}\u00a0: '
            f"{MISSING_IN_WORDS}</p>"
        )
    return "".join(parts)


def _table(title: str, columns: Sequence[str], rows: Rows, cells: list[list[str]]) -> str:
    numeric = _numeric(columns, rows)
    sides = ["text-align:right" if is_numeric else "text-align:left" for is_numeric in numeric]
    head = "".join(
        f'<th scope="col" style="{_CELL};{side}">{html_module.escape(column)}</th>'
        for column, side in zip(columns, sides, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="{_CELL};{side};font-variant-numeric:tabular-nums">{_cell(cell)}</td>'
            for cell, side in zip(row, sides, strict=True)
        )
        + "</tr>"
        for row in cells
    )
    return (
        f'{_TABLE}<caption style="text-align:left;font-weight:600">{html_module.escape(title)}'
        f"</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(cell: str) -> str:
    if cell != MISSING:
        return html_module.escape(cell)
    words = f'aria-label="{MISSING_IN_WORDS}" title="{MISSING_IN_WORDS}"'
    return f'<span role="img" {words}>{MISSING}</span>'


def _written(columns: Sequence[str], rows: Rows) -> list[list[str]]:
    """Return every cell as text; the numbers of one column have the same decimals."""
    by_column = []
    for place, is_numeric in enumerate(_numeric(columns, rows)):
        values = [row[place] for row in rows]
        if is_numeric:
            there = iter(aligned([value for value in values if value is not None]))
            by_column.append([MISSING if value is None else next(there) for value in values])
        else:
            by_column.append([shown(value) for value in values])
    return [list(row) for row in zip(*by_column, strict=True)]


def _numeric(columns: Sequence[str], rows: Rows) -> list[bool]:
    """Return for each column whether all that is there are numbers."""
    there = [[row[i] for row in rows if row[i] is not None] for i in range(len(columns))]
    return [bool(values) and all(map(is_number, values)) for values in there]


def _cut(count: int) -> int:
    return count if count <= MOST_ROWS else FIRST_ROWS


def _other_rows(count: int) -> str:
    return f"{count} autres lignes"


def _notes(rows: Rows, kept: int) -> list[str]:
    notes = []
    if not rows:
        notes.append("Aucune ligne.")
    if kept < len(rows):
        notes.append(
            f"… et {_other_rows(len(rows) - kept)}. Pour tout lire : print(…), avec le nom du "
            "tableau suivi de .texte()"
        )
    if _has_missing(rows):
        notes.append(f"{MISSING} : {MISSING_IN_WORDS}")
    return notes


def _has_missing(rows: Rows) -> bool:
    return any(value is None for row in rows for value in row)


def _in_line(cell: str) -> str:
    return " ".join(cell.split()) if "\n" in cell else cell
