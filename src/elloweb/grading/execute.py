"""Run a notebook of the kit's own from its first cell to its last, in a kernel of its own.

For trusted notebooks alone: nothing here is boxed. Learners' notebooks go through the engine.
"""

import copy
import os
import shutil
import tempfile
from pathlib import Path

from nbformat.notebooknode import NotebookNode

from elloweb.learn.journal import JOURNAL_VARIABLE

CELL_SECONDS = 60


def run_notebook(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """Return *notebook* executed, errors recorded, in a copy of *folder*: nothing there changes."""
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    executed = copy.deepcopy(notebook)
    # Sockets in the file system, where there are any: nobody else on the machine can reach them.
    transport = "tcp" if os.name == "nt" else "ipc"
    manager = AsyncKernelManager(kernel_name="python3", transport=transport)
    environment = {k: v for k, v in os.environ.items() if k != JOURNAL_VARIABLE}
    with tempfile.TemporaryDirectory(prefix="elloweb-") as copied:
        shutil.copytree(folder, copied, dirs_exist_ok=True)
        NotebookClient(
            executed,
            km=manager,
            timeout=CELL_SECONDS,
            allow_errors=True,
            resources={"metadata": {"path": copied}},
        ).execute(env=environment)
    return executed


def first_error(notebook: NotebookNode) -> tuple[int, str] | None:
    """Return the first cell of an executed *notebook* that failed: its index and the error."""
    for index, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return index, f"{output.ename}: {output.evalue}"
    return None
