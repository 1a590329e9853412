"""The contrast of two colours, and whether everyone can read the one on the other.

Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/ : "contrast ratio", "relative luminance", and the
success criteria 1.4.3 (4.5 for text, 3 for large text) and 1.4.6 (7 for text).
"""

from dataclasses import dataclass
from html import escape
from math import floor
from typing import Any

from elloweb.learn.card import french_spaces, sentence_html
from elloweb.play.web import colours
from elloweb.play.web.colours import Colour

_MEANING = {
    "AAA": "Assez pour un texte, même petit : tout le monde ou presque le lit",
    "AA": "Assez pour un texte, même petit",
    "AA grand texte": "Assez pour un grand titre, pas assez pour un texte",
    "insuffisant": "Pas assez : beaucoup de personnes auront du mal à lire",
}
_NORM = (
    "De 1, invisible, à 21. La norme d'accessibilité du web demande 4,5 pour un texte, et 3 pour "
    "un grand titre."
)
_LEVELS = ((7.0, "AAA"), (4.5, "AA"), (3.0, "AA grand texte"), (0.0, "insuffisant"))


@dataclass(frozen=True)
class Contrast:
    """How well the colour *texte* reads on the colour *fond*.

    ``rapport`` goes from 1 (the same colour) to 21 (black on white), rounded to two decimals;
    ``niveau`` is "AAA", "AA", "AA grand texte" or "insuffisant".
    """

    texte: str
    fond: str
    rapport: float
    niveau: str

    @property
    def suffisant(self) -> bool:
        """Whether text of any size reads well: a ratio of at least 4.5."""
        return self.rapport >= 4.5

    @property
    def lisible(self) -> bool:
        """The same as `suffisant`, in another word."""
        return self.suffisant

    def __repr__(self) -> str:
        return french_spaces(f"{self._title()} {self._asked()}")

    def _title(self) -> str:
        return (
            f"{_capital(_said(self.texte))} sur {_said(self.fond)} : {_french(self.rapport)}. "
            f"{_MEANING[self.niveau]}."
        )

    def _asked(self) -> str:
        return _NORM

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._html()}

    def _html(self) -> str:
        text, ground = parse(self.texte), parse(self.fond)
        ground = ground.over(colours.WHITE)
        pair = f"color:{_hex(text.over(ground))};background:{_hex(ground)}"
        # Only an illustration: the words beside it say the same, however badly it reads.
        sample = (
            f'<div aria-hidden="true" style="{pair};border:1px solid #767676;border-radius:4px;'
            'padding:.6em 1em;margin:0 0 .5em;line-height:1.4">'
            '<div style="font-size:24px;font-weight:700">Un titre</div>'
            '<div style="font-size:16px">Un texte de taille ordinaire.</div></div>'
        )
        sign = "✓" if self.suffisant else "→"
        return (
            '<div lang="fr" role="group" aria-label="Contraste" style="max-width:30em;'
            f'margin:.3em 0;line-height:1.5;font-size:14px">{sample}'
            f'<p style="margin:.2em 0"><span aria-hidden="true">{sign}</span> '
            f"{sentence_html(self._title())}</p>"
            f'<p style="margin:.2em 0;font-size:12px">{sentence_html(self._asked())}</p></div>'
        )


def _said(text: str) -> str:
    """Return how a French sentence names the colour *text*: "ce gris", "blanc", or as written."""
    colour = colours.parse(text)
    if colour is None or colour.alpha < 1:
        return f"`{text}`"
    if colour in (colours.WHITE, colours.BLACK):
        return "blanc" if colour == colours.WHITE else "noir"
    grey = colour.red == colour.green == colour.blue
    return "ce gris" if grey else f"`{text}`"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def contraste(texte: str, fond: str) -> Contrast:
    """Return the contrast of the colour *texte* on the colour *fond*, both as CSS writes them.

    A background that one sees through lies on white. Raises TypeError or ValueError, with a French
    sentence, on what is no colour.
    """
    ground = parse(fond).over(colours.WHITE)
    exact = ratio(parse(texte).over(ground), ground)
    level = next(name for least, name in _LEVELS if exact >= least)
    return Contrast(texte, fond, _rounded(exact), level)


def parse(text: str) -> Colour:
    """Return the colour that *text* names; raise a French sentence when it names none."""
    if not isinstance(text, str):
        raise TypeError(
            'contraste(…) attend deux couleurs entre guillemets : contraste("#fff", "navy").'
        )
    found = colours.parse(text)
    if found is None:
        raise ValueError(f"« {text} » n'est pas une couleur. {colours.advice(text)}")
    return found


def ratio(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two opaque colours, from 1 to 21.

    (L1 + 0.05) / (L2 + 0.05), L1 being the luminance of the lighter one (WCAG 2.2).
    """
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of an opaque colour, 0 for black and 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(part) for part in (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    # 0.04045 since May 2021; 0.03928 before, without effect on colours of 8 bits.
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _rounded(exact: float) -> float:
    """Return *exact* with two decimals, never rounded up to a threshold that it misses."""
    near = round(exact, 2)
    crossed = any(exact < least <= near for least, _ in _LEVELS)
    return floor(exact * 100) / 100 if crossed else near


def _french(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _hex(colour: Colour) -> str:
    parts = (round(part * 255) for part in (colour.red, colour.green, colour.blue))
    return escape("#" + "".join(f"{part:02x}" for part in parts))
