"""Show a piece: a widget where there can be one, and the same in words, which the notebook keeps.

Two outputs. The first is the widget, which lives as long as the kernel. The second is the piece in
words with the answer in it: it is saved with the notebook, and a front end shows it only where the
widget is not alive. They are two because to change an output draws it anew: in the first one, the
keyboard's place would be lost at each answer.
"""

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from elloweb.learn import front
from elloweb.learn.card import french_spaces
from elloweb.learn.pieces import memory
from elloweb.learn.pieces.widget import make_widget

if TYPE_CHECKING:
    from elloweb.learn.pieces.piece import Piece

# JupyterLab and Notebook 7 say "model not found" where a widget was: the words stand for it.
_STYLE = (
    "<style>.jp-OutputArea-child:has(.elloweb)+.jp-OutputArea-child .elloweb-kept{display:none}"
    ".jp-OutputArea-child:has(+.jp-OutputArea-child .elloweb-kept) "
    ".jp-OutputArea-output:not(:has(*)){display:none}</style>"
)
_PLAY_AGAIN = "Pour y jouer, lance cette cellule."


@dataclass(eq=False)
class Screen:
    """Where a piece is shown, and the copy of the answer that stays in the notebook."""

    _piece: "Piece"
    kept: memory.Kept | None = None
    _widgets: list[Any] = field(default_factory=list)
    _records: list[Any] = field(default_factory=list)

    def show(self) -> None:
        """Show the piece under the cell that runs."""
        if not front.shows_cards():
            print(self._piece.words())
            return
        from IPython.display import display

        widget = self._make_widget() if front.shows_widgets() else None
        if widget is not None:
            self._widgets.append(widget)
            bundle = {"text/plain": "", **widget.view()}
            display(bundle, raw=True)  # type: ignore[no-untyped-call]
        record = display(self._record(), raw=True, display_id=True)  # type: ignore[no-untyped-call]
        self._records.append(record)

    def update(self) -> None:
        """Bring what is shown up to date."""
        for widget in self._widgets:
            widget.state = {**self._piece.state(), "turn": widget.given.get("turn", 0)}
        for record in self._records:
            record.update(self._record(), raw=True)

    def _make_widget(self) -> Any | None:
        piece = self._piece
        return make_widget(piece.front, piece.settings(), piece.state(), piece.receive)

    def _record(self) -> dict[str, Any]:
        """Return the piece in words, with the answer, as an output that stays in the notebook."""
        words = self._piece.words()
        if self._widgets:
            words += french_spaces(f"\n{_PLAY_AGAIN}")
        picture = self._piece.shows().get("html", "")
        bundle: dict[str, Any] = {
            "text/plain": words,
            "text/html": (
                f'{_STYLE}<div class="elloweb-kept" lang="fr" style="white-space:pre-wrap;'
                f'max-width:46em;line-height:1.5;font-size:14px">{html.escape(words, quote=False)}'
                f"{picture}</div>"
            ),
        }
        return bundle | ({memory.MIME: self.kept.to_json()} if self.kept else {})
