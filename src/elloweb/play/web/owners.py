"""Which cell makes which page, so that a page whose name she changed is not taken for the old one.

A mission, or the cell that saves her page, asks for a page by its name. Where the first line of its
cell gives another name now, or is gone, the old name must not go on showing an older page.
"""

import re
from collections.abc import Iterable, MutableMapping
from typing import Any

from elloweb.learn import saved
from elloweb.play.web.told import PageError

_FIRST_LINE = re.compile(r"\s*%%page(?:[ \t]+([^\W\d]\w*))?(?:[ \t]+\d+)?[ \t]*(?:\n|$)")
_ASKED = re.compile(
    r"(?<![\w.])([^\W\d]\w*)\."
    r"(?:compte|textes?|attribut|style|contraste|fautes|ecoute|enregistre|apercu)\("
)
_ASSIGNED = re.compile(r"^[ \t]*([^\W\d]\w*)[ \t]*=(?!=)", re.MULTILINE)


class Renamed:
    """Stands under the old name of a page: whatever is asked of it, it tells the new one."""

    def __init__(self, before: str, now: str) -> None:
        """Keep the name that is missed, and the name that the first line gives now."""
        self._before, self._now = before, now

    def _told(self) -> PageError:
        return PageError(
            f"Cette page s'appelle maintenant `{self._now}` : le nom de sa première ligne a "
            "changé.",
            f"Remets `%%page {self._before}` en haut de sa cellule, puis relance-la.",
        )

    def __getattr__(self, name: str) -> Any:
        """Raise what happened to the page, for whatever a page could be asked."""
        raise AttributeError(name) if name.startswith("_") else self._told()

    def __repr__(self) -> str:
        from elloweb.learn.card import french_spaces

        told = self._told()
        return french_spaces(f"{told} {told.step}".replace("`", ""))


class Owners:
    """The names that each cell of a kernel has given to its page, the first one first."""

    def __init__(self) -> None:
        """Begin with no page made."""
        self._names: dict[str, list[str]] = {}

    def made(self, cell: str, name: str, namespace: MutableMapping[str, Any]) -> None:
        """Note that the cell of the id *cell* has made the page *name*; mark its older names.

        "" stands for a cell whose id is not told: nothing can be known of it.
        """
        if not cell:
            return
        if cell not in self._names:
            self._names[cell] = _name_before(cell, name, namespace)
        names = [one for one in self._names[cell] if one != name]
        back = self._names[cell][:1] == [name]
        of_others = {x[-1] for other, x in self._names.items() if other != cell and x}
        for old in set(names) - of_others:
            namespace.pop(old, None)
            if not back:
                namespace[old] = Renamed(old, name)
        self._names[cell] = [name] if back else [*names, name]

    def first_line(self, cell: str, namespace: MutableMapping[str, Any]) -> str | None:
        """Return the first line that the cell *cell* had, or should have; None if unknown."""
        cells = saved.cells()
        place = _place(cell, cells)
        if place is not None:
            found = _FIRST_LINE.match(_code(cells[place]))
            if found:
                return found[0].strip()
        names = self._names.get(cell)
        name = names[0] if names else _missing_below(place, cells, namespace)
        return f"%%page {name}" if name else None


def _name_before(cell: str, name: str, namespace: MutableMapping[str, Any]) -> list[str]:
    """Return the name that the notebook has, or asks for, where the cell now says *name*."""
    cells = saved.cells()
    place = _place(cell, cells)
    if place is None:
        return []
    before = _page_name(_code(cells[place]))
    others = {_page_name(_code(x)) for n, x in enumerate(cells) if n != place}
    if before and before != name and before not in others:
        return [before]
    # Where the page is asked for by the name that it has, nothing is missing.
    if name in _asked_below(place, cells):
        return []
    missing = _missing_below(place, cells, namespace)
    return [missing] if missing else []


def _place(cell: str, cells: list[dict[str, Any]]) -> int | None:
    return next((n for n, one in enumerate(cells) if cell and one.get("id") == cell), None)


def _asked_below(place: int, cells: list[dict[str, Any]]) -> list[str]:
    """Return the names of what is asked below as a page is, down to the next page."""
    names: list[str] = []
    for cell in cells[place + 1 :]:
        source = _code(cell)
        if source.lstrip().startswith("%%page"):
            break
        names += _ASKED.findall(source)
    return names


def _missing_below(
    place: int | None, cells: list[dict[str, Any]], namespace: MutableMapping[str, Any]
) -> str | None:
    """Return the first page that the cells below ask for and that no cell makes."""
    if place is None:
        return None
    there = set(_made_in(_code(x) for n, x in enumerate(cells) if n != place))
    there |= {name for name, value in namespace.items() if not isinstance(value, Renamed)}
    return next((name for name in _asked_below(place, cells) if name not in there), None)


def _made_in(sources: Iterable[str]) -> Iterable[str]:
    for source in sources:
        name = _page_name(source)
        yield from [name] if name else _ASSIGNED.findall(source)


def _page_name(source: str) -> str | None:
    """Return the name that a `%%page` cell gives its page; None where it is no such cell."""
    found = _FIRST_LINE.match(source)
    return (found[1] or "ma_page") if found else None


def _code(cell: dict[str, Any]) -> str:
    source = cell.get("source") if cell.get("cell_type") == "code" else ""
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    return text[:300_000]
