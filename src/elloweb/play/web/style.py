"""What the CSS of a page gives to each element: the cascade, for what beginners write.

Specificity, order, `!important`, inheritance and custom properties follow CSS Cascading and
Inheritance Level 4. Left out: `@media` other than the screen's, layers, nesting, and every rule
that a browser has of its own, but for the colours of links, of `mark` and of buttons.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from elloweb.play.web import colours, css
from elloweb.play.web.soup import select
from elloweb.play.web.vocabulary import words

_INHERITED = frozenset(
    words(
        """color font-family font-size font-style font-variant font-weight letter-spacing
    line-height list-style list-style-type list-style-position text-align text-indent
    text-transform visibility white-space word-spacing cursor direction quotes
    border-collapse border-spacing caption-side"""
    )
)
_OF_THE_BROWSER = """a[href] { color: #0000ee } mark { color: black; background-color: yellow }
    button { color: black; background-color: #efefef }"""
_SIDES = ("top", "right", "bottom", "left")
_OLD_PSEUDO_ELEMENTS = frozenset({"before", "after", "first-line", "first-letter"})
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\))?[^()]*))?\)")
_MOST_VARIABLES = 20
# No property of CSS has a space in its name.
_REFUSED = " refused"

# Important?, of the page?, inline?, specificity, order: the greatest wins.
_Weight = tuple[bool, bool, bool, tuple[int, int, int], int]


@dataclass(frozen=True)
class _Declared:
    weight: _Weight
    value: str


class Cascade:
    """The declared values of every element of a page, and what comes of them."""

    def __init__(self, soup: Any) -> None:
        """Read the style sheets and the `style` attributes of *soup*."""
        self._declared: dict[int, dict[str, _Declared]] = {}
        self._order = 0
        self._add_sheet(soup, _OF_THE_BROWSER, of_page=False)
        for sheet in soup.find_all("style"):
            # A sheet that no browser would take either, blocks in blocks without end, counts not.
            with suppress(RecursionError):
                self._add_sheet(soup, sheet.get_text(), of_page=True)
        for element in soup.find_all(style=True):
            with suppress(RecursionError):
                self._add(element, str(element["style"]), True, (0, 0, 0), inline=True)

    def value(self, element: Any, name: str) -> str | None:
        """Return the value of the property *name* for *element*; None where nothing sets it."""
        while element is not None and element.parent is not None:
            found = self._declared.get(id(element), {}).get(name)
            passes_on = name in _INHERITED or name.startswith("--")
            if found is not None:
                value = self._with_variables(element, found.value)
                word = (value or "").lower()
                if word in ("initial", "revert") or (word == "unset" and not passes_on):
                    return None
                if word not in ("inherit", "unset"):
                    return value
            elif not passes_on:
                return None
            element = element.parent
        return None

    def refused(self, element: Any, name: str) -> str | None:
        """Return the last value of the property *name* that is no colour, where it would count.

        A browser lets it go, and shows what would be there without it.
        """
        while element is not None and element.parent is not None:
            own = self._declared.get(id(element), {})
            there, no_colour = own.get(name), own.get(name + _REFUSED)
            if no_colour is not None and (there is None or there.weight < no_colour.weight):
                return no_colour.value
            if there is not None or name not in _INHERITED:
                return None
            element = element.parent
        return None

    def _with_variables(self, element: Any, value: str) -> str | None:
        for _ in range(_MOST_VARIABLES):
            found = _VARIABLE.search(value)
            if found is None or len(value) > 10_000:
                return value
            given = self._variable(element, found[1])
            given = found[2] if given is None else given
            if given is None:
                return None
            value = value[: found.start()] + given.strip() + value[found.end() :]
        return None

    def _variable(self, element: Any, name: str) -> str | None:
        while element is not None:
            found = self._declared.get(id(element), {}).get(name)
            if found is not None:
                return found.value
            element = element.parent
        return None

    def _add_sheet(self, soup: Any, sheet: str, *, of_page: bool) -> None:
        for rule in _rules(css.rules(sheet)):
            for selector in _split(rule.prelude, ","):
                matched = select(soup, css.written(selector)) or []
                for element in matched:
                    self._add(element, rule.content, of_page, specificity(selector))

    def _add(
        self,
        element: Any,
        content: Any,
        of_page: bool,
        specific: tuple[int, int, int],
        inline: bool = False,
    ) -> None:
        own = self._declared.setdefault(id(element), {})
        for one in css.declarations(content):
            if one.type != "declaration":
                continue
            self._order += 1
            weight = (one.important, of_page, inline, specific, self._order)
            for name, value in _longhands(one):
                if name not in own or own[name].weight <= weight:
                    own[name] = _Declared(weight, value)


def specificity(selector: Sequence[Any]) -> tuple[int, int, int]:
    """Return how specific the tokens of a selector are: ids, then classes, then elements.

    Source: https://www.w3.org/TR/selectors-4/#specificity-rules
    """
    ids = classes = elements = 0
    before = ""
    for token in selector:
        kind = token.type
        if kind == "hash":
            ids += 1
        elif (
            kind == "[] block"
            or (kind == "ident" and before == ".")
            or (kind == "ident" and before == ":" and token.lower_value not in _OLD_PSEUDO_ELEMENTS)
        ):
            classes += 1
        elif kind == "ident":
            elements += 1
        elif kind == "function" and token.lower_name in ("is", "not", "has"):
            inner = max(map(specificity, _split(token.arguments, ",")), default=(0, 0, 0))
            ids, classes, elements = ids + inner[0], classes + inner[1], elements + inner[2]
        elif kind == "function" and token.lower_name != "where":
            classes += 1
        before = before + ":" if token == ":" else "." if token == "." else ""
    return ids, classes, elements


def _rules(rules: Sequence[Any]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "qualified-rule":
            yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content:
            if css.written(rule.prelude).lower() not in ("screen", "all", ""):
                continue
            yield from _rules(css.inner_rules(rule.content))


def _split(tokens: Sequence[Any], sign: str) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token == sign:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _longhands(one: Any) -> Iterator[tuple[str, str]]:
    """Yield what a declaration sets: itself, and the longhands that it stands for."""
    name = one.name if one.name.startswith("--") else one.lower_name
    value = css.written(one.value)
    if name in ("color", "background-color") and not _is_colour(value):
        yield name + _REFUSED, value
        return
    if name == "background" and not _is_colour(value) and colours.meant_exactly(value):
        yield "background-color" + _REFUSED, value
        return
    yield name, value
    parts = [part for part in one.value if part.type not in ("whitespace", "comment")]
    parts = [css.written([part]) for part in one.value if part.type != "whitespace"]
    if name == "background":
        coloured = [part for part in parts if _is_colour(part)]
        pictures = [part for part in parts if "(" in part and not _is_colour(part)]
        whole = "var(" in value
        yield "background-color", value if whole else (coloured or ["transparent"])[-1]
        yield "background-image", (pictures or ["none"])[0]
    elif name in ("margin", "padding") and parts:
        for side, part in zip(_SIDES, _four_sides(parts), strict=True):
            yield f"{name}-{side}", part


def _four_sides(parts: Sequence[str]) -> tuple[str, str, str, str]:
    """Return the top, right, bottom and left that one to four values mean."""
    top = parts[0]
    right = parts[1] if len(parts) > 1 else top
    bottom = parts[2] if len(parts) > 2 else top
    return top, right, bottom, parts[3] if len(parts) > 3 else right


def _is_colour(value: str) -> bool:
    known = ("inherit", "initial", "unset", "revert", "currentcolor", "transparent")
    return "var(" in value or value.lower() in known or colours.parse(value) is not None
