"""Read a colour as CSS writes it, and guess the one that was meant when there is none."""

from dataclasses import dataclass

from elloweb.play.web import css
from elloweb.play.web.vocabulary import words

_FRENCH = {
    "noir": "black",
    "blanc": "white",
    "rouge": "red",
    "bleu": "blue",
    "bleu marine": "navy",
    "marine": "navy",
    "bleu ciel": "skyblue",
    "turquoise foncé": "darkturquoise",
    "vert": "green",
    "vert clair": "lightgreen",
    "vert foncé": "darkgreen",
    "jaune": "yellow",
    "rose": "pink",
    "violet foncé": "purple",
    "mauve": "purple",
    "gris": "gray",
    "gris clair": "lightgray",
    "marron": "brown",
    "brun": "brown",
    "bordeaux": "maroon",
    "doré": "gold",
    "argent": "silver",
    "saumon": "salmon",
    "lavande": "lavender",
    "corail": "coral",
    "bleu clair": "lightblue",
    "bleu foncé": "darkblue",
    "rouge foncé": "darkred",
}
_COMMON = words(
    """black white red blue green yellow orange purple pink gray grey brown navy teal
    turquoise violet indigo gold silver maroon olive lime aqua cyan magenta fuchsia salmon
    coral tomato crimson orchid plum lavender beige ivory khaki chocolate tan skyblue
    lightblue darkblue royalblue steelblue midnightblue lightgreen darkgreen seagreen
    darkred hotpink deeppink lightgray darkgray rebeccapurple transparent currentcolor"""
)


@dataclass(frozen=True)
class Colour:
    """A colour of the sRGB space: each part from 0 to 1, *alpha* 0 where one sees through."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, ground: "Colour") -> "Colour":
        """Return what the eye meets where this colour lies over an opaque *ground*."""
        parts = zip(
            (self.red, self.green, self.blue), (ground.red, ground.green, ground.blue), strict=True
        )
        return Colour(*(top * self.alpha + low * (1 - self.alpha) for top, low in parts))


WHITE = Colour(1, 1, 1)
BLACK = Colour(0, 0, 0)


def parse(text: str) -> Colour | None:
    """Return the colour that CSS means by *text*; None when it means none by itself."""
    found = css.colour(text)
    return None if found is None else Colour(*found)


def meant(text: str) -> str | None:
    """Return the name of the colour that *text*, which is none, was meant for; None if unknown."""
    from difflib import get_close_matches

    word = " ".join(text.strip().strip("\"'").lower().split())
    french = word.replace("-", " ")
    if french in _FRENCH:
        return _FRENCH[french]
    if word in _COMMON:
        return word
    near = get_close_matches(word, [*_COMMON, *_FRENCH], 1, 0.75)
    return _FRENCH.get(near[0], near[0]) if near else None


def advice(text: str) -> str:
    """Return one French sentence on how to write the colour *text*, which CSS does not know."""
    written = text.strip()
    if written.startswith("#"):
        return "Après `#`, il faut 3 ou 6 signes, des chiffres ou des lettres de a à f."
    name = meant(written)
    if name:
        return f"Voulais-tu écrire `{name}` ?"
    if len(written) in (3, 6) and all(sign in "0123456789abcdefABCDEF" for sign in written):
        return f"Voulais-tu écrire `#{written}` ?"
    return "Écris un nom anglais comme `navy`, ou un code comme `#1f5fa8`."
