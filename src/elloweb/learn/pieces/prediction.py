"""A prediction: say what a program will print, then run it and look at the difference."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces, sentence_html
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.foresight import alike, compare, rows_of
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece
from elloweb.learn.pieces.program import Run, block, indented, read_lines, run, spaced

_QUESTION = "Que va afficher ce programme ?"
_ALL_FORESEEN = "Tout est comme tu l'avais prévu : tu as suivi le programme pas à pas."
_PRAISE_THE_TRY = "Tu t'es lancée avant de voir : c'est comme ça qu'on comprend."
_TALK = "Parlez-en à deux : qu'est-ce qui explique la différence ?"
_EMPTY = (
    "Écris d'abord ce que tu penses voir, même sans en être sûre. Si rien ne doit s'afficher, "
    "écris « rien »."
)
_LONGEST = 2_000


@dataclass(eq=False, repr=False)
class Prediction(Piece):
    """A *program* to foresee; *choices* to choose from, or None where she writes freely.

    An answer is the text that she foresees. Once it is checked, the program is run; from then on,
    this first prediction stays.
    """

    program: str
    choices: Sequence[str] | None
    errors: Mapping[str, str]
    given: Mapping[str, Any]
    praise: str
    front: ClassVar = Path(__file__).with_name("static") / "prediction.js"

    @cached_property
    def came(self) -> Run:
        """What the program really does; run when it is first asked for."""
        return run(self.program, self.given)

    def settings(self) -> dict[str, Any]:
        """Return the program, the choices and the words around them; not what it prints."""
        return {
            "lines": self.program.split("\n"),
            "choices": None if self.choices is None else list(self.choices),
            "labels": {
                "title": "Prédiction",
                "program": "Programme",
                "question": french_spaces(_QUESTION),
                "help": "Écris chaque ligne affichée sur une ligne à elle.",
                "check": "Voir si j'avais raison",
                "kept": french_spaces("Ta première prédiction est gardée."),
            },
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is one of the choices, or a text of reasonable length."""
        if not isinstance(answer, str) or len(answer) > _LONGEST:
            return False
        return self.choices is None or answer in self.choices

    def judge(self, answer: str) -> Verdict:
        """Run the program and return what to say of the prediction: made, it is never wrong."""
        if not answer.strip():
            return Verdict(Outcome.NOT_STARTED, _EMPTY)
        matches = compare(answer, self.came)
        if all(match.right for match in matches):
            parts = [self.praise, self._known(answer)]
            return Verdict(Outcome.PASSED, " ".join(filter(None, parts)))
        right = sum(match.right for match in matches)
        # What is to be said of each line stands beside it, in what is shown.
        parts = [_PRAISE_THE_TRY, _so_far(right, len(matches)), self._known(answer), _TALK]
        return Verdict(Outcome.PASSED, " ".join(filter(None, parts)))

    def standing(self, answer: str, checked: bool) -> Verdict:
        """Return how *answer* stands; a draft does not run the program."""
        if not checked:
            started = Outcome.NOT_YET if answer.strip() else Outcome.NOT_STARTED
            return Verdict(started)
        return self.judge(answer)

    def take(self, answer: str, *, checked: bool = True) -> Self:
        """Take a prediction; after the program was run, the first one stays."""
        if self.reussi:
            self._screen.update()
            return self
        return super().take(answer, checked=checked)

    def receive(self, answer: Any, checked: bool) -> None:
        """Take and keep what the front sent, unless the program was run already."""
        if self.reussi:
            self._screen.update()
        else:
            super().receive(answer, checked)

    def shows(self) -> dict[str, Any]:
        """Return her prediction beside what came, once the program was run."""
        return {"made": self._comparison_html()} if self.reussi else {}

    def text(self) -> str:
        """Return the program with its numbered lines, the question, and how to answer by code."""
        rows = ["Programme :"]
        rows += [f"  {n}. {row}" for n, row in enumerate(self.program.split("\n"), start=1)]
        rows.append(_QUESTION)
        if self.choices is not None:
            rows += [f"  {n}. {text}" for n, text in enumerate(self.choices, start=1)]
        example = '.repond("…")' if self.choices is None else ".repond(1)"
        rows.append(f"Pour répondre par écrit, ajoute {example} à la fin de cette cellule.")
        return "\n".join(rows)

    def words(self) -> str:
        """Return the program, her prediction and what came; what is code stays as it is."""
        rows = [self.text()]
        if self._answer:
            rows += ["Ta prédiction :", *indented(self._answer)]
        if self.reussi:
            rows += ["Ce que Python affiche :", *indented(self.came.text)]
            rows += [f"{match.sign} {match.said}" for match in compare(self._answer, self.came)]
        if self._verdict.message:
            rows.append(self._verdict.message)
        return spaced(rows)

    def answer_text(self, answer: str) -> str:
        """Return the prediction on one line."""
        return "tu avais prévu " + " puis ".join(f"`{row}`" for row in rows_of(answer))

    def repond(self, prevu: object) -> Self:
        """Answer by code: with what she foresees, or the number of a choice, from 1."""
        choices = self.choices or ()
        if type(prevu) is int and 1 <= prevu <= len(choices):
            prevu = choices[prevu - 1]
        answer = str(prevu)
        if not answer.strip() or not self.accepts(answer):
            raise ValueError(
                f"repond(…) attend un numéro de 1 à {len(choices)}, ou le texte d'un choix."
                if choices
                else "repond(…) attend ce que tu prévois, entre guillemets, sans dépasser "
                f"{_LONGEST} lettres."
            )
        return self.take(answer)

    def _known(self, answer: str) -> str | None:
        return next((said for text, said in self.errors.items() if alike(text, answer)), None)

    def _comparison_html(self) -> str:
        columns = "".join(
            f'<div style="flex:1 1 12em;min-width:0"><p style="margin:0;font-weight:600">{title}'
            f"</p>{block(text)}</div>"
            for title, text in (
                ("Ta prédiction", self._answer),
                ("Ce que Python affiche", self.came.text),
            )
        )
        items = "".join(
            f'<li style="margin:.2em 0"><span aria-hidden="true">{match.sign}</span> '
            f"{sentence_html(match.said)}</li>"
            for match in compare(self._answer, self.came)
        )
        return (
            f'<div style="display:flex;flex-wrap:wrap;gap:.5em 1.2em">{columns}</div>'
            f'<ul role="list" style="list-style:none;margin:.5em 0 0;padding:0">{items}</ul>'
        )


def _so_far(right: int, all_of_them: int) -> str:
    if right == 0:
        return ""
    plural = "s" if right > 1 else ""
    return f"{right} ligne{plural} sur {all_of_them} comme prévu."


def prediction(
    identifiant: str,
    programme: str,
    *,
    choix: Sequence[object] | None = None,
    erreurs: Mapping[object, str] | None = None,
    donnees: Mapping[str, Any] | None = None,
    bravo: str = _ALL_FORESEEN,
) -> Prediction:
    """Return a program to show, whose output she foresees before it is run.

    She writes it, or takes one of *choix*. *erreurs* pairs a wrong prediction with what explains
    the idea behind it; *donnees* are names that the program uses. Made, a prediction is passed,
    whatever it is. Raises ValueError, with a French sentence, on what cannot be asked.
    """
    read_lines(programme, "prediction(…)", levels=False)
    choices = None if choix is None else [str(one) for one in choix]
    if isinstance(choix, str) or (choices is not None and len({*choices}) < max(2, len(choices))):
        raise ValueError(
            "prediction(…), choix= attend une liste d'au moins deux textes, tous différents."
        )
    errors = {str(text): said for text, said in (erreurs or {}).items()}
    for text, said in errors.items():
        if choices is not None and text not in choices:
            raise ValueError(
                f"prediction(…), erreurs= : « {text} » n'est pas un des choix. Recopie le choix "
                "lettre à lettre."
            )
        if not isinstance(said, str) or not said.strip():
            raise ValueError(
                f"prediction(…), erreurs= : écris la phrase qui aide celle qui a prévu « {text} »."
            )
    source = textwrap.dedent(programme).strip("\n").rstrip()
    return open_piece(Prediction(identifiant, source, choices, errors, donnees or {}, bravo))
