"""tinycss2, by its one door: CSS cut into rules and values, as CSS Syntax Level 3 says.

Imported when first used. What comes back are tinycss2's own nodes.
"""

from collections.abc import Sequence
from typing import Any


def rules(sheet: str) -> list[Any]:
    """Return the rules of a style sheet, its errors among them.

    Raises RecursionError, like all here, where hundreds of blocks lie within one another.
    """
    import tinycss2  # type: ignore[import-untyped]

    return list(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def inner_rules(content: Sequence[Any]) -> list[Any]:
    """Return the rules within an at-rule, such as `@media`."""
    import tinycss2

    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def declarations(content: Any) -> list[Any]:
    """Return what stands between two braces, or in a `style` attribute: declarations first."""
    import tinycss2

    return list(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))


def tokens(sheet: str) -> list[Any]:
    """Return the tokens of *sheet*, blocks nested."""
    import tinycss2

    return list(tinycss2.parse_component_value_list(sheet, skip_comments=True))


def written(nodes: Sequence[Any]) -> str:
    """Return *nodes* as CSS, with single spaces."""
    import tinycss2

    return " ".join(tinycss2.serialize(nodes).split())


def colour(text: str) -> tuple[float, float, float, float] | None:
    """Return red, green, blue and alpha of a colour, 0 to 1; None where it is none by itself."""
    from tinycss2.color4 import parse_color  # type: ignore[import-untyped]

    try:
        found = parse_color(text)
        # Neither `currentcolor` nor the colours of the system are known here.
        if found is None or isinstance(found, str):
            return None
        red, green, blue = (_bounded(part or 0.0) for part in found.to("srgb").coordinates)
        return red, green, blue, _bounded(found.alpha)
    except (NotImplementedError, ArithmeticError, ValueError):
        return None


def _bounded(part: float) -> float:
    return min(1.0, max(0.0, float(part)))
