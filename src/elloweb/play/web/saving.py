"""Save a page as a real `.html` file that she takes home."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from elloweb.files import write_whole
from elloweb.learn.card import french_spaces, sentence_html
from elloweb.play.web import pictures
from elloweb.play.web.markup import Kind, Token, replace

_NAME = re.compile(r"[^\W_](?:[\w -]|\.(?!\.))*", re.ASCII)
_HEAD = (
    '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
)
_NEW_TAB = (
    "Elle s'ouvre dans un nouvel onglet du navigateur, tout en haut de l'écran ; ton carnet reste "
    "dans le sien."
)
# Names that Windows keeps for itself, with any ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Saved:
    """A page that was saved: the name of its file, beside the notebook.

    ``manques`` says, a sentence for each, which pictures could not go with it.
    """

    fichier: str
    manques: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return french_spaces(" ".join([self._done(), *self._missing()]))

    def _done(self) -> str:
        return f"Ta page est enregistrée dans {self.fichier}, à côté de ton carnet."

    def _missing(self) -> list[str]:
        """Return what is missing in the file, in one paragraph, if anything is."""
        if not self.manques:
            return []
        picture = "une image" if len(self.manques) == 1 else f"{len(self.manques)} images"
        told = [said[:1].upper() + said[1:] for said in self.manques]
        again = "Corrige ta page, relance-la, puis enregistre-la de nouveau."
        return [f"Attention, il y manque {picture}.", *told, again]

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        address = escape(quote(self.fichier))
        link = (
            f'<a href="{address}" target="_blank" rel="noopener" '
            f'onclick="{_open_in_the_browser(secrets.token_hex(4))}" '
            f'style="text-decoration:underline">Ouvrir {escape(self.fichier)}</a>'
        )
        style = "margin:.3em 0;line-height:1.5;font-size:14px"
        missing = "".join(
            f'<p style="{style}">{sentence_html(said)}</p>' for said in self._missing()
        )
        return {
            "text/plain": repr(self),
            "text/html": f'<div lang="fr" role="status"><p style="{style}">'
            f"{sentence_html(self._done())} {link} {sentence_html(_NEW_TAB)}</p>{missing}</div>",
        }


def _open_in_the_browser(version: str) -> str:
    """Return what a click on the link to the file does first, in JavaScript.

    JupyterLab would catch it, and show the file over the notebook, as it was when first opened.
    Here the browser alone gets the click, with an address that is new for each *version* of the
    file. A notebook that is not trusted loses this, and keeps JupyterLab's own way.
    """
    return (
        "event.stopImmediatePropagation();const to=new window.URL(this.href);"
        f"to.searchParams.set('v','{version}');this.href=to"
    )


def save(text: str, tokens: Sequence[Token], folder: Path, name: str) -> Saved:
    """Write the page *text* into *folder* as *name*, over an older `.html` of that name alone."""
    name = _checked(name)
    target = folder / name
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise ValueError(
            f"« {name} » existe déjà et n'est pas un fichier de page. Choisis un autre nom."
        )
    document = whole(text, tokens, folder, Path(name).stem)
    write_whole(target, document.encode(errors="replace"))
    return Saved(name, tuple(told.sentence for told in pictures.remarks(tokens, folder)))


def whole(text: str, tokens: Sequence[Token], folder: Path, name: str) -> str:
    """Return *text* as a whole document: what it already says of itself is left as it is."""
    names = {token.name for token in tokens if token.kind is Kind.START}
    edits = list(pictures.inlined(text, tokens, folder))
    if names & {"html", "head", "body"}:
        if not _says_its_characters(tokens):
            place = _place_in_head(tokens)
            edits.append((place, place, f"\n{_HEAD}"))
        document = replace(text, edits)
        return document if _has_doctype(text, tokens) else f"<!doctype html>\n{document}"
    title = "" if "title" in names else f"<title>{escape(_title(text, tokens) or name)}</title>\n"
    return (
        f'<!doctype html>\n<html lang="fr">\n<head>\n{_HEAD}\n{title}</head>\n<body>\n'
        f"{replace(text, edits).strip()}\n</body>\n</html>\n"
    )


def _checked(name: str) -> str:
    name = name.strip() if isinstance(name, str) else ""
    if Path(name).suffix == "" and name:
        name += ".html"
    if Path(name).suffix.lower() not in (".html", ".htm"):
        raise ValueError(f"« {name} » ne finit pas par .html. Écris par exemple ma_page.html.")
    if not _NAME.fullmatch(name) or _RESERVED.match(name) or len(name) > 80:
        raise ValueError(
            f"« {name} » ne peut pas nommer un fichier. Prends des lettres sans accent, des "
            "chiffres et des tirets, sans dossier devant, par exemple ma_page.html."
        )
    return name


def _has_doctype(text: str, tokens: Sequence[Token]) -> bool:
    return any(
        (token.kind is Kind.OTHER and text.startswith("<!doctype", token.start))
        or text[token.start : token.start + 9].lower() == "<!doctype"
        for token in tokens
    )


def _says_its_characters(tokens: Sequence[Token]) -> bool:
    metas = (token for token in tokens if token.kind is Kind.START and token.name == "meta")
    return any(token.get("charset") is not None for token in metas)


def _place_in_head(tokens: Sequence[Token]) -> int:
    for name in ("head", "html"):
        for token in tokens:
            if token.kind is Kind.START and token.name == name:
                return token.end
    return 0


def _title(text: str, tokens: Sequence[Token]) -> str:
    """Return the words of the first heading."""
    inside, words = False, []
    for token in tokens:
        if token.name in ("h1", "h2", "h3"):
            if inside:
                break
            inside = token.kind is Kind.START
        elif inside and token.kind is Kind.TEXT:
            words.append(unescape(text[token.start : token.end]))
    return " ".join(" ".join(words).split())
