"""The names that the notebooks of the kit import.

They are loaded when first used, so that ``from elloweb import mission`` stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from elloweb.learn.mission import mission
    from elloweb.play.canteen import pesees
    from elloweb.play.charts import barres
    from elloweb.play.tables import tableau

__all__ = ["barres", "mission", "pesees", "tableau"]

_HOMES = {
    "barres": "elloweb.play.charts",
    "mission": "elloweb.learn.mission",
    "pesees": "elloweb.play.canteen",
    "tableau": "elloweb.play.tables",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'elloweb' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
