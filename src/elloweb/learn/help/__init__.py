"""Help with Python's errors, in French, under the cell that met one.

``install(shell)`` puts it into an IPython shell. What explains the errors is loaded when the first
one comes.
"""

from typing import Any


def install(shell: Any) -> None:
    """Help the learner of this IPython *shell* from now on; done twice, it does no more.

    In a notebook, a card follows the cell; in a terminal, the same in words takes the place of the
    traceback. Without a shell (plain Python) nothing happens.
    """
    from elloweb.learn.help.hook import put_into

    if shell is not None:
        put_into(shell)
