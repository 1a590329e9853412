"""Say in French what to look at again in a page: tags, attributes, and what helps everyone read."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from elloweb.play.web import colours, slips, vocabulary
from elloweb.play.web.markup import Broken, Kind, Token
from elloweb.play.web.structure import OTHER_LINE, Fault

_BACKSLASH = re.compile(r"<\\\s?([a-zA-Z][a-zA-Z1-6]*)>")
_CODE = re.compile(r"\+ *([^\W\d]\w*) *\+")
_FILE_NAME = re.compile(r"^\S+\.(?:png|jpe?g|gif|webp|svg)$", re.IGNORECASE)
_BOOK_QUOTES = "“”«‘’"
_OBSOLETE_HINT = {
    "center": "En CSS : `text-align: center`.",
    "font": "En CSS : `color`, `font-size` et `font-family`.",
    "big": "En CSS : `font-size`.",
}


def find(text: str, tokens: Sequence[Token]) -> list[Fault]:
    """Return the faults of the *tokens* of *text*, apart from how they nest and from the CSS."""
    faults: list[Fault] = []
    foreign = 0
    for place, token in enumerate(tokens):
        faults += _broken(text, token)
        if token.kind is Kind.TEXT:
            raw = place and tokens[place - 1].name in ("style", "script", "textarea")
            faults += [] if raw else _tags_taken_for_text(text, token)
        if token.name in ("svg", "math"):
            foreign += 1 if token.kind is Kind.START else -1
        if token.kind is Kind.START and foreign <= 0:
            written = text[token.start : token.end]
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            empty = following and (following.kind, following.name) == (Kind.END, token.name)
            said = _start_tag(token, written, bool(empty))
            faults += [Fault(token.line, sentence) for sentence in said]
    return [*faults, *_whole(tokens)]


def left_in_quotes(text: str, tokens: Sequence[Token]) -> list[Fault]:
    """Return the faults of a page made by Python that shows code itself: `+ concert +`."""
    return [
        Fault(
            token.line + text.count("\n", token.start, found.start()),
            f"la page montre `{found[0]}` : `{found[1]}` est resté entre les guillemets. Ferme-les "
            "avant, et rouvre-les après.",
        )
        for token in tokens
        if token.kind is Kind.TEXT
        for found in _CODE.finditer(text, token.start, token.end)
    ]


def _broken(text: str, token: Token) -> Iterator[Fault]:
    start = text[token.start : token.end].split("\n")[0][:40].rstrip()
    sentences = {
        Broken.QUOTE: f"dans `{start}`, les guillemets ne vont pas par deux. Un guillemet ouvre la "
        "valeur, un autre la ferme.",
        Broken.ANGLE: f"il manque `>` à la fin de `{start}`.",
        Broken.SPACE: f"dans `{start}`, retire l'espace après `</`.",
        Broken.COMMENT: "le commentaire `<!--` n'est pas fermé. Ajoute `-->` à sa fin : tout "
        "ce qui suit est caché.",
    }
    if token.broken:
        yield Fault(token.line, sentences[token.broken])


def _tags_taken_for_text(text: str, token: Token) -> Iterator[Fault]:
    def fault(place: int, sentence: str) -> Fault:
        return Fault(token.line + text.count("\n", token.start, place), sentence)

    for slip in slips.with_space(text, token.start, token.end):
        yield fault(
            slip.start, f"`{slip.written}` est pris pour du texte : retire l'espace après `<`."
        )
    for found in _BACKSLASH.finditer(text, token.start, token.end):
        if found[1].lower() in vocabulary.ELEMENTS:
            yield fault(
                found.start(),
                f"`{found[0]}` est pris pour du texte : la barre penche de l'autre côté, `</`.",
            )
    for slip in slips.with_digit(text, token.start, token.end):
        right = f"</{slip.meant}>" if slip.closes else f"<{slip.meant}>"
        yield fault(
            slip.start,
            f"`{slip.written}` est pris pour du texte : une balise commence par une lettre. Écris "
            f"`{right}`.",
        )


def _start_tag(token: Token, written: str, empty: bool) -> Iterator[str]:
    name = token.name
    whole = slips.split_name(token)
    text = slips.text_within(token, written)
    if whole:
        yield f"dans `{written}`, retire l'espace : `<{whole}>`."
        return
    if text and (empty or " " in text):
        yield f"le texte se met après le chevron : `<{name}>{text}</{name}>`."
        return
    if re.fullmatch(r"h\d+", name) and name not in vocabulary.ELEMENTS:
        yield f"`<{name}>` n'existe pas : les titres vont de `<h1>` à `<h6>`."
    elif name in vocabulary.OBSOLETE:
        hint = _OBSOLETE_HINT.get(name, "")
        yield f"`<{name}>` est une balise d'autrefois. {hint}".rstrip()
    elif name not in vocabulary.ELEMENTS and colours.parse(name):
        yield f"`<{name}>` n'est pas une balise : c'est une couleur. En CSS : `color: {name}`."
    elif name not in vocabulary.ELEMENTS and "-" not in name:
        meant = vocabulary.meant_element(name)
        guess = f" Voulais-tu écrire `<{meant}>` ?" if meant else " Vérifie son orthographe."
        yield f"`<{name}>` n'est pas une balise de HTML.{guess}"
    yield from _attributes(token, written)
    if name == "img":
        yield from _image(token)


def _attributes(token: Token, written: str) -> Iterator[str]:
    several = _of_several_words(token, written)
    if several:
        yield (
            f"dans `<{token.name}>`, la valeur de `{several}` a plusieurs mots : entoure-la de "
            f'guillemets, `{several}="…"`.'
        )
        return
    for name, value in token.attributes:
        plain = not name.startswith(("data-", "aria-", "on", "xml"))
        # Of a text that lost its quotes, the words are no attributes.
        named = value is not None and token.broken is not Broken.QUOTE
        if plain and named and name not in vocabulary.ATTRIBUTES:
            meant = vocabulary.meant_attribute(name)
            if meant:
                yield f"dans `<{token.name}>`, `{name}` n'existe pas. Voulais-tu écrire `{meant}` ?"
        if value and value[0] in _BOOK_QUOTES:
            yield (
                f"dans `<{token.name}>`, la valeur de `{name}` demande des guillemets droits : "
                f'`{name}="…"`.'
            )


def _of_several_words(token: Token, written: str) -> str | None:
    """Return the attribute whose value, without quotes, goes on in words that are no attributes."""
    for (name, value), (word, nothing) in pairwise(token.attributes):
        strange = nothing is None and word not in vocabulary.ATTRIBUTES and "-" not in word
        bare = re.compile(rf"{re.escape(name)}\s*=\s*{re.escape(value or '')}\s", re.IGNORECASE)
        if value and value[0] not in _BOOK_QUOTES and strange and bare.search(written):
            return name
    return None


def _image(token: Token) -> Iterator[str]:
    alt = token.get("alt")
    names = {name for name, _ in token.attributes}
    meant = {vocabulary.meant_attribute(name) for name in names - vocabulary.ATTRIBUTES}
    if not {"src", "srcset"} & (names | meant):
        yield "l'image n'a pas de `src` : dis quel fichier montrer, `src=\"photo.png\"`."
    if alt is None:
        yield (
            "l'image n'a pas de description. Ajoute `alt=\"…\"` pour qui ne la voit pas, ou "
            '`alt=""` si elle ne fait que décorer.'
        )
    elif _FILE_NAME.match(alt.strip()):
        yield "`alt` répète le nom du fichier. Dis plutôt ce que montre l'image."


def _whole(tokens: Sequence[Token]) -> Iterator[Fault]:
    starts = [token for token in tokens if token.kind is Kind.START]
    yield from _twice(starts)
    yield from _skipped_levels(starts)
    root = next((token for token in starts if token.name == "html"), None)
    if root is None:
        return
    if not root.get("lang"):
        yield Fault(
            root.line,
            'la langue de la page n\'est pas dite. Écris `<html lang="fr">` : une voix saura '
            "comment la lire.",
        )
    if not any(token.name == "title" for token in starts):
        yield Fault(
            root.line, "la page n'a pas de `<title>` : ajoute-le entre `<head>` et `</head>`."
        )


def _twice(starts: Sequence[Token]) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for token in starts:
        name = token.get("id")
        if name and name in first:
            yield Fault(
                token.line,
                f'`id="{name}"` sert déjà ligne {OTHER_LINE}. Un `id` est unique : choisis-en un '
                "autre, ou prends `class`.",
                first[name],
            )
        elif name:
            first[name] = token.line


def _skipped_levels(starts: Sequence[Token]) -> Iterator[Fault]:
    before = 0
    for token in starts:
        if token.name in vocabulary.HEADINGS:
            level = int(token.name[1])
            if before and level > before + 1:
                yield Fault(
                    token.line,
                    f"on passe de `<h{before}>` à `<{token.name}>` : il manque un niveau. Prends "
                    f"`<h{before + 1}>`, et règle sa taille en CSS.",
                )
            before = level
