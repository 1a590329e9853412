"""Where IPython meets the help: what a failed cell shows, and the card after it.

Every error of a cell reaches `shell._showtraceback`, the method that IPython has its subclasses
override and that ipykernel itself replaces on the instance for a while. What it sends keeps its
class and message (``ename``, ``evalue``), and the reply its status: only the text shown changes.
Whatever goes wrong in here, the usual traceback is shown.
"""

import os
import sys
from collections.abc import Callable
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elloweb.learn.help.explanation import Explanation
    from elloweb.learn.help.scene import Cell

_MARK = "_elloweb_help"
_GRADING = "NBGRADER_EXECUTION"


def put_into(shell: Any) -> None:
    """Install the help into *shell*, once."""
    if getattr(shell, _MARK, None) is None:
        setattr(shell, _MARK, _Help(shell))


class _Help:
    """The help of one shell."""

    def __init__(self, shell: Any) -> None:
        self._shell = shell
        self._show_traceback: Callable[..., None] = shell._showtraceback
        self._show_usage_error: Callable[..., None] = shell.show_usage_error
        self._current: Cell | None = None
        self._pending: Explanation | None = None
        self._seen = False
        shell._showtraceback = self._on_traceback
        shell.show_usage_error = self._on_usage_error
        _show_functions(shell, lambda: self._current.raw if self._current else "")
        shell.events.register("pre_run_cell", self._before_cell)
        shell.events.register("post_run_cell", self._after_cell)

    def _before_cell(self, info: Any) -> None:
        from elloweb.learn.help.scene import Cell

        self._pending, self._seen = None, False
        number = self._shell.execution_count - (1 if info.store_history else 0)
        self._current = Cell(number, info.raw_cell, getattr(info, "cell_id", None) or "")

    def _on_traceback(self, kind: Any, error: Any, traceback: list[str]) -> None:
        shown, self._seen = traceback, True
        if _just_happened(error):
            shown = self._instead(error, traceback) or traceback
        self._show_traceback(kind, _readable(error), shown)

    def _on_usage_error(self, error: Any) -> None:
        """Show IPython's complaint about a ``%command``: no error output, one line on stderr."""
        self._seen = True
        shown = self._instead(error, [f"UsageError: {error}"])
        if shown is None:
            self._show_usage_error(error)
        else:
            print("\n".join(shown), file=sys.stderr)

    def _instead(self, error: BaseException, traceback: list[str]) -> list[str] | None:
        """Return what to show for the traceback; None when the help has nothing to say."""
        try:
            from elloweb.learn.help import card
            from elloweb.learn.help.explanation import explain

            explanation = explain(
                error,
                shell=self._shell,
                current=self._current,
                technical=card.technical(traceback),
            )
            if not self._shows_cards():
                return [card.text(explanation)]
            if self._pending is None or explanation.place is not None:
                # What fails while IPython notes an error down is not what she needs to read.
                self._pending = explanation
            return [card.announcement(explanation)]
        except BaseException:
            self._pending = None
            return None

    def _after_cell(self, result: Any) -> None:
        if not self._seen and getattr(result, "success", True) is False:
            # IPython shows groups of errors in its own way, and some errors not at all.
            before = result.error_before_exec
            failure = before if before is not None else result.error_in_exec
            shown = self._instead(failure, [type(failure).__name__])
            if shown and not self._shows_cards():
                print("\n".join(shown), file=sys.stderr)
        explanation, self._pending = self._pending, None
        if explanation is None:
            return
        try:
            from elloweb.learn.help import card

            if os.environ.get(_GRADING):
                # A hidden check's line belongs on no page.
                explanation = explanation.without_code()
            self._shell.display_pub.publish(
                {"text/plain": card.text(explanation), "text/html": card.html(explanation)}
            )
        except Exception:
            self._shell.showtraceback()

    def _shows_cards(self) -> bool:
        return hasattr(self._shell, "kernel")


def _just_happened(error: Any) -> bool:
    """Return whether *error* is being handled now; ``%tb`` shows an old one again, in full."""
    handled = sys.exc_info()[1]
    while handled is not None:
        if handled is error:
            return True
        handled = handled.__context__
    # IPython shows what it met before running the cell when it handles nothing any more.
    return isinstance(error, SyntaxError)


def _show_functions(shell: Any, source: Callable[[], str]) -> None:
    """Tell of the brackets that are missing where a cell shows a function; *source* is the cell."""
    formatters = getattr(getattr(shell, "display_formatter", None), "formatters", {})

    def plain(function: Any, printer: Any, cycle: bool) -> None:
        from elloweb.learn.help import unlaunched

        alone = len(printer.stack) == 1
        words = unlaunched.show(function, source())[0] if alone else unlaunched.name_of(function)
        printer.text(words)

    def html(function: Any) -> str:
        from elloweb.learn.help import unlaunched

        return unlaunched.show(function, source())[1]

    for mime, shown in (("text/plain", plain), ("text/html", html)):
        for kind in (FunctionType, BuiltinFunctionType, MethodType):
            if mime in formatters:
                formatters[mime].for_type(kind, shown)


class _UnreadableError(Exception):
    """Stands in for an exception of the learner's that cannot tell its own message."""


def _readable(error: Any) -> Any:
    try:
        str(error)
    except BaseException:
        return _UnreadableError("?")
    return error
