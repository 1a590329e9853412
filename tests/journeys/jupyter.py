"""A real Jupyter server on loopback, and a learner's hands in JupyterLab or Notebook 7."""

import contextlib
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from elloweb.content.kit import TRACES, Kit

# What a school has: everything a learner reads must fit there.
SCHOOL_SCREEN = {"width": 1366, "height": 768}
# What a workshop's folder holds for others: its metadata, and the version on paper.
NOT_HERS = shutil.ignore_patterns(*TRACES, "*.toml", "papier.md", "papier-*.svg")
READY = re.compile(r"http://127\.0\.0\.1:(\d+)/lab")


def lay_out(slug: str, folder: Path) -> None:
    """Put what a learner has of the workshop *slug* into *folder*: notebooks and pictures."""
    kit = Kit.find()
    for parent in (kit.workshops, kit.exercises):
        shutil.copytree(parent / slug, folder, ignore=NOT_HERS, dirs_exist_ok=True)


@contextlib.contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """Serve *folder*; yield the address to open, with `{app}` and `{file}` to fill in.

    Settings, runtime files and workspaces stand in a temporary home: each run is a first visit.
    """
    token = secrets.token_hex(16)
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryFile("w+") as log:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
        environment |= {"HOME": home, "PYTHONUNBUFFERED": "1"}
        _write_settings(Path(home))
        options = [
            *["--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"],
            f"--IdentityProvider.token={token}",
            # So that a test knows when a cell has run, and need not guess.
            "--LabApp.expose_app_in_browser=True",
            "--JupyterNotebookApp.expose_app_in_browser=True",
        ]
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=folder,
            env=environment,
            stdout=log,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            port = _wait_until_ready(server)
            yield f"http://127.0.0.1:{port}/{{app}}/{{file}}?token={token}&reset"
        finally:
            server.terminate()
            server.communicate(timeout=30)


def _write_settings(home: Path) -> None:
    """Answer the question that JupyterLab asks on a first visit: no news, no updates."""
    settings = home / ".jupyter/lab/user-settings/@jupyterlab/apputils-extension"
    settings.mkdir(parents=True)
    (settings / "notification.jupyterlab-settings").write_text(
        json.dumps({"fetchNews": "false", "checkForUpdates": False})
    )


def _wait_until_ready(server: subprocess.Popen) -> str:
    said = []
    for line in server.stderr:
        said.append(line)
        ready = READY.search(line)
        if ready:
            _wait_until_listening(int(ready[1]))
            return ready[1]
    raise AssertionError("JupyterLab did not start:\n" + "".join(said))


def _wait_until_listening(port: int) -> None:
    """The server tells its port a moment before it listens there."""
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)


JUPYTERLAB = "lab/tree"
NOTEBOOK_7 = "notebooks"
_PANEL = "window.jupyterapp?.shell.currentWidget"
_CELLS = f"({_PANEL}?.content?.widgets ?? [])"


class Notebook:
    """An open notebook; its cells by their ids."""

    def __init__(self, page, address: str, file: str, app: str = JUPYTERLAB) -> None:
        self.page = page
        page.goto(address.format(app=app, file=file))
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        # Before its file is read, a notebook has one empty cell.
        page.wait_for_function(f"{_PANEL}?.context?.isReady && {_CELLS}.length > 1")
        # A cell run before there is a kernel is cleared, and that is all.
        page.wait_for_function(f"{_PANEL}.sessionContext.session?.kernel?.status === 'idle'")
        self._order = page.evaluate(f"{_CELLS}.map(cell => cell.model.id)")
        self._wait_until_idle()

    def cell(self, name: str):
        """Return the cell *name*, scrolled to: JupyterLab draws only what is near the window."""
        number = self._order.index(name)
        found = self.page.locator(f'.jp-Notebook .jp-Cell[data-windowed-list-index="{number}"]')
        found.scroll_into_view_if_needed()
        return found

    def output_selector(self, name: str) -> str:
        """Return a selector of what the cell *name* shows."""
        number = self._order.index(name)
        return f'.jp-Cell[data-windowed-list-index="{number}"] .jp-OutputArea-output'

    def text(self, name: str) -> str:
        """Return what shows of the source of the cell *name*."""
        return self.cell(name).locator(".jp-Cell-inputWrapper").inner_text().strip()

    def focus(self, name: str) -> None:
        """Put the cursor into the cell *name*, or select it if it is folded."""
        cell = self.cell(name)
        editor = cell.locator(".cm-content")
        (editor if editor.is_visible() else cell.locator(".jp-InputPrompt")).first.click()

    def type(self, name: str, source: str) -> None:
        """Write *source* over the cell *name*, key by key."""
        self.focus(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(source)

    def run(self, name: str) -> str:
        """Run the cell *name* and return what it shows then, empty if nothing."""
        self.focus(name)
        # The request, not the number beside the cell: a new kernel counts from 1 again.
        cell = f"{_CELLS}[{self._order.index(name)}]"
        request = f"{cell}.outputArea.future?.msg.header.msg_id ?? null"
        before = self.page.evaluate(request)
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(
            f"before => ({request}) !== before && {cell}.model.executionCount !== null", arg=before
        )
        self._wait_until_idle()
        return self._shown(name)

    def output(self, name: str) -> str:
        """Return what the cell *name* shows, once it shows something."""
        self.cell(name).locator(".jp-OutputArea-output").first.wait_for()
        return self._shown(name)

    def _shown(self, name: str) -> str:
        shown = self.cell(name).locator(".jp-OutputArea-output")
        return "\n".join(shown.all_inner_texts()).replace("\u00a0", " ").replace("\u202f", " ")

    def card(self, name: str):
        """Return the part of the page where the cell *name* shows its card."""
        return self.cell(name).locator("[role=group]")

    def use_theme(self, theme: str) -> None:
        """Show JupyterLab in *theme*, "JupyterLab Dark" for one."""
        change = "theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})"
        self.page.evaluate(change, theme)
        self.page.wait_for_function(
            "theme => document.body.dataset.jpThemeName === theme", arg=theme
        )

    def sources(self) -> list[list[str]]:
        """Return the kind and the source of each cell, as the page has them now."""
        return self.page.evaluate(
            f"{_CELLS}.map(x => [x.model.type, x.model.sharedModel.getSource()])"
        )

    def draw_all(self) -> None:
        """Let JupyterLab draw every cell, also those far from the window."""
        self.page.evaluate(
            """() => {
              const notebook = window.jupyterapp.shell.currentWidget.content
              notebook.notebookConfig = {...notebook.notebookConfig, windowingMode: 'none'}
            }"""
        )

    def run_all(self) -> None:
        """Run every cell, as the menu does, and wait until the last one has run."""
        self.page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
        self._wait_until_idle()

    def faults(self, name: str) -> list[tuple[str, str, str]]:
        """Return what axe-core finds serious or critical in what the cell *name* shows."""
        return [(name, *fault) for fault in self._faults(self.output_selector(name))]

    def faults_everywhere(self) -> list[tuple[str, str]]:
        """Return what axe-core finds serious or critical in all texts and outputs drawn."""
        return self._faults(".jp-Notebook .jp-RenderedHTMLCommon")

    def _faults(self, selector: str) -> list[tuple[str, str]]:
        response = Axe().run(self.page, context=selector).response
        return [
            (found["id"], node["html"])
            for found in response["violations"]
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"][:3]
        ]

    def save(self) -> None:
        """Save the notebook."""
        with self.page.expect_response(
            lambda r: r.request.method == "PUT" and "/api/contents/" in r.url and r.ok
        ):
            self.page.keyboard.press("Control+S")

    def _wait_until_idle(self) -> None:
        idle = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
        self.page.wait_for_selector(idle, state="attached")
