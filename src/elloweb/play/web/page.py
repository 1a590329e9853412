"""A page of HTML and CSS that the learner writes: shown, checked, heard, and saved."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Any

from elloweb.learn import saved
from elloweb.learn.card import french_spaces, sentence_html
from elloweb.play.web import (
    css_faults,
    faults,
    legibility,
    markup,
    pictures,
    preview,
    reader,
    saving,
)
from elloweb.play.web.contrast import Contrast
from elloweb.play.web.markup import Kind, Token
from elloweb.play.web.sentences import Sentences
from elloweb.play.web.soup import select, tree
from elloweb.play.web.structure import Fault, Structure, follow
from elloweb.play.web.style import Cascade
from elloweb.play.web.told import PageError

_MOST_SHOWN = 5


@dataclass(frozen=True, repr=False)
class Page:
    """A page of real HTML: its text, its name in the notebook, and the height of its preview.

    ``premiere_ligne`` is the number of its first line where she reads it: 2 in a cell that begins
    with ``%%page``, 1 where Python made the text.
    """

    html: str
    nom: str
    hauteur: int
    premiere_ligne: int = 1

    def compte(self, selecteur: str) -> int:
        """Return how many elements *selecteur* finds; written as in CSS: `h1`, `.carte`."""
        return len(self._select(selecteur))

    def texte(self, selecteur: str) -> str | None:
        """Return the text of the first element found, with single spaces; None without any."""
        return next(iter(self.textes(selecteur)), None)

    def textes(self, selecteur: str) -> list[str]:
        """Return the text of each element found, with single spaces."""
        return [" ".join(found.get_text().split()) for found in self._select(selecteur)]

    def attribut(self, selecteur: str, nom: str) -> str | None:
        """Return the attribute *nom* of the first element found; None without element or attribute.

        An attribute without value is an empty text.
        """
        found = self._first(selecteur)
        value = found.get(nom.lower()) if found is not None else None
        return None if value is None else str(value)

    def style(self, selecteur: str, propriete: str) -> str | None:
        """Return the value that the page's CSS gives to a property of the first element found.

        Written as in the CSS, inherited where CSS inherits; None where nothing sets it.
        """
        found = self._first(selecteur)
        name = propriete if propriete.startswith("--") else propriete.lower()
        return self._cascade.value(found, name) if found is not None else None

    def contraste(self, selecteur: str) -> Contrast:
        """Return the contrast of the first element found: its text's colour on what is behind it.

        Black on white where nothing says otherwise. Raises ValueError, with a French sentence, when
        there is no such element, a picture behind it, or a colour that is none.
        """
        found = self._first(selecteur)
        if found is None:
            raise PageError(
                f"Rien ne correspond à « {selecteur} » dans {self.nom}.",
                "Vérifie les balises de la page, puis relance-la.",
            )
        return legibility.measure(self._cascade, found, selecteur)

    def fautes(self) -> Sentences:
        """Return what to look at again, in French, with the lines; empty when all is well.

        A picture that is not beside the notebook is a fault, but not while nbgrader grades: what
        was right in the room must not be wrong where only the notebook was handed in.
        """
        graded = bool(os.environ.get("NBGRADER_EXECUTION"))
        return Sentences(
            self._told(self._faults if graded else self._all_faults()),
            f"À regarder dans {self.nom}",
            f"Rien à signaler dans {self.nom}.",
        )

    def ecoute(self) -> Sentences:
        """Return what a screen reader would say of the page, in order; simplified: see `reader`."""
        return Sentences(
            reader.read_aloud(self._soup),
            f"Ce qu'on entend dans la page {self.nom}",
            f"On n'entend rien dans la page {self.nom} : elle est vide.",
        )

    def enregistre(self, fichier: str = "") -> "saving.Saved":
        """Save the page as a whole `.html` file beside the notebook, its pictures within it.

        Named after the page if *fichier* does not say. Raises ValueError, with a French sentence,
        on a name that cannot be used, and OSError when the folder takes no file.
        """
        folder = saved.folder()
        return saving.save(self.html, self._tokens, folder, fichier or f"{self.nom}.html")

    def apercu(self) -> str:
        """Return the sealed document of the preview: the `srcdoc` of its frame."""
        return preview.sealed(self.html, self._tokens, saved.folder(), self.nom)

    def __repr__(self) -> str:
        counted = self._counted()
        return french_spaces(f"Page {self.nom} : {counted or 'vide pour le moment'}.")

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": self.text(), "text/html": self.shown()}

    def text(self) -> str:
        """Return the page as a screen reader would say it, and what to look at again."""
        remarks = self._remarks()
        parts = [repr(self), self.ecoute().text(), remarks.text() if remarks else ""]
        return "\n".join(part for part in parts if part)

    def shown(self, mark: str = "", state: str = "") -> str:
        """Return the page as HTML: its sealed preview, and beside it words that always remain.

        JupyterLab takes the frame away in a notebook that it does not trust. *mark* is
        the frame's id and *state* a sentence under it, for the live preview.
        """
        framed = preview.frame(self.apercu(), self.nom, self.hauteur, mark)
        remarks = self._remarks()
        status = (
            f'<p role="status" style="margin:.3em 0">{sentence_html(state)}</p>' if state else ""
        )
        return (
            f'<div lang="fr" role="group" aria-label="Page {escape(self.nom)}" '
            f'style="line-height:1.5;font-size:14px;margin:.3em 0">{framed}{status}'
            f'<p style="margin:.3em 0" data-apercu="compte">{sentence_html(repr(self))}</p>'
            f"{remarks.html() if remarks else ''}</div>"
        )

    def _remarks(self) -> Sentences:
        """Return the first things to look at again."""
        found = self._told(self._all_faults())
        more = len(found) - _MOST_SHOWN
        if more > 0:
            found[_MOST_SHOWN:] = [f"Et {more} autre{'s' if more > 1 else ''}."]
        return Sentences(found, "À regarder", "")

    def _all_faults(self) -> list[Fault]:
        return [*self._faults, *pictures.remarks(self._tokens, saved.folder())]

    def _told(self, faults: Iterable[Fault]) -> list[str]:
        ordered = sorted(set(faults), key=lambda fault: fault.line)
        made = " de la page que Python a faite" if self._made else ""
        first = self.premiere_ligne
        return [f"Ligne {f.line + first - 1}{made} : {f.said(first)}" for f in ordered]

    @cached_property
    def _faults(self) -> list[Fault]:
        of_tags = faults.find(self.html, self._tokens)
        by_python = faults.left_in_quotes(self.html, self._tokens) if self._made else []
        return [*self._structure.faults, *of_tags, *by_python, *self._css_faults()]

    @property
    def _made(self) -> bool:
        """Whether Python made the text, so that she sees none of its lines with a number."""
        return self.premiere_ligne == 1

    def _counted(self) -> str:
        names = [token.name for token in self._tokens if token.kind is Kind.START]
        kinds: Sequence[tuple[str, str, set[str]]] = (
            ("titre", "titres", {"h1", "h2", "h3", "h4", "h5", "h6"}),
            ("paragraphe", "paragraphes", {"p"}),
            ("liste", "listes", {"ul", "ol"}),
            ("image", "images", {"img"}),
            ("lien", "liens", {"a"}),
            ("tableau", "tableaux", {"table"}),
        )
        counts = ((sum(name in known for name in names), one, many) for one, many, known in kinds)
        said = [f"{count} {many if count > 1 else one}" for count, one, many in counts if count]
        return ", ".join(said) or ("du texte" if self.html.strip() else "")

    @cached_property
    def _tokens(self) -> list[Token]:
        return markup.read(self.html)

    @cached_property
    def _structure(self) -> Structure:
        return follow(self.html, self._tokens)

    @cached_property
    def _soup(self) -> Any:
        # A browser makes these where they are not written, and CSS speaks to them.
        mended = self._structure.mended
        for name in ("body", "html"):
            if not any(token.name in (name, "html") for token in self._tokens):
                mended = f"<{name}>{mended}</{name}>"
        return tree(mended)

    @cached_property
    def _cascade(self) -> Cascade:
        return Cascade(self._soup)

    def _css_faults(self) -> list[Fault]:
        found: list[Fault] = []
        for place, token in enumerate(self._tokens):
            if token.kind is not Kind.START:
                continue
            following = self._tokens[place + 1 : place + 3]
            # Without its end tag, a style sheet swallows the page: that is told already.
            if token.name == "style" and [x.kind for x in following] == [Kind.TEXT, Kind.END]:
                content = following[0]
                css = self.html[content.start : content.end]
                found += css_faults.find(css, content.line)
            inline = token.get("style")
            if inline:
                found += css_faults.find_in_attribute(inline, token.line)
        return found

    def _select(self, selector: str) -> list[Any]:
        if not isinstance(selector, str):
            raise TypeError('Un sélecteur s\'écrit entre guillemets, par exemple "h1".')
        found = select(self._soup, selector)
        if found is None:
            raise ValueError(
                f'« {selector} » n\'est pas un sélecteur de CSS. Écris par exemple "h1", '
                '".carte" ou "ul li".'
            )
        return found

    def _first(self, selector: str) -> Any:
        return next(iter(self._select(selector)), None)
