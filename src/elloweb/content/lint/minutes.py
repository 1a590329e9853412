"""Rules about time: what a notebook asks for, held against the minutes that it is given."""

from collections.abc import Iterator
from dataclasses import dataclass

from elloweb.content.lint.closing import CLOSING
from elloweb.content.lint.pieces import called
from elloweb.content.lint.prose import Kind, count_words
from elloweb.content.lint.reading import GLOSSARY, KEYBOARD, read
from elloweb.content.lint.source import Source
from elloweb.content.model import MissionPlan, Workshop
from elloweb.content.notebooks import FOLDED, grade_id, is_answer
from elloweb.content.problems import Problem

WORDS_A_MINUTE = 150
LEAST_FOR_A_MISSION = 10
FOR_A_CELL = 1
FOR_A_PIECE = 2
# Welcome 15, break 5, slack 5.
AROUND = 25
# In the last notebook, to show one's work to the others.
TO_SHOW = 10

_TOO_MUCH = 1.5
# Minutes are told by fives, and a short notebook may be told longer than it is.
_ROUNDED_DOWN = 2.5
_ROUNDED_UP = 5
_PIECES = {
    "boite_mail", "curseur", "journal_connexions", "prediction", "puzzle", "quiz", "roue",
}  # fmt: skip
_NOT_READ = {GLOSSARY, KEYBOARD, *CLOSING, *(f"{name}-titre" for name in CLOSING)}
_WORDS = (Kind.HEADING, Kind.ITEM, Kind.PARAGRAPH, Kind.ROW)


@dataclass(frozen=True)
class Estimate:
    """What a notebook asks for, in minutes."""

    reading: float
    missions: int
    cells: int
    pieces: int

    @property
    def minutes(self) -> float:
        """All of it together."""
        return self.reading + self.missions + self.cells + self.pieces

    def __str__(self) -> str:
        parts = {"à lire": round(self.reading), "de missions": self.missions}
        parts |= {"de cellules": self.cells, "de jeux": self.pieces}
        return ", ".join(f"{minutes} {what}" for what, minutes in parts.items() if minutes)


def check(workshop: Workshop, sources: list[Source]) -> Iterator[Problem]:
    """Yield the durations of *workshop* that its notebooks cannot keep."""
    where = f"workshops/{workshop.slug}/workshop.toml"
    for mission in workshop.missions:
        if mission.minutes < LEAST_FOR_A_MISSION:
            yield Problem(
                where,
                f"{mission.minutes} minutes pour la mission « {mission.id} ».",
                f"Comptes-en {LEAST_FOR_A_MISSION} au moins.",
            )
    planned = sum(notebook.minutes for notebook in workshop.notebooks)
    if planned + AROUND > workshop.minutes:
        yield Problem(
            where,
            f"{planned} minutes de carnets et {AROUND} d'accueil, de pause et de réserve "
            f"dépassent les {workshop.minutes} de l'atelier.",
            "Raccourcis un carnet.",
        )
    by_file = {source.file: source for source in sources}
    for notebook in workshop.notebooks:
        source = by_file.get(notebook.file)
        if source is None:
            continue
        needed = estimate(source, workshop.missions)
        least = needed.minutes - _ROUNDED_DOWN
        most = needed.minutes * _TOO_MUCH + _ROUNDED_UP
        if notebook is workshop.notebooks[-1]:
            most += TO_SHOW
        if not least <= notebook.minutes <= most:
            yield Problem(
                where,
                f"« {notebook.file} » annonce {notebook.minutes} minutes, mais en demande "
                f"environ {round(needed.minutes)} ({needed}).",
                "Change la durée, ou le carnet.",
            )


def estimate(source: Source, missions: list[MissionPlan]) -> Estimate:
    """Return what *source* asks of everybody: bonus missions are for those with time left."""
    inside = _find_missions(source, missions)
    here = {mission.id: mission for mission in inside.values()}.values()
    words = sum(
        count_words(passage.block.plain)
        for passage in read(source)
        if passage.index not in inside
        and passage.kind in _WORDS
        and passage.cell not in _NOT_READ
        and source.notebook.cells[passage.index].cell_type == "markdown"
    )
    outside = [c for index, c in enumerate(source.notebook.cells) if index not in inside]
    code = [cell for cell in outside if cell.cell_type == "code"]
    pieces = [cell for cell in code if called(cell) & _PIECES]
    shown = [c for c in code if c not in pieces and not c.source.startswith(FOLDED)]
    return Estimate(
        reading=words / WORDS_A_MINUTE,
        missions=sum(_minutes(mission) for mission in here if not mission.bonus),
        cells=FOR_A_CELL * len(shown),
        pieces=FOR_A_PIECE * len(pieces),
    )


def _minutes(mission: MissionPlan) -> int:
    return mission.minutes if mission.creative else LEAST_FOR_A_MISSION


def _find_missions(source: Source, missions: list[MissionPlan]) -> dict[int, MissionPlan]:
    """Return the cells of *source* that belong to a mission: all from its first to its last."""
    found: dict[int, MissionPlan] = {}
    for mission in missions:
        own = [
            index
            for index, cell in enumerate(source.notebook.cells)
            if mission.id in (cell.get("id"), grade_id(cell))
            or str(cell.get("id", "")).startswith(f"{mission.id}-")
            or (is_answer(cell) and grade_id(cell).startswith(f"{mission.id}-"))
        ]
        if own:
            found |= dict.fromkeys(range(own[0], own[-1] + 1), mission)
    return found
