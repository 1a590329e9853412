"""The errors that the kit tells its users.

ElloWebError: one French sentence with place, fault and next step; the command line shows it and
ends with exit status 1. Everything else is a fault of ours.
"""


class ElloWebError(Exception):
    """Something the user can mend; its text is the French sentence that says how."""
