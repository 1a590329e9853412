"""The names that every notebook of the kit may import; the materials are in `elloweb.play`.

They are loaded when first used, so that ``from elloweb import mission`` stays light.
"""

from typing import TYPE_CHECKING

from elloweb.lazy import lazily

if TYPE_CHECKING:
    from elloweb.learn.mission import mission
    from elloweb.learn.pieces.explorer import curseur
    from elloweb.learn.pieces.progress import progression
    from elloweb.learn.pieces.quiz import quiz

__all__ = ["curseur", "mission", "progression", "quiz"]

__getattr__ = lazily(
    __name__,
    {
        "curseur": "elloweb.learn.pieces.explorer",
        "mission": "elloweb.learn.mission",
        "progression": "elloweb.learn.pieces.progress",
        "quiz": "elloweb.learn.pieces.quiz",
    },
)
