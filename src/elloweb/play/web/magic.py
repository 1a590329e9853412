"""The `%%page` cell: real HTML and CSS, without a quote of Python around it."""

import builtins
import keyword
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elloweb.play.web.owners import Owners

_DEFAULT = "ma_page"
_MISTYPED = re.compile(r"\s*%+\s*page(?=\s|$)", re.IGNORECASE)
_TAG = re.compile(r"\s*<[!/a-z]", re.IGNORECASE)
_LOST = "?"
"""Stands after `%%page` where she took that line away."""
_CHANGE_IT = "Change la première ligne, puis relance la cellule."


def install(shell: Any) -> None:
    """Make `%%page` known to *shell*, IPython's; None (plain Python) is left alone.

    Cheap, and harmless when repeated: all else is loaded when a cell uses it. IPython's own line
    command of that name stays.
    """
    if shell is None or "page" in shell.magics_manager.magics["cell"]:
        return
    cell = _Cell()
    shell.events.register("pre_run_cell", cell.begin)
    shell.register_magic_function(cell.run, "cell", "page")
    shell.input_transformers_cleanup.append(_forgiven)


def _forgiven(lines: list[str]) -> list[str]:
    """Return the *lines* of a cell, with what Python or IPython would refuse put right or told.

    That is an empty `%%page` cell; `%page`, `%% page` or `%%Page` over lines of HTML; and lines of
    HTML over which `%%page` is missing: `run` will say so.
    """
    first = lines[0] if lines else ""
    mistyped = _MISTYPED.match(first)
    if mistyped and any(map(_TAG.match, lines[1:])):
        return ["%%page" + first[mistyped.end() :], *lines[1:]]
    if first.split()[:1] == ["%%page"] and not "".join(lines[1:]):
        return [first.rstrip("\n") + "\n", "\n"]
    begun = next((line for line in lines if line.strip()), "")
    return [f"%%page {_LOST}\n", *lines] if _TAG.match(begun) else lines


class _Cell:
    """The running cell of a shell, and which pages each cell has made."""

    def __init__(self) -> None:
        self._id = ""
        self._owners: Owners | None = None

    def begin(self, info: Any) -> None:
        """Note the id of the cell that is about to run; old front ends tell none."""
        self._id = getattr(info, "cell_id", None) or ""

    def run(self, line: str, cell: str) -> None:
        """Make the page that *cell* writes, under the name that *line* gives, and show it."""
        from elloweb.learn import front
        from elloweb.play.web import live
        from elloweb.play.web.making import make_page
        from elloweb.play.web.owners import Owners
        from elloweb.play.web.told import PageError

        namespace = front.shell().user_ns
        self._owners = self._owners or Owners()
        if line.split() == [_LOST]:
            raise _first_line_lost(self._owners.first_line(self._id, namespace))
        try:
            name, height = _read(line)
            made = make_page(cell, name, height, 2)
            _check_free(name, namespace.get(name))
        except ValueError as fault:
            raise PageError(str(fault), _CHANGE_IT) from None
        namespace[name] = made
        self._owners.made(self._id, name, namespace)
        live.show(made)


def _first_line_lost(line: str | None) -> Exception:
    from elloweb.play.web.told import PageError

    return PageError(
        "Il manque la première ligne de cette page : c'est elle qui lui donne son nom.",
        f"Ajoute tout en haut de la cellule : `{line}`, puis relance-la."
        if line
        else "Ajoute tout en haut de la cellule `%%page` et le nom de ta page, par exemple "
        f"`%%page {_DEFAULT}`, puis relance-la.",
    )


def _read(line: str) -> tuple[str, int]:
    """Return the name and the height that the line after `%%page` gives."""
    from elloweb.play.web.making import DEFAULT

    words = line.split()
    name = words.pop(0) if words and not words[0].isdecimal() else _DEFAULT
    if not words:
        return name, DEFAULT
    if len(words) > 1 or not words[0].isdecimal():
        raise ValueError(
            "Après %%page, écris seulement un nom, et une hauteur si tu veux : "
            f"%%page {_DEFAULT} 400."
        )
    return name, int(words[0][:6])


def _check_free(name: str, there: Any) -> None:
    """Raise a French sentence where *name* serves Python, or the notebook, for something else."""
    from elloweb.play.web.page import Page

    function = callable(there) and not isinstance(there, Page)
    if keyword.iskeyword(name) or hasattr(builtins, name) or function:
        raise ValueError(
            f"Le nom « {name} » sert déjà à autre chose. Choisis-en un autre, par exemple "
            f"{_DEFAULT}."
        )
