"""French sentences in order: a list for a mission, a readable list for a notebook."""

from collections.abc import Iterable
from html import escape
from typing import Any

from elloweb.learn.card import french_spaces, sentence_html


class Sentences(list[str]):
    """A list of sentences that shows itself under a *title*, or says *empty* when it is empty."""

    def __init__(self, sentences: Iterable[str], title: str, empty: str) -> None:
        """Keep *sentences* in their order."""
        super().__init__(sentences)
        self.title = title
        self.empty = empty

    def text(self) -> str:
        """Return the sentences as plain text, one a line."""
        if not self:
            return french_spaces(self.empty)
        lines = (f"{number}. {said}" for number, said in enumerate(self, start=1))
        return french_spaces("\n".join([f"{self.title} :", *lines]))

    def html(self) -> str:
        """Return the sentences as an HTML list with inline styles alone."""
        box = "max-width:46em;margin:.3em 0;line-height:1.5;font-size:14px"
        if not self:
            return f'<p lang="fr" style="{box}">{sentence_html(self.empty)}</p>'
        items = "".join(f"<li>{sentence_html(said)}</li>" for said in self)
        return (
            f'<div lang="fr" role="group" aria-label="{escape(self.title)}" style="{box}">'
            f'<p style="margin:.2em 0;font-weight:600">{sentence_html(self.title)}</p>'
            f'<ol style="margin:.2em 0;padding-left:2em">{items}</ol></div>'
        )

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": self.text(), "text/html": self.html()}
