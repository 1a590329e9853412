"""Rules about the files of a workshop."""

from collections.abc import Iterator
from pathlib import Path

from elloweb.content.kit import Kit, is_trace
from elloweb.content.problems import Problem

_ASSETS = {".csv", ".json", ".png", ".svg", ".txt"}
_LEFT_BEHIND = ("Untitled", "untitled", "~", ".")


def check(kit: Kit, slug: str) -> Iterator[Problem]:
    """Yield the folders that miss and the files that do not belong."""
    if not (kit.solutions / slug).is_dir():
        yield Problem(f"solutions/{slug}", "ce dossier manque.", "Crée-le : les missions y vivent.")
    yield from _check_folder(kit, kit.workshops / slug, {".ipynb", ".md", ".toml", *_ASSETS})
    yield from _check_folder(kit, kit.solutions / slug, {".ipynb", *_ASSETS})


def _check_folder(kit: Kit, folder: Path, allowed: set[str]) -> Iterator[Problem]:
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or is_trace(path.relative_to(folder)):
            continue
        if path.suffix not in allowed or path.name.startswith(_LEFT_BEHIND):
            yield Problem(
                kit.relative(path),
                "ce fichier n'a rien à faire ici.",
                "Enlève-le, ou range-le dans un dossier à toi.",
            )


def check_orphans(kit: Kit) -> Iterator[Problem]:
    """Yield the folders of `solutions/` and `exercises/` that belong to no workshop."""
    for parent in (kit.solutions, kit.exercises):
        for path in sorted(parent.iterdir()):
            if path.name not in kit.slugs() and not path.name.startswith("."):
                yield Problem(
                    kit.relative(path),
                    "ceci n'appartient à aucun atelier.",
                    f"Crée workshops/{path.name}, ou enlève-le.",
                )
