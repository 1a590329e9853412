"""Read a colour as CSS writes it, and guess the one that was meant when there is none."""

from dataclasses import dataclass

from elloweb.play.web import css
from elloweb.play.web.vocabulary import words

# Without accents: `_plain` takes them away.
FRENCH = {
    "noir": "black",
    "blanc": "white",
    "blanc casse": "ivory",
    "creme": "cornsilk",
    "rouge": "red",
    "rouge clair": "lightcoral",
    "rouge fonce": "darkred",
    "rouge vif": "red",
    "ecarlate": "crimson",
    "framboise": "crimson",
    "bordeaux": "maroon",
    "bleu": "blue",
    "bleu clair": "lightblue",
    "bleu fonce": "darkblue",
    "bleu marine": "navy",
    "marine": "navy",
    "bleu ciel": "skyblue",
    "ciel": "skyblue",
    "bleu nuit": "midnightblue",
    "bleu roi": "royalblue",
    "bleu vert": "teal",
    "bleu turquoise": "turquoise",
    "bleu electrique": "dodgerblue",
    "turquoise fonce": "darkturquoise",
    "vert": "green",
    "vert clair": "lightgreen",
    "vert fonce": "darkgreen",
    "vert pomme": "yellowgreen",
    "vert menthe": "mediumaquamarine",
    "vert emeraude": "mediumseagreen",
    "emeraude": "mediumseagreen",
    "vert olive": "olive",
    "vert kaki": "olive",
    "kaki": "khaki",
    "jaune": "yellow",
    "jaune clair": "lightyellow",
    "jaune fonce": "goldenrod",
    "jaune d'or": "gold",
    "or": "gold",
    "dore": "gold",
    "ocre": "goldenrod",
    "sable": "sandybrown",
    "argent": "silver",
    "argente": "silver",
    "rose": "pink",
    "rose clair": "lightpink",
    "rose pale": "lightpink",
    "rose fonce": "deeppink",
    "rose vif": "deeppink",
    "rose bonbon": "hotpink",
    "violet clair": "plum",
    "violet fonce": "purple",
    "mauve": "purple",
    "lilas": "plum",
    "prune": "plum",
    "lavande": "lavender",
    "orange clair": "sandybrown",
    "orange fonce": "darkorange",
    "abricot": "sandybrown",
    "saumon": "salmon",
    "corail": "coral",
    "gris": "gray",
    "gris clair": "lightgray",
    "gris fonce": "darkgray",
    "gris perle": "lightgray",
    "marron": "brown",
    "marron clair": "peru",
    "marron fonce": "saddlebrown",
    "brun": "brown",
    "chocolat": "chocolate",
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
    french = _plain(word)
    if french in FRENCH:
        return FRENCH[french]
    if word in _COMMON:
        return word
    joined = french.replace(" ", "")
    if joined != word and parse(joined) is not None:
        return joined
    near = get_close_matches(french, [*_COMMON, *FRENCH], 1, 0.75)
    return FRENCH.get(near[0], near[0]) if near else None


def meant_exactly(text: str) -> bool:
    """Return whether *text* is the French name of a colour, or an English one in several words."""
    plain = _plain(text.lower())
    return plain in FRENCH or parse(plain.replace(" ", "")) is not None


def _plain(word: str) -> str:
    """Return *word* without accents, its parts separated by one space."""
    from unicodedata import combining, normalize

    letters = "".join(sign for sign in normalize("NFD", word) if not combining(sign))
    return " ".join(letters.replace("-", " ").replace("_", " ").split())


def advice(text: str) -> str:
    """Return one French sentence on how to write the colour *text*, which CSS does not know."""
    written = text.strip()
    if written.startswith("#"):
        return "Après `#`, il faut 3 ou 6 signes, des chiffres ou des lettres de a à f."
    name = meant(written)
    if name and name == written.lower().replace(" ", ""):
        return f"Son nom s'écrit en un seul mot : `{name}`."
    if name:
        return f"Voulais-tu écrire `{name}` ?"
    if len(written) in (3, 6) and all(sign in "0123456789abcdefABCDEF" for sign in written):
        return f"Voulais-tu écrire `#{written}` ?"
    if " " in written:
        return "Une couleur s'écrit en un seul mot anglais, comme `navy`, ou en code, `#1f5fa8`."
    return "Écris un nom anglais comme `navy`, ou un code comme `#1f5fa8`."
