"""Rules about colours: words in pictures and in coloured HTML must be readable by everyone.

What can be known without drawing: a colour written as such, over a rectangle or a circle, or over
any path drawn between (the best of them counts). Classes, gradients and turned groups are not
followed; neither are the pages that learners write, where contrast is what they work on.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from elloweb.content.kit import Kit, is_trace
from elloweb.content.lint.prose import hide_code
from elloweb.content.lint.source import Source
from elloweb.content.problems import Problem
from elloweb.play.web import colours, contrast

LEAST = 4.5
LEAST_WHEN_LARGE = 3.0
LARGE = 24.0

_SHAPES = {"rect", "circle", "ellipse", "path", "polygon"}
_STYLE = re.compile(r"\bstyle\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class _Drawn:
    """An element of a picture with what it inherits."""

    tag: str
    attributes: Mapping[str, str]
    text: str

    def number(self, name: str, default: float = 0.0) -> float:
        found = re.match(r"-?\d+(?:\.\d+)?", self.attributes.get(name, ""))
        return float(found.group()) if found else default

    @property
    def fill(self) -> colours.Colour | None:
        """Its colour; None where it has none of its own that can be read."""
        return colours.parse(self.attributes.get("fill", "black"))

    @property
    def is_moved(self) -> bool:
        return "transform" in self.attributes

    def surrounds(self, x: float, y: float) -> bool:
        """Return whether it lies under the point, as far as that can be known."""
        if self.is_moved or self.tag in ("path", "polygon"):
            return True
        if self.tag == "rect":
            left, top = self.number("x"), self.number("y")
            width, height = self._length("width"), self._length("height")
            return left <= x <= left + width and top <= y <= top + height
        wide = self.number("r", self.number("rx"))
        high = self.number("r", self.number("ry"))
        if not wide or not high:
            return False
        across, down = (x - self.number("cx")) / wide, (y - self.number("cy")) / high
        return across**2 + down**2 <= 1

    def _length(self, name: str) -> float:
        value = self.attributes.get(name, "0")
        return float("inf") if value.strip() == "100%" else self.number(name)


def check(kit: Kit, slug: str, sources: list[Source]) -> Iterator[Problem]:
    """Yield the colours of *slug*'s pictures and cells that some could not read."""
    for folder in (kit.workshops / slug, kit.solutions / slug):
        for path in sorted(folder.rglob("*.svg")):
            if not is_trace(path.relative_to(folder)):
                text = path.read_text(encoding="utf-8", errors="replace")
                yield from check_picture(text, kit.relative(path))
    for source in sources:
        for index, cell in enumerate(source.notebook.cells):
            if cell.cell_type == "markdown":
                for match in _STYLE.finditer(hide_code(cell.source)):
                    yield from _check_style(match.group(1) or match.group(2), source.place(index))


def check_picture(svg: str, where: str) -> Iterator[Problem]:
    """Yield the words of the picture *svg* that do not stand out, and a ground that misses."""
    try:
        root = ET.fromstring(svg)
    except ET.ParseError as error:
        yield Problem(where, f"cette image ne peut pas être lue ({error}).", "Répare-la.")
        return
    drawn = list(_walk(root, {}))
    shapes = [one for one in drawn if one.tag in _SHAPES]
    if not shapes or not _is_ground(shapes[0], root):
        yield Problem(
            where,
            "cette image n'a pas de fond à elle : elle se lirait mal dans le thème sombre.",
            "Commence-la par un rectangle de la taille de l'image, d'une couleur pleine.",
        )
    for place, one in enumerate(drawn):
        if one.tag in ("text", "tspan") and one.text:
            yield from _check_words(one, drawn[:place], where)


def _walk(element: ET.Element, inherited: Mapping[str, str]) -> Iterator[_Drawn]:
    tag = element.tag.rsplit("}", maxsplit=1)[-1]
    if tag in ("defs", "symbol", "clipPath", "mask", "pattern", "title", "desc", "style"):
        return
    attributes = {**inherited, **element.attrib, **_declared(element.get("style", ""))}
    yield _Drawn(tag, attributes, (element.text or "").strip())
    names = ("fill", "font-size", "font-weight", "transform", "class")
    handed = {name: attributes[name] for name in names if name in attributes}
    if tag == "text":
        handed |= {name: attributes[name] for name in ("x", "y") if name in attributes}
    for child in element:
        yield from _walk(child, handed)


def _is_ground(shape: _Drawn, root: ET.Element) -> bool:
    box = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0, 0, *(_Drawn("svg", root.attrib, "").number(one) for one in ("width", "height"))]
    left, top, width, height = box
    fill = shape.fill
    corners = shape.surrounds(left, top) and shape.surrounds(left + width, top + height)
    return shape.tag == "rect" and fill is not None and fill.alpha == 1 and corners


def _check_words(words: _Drawn, before: list[_Drawn], where: str) -> Iterator[Problem]:
    colour = words.fill
    grounds: list[colours.Colour] = []
    size = words.number("font-size", 16)
    x, y = words.number("x"), words.number("y") - size / 3
    for shape in reversed([one for one in before if one.tag in _SHAPES]):
        fill = shape.fill
        if shape.attributes.get("fill") == "none" or not (words.is_moved or shape.surrounds(x, y)):
            continue
        if fill is None or "class" in shape.attributes:
            return  # A gradient, a class: nothing can be said.
        if fill.alpha == 1:
            grounds.append(fill)
        if shape.tag not in ("path", "polygon") and not shape.is_moved and not words.is_moved:
            break
    if colour is None or "class" in words.attributes or not grounds:
        return
    least = LEAST_WHEN_LARGE if size >= LARGE else LEAST
    best = max(contrast.ratio(colour.over(ground), ground) for ground in grounds)
    if best < least:
        yield _faint(words.text, best, least, where)


def _check_style(style: str, where: str) -> Iterator[Problem]:
    declared = _declared(style)
    colour = colours.parse(declared.get("color", ""))
    ground = colours.parse(declared.get("background-color", declared.get("background", "")))
    if (colour is None) != (ground is None):
        yield Problem(
            where,
            "une couleur sans l'autre : le thème sombre changerait l'une des deux.",
            "Choisis ensemble la couleur du texte et celle du fond, ou aucune.",
        )
    elif colour is not None and ground is not None:
        found = contrast.ratio(colour.over(ground), ground)
        if found < LEAST:
            yield _faint(style, found, LEAST, where)


def _declared(style: str) -> dict[str, str]:
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    return {name.strip().lower(): value.strip() for name, value in pairs}


def _faint(words: str, found: float, least: float, where: str) -> Problem:
    told = f"{found:.1f}".replace(".", ",")
    return Problem(
        where,
        f"« {words[:30]} » se détache mal de son fond (contraste {told}).",
        f"Fonce l'un ou éclaircis l'autre, jusqu'à {least:g}.".replace(".5", ",5"),
    )
