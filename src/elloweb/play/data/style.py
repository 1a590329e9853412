"""The one style of all charts: it prints in black and white and reads without colour.

Series differ by marker, dashes, hatch and a label beside them; colour only helps. Marks stand out
from white by at least 3:1, texts by 4.5:1 (a test computes both).
"""

import io
import textwrap
import warnings
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

from elloweb.play.data.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#1d2430"
GREY = "#5b6472"
PALE = "#d5d9e0"
COLOURS = ("#1f5fa8", "#b84f07", "#1a7a5a", "#7a3e9d", "#a3245c")
MARKERS = ("o", "s", "^", "D", "v")
SIGNS = ("●", "■", "▲", "◆", "▼")  # the same markers, to be written beside a name
DASHES = ("-", "--", ":", "-.", (0, (5, 1, 1, 1, 1, 1)))
HATCHES = ("", "///", "...", "xx", "\\\\\\", "++", "ooo", "--")
WIDTH = 5.6  # inches: at 360 px on a phone, the letters are still 9 px high
SCREEN_DPI = 144
PRINT_DPI = 300

_SETTINGS: dict[Any, Any] = {
    "text.parse_math": False,  # a learner's title may well hold a dollar sign
    "font.family": "DejaVu Sans",  # ships with matplotlib: the same picture everywhere
    "font.size": 10.5,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 10,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 1.6,
    "lines.linewidth": 2.0,
    "lines.markersize": 6.0,
}


def render(
    draw: Callable[["Axes"], None], title: str, size: tuple[float, float], kind: str, dpi: int
) -> bytes:
    """Return the picture that *draw* makes on empty axes, under *title*.

    *size* is in inches; *kind* is "png", "svg" or "pdf". Needs matplotlib (ImportError).
    """
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with warnings.catch_warnings(), rc_context(_SETTINGS):
        # A sign that the font lacks becomes an empty square: no reason to print a warning.
        warnings.simplefilter("ignore")
        figure = Figure(figsize=size, layout="constrained")
        FigureCanvasAgg(figure)
        if title:
            figure.suptitle(wrapped(title, 58), x=0.01, ha="left", weight="bold", size=11.5)
        draw(figure.add_subplot())
        picture = io.BytesIO()
        figure.savefig(picture, format=kind, dpi=dpi)
    return picture.getvalue()


def wrapped(text: str, width: int = 24) -> str:
    """Return *text* in lines of *width* letters, without the signs that no font can draw."""
    clean = "".join(sign if sign.isprintable() else " " for sign in text)
    return "\n".join(textwrap.wrap(clean, width, max_lines=3, placeholder=" …"))


def number_axis(axis: Any, values: Sequence[float]) -> None:
    """Write the numbers along *axis* in French, in whole steps where all *values* are whole."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    whole = all(value == int(value) for value in values)
    axis.set_major_locator(MaxNLocator(6, integer=whole, steps=[1, 2, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda value, _place: written(value)))


def named_axis(axis: Any, names: Sequence[str]) -> None:
    """Write *names* along *axis*, at the places 0, 1, 2…: all, or one in two, in three…"""
    step = ceil(len(names) / 8)
    places = range(0, len(names), step)
    width = max(7, 52 // len(places))
    axis.set_ticks(places, [wrapped(names[place], width) for place in places])


def spread(heights: Sequence[float], gap: float, top: float) -> list[float]:
    """Return *heights* moved apart by at least *gap*, in their order, below *top* if they can."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    for below, above in pairwise(order):
        moved[above] = max(moved[above], moved[below] + gap)
    ceiling = top
    for place in reversed(order):
        moved[place] = min(moved[place], ceiling)
        ceiling = moved[place] - gap
    return moved
