"""The contrast of an element of a page: its text's colour on what lies behind it."""

from typing import Any

from elloweb.play.web import colours
from elloweb.play.web.contrast import Contrast, contraste
from elloweb.play.web.style import Cascade
from elloweb.play.web.told import PageError


def measure(cascade: Cascade, element: Any, selector: str) -> Contrast:
    """Return the contrast of *element*: black on white where nothing sets a colour.

    Raises PageError, with a French sentence, where a picture or a gradient lies behind the text, or
    where a colour is none: what a browser shows then is not what she chose.
    """
    layers = []
    _must_be_colour(cascade.refused(element, "color"), selector)
    behind: Any = element
    while behind is not None and behind.parent is not None:
        _must_be_colour(cascade.refused(behind, "background-color"), selector)
        ground = cascade.value(behind, "background-color") or "transparent"
        if ground.lower() == "currentcolor":
            ground = _text_colour(cascade, behind)
        colour = colours.parse(ground)
        if colour is not None and colour.alpha > 0:
            layers.append(colour)
            if colour.alpha >= 1:
                break
        elif (cascade.value(behind, "background-image") or "none").lower() != "none":
            raise PageError(
                f"Derrière « {selector} » il y a une image ou un dégradé : je ne peux pas mesurer.",
                "Ajoute aussi une couleur de fond, avec `background-color`.",
            )
        behind = behind.parent
    ground_colour = colours.WHITE
    for layer in reversed(layers):
        ground_colour = layer.over(ground_colour)
    parts = (ground_colour.red, ground_colour.green, ground_colour.blue)
    return contraste(
        _text_colour(cascade, element),
        "#" + "".join(f"{round(part * 255):02x}" for part in parts),
    )


def _must_be_colour(refused: str | None, selector: str) -> None:
    if refused is not None:
        raise PageError(
            f"Je ne peux pas mesurer « {selector} » : `{refused}` n'est pas une couleur. "
            f"{colours.advice(refused)}",
            "Change-la dans la page, puis relance la page.",
        )


def _text_colour(cascade: Cascade, element: Any) -> str:
    while element is not None and element.parent is not None:
        value = cascade.value(element, "color") or "black"
        if value.lower() != "currentcolor":
            return value if colours.parse(value) else "black"
        element = element.parent
    return "black"
