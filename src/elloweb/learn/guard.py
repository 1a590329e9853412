"""Run a learner's expression so that it costs at most its own line.

Whatever it prints or warns is caught, whatever it raises comes back as a value, and where the
platform has ``SIGALRM`` (not on Windows, nor outside the main thread) a loop is stopped after
`LIMIT_SECONDS`. This is the soft limit: code that loops inside C is stopped by the grader's own.
"""

import contextlib
import io
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Generic, TypeVar

LIMIT_SECONDS = 3.0

# Once the limit is over, the alarm rings again and again: a loop that swallows one exception
# does not swallow the next one.
_RING_AGAIN_SECONDS = 0.00005

_WATCH_AGAIN_SECONDS = 0.05

T = TypeVar("T")


class TooLongError(BaseException):
    """The expression was still running after the limit.

    Not an `Exception`: a learner's ``except Exception`` must not swallow it.
    """


@dataclass(frozen=True)
class Attempt(Generic[T]):
    """What came of a guarded call: its value or its error, and what it printed."""

    value: T | None
    error: BaseException | None
    printed: str


def guarded(action: Callable[[], T], seconds: float = LIMIT_SECONDS) -> Attempt[T]:
    """Call *action* and return what came of it; never raise, never print, never warn."""
    printed = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(io.StringIO()),
            warnings.catch_warnings(),
            _alarm(seconds),
        ):
            warnings.simplefilter("ignore")
            return Attempt(_call(action), None, printed.getvalue())
    except BaseException as error:
        return Attempt(None, error, printed.getvalue())


def _call(action: Callable[[], T]) -> T:
    return action()


def _alarm_works() -> bool:
    main = threading.current_thread() is threading.main_thread()
    # A browser's Python has the signal and no timer to send it.
    return main and hasattr(signal, "SIGALRM") and hasattr(signal, "setitimer")


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not _alarm_works():
        with _clock(seconds):
            yield
        return
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _RING_AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _ring(_signum: int, frame: FrameType | None) -> None:
    # Only the guarded call may be cut short: an alarm that rings while we put things back in
    # order does nothing.
    if _is_guarded(frame):
        raise TooLongError


@contextlib.contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """Stop what runs in this thread after *seconds*, where no signal comes: a widget's answers.

    JupyterLab may have them handled beside the main thread. Nothing happens where Python has no
    threads, as in a browser.
    """
    guarded_thread, over, lock = threading.get_ident(), threading.Event(), threading.Lock()

    def watch() -> None:
        pause = seconds
        while not over.wait(pause):
            with lock:
                frame = sys._current_frames().get(guarded_thread)
                if not over.is_set() and _is_guarded(frame):
                    _raise_in(guarded_thread, TooLongError)
            pause = _WATCH_AGAIN_SECONDS

    try:
        threading.Thread(target=watch, daemon=True).start()
    except RuntimeError:
        yield
        return
    try:
        yield
    finally:
        over.set()
        with lock:
            # What was not delivered yet must not strike who comes after.
            _raise_in(guarded_thread, None)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    import ctypes

    what = ctypes.py_object(error) if error is not None else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)


def _is_guarded(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code is _call.__code__:
            return True
        frame = frame.f_back
    return False
