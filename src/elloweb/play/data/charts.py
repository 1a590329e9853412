"""A bar chart that prints well, reads without colour, and keeps the data behind it."""

import base64
import html
import io
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

_BLUE = "#1f5fa8"
_ORANGE = "#c8590b"


@dataclass(frozen=True)
class BarChart:
    """A bar chart: what it shows and how, open to a mission's check.

    ``noms`` and ``valeurs`` are the bars, ``depart`` is where the axis begins, ``repere`` a line
    across the chart: the bars that pass it are hatched and of another colour.
    """

    noms: tuple[str, ...]
    valeurs: tuple[float, ...]
    titre: str
    unite: str
    depart: float
    repere: float | None

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        bars = ", ".join(f"{n} {v:g}" for n, v in zip(self.noms, self.valeurs, strict=True))
        unit = f", en {self.unite}" if self.unite else ""
        start = f" L'axe commence à {self.depart:g}." if self.depart else ""
        line = f" Un repère à {self.repere:g}." if self.repere is not None else ""
        return f"{self.titre or 'Diagramme en barres'}{unit} : {bars}.{start}{line}"

    def __repr__(self) -> str:
        return self.describe()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        picture = base64.b64encode(self.png()).decode()
        alternative = html.escape(self.describe(), quote=True)
        return {
            "text/plain": repr(self),
            "text/html": (
                f'<img lang="fr" alt="{alternative}" src="data:image/png;base64,{picture}" '
                'style="max-width:100%;background:#fff">'
            ),
        }

    def png(self) -> bytes:
        """Return the chart as a PNG picture."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(7, 0.9 + 0.36 * len(self.noms)), dpi=110, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        passing = [self.repere is not None and v > self.repere for v in self.valeurs]
        bars = axes.barh(
            range(len(self.noms)),
            self.valeurs,
            color=[_ORANGE if over else _BLUE for over in passing],
            edgecolor="white",
        )
        for bar, over in zip(bars, passing, strict=True):
            bar.set_hatch("//" if over else "")
        axes.bar_label(bars, labels=[f"{v:g}" for v in self.valeurs], padding=3)
        axes.set_yticks(range(len(self.noms)), self.noms)
        axes.invert_yaxis()
        axes.set_xlim(left=self.depart)
        axes.margins(x=0.12)
        axes.set_xlabel(self.unite)
        axes.set_title(self.titre)
        axes.spines[["top", "right"]].set_visible(False)
        if self.repere is not None:
            axes.axvline(self.repere, color="black", linestyle="--", linewidth=1.2)
        picture = io.BytesIO()
        figure.savefig(picture, format="png")
        return picture.getvalue()


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
    Raises ValueError or TypeError, with a French sentence, on what cannot be drawn.
    """
    if isinstance(noms, str) or isinstance(valeurs, int | float | str):
        raise TypeError("barres(…) attend deux listes : les noms, puis les valeurs.")
    if len(noms) != len(valeurs):
        raise ValueError(
            f"barres(…) a reçu {len(noms)} nom(s) et {len(valeurs)} valeur(s) : il en faut autant."
        )
    if not noms:
        raise ValueError("barres(…) n'a reçu aucune barre à dessiner.")
    if not all(_is_number(value) for value in valeurs):
        raise TypeError("barres(…) attend des nombres dans la liste des valeurs.")
    if not _is_number(depart) or not (repere is None or _is_number(repere)):
        raise TypeError("barres(…) attend un nombre, sans guillemets, pour depart et repere.")
    if not isinstance(titre, str) or not isinstance(unite, str):
        raise TypeError("barres(…) attend un texte entre guillemets pour titre et unite.")
    return BarChart(tuple(str(name) for name in noms), tuple(valeurs), titre, unite, depart, repere)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
