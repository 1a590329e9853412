"""The notebook around the running kernel, as it was last saved."""

import json
import os
from pathlib import Path
from typing import Any

# jupyter_server tells each kernel the path of the notebook that started it.
PATH_VARIABLE = "JPY_SESSION_NAME"
MOST_NOTEBOOK_BYTES = 20_000_000


def path() -> Path | None:
    """Return the notebook's file, None where the front end does not tell it."""
    name = os.environ.get(PATH_VARIABLE, "")
    if not name.endswith(".ipynb"):
        return None
    told = Path(name)
    # Some front ends tell the path within the server's folder; the kernel starts beside the file.
    found = told if told.is_absolute() else Path(told.name)
    return found if found.is_file() else None


def folder() -> Path:
    """Return the folder of the notebook; where it is not known, the kernel's own."""
    found = path()
    return found.parent if found else Path.cwd()


def cells() -> list[dict[str, Any]]:
    """Return the cells of the saved notebook; empty when there is none that can be read.

    Untrusted: whoever reads a cell must look at what it really holds.
    """
    found = path()
    if found is None:
        return []
    return cells_of(read_json(found, MOST_NOTEBOOK_BYTES))


def cells_of(content: Any) -> list[dict[str, Any]]:
    """Return the cells of a notebook's *content*, any value of JSON."""
    there = content.get("cells") if isinstance(content, dict) else None
    return [cell for cell in there if isinstance(cell, dict)] if isinstance(there, list) else []


def read_json(file: Path, most_bytes: int) -> Any:
    """Return what *file* holds, None when it is missing, too large or no JSON."""
    try:
        if file.stat().st_size > most_bytes:
            return None
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
