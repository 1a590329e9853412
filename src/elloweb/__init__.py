"""The names that every notebook of the kit may import; the materials are in `elloweb.play`.

They are loaded when first used, so that ``from elloweb import mission`` stays light.
"""

from typing import TYPE_CHECKING, Any

from elloweb.lazy import lazily
from elloweb.learn import front

if TYPE_CHECKING:
    from elloweb.learn.mission import mission
    from elloweb.learn.pieces.explorer import curseur
    from elloweb.learn.pieces.prediction import prediction
    from elloweb.learn.pieces.progress import progression
    from elloweb.learn.pieces.puzzle import puzzle
    from elloweb.learn.pieces.quiz import quiz

__all__ = ["curseur", "mission", "prediction", "progression", "puzzle", "quiz"]

__getattr__ = lazily(
    __name__,
    {
        "curseur": "elloweb.learn.pieces.explorer",
        "mission": "elloweb.learn.mission",
        "prediction": "elloweb.learn.pieces.prediction",
        "progression": "elloweb.learn.pieces.progress",
        "puzzle": "elloweb.learn.pieces.puzzle",
        "quiz": "elloweb.learn.pieces.quiz",
    },
)


def load_ipython_extension(shell: Any) -> None:
    """Give *shell*, IPython's, the French help under errors and the cell `%%page`.

    A notebook that imports from the kit has them at once. ``%load_ext elloweb`` gives them to a
    terminal, where nobody who develops the kit wants them unasked.
    """
    from elloweb.learn import help as help_with_errors
    from elloweb.play.web import magic

    help_with_errors.install(shell)
    magic.install(shell)


if front.shows_cards():
    load_ipython_extension(front.shell())
