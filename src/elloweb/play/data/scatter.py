"""A scatter chart: one point for each thing, at two of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from elloweb.play.data import checks, style
from elloweb.play.data.chart import Chart
from elloweb.play.data.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_TOLD = 40
_CLEAR, _SLIGHT = 0.7, 0.3  # usual thresholds for the words; the drawing shows the rest


@dataclass(frozen=True, repr=False, kw_only=True)
class ScatterChart(Chart):
    """Points at ``x`` and ``y``, open to a mission's check.

    ``groupes`` gives each point a group, told apart by its marker. The vertical axis may be upside
    down (``axe_inverse``) or end at ``fin``, above which points are out of sight.
    """

    kind = "Nuage de points"
    x: tuple[float, ...]
    y: tuple[float, ...]
    nom_x: str
    nom_y: str
    groupes: tuple[str, ...]
    axe_inverse: bool
    fin: float | None

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        return self._told(
            "",
            self._points(),
            self._link(),
            "L'axe vertical est à l'envers : les grands nombres sont en bas."
            if self.axe_inverse
            else "",
            f"L'axe vertical s'arrête à {written(self.fin)}." if self.fin is not None else "",
        )

    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""
        found = []
        if self.axe_inverse:
            found.append("L'axe vertical est à l'envers : ce qui monte a l'air de descendre.")
        hidden = sum(self._is_hidden(y) for y in self.y)
        if hidden:
            points = "1 point est" if hidden == 1 else f"{hidden} points sont"
            found.append(f"{points} hors du cadre : on ne voit qu'une partie des données.")
        return found

    def draw(self, axes: "Axes") -> None:
        """Draw the points, each group with a marker of its own."""
        for place, group in enumerate(self._group_names()):
            chosen = [i for i in range(len(self.x)) if self._group(i) == group]
            axes.plot(
                [self.x[i] for i in chosen],
                [self.y[i] for i in chosen],
                linestyle="",
                marker=style.MARKERS[place],
                markersize=7,
                color=style.COLOURS[place],
                # Every other group is hollow: two signs to tell them apart, besides the colour.
                markerfacecolor="white" if place % 2 else style.COLOURS[place],
                markeredgewidth=1.6 if place % 2 else 0.6,
                markeredgecolor=style.COLOURS[place] if place % 2 else "white",
                label=style.wrapped(group, 18),
            )
        low, high = axes.get_ylim()
        if self.fin is not None:
            high = self.fin
            low = min(low, min(y for y in self.y if not self._is_hidden(y)))
        axes.set_ylim((high, low) if self.axe_inverse else (low, high))
        axes.set_xlabel(style.wrapped(self.nom_x, 58))
        axes.set_title(style.wrapped(self.nom_y, 58), loc="left")
        axes.grid(color=style.PALE, linewidth=0.8)
        style.number_axis(axes.xaxis, self.x)
        style.number_axis(axes.yaxis, self.y)
        if self.groupes:
            axes.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)

    def _group(self, place: int) -> str:
        return self.groupes[place] if self.groupes else ""

    def _group_names(self) -> list[str]:
        return list(dict.fromkeys(self.groupes)) or [""]

    def _is_hidden(self, y: float) -> bool:
        return self.fin is not None and y > self.fin

    def _axes_names(self) -> tuple[str, str]:
        return self.nom_x or "axe horizontal", self.nom_y or "axe vertical"

    def _points(self) -> str:
        across, up = self._axes_names()
        if len(self.x) > _MOST_TOLD:
            return (
                f"{len(self.x)} points, {across} de {written(min(self.x))} à "
                f"{written(max(self.x))}, {up} de {written(min(self.y))} à {written(max(self.y))}"
            )
        told = [
            f"{name}{' ' if name else ''}"
            + " ; ".join(
                f"({written(self.x[i])} ; {written(self.y[i])})"
                for i in range(len(self.x))
                if self._group(i) == name
            )
            for name in self._group_names()
        ]
        return f"points ({across} ; {up}), " + ", ".join(told)

    def _link(self) -> str:
        from statistics import StatisticsError, correlation  # its import is no small one

        try:
            strength = correlation([float(x) for x in self.x], [float(y) for y in self.y])
        except (StatisticsError, OverflowError):  # fewer than two points, or all the same
            return ""
        if abs(strength) < _SLIGHT:
            return "Le nuage n'a pas de sens net."
        way = "montent" if strength > 0 else "descendent"
        clearly = "nettement" if abs(strength) >= _CLEAR else "un peu"
        return f"De gauche à droite, les points {way} {clearly}."


def nuage(
    x: Sequence[float],
    y: Sequence[float],
    titre: str = "",
    nom_x: str = "",
    nom_y: str = "",
    groupes: Sequence[str] | None = None,
    axe_inverse: bool = False,
    fin: float | None = None,
) -> ScatterChart:
    """Return a chart of points, each at its number of *x* and its number of *y*.

    *nom_x* and *nom_y* say what the axes count; *groupes* names the group of each point (at most
    five groups). Two ways to mislead on purpose, that `pieges()` names: an upside-down vertical
    axis (*axe_inverse*), and one that ends at *fin*, below some points.
    Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    across = checks.numbers("nuage", "x", x)
    up = checks.numbers("nuage", "y", y)
    checks.paired("nuage", "x", across, "y", up)
    kinds: tuple[str, ...] = ()
    if groupes is not None:
        kinds = checks.names("nuage", "groupes", groupes)
        checks.paired("nuage", "x", across, "groupes", kinds)
        checks.at_most(
            "nuage", len(set(kinds)), len(style.MARKERS), "groupes", "Rassemble les plus petits."
        )
    checks.texts("nuage", titre=titre, nom_x=nom_x, nom_y=nom_y)
    checks.switches("nuage", axe_inverse=axe_inverse)
    if fin is not None:
        checks.number("nuage", "fin", fin)
        if fin <= min(up):
            raise ValueError(
                f"nuage(…) : avec fin={written(fin)}, aucun point ne se voit. Le plus bas est à "
                f"{written(min(up))}."
            )
    return ScatterChart(
        titre=titre,
        x=across,
        y=up,
        nom_x=nom_x,
        nom_y=nom_y,
        groupes=kinds,
        axe_inverse=axe_inverse,
        fin=fin,
    )
