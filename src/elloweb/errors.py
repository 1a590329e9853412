"""The errors that the kit tells its users.

ElloWebError: one French sentence with place, fault and next step; the command line shows it and
ends with exit status 1. Everything else is a fault of ours.

What notebooks call complains with a ValueError or a TypeError that carries such a sentence too.
"""

from typing import TypeVar

E = TypeVar("E", bound=Exception)

_ARGUMENTS = "elloweb_arguments"


class ElloWebError(Exception):
    """Something the user can mend; its text is the French sentence that says how."""


def about(error: E, *arguments: str) -> E:
    """Return *error*, noting the *arguments* of the call that it is about, for the help to show."""
    setattr(error, _ARGUMENTS, arguments)
    return error


def arguments_of(error: BaseException) -> tuple[str, ...]:
    """Return the arguments that *error* is about; empty when it does not say."""
    return getattr(error, _ARGUMENTS, ())
