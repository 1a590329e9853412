"""Bring the answers that learners gave with a widget beside their notebooks, for grading to find.

They come from the outputs of the submitted notebooks, and from the `reponses.json` that a learner
handed in with them. All untrusted; whether an answer can be one is decided by its piece.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from elloweb.files import write_whole
from elloweb.grading.session import Session
from elloweb.grading.sources import Found
from elloweb.learn.pieces import memory
from elloweb.learn.saved import MOST_NOTEBOOK_BYTES, cells_of, read_json

MOST_ANSWERS = 500


def keep_handed_in(
    session: Session,
    found: Iterable[Found],
    teams: Mapping[tuple[str, ...], set[frozenset[str]]],
) -> Iterator[str]:
    """Keep handed-in files of answers; yield a sentence for each whose owner is not known.

    They are of the team that handed in the notebooks of the same folder: *teams*, by folder.
    """
    for one in found:
        owners = teams.get(one.folders, set())
        if len(owners) == 1:
            for pseudonym in next(iter(owners)):
                for slug in session.workshops:
                    _keep(_beside(session, slug, pseudonym), one.content)
        else:
            yield (
                f"{one.place} : on ne sait pas de qui sont ces réponses. Range ce fichier avec les "
                "carnets d'une seule équipe, dans un dossier à son nom."
            )


def place_answers(session: Session, slug: str) -> None:
    """Write each learner's answers, the newest of each piece, beside her submitted notebooks."""
    for pseudonym in session.pseudonyms:
        submitted = session.folder / "submitted" / pseudonym / slug
        answers: list[memory.Kept] = []
        for notebook in sorted(submitted.glob("*.ipynb")):
            answers += memory.read_cells(cells_of(read_json(notebook, MOST_NOTEBOOK_BYTES)))
        for file in _files(_beside(session, slug, pseudonym)):
            answers += memory.read_file(file)
        if answers and submitted.is_dir():
            content = _written(answers)
            file = submitted / memory.FILE
            if not file.is_file() or file.read_bytes() != content:
                write_whole(file, content)


def _keep(folder: Path, content: bytes) -> None:
    """Add *content* to the files of answers in *folder*; none is replaced, none kept twice."""
    there = _files(folder)
    if len(content) <= memory.MOST_BYTES and content not in {x.read_bytes() for x in there}:
        write_whole(folder / f"reponses-{len(there) + 1}.json", content)


def _beside(session: Session, slug: str, pseudonym: str) -> Path:
    return session.folder / "downloaded" / slug / "others" / pseudonym


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if memory.is_answers_file(path.name)]


def _written(answers: Iterable[memory.Kept]) -> bytes:
    """Return the newest answer of each piece, as the file that a notebook reads."""
    newest = {one.piece: one for one in sorted(answers, key=lambda one: one.when)}
    chosen = sorted(newest.values(), key=lambda one: one.when, reverse=True)[:MOST_ANSWERS]
    return memory.written(chosen)
