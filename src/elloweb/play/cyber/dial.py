"""The drawing of a cipher wheel: two rings of letters, one for the front and for still pictures."""

import base64
import html
from math import cos, pi, sin

from elloweb.learn.card import french_spaces
from elloweb.play.cyber.ciphers import ALPHABET, cesar

_OUTER, _INNER = 94, 70
_STEP = 360 / len(ALPHABET)


def pairs(key: int, deciphering: bool) -> str:
    """Return in words what each letter becomes, from the wheel's window on: « A devient D… »."""
    clear, ciphered = ALPHABET, cesar(ALPHABET, key)
    read = zip(ciphered, clear, strict=True) if deciphering else zip(clear, ciphered, strict=True)
    return ", ".join(f"{one} devient {other}" for one, other in read)


def drawing(key: int) -> str:
    """Return the wheel at *key* as SVG: plain letters outside, ciphered ones inside.

    Ink on nothing; the front colours it by its classes and turns `.elloweb-turning` itself.
    """
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-112 -112 224 224" fill="none" '
        'stroke="#5b6472" font-family="sans-serif" font-size="12" text-anchor="middle">'
        '<circle class="elloweb-ring" r="108"/><circle class="elloweb-ring" r="82"/>'
        '<circle class="elloweb-ring" r="57"/>'
        f"<g>{_letters(_OUTER, 'elloweb-clear')}</g>"
        f'<g class="elloweb-turning" transform="rotate({-key * _STEP:.3f})">'
        f"{_letters(_INNER, 'elloweb-ciphered')}</g>"
        '<rect class="elloweb-window" x="-11" y="-107" width="22" height="49" rx="6" '
        'stroke="#1f5fa8" stroke-width="2.5"/>'
        '<text y="-16" stroke="none" fill="#1d2430" font-size="14">clé</text>'
        f'<text class="elloweb-key" y="20" stroke="none" fill="#1d2430" font-size="34">{key}</text>'
        "</svg>"
    )


def picture(key: int, deciphering: bool) -> str:
    """Return the wheel at *key* as a still HTML picture with its text alternative."""
    source = base64.b64encode(drawing(key).encode()).decode()
    alternative = french_spaces(f"Roue, clé {key} : {pairs(key, deciphering)}.")
    return (
        f'<img alt="{html.escape(alternative)}" width="240" height="240" '
        f'style="background:#fff;display:block" src="data:image/svg+xml;base64,{source}">'
    )


def _letters(radius: int, name: str) -> str:
    placed = []
    for place, letter in enumerate(ALPHABET):
        angle = place * _STEP
        x, y = radius * sin(angle * pi / 180), -radius * cos(angle * pi / 180)
        placed.append(
            f'<text class="{name}" x="{x:.1f}" y="{y:.1f}" dy=".35em" stroke="none" fill="#1d2430" '
            f'transform="rotate({angle:.2f} {x:.1f} {y:.1f})">{letter}</text>'
        )
    return "".join(placed)
