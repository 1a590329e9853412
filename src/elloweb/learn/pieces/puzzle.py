"""A puzzle of lines: put a program's lines in order, indent them, leave the traps aside."""

import ast
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar, Self

from elloweb.learn.card import french_spaces, sentence_html
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import puzzle_words
from elloweb.learn.pieces.parsons import Fault, Finding, compare, pool_of, shuffled
from elloweb.learn.pieces.piece import Piece, Verdict, open_piece
from elloweb.learn.pieces.program import (
    CodeLine,
    Lines,
    assembled,
    block,
    indented,
    read_lines,
    run,
    spaced,
)
from elloweb.learn.pieces.result import Result, result_of

_PYTHON = "python"
_LOWEST_LIMIT = 3


@dataclass(eq=False, repr=False)
class Puzzle(Piece):
    """Lines to order; *programs* are all the right ones, *traps* pairs a wrong line with its help.

    An answer is the list of the placed lines, each as [text, level of indentation].
    """

    programs: Sequence[Lines]
    traps: Mapping[str, str]
    indents: bool
    language: str
    given: Mapping[str, Any]
    instruction: str
    show: Callable[[str], Any] | None
    praise: str
    front: ClassVar = Path(__file__).with_name("static") / "puzzle.js"

    def __post_init__(self) -> None:
        texts = [*pool_of(self.programs, self._key), *self.traps]
        orders = [[line.text for line in program] for program in self.programs]
        self._pool = shuffled(texts, orders, self.identifier, self._key)
        used = max(line.level for program in self.programs for line in program)
        self._limit = max(used + 1, _LOWEST_LIMIT) if self.indents else 0
        # Run once for each right program, not at each look at it.
        self._result = lru_cache(maxsize=4)(self._shown_by)

    @property
    def programme(self) -> str:
        """The text of the program as she put it together."""
        return assembled(_lines(self._answer or []))

    def settings(self) -> dict[str, Any]:
        """Return the lines to place and the words around them."""
        labels = {name: french_spaces(text) for name, text in self._labels.items()}
        return {
            "instruction": french_spaces(self.instruction),
            "rules": french_spaces(self._rules()),
            "lines": self._pool,
            "limit": self._limit,
            "marks": puzzle_words.MARKS,
            "levels": list(map(puzzle_words.level, range(self._limit + 1))) if self.indents else [],
            "labels": labels,
        }

    def accepts(self, answer: Any) -> bool:
        """Return whether *answer* is a list of lines of the pool, each with a level it can have."""
        if not isinstance(answer, list) or not all(map(self._is_line, answer)):
            return False
        return Counter(text for text, _ in answer) <= Counter(self._pool)

    def judge(self, answer: list[Any]) -> Verdict:
        """Return praise, or which line to look at first and why; never the whole answer."""
        placed = _lines(answer)
        if not placed:
            return Verdict(Outcome.NOT_STARTED, puzzle_words.FIRST)
        found = compare(placed, self.programs, self._key)
        marks = ["right"] * found.right
        if found.fault is Fault.NONE:
            shows = self.show is not None or self.language == _PYTHON
            message = f"{self.praise} {puzzle_words.SEE}" if shows else self.praise
            return Verdict(Outcome.PASSED, message, {"marks": marks})
        if found.right < len(placed):
            marks.append("look")
        message = f"{puzzle_words.so_far(found.right)} {self._advice(found, placed)}".strip()
        return Verdict(Outcome.NOT_YET, message, {"marks": marks})

    def shows(self) -> dict[str, Any]:
        """Return what the right program gives, once she knows that it is right."""
        result = self._result_now()
        if result is None:
            return {}
        # What the program printed stands in the words already, where there is no widget.
        return {"html" if self.show else "made": result.html}

    def text(self) -> str:
        """Return the instruction, the numbered lines to place, and how to answer by code."""
        rows = [
            f"{self.instruction} {self._rules(written=True)}".strip(),
            f"{self._labels['pool']} :",
        ]
        rows += [f"  {number}. {text}" for number, text in enumerate(self._pool, start=1)]
        rows.append(
            'Pour répondre par écrit, ajoute .repond("""…""") à la fin de cette cellule, avec tes '
            "lignes entre les guillemets."
        )
        return "\n".join(rows)

    def words(self) -> str:
        """Return the puzzle, her program and what came of it; the code stays as it is."""
        rows = [self.text()]
        if self._answer:
            rows += [f"{self._labels['program']} :", *indented(self.programme)]
        if self._verdict.message:
            rows.append(self._verdict.message)
        result = self._result_now()
        return spaced(rows if result is None else [*rows, *result.text.split("\n")])

    def answer_text(self, answer: list[Any]) -> str:
        """Return how many lines are placed: a program does not fit in a sentence."""
        return puzzle_words.placed(len(answer))

    def repond(self, texte: str) -> Self:
        """Answer by code: with the text of the whole program."""
        place = "repond(…)"
        free, answer = list(self._pool), []
        for line in read_lines(texte, place, levels=self.indents):
            same = [text for text in free if self._key(text) == self._key(line.text)]
            if not same:
                raise ValueError(
                    f"{place} : « {line.text.strip()} » n'est pas une des lignes à placer, ou y "
                    "est moins souvent. Recopie les lignes telles qu'elles sont dans la liste."
                )
            free.remove(same[0])
            answer.append([same[0], line.level])
        if not self.accepts(answer):
            raise ValueError(
                f"{place} : une ligne est décalée de plus de {self._limit} crans. Enlève des "
                "espaces devant elle."
            )
        return self.take(answer)

    def _key(self, text: str) -> str:
        return text if self.language == _PYTHON else text.strip()

    def _is_line(self, one: Any) -> bool:
        if not isinstance(one, list) or len(one) != 2:
            return False
        text, level = one
        return isinstance(text, str) and type(level) is int and 0 <= level <= self._limit

    @property
    def _labels(self) -> dict[str, str]:
        return puzzle_words.labels(python=self.language == _PYTHON)

    def _rules(self, written: bool = False) -> str:
        return puzzle_words.rules(indents=self.indents, traps=len(self.traps), written=written)

    def _advice(self, found: Finding, placed: Lines) -> str:
        taken = placed[found.right].text if found.right < len(placed) else ""
        if taken in self.traps:
            return puzzle_words.trap(found, self.traps[taken])
        return puzzle_words.advice(found, python=self.language == _PYTHON)

    def _result_now(self) -> Result | None:
        if not (self._checked and self.reussi):
            return None
        return self._result(self.programme)

    def _shown_by(self, program: str) -> Result | None:
        show = self.show
        if show is not None:
            return result_of(lambda: show(program))
        if self.language != _PYTHON:
            return None
        ran = run(program, self.given)
        title, error = "Ce que ton programme affiche :", ran.error or ""
        html = f"{block(ran.text)}<p>{sentence_html(error)}</p>" if error else block(ran.text)
        head = f'<p style="margin:.5em 0 0;font-weight:600">{french_spaces(title)}</p>'
        words = [title, *indented(ran.text), *([error] if error else [])]
        return Result(head + html, "\n".join(words))


def _lines(answer: list[Any]) -> Lines:
    return tuple(CodeLine(text, level) for text, level in answer)


def puzzle(
    identifiant: str,
    programme: str,
    *,
    pieges: Mapping[str, str] | None = None,
    decalage: bool | None = None,
    autres: Sequence[str] = (),
    langage: str = _PYTHON,
    donnees: Mapping[str, Any] | None = None,
    consigne: str = puzzle_words.INSTRUCTION,
    montre: Callable[[str], Any] | None = None,
    bravo: str = puzzle_words.DONE,
) -> Puzzle:
    """Return a puzzle to show: the lines of *programme*, shuffled, to put back in order.

    *pieges* pairs each line too many with the sentence that helps the one who took it; *autres*
    are other right programs; identical lines can be exchanged. *decalage*: she indents the lines
    herself (by default, in Python alone); else each keeps the indentation that it is written with.
    Once right, a Python program is run with the names in *donnees*, and what it prints is shown;
    *montre* may say instead what to show of its text: a piece of `elloweb.play`, a text. Raises
    ValueError, with a French sentence, on what makes no puzzle.
    """
    indents = langage == _PYTHON if decalage is None else decalage
    if isinstance(autres, str):
        raise ValueError("puzzle(…), autres= attend une liste de programmes : mets des crochets.")
    programs = [
        _read_program(text, place, indents, langage)
        for text, place in [(programme, "puzzle(…)"), *((t, "puzzle(…), autres=") for t in autres)]
    ]
    if len(programs[0]) < 2:
        raise ValueError("puzzle(…) : il faut au moins deux lignes à mettre dans l'ordre.")
    known = {line.text.strip() for program in programs for line in program}
    traps = {
        _read_trap(line, said, known, indents): said.strip()
        for line, said in (pieges or {}).items()
    }
    return open_piece(
        Puzzle(
            identifiant, programs, traps, indents, langage, donnees or {}, consigne, montre, bravo
        )
    )


def _read_program(text: str, place: str, indents: bool, language: str) -> Lines:
    lines = read_lines(text, place, levels=indents)
    if language == _PYTHON:
        source = assembled(lines)
        try:
            ast.parse(source)
        except (SyntaxError, ValueError) as error:
            row = lines[min(getattr(error, "lineno", None) or 1, len(lines)) - 1].text.strip()
            raise ValueError(
                f"{place} : Python ne sait pas lire ce programme, vers « {row} ». Corrige-le, ou "
                'écris langage="texte" si ce n\'est pas du Python.'
            ) from None
    return lines


def _read_trap(line: str, said: str, known: set[str], indents: bool) -> str:
    text = line.strip()
    if not text or len(text.splitlines()) > 1:
        raise ValueError(f"puzzle(…), piège « {text} » : un piège tient sur une ligne, non vide.")
    if text in known:
        raise ValueError(
            f"puzzle(…), piège « {text} » : c'est aussi une ligne juste. Change le piège, ou "
            "enlève-le."
        )
    if not isinstance(said, str) or not said.strip():
        raise ValueError(
            f"puzzle(…), piège « {text} » : écris la phrase qui aide celle qui l'a choisi."
        )
    return text if indents else line.rstrip()
