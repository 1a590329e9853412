"""Build `exercises/` from `solutions/`, and find what was not built."""

from dataclasses import dataclass
from pathlib import Path

from elloweb.content.assignment import STAMP, digest, generate, list_files
from elloweb.content.kit import Kit
from elloweb.content.markers import find_faults, has_region
from elloweb.content.model import source_notebooks
from elloweb.content.notebooks import is_answer, parse_notebook, place, read_notebook
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError


@dataclass(frozen=True)
class Stale:
    """A file under `exercises/` that is not what the build makes: which, and why, in French."""

    path: str
    reason: str


def build_workshop(kit: Kit, slug: str) -> list[str]:
    """Bring `exercises/<slug>/` up to date; return the paths that changed, seen from the kit.

    Raises ElloWebError when a marker is out of order: an answer could be published.
    """
    wanted = _generate(kit, slug)
    folder = kit.exercises / slug
    changed = [name for name, content in wanted.items() if _read(folder / name) != content]
    extra = [name for name in list_files(folder) if name not in wanted]
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
        for name in list_files(folder)
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


def _generate(kit: Kit, slug: str) -> dict[str, bytes]:
    """Return what `exercises/<slug>/` should hold: relative path → content."""
    faults = marker_problems(kit, slug)
    if faults:
        raise ElloWebError("\n".join(map(str, faults)))
    if not source_notebooks(kit, slug):
        raise ElloWebError(
            f"solutions/{slug} : il n'y a pas de carnet à construire. Ajoute les missions ici."
        )
    return generate(kit, slug)


def _why(content: bytes | None, slug: str) -> str:
    if content is None:
        return "manque."
    try:
        notebook = parse_notebook(content.decode())
        stamped = notebook.metadata[STAMP]["sha256"]
    except (ValueError, LookupError, TypeError):
        return "a été modifié à la main."
    if stamped != digest(notebook):
        return f"a été modifié à la main ; la source est dans solutions/{slug}."
    return f"est en retard sur solutions/{slug}."


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
