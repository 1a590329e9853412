"""What the check's surroundings tell: the learner's names, and how her last cell ended."""

import os
import sys
from typing import Any

# The number of the last check that came right after a failed cell.
_after_failure = -1


def shell() -> Any:
    """Return IPython's shell, None in plain Python; IPython is not imported for it."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def shows_cards() -> bool:
    """Return whether a notebook shows the card; a terminal shows text alone."""
    return hasattr(shell(), "kernel")


def shows_widgets() -> bool:
    """Return whether a widget serves: not while nbgrader runs the notebook, nobody is there."""
    return shows_cards() and not os.environ.get("NBGRADER_EXECUTION")


def namespace() -> dict[str, Any]:
    """Return the notebook's names; outside a notebook, those of whoever called `mission`."""
    running = shell()
    if running is not None:
        return running.user_ns  # type: ignore[no-any-return]
    caller_of_mission = sys._getframe(2)
    return caller_of_mission.f_globals


def last_cell_failed() -> bool:
    """Return whether the last cell that ran before this check, other checks aside, failed.

    Then the names hold what earlier runs left, and a card on them would speak of the past.
    """
    global _after_failure
    running = shell()
    result = getattr(running, "last_execution_result", None)
    if result is None:
        return False
    failed = not result.success or _after_failure == running.execution_count - 1
    _after_failure = running.execution_count if failed else -1
    return failed
