"""What each directive of a page becomes. Its syntax is `blocks.py`'s, its look `sheet.typ`'s."""

from collections.abc import Callable, Sequence

from elloweb import play
from elloweb.content.paper.blocks import Block, Directive, Markdown
from elloweb.content.paper.faults import Fault
from elloweb.content.paper.markdown import Typesetter, table
from elloweb.content.paper.typst import call, quoted, sequence

_DATA_SETS = {"crimee", "emprunts", "pesees", "releves", "trajets"}


def typeset(blocks: Sequence[Block], setter: Typesetter) -> str:
    """Return *blocks* as Typst, with the pictures and the faults in *setter*."""
    parts = [
        setter.markdown(block.text, block.line)
        if isinstance(block, Markdown)
        else _DIRECTIVES[block.name](block, setter)
        for block in blocks
    ]
    return sequence(*parts) if parts else quoted("")


def _sheet(one: Directive, setter: Typesetter) -> str:
    return call("sheet", _title(one, setter))


def _page(one: Directive, setter: Typesetter) -> str:
    return call("pagebreak", "weak: true")


def _fold(one: Directive, setter: Typesetter) -> str:
    return call("fold")


def _lines(one: Directive, setter: Typesetter) -> str:
    return call("lines", str(one.numbers["nombre"]))


def _frame(one: Directive, setter: Typesetter) -> str:
    return call("frame", _title(one, setter), *_parts(one, setter))


def _upside_down(one: Directive, setter: Typesetter) -> str:
    return call("upside-down", _title(one, setter), *_parts(one, setter))


def _side_by_side(one: Directive, setter: Typesetter) -> str:
    return call("side-by-side", *_parts(one, setter))


def _cut_out(one: Directive, setter: Typesetter) -> str:
    columns, height = one.numbers["colonnes"], one.numbers["hauteur"]
    return call("cut-out", str(columns), str(height), *_parts(one, setter))


def _drawing(one: Directive, setter: Typesetter) -> str:
    return call("drawing", _title(one, setter), str(one.numbers["hauteur"]))


def _window(one: Directive, setter: Typesetter) -> str:
    return call("window", _title(one, setter), str(one.numbers["hauteur"]))


def _chart(one: Directive, setter: Typesetter) -> str:
    bars, steps, row = (one.numbers[key] for key in ("barres", "graduations", "hauteur"))
    words = (
        f"Diagramme à compléter : un titre, {bars} barres horizontales à nommer et à tracer, "
        f"une échelle de {steps} graduations et une unité."
    )
    return call("chart", quoted(words), str(bars), str(steps), str(row))


def _data(one: Directive, setter: Typesetter) -> str:
    """Return a data set of `elloweb.play`: `donnees pesees : jour, restes = Restes (kg)`."""
    name, _, wanted = one.title.partition(":")
    if name.strip() not in _DATA_SETS:
        known = ", ".join(sorted(_DATA_SETS))
        setter.faults.append(
            Fault(
                one.line,
                f"les données « {name.strip()} » n'existent pas.",
                f"Choisis parmi : {known}.",
            )
        )
        return quoted("")
    rows = getattr(play, name.strip())()
    pairs = [column.partition("=") for column in wanted.split(",") if column.strip()]
    columns = {key.strip(): head.strip() or key.strip() for key, _, head in pairs}
    columns = columns or {key: key for key in rows[0]}
    for key in columns:
        if key not in rows[0]:
            setter.faults.append(
                Fault(
                    one.line,
                    f"la colonne « {key} » n'existe pas.",
                    f"Choisis parmi : {', '.join(rows[0])}.",
                )
            )
            return quoted("")
    texts = [[_written(row[key]) for key in columns] for row in rows]
    widths = [
        max(len(cell) for cell in column) for column in zip(columns.values(), *texts, strict=True)
    ]
    sides = ["left" if isinstance(rows[0][key], str) else "right" for key in columns]
    return table(
        widths,
        sides,
        [setter.text(head, one.line) for head in columns.values()],
        [[quoted(cell) for cell in row] for row in texts],
    )


def _written(value: object) -> str:
    return "" if value is None else str(value).replace(".", ",")


def _title(one: Directive, setter: Typesetter) -> str:
    return setter.inline(one.title, one.line) if one.title else quoted("")


def _parts(one: Directive, setter: Typesetter) -> list[str]:
    return [typeset(part, setter) for part in one.parts]


_DIRECTIVES: dict[str, Callable[[Directive, Typesetter], str]] = {
    "feuille": _sheet,
    "page": _page,
    "plier": _fold,
    "lignes": _lines,
    "cadre": _frame,
    "envers": _upside_down,
    "colonnes": _side_by_side,
    "decouper": _cut_out,
    "dessin": _drawing,
    "fenetre": _window,
    "graphique": _chart,
    "donnees": _data,
}
