"""What a screen reader would say of a page, in order, in French.

Simplified: real ones differ from one another, know CSS, and let their user jump about. Here the
page is read from its beginning to its end.
"""

from collections.abc import Callable
from typing import Any

from elloweb.play.web.vocabulary import words

_SILENT = frozenset(words("""script style template noscript head title meta link datalist"""))
_INLINE = frozenset(
    words(
        """a abbr b bdi bdo button cite code data del dfn em i img input ins kbd label mark meter
    output q s samp select small span strong sub sup svg textarea time u var wbr font"""
    )
)
_PLACES = {
    "header": "en-tête",
    "nav": "navigation",
    "main": "contenu principal",
    "aside": "à côté",
    "footer": "pied de page",
}
_FIELDS = {
    "checkbox": "case à cocher",
    "radio": "bouton radio",
    "range": "curseur",
    "number": "champ de nombre",
    "email": "champ d'adresse électronique",
    "password": "champ de mot de passe",
    "date": "champ de date",
    "file": "champ de fichier",
    "color": "choix de couleur",
    "search": "champ de recherche",
}
_DEEPEST = 100


def read_aloud(soup: Any) -> list[str]:
    """Return what is said of *soup*, one sentence for each thing met."""
    voice = _Voice(soup)
    title = soup.find("title")
    if title is not None and title.find_parent("svg") is None and _plain(title.get_text()):
        voice.said.append(f"page : {_plain(title.get_text())}")
    voice.children(soup, 0)
    voice.pause()
    return voice.said


class _Voice:
    def __init__(self, soup: Any) -> None:
        self.said: list[str] = []
        self._soup = soup
        self._text: list[str] = []
        self._ways: dict[str, Callable[[Any, int], None]] = {
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            **dict.fromkeys(("ul", "ol", "menu"), self._list),
            **dict.fromkeys(("input", "select", "textarea"), self._field),
            **dict.fromkeys(_PLACES, self._place),
            **dict.fromkeys(("video", "audio", "iframe"), self._medium),
            "a": self._link,
            "button": self._button,
            "summary": self._button,
            "br": lambda element, depth: self.pause(),
            "hr": lambda element, depth: self._say("séparateur"),
            "img": self._image,
            "svg": self._drawing,
            "label": self._label,
            "table": self._table,
        }

    def pause(self) -> None:
        """Say the text gathered so far."""
        text = _plain("".join(self._text))
        self._text = []
        if text:
            self.said.append(text)

    def children(self, element: Any, depth: int) -> None:
        """Read what is in *element*."""
        if depth > _DEEPEST:
            self._text.append(element.get_text(" "))
            return
        for child in element.children:
            if getattr(child, "name", None) is None:
                if type(child).__name__ == "NavigableString":
                    self._text.append(str(child))
            elif not _silent(child):
                self._element(child, depth + 1)

    def _element(self, element: Any, depth: int) -> None:
        way = self._ways.get(element.name)
        if way is not None:
            way(element, depth)
        elif element.name in _INLINE:
            self.children(element, depth)
        else:
            self.pause()
            self.children(element, depth)
            self.pause()

    def _say(self, sentence: str) -> None:
        self.pause()
        self.said.append(sentence)

    def _named(self, what: str, element: Any) -> None:
        name = _name(element)
        self._say(f"{what} : {name}" if name else f"{what} sans nom")

    def _heading(self, element: Any, depth: int) -> None:
        self._named(f"titre de niveau {element.name[1]}", element)
        for link in element.find_all("a", href=True):
            self._named("lien", link)

    def _link(self, element: Any, depth: int) -> None:
        if element.get("href") is None:
            self.children(element, depth)
        else:
            self._named("lien", element)

    def _button(self, element: Any, depth: int) -> None:
        self._named("bouton", element)

    def _image(self, element: Any, depth: int) -> None:
        alt = _label_of(element) or element.get("alt")
        if alt is None:
            self._say("image sans description")
        elif _plain(alt):
            self._say(f"image : {_plain(alt)}")

    def _drawing(self, element: Any, depth: int) -> None:
        name = _label_of(element) or _plain(element.title.get_text() if element.title else "")
        if name:
            self._say(f"image : {name}")

    def _list(self, element: Any, depth: int) -> None:
        items = [one for one in element.find_all("li", recursive=False) if not _silent(one)]
        count = len(items)
        self._say(f"liste de {count} élément{'s' if count > 1 else ''}" if count else "liste vide")
        self.children(element, depth)
        self._say("fin de la liste")

    def _table(self, element: Any, depth: int) -> None:
        rows = [row for row in element.find_all("tr") if row.find_parent("table") is element]
        cells = [row.find_all(["td", "th"], recursive=False) for row in rows]
        width = max(map(len, cells), default=0)
        size = f"{_count(len(rows), 'ligne')} et {_count(width, 'colonne')}"
        caption = element.find("caption")
        about = f" : {_name(caption)}" if caption is not None and _name(caption) else ""
        self._say(f"tableau de {size}{about}")
        for number, row in enumerate(cells, start=1):
            self._say(f"ligne {number} : {' ; '.join(_name(cell) or 'vide' for cell in row)}")

    def _place(self, element: Any, depth: int) -> None:
        label = _label_of(element)
        self._say(f"zone {_PLACES[element.name]}" + (f" : {label}" if label else ""))
        self.children(element, depth)
        self.pause()

    def _medium(self, element: Any, depth: int) -> None:
        kind = {"video": "vidéo", "audio": "son", "iframe": "cadre"}[element.name]
        name = _label_of(element) or _plain(element.get("title") or "")
        self._say(f"{kind} : {name}" if name else f"{kind} sans nom")

    def _label(self, element: Any, depth: int) -> None:
        # What names a field is said with the field.
        if element.get("for") is None and element.find(["input", "select", "textarea"]) is None:
            self.children(element, depth)
        for field in element.find_all(["input", "select", "textarea"]):
            self._field(field, depth)

    def _field(self, element: Any, depth: int) -> None:
        kind = str(element.get("type") or "text").lower()
        if kind == "hidden":
            return
        if element.name == "input" and kind in ("submit", "button", "reset"):
            self._say(f"bouton : {element.get('value') or _label_of(element) or 'envoyer'}")
            return
        what = _FIELDS.get(kind, "champ de texte")
        what = {"select": "liste à choix", "textarea": "zone de texte"}.get(element.name, what)
        name = _label_of(element) or self._label_text(element)
        name = name or _plain(element.get("placeholder") or element.get("title") or "")
        self._say(f"{what} : {name}" if name else f"{what} sans nom")

    def _label_text(self, field: Any) -> str:
        around = field.find_parent("label")
        name = field.get("id")
        label = around or (name and self._soup.find("label", attrs={"for": name}))
        return _plain(label.get_text(" ")) if label else ""


def _silent(element: Any) -> bool:
    return (
        element.name in _SILENT
        or element.get("hidden") is not None
        or str(element.get("aria-hidden")).lower() == "true"
    )


def _label_of(element: Any) -> str:
    return _plain(element.get("aria-label") or "")


def _name(element: Any) -> str:
    """Return the name of *element*: its label, or its text with its pictures' descriptions."""
    label = _label_of(element)
    if label:
        return label
    parts = []
    for inside in element.descendants:
        if getattr(inside, "name", None) == "img":
            parts.append(f" {inside.get('alt') or ''} ")
        elif type(inside).__name__ == "NavigableString" and not _hidden_within(inside, element):
            parts.append(str(inside))
    return _plain("".join(parts))


def _hidden_within(text: Any, element: Any) -> bool:
    for parent in text.parents:
        if parent is element:
            return False
        if _silent(parent):
            return True
    return False


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _plain(text: str) -> str:
    return " ".join(text.split())
