"""Show a piece: a widget where there can be one, the same in words where there is none."""

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from elloweb.learn import front
from elloweb.learn.card import french_spaces, sentence_html
from elloweb.learn.pieces import memory
from elloweb.learn.pieces.widget import make_widget

if TYPE_CHECKING:
    from elloweb.learn.pieces.piece import Piece

_NO_ANSWER = "Pas encore de réponse ici."


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
            print(words(self._piece))
            return
        from IPython.display import display

        bundle = {"text/plain": words(self._piece), "text/html": _words_html(self._piece)}
        if front.shows_widgets():
            widget = make_widget(
                self._piece.front, self._piece.settings(), self._piece.state(), self._piece.receive
            )
            if widget is not None:
                self._widgets.append(widget)
                bundle |= widget.view()
        display(bundle, raw=True)  # type: ignore[no-untyped-call]
        # An output of its own: to change the first one would draw the widget anew, and the
        # keyboard's place in it would be lost.
        record = display(self._record(), raw=True, display_id=True)  # type: ignore[no-untyped-call]
        self._records.append(record)

    def update(self) -> None:
        """Bring what is shown up to date."""
        for widget in self._widgets:
            widget.state = self._piece.state()
        for record in self._records:
            record.update(self._record(), raw=True)

    def _record(self) -> dict[str, Any]:
        """Return the answer as an output that is saved with the notebook."""
        answer = self._piece.reponse
        if answer is ...:
            sentence = _NO_ANSWER
        else:
            sentence = f"Ta réponse : {self._piece.answer_text(answer)}"
        bundle: dict[str, Any] = {
            "text/plain": french_spaces(sentence),
            "text/html": f'<p lang="fr" style="margin:.2em 0">{sentence_html(sentence)}</p>',
        }
        return bundle | ({memory.MIME: self.kept.to_json()} if self.kept else {})


def words(piece: "Piece") -> str:
    """Return *piece* and what came of the answer, in words."""
    rows = [piece.text()]
    if piece.reponse is not ...:
        rows.append(f"Ta réponse : {piece.answer_text(piece.reponse)}")
    if piece.verdict.message:
        rows.append(piece.verdict.message)
    return french_spaces("\n".join(rows))


def _words_html(piece: "Piece") -> str:
    return (
        '<div lang="fr" style="white-space:pre-wrap;max-width:46em;line-height:1.5;font-size:14px">'
        f"{html.escape(words(piece), quote=False)}</div>"
    )
