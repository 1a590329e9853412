"""A made-up mail: who writes, what it says, where its link leads, and what gives a trap away."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from elloweb.play.cyber.addresses import check_link, check_sender, check_text

_NO_TRAP = (
    "Pas de piège ici. Regarde qui écrit, où mène le lien, et ce qu'on te demande : rien ne cloche."
)
_A_TRAP = (
    "Attends : relis l'adresse de qui écrit, l'adresse vers laquelle mène le lien, et ce qu'on te "
    "presse de faire."
)


@dataclass(frozen=True)
class Mail:
    """A mail to sort. *indices* pairs each clue with True, or with what to say when it is wrong.

    *erreur* is what to tell her who takes it for what it is not.
    """

    de: str
    objet: str
    texte: str
    lien: tuple[str, str] | None
    piege: bool
    indices: Mapping[str, str | bool] = field(default_factory=dict)
    erreur: str = ""
    date: str = ""

    @property
    def mistake(self) -> str:
        """What to tell her who is mistaken about it."""
        return self.erreur or (_A_TRAP if self.piege else _NO_TRAP)


def courriel(
    *,
    de: str,
    objet: str,
    texte: str,
    lien: str | tuple[str, str] | None = None,
    piege: bool = False,
    indices: Mapping[str, str | bool] | None = None,
    erreur: str = "",
    date: str = "",
) -> Mail:
    """Return a made-up mail for a mailbox.

    *lien* is an address, or a pair of what the link says and the address where it leads. A trap
    (*piege*) may have *indices*: each clue with True if it gives the trap away, else with a
    sentence for her who chose it. Every address is of a domain reserved for examples. Raises
    ValueError, with a French sentence, otherwise.
    """
    for place, content in {"de": de, "objet": objet, "texte": texte}.items():
        if not isinstance(content, str) or not content.strip():
            raise ValueError(f"courriel(…) attend un texte, entre guillemets, pour {place}.")
        check_text(content, place)
    check_sender(de)
    link = (lien, lien) if isinstance(lien, str) else lien
    if link is not None:
        if len(link) != 2 or not all(isinstance(part, str) for part in link):
            raise ValueError(
                "courriel(…), lien : écris une adresse, ou deux textes entre parenthèses, ce que "
                "dit le lien et l'adresse où il mène."
            )
        check_text(link[0], "lien")
        check_link(link[1])
    clues = dict(indices or {})
    _check_clues(clues, objet, piege)
    return Mail(de, objet, texte, link, piege, clues, erreur, date)


def _check_clues(clues: Mapping[str, str | bool], subject: str, trap: bool) -> None:
    if clues and not trap:
        raise ValueError(
            f"courriel(…) « {subject} » a des indices sans être un piège : enlève-les, ou ajoute "
            "piege=True."
        )
    for clue, said in clues.items():
        if said is not True and not (isinstance(said, str) and said.strip()):
            raise ValueError(
                f"courriel(…) « {subject} », indice « {clue} » : écris True s'il trahit le piège, "
                "sinon la phrase qui aide celle qui l'a choisi."
            )
    if clues and True not in clues.values():
        raise ValueError(
            f"courriel(…) « {subject} » : aucun indice ne vaut True, il en faut au moins un."
        )
