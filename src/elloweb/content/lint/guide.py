"""Rules about the facilitators' page of a workshop."""

import re
from collections.abc import Iterator
from pathlib import Path

from elloweb.content.kit import Kit
from elloweb.content.problems import Problem

# What a facilitator looks for: what it is → how its heading, or its bold words, begin.
_SECTIONS = {
    "le but": r"#+ Le but",
    "le hors champ": r"(?:#+ |\*\*)Hors champ",
    "le matériel": r"#+ Le matériel",
    "le déroulé": r"#+ Le déroulé",
    "les cinq erreurs": r"#+ Cinq erreurs",
    "la grille de la création": r"#+ La grille",
    "la version d'1 heure": r"#+ En 1 heure",
    "la version longue": r"#+ Plus long",
    "les réponses": r"#+ Les réponses",
}


def check(kit: Kit, slug: str) -> Iterator[Problem]:
    """Yield what misses of the page that the facilitator of *slug* holds in her hand."""
    page = kit.guide_page(slug)
    where = kit.relative(page)
    if not page.is_file():
        yield Problem(where, "cette page manque.", "Écris-la d'après celle d'un autre atelier.")
        return
    text = read(page).replace("\u00a0", " ")
    for section, beginning in _SECTIONS.items():
        if not re.search(rf"^{beginning}", text, re.MULTILINE):
            yield Problem(where, f"{section} manque.", "Ajoute cette partie, avec son titre.")


def pages(kit: Kit, slug: str) -> list[Path]:
    """Return the pages of *slug*: the facilitators', and those to print."""
    page = kit.guide_page(slug)
    found = [page] if page.is_file() else []
    return found + sorted((kit.workshops / slug).glob("*.md"))


def general_pages(kit: Kit) -> list[Path]:
    """Return the pages of the guide that belong to no workshop, sorted."""
    own = {kit.guide_page(slug) for slug in kit.slugs()}
    return [path for path in sorted(kit.guide.rglob("*.md")) if path not in own]


def read(page: Path) -> str:
    """Return the text of *page*; what is no UTF-8 in it shows as such."""
    return page.read_text(encoding="utf-8", errors="replace")
