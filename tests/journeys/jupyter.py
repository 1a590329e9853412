"""A real JupyterLab on loopback, and a learner's hands in it."""

import contextlib
import os
import re
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

READY = re.compile(r"http://127\.0\.0\.1:(\d+)/lab")


@contextlib.contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """Serve *folder* in JupyterLab; yield the address to open, its token in it.

    Settings, runtime files and workspaces stand in a temporary home: each run is a first visit.
    """
    token = secrets.token_hex(16)
    with tempfile.TemporaryDirectory() as home:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
        environment |= {"HOME": home, "PYTHONUNBUFFERED": "1"}
        server = subprocess.Popen(
            [
                *[sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"],
                *["--ip=127.0.0.1", "--port=0", f"--IdentityProvider.token={token}"],
                "--LabApp.news_url=None",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            ],
            cwd=folder,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert server.stderr is not None
            log = []
            for line in server.stderr:
                log.append(line)
                ready = READY.search(line)
                if ready:
                    break
            else:
                raise AssertionError("JupyterLab did not start:\n" + "".join(log))
            yield f"http://127.0.0.1:{ready[1]}/lab/tree/{{file}}?token={token}&reset"
        finally:
            server.terminate()
            server.communicate(timeout=30)


class Notebook:
    """A notebook open in JupyterLab, by cell numbers from 0."""

    def __init__(self, page, address: str, file: str) -> None:
        self.page = page
        page.goto(address.format(file=file))
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        page.wait_for_selector(".jp-NotebookPanel-toolbar [data-status=idle]", state="attached")

    def cell(self, number: int):
        """Return the cell *number*, scrolled into view."""
        cell = self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{number}"]')
        if cell.count() == 0:
            self.page.evaluate("n => document.querySelector('.jp-Notebook').scrollTop = n", 0)
        return cell
