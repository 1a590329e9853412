"""What all charts have in common: data open to a check, words, a picture, and what misleads."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from elloweb.learn.picture import image_html
from elloweb.play.data import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FORMATS = ("png", "svg", "pdf")


@dataclass(frozen=True, repr=False, kw_only=True)
class Chart(ABC):
    """A chart under a title: a picture with its text alternative, or the words alone."""

    titre: str
    kind: ClassVar[str]

    @abstractmethod
    def describe(self) -> str:
        """Return in words what the chart shows, and how: its text alternative."""

    @abstractmethod
    def pieges(self) -> list[str]:
        """Return a French sentence for each thing that misleads; empty means honest."""

    @abstractmethod
    def draw(self, axes: "Axes") -> None:
        """Draw the chart on empty *axes*."""

    def size(self) -> tuple[float, float]:
        """Return the width and the height of the picture, in inches."""
        return style.WIDTH, 3.6

    def png(self) -> bytes:
        """Return the chart as a PNG picture for the screen."""
        return self._picture("png", style.SCREEN_DPI)

    def enregistre(self, fichier: str) -> None:
        """Save the chart beside the notebook, fit for printing: "mon_dessin.png", .svg or .pdf."""
        name = fichier if isinstance(fichier, str) else ""
        kind = Path(name).suffix.lower().removeprefix(".")
        if kind not in _FORMATS or Path(name).name != name:
            raise ValueError(
                'enregistre(…) attend un nom de fichier, comme "mon_dessin.png" : sans dossier, et '
                "qui finit par .png, .svg ou .pdf."
            )
        picture = self._picture(kind, style.PRINT_DPI)
        try:
            Path(name).write_bytes(picture)
        except OSError:
            raise ValueError(
                f"« {name} » ne peut pas être écrit à côté du carnet. Essaie un nom plus court, "
                "sans signe spécial."
            ) from None
        print("Enregistré à côté du carnet :", name)

    def _picture(self, kind: str, dpi: int) -> bytes:
        return style.render(self.draw, self.titre, self.size(), kind, dpi)

    def _told(self, unit: str, content: str, *remarks: str) -> str:
        """Return a text alternative: title, *content*, and the *remarks* but empty ones."""
        start = f"{self.titre or self.kind}{f', en {unit}' if unit else ''} : {content}."
        return " ".join([start, *filter(None, remarks)])

    def __repr__(self) -> str:
        return self.describe()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        words = {"text/plain": repr(self)}
        try:
            picture = self.png()
        except ImportError:  # without matplotlib, the words say it all
            return words
        width = f"{round(self.size()[0] * 110)}px"
        return words | {"text/html": image_html(picture, self.describe(), width)}
