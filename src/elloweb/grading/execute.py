"""Run a notebook of the kit's own from its first cell to its last, in a kernel of its own.

For trusted notebooks alone: nothing here is boxed. Learners' notebooks go through the engine.
"""

from __future__ import annotations

import copy
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from traitlets.config import Config

from elloweb.content.kit import TRACES
from elloweb.learn.journal import JOURNAL_VARIABLE

if TYPE_CHECKING:
    from nbformat.notebooknode import NotebookNode

CELL_SECONDS = 60


def run_notebook(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Return *notebook* executed, errors recorded, in a copy of *folder*: nothing there changes."""
    from nbclient import NotebookClient

    executed = copy.deepcopy(notebook)
    environment = {k: v for k, v in os.environ.items() if k != JOURNAL_VARIABLE}
    with tempfile.TemporaryDirectory(prefix="elloweb-") as own:
        ignored = shutil.ignore_patterns(*TRACES)
        copied = shutil.copytree(folder, Path(own) / "folder", ignore=ignored)
        config = Config()
        if os.name == "posix":
            # Sockets in a folder of our own: nobody else on the machine can reach this kernel.
            config.KernelManager.transport = "ipc"
            config.KernelManager.ip = f"{own}/kernel"
        NotebookClient(
            executed,
            config=config,
            timeout=CELL_SECONDS,
            allow_errors=True,
            resources={"metadata": {"path": str(copied)}},
        ).execute(env=environment)
    return executed


def first_error(notebook: NotebookNode) -> tuple[int, str] | None:
    """Return the first cell of an executed *notebook* that failed: its index and the error."""
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return index, f"{output.ename}: {output.evalue}"
    return None
