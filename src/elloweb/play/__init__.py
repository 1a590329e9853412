"""Playful materials by theme: general pieces that any workshop may use.

Loaded when first used, so that ``from elloweb.play import barres`` stays light.
"""

from typing import TYPE_CHECKING

from elloweb.lazy import lazily

if TYPE_CHECKING:
    from elloweb.play.data.canteen import pesees
    from elloweb.play.data.charts import barres
    from elloweb.play.data.tables import tableau

__all__ = ["barres", "pesees", "tableau"]

__getattr__ = lazily(
    __name__,
    {
        "barres": "elloweb.play.data.charts",
        "pesees": "elloweb.play.data.canteen",
        "tableau": "elloweb.play.data.tables",
    },
)
