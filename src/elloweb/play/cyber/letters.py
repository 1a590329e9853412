"""How often each letter comes in a text, and in French."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from elloweb.learn.card import french_spaces
from elloweb.learn.picture import image_html
from elloweb.play.cyber.ciphers import ALPHABET, is_letter, without_accents
from elloweb.play.data import style

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Wikipédia in French, as of 2008: 838 million letters, counted by the laboratory CLLE-ERSS.
# Source: « Fréquence d'apparition des lettres en français », fr.wikipedia.org, table « Fréquence
# des caractères dans le corpus de Wikipédia en français », version of 24 December 2018. Letters
# with accents are counted there apart; here they join the bare letter, as `without_accents` does.
_WIKIPEDIA_2008 = {
    **{"e": 115_024_205, "a": 67_563_628, "i": 62_672_992, "s": 61_882_785, "n": 60_728_196},
    **{"r": 57_656_209, "t": 56_267_109, "o": 47_724_400, "l": 47_171_247, "u": 42_698_875},
    **{"d": 34_914_685, "c": 30_219_574, "m": 24_894_034, "p": 23_647_179, "é": 18_451_937},
    **{"g": 11_684_140, "b": 10_817_171, "v": 10_590_858, "h": 10_583_562, "f": 10_579_192},
    **{"q": 6_140_307, "y": 4_351_953, "x": 3_588_990, "j": 3_276_064, "è": 2_969_466},
    **{"à": 2_966_029, "k": 2_747_547, "w": 1_653_435, "z": 1_433_913, "ê": 802_211},
    **{"ç": 544_509, "ô": 357_197, "â": 320_837, "î": 280_201, "û": 164_516, "ù": 151_236},
    **{"ï": 138_221, "ü": 55_172, "ë": 53_862, "ö": 51_020, "í": 48_391},
}
_SIZE = (style.WIDTH, 2.8)  # inches


@dataclass(frozen=True, eq=False)
class LetterFrequencies(Mapping[str, float]):
    """The percentage of each letter, from A to Z; accents and capitals make no difference.

    *counts* is how many times each letter was met; *beside*, other frequencies to show next to it.
    """

    titre: str
    counts: Mapping[str, int]
    beside: "LetterFrequencies | None" = None

    @property
    def total(self) -> int:
        """How many letters were counted."""
        return sum(self.counts.values())

    def __getitem__(self, letter: str) -> float:
        bare = without_accents(letter).upper() if isinstance(letter, str) else ""
        if bare not in self.counts:
            raise KeyError(letter)
        return 100 * self.counts[bare] / self.total

    def __iter__(self) -> Iterator[str]:
        return iter(ALPHABET)

    def __len__(self) -> int:
        return len(ALPHABET)

    def plus_frequentes(self, nombre: int = 5) -> list[str]:
        """Return the *nombre* letters that come most often, the first of all first."""
        return sorted(self, key=lambda letter: -self.counts[letter])[:nombre]

    def describe(self) -> str:
        """Return in words what the chart shows: its text alternative."""
        present = [x for x in self.plus_frequentes(len(self)) if self.counts[x]]
        shares = ", ".join(f"{letter} {_percent(self[letter])}" for letter in present)
        absent = [x for x in self if not self.counts[x]]
        none = f" Aucun {', '.join(absent)}." if absent else ""
        said = f"{self.titre}, de la plus fréquente à la plus rare : {shares}.{none}"
        return french_spaces(said) + (f" {self.beside.describe()}" if self.beside else "")

    def __repr__(self) -> str:
        return self.describe()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        words = {"text/plain": repr(self)}
        try:
            picture = self.png()
        except ImportError:  # without matplotlib, the words say it all
            return words
        return words | {"text/html": image_html(picture, self.describe(), "680px")}

    def png(self) -> bytes:
        """Return the chart as a PNG picture: a bar for each letter, a second one for *beside*."""
        title = "" if self.beside else self.titre
        return style.render(self._draw, title, _SIZE, "png", style.SCREEN_DPI)

    def _draw(self, axes: "Axes") -> None:
        drawn = [self, self.beside] if self.beside else [self]
        width = 0.8 / len(drawn)
        for place, frequencies in enumerate(drawn):
            shift = (place - (len(drawn) - 1) / 2) * width
            axes.bar(
                [i + shift for i in range(len(self))],
                list(frequencies.values()),
                width=width,
                label=frequencies.titre,
                color="white" if place else style.COLOURS[0],
                edgecolor=style.COLOURS[place],
                linewidth=0.8,
                hatch=style.HATCHES[2 * place],
            )
        axes.set_xticks(range(len(self)), list(self))
        axes.margins(x=0.01)
        axes.set_ylabel("% des lettres")
        style.number_axis(axes.yaxis, [0])
        if self.beside:
            axes.legend(frameon=False)


def frequences(texte: str, compare: bool = False) -> LetterFrequencies:
    """Return how often each letter comes in *texte*, in per cent of its letters.

    *compare* shows the letters of French beside it. Raises TypeError or ValueError, with a French
    sentence, when there is no letter to count.
    """
    if not isinstance(texte, str):
        raise TypeError(
            'frequences(…) attend un texte, entre guillemets. Exemple : frequences("Bonjour").'
        )
    counted = Counter(sign.upper() for sign in without_accents(texte) if is_letter(sign))
    if not counted:
        raise ValueError(
            "frequences(…) ne trouve aucune lettre dans ce texte. Donne-lui un texte qui en "
            "contient, le plus long possible."
        )
    counts = {letter: counted[letter] for letter in ALPHABET}
    beside = lettres_du_francais() if compare else None
    return LetterFrequencies("Lettres de ton texte", counts, beside)


def lettres_du_francais() -> LetterFrequencies:
    """Return how often each letter comes in French: in the Wikipédia of 2008, that is.

    Other texts give somewhat other figures: a play in verse, or a story told with « vous ».
    """
    counts = dict.fromkeys(ALPHABET, 0)
    for letter, times in _WIKIPEDIA_2008.items():
        counts[without_accents(letter).upper()] += times
    return LetterFrequencies("Lettres du français", counts)


def _percent(share: float) -> str:
    return f"{share:.1f}\u202f%".replace(".", ",")
