"""All that we ask of nbgrader, behind plain functions.

nbgrader is imported here alone (and in the build), inside functions: its import takes two seconds.
Its Gradebook never leaves this file. A session is known here by its folder.
"""

from __future__ import annotations

import glob
import json
import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from elloweb.content.assignment import configure_assignment, generate
from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.grading.apart import apart, log_path
from elloweb.grading.reasons import explain_log, why_unreadable

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

COURSE = "elloweb"
CELL_SECONDS = 30
IOPUB_SECONDS = 10
ARCHIVE_NAME = r"(?P<timestamp>\d{8}T\d{6}\.\d{6})-(?P<file_id>.+\.ipynb)"


class GradingError(ElloWebError):
    """A notebook that nbgrader could not grade.

    *lasting*: the notebook is at fault, so that trying again would give the same.
    """

    def __init__(self, sentence: str, *, lasting: bool) -> None:
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
    with _gradebook(folder) as gradebook:
        known = next((one for one in gradebook.assignments if one.name == slug), None)
        if known is not None and known.submissions:
            return
        address = str(gradebook.engine.url)
    with apart(folder):
        generate(kit, slug, course=COURSE, gradebook=address)


def collect_archive(folder: Path, slug: str) -> None:
    """Rebuild `submitted/*/<slug>/` from `downloaded/<slug>/archive/` with nbgrader's collector.

    Of each learner's notebook it takes the newest by the time in the archived name.
    """
    from nbgrader.apps import ZipCollectApp
    from nbgrader.coursedir import CourseDirectory

    with apart(folder) as log:
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
                f"ils sont dans « archive ». Le détail est dans {log_path(folder)}."
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
    with apart(folder) as log:
        config = _settings(folder)
        course = CourseDirectory(
            student_id=pseudonym,
            assignment_id=slug,
            notebook_id=glob.escape(notebook),
            config=config,
            log=log,
        )
        reason = why_unreadable(folder / where)
        if reason is None:
            logged = _run(Autograde(coursedir=course, config=config, log=log, force=True))
            reason = None if logged is None else explain_log(logged)
        if reason is not None:
            _give_zero(folder, pseudonym, slug, notebook)
            raise GradingError(f"{where} : {reason.sentence}", lasting=reason.lasting)
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


def _run(converter: Any) -> str | None:
    """Start an nbgrader *converter*; return None, or what it logged when it failed."""
    from nbgrader.converters.base import NbGraderException

    heard = _Listener()
    converter.log.addHandler(heard)
    try:
        converter.start()
    except NbGraderException as failure:
        return "\n".join([*heard.lines, str(failure)])
    finally:
        converter.log.removeHandler(heard)
    return None


class _Listener(logging.Handler):
    """Keeps what nbgrader logs as errors: it tells the reason nowhere else."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


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
    with apart(folder), Gradebook(url, COURSE) as gradebook:
        yield gradebook
