"""Run a learner's expression so that it costs at most its own line.

Whatever it prints or warns is caught, whatever it raises comes back as a value, and where the
platform has ``SIGALRM`` (not on Windows, nor outside the main thread) a loop is stopped after
`LIMIT_SECONDS`. This is the soft limit: code that loops inside C is stopped by the grader's own.
"""

import contextlib
import io
import signal
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
    while frame is not None:
        if frame.f_code is _call.__code__:
            raise TooLongError
        frame = frame.f_back
