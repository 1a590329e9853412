"""The `%%page` cell: real HTML and CSS, without a quote of Python around it."""

import builtins
import keyword
import re
from typing import Any

from elloweb.errors import ElloWebError

_DEFAULT = "ma_page"
_MISTYPED = re.compile(r"\s*%+\s*page(?=\s|$)", re.IGNORECASE)
_TAG = re.compile(r"\s*<[!/a-z]", re.IGNORECASE)
_LOST = "?"
"""Stands after `%%page` where she took that line away."""


def install(shell: Any) -> None:
    """Make `%%page` known to *shell*, IPython's; None (plain Python) is left alone.

    Cheap, and harmless when repeated: all else is loaded when a cell uses it. IPython's own line
    command of that name stays.
    """
    if shell is not None and "page" not in shell.magics_manager.magics["cell"]:
        shell.register_magic_function(run, "cell", "page")
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


class PageError(ElloWebError):
    """A `%%page` line that cannot be followed: the cell shows its French sentence, and no more."""

    def _render_traceback_(self) -> list[str]:
        from elloweb.learn.card import french_spaces

        return [french_spaces(str(self))]


def run(line: str, cell: str) -> None:
    """Make the page that *cell* writes, under the name that *line* gives, and show it."""
    from elloweb.learn import front
    from elloweb.play.web import live
    from elloweb.play.web.making import make_page

    namespace = front.shell().user_ns
    try:
        name, height = _read(line)
        made = make_page(cell, name, height, 2)
        _check_free(name, namespace.get(name))
    except ValueError as fault:
        raise PageError(str(fault)) from None
    namespace[name] = made
    live.show(made)


def _read(line: str) -> tuple[str, int]:
    """Return the name and the height that the line after `%%page` gives."""
    from elloweb.play.web.making import DEFAULT

    words = line.split()
    if words == [_LOST]:
        raise ValueError(
            "Il manque la première ligne de cette page. Écris-la tout en haut de la cellule, avec "
            f"le nom de ta page, par exemple : %%page {_DEFAULT}."
        )
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
