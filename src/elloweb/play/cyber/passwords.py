"""How long a password holds: how many guesses it takes, and the time that so many guesses take.

Guesses are counted by zxcvbn (D. L. Wheeler, « zxcvbn: Low-Budget Password Strength Estimation »,
USENIX Security 2016): it tries what people really choose before it tries everything. It knows
English words and leaked passwords, French ones too among these; with few French words besides, what
it says of a rare French word is too hopeful.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import Any

from elloweb.learn.card import french_spaces, sentence_html
from elloweb.play.cyber.amounts import amount, duration

# Guesses a second in four situations, as zxcvbn's own `time_estimates` assumes them. They are
# orders of magnitude: for a badly kept list, its authors say from 10⁹ to 10¹².
_RATES = {
    "en ligne, sur un site qui freine les essais (100 par heure)": Fraction(100, 3600),
    "en ligne, sur un site qui ne freine rien (10 par seconde)": Fraction(10),
    "sur une liste volée, bien protégée (10\u202f000 par seconde)": Fraction(10**4),
    "sur une liste volée, mal protégée (10 milliards par seconde)": Fraction(10**10),
}
_FASTEST = 10**10
_MOST_SIGNS = 72  # zxcvbn refuses more: its time grows with the cube of the length
_MOST_CHOICES, _LONGEST = 10**6, 500

_YEAR = 365 * 24 * 3600
# What one says of it, from how many guesses on: it holds where it takes a year or more.
_LEVELS = (
    (_YEAR * 10**10, "Il tient très bien, même si une liste est volée."),
    (_YEAR * 10**4, "Il tient bien, sauf si une liste mal protégée est volée."),
    (_YEAR * 10, "Il tient en ligne, mais pas si une liste est volée."),
    (_YEAR // 36, "Il ne tient que sur un site qui freine les essais."),
    (0, "Il se devine vite."),
)
_ADVICE = (
    "Quatre ou cinq mots sans lien entre eux tiennent mieux qu'un mot compliqué, et se retiennent "
    "mieux."
)
_NEVER_A_REAL_ONE = (
    "N'essaie jamais ici un vrai mot de passe à toi : ce que tu écris reste dans le carnet."
)
_KEYS = "des touches voisines sur le clavier"
_UNKNOWN = "des signes sans suite reconnue"
_FRENCH_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_WORDS = {
    "passwords": "un mot que beaucoup de gens choisissent",
    "english_wikipedia": "un mot courant en anglais",
    "us_tv_and_film": "un mot courant en anglais",
    "female_names": "un prénom",
    "male_names": "un prénom",
    "surnames": "un nom de famille",
    "user_inputs": _KEYS,
}
_PATTERNS = {
    "spatial": _KEYS,
    "repeat": "un morceau répété",
    "sequence": "des signes qui se suivent, comme abc ou 123",
    "regex": "une année",
    "date": "une date",
}


@dataclass(frozen=True)
class Strength:
    """How a password holds, without the password: guesses, and the habits recognised in it."""

    essais: int
    habitudes: tuple[str, ...]

    @property
    def temps(self) -> dict[str, str]:
        """The time to guess it, in each situation."""
        return {where: duration(self.essais / rate) for where, rate in _RATES.items()}

    @property
    def verdict(self) -> str:
        """How it holds, in a few words."""
        return next(said for least, said in _LEVELS if self.essais >= least)

    def _beginning(self) -> list[str]:
        return [
            f"{self.verdict} On l'estime à {amount(self.essais, 'essai', 'essais')}.",
            f"On y reconnaît : {', '.join(self.habitudes)}.",
        ]

    def __repr__(self) -> str:
        times = [f"  {where} : {time}" for where, time in self.temps.items()]
        return french_spaces("\n".join([*self._beginning(), *times, _ADVICE, _NEVER_A_REAL_ONE]))

    def _repr_html_(self) -> str:
        first, *others = (sentence_html(sentence) for sentence in self._beginning())
        cell = "padding:.25em .8em .25em 0;text-align:left;font-weight:400;vertical-align:top"
        rows = "".join(
            f'<tr><th scope="row" style="{cell}">{sentence_html(where)}</th>'
            f'<td style="{cell}"><strong>{sentence_html(time)}</strong></td></tr>'
            for where, time in self.temps.items()
        )
        return (
            '<div lang="fr" style="border:1px solid #6b7280;border-radius:6px;padding:.7em 1em;'
            'margin:.3em 0;max-width:46em;line-height:1.5;font-size:14px">'
            f'<p style="margin:0 0 .4em"><strong>{first}</strong></p>'
            + "".join(f'<p style="margin:.4em 0">{sentence}</p>' for sentence in others)
            + '<table style="border-collapse:collapse;margin:.3em 0;font-size:14px">'
            '<caption style="text-align:left;color:inherit;font-size:14px">'
            f"{sentence_html('Temps pour le trouver :')}</caption>"
            f"<tbody>{rows}</tbody></table>"
            + "".join(
                f'<p style="margin:.4em 0 0">{sentence_html(sentence)}</p>'
                for sentence in (_ADVICE, _NEVER_A_REAL_ONE)
            )
            + "</div>"
        )


def robustesse(mot_de_passe: str) -> Strength:
    """Return how long the made-up *mot_de_passe* holds; it is not kept in what is returned.

    Of a longer one, the first 72 signs count. Raises TypeError or ValueError, with a French
    sentence that does not repeat it.
    """
    if not isinstance(mot_de_passe, str):
        raise TypeError(
            "robustesse(…) attend un mot de passe inventé, entre guillemets. "
            'Exemple : robustesse("soleil123").'
        )
    if not mot_de_passe:
        raise ValueError(
            "robustesse(…) a reçu un texte vide. Invente un mot de passe, entre les guillemets."
        )
    from zxcvbn import zxcvbn  # type: ignore[import-untyped, unused-ignore]

    found = zxcvbn(mot_de_passe[:_MOST_SIGNS], user_inputs=_keyboard_rows())
    habits = dict.fromkeys(map(_habit, found["sequence"]))
    return Strength(int(found["guesses"]), tuple(habits))


def nombre_essais(alphabet: int | str, longueur: int) -> int:
    """Return how many passwords of *longueur* signs there are, each sign taken from *alphabet*.

    *alphabet* is how many signs one chooses from, or these signs. It is ``alphabet ** longueur``:
    at each place, all signs again. Raises TypeError or ValueError with a French sentence.
    """
    size = len(set(alphabet)) if isinstance(alphabet, str) else alphabet
    if not _is_count(size) or not _is_count(longueur):
        raise TypeError(
            "nombre_essais(…) attend deux nombres entiers : d'abord les choix, ensuite les "
            "places. Exemple : nombre_essais(26, 8)."
        )
    if not 1 <= size <= _MOST_CHOICES or not 1 <= longueur <= _LONGEST:
        swapped = 1 <= size <= _LONGEST < longueur <= _MOST_CHOICES
        raise ValueError(
            "nombre_essais(…) : d'abord les choix, ensuite les places. "
            + (
                f"Tu les as peut-être échangés : essaie nombre_essais({longueur}, {size})."
                if swapped
                else f"Il faut un million de choix au plus, et {_LONGEST} places au plus. Choisis "
                "deux nombres plus petits, à partir de 1."
            )
        )
    return int(size**longueur)


def temps_essais(nombre: float, par_seconde: float = _FASTEST) -> str:
    """Return how long *nombre* guesses take, in French: « 3 heures », « 12 000 ans ».

    *par_seconde*, how many guesses a second: ten thousand million by default, which is what zxcvbn
    assumes of a stolen copy with a fast fingerprint (its `time_estimates`), an order of magnitude.
    All guesses are counted; on average the right one comes half-way. Raises TypeError or
    ValueError with a French sentence.
    """
    if not _is_number(nombre) or not _is_number(par_seconde):
        raise TypeError(
            "temps_essais(…) attend des nombres, sans guillemets. "
            "Exemple : temps_essais(26 ** 8, 1000)."
        )
    if nombre < 0 or par_seconde <= 0:
        raise ValueError(
            "temps_essais(…) attend des nombres plus grands que zéro : combien d'essais, puis "
            "combien par seconde."
        )
    return duration(Fraction(nombre) / Fraction(par_seconde))


def _habit(match: Mapping[str, Any]) -> str:
    """Return in French what zxcvbn recognised in a piece of the password."""
    pattern = match["pattern"]
    if pattern == "bruteforce" or len(match["token"]) < 3:
        return _UNKNOWN
    if pattern == "repeat" and len(match["base_token"]) == 1:
        return "un signe répété"
    if pattern != "dictionary":
        return _PATTERNS.get(pattern, _UNKNOWN)
    word = _WORDS.get(match["dictionary_name"], _UNKNOWN)
    if match.get("reversed"):
        word += " (écrit à l'envers)"
    if match.get("l33t"):
        word += " (des signes y remplacent des lettres)"
    return word


def _keyboard_rows() -> Sequence[str]:
    """Return the runs of neighbours on a French keyboard, which zxcvbn does not know."""
    return [
        row[start:end]
        for row in _FRENCH_KEYBOARD
        for start in range(len(row))
        for end in range(start + 4, len(row) + 1)
    ]


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return isinstance(value, int) or isfinite(value)
