"""The `%%page` cell: real HTML and CSS, without a quote of Python around it."""

import builtins
import keyword
from typing import Any

from elloweb.errors import ElloWebError

_DEFAULT = "ma_page"


def install(shell: Any) -> None:
    """Make `%%page` known to *shell*, IPython's; None (plain Python) is left alone.

    Cheap, and harmless when repeated: all else is loaded when a cell uses it. IPython's own line
    command of that name stays.
    """
    if shell is not None and "page" not in shell.magics_manager.magics["cell"]:
        shell.register_magic_function(run, "cell", "page")
        shell.input_transformers_cleanup.append(_forgiven)


def _forgiven(lines: list[str]) -> list[str]:
    """Return the *lines* of a cell, with what IPython would refuse in English put right.

    That is an empty `%%page` cell, and `%page` with one sign over lines of HTML.
    """
    first = lines[0] if lines else ""
    if first.startswith("%page") and any(line.lstrip().startswith("<") for line in lines[1:]):
        return [f"%{first}", *lines[1:]]
    if first.split()[:1] == ["%%page"] and not "".join(lines[1:]):
        return [first.rstrip("\n") + "\n", "\n"]
    return lines


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
