"""Show a page in the notebook, and let its preview follow the typing where the front end can.

The page is always shown as HTML, by `Page.shown`. In JupyterLab and Notebook a small model without
a view of its own joins it (`live.js`): it watches the cell's editor and asks for the preview of
what is typed. Nothing of it is saved in the notebook, so nothing is missing when that is reopened.
"""

import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from elloweb.learn import front
from elloweb.learn.card import french_spaces
from elloweb.play.web.making import make_page
from elloweb.play.web.page import Page

FRONT = Path(__file__).with_name("live.js")
_AT_REST = "Change le texte : l'aperçu suit. Lance la cellule (Maj + Entrée) pour le garder."
_LIVE = "Aperçu en direct. Lance la cellule (Maj + Entrée) pour garder ce changement."

_widgets: dict[str, Any] = {}


def show(page: Page) -> None:
    """Show *page* under its cell; in a terminal, print it in words."""
    from IPython.display import display

    if not front.shows_cards():
        print(page.text())
        return
    old = _widgets.pop(page.nom, None)
    if old is not None:
        old.close()
    mark = f"apercu-{secrets.token_hex(4)}"
    display({"text/plain": page.text(), "text/html": page.shown(mark, _AT_REST)}, raw=True)  # type: ignore[no-untyped-call]
    if find_spec("anywidget") and front.shows_widgets():
        _widgets[page.nom] = _follow(page, mark)


def _follow(page: Page, mark: str) -> Any:
    """Return the model that keeps the frame called *mark* in step with what is typed."""
    import anywidget
    import traitlets

    class LivePreview(anywidget.AnyWidget):
        _esm = FRONT
        frame = traitlets.Unicode(mark).tag(sync=True)
        live = traitlets.Unicode(french_spaces(_LIVE)).tag(sync=True)

    widget = LivePreview()
    widget.on_msg(lambda _, content, buffers: widget.send(preview_of(page, content)))
    return widget


def preview_of(page: Page, content: Any) -> dict[str, str]:
    """Return the sealed preview of a cell's text, and what it counts.

    Empty when *content* is no `%%page` cell.
    """
    text = content.get("cell") if isinstance(content, dict) else None
    if not isinstance(text, str) or not text.startswith("%%page"):
        return {}
    _, _, body = text.partition("\n")
    try:
        typed = make_page(body, page.nom, page.hauteur, page.premiere_ligne)
        return {"document": typed.apercu(), "counted": repr(typed)}
    except ValueError:
        return {}
