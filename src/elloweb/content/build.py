"""Build `exercises/` from `solutions/`, with nbgrader's own GenerateAssignment.

nbgrader's ClearSolutions knows one stub for a whole course; ours, `place_starters`, stands in its
place in the list of preprocessors and puts the author's starter where she wrote one.
"""

import hashlib
import json
import logging
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from traitlets.config import Config

from elloweb.content.kit import Kit
from elloweb.content.markers import CODE_STUB, TEXT_STUB, find_faults, has_region, starter
from elloweb.content.model import source_notebooks
from elloweb.content.notebooks import is_answer, is_check, place, read_notebook
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError

_PREPROCESSORS = [
    "nbgrader.preprocessors.LockCells",
    "elloweb.content.build.place_starters",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "elloweb.content.build.finish",
]
_STAMP = "elloweb"


@dataclass(frozen=True)
class Stale:
    """A file under `exercises/` that is not what the build makes: which, and why, in French."""

    path: str
    reason: str


def configure_assignment(config: Config) -> None:
    """Make nbgrader's GenerateAssignment under *config* build learner notebooks as we do."""
    config.GenerateAssignment.preprocessors = list(_PREPROCESSORS)


def build_workshop(kit: Kit, slug: str) -> list[str]:
    """Bring `exercises/<slug>/` up to date; return the paths that changed, seen from the kit.

    Raises ElloWebError when a marker is out of order: an answer could be published.
    """
    wanted = _generate(kit, slug)
    folder = kit.exercises / slug
    changed = [name for name, content in wanted.items() if _read(folder / name) != content]
    extra = [name for name in _list_files(folder) if name not in wanted]
    for name in changed:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(wanted[name])
    for name in extra:
        (folder / name).unlink()
    return [kit.relative(folder / name) for name in sorted([*changed, *extra])]


def find_stale(kit: Kit, slug: str) -> list[Stale]:
    """Return each file of `exercises/<slug>/` that `build_workshop` would change; write nothing."""
    wanted = _generate(kit, slug)
    folder = kit.exercises / slug
    stale = [
        Stale(kit.relative(folder / name), _why(_read(folder / name), slug))
        for name, content in wanted.items()
        if _read(folder / name) != content
    ]
    stale += [
        Stale(kit.relative(folder / name), f"n'a pas de source dans solutions/{slug}.")
        for name in _list_files(folder)
        if name not in wanted
    ]
    return sorted(stale, key=lambda one: one.path)


def marker_problems(kit: Kit, slug: str) -> list[Problem]:
    """Return every fault of the answer markers of *slug*; empty means that no answer can leak."""
    problems = []
    for path in source_notebooks(kit, slug):
        for index, cell in enumerate(read_notebook(path).cells):
            where = place(kit.relative(path), index)
            for fault in find_faults(cell.source):
                problems.append(Problem(f"{where}, ligne {fault.line}", fault.fault, fault.mend))
            if has_region(cell.source) and not is_answer(cell):
                problems.append(
                    Problem(
                        where,
                        "une réponse dans une cellule que nbgrader ne connaît pas.",
                        "Marque la cellule « réponse » dans le panneau nbgrader.",
                    )
                )
    return problems


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
    """Fold the checks, and stamp the notebook with where it comes from (a preprocessor)."""
    for cell in notebook.cells:
        if is_check(cell):
            cell.metadata["jupyter"] = {**cell.metadata.get("jupyter", {}), "source_hidden": True}
    slug, name = resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]
    notebook.metadata.pop("celltoolbar", None)
    notebook.metadata[_STAMP] = {
        "generated": f"Fait par « elloweb build {slug} » : change solutions/{slug}/{name}.ipynb.",
        "sha256": _digest(notebook),
    }
    return notebook, resources


def _generate(kit: Kit, slug: str) -> dict[str, bytes]:
    """Return what `exercises/<slug>/` should hold: relative path → content."""
    faults = marker_problems(kit, slug)
    if faults:
        raise ElloWebError("\n".join(map(str, faults)))
    if not source_notebooks(kit, slug):
        raise ElloWebError(
            f"solutions/{slug} : il n'y a pas de carnet à construire. Ajoute les missions ici."
        )
    from nbgrader.converters import GenerateAssignment
    from nbgrader.converters.base import NbGraderException
    from nbgrader.coursedir import CourseDirectory

    config = Config()
    configure_assignment(config)
    generator = config.GenerateAssignment
    # The gradebook is the session's affair: here nothing is saved.
    generator.preprocessors.remove("nbgrader.preprocessors.SaveCells")
    generator.no_database = True
    log = logging.getLogger("elloweb.build")
    log.setLevel(logging.CRITICAL)
    with tempfile.TemporaryDirectory(prefix="elloweb-build-") as folder:
        root = Path(folder).resolve()
        # A copy: nbgrader's path patterns fail on brackets and the like in the kit's own path.
        shutil.copytree(
            kit.solutions / slug,
            root / "source" / slug,
            ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"),
        )
        course = CourseDirectory(root=str(root), assignment_id=slug, config=config, log=log)
        try:
            GenerateAssignment(coursedir=course, config=config, log=log).start()
        except NbGraderException as error:
            raise ElloWebError(
                f"solutions/{slug} : nbgrader n'a pas pu construire les carnets. Lance "
                f"« elloweb check {slug} » : il dira quelle cellule est en cause."
            ) from error
        release = root / "release" / slug
        return {name: (release / name).read_bytes() for name in _list_files(release)}


def _why(content: bytes | None, slug: str) -> str:
    if content is None:
        return "manque."
    try:
        notebook = nbformat.reads(content.decode(), as_version=4)  # type: ignore[no-untyped-call]
        stamped = notebook.metadata[_STAMP]["sha256"]
    except (ValueError, LookupError, TypeError, nbformat.ValidationError):
        return "a été modifié à la main."
    if stamped != _digest(notebook):
        return f"a été modifié à la main ; la source est dans solutions/{slug}."
    return f"est en retard sur solutions/{slug}."


def _digest(notebook: NotebookNode) -> str:
    """Return a digest of all that *notebook* holds but the stamp itself."""
    content = {
        **notebook,
        "metadata": {k: v for k, v in notebook.metadata.items() if k != _STAMP},
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _list_files(folder: Path) -> list[str]:
    """Return the files under *folder*, relative to it, but for what Jupyter leaves behind."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    )
