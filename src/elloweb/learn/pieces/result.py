"""What a function gave or drew, as HTML and in words."""

import html
import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from elloweb.learn.card import french_spaces
from elloweb.learn.guard import guarded
from elloweb.learn.help.explanation import explain
from elloweb.learn.picture import image_html

# The first picture loads matplotlib, which takes a busy school computer its time.
_LIMIT_SECONDS = 15.0


@dataclass(frozen=True)
class Result:
    """Something to show: *html*, and the same in *text*."""

    html: str
    text: str


def result_of(action: Callable[[], Any], alternative: str | None = None) -> Result:
    """Call *action* and return what it gave, drew with matplotlib, or printed.

    *alternative* says in words what a matplotlib picture shows. An error becomes a French sentence.
    """
    attempt = guarded(lambda: _shown(action(), alternative), _LIMIT_SECONDS)
    if attempt.error is not None:
        return _in_words(explain(attempt.error).sentence)
    parts = [_in_words(attempt.printed.rstrip())] if attempt.printed.strip() else []
    if attempt.value is not None:
        parts.append(attempt.value)
    return Result("".join(p.html for p in parts), "\n".join(p.text for p in parts))


def _shown(value: Any, alternative: str | None) -> Result | None:
    figure = _figure(value)
    if figure is not None:
        return _picture(figure, alternative or _titles(figure))
    if value is None:
        return None
    if hasattr(value, "_repr_mimebundle_"):
        bundle = value._repr_mimebundle_()
        if "text/html" in bundle:
            return Result(bundle["text/html"], bundle["text/plain"])
    if hasattr(value, "_repr_html_"):
        return Result(value._repr_html_(), repr(value))
    return _in_words(str(value))


def _in_words(text: str) -> Result:
    text = french_spaces(text)
    return Result(f'<div style="white-space:pre-wrap">{html.escape(text, quote=False)}</div>', text)


def _figure(value: Any) -> Any:
    """Return the matplotlib figure that *value* is or belongs to, or the one just drawn."""
    if "matplotlib" not in sys.modules:
        return None
    from matplotlib.figure import Figure

    if isinstance(value, Figure):
        return value
    figure = getattr(value, "figure", None)
    if isinstance(figure, Figure):
        return figure
    pyplot = sys.modules.get("matplotlib.pyplot")
    if value is None and pyplot is not None and pyplot.get_fignums():
        return pyplot.gcf()
    return None


def _picture(figure: Any, alternative: str) -> Result:
    png = io.BytesIO()
    figure.savefig(png, format="png", bbox_inches="tight")
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        # Else the kernel would show it a second time at the end of the cell.
        pyplot.close(figure)
    alternative = french_spaces(alternative)
    return Result(image_html(png.getvalue(), alternative, "auto"), alternative)


def _titles(figure: Any) -> str:
    """Return what a figure says of itself: titles and axes."""
    said = [figure.get_suptitle()] if figure.get_suptitle() else []
    for axes in figure.axes:
        names = (axes.get_title(), axes.get_xlabel(), axes.get_ylabel())
        kinds = ("", "axe horizontal : ", "axe vertical : ")
        said += [kind + name for kind, name in zip(kinds, names, strict=True) if name]
    return f"Graphique. {' ; '.join(said)}" if said else "Un graphique sans titre."
