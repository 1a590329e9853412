"""A poster to print: what happened, what to do, whom to ask. Everyone can read its colours."""

import re
from collections.abc import Sequence
from colorsys import rgb_to_hsv
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Any

from elloweb.learn import saved
from elloweb.learn.card import french_spaces, sentence_html
from elloweb.play.data import checks
from elloweb.play.web import colours, contrast, markup, preview, saving
from elloweb.play.web.colours import Colour
from elloweb.play.web.contrast import Contrast

_NAME = "l'affiche"
# How high it really is depends on her fonts: the preview's frame is filled, whatever is left.
_FILLED = "@media screen { main { min-height: 100vh; } }"
_ENOUGH = 4.5
_INK = "#1d2430"
_DEFAULT, _DEFAULT_SAID = "navy", "bleu marine"
# Names of colours whose words read on white paper, around the wheel of hues; the last one is grey.
_READABLE = (
    "darkred",
    "saddlebrown",
    "darkolivegreen",
    "darkgreen",
    "teal",
    "navy",
    "indigo",
    "purple",
    "mediumvioletred",
)
_READABLE_GREY = "dimgray"
# Two texts of a list without a comma between them: Python makes one of them.
_GLUED = r"[.!?…](?=[A-ZÀÂÇÉÈÊÎÔ])|[a-zà-ÿ](?=Je |J['’])"
_ARE_GLUED = (
    "Deux gestes sont collés en un seul : dans la liste, mets une virgule après chaque guillemet "
    "qui ferme."
)
_WHAT_TO_DO = "Que faire ?"
_TO_WRITE = {"titre": "Le titre", "constat": "Ce qui peut arriver", "appel": "À qui en parler"}
_FIRST_GESTURE = "Un premier geste"
_TO_COME = ' class="a-ecrire"'
# What fits on one A4 page, in letters of a size that reads from two steps away.
_MOST_GESTURES = 6
_LONGEST = {"titre": 100, "constat": 350, "appel": 160, "geste": 140}
_STYLE = """
* { box-sizing: border-box; }
html { font-size: 16px; }
body { margin: 0; background: #fff; color: INK; line-height: 1.4; overflow-wrap: anywhere;
  font-family: system-ui, "Segoe UI", Roboto, Arial, sans-serif; font-size: 1.1rem;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 760px; margin: 0 auto; border: 8px solid COLOUR; }
h1 { margin: 0; padding: 1.25rem 1.75rem; background: COLOUR; color: ON_COLOUR;
  font-size: 2.1rem; line-height: 1.15; }
p, h2, ol { margin: 1rem 1.75rem; }
h2 { color: ON_PAPER; font-size: 1.4rem; }
ol { list-style: none; padding: 0; counter-reset: geste; }
li { display: flex; gap: .75rem; align-items: center; margin: .6rem 0; }
li::before { counter-increment: geste; content: counter(geste); flex: none; width: 2.1rem;
  height: 2.1rem; border-radius: 50%; background: COLOUR; color: ON_COLOUR; font-weight: 700;
  display: grid; place-items: center; }
.constat { font-size: 1.25rem; }
.appel { border: 3px solid COLOUR; border-radius: 8px; padding: .75rem 1rem; font-size: 1.25rem;
  font-weight: 700; }
.a-ecrire { font-style: italic; }
FILLED
@page { size: A4 portrait; margin: 12mm; }
@media print {
  html { font-size: PRINTED; }
  main { max-width: none; min-height: 265mm; display: flex; flex-direction: column; }
  .appel { margin-top: auto; }
}
"""
# What an A4 page leaves within its margins and the frame, in pixels of CSS (96 in an inch).
_PAGE_WIDTH, _PAGE_HEIGHT = 687, 890
_PRINTED_SIZES = range(27, 13, -1)
_PREVIEW_WIDTH, _PREVIEW_SIZE = 650, 16
# A letter is about so wide, where 1 is its size: that of a wide font, since hers is not known.
_LETTER = 0.6


@dataclass(frozen=True, repr=False)
class Poster:
    """A poster: a title, what may happen, numbered gestures, whom to ask, and a colour.

    What is still empty is an empty text. ``couleur`` is as she wrote it; where it is no colour, the
    poster keeps the one of the start. ``contraste`` is that of its colour on white paper.
    """

    titre: str
    constat: str
    gestes: tuple[str, ...]
    appel: str
    couleur: str

    @property
    def contraste(self) -> Contrast:
        """The contrast of the colour on the white of the paper."""
        return contrast.contraste(self._colour(), "white")

    @property
    def lisible(self) -> bool:
        """Whether *couleur* is a colour, and a text in it reads well on white paper."""
        return self._is_colour() and self.contraste.suffisant

    def remarques(self) -> list[str]:
        """Return a French sentence for what is to be mended; empty means nothing to say."""
        glued = any(re.search(_GLUED, gesture) for gesture in self.gestes)
        return [_ARE_GLUED] * glued + self._about_the_colour()

    def _about_the_colour(self) -> list[str]:
        if self.lisible:
            return []
        if self._is_colour():
            return [
                f"La couleur `{self.couleur}` est trop claire pour du papier blanc : les mots "
                f"restent donc en noir. Essaie `{_darker(self._ground())}`, par exemple."
            ]
        meant = colours.parse(colours.meant(self.couleur) or "")
        if meant is not None and contrast.ratio(meant, colours.WHITE) < _ENOUGH:
            advice = f"Essaie `{_darker(meant)}`, assez foncée pour du papier blanc."
        else:
            advice = colours.advice(self.couleur)
        return [
            f"« {self.couleur} » n'est pas une couleur : l'affiche reste en {_DEFAULT_SAID} "
            f"(`{_DEFAULT}`). {advice}"
        ]

    def enregistre(self, fichier: str = "mon_affiche.html") -> saving.Saved:
        """Save the poster as an `.html` file beside the notebook, ready to print on A4.

        Raises ValueError, with a French sentence, on a name that cannot be used, and OSError when
        the folder takes no file.
        """
        document = self._document(draft=False)
        return saving.save(document, markup.read(document), saved.folder(), fichier)

    def __repr__(self) -> str:
        gestures = [f"{number}. {gesture}" for number, gesture in enumerate(self.gestes, start=1)]
        rows = [f"Affiche {self._named()}."]
        rows += [f"Ce qui peut arriver : {self.constat}"] if self.constat else []
        rows += [_WHAT_TO_DO, *gestures] if gestures else ["Aucun geste pour l'instant."]
        rows += [f"À qui en parler : {self.appel}"] if self.appel else []
        return french_spaces("\n".join([*rows, *self.remarques()]))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": repr(self), "text/html": self._shown()}

    def _shown(self) -> str:
        document = self._document(draft=True)
        sealed = preview.sealed(document, markup.read(document), saved.folder(), _NAME)
        height = self._height(_PREVIEW_WIDTH, _PREVIEW_SIZE) + 20
        count = len(self.gestes)
        gestures = f"{count} geste{'s' if count > 1 else ''}" if count else "pas encore de geste"
        said = [f"Affiche {self._named()}, {gestures}.", *self.remarques()]
        paragraphs = "".join(f'<p style="margin:.3em 0">{sentence_html(one)}</p>' for one in said)
        return (
            '<div lang="fr" role="group" aria-label="Affiche" style="max-width:48em;'
            f'line-height:1.5;font-size:14px;margin:.3em 0">'
            f"{preview.frame(sealed, _NAME, height)}{paragraphs}</div>"
        )

    def _printed_size(self) -> int:
        """Return the largest size of letters, in pixels, that keeps the poster on one page."""
        fitting = (x for x in _PRINTED_SIZES if self._height(_PAGE_WIDTH, x) <= _PAGE_HEIGHT)
        return next(fitting, _PRINTED_SIZES[-1])

    def _height(self, width: int, size: int) -> int:
        """Return about how many pixels high the poster is, *width* wide, in letters of *size*."""
        room = width / size - 3.5

        def rows(text: str, scale: float) -> float:
            return max(1, ceil(len(text) * _LETTER * scale / room)) * scale

        title = 2.5 + 1.15 * rows(self.titre, 2.1)
        boxes = 6.5 + 1.4 * (rows(self.constat, 1.25) + rows(self.appel, 1.3))
        gestures = sum(max(2.1, 1.4 * rows(one, 1.2)) + 0.6 for one in self.gestes or ("",))
        return round((title + boxes + 4 + gestures) * size)

    def _named(self) -> str:
        return f"« {self.titre} »" if self.titre else "sans titre"

    def _is_colour(self) -> bool:
        return colours.parse(self.couleur) is not None

    def _colour(self) -> str:
        return self.couleur if self._is_colour() else _DEFAULT

    def _ground(self) -> Colour:
        """Return the colour as it is on paper: opaque."""
        return contrast.parse(self._colour()).over(colours.WHITE)

    def _document(self, *, draft: bool) -> str:
        """Return the whole page; a *draft* says what is still to be written."""
        ground = self._ground()
        # On any colour, black or white reads: the better of the two has a ratio of 4.58 or more.
        on_colour = max((colours.WHITE, colours.BLACK), key=lambda x: contrast.ratio(x, ground))
        style = _STYLE.replace("ON_COLOUR", _hex(on_colour)).replace("COLOUR", _hex(ground))
        style = style.replace("ON_PAPER", _hex(ground) if self.contraste.suffisant else _INK)
        style = style.replace("FILLED", _FILLED if draft else "")
        style = style.replace("PRINTED", f"{self._printed_size()}px").replace("INK", _INK)
        empty = {name: said if draft else "" for name, said in _TO_WRITE.items()}
        gestures = self.gestes or ((_FIRST_GESTURE,) if draft else ())
        items = "".join(
            f"<li><span{'' if self.gestes else _TO_COME}>{_text(gesture)}</span></li>\n"
            for gesture in gestures
        )
        to_do = f"<h2>{_text(_WHAT_TO_DO)}</h2>\n<ol>\n{items}</ol>\n" if items else ""
        return (
            '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{escape(self.titre or 'Affiche')}</title>\n<style>{style}</style>\n</head>\n"
            f"<body>\n<main>\n{_element('h1', self.titre, empty['titre'])}"
            f"{_element('p', self.constat, empty['constat'], 'constat')}{to_do}"
            f"{_element('p', self.appel, empty['appel'], 'appel')}</main>\n</body>\n</html>\n"
        )


def affiche(
    titre: str = "",
    constat: str = "",
    gestes: Sequence[str] = (),
    appel: str = "",
    couleur: str = _DEFAULT,
) -> Poster:
    """Return a poster: a title, what may happen, the gestures to make, whom to ask.

    *couleur* is written as in CSS; whatever it is, the words on it and beside it can be read, and
    what is no colour is told under the poster.
    Raises TypeError or ValueError, with a French sentence, on what does not make a poster.
    """
    checks.texts("affiche", titre=titre, constat=constat, appel=appel, couleur=couleur)
    if not isinstance(gestes, list | tuple):
        raise TypeError(
            "affiche(…) attend une liste pour gestes, entre crochets, comme "
            '["Je vérifie l\'adresse.", "J\'en parle."].'
        )
    for place, gesture in enumerate(gestes, start=1):
        if not isinstance(gesture, str):
            raise TypeError(
                f"affiche(…), liste gestes, {checks.rank(place)} place : il faut un texte entre "
                "guillemets."
            )
    kept = tuple(filter(None, map(_tidy, gestes)))
    checks.at_most(
        "affiche", len(kept), _MOST_GESTURES, "gestes", "Garde ceux qui comptent le plus."
    )
    texts = {"titre": _tidy(titre), "constat": _tidy(constat), "appel": _tidy(appel)}
    for name, text in [*texts.items(), *(("geste", one) for one in kept)]:
        if len(text) > _LONGEST[name]:
            raise ValueError(
                f"affiche(…), {name} : {len(text)} signes, et {_LONGEST[name]} au plus se lisent "
                "sur une affiche. Raccourcis ce texte."
            )
    return Poster(gestes=kept, couleur=couleur, **texts)


def _darker(colour: Colour) -> str:
    """Return the name of a colour that reads on white paper, of nearly the same hue."""
    hue, saturation = _hue(colour)
    if saturation < 0.15:
        return _READABLE_GREY

    def apart(name: str) -> float:
        away = abs(_hue(contrast.parse(name))[0] - hue)
        return min(away, 1 - away)

    return min(_READABLE, key=apart)


def _hue(colour: Colour) -> tuple[float, float]:
    """Return the hue, from 0 to 1 around the wheel, and how strong it is."""
    hue, saturation, _ = rgb_to_hsv(colour.red, colour.green, colour.blue)
    return hue, saturation


def _tidy(text: str) -> str:
    """Return *text* on one line, with single spaces."""
    return " ".join(text.split())


def _text(text: str) -> str:
    return escape(french_spaces(text), quote=False)


def _element(tag: str, text: str, instead: str, name: str = "") -> str:
    names = " ".join(filter(None, [name, "" if text else "a-ecrire"]))
    said = f' class="{names}"' if names else ""
    return f"<{tag}{said}>{_text(text or instead)}</{tag}>\n" if text or instead else ""


def _hex(colour: Colour) -> str:
    parts = (round(part * 255) for part in (colour.red, colour.green, colour.blue))
    return "#" + "".join(f"{part:02x}" for part in parts)
