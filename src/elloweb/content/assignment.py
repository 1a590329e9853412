"""nbgrader's own GenerateAssignment, as this kit uses it: solutions in, learner notebooks out.

nbgrader's ClearSolutions knows one stub for a whole course; ours, `place_starters`, stands in its
place in the list of preprocessors and puts the author's starter where she wrote one.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets.config import Config

from elloweb.content.kit import TRACES, Kit, is_trace
from elloweb.content.markers import CODE_STUB, TEXT_STUB, has_region, starter
from elloweb.content.notebooks import FOLDED, is_answer, is_check
from elloweb.errors import ElloWebError

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

STAMP = "elloweb"

_SAVE_TO_GRADEBOOK = "nbgrader.preprocessors.SaveCells"
_PREPROCESSORS = [
    "nbgrader.preprocessors.LockCells",
    "elloweb.content.assignment.place_starters",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    _SAVE_TO_GRADEBOOK,
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "elloweb.content.assignment.finish",
]


def configure_assignment(config: Config) -> None:
    """Make nbgrader's GenerateAssignment under *config* build learner notebooks as we do."""
    config.GenerateAssignment.preprocessors = list(_PREPROCESSORS)


def generate(
    kit: Kit, slug: str, *, course: str = "", gradebook: str | None = None
) -> dict[str, bytes]:
    """Return what learners get of the workshop *slug*: relative path → content.

    With the address of a *gradebook*, the checks are saved into it, for the *course* of that name.
    Raises ElloWebError when nbgrader refuses the source.
    """
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory

    config = Config()
    configure_assignment(config)
    config.CourseDirectory.course_id = course
    if gradebook:
        config.CourseDirectory.db_url = gradebook
    else:
        config.GenerateAssignment.preprocessors.remove(_SAVE_TO_GRADEBOOK)
        config.GenerateAssignment.no_database = True
    log = logging.getLogger("elloweb.build")
    log.setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="elloweb-build-") as folder:
        root = Path(folder).resolve()
        # A copy: nbgrader's path patterns fail on brackets and the like in the kit's own path.
        shutil.copytree(
            kit.solutions / slug,
            root / "source" / slug,
            ignore=shutil.ignore_patterns(*TRACES),
        )
        directory = CourseDirectory(root=str(root), assignment_id=slug, config=config, log=log)
        try:
            GenerateAssignment(coursedir=directory, config=config, log=log).start()
        except NbGraderException as error:
            raise ElloWebError(
                f"solutions/{slug} : nbgrader n'a pas pu lire les missions. Lance « elloweb check "
                f"{slug} » : il dira quelle cellule est en cause."
            ) from error
        release = root / "release" / slug
        return {name: (release / name).read_bytes() for name in list_files(release)}


def place_starters(
    notebook: NotebookNode, resources: dict[str, Any]
) -> tuple[NotebookNode, dict[str, Any]]:
    """Put starters in place of the answers (a preprocessor).

    An answer cell without a region is an answer as a whole, as in nbgrader.
    """
    for cell in notebook.cells:
        if is_answer(cell):
            stub = CODE_STUB if cell.cell_type == "code" else TEXT_STUB
            cell.source = starter(cell.source, stub) if has_region(cell.source) else stub
    return notebook, resources


def finish(
    notebook: NotebookNode, resources: dict[str, Any]
) -> tuple[NotebookNode, dict[str, Any]]:
    """Fold what runs as it is, and stamp the notebook with where it comes from (a preprocessor)."""
    for cell in notebook.cells:
        if is_check(cell) or (cell.cell_type == "code" and cell.source.startswith(FOLDED)):
            cell.metadata["jupyter"] = {**cell.metadata.get("jupyter", {}), "source_hidden": True}
    slug, name = resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]
    notebook.metadata.pop("celltoolbar", None)
    notebook.metadata[STAMP] = {
        "generated": f"Fait par « elloweb build {slug} » : change solutions/{slug}/{name}.ipynb.",
        "sha256": digest(notebook),
    }
    return notebook, resources


def digest(notebook: NotebookNode) -> str:
    """Return a digest of all that *notebook* holds but the stamp itself."""
    content = {
        **notebook,
        "metadata": {k: v for k, v in notebook.metadata.items() if k != STAMP},
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def list_files(folder: Path) -> list[str]:
    """Return the files under *folder*, relative to it, but for what Jupyter leaves behind."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not is_trace(path.relative_to(folder))
    )
