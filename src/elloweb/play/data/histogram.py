"""A histogram: how many values fall into each class."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor, isclose, log2, log10
from typing import TYPE_CHECKING

from elloweb.play.data import checks, style
from elloweb.play.data.chart import Chart
from elloweb.play.data.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_CLASSES = 40
_STEPS = ((1, 1.5), (2, 3.5), (5, 8), (10, 10))  # a round step, and up to what it stands in for


@dataclass(frozen=True, repr=False, kw_only=True)
class Histogram(Chart):
    """A histogram, open to a mission's check.

    ``bornes`` are the limits of the classes, one more than there are classes; a value on a limit
    counts in the class above, but for the last limit. ``effectifs`` are the counts.
    """

    kind = "Histogramme"
    valeurs: tuple[float, ...]
    bornes: tuple[float, ...]
    unite: str

    @property
    def effectifs(self) -> tuple[int, ...]:
        """How many values fall into each class."""
        counts = [0] * (len(self.bornes) - 1)
        for value in self.valeurs:
            if self._is_shown(value):
                counts[min(bisect_right(self.bornes, value), len(counts)) - 1] += 1
        return tuple(counts)

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        limits = pairwise(written(limit) for limit in self.bornes)
        classes = ", ".join(
            f"de {low} à {high} : {count}"
            for (low, high), count in zip(limits, self.effectifs, strict=True)
        )
        widths = "" if self._are_even() else "Les classes n'ont pas toutes la même largeur."
        return self._told(self.unite, f"{len(self.valeurs)} valeurs, {classes}", widths)

    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""
        found = []
        if not self._are_even():
            found.append(
                "Les classes n'ont pas toutes la même largeur : une classe large ramasse plus de "
                "valeurs, et sa barre grandit."
            )
        outside = sum(not self._is_shown(value) for value in self.valeurs)
        if outside:
            values = "1 valeur n'est" if outside == 1 else f"{outside} valeurs ne sont"
            found.append(f"{values} dans aucune classe : on ne voit qu'une partie des données.")
        return found

    def draw(self, axes: "Axes") -> None:
        """Draw the classes side by side, each with its count."""
        counts = self.effectifs
        for (low, high), count in zip(pairwise(self.bornes), counts, strict=True):
            axes.bar(
                low,
                count,
                width=high - low,
                align="edge",
                color=style.COLOURS[0],
                edgecolor="white",
            )
            axes.annotate(
                str(count) if count else "",
                ((low + high) / 2, count),
                (0, 3),
                textcoords="offset points",
                ha="center",
            )
        step = ceil(len(self.bornes) / 11)
        shown = self.bornes[::step]
        axes.set_xticks(shown, [written(limit) for limit in shown])
        axes.set_xlabel(style.wrapped(self.unite, 58))
        axes.set_ylim(0, 1.12 * max(1, *counts))
        style.number_axis(axes.yaxis, counts)
        axes.set_title("combien de valeurs", loc="left")

    def _is_shown(self, value: float) -> bool:
        return self.bornes[0] <= value <= self.bornes[-1]

    def _are_even(self) -> bool:
        widths = [high - low for low, high in pairwise(self.bornes)]
        return all(isclose(width, widths[0], rel_tol=1e-6) for width in widths)


def histogramme(
    valeurs: Sequence[float],
    titre: str = "",
    unite: str = "",
    largeur: float | None = None,
    bornes: Sequence[float] | None = None,
) -> Histogram:
    """Return a histogram of *valeurs*, in classes that are *largeur* wide.

    Without *largeur*, a round width is found that gives from five to ten classes or so. *bornes*
    sets the limits by hand: uneven ones mislead, and so do some that leave values out; `pieges()`
    says so. Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    values = checks.numbers("histogramme", "valeurs", valeurs)
    if not values:
        raise ValueError("histogramme(…) n'a rien à dessiner : la liste valeurs est vide.")
    checks.texts("histogramme", titre=titre, unite=unite)
    if largeur is not None and bornes is not None:
        raise ValueError("histogramme(…) : donne largeur ou bornes, pas les deux.")
    if bornes is None:
        limits = _even_limits(values, _width(values) if largeur is None else _checked(largeur))
    else:
        limits = _limits_by_hand(bornes)
    checks.at_most(
        "histogramme", len(limits) - 1, _MOST_CLASSES, "classes", "Choisis des classes plus larges."
    )
    return Histogram(titre=titre, valeurs=values, bornes=limits, unite=unite)


def _checked(width: float) -> float:
    checks.number("histogramme", "largeur", width)
    if width <= 0:
        raise ValueError("histogramme(…) : la largeur d'une classe est plus grande que 0.")
    return width


def _limits_by_hand(bornes: Sequence[float]) -> tuple[float, ...]:
    limits = checks.numbers("histogramme", "bornes", bornes)
    if len(limits) < 2 or any(low >= high for low, high in pairwise(limits)):
        raise ValueError(
            "histogramme(…) attend au moins deux bornes, de la plus petite à la plus grande."
        )
    return limits


def _width(values: Sequence[float]) -> float:
    """Return a round width, 1, 2 or 5 times a power of ten, for about as many classes as Sturges.

    Sturges' rule: 1 + log2(n) classes for n values (H. A. Sturges, 1926).
    """
    span = max(values) - min(values)
    if span <= 1e-9 * max(abs(value) for value in values):
        return 1
    wanted = span / (1 + log2(len(values)))
    power = 10.0 ** floor(log10(wanted))
    step = next(step for step, most in _STEPS if wanted <= most * power)
    width = step * power
    return max(1, width) if all(value == int(value) for value in values) else width


def _even_limits(values: Sequence[float], width: float) -> tuple[float, ...]:
    first = floor(min(values) / width)
    last = max(ceil(max(values) / width), first + 1)
    if last - first > _MOST_CLASSES:
        return tuple(range(last - first + 1))  # too many to be drawn: the caller says so
    # A division may round the wrong way; no value may fall out.
    while first * width > min(values):
        first -= 1
    while last * width < max(values):
        last += 1
    return tuple(place * width for place in range(first, last + 1))
