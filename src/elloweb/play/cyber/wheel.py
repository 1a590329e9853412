"""A cipher wheel to turn: Caesar's cipher under one's fingers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece
from elloweb.play.cyber import dial
from elloweb.play.cyber.ciphers import ALPHABET, cesar, without_accents

CIPHER, DECIPHER = "chiffrer", "déchiffrer"
_MOST_SIGNS = 5000
_FIRST_SIGNS = 40
_CHANGED = (
    "Le texte n'est plus celui du départ. Le bouton « Remettre comme au début » le fait revenir."
)
_NOT_TURNED = "Avec la clé 0, A reste A : la roue n'a pas encore tourné."
_OTHER_WAY = "Tu y es presque : la roue tourne du bon nombre de crans, mais dans l'autre sens."
_WRONG_WAY = (
    "Le texte se lit, mais la roue est sur « chiffrer ». Choisis « déchiffrer » et retrouve-le : "
    "ce sera la clé à retenir."
)
_LABELS = {
    "title": "Roue à chiffrer",
    "key": "Clé",
    "way": "Sens",
    "text": "Ton texte",
    "result": "Il devient",
    "how": "Tourne l'anneau du dedans, ou fais glisser le bouton rond (flèches ← →).",
    "rings": "Anneau du dehors : le texte clair. Anneau du dedans : le texte chiffré.",
    "pair": "{one} devient {other}",
    "check": "Vérifier",
    "restart": "Remettre comme au début",
}


@dataclass(eq=False, repr=False)
class Wheel(Piece):
    """A wheel that begins with a text, a key and a way; with a goal, it can be graded.

    An answer is ``{"cle": 0 to 25, "texte": …, "sens": "chiffrer" or "déchiffrer"}``. The goal is
    a text to read, a key to find, or both; *errors* pairs wrong keys with what to tell her.
    """

    start: Mapping[str, Any]
    wanted_text: str | None
    wanted_key: int | None
    errors: Mapping[int, str]
    praise: str
    front: ClassVar = Path(__file__).with_name("wheel.js")

    @property
    def cle(self) -> int:
        """The key where the wheel stands."""
        return int(self._now()["cle"])

    @property
    def resultat(self) -> str:
        """Her text, ciphered or deciphered."""
        return _turned(self._now())

    def settings(self) -> dict[str, Any]:
        """Return the drawing, where the wheel begins, and the words around it."""
        return {
            "drawing": dial.drawing(0),
            "start": dict(self.start),
            "ways": [CIPHER, DECIPHER],
            "most": _MOST_SIGNS,
            "goal": self._has_goal(),
            "labels": _LABELS,
        }

    def shows(self) -> dict[str, Any]:
        """Return a still picture of the wheel, for where it cannot be turned."""
        now = self._now()
        return {"html": dial.picture(now["cle"], now["sens"] == DECIPHER)}

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a key, a text and a way."""
        if not isinstance(answer, dict) or set(answer) != {"cle", "texte", "sens"}:
            return False
        key, text = answer["cle"], answer["texte"]
        return (
            type(key) is int
            and 0 <= key < len(ALPHABET)
            and isinstance(text, str)
            and len(text) <= _MOST_SIGNS
            and answer["sens"] in (CIPHER, DECIPHER)
        )

    def judge(self, answer: dict[str, Any]) -> Verdict:
        """Return praise once the goal is reached; without a goal, to have played is enough."""
        if not self._has_goal():
            return Verdict(Outcome.PASSED)
        if self.start["texte"] and answer["texte"] != self.start["texte"]:
            return Verdict(Outcome.NOT_YET, _CHANGED)
        if self._is_reached(answer):
            if self._ciphers_on(answer):
                return Verdict(Outcome.NOT_YET, _WRONG_WAY)
            return Verdict(Outcome.PASSED, self.praise)
        return Verdict(Outcome.NOT_YET, self._why_not(answer))

    def text(self) -> str:
        """Return the wheel in words: both alphabets, and how to turn it by code."""
        now = self._now()
        return "\n".join(
            [
                f"Roue à chiffrer, clé {now['cle']}, sens : {now['sens']}.",
                f"  alphabet clair   : {ALPHABET}",
                f"  alphabet chiffré : {cesar(ALPHABET, now['cle'])}",
                *([f"Le texte : {now['texte']}"] if now["texte"] else []),
                "Pour la tourner par écrit, ajoute .repond(cle=1) à la fin de cette cellule.",
            ]
        )

    def answer_text(self, answer: dict[str, Any]) -> str:
        """Return the key, the text, and what it becomes."""
        return f"clé {answer['cle']}, {answer['sens']} : on lit « {_beginning(_turned(answer))} »"

    def repond(self, cle: int, texte: str | None = None, sens: str | None = None) -> Self:
        """Turn the wheel by code; what is not given stays as it was."""
        now = self._now()
        answer = {
            "cle": cle % len(ALPHABET) if type(cle) is int else cle,
            "texte": now["texte"] if texte is None else texte,
            "sens": now["sens"] if sens is None else _way(sens),
        }
        if not self.accepts(answer):
            raise ValueError(
                "repond(…) attend une clé, nombre entier de 0 à 25, puis si tu veux un texte et un "
                'sens. Exemple : .repond(cle=1, sens="déchiffrer").'
            )
        return self.take(answer)

    def _now(self) -> Mapping[str, Any]:
        return self.start if self._answer is None else self._answer

    def _has_goal(self) -> bool:
        return self.wanted_text is not None or self.wanted_key is not None

    def _is_reached(self, answer: Mapping[str, Any]) -> bool:
        if self.wanted_key is not None and answer["cle"] != self.wanted_key:
            return False
        return self.wanted_text is None or _same(_turned(answer), self.wanted_text)

    def _ciphers_on(self, answer: Mapping[str, Any]) -> bool:
        """Return whether a text to decipher was read by going on, with another key than its own."""
        back = {**answer, "sens": DECIPHER}
        begun = self.start["sens"] == DECIPHER and self.wanted_text is not None
        return begun and answer["sens"] == CIPHER and not self._is_reached(back)

    def _why_not(self, answer: Mapping[str, Any]) -> str:
        key = answer["cle"]
        if key in self.errors:
            return self.errors[key]
        if key == 0:
            return _NOT_TURNED
        other_way = {**answer, "sens": CIPHER if answer["sens"] == DECIPHER else DECIPHER}
        other_key = {**answer, "cle": len(ALPHABET) - key}
        if self._is_reached(other_way) or self._is_reached(other_key):
            return _OTHER_WAY
        return (
            f"Avec la clé {key}, on lit « {_beginning(_turned(answer))} » : ce n'est pas encore "
            "ça. Tourne la roue d'un cran, et relis le début."
        )


def roue(
    identifiant: str,
    texte: str = "",
    cle: int = 0,
    *,
    sens: str = CIPHER,
    attendu: str | None = None,
    cle_attendue: int | None = None,
    erreurs: Mapping[int, str] | None = None,
    bravo: str = "C'est la bonne clé !",
) -> Wheel:
    """Return a cipher wheel to turn, with *texte*, *cle* and *sens* to begin with.

    A mission can grade it once it has a goal: *attendu*, the text to read at last (accents and
    capitals make no difference), or *cle_attendue*. *erreurs* pairs wrong keys with what to tell
    her. Raises ValueError, with a French sentence, when no key leads from *texte* to *attendu*.
    """
    start = {"cle": cle, "texte": texte, "sens": _way(sens)}
    wheel = Wheel(
        identifiant,
        start,
        attendu,
        None if cle_attendue is None else cle_attendue % len(ALPHABET),
        dict(erreurs or {}),
        bravo,
    )
    if not wheel.accepts(start):
        raise ValueError(
            f"roue(…) « {identifiant} » attend un texte, une clé de 0 à 25, et pour le sens "
            '"chiffrer" ou "déchiffrer".'
        )
    if attendu is not None and texte:
        turns = [cesar(texte, key) for key in range(len(ALPHABET))]
        if not any(_same(turned, attendu) for turned in turns):
            raise ValueError(
                f"roue(…) « {identifiant} » : aucune clé ne mène de texte à attendu. Vérifie les "
                "deux, lettre à lettre."
            )
    return open_piece(wheel)


def _way(sens: str) -> str:
    return DECIPHER if sens == "dechiffrer" else sens


def _turned(answer: Mapping[str, Any]) -> str:
    return cesar(answer["texte"], -answer["cle"] if answer["sens"] == DECIPHER else answer["cle"])


def _same(one: str, other: str) -> bool:
    first, second = (without_accents(text).casefold().split() for text in (one, other))
    return first == second


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _FIRST_SIGNS else f"{line[: _FIRST_SIGNS - 1]}…"
