"""Write a data set as short rows; give it as dictionaries, fresh at each call."""

from collections.abc import Sequence
from typing import Any


def fresh(keys: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    """Return a new dictionary of *keys* for each of *rows*."""
    return [dict(zip(keys, row, strict=True)) for row in rows]
