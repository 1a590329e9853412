"""Make a page of a learner's text, once it is known to be good; cheap to import."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elloweb.play.web.page import Page

LOWEST, DEFAULT, HIGHEST = 120, 320, 1200
LONGEST = 300_000


def page(html: str, nom: str = "ma_page", hauteur: int = DEFAULT) -> "Page":
    """Return the page that the text *html* makes, as a `%%page` cell does.

    Raises TypeError or ValueError, with a French sentence, on what cannot be a page.
    """
    return make_page(html, nom, hauteur, 1)


def make_page(html: str, nom: str, hauteur: int, premiere_ligne: int) -> "Page":
    """Return a page once its text, its name and its height are known to be good."""
    if not isinstance(html, str):
        raise TypeError('page(…) attend un texte entre guillemets : page("<h1>Bonjour</h1>").')
    if len(html) > LONGEST:
        raise ValueError(
            f"Ta page compte {len(html)} signes, et {LONGEST} au plus peuvent être montrés. "
            "Raccourcis-la, ou mets ses images dans des fichiers à côté."
        )
    if not isinstance(nom, str) or not nom.isidentifier():
        raise ValueError(
            f"« {nom} » ne peut pas nommer une page. Prends des lettres, des chiffres et des "
            "tirets bas, sans espace, par exemple ma_page."
        )
    if not isinstance(hauteur, int) or not LOWEST <= hauteur <= HIGHEST:
        raise ValueError(
            f"La hauteur de l'aperçu est un nombre entre {LOWEST} et {HIGHEST}, par exemple "
            f"{DEFAULT}."
        )
    from elloweb.play.web.page import Page  # all that reads a page: loaded with the first one

    return Page(html, nom, hauteur, premiere_ligne)
