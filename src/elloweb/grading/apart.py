"""Where nbgrader works apart: off the screen, in an environment of its own."""

import logging
import os
import sysconfig
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from elloweb.learn.journal import JOURNAL_VARIABLE

_LOGGER = "elloweb.grading"


@contextmanager
def apart(folder: Path) -> Iterator[logging.Logger]:
    """Let nbgrader work: its log goes to the session's own file, nothing to the screen."""
    path = log_path(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    loggers = [logging.getLogger(name) for name in (_LOGGER, "traitlets")]
    before = [(logger, logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.propagate = False
        logger.setLevel(logging.INFO)
    try:
        with _environment(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield loggers[0]
    finally:
        for logger, propagate, level in before:
            logger.removeHandler(handler)
            logger.propagate = propagate
            logger.setLevel(level)
        handler.close()


def log_path(folder: Path) -> Path:
    """Return where the session *folder* keeps what nbgrader logs."""
    return folder / "results" / "grading.log"


@contextmanager
def _environment() -> Iterator[None]:
    """Hold the environment that nbgrader and the learners' code see, and put ours back after."""
    before = dict(os.environ)
    # nbgrader starts `alembic` by its bare name, also where no environment is activated.
    scripts = sysconfig.get_path("scripts")
    os.environ["PATH"] = os.pathsep.join([scripts, os.environ.get("PATH", os.defpath)])
    # Learners' code must not write to the journal of whoever grades.
    os.environ.pop(JOURNAL_VARIABLE, None)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
