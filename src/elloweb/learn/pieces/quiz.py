"""A question with its choices: one right answer or several, a message for each wrong one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece

_MISSING = "Ce que tu as coché est juste, mais il manque encore au moins une réponse."


@dataclass(eq=False, repr=False)
class Quiz(Piece):
    """A question; *choices* pairs each answer with True, or with what to say when it is wrong.

    An answer is the list of the chosen texts, in the order of the choices.
    """

    question: str
    choices: Mapping[str, str | bool]
    several: bool
    praise: str
    front: ClassVar = Path(__file__).with_name("static") / "quiz.js"

    @property
    def right(self) -> list[str]:
        """The right choices."""
        return [choice for choice, said in self.choices.items() if said is True]

    def settings(self) -> dict[str, Any]:
        """Return the question, its choices and the words around them."""
        return {
            "question": french_spaces(self.question),
            "choices": list(self.choices),
            "several": self.several,
            "labels": {
                "title": "Question",
                "check": "Vérifier",
                "choose": "Choisis d'abord une réponse.",
                "several": "Plusieurs réponses sont possibles.",
            },
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a list of choices, one alone unless several are asked for."""
        if not isinstance(answer, list) or len(answer) != len({str(one) for one in answer}):
            return False
        if not all(isinstance(one, str) and one in self.choices for one in answer):
            return False
        return self.several or len(answer) == 1

    def judge(self, answer: list[str]) -> Verdict:
        """Return the first wrong choice's message, or what is missing, or praise."""
        wrong = {one: said for one, said in self.choices.items() if one in answer}
        messages = {one: said for one, said in wrong.items() if isinstance(said, str)}
        if len(messages) > 1:
            told = [f"« {one.strip('`')} » : {said}" for one, said in messages.items()]
            return Verdict(Outcome.NOT_YET, " ".join(told))
        if messages:
            return Verdict(Outcome.NOT_YET, "".join(messages.values()))
        if set(answer) != set(self.right):
            return Verdict(Outcome.NOT_YET, _MISSING)
        return Verdict(Outcome.PASSED, self.praise)

    def text(self) -> str:
        """Return the question and its numbered choices."""
        rows = [self.question]
        rows += [f"  {number}. {choice}" for number, choice in enumerate(self.choices, start=1)]
        example = ".repond(1, 2)" if self.several else ".repond(1)"
        rows.append(f"Pour répondre par écrit, ajoute {example} à la fin de cette cellule.")
        return "\n".join(rows)

    def answer_text(self, answer: list[str]) -> str:
        """Return the chosen texts."""
        return " · ".join(answer) or "rien de coché"

    def repond(self, *choix: int | str) -> Self:
        """Answer by code: with the texts of the choices, or their numbers from 1."""
        texts = list(self.choices)
        answer = [
            texts[one - 1] if type(one) is int and 1 <= one <= len(texts) else one for one in choix
        ]
        if not self.accepts(answer):
            raise ValueError(
                f"repond(…) attend {'des numéros' if self.several else 'un numéro'} de 1 à "
                f"{len(texts)}, ou le texte d'un choix. Relis les choix, et corrige ta réponse."
            )
        return self.take([choice for choice in texts if choice in answer])


def quiz(
    identifiant: str,
    question: str,
    choix: Mapping[Any, str | bool],
    *,
    plusieurs: bool | None = None,
    bravo: str = "C'est ça !",
) -> Quiz:
    """Return a question to show: *choix* pairs each text with True, or with a wrong one's message.

    *plusieurs*: several boxes may be ticked (by default, when several are right). Raises
    ValueError, with a French sentence, when a choice misses its message or none is right.
    """
    for text, said in choix.items():
        if said is not True and not (isinstance(said, str) and said.strip()):
            raise ValueError(
                f"quiz(…), choix « {text} » : écris True s'il est juste, sinon la phrase qui aide "
                "celle qui l'a choisi."
            )
    right = sum(said is True for said in choix.values())
    if right == 0 or (plusieurs is False and right > 1):
        raise ValueError(
            f"quiz(…) « {identifiant} » a {right} réponse(s) juste(s) : il en faut une, ou "
            "plusieurs avec plusieurs=True."
        )
    several = right > 1 if plusieurs is None else plusieurs
    choices = {str(text): said for text, said in choix.items()}
    return open_piece(Quiz(identifiant, question, choices, several, bravo))
