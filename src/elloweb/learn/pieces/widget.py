"""The door to anywidget: one JavaScript module becomes a widget, with what all fronts share."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

_STATIC = Path(__file__).with_name("static")


def make_widget(
    front: Path,
    settings: dict[str, Any],
    state: dict[str, Any],
    receive: Callable[[Any, bool], None],
) -> Any | None:
    """Return a widget that shows *front*, None where no widget can be made.

    *settings* and *state* go to the front; *receive* is called with each answer that comes back,
    and whether she wants to know what it is worth.
    """
    kind = _widget_class(front)
    return None if kind is None else kind(settings=settings, state=state, receive=receive)


@cache
def _widget_class(front: Path) -> Any:
    try:
        import anywidget
        import traitlets
    except ImportError:
        return None

    class Front(anywidget.AnyWidget):  # type: ignore[misc, unused-ignore]
        """A piece in the browser."""

        settings = traitlets.Dict().tag(sync=True)
        state = traitlets.Dict().tag(sync=True)
        given = traitlets.Dict().tag(sync=True)

        def __init__(self, receive: Callable[[Any, bool], None], **state: Any) -> None:
            super().__init__(**state)
            self.observe(lambda change: receive(*_read(change["new"])), "given")

        def view(self) -> dict[str, Any]:
            """Return the part of a MIME bundle that a front end draws."""
            return {
                "application/vnd.jupyter.widget-view+json": {
                    "version_major": 2,
                    "version_minor": 0,
                    "model_id": self.model_id,
                }
            }

    code = [_STATIC / "dom.js", front]
    styles = [_STATIC / "piece.css", front.with_suffix(".css")]
    # One class for each front: anywidget knows a widget's code by the name of its class.
    return type(
        f"Front_{front.stem}",
        (Front,),
        {
            "_esm": _together(code),
            "_css": _together(style for style in styles if style.exists()),
        },
    )


def _together(files: Iterable[Path]) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _read(given: dict[str, Any]) -> tuple[Any, bool]:
    return given.get("value"), given.get("checked") is True
