"""Beautiful Soup, by its one door: a page as a tree, and its elements by CSS selectors.

Imported when first used: that costs a tenth of a second.
"""

from typing import Any


def tree(mended: str) -> Any:
    """Return the tree of a page whose tags are all closed."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(mended, "html.parser", multi_valued_attributes=None)


def select(soup: Any, selector: str) -> list[Any] | None:
    """Return the elements of *soup* that *selector* finds; None when it is no selector."""
    # Beautiful Soup's own door to soupsieve, which finds what a selector means.
    from bs4.css import soupsieve

    assert soupsieve is not None
    try:
        return list(soup.select(selector))
    except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError):
        return None
