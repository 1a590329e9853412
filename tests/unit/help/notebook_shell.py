"""A notebook's shell without the notebook: what a cell shows, caught."""

import contextlib
import io
import warnings
from dataclasses import dataclass

from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from elloweb.learn.help import install


@dataclass(frozen=True)
class Shown:
    """What a cell showed: its error output, its card in two forms, and IPython's result."""

    stream: str
    plain: str
    html: str
    result: object

    @property
    def failure(self):
        before = self.result.error_before_exec
        return before if before is not None else self.result.error_in_exec

    @property
    def error(self):
        return type(self.failure).__name__ if self.failure is not None else None


class NotebookShell:
    """One shell, with the help in it, new names at each `restart`."""

    def __init__(self, xmode="Context"):
        InteractiveShell.clear_instance()
        config = Config(
            {
                "HistoryManager": {"enabled": False},
                "InteractiveShell": {"xmode": xmode, "colors": "linux"},
            }
        )
        self.shell = InteractiveShell.instance(config=config)
        self.shell.kernel = None  # as in a notebook: cards are shown, not printed
        self.publisher = CapturingDisplayPublisher(parent=self.shell)
        self.shell.display_pub = self.publisher
        install(self.shell)

    def restart(self):
        """Forget her names and her cells; `shell.reset` does it too, and takes ten times longer."""
        for name in set(self.shell.user_ns) - set(self.shell.user_ns_hidden):
            del self.shell.user_ns[name]
        self.shell.history_manager.reset(new_session=False)
        self.shell.execution_count = 1

    def close(self):
        InteractiveShell.clear_instance()

    def run(self, source, cell_id=None):
        self.publisher.outputs.clear()
        stream = io.StringIO()
        with (
            contextlib.redirect_stdout(stream),
            contextlib.redirect_stderr(stream),
            warnings.catch_warnings(),
        ):
            # Python warns of `3(4 + 1)` before it fails.
            warnings.simplefilter("ignore", SyntaxWarning)
            result = self.shell.run_cell(source, store_history=True, cell_id=cell_id)
        cards = [output["data"] for output in self.publisher.outputs]
        card = cards[0] if cards else {"text/plain": "", "text/html": ""}
        return Shown(stream.getvalue(), card["text/plain"], card["text/html"], result)
