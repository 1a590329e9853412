"""A mailbox to sort: which mail is a trap, and what gave it away."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece
from elloweb.play.cyber.mails import Mail

TRAP, TRUST = "piège", "confiance"
# How a mail stands.
TO_SORT, CLUE_WANTED, TO_READ_AGAIN, SORTED = "to sort", "clue wanted", "again", "sorted"
_WHICH_CLUE = "Oui, c'est un piège. Quel indice le trahit ?"
_TRAP_FOUND = "Oui, c'est un piège, et c'est bien cet indice qui le trahit."
_TRAP_KNOWN = "Oui, c'est un piège."
_TRUSTED = "Oui, tu peux lui faire confiance."
_HARMLESS = "Les liens sont désarmés : lis où ils mènent."
_LABELS = {
    "title": "Boîte de réception",
    "list": "Courriels",
    "from": "De :",
    "subject": "Objet :",
    "date": "Reçu :",
    "link": "Lien « {shown} » : mène à {target}",
    "opinion": "Ton avis",
    TRAP: "C'est un piège",
    TRUST: "Je peux lui faire confiance",
    "clue": "Quel indice le trahit ?",
    "next": "Courriel suivant",
    TO_SORT: "à trier",
    CLUE_WANTED: "indice à choisir",
    TO_READ_AGAIN: "à relire",
    SORTED: "trié",
}


@dataclass(eq=False, repr=False)
class Mailbox(Piece):
    """Mails to sort, numbered from 1.

    An answer is ``{"1": {"avis": "piège" or "confiance", "indice": None or a clue}, …}``: an entry
    for each mail that she gave an opinion of.
    """

    mails: tuple[Mail, ...]
    praise: str
    front: ClassVar = Path(__file__).with_name("mailbox.js")

    def settings(self) -> dict[str, Any]:
        """Return the mails without what they are, and the words around them."""
        return {
            "mails": [
                {
                    "from": mail.de,
                    "name": mail.de.partition("<")[0].strip() or mail.de,
                    "subject": french_spaces(mail.objet),
                    "date": mail.date,
                    "text": french_spaces(mail.texte),
                    "link": list(mail.lien) if mail.lien else None,
                }
                for mail in self.mails
            ],
            "opinions": [TRAP, TRUST],
            "labels": {
                **{name: french_spaces(label) for name, label in _LABELS.items()},
                "begin": self._count(0),
                "harmless": french_spaces(_HARMLESS) if self._has_links() else "",
            },
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is an opinion of some of the mails."""
        return isinstance(answer, dict) and all(
            self._accepts_entry(name, entry) for name, entry in answer.items()
        )

    def judge(self, answer: dict[str, Any]) -> Verdict:
        """Return how many mails are sorted, and how each stands."""
        stands = [self._standing(n, answer.get(str(n))) for n in self._numbers()]
        states = [state for state, _, _ in stands]
        details = {
            "mails": [
                {"state": state, "message": french_spaces(message), "clues": clues}
                for state, message, clues in stands
            ]
        }
        done = states.count(SORTED)
        if done == len(states):
            return Verdict(Outcome.PASSED, f"{self._count(done)} {self.praise}", details)
        outcome = Outcome.NOT_YET if answer else Outcome.NOT_STARTED
        parts = [self._count(done)]
        for said, wanted in (("À reprendre", TO_READ_AGAIN), ("Indice à choisir", CLUE_WANTED)):
            which = [str(n) for n, state in enumerate(states, start=1) if state == wanted]
            parts += [f"{said} : {', '.join(which)}."] if which else []
        return Verdict(outcome, " ".join(parts), details)

    def text(self) -> str:
        """Return the mails in words, and how to sort them by code."""
        rows = [f"Boîte de réception, {len(self.mails)} courriels."]
        rows += [_HARMLESS] if self._has_links() else []
        for number, mail in zip(self._numbers(), self.mails, strict=True):
            when = f" ({mail.date})" if mail.date else ""
            rows += ["", f"{number}. {mail.objet}{when}", f"   De : {mail.de}"]
            rows += [f"   {line}" for line in mail.texte.splitlines()]
            if mail.lien:
                rows.append(f"   Lien « {mail.lien[0]} » : mène à {mail.lien[1]}")
        rows += [
            "",
            "Pour trier par écrit, ajoute à la fin de cette cellule, pour le courriel 1 par "
            'exemple : .repond(1, "confiance") ou .repond(1, "piège").',
        ]
        return "\n".join(rows)

    def words(self) -> str:
        """Return the mails, how she sorted them, and what to say of those to take up again."""
        rows = [super().words()]
        for number in self._numbers():
            state, message, clues = self._standing(number, (self._answer or {}).get(str(number)))
            if _open(state):
                rows.append(french_spaces(f"  {number}. {message}"))
                rows += [f"     {n}. {clue}" for n, clue in enumerate(clues, start=1)]
        return "\n".join(rows)

    def answer_text(self, answer: dict[str, Any]) -> str:
        """Return her opinion of each mail."""
        told = []
        for number in self._numbers():
            entry = answer.get(str(number))
            if entry is not None:
                clue = f" ({entry['indice']})" if entry["indice"] else ""
                told.append(f"{number} {entry['avis']}{clue}")
        return " · ".join(told) or "rien de trié"

    def repond(self, numero: int, avis: str, indice: str | int | None = None) -> Self:
        """Sort a mail by code; *indice* is a clue, or its number from 1."""
        opinion = TRAP if avis == "piege" else avis
        mail = self.mails[numero - 1] if numero in self._numbers() else None
        clues = list(mail.indices) if mail else []
        if type(indice) is int and 1 <= indice <= len(clues):
            indice = clues[indice - 1]
        entry = {"avis": opinion, "indice": indice}
        if not self._accepts_entry(str(numero), entry):
            raise ValueError(self._how_to_answer(numero, opinion, clues))
        return self.take({**(self._answer or {}), str(numero): entry})

    def _how_to_answer(self, number: Any, opinion: str, clues: Sequence[str]) -> str:
        if opinion == TRAP and number in self._numbers() and clues:
            numbered = " ; ".join(f"{n}. {clue}" for n, clue in enumerate(clues, start=1))
            return f"repond(…) : pour ce courriel, les indices au choix sont : {numbered}."
        return (
            f"repond(…) attend le numéro d'un courriel, de 1 à {len(self.mails)}, puis "
            '"piège" ou "confiance". Exemple : .repond(1, "confiance").'
        )

    def _accepts_entry(self, name: Any, entry: Any) -> bool:
        if name not in [str(number) for number in self._numbers()]:
            return False
        if not isinstance(entry, dict) or set(entry) != {"avis", "indice"}:
            return False
        opinion, clue = entry["avis"], entry["indice"]
        if opinion not in (TRAP, TRUST):
            return False
        clues = self.mails[int(name) - 1].indices if opinion == TRAP else {}
        return clue is None or (isinstance(clue, str) and clue in clues)

    def _standing(self, number: int, entry: Any) -> tuple[str, str, list[str]]:
        """Return how a mail stands, what to say of it, and the clues to choose from."""
        mail = self.mails[number - 1]
        if entry is None:
            return TO_SORT, "", []
        if (entry["avis"] == TRAP) is not mail.piege:
            return TO_READ_AGAIN, mail.mistake, []
        if not mail.piege:
            return SORTED, _TRUSTED, []
        clues, clue = list(mail.indices), entry["indice"]
        if not clues:
            return SORTED, _TRAP_KNOWN, []
        if clue is None:
            return CLUE_WANTED, _WHICH_CLUE, clues
        said = mail.indices[clue]
        if isinstance(said, str):
            return TO_READ_AGAIN, said, clues
        return SORTED, _TRAP_FOUND, clues

    def _has_links(self) -> bool:
        return any(mail.lien for mail in self.mails)

    def _numbers(self) -> range:
        return range(1, len(self.mails) + 1)

    def _count(self, done: int) -> str:
        return f"{done} {'triés' if done > 1 else 'trié'} sur {len(self.mails)}."


def boite_mail(
    identifiant: str,
    courriels: Sequence[Mail],
    *,
    bravo: str = "Tu sais à quoi reconnaître un piège.",
) -> Mailbox:
    """Return a mailbox to sort, of mails made by `courriel`.

    Raises ValueError, with a French sentence, when there is no mail.
    """
    mails = tuple(courriels)
    if not mails or not all(isinstance(mail, Mail) for mail in mails):
        raise ValueError(
            f"boite_mail(…) « {identifiant} » attend une liste de courriels : "
            "[courriel(de=…, objet=…, texte=…), …]."
        )
    return open_piece(Mailbox(identifiant, mails, bravo))


def _open(state: str) -> bool:
    return state in (TO_READ_AGAIN, CLUE_WANTED)
