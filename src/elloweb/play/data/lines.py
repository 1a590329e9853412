"""A line chart: how one or several quantities change over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose
from typing import TYPE_CHECKING, Any

from elloweb.play.data import checks, style
from elloweb.play.data.chart import Chart
from elloweb.play.data.numbers import is_number, written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_TOLD = 36
_LABEL_GAP = 0.075  # of the height of the axes: one line of text


@dataclass(frozen=True)
class Series:
    """One line of the chart: its name ("" for a lone one), and a value for each moment."""

    nom: str
    valeurs: tuple[float, ...]


@dataclass(frozen=True, repr=False, kw_only=True)
class LineChart(Chart):
    """Lines over time, each named at its end, open to a mission's check.

    ``moments`` stand along the bottom: numbers at their true distances (unless ``pas_egaux``), or
    texts one after the other. ``depart``, ``axe_inverse`` and ``deux_echelles`` are about the
    vertical axis.
    """

    kind = "Courbe"
    moments: tuple[float, ...] | tuple[str, ...]
    series: tuple[Series, ...]
    unite: str
    depart: float
    axe_inverse: bool
    pas_egaux: bool
    deux_echelles: bool

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        told = " ; ".join(self._tell(series) for series in self.series)
        return self._told(
            self.unite,
            told,
            f"L'axe vertical commence à {written(self.depart)}." if self.depart else "",
            "L'axe vertical est à l'envers : les grands nombres sont en bas."
            if self.axe_inverse
            else "",
            "Les moments sont tous dessinés à la même distance." if self.pas_egaux else "",
            "Chaque courbe a son échelle, l'une à gauche, l'autre à droite."
            if self.deux_echelles
            else "",
        )

    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""
        found = []
        if self.depart > 0:
            found.append(
                f"L'axe vertical commence à {written(self.depart)}, pas à 0 : les hausses et les "
                "baisses paraissent plus fortes."
            )
        if self.depart and any(v < self.depart for s in self.series for v in s.valeurs):
            found.append("L'axe vertical commence trop tard : un bout de courbe ne se voit pas.")
        if self.axe_inverse:
            found.append("L'axe vertical est à l'envers : ce qui monte a l'air de descendre.")
        if self.pas_egaux and not self._are_steps_even():
            found.append(
                "Les pas de l'axe du temps ne sont pas réguliers : des durées différentes ont la "
                "même longueur."
            )
        if self.deux_echelles:
            found.append(
                "Les deux courbes n'ont pas la même échelle : leurs hauteurs ne se comparent pas, "
                "et là où elles se croisent ne veut rien dire."
            )
        return found

    def draw(self, axes: "Axes") -> None:
        """Draw the lines, each with markers and dashes of its own."""
        sides: list[Any] = [axes] * len(self.series)
        if self.deux_echelles:
            sides[1] = axes.twinx()
            sides[1].spines["right"].set_visible(True)
        across = self._places()
        for place, (series, side) in enumerate(zip(self.series, sides, strict=True)):
            side.plot(
                across,
                series.valeurs,
                color=style.COLOURS[place],
                marker=style.MARKERS[place] if len(across) <= _MOST_TOLD else "",
                linestyle=style.DASHES[place],
                markeredgecolor="white",
                clip_on=False,
            )
        axes.margins(x=0.02)
        self._draw_time(axes)
        if self.deux_echelles:
            for series, side in zip(self.series, sides, strict=True):
                self._draw_scale(side, series.valeurs)
            axes.set_title(self._label(0), loc="left", color=style.COLOURS[0])
            axes.set_title(self._label(1), loc="right", color=style.COLOURS[1])
            return
        self._draw_scale(axes, [v for series in self.series for v in series.valeurs])
        axes.set_title(style.wrapped(self.unite, 58), loc="left")
        axes.grid(axis="y", color=style.PALE, linewidth=0.8)
        if self.series[0].nom:
            self._draw_names(axes)
        else:
            self._draw_extremes(axes)

    def _draw_time(self, axes: "Axes") -> None:
        if self._are_to_scale():
            style.number_axis(axes.xaxis, [m for m in self.moments if is_number(m)])
        else:
            style.named_axis(axes.xaxis, self._moment_texts())

    def _draw_scale(self, axes: "Axes", values: Sequence[float]) -> None:
        low, high = self._limits(values)
        axes.set_ylim((high, low) if self.axe_inverse else (low, high))
        style.number_axis(axes.yaxis, values)

    def _draw_names(self, axes: "Axes") -> None:
        """Write each line's marker and name at its end."""
        low, high = self._limits([v for series in self.series for v in series.valeurs])
        ends = [(series.valeurs[-1] - low) / (high - low) for series in self.series]
        heights = style.spread([max(0.0, end) for end in ends], _LABEL_GAP, 1.0)
        for place, height in enumerate(heights):
            axes.annotate(
                self._label(place),
                (self._places()[-1], 1 - height if self.axe_inverse else height),
                (9, 0),
                xycoords=("data", "axes fraction"),
                textcoords="offset points",
                color=style.COLOURS[place],
                weight="bold",
                va="center",
                annotation_clip=False,
            )

    def _draw_extremes(self, axes: "Axes") -> None:
        """Write the lowest and the highest number of a lone line beside it."""
        across, values = self._places(), self.series[0].valeurs
        low, high = self._limits(values)
        for value in {min(values), max(values)}:
            place = values.index(value)
            is_lowest = value == min(values) and value - low > 0.12 * (high - low)
            axes.annotate(
                written(value, 4),
                (across[place], value),
                (0, -8 if is_lowest != self.axe_inverse else 8),
                textcoords="offset points",
                ha={0: "left", len(values) - 1: "right"}.get(place, "center"),
                va="top" if is_lowest != self.axe_inverse else "bottom",
            )

    def _label(self, place: int) -> str:
        return f"{style.SIGNS[place]} {style.wrapped(self.series[place].nom, 16)}"

    def _limits(self, values: Sequence[float]) -> tuple[float, float]:
        low = self.depart or min(0.0, *values)
        high = max(0.0, *values) if low < 0 else max(values)
        room = 0.1 * (high - low)
        return (low - room * (low < 0), high + room) if high > low else (low, low + 1)

    def _are_to_scale(self) -> bool:
        return not self.pas_egaux and all(is_number(moment) for moment in self.moments)

    def _places(self) -> list[float]:
        if self._are_to_scale():
            return [moment for moment in self.moments if is_number(moment)]
        return [float(place) for place in range(len(self.moments))]

    def _are_steps_even(self) -> bool:
        numbers = [moment for moment in self.moments if is_number(moment)]
        steps = [after - before for before, after in pairwise(numbers)]
        return all(isclose(step, steps[0]) for step in steps)

    def _moment_texts(self) -> list[str]:
        return [moment if isinstance(moment, str) else written(moment) for moment in self.moments]

    def _tell(self, series: Series) -> str:
        moments = self._moment_texts()
        values = [written(value) for value in series.valeurs]
        name = f"{series.nom}, " if series.nom else ""
        if len(values) <= _MOST_TOLD:
            pairs = zip(moments, values, strict=True)
            return name + ", ".join(f"{value} ({moment})" for moment, value in pairs)
        lowest = series.valeurs.index(min(series.valeurs))
        highest = series.valeurs.index(max(series.valeurs))
        return (
            f"{name}{len(values)} moments, de {moments[0]} ({values[0]}) à {moments[-1]} "
            f"({values[-1]}), au plus bas en {moments[lowest]} ({values[lowest]}), au plus haut en "
            f"{moments[highest]} ({values[highest]})"
        )


def courbe(
    moments: Sequence[str] | Sequence[float],
    valeurs: Sequence[float] | Mapping[str, Sequence[float]],
    titre: str = "",
    unite: str = "",
    depart: float = 0,
    axe_inverse: bool = False,
    pas_egaux: bool = False,
    deux_echelles: bool = False,
) -> LineChart:
    """Return a chart of *valeurs* over *moments*: one list, or a dictionary of named lists.

    Four ways to mislead on purpose, that `pieges()` names: the vertical axis begins at *depart*,
    or is upside down (*axe_inverse*); *pas_egaux* draws uneven years at even distances;
    *deux_echelles* gives each of two lines a scale of its own.
    Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    times = _moments(moments)
    series = _series(valeurs)
    for one in series:
        checks.paired("courbe", "moments", times, one.nom or "valeurs", one.valeurs)
    if len(times) < 2:
        raise ValueError("courbe(…) a besoin de deux moments au moins pour tracer un trait.")
    checks.number("courbe", "depart", depart)
    checks.texts("courbe", titre=titre, unite=unite)
    checks.switches(
        "courbe", axe_inverse=axe_inverse, pas_egaux=pas_egaux, deux_echelles=deux_echelles
    )
    if deux_echelles and len(series) != 2:
        raise ValueError("courbe(…) : deux_echelles=True demande deux courbes, ni plus ni moins.")
    lowest_top = min(max(one.valeurs) for one in series)
    if depart and depart >= lowest_top:
        raise ValueError(
            f"courbe(…) : avec depart={written(depart)}, une courbe ne se voit plus du tout. "
            f"Commence l'axe avant {written(lowest_top)}."
        )
    return LineChart(
        titre=titre,
        moments=times,
        series=series,
        unite=unite,
        depart=depart,
        axe_inverse=axe_inverse,
        pas_egaux=pas_egaux,
        deux_echelles=deux_echelles,
    )


def _moments(moments: Any) -> tuple[float, ...] | tuple[str, ...]:
    listed = checks.entries("courbe", "moments", moments)
    if not listed or not all(is_number(moment) for moment in listed):
        return checks.names("courbe", "moments", listed)
    numbers = checks.numbers("courbe", "moments", listed)
    for before, after in pairwise(numbers):
        if before >= after:
            raise ValueError(
                f"courbe(…), liste moments : {written(after)} vient après {written(before)}. Range "
                "les moments du plus ancien au plus récent, chacun une fois."
            )
    return numbers


def _series(valeurs: Any) -> tuple[Series, ...]:
    if not isinstance(valeurs, Mapping):
        return (Series("", checks.numbers("courbe", "valeurs", valeurs)),)
    if not valeurs:
        raise ValueError("courbe(…) n'a rien à dessiner : le dictionnaire valeurs est vide.")
    checks.at_most("courbe", len(valeurs), len(style.COLOURS), "courbes", "Fais deux dessins.")
    if not all(isinstance(name, str) and name.strip() for name in valeurs):
        raise TypeError("courbe(…) attend un nom entre guillemets pour chaque courbe.")
    return tuple(
        Series(name, checks.numbers("courbe", name, values)) for name, values in valeurs.items()
    )
