"""The French sentence on an error, for what shows no card of its own."""

from elloweb.learn.help.explanation import explain as _explain


def explain(error: BaseException) -> str:
    """Return one French sentence on the cause of *error* and one thing to try."""
    return _explain(error).sentence
