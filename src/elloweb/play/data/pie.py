"""A pie chart: the parts of a whole, each named beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from elloweb.play.data import checks, style
from elloweb.play.data.chart import Chart
from elloweb.play.data.numbers import written

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MOST_PARTS = 12
_MOST_COMPARED = 6
_PER_CENT = "\u00a0%"
_FILLS = ("#1f5fa8", "#ffffff", "#9db8d6", "#5b6472", "#e6d3bf", "#b84f07")


@dataclass(frozen=True, repr=False, kw_only=True)
class PieChart(Chart):
    """Parts of a whole, open to a mission's check; ``detache`` is a part drawn aside, or ""."""

    kind = "Diagramme en secteurs"
    noms: tuple[str, ...]
    valeurs: tuple[float, ...]
    unite: str
    detache: str

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        aside = f"La part « {self.detache} » est détachée des autres." if self.detache else ""
        pairs = zip(self.noms, self._amounts(6), strict=True)
        return self._told("", ", ".join(f"{name} {amount}" for name, amount in pairs), aside)

    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""
        found = []
        total = sum(self.valeurs)
        if self._is_percent() and abs(total - 100) > 1:
            found.append(
                f"Les parts font {written(total, 4)} % en tout, et pas 100 % : ce ne sont pas les "
                "parts d'un seul tout. Des barres conviennent mieux."
            )
        if self.detache:
            found.append(f"La part « {self.detache} » est détachée : elle paraît plus importante.")
        if len(self.noms) > _MOST_COMPARED:
            found.append(
                f"Il y a {len(self.noms)} parts : l'œil compare mal autant d'angles. Des barres se "
                "lisent mieux."
            )
        return found

    def draw(self, axes: "Axes") -> None:
        """Draw the parts clockwise from noon, each with its name and number outside."""
        total = sum(self.valeurs)
        shares = [value / total for value in self.valeurs]
        wedges = axes.pie(
            shares,
            startangle=90,
            counterclock=False,
            explode=[0.18 if name == self.detache else 0 for name in self.noms],
            wedgeprops={"edgecolor": style.INK, "linewidth": 1.2},
        )[0]
        for place, wedge in enumerate(wedges):
            wedge.set_facecolor(_FILLS[place % len(_FILLS)])
            wedge.set_hatch(style.HATCHES[place // len(_FILLS)])
        axes.set_xlim(-2.6, 2.6)
        axes.set_ylim(-1.3, 1.3)
        middles = [sum(shares[:place]) + share / 2 for place, share in enumerate(shares)]
        for side in (1, -1):
            self._draw_side(axes, middles, side)

    def size(self) -> tuple[float, float]:
        """Return the width and the height of the picture, in inches."""
        return style.WIDTH, 3.2

    def _draw_side(self, axes: "Axes", middles: Sequence[float], side: int) -> None:
        """Write the labels of the parts whose middle lies right (1) or left (-1) of noon."""
        amounts = self._amounts(3)
        chosen = [i for i, middle in enumerate(middles) if (middle <= 0.5) == (side == 1)]
        heights = style.spread([1.1 * cos(2 * pi * middles[i]) for i in chosen], 0.44, 1.2)
        for i, height in zip(chosen, heights, strict=True):
            edge = (sin(2 * pi * middles[i]), cos(2 * pi * middles[i]))
            axes.annotate(
                f"{style.wrapped(self.noms[i], 22)}\n{amounts[i]}",
                edge,
                (side * 1.35, height),
                ha="left" if side == 1 else "right",
                va="center",
                arrowprops={
                    "arrowstyle": "-",
                    "color": style.GREY,
                    "linewidth": 0.8,
                    "relpos": ((1 - side) / 2, 0.5),
                },
            )

    def _is_percent(self) -> bool:
        return self.unite.strip() == "%"

    def _amounts(self, digits: int) -> list[str]:
        """Return each part's value, and its share of the whole where the value is no share."""
        total = sum(self.valeurs)
        if self._is_percent():
            return [f"{written(value, digits)}{_PER_CENT}" for value in self.valeurs]
        unit = f" {self.unite}" if self.unite else ""
        return [
            f"{written(value, digits)}{unit} ({written(100 * value / total, 2)}{_PER_CENT})"
            for value in self.valeurs
        ]


def secteurs(
    noms: Sequence[str],
    valeurs: Sequence[float],
    titre: str = "",
    unite: str = "",
    detache: str = "",
) -> PieChart:
    """Return a pie chart of *valeurs*, the parts of a whole, one for each of *noms*.

    Bars nearly always read better; this one is here to be judged. Ways to mislead on purpose, that
    `pieges()` names: per cents (*unite* "%") that do not make 100, a part drawn aside (*detache*
    is its name), more parts than an eye compares.
    Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    labels = checks.names("secteurs", "noms", noms)
    parts = checks.numbers("secteurs", "valeurs", valeurs)
    checks.paired("secteurs", "noms", labels, "valeurs", parts)
    checks.at_most("secteurs", len(labels), _MOST_PARTS, "parts", "Utilise barres(…).")
    if any(part < 0 for part in parts) or not sum(parts):
        raise ValueError(
            "secteurs(…) montre les parts d'un tout : aucune n'est plus petite que 0, et l'une au "
            "moins est plus grande."
        )
    checks.texts("secteurs", titre=titre, unite=unite, detache=detache)
    if detache and detache not in labels:
        raise ValueError(f"secteurs(…) : aucune part ne s'appelle « {detache} ».")
    return PieChart(titre=titre, noms=labels, valeurs=parts, unite=unite, detache=detache)
