"""Collect hand-ins: keep every one in the archive, then let nbgrader rebuild `submitted/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from elloweb.content.kit import Kit
from elloweb.content.model import discovery_notebooks, source_notebooks
from elloweb.content.notebooks import grade_id, read_notebook
from elloweb.errors import ElloWebError
from elloweb.files import write_whole
from elloweb.grading import engine, kept
from elloweb.grading.naming import (
    Known,
    clean_name,
    find_notebook,
    find_owner,
    read_content,
)
from elloweb.grading.pseudonyms import plain
from elloweb.grading.session import Session
from elloweb.grading.sources import Found, Reading
from elloweb.learn.pieces.memory import is_answers_file

_STAMP = "%Y%m%dT%H%M%S.%f"
_OUR_FOLDERS = (
    "autograded",
    "downloaded",
    "exchange",
    "feedback",
    "journal",
    "results",
    "submitted",
)


@dataclass(frozen=True)
class HandIn:
    """A notebook that a learner handed in; *new* when the archive did not have it yet."""

    pseudonym: str
    workshop: str
    notebook: str
    place: str
    moment: datetime
    new: bool


@dataclass(frozen=True)
class Collection:
    """What a collection found, and a sentence for each thing that somebody should look at."""

    hand_ins: tuple[HandIn, ...]
    problems: tuple[str, ...]


def collect(session: Session, kit: Kit, source: Path) -> Collection:
    """Collect the hand-ins in *source*: a folder at any depth, a zip, or one notebook.

    Nothing is ever lost: each distinct hand-in is kept in `downloaded/<slug>/archive/`, what stood
    in `submitted/` too, and of each learner's notebook the newest is the one to grade. *source* is
    only read.
    """
    source = source.resolve()
    if not source.exists():
        raise ElloWebError(
            f"{source} : ce dossier ou fichier n'existe pas. Vérifie son nom après --from."
        )
    for slug in session.workshops:
        _archive_submitted(session, slug)
    reading = Reading(skip=frozenset(session.folder / name for name in _OUR_FOLDERS))
    known = list(_known_notebooks(session, kit))
    discovery = _discovery_names(session, kit)
    hand_ins: list[HandIn] = []
    problems: list[str] = []
    answers: list[Found] = []
    teams: dict[tuple[str, ...], set[frozenset[str]]] = {}
    for found in reading.find(source):
        if is_answers_file(found.name):
            answers.append(found)
            continue
        content = read_content(found.content)
        notebook = find_notebook(found, content, known)
        if notebook is None:
            if clean_name(found.name) not in discovery:
                problems.append(_unknown_notebook(found, known))
            continue
        owner = find_owner(found, notebook, content, session.pseudonyms)
        if owner.problem:
            problems.append(owner.problem)
        hand_ins += [
            _keep(session, found, notebook, pseudonym) for pseudonym in sorted(owner.seats)
        ]
        teams.setdefault(found.folders, set()).add(frozenset(owner.seats))
    problems += reading.problems
    if not hand_ins and not problems:
        problems.append(
            f"{source} : aucun carnet ici. Dépose les carnets, puis relance la collecte."
        )
    problems += kept.keep_handed_in(session, answers, teams)
    for slug in session.workshops:
        if not _is_up_to_date(session, slug):
            engine.collect_archive(session.folder, slug)
        kept.place_answers(session, slug)
    return Collection(tuple(hand_ins), tuple(dict.fromkeys(problems)))


def _known_notebooks(session: Session, kit: Kit) -> Iterator[Known]:
    for slug in session.workshops:
        for path in source_notebooks(kit, slug):
            cells = frozenset(grade_id(cell) for cell in read_notebook(path).cells) - {""}
            yield Known(slug, path.stem, cells)


def _discovery_names(session: Session, kit: Kit) -> set[str]:
    """Return the notebooks that learners have too, but in which nothing is graded."""
    return {
        plain(path.stem) for slug in session.workshops for path in discovery_notebooks(kit, slug)
    }


def _unknown_notebook(found: Found, known: list[Known]) -> str:
    names = ", ".join(sorted({one.notebook for one in known}))
    return (
        f"{found.place} : ce carnet n'est pas reconnu parmi ceux de la session ({names}). S'il en "
        "est un, redonne-lui son nom et relance la collecte."
    )


def _archive(session: Session, slug: str) -> Path:
    return session.folder / "downloaded" / slug / "archive"


def _archived(session: Session, slug: str, pseudonym: str) -> list[tuple[str, str, Path]]:
    """Return the archived notebooks of a learner: time, notebook, path; oldest first."""
    found = []
    for path in sorted((_archive(session, slug) / pseudonym).glob("*.ipynb")):
        match = re.fullmatch(engine.ARCHIVE_NAME, path.name)
        if match:
            found.append((match["timestamp"], match["file_id"].removesuffix(".ipynb"), path))
    return found


def _keep(session: Session, found: Found, notebook: Known, pseudonym: str) -> HandIn:
    new = _add(session, notebook.workshop, pseudonym, notebook.notebook, found)
    return HandIn(pseudonym, notebook.workshop, notebook.notebook, found.place, found.moment, new)


def _add(session: Session, slug: str, pseudonym: str, notebook: str, found: Found) -> bool:
    """Put a hand-in into the archive; return whether it was not there yet."""
    there = [x for x in _archived(session, slug, pseudonym) if x[1] == notebook]
    if any(path.read_bytes() == found.content for _, _, path in there):
        return False
    moment = found.moment
    taken = {stamp for stamp, _, _ in there}
    while moment.strftime(_STAMP) in taken:
        moment += timedelta(microseconds=1)
    name = f"{moment.strftime(_STAMP)}-{notebook}.ipynb"
    write_whole(_archive(session, slug) / pseudonym / name, found.content)
    return True


def _archive_submitted(session: Session, slug: str) -> None:
    """Put what stands in `submitted/` into the archive: nbgrader's collector clears that folder."""
    for pseudonym in session.pseudonyms:
        folder = session.folder / "submitted" / pseudonym / slug
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not path.is_file() or path.name == "timestamp.txt":
                continue
            moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            found = Found((), path.name, path.read_bytes(), moment)
            if path.suffix == ".ipynb":
                _add(session, slug, pseudonym, path.stem, found)
            else:
                beside = session.folder / "downloaded" / slug / "others" / pseudonym
                write_whole(beside / path.relative_to(folder), found.content)


def _is_up_to_date(session: Session, slug: str) -> bool:
    """Return whether `submitted/` holds each learner's newest notebooks already."""
    for pseudonym in session.pseudonyms:
        newest = {name: path for _, name, path in _archived(session, slug, pseudonym)}
        for name, path in newest.items():
            submitted = session.folder / "submitted" / pseudonym / slug / f"{name}.ipynb"
            if not submitted.is_file() or submitted.read_bytes() != path.read_bytes():
                return False
    return True
