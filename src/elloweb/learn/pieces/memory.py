"""Keep the answers given with a widget, so that no kernel's end and no download loses them.

Each answer is kept twice: in `reponses.json` beside the notebook, and in the notebook itself, as an
output of the piece's cell. What comes back from there is untrusted: the piece decides whether it
can be an answer.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from elloweb.files import write_whole
from elloweb.learn import saved

FILE = "reponses.json"
MIME = "application/vnd.elloweb.answer+json"
MOST_BYTES = 1_000_000


@dataclass(frozen=True)
class Kept:
    """An answer that was kept: of which piece, what, and when (ISO 8601, UTC)."""

    piece: str
    answer: Any
    when: str

    def to_json(self) -> dict[str, Any]:
        """Return what is written into the notebook and the file."""
        return {"piece": self.piece, "answer": self.answer, "when": self.when}


def keep(piece: str, answer: Any) -> Kept:
    """Keep *answer* beside the notebook; what cannot be written is let go.

    The notebook's own copy is written by whoever shows the piece. Nothing is written while nbgrader
    runs the notebook: then the file is what grading was given.
    """
    kept = Kept(piece, answer, datetime.now(UTC).isoformat(timespec="microseconds"))
    if not os.environ.get("NBGRADER_EXECUTION"):
        file = saved.folder() / FILE
        newest = {one.piece: one for one in read_file(file)} | {piece: kept}
        with contextlib.suppress(OSError):
            write_file(file, newest.values())
    return kept


def recall(piece: str) -> list[Kept]:
    """Return the answers kept for *piece*, the newest first."""
    found = [*read_file(saved.folder() / FILE), *read_cells(saved.cells())]
    mine = [one for one in found if one.piece == piece]
    return sorted(mine, key=lambda one: one.when, reverse=True)


def is_answers_file(name: str) -> bool:
    """Return whether *name* is that of kept answers, whatever a browser made of it on its way."""
    return name.lower().startswith(Path(FILE).stem) and name.lower().endswith(".json")


def read_file(file: Path) -> list[Kept]:
    """Return the answers in *file*; empty when it is missing or makes no sense."""
    content = saved.read_json(file, MOST_BYTES)
    return list(_read(content)) if isinstance(content, list) else []


def write_file(file: Path, answers: Iterable[Kept]) -> None:
    """Write *answers* whole or not at all: another kernel may read the file at any time."""
    write_whole(file, written(answers))


def written(answers: Iterable[Kept]) -> bytes:
    """Return *answers* as their file holds them."""
    entries = [one.to_json() for one in answers]
    return json.dumps(entries, ensure_ascii=False, indent=1).encode()


def read_cells(cells: list[dict[str, Any]]) -> list[Kept]:
    """Return the answers that the outputs of a notebook's *cells* hold."""
    outputs = [
        output
        for cell in cells
        if isinstance(cell.get("outputs"), list)
        for output in cell["outputs"]
        if isinstance(output, Mapping) and isinstance(output.get("data"), Mapping)
    ]
    return list(_read([output["data"].get(MIME) for output in outputs]))


def _read(entries: list[Any]) -> Iterator[Kept]:
    for entry in entries:
        if isinstance(entry, Mapping):
            piece, when = entry.get("piece"), entry.get("when")
            if isinstance(piece, str) and isinstance(when, str) and "answer" in entry:
                yield Kept(piece, entry["answer"], when)
