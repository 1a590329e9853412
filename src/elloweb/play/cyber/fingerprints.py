"""The fingerprint of a text or a file: 64 signs that change as soon as it changes."""

import base64
import html
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from elloweb.learn import saved
from elloweb.learn.card import french_spaces, sentence_html

_SIGNS = 64
_GROUP = 8
_MOST_NAMES = 6
_MOST_SIGNS = 40


@dataclass(frozen=True)
class Fingerprint:
    """A SHA-256 fingerprint (FIPS 180-4): *hexa*, 64 signs from 0 to f; *nom*, of what it is.

    Two fingerprints are equal when their signs are, whatever their names.
    """

    hexa: str
    nom: str = field(compare=False)

    @property
    def groupes(self) -> list[str]:
        """The signs, eight by eight, as one reads them aloud."""
        return [self.hexa[i : i + _GROUP] for i in range(0, _SIGNS, _GROUP)]

    def __repr__(self) -> str:
        return french_spaces(f"Empreinte de {self.nom} : {' '.join(self.groupes)}")

    def _repr_html_(self) -> str:
        return _frame(_shown(self, ()))


@dataclass(frozen=True)
class Comparison:
    """Two fingerprints side by side; *noms* say whose they are, and stand for what they are of."""

    premiere: Fingerprint
    seconde: Fingerprint
    noms: tuple[str, str] | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """Where the signs differ, from 0 to 63."""
        pairs = zip(self.premiere.hexa, self.seconde.hexa, strict=True)
        return tuple(place for place, (one, other) in enumerate(pairs) if one != other)

    @property
    def differences(self) -> int:
        """How many of the 64 signs differ."""
        return len(self.places)

    @property
    def identiques(self) -> bool:
        """Whether all signs are the same."""
        return self.premiere == self.seconde

    @property
    def resultat(self) -> str:
        """The same in a word: "identiques" or "différentes"."""
        return "identiques" if self.identiques else "différentes"

    def __repr__(self) -> str:
        return french_spaces(self._said())

    def _said(self) -> str:
        both = "Les deux empreintes"
        if self.noms:
            both = f"Les empreintes de « {self.noms[0]} » et de « {self.noms[1]} »"
        if self.identiques:
            return f"{both} sont identiques : pas un signe ne change. Le contenu est le même."
        one = self.differences == 1
        return (
            f"{both} sont différentes : {self.differences} signe{'' if one else 's'} "
            f"sur {_SIGNS} {'a' if one else 'ont'} changé. Le contenu n'est pas le même."
        )

    def _repr_html_(self) -> str:
        pair = [self.premiere, self.seconde]
        if self.noms:
            named = zip(pair, self.noms, strict=True)
            pair = [Fingerprint(one.hexa, f"« {name} »") for one, name in named]
        both = "".join(_shown(one, self.places) for one in pair)
        marks = "" if self.identiques else "<p>Les signes qui changent sont soulignés.</p>"
        return _frame(f"<p><strong>{sentence_html(self._said())}</strong></p>{both}{marks}")


def empreinte(
    contenu: str | bytes | None = None, *, fichier: str | Path | None = None
) -> Fingerprint:
    """Return the fingerprint of the text *contenu*, or of *fichier*, beside the notebook.

    A text is read as UTF-8. Raises TypeError or ValueError, with a French sentence, when there is
    nothing to read.
    """
    if (contenu is None) == (fichier is None):
        raise TypeError(
            'empreinte(…) attend un texte, empreinte("Bonjour"), ou un fichier, '
            'empreinte(fichier="photo.png"). Choisis l\'un des deux.'
        )
    if fichier is not None:
        path = saved.folder() / fichier
        return _of_bytes(_read(path), f"« {path.name} »")
    if isinstance(contenu, bytes):
        return _of_bytes(contenu, f"{len(contenu)} octets")
    if not isinstance(contenu, str):
        raise TypeError(
            "empreinte(…) attend un texte, entre guillemets. Pour un nombre, écris "
            f'empreinte("{contenu}").'
        )
    return _of_bytes(contenu.encode("utf-8", "surrogatepass"), f"« {_beginning(contenu)} »")


def compare_empreintes(
    premiere: Fingerprint, seconde: Fingerprint, noms: Sequence[str] | None = None
) -> Comparison:
    """Return what *premiere* and *seconde* have in common.

    With *noms*, two texts, each is shown under its name, and its content is not: the fingerprints
    alone tell. Raises TypeError, with a French sentence, on anything else.
    """
    if not isinstance(premiere, Fingerprint) or not isinstance(seconde, Fingerprint):
        raise TypeError(
            "compare_empreintes(…) attend deux empreintes. Calcule-les d'abord avec empreinte(…)."
        )
    if noms is None:
        return Comparison(premiere, seconde)
    if not _are_two_names(noms):
        raise TypeError(
            "compare_empreintes(…) attend pour noms : deux textes entre parenthèses, comme "
            'noms=("clé USB", "site du club").'
        )
    return Comparison(premiere, seconde, (noms[0], noms[1]))


def _are_two_names(names: object) -> bool:
    return (
        isinstance(names, list | tuple)
        and len(names) == 2
        and all(isinstance(name, str) and name.strip() for name in names)
    )


def _of_bytes(content: bytes, name: str) -> Fingerprint:
    # It loads OpenSSL, and a notebook that imports our names may never ask for a fingerprint.
    import hashlib

    return Fingerprint(hashlib.sha256(content).hexdigest(), name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        beside = sorted(p.name for p in path.parent.glob("*") if p.is_file() and p.name[0] != ".")
        there = (
            f"Il y a là : {', '.join(beside[:_MOST_NAMES])}." if beside else "Le dossier est vide."
        )
        raise ValueError(
            f"Je ne peux pas lire le fichier « {path.name} » à côté du carnet. {there} Compare les "
            "noms, lettre à lettre."
        ) from None


def _beginning(text: str) -> str:
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return line if len(line) <= _MOST_SIGNS else f"{line[: _MOST_SIGNS - 1]}…"


def _frame(content: str) -> str:
    return (
        '<div lang="fr" style="border:1px solid #6b7280;border-radius:6px;padding:.7em 1em;'
        'margin:.3em 0;max-width:46em;line-height:1.5;font-size:14px">'
        f"{content}</div>"
    )


def _shown(fingerprint: Fingerprint, marked: Container[int]) -> str:
    """Return the drawing and the signs in groups; those at the *marked* places are underlined."""
    groups = [
        "".join(
            f"<u>{sign}</u>" if start + place in marked else sign
            for place, sign in enumerate(group)
        )
        for start, group in zip(range(0, _SIGNS, _GROUP), fingerprint.groupes, strict=True)
    ]
    signs = " ".join(f'<code style="font-size:15px">{group}</code>' for group in groups)
    name = sentence_html(f"Empreinte de {fingerprint.nom} :")
    return (
        '<div style="display:flex;flex-wrap:wrap;gap:.4em 1em;align-items:center;margin:.5em 0">'
        f'{_picture(fingerprint)}<div style="flex:1 1 15em;max-width:26em"><div>{name}</div>'
        f'<div style="line-height:1.7">{signs}</div></div></div>'
    )


def _picture(fingerprint: Fingerprint) -> str:
    """Return the fingerprint's bits as a drawing of black and white squares, 16 by 16."""
    bits = f"{int(fingerprint.hexa, 16):0256b}"
    squares = "".join(
        f"M{place % 16} {place // 16}h1v1h-1z" for place, bit in enumerate(bits) if bit == "1"
    )
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 18 18">'
        f'<path fill="#fff" d="M-1 -1h18v18h-18z"/><path fill="#1d2430" d="{squares}"/></svg>'
    )
    alternative = f"Dessin de l'empreinte : 16 lignes de 16 carreaux, dont {bits.count('1')} noirs."
    return (
        f'<img alt="{html.escape(french_spaces(alternative))}" width="112" height="112" '
        'style="border:1px solid #6b7280" '
        f'src="data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}">'
    )
