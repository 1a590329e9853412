"""All that we ask of nbgrader, behind plain functions.

nbgrader is imported here alone (and in the build), inside functions: its import takes two seconds.
Its Gradebook never leaves this file. A session is known here by its folder.
"""

import glob
import json
import logging
import os
import re
import shutil
import sysconfig
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from elloweb.content.build import configure_assignment
from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.learn.journal import JOURNAL_VARIABLE

COURSE = "elloweb"
CELL_SECONDS = 30
IOPUB_SECONDS = 10
ARCHIVE_NAME = r"(?P<timestamp>\d{8}T\d{6}\.\d{6})-(?P<file_id>.+\.ipynb)"
_LOGGER = "elloweb.grading"


class GradingError(ElloWebError):
    """A notebook that nbgrader could not grade.

    *lasting*: the notebook is at fault, so that trying again would give the same.
    """

    def __init__(self, sentence: str, *, lasting: bool = True) -> None:
        """Make the error of *sentence*."""
        super().__init__(sentence)
        self.lasting = lasting


@dataclass(frozen=True)
class CellGrade:
    """What the gradebook holds of one graded cell of one learner.

    *points* is what counts, a person's mark before the automatic one; None while a person's mark
    is awaited.
    """

    pseudonym: str
    workshop: str
    notebook: str
    cell: str
    points: float | None
    most: float
    by_hand: bool


def session_config(folder: Path) -> Config:
    """Return nbgrader's settings for the session *folder*; its nbgrader_config.py calls this."""
    kit = Kit.find(folder)
    config = Config()
    config.CourseDirectory.course_id = COURSE
    config.CourseDirectory.root = str(folder)
    config.CourseDirectory.source_directory = _seen_from(folder, kit.solutions)
    config.CourseDirectory.release_directory = _seen_from(folder, kit.exercises)
    config.Exchange.root = str(folder / "exchange")
    configure_assignment(config)
    config.Autograde.sanitize_preprocessors = [
        "nbgrader.preprocessors.ClearOutput",
        "elloweb.grading.engine.tidy_metadata",
        "nbgrader.preprocessors.DeduplicateIds",
        "elloweb.grading.engine.tidy_metadata",
        "nbgrader.preprocessors.OverwriteKernelspec",
        _overwrite_cells(),
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.Autograde.autograde_preprocessors = [
        _bounded_execute(),
        "elloweb.grading.checks.settle_checks",
        "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor",
        "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata",
    ]
    config.OverwriteCells.add_missing_cells = True
    config.OverwriteCells.missing_cell_notification = (
        "Cette cellule ({cell_id}) manquait dans le carnet rendu ; elle a été remise.\n\n"
    )
    config.Execute.timeout = CELL_SECONDS
    config.Execute.iopub_timeout = IOPUB_SECONDS
    # A learner's tag must not keep a check from running.
    config.Execute.skip_cells_with_tag = ""
    config.ZipCollectApp.force = True
    config.ExtractorPlugin.force = True
    config.FileNameCollectorPlugin.named_regexp = (
        rf".*[\\/](?P<student_id>[a-z]+)[\\/]{ARCHIVE_NAME}$"
    )
    return config


def register_seats(folder: Path, pseudonyms: Iterable[str]) -> None:
    """Make the learners known to the gradebook; those it knows already stay."""
    with _gradebook(folder) as gradebook:
        for pseudonym in pseudonyms:
            gradebook.update_or_create_student(pseudonym)


def register_workshop(folder: Path, kit: Kit, slug: str) -> None:
    """Put the checks of the workshop *slug* into the gradebook, as its source has them now.

    Once somebody's work on it is graded the registered version stays, so that a class is graded
    by one and the same checks whatever the author changes meanwhile.
    """
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    with _gradebook(folder) as gradebook:
        known = next((one for one in gradebook.assignments if one.name == slug), None)
        if known is not None and known.submissions:
            return
        url = str(gradebook.engine.url)
    config = Config()
    configure_assignment(config)
    with (
        tempfile.TemporaryDirectory(prefix="elloweb-register-") as temporary,
        _apart(folder) as log,
    ):
        root = Path(temporary).resolve()
        # A copy: nbgrader's path patterns fail on brackets and the like in the kit's own path.
        shutil.copytree(
            kit.solutions / slug,
            root / "source" / slug,
            ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"),
        )
        course = CourseDirectory(
            root=str(root), course_id=COURSE, assignment_id=slug, db_url=url, config=config, log=log
        )
        _run(GenerateAssignment(coursedir=course, config=config, log=log), _faulty_source(slug))


def collect_archive(folder: Path, slug: str) -> None:
    """Rebuild `submitted/*/<slug>/` from `downloaded/<slug>/archive/` with nbgrader's collector.

    Of each learner's notebook it takes the newest by the time in the archived name.
    """
    from nbgrader.apps import ZipCollectApp
    from nbgrader.coursedir import CourseDirectory

    with _apart(folder) as log:
        config = _settings(folder)
        app = ZipCollectApp(config=config, log=log)
        app.coursedir = CourseDirectory(assignment_id=slug, config=config, log=log)
        try:
            app.init_plugins()
            app.extract_archive_files()
            app.process_extracted_files()
        except SystemExit as stop:
            raise ElloWebError(
                f"downloaded/{slug} : nbgrader n'a pas pu ranger les carnets. Rien n'est perdu : "
                f"ils sont dans « archive ». Le détail est dans {_log_path(folder)}."
            ) from stop


def autograde(folder: Path, pseudonym: str, slug: str, notebook: str) -> str | None:
    """Grade one submitted notebook with nbgrader's Autograde.

    Returns None, or the French reason why its execution stopped on the way: the checks up to there
    count, the others could not run. Raises GradingError when it could not be graded at all; the
    gradebook then holds 0 for its automatic checks.
    """
    from nbgrader.converters import Autograde
    from nbgrader.coursedir import CourseDirectory

    from elloweb.grading.bounded import STOPPED

    where = f"submitted/{pseudonym}/{slug}/{notebook}.ipynb"
    with _apart(folder) as log:
        config = _settings(folder)
        course = CourseDirectory(
            student_id=pseudonym,
            assignment_id=slug,
            notebook_id=glob.escape(notebook),
            config=config,
            log=log,
        )
        try:
            unreadable = _why_unreadable(folder / where)
            if unreadable:
                raise GradingError(f"{where} : {unreadable}")
            converter = Autograde(coursedir=course, config=config, log=log, force=True)
            _run(converter, GradingError(f"{where} : nbgrader n'a pas pu le corriger."), where)
        except GradingError:
            _give_zero(folder, pseudonym, slug, notebook)
            raise
    graded = json.loads(
        (folder / "autograded" / pseudonym / slug / f"{notebook}.ipynb").read_bytes()
    )
    stopped = graded["metadata"].get(STOPPED)
    return None if stopped is None else str(stopped)


def read_grades(folder: Path) -> list[CellGrade]:
    """Return every graded cell of every learner that the gradebook knows of."""
    with _gradebook(folder) as gradebook:
        return [
            CellGrade(
                pseudonym=submission.student_id,
                workshop=assignment.name,
                notebook=notebook.name,
                cell=grade.name,
                points=_points(grade),
                most=grade.max_score,
                by_hand=grade.manual_score is not None,
            )
            for assignment in gradebook.assignments
            for submission in assignment.submissions
            for notebook in submission.notebooks
            for grade in notebook.grades
        ]


def tidy_metadata(
    notebook: NotebookNode, resources: dict[str, Any]
) -> tuple[NotebookNode, dict[str, Any]]:
    """Bring nbgrader's metadata to today's form; drop what is none (a preprocessor).

    nbgrader itself stops at metadata of its older forms and at what DeduplicateIds leaves.
    """
    from nbgrader.nbgraderformat import MetadataValidator

    validator = MetadataValidator()
    for cell in notebook.cells:
        found = cell.metadata.get("nbgrader")
        if isinstance(found, dict) and isinstance(found.get("grade_id"), str):
            validator.upgrade_cell_metadata(cell)
        else:
            cell.metadata.pop("nbgrader", None)
    return notebook, resources


def _settings(folder: Path) -> Config:
    """Return the configuration as nbgrader itself reads it in the session *folder*."""
    path = folder / "nbgrader_config.py"
    try:
        config: Config = PyFileConfigLoader(path.name, path=str(folder)).load_config()
    except Exception as error:  # it is a program: anything can happen in it
        raise ElloWebError(
            f"{path} : réglages illisibles ({error}). Efface ce fichier et relance « elloweb "
            "session create » avec les mêmes réglages : il le refera."
        ) from error
    return config


@cache
def _overwrite_cells() -> type:
    from nbgrader.preprocessors import OverwriteCells

    class OverwriteCellsAnywhere(OverwriteCells):  # type: ignore[misc]
        """Put missing graded cells back even where the cells around them are missing too."""

        def add_missing_grade_cells(
            self, nb: NotebookNode, resources: dict[str, Any]
        ) -> tuple[NotebookNode, dict[str, Any]]:
            source = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
            points = {cell.name: cell.max_score for cell in source.grade_cells}
            answers = {cell.name for cell in source.solution_cells}
            names = [cell.name for cell in source.source_cells]
            for position, cell in enumerate(source.source_cells):
                if cell.name in points and _find_cell(nb, cell.name) is None:
                    self.log.warning("Adding the missing graded cell %s", cell.name)
                    added = self.missing_cell_transform(
                        cell, points[cell.name], is_solution=cell.name in answers
                    )
                    nb.cells.insert(_place_for(nb, names, position), added)
            return nb, resources

    return OverwriteCellsAnywhere


@cache
def _bounded_execute() -> type:
    from nbgrader.preprocessors import Execute

    from elloweb.grading.bounded import bounded

    return bounded(Execute)


def _find_cell(notebook: NotebookNode, name: str) -> int | None:
    names = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells]
    return names.index(name) if name in names else None


def _place_for(notebook: NotebookNode, names: list[str], position: int) -> int:
    """Return where the missing cell ``names[position]`` goes: after the nearest one before.

    With none before it, at the end: by then all that the learner wrote has run.
    """
    for name in reversed(names[:position]):
        found = _find_cell(notebook, name)
        if found is not None:
            return found + 1
    return len(notebook.cells)


def _seen_from(folder: Path, path: Path) -> str:
    """Return *path* relative to the session *folder*, with `/`.

    nbgrader takes an absolute path for a pattern: brackets in the kit's own path would not match.
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # on another drive
        return str(path)


def _faulty_source(slug: str) -> ElloWebError:
    return ElloWebError(
        f"solutions/{slug} : nbgrader n'a pas pu lire les missions. Lance « elloweb check {slug} » "
        ": il dira quelle cellule est en cause."
    )


_REASONS = [
    (
        r"ValidationError|Schema(TooNew|TooOld)|nbgrader metadata",
        "les repères de correction du carnet sont abîmés. Demande à la lycéenne de recopier ses "
        "réponses dans un carnet neuf.",
    ),
    (
        r"NoSuchKernel|No such kernel|Kernel didn't respond|Kernel died before replying",
        "",
    ),
    (
        r"JSONDecodeError|NotJSONError|AttributeError|KeyError|TypeError|Notebook does not appear",
        "le contenu du carnet est abîmé. Ouvre-le dans JupyterLab pour sauver le texte, puis "
        "recopie-le dans un carnet neuf.",
    ),
]


def _run(converter: Any, error: ElloWebError, where: str = "") -> None:
    """Start an nbgrader *converter*; if it fails raise *error*, or the reason that it logged."""
    from nbgrader.converters.base import NbGraderException

    heard = _Listener()
    converter.log.addHandler(heard)
    try:
        converter.start()
    except NbGraderException as failure:
        if not isinstance(error, GradingError):
            raise error from failure
        text = "\n".join([*heard.lines, str(failure)])
        for pattern, reason in _REASONS:
            if re.search(pattern, text):
                if reason:
                    raise GradingError(f"{where} : {reason}") from failure
                raise GradingError(
                    f"{where} : Python n'a pas démarré pour le corriger. Ferme d'autres programmes "
                    "et relance la correction.",
                    lasting=False,
                ) from failure
        raise GradingError(
            f"{error} Le détail est dans results/grading.log ; relance la correction, ou "
            "corrige-le à la main.",
            lasting=False,
        ) from failure
    finally:
        converter.log.removeHandler(heard)


class _Listener(logging.Handler):
    """Keeps what nbgrader logs as errors: it tells the reason nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _why_unreadable(path: Path) -> str | None:
    """Return the French reason why *path* is no notebook at all, or None."""
    try:
        content = path.read_bytes()
    except OSError:
        return "le fichier a disparu. Relance la collecte."
    if not content.strip():
        return "le fichier est vide. Demande à la lycéenne de le rendre à nouveau."
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        return (
            "ce fichier n'est pas un carnet lisible, il a sans doute été coupé en route. Demande à "
            "la lycéenne de le rendre à nouveau."
        )
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        return "ce fichier n'est pas un carnet. Demande à la lycéenne de rendre le bon fichier."
    return None


def _give_zero(folder: Path, pseudonym: str, slug: str, notebook: str) -> None:
    """Count the automatic checks of a notebook that could not be graded as 0."""
    from nbgrader.api import MissingEntry

    graded = folder / "autograded" / pseudonym / slug / f"{notebook}.ipynb"
    graded.unlink(missing_ok=True)
    with _gradebook(folder) as gradebook:
        try:
            gradebook.update_or_create_submission(slug, pseudonym)
            submitted = gradebook.find_submission_notebook(notebook, slug, pseudonym)
        except MissingEntry:
            return
        for grade in submitted.grades:
            grade.auto_score = 0
            grade.needs_manual_grade = grade.manual_score is not None
        gradebook.db.commit()


def _points(grade: Any) -> float | None:
    if grade.needs_manual_grade and grade.manual_score is None:
        return None
    return float(grade.score)


@contextmanager
def _gradebook(folder: Path) -> Iterator[Any]:
    from nbgrader.api import Gradebook

    url = f"sqlite:///{(folder / 'gradebook.db').as_posix()}"
    with _apart(folder), Gradebook(url, COURSE) as gradebook:
        yield gradebook


@contextmanager
def _apart(folder: Path) -> Iterator[logging.Logger]:
    """Let nbgrader work: its log goes to the session's own file, nothing to the screen."""
    path = _log_path(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    loggers = [logging.getLogger(name) for name in (_LOGGER, "traitlets")]
    before = [(logger, logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
        logger.setLevel(logging.INFO)
    try:
        with _environment(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield loggers[0]
    finally:
        for logger, propagate, level in before:
            logger.removeHandler(handler)
            logger.propagate = propagate
            logger.setLevel(level)
        handler.close()


def _log_path(folder: Path) -> Path:
    return folder / "results" / "grading.log"


@contextmanager
def _environment() -> Iterator[None]:
    """Hold the environment that nbgrader and the learners' code see, and put ours back after."""
    before = dict(os.environ)
    # nbgrader starts `alembic` by its bare name, also where no environment is activated.
    scripts = sysconfig.get_path("scripts")
    os.environ["PATH"] = os.pathsep.join([scripts, os.environ.get("PATH", os.defpath)])
    # Learners' code must not write to the journal of whoever grades.
    os.environ.pop(JOURNAL_VARIABLE, None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
