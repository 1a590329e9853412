"""A bar chart: one bar for each name, its length says how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elloweb.play.data import checks, style
from elloweb.play.data.chart import Chart
from elloweb.play.data.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_BARS = 60
_FOR_LABELS = 0.14
# In inches: around the bars; a bar, at ease and at least; one more line of its name, likewise; and
# how high all bars are before they come closer, so that a slider below is still on the screen.
_AROUND, _BAR, _LEAST_BAR, _LINE, _LEAST_LINE, _ALL_BARS = 1.1, 0.36, 0.21, 0.18, 0.19, 3.15


@dataclass(frozen=True, repr=False, kw_only=True)
class BarChart(Chart):
    """A bar chart: what it shows and how, open to a mission's check.

    ``noms`` and ``valeurs`` are the bars, ``depart`` is where the axis begins, ``repere`` a line
    across the chart: the bars that pass it are hatched and of another colour.
    """

    kind = "Diagramme en barres"
    noms: tuple[str, ...]
    valeurs: tuple[float, ...]
    unite: str
    depart: float
    repere: float | None

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        pairs = zip(self.noms, self.valeurs, strict=True)
        bars = ", ".join(f"{name} {written(value)}" for name, value in pairs)
        start = f"L'axe commence à {written(self.depart)}." if self.depart else ""
        return self._told(self.unite, bars, start, self._about_mark())

    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""
        found = []
        if self.depart > 0:
            found.append(
                f"L'axe commence à {written(self.depart)}, pas à 0 : la longueur des barres ne dit "
                "plus combien."
            )
        cut = [n for n, v in zip(self.noms, self.valeurs, strict=True) if self._is_cut(v)]
        if cut:
            found.append(f"L'axe commence trop tard pour montrer : {', '.join(cut)}.")
        return found

    def size(self) -> tuple[float, float]:
        """Return the width and the height of the picture, in inches."""
        lines = sum(style.wrapped(name).count("\n") for name in self.noms)
        at_ease = _BAR * len(self.noms) + _LINE * lines
        at_least = _LEAST_BAR * len(self.noms) + _LEAST_LINE * lines
        return style.WIDTH, _AROUND + max(min(at_ease, _ALL_BARS), at_least)

    def draw(self, axes: "Axes") -> None:
        """Draw the bars, one under the other, each with its number."""
        places = range(len(self.noms))
        left, right = self._limits()
        for place, value in zip(places, self.valeurs, strict=True):
            over = self._passes(value)
            axes.barh(
                place,
                value,
                color=style.COLOURS[1 if over else 0],
                edgecolor="white",
                hatch="//" if over else "",
            )
            axes.annotate(
                written(value, 4),
                (max(value, left), place),
                (-4 if value < 0 else 4, 0),
                textcoords="offset points",
                ha="right" if value < 0 else "left",
                va="center",
                annotation_clip=False,
                # Over the line of the mark, a number is still to be read.
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.8},
            )
        axes.set_yticks(places, [style.wrapped(name) for name in self.noms])
        axes.tick_params(axis="y", length=0)
        axes.set_ylim(len(self.noms) - 0.4, -0.6)
        axes.set_xlim(left, right)
        style.number_axis(axes.xaxis, self.valeurs)
        axes.set_xlabel(style.wrapped(self.unite, 58))
        if left < 0:
            axes.axvline(0, color=style.GREY, linewidth=0.8)
        if self.repere is not None and left <= self.repere <= right:
            axes.axvline(self.repere, color=style.INK, linestyle="--", linewidth=1.2)
            place_of_line = (self.repere - left) / (right - left)
            axes.set_title(f"repère : {written(self.repere)}", x=place_of_line)

    def _limits(self) -> tuple[float, float]:
        shown = [0.0, *self.valeurs, *([] if self.repere is None else [self.repere])]
        left = self.depart or min(shown)
        right = max(shown) + _FOR_LABELS * (max(shown) - left)
        if not self.depart and left < 0:
            left -= _FOR_LABELS * (right - left)
        return (left, right) if right > left else (left, left + 1)

    def _passes(self, value: float) -> bool:
        return self.repere is not None and value > self.repere

    def _is_cut(self, value: float) -> bool:
        return bool(self.depart) and value < self.depart

    def _about_mark(self) -> str:
        if self.repere is None:
            return ""
        pairs = zip(self.noms, self.valeurs, strict=True)
        passing = ", ".join(name for name, value in pairs if self._passes(value))
        over = f" Au-dessus : {passing}." if passing else " Aucune barre au-dessus."
        return f"Un repère à {written(self.repere)}.{over}"


def barres(
    noms: Sequence[str],
    valeurs: Sequence[float],
    titre: str = "",
    unite: str = "",
    depart: float = 0,
    repere: float | None = None,
) -> BarChart:
    """Return a bar chart of *valeurs*, one bar for each of *noms*.

    *unite* is written along the axis, which begins at *depart*; the bars over *repere* stand out.
    A *depart* above 0 cuts the bars: it misleads, and `pieges()` says so.
    Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    labels = checks.names("barres", "noms", noms)
    heights = checks.numbers("barres", "valeurs", valeurs)
    checks.paired("barres", "noms", labels, "valeurs", heights)
    checks.at_most(
        "barres", len(labels), _MOST_BARS, "barres", "Garde les plus grandes, ou regroupe-les."
    )
    checks.number("barres", "depart", depart)
    if repere is not None:
        checks.number("barres", "repere", repere)
    checks.texts("barres", titre=titre, unite=unite)
    if depart and depart >= max(heights):
        raise ValueError(
            f"barres(…) : avec depart={written(depart)}, aucune barre ne se voit. La plus grande "
            f"valeur est {written(max(heights))} : commence l'axe plus tôt."
        )
    return BarChart(
        noms=labels, valeurs=heights, titre=titre, unite=unite, depart=depart, repere=repere
    )
