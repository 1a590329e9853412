"""Grade every hand-in of a session, one after another, going on where a run was interrupted."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from elloweb.content.kit import Kit
from elloweb.content.model import source_notebooks
from elloweb.files import write_whole
from elloweb.grading import engine
from elloweb.grading.session import Session
from elloweb.learn.pieces.memory import FILE as ANSWERS

Progress = Callable[[int, int, str], None]
"""Called before each notebook with how many are done, how many there are, and its name."""


@dataclass(frozen=True)
class NotebookRecord:
    """What grading made of one submitted notebook, known by the *digest* of its bytes.

    *problem* is the French sentence on what somebody should look at, if there is something;
    *graded* is False when the notebook could not be graded at all. What is not *final* is tried
    again at the next run.
    """

    pseudonym: str
    workshop: str
    notebook: str
    digest: str
    graded: bool
    final: bool = True
    problem: str | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Which notebook of whom."""
        return self.pseudonym, self.workshop, self.notebook


@dataclass(frozen=True)
class Grading:
    """Where grading stands: a record for each submitted notebook, and how many were run now."""

    records: tuple[NotebookRecord, ...]
    run_now: int

    @property
    def problems(self) -> tuple[str, ...]:
        """Return a sentence for each notebook that somebody should look at."""
        return tuple(record.problem for record in self.records if record.problem)


def grade(session: Session, kit: Kit, progress: Progress) -> Grading:
    """Grade what was handed in and has changed since; one notebook's trouble never stops the rest.

    After each notebook `results/grading.json` is up to date, so that an interrupted run goes on
    from there.
    """
    engine.register_seats(session.folder, session.pseudonyms)
    for slug in session.workshops:
        engine.register_workshop(session.folder, kit, slug)
    before = {record.key: record for record in read_records(session)}
    submitted = list(_submitted(session, kit))
    due = [x for x in submitted if not _is_done(session, before.get(x.key), x.digest)]
    records = {x.key: before[x.key] for x in submitted if x not in due}
    for done, hand_in in enumerate(due):
        progress(done, len(due), f"{hand_in.pseudonym} · {hand_in.notebook}")
        records[hand_in.key] = _grade_one(session, hand_in)
        _write_records(session, list(records.values()))
    progress(len(due), len(due), "")
    ordered = [records[x.key] for x in submitted]
    _write_records(session, ordered)
    return Grading(tuple(ordered), len(due))


def read_records(session: Session) -> list[NotebookRecord]:
    """Return what earlier runs made of the hand-ins; nothing when there was none."""
    try:
        table = json.loads(_records_path(session).read_bytes())
        return [NotebookRecord(**entry) for entry in table["notebooks"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []  # whatever is missing is graded again


def _submitted(session: Session, kit: Kit) -> Iterator[NotebookRecord]:
    """Yield a record for each notebook of the workshops that a seat handed in: not graded yet."""
    for pseudonym in session.pseudonyms:
        for slug in session.workshops:
            for source in source_notebooks(kit, slug):
                path = session.folder / "submitted" / pseudonym / slug / source.name
                if path.is_file():
                    digest = _digest(path)
                    yield NotebookRecord(pseudonym, slug, source.stem, digest, graded=False)


def _digest(path: Path) -> str:
    """Return a digest of a submitted notebook and of the answers that are kept beside it."""
    answers = path.with_name(ANSWERS)
    beside = answers.read_bytes() if answers.is_file() else b""
    return hashlib.sha256(path.read_bytes() + beside).hexdigest()


def _is_done(session: Session, record: NotebookRecord | None, digest: str) -> bool:
    if record is None or record.digest != digest or not record.final:
        return False
    return not record.graded or autograded_path(session, record).is_file()


def autograded_path(session: Session, record: NotebookRecord) -> Path:
    """Return where nbgrader puts the executed notebook."""
    folder = session.folder / "autograded" / record.pseudonym / record.workshop
    return folder / f"{record.notebook}.ipynb"


def _grade_one(session: Session, hand_in: NotebookRecord) -> NotebookRecord:
    pseudonym, slug, notebook = hand_in.key
    try:
        stopped = engine.autograde(session.folder, pseudonym, slug, notebook)
    except engine.GradingError as error:
        return NotebookRecord(*hand_in.key, hand_in.digest, False, error.lasting, str(error))
    problem = stopped and (
        f"submitted/{pseudonym}/{slug}/{notebook}.ipynb : {stopped}. Les missions d'après n'ont "
        "pas pu être vérifiées ; corrige cette cellule dans le carnet rendu, puis relance la "
        "correction."
    )
    return NotebookRecord(*hand_in.key, hand_in.digest, True, True, problem)


def _records_path(session: Session) -> Path:
    return session.results / "grading.json"


def _write_records(session: Session, records: list[NotebookRecord]) -> None:
    table = {"notebooks": [asdict(record) for record in records]}
    text = json.dumps(table, ensure_ascii=False, indent=1)
    write_whole(_records_path(session), text.encode())
