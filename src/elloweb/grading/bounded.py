"""Bounds for nbgrader's execution of a learner's notebook: time, output, a kernel that dies.

What stops an execution costs the checks from there on, never those before.
"""

import json
import os
from subprocess import DEVNULL
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_output

NOTEBOOK_SECONDS = 180
MOST_OUTPUTS = 200
MOST_TEXT = 100_000
MOST_RICH = 4_000_000
STOPPED = "elloweb_stopped"
_CUT = "\n… la suite est coupée : cette cellule affiche trop de texte.\n"


def bounded(execute: type) -> type:
    """Return nbgrader's Execute class *execute* with bounds."""

    class BoundedExecute(execute):  # type: ignore[misc]
        """Go through all cells within a bounded time and a bounded size."""

        def preprocess(
            self, nb: NotebookNode, resources: dict[str, Any], km: Any = None
        ) -> tuple[NotebookNode, dict[str, Any]]:
            self._deadline = monotonic() + NOTEBOOK_SECONDS
            self._sizes: dict[int, int] = {}
            nb.metadata.pop(STOPPED, None)
            with TemporaryDirectory(prefix="elloweb-") as sockets:
                self._sockets = sockets
                return super().preprocess(nb, resources, km)  # type: ignore[no-any-return]

        def preprocess_cell(
            self, cell: NotebookNode, resources: dict[str, Any], index: int
        ) -> tuple[NotebookNode, dict[str, Any]]:
            reason = self.nb.metadata.get(STOPPED)
            if reason is None and monotonic() > self._deadline:
                reason = "il tournait encore après trois minutes"
            if reason is None:
                try:
                    return super().preprocess_cell(cell, resources, index)  # type: ignore[no-any-return]
                except DeadKernelError:
                    reason = f"la cellule {index + 1} a arrêté Python"
                except CellTimeoutError:
                    reason = f"la cellule {index + 1} tourne sans fin et ne se laisse pas arrêter"
            self.nb.metadata[STOPPED] = reason
            if cell.cell_type == "code":
                cell.outputs = [_not_run(reason)]
            return cell, resources

        def create_kernel_manager(self) -> Any:
            """Talk to the kernel by sockets in the file system, where there are any."""
            manager = super().create_kernel_manager()
            if os.name != "nt":
                # No other user of the machine can reach them, no other kernel take the port.
                manager.transport, manager.ip = "ipc", f"{self._sockets}/kernel"
            return manager

        def setup_kernel(self, **options: Any) -> Any:
            """Start the kernel; what it writes beside the notebook goes nowhere."""
            return super().setup_kernel(stdout=DEVNULL, stderr=DEVNULL, **options)

        def output(
            self, outs: list[NotebookNode], msg: dict[str, Any], display_id: Any, cell_index: int
        ) -> NotebookNode | None:
            """Keep an output if it fits; what does not fit is cut or left out."""
            if len(outs) >= MOST_OUTPUTS:
                return None
            content = msg["content"]
            used = self._sizes.get(cell_index, 0)
            if msg["msg_type"] == "stream":
                room = MOST_TEXT - used
                if room <= 0:
                    return None
                text = content.get("text", "")
                content["text"] = text if len(text) <= room else text[:room] + _CUT
                self._sizes[cell_index] = used + len(text)
            elif len(json.dumps(content, default=str)) > MOST_RICH:
                return None
            return super().output(outs, msg, display_id, cell_index)  # type: ignore[no-any-return]

    return BoundedExecute


def _not_run(reason: str) -> NotebookNode:
    return new_output(  # type: ignore[no-any-return, no-untyped-call]
        "error", ename="NotebookStopped", evalue=reason, traceback=[f"Pas exécutée : {reason}."]
    )
