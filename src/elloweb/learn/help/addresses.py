"""Names of sites and of files, addresses, words with hyphens: texts that lack their quotes."""

import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.scope import missing_name
from elloweb.learn.help.words import code, nearest, quoted

# What a beginner's site or mail address ends with; the first ones are those of made-up sites.
_SITES = {"example", "test", "invalid", "fr", "com", "org", "net", "eu", "gouv", "info"}
_FILES = {"html", "css", "svg", "png", "jpg", "jpeg", "csv", "txt", "pdf", "ipynb"}
# Words with a point, a hyphen, a bar or an at sign between them, no space, and no call.
_JOINED = r"(?<![\w.\"'])[^\W\d]\w*(?:[-./@]\w+)+(?![\w.])(?!\s*\()"
_WEB = r"https?:/{0,2}[^\s\"',)\]}]+"


def _web_address(scene: Scene) -> Advice | None:
    """Explain ``adresse = https://ruche.example``; Python sees no more than its colon."""
    found = re.search(_WEB, scene.line)
    if not found or scene.spot is None or not scene.code.startswith("http", found.start()):
        return None
    return Advice(
        "Une adresse est un texte : elle se met entre guillemets.",
        f"Écris {quoted(found.group())}.",
        Spot(scene.spot.line, *found.span()),
    )


def _joined_words(scene: Scene) -> Advice | None:
    """Explain ``site = ruche-connexion.example`` and ``enregistre(ma_page.html)``."""
    name = missing_name(scene)
    if not name or scene.spot is None:
        return None
    for found in re.finditer(_JOINED, scene.code):
        text = found.group()
        if name not in re.split(r"[-./@]", text):
            continue
        kind = _kind(text)
        if kind or (isinstance(scene.error, NameError) and _only_hyphens(scene, text, name)):
            return Advice(
                f"{kind} est un texte : {'elle' if kind == 'Une adresse' else 'il'} se met entre "
                "guillemets."
                if kind
                else f"Un texte se met entre guillemets : sans eux, Python lit {code(text)} comme "
                "une soustraction.",
                f"Écris {quoted(text)}.",
                Spot(scene.spot.line, *found.span()),
            )
    return None


def _kind(text: str) -> str:
    if "@" in text:
        return "Une adresse"
    ending = text.partition("/")[0].rpartition(".")
    if ending[0] and ending[2] in _SITES:
        return "Un nom de site"
    return "Un nom de fichier" if ending[0] and ending[2] in _FILES else ""


def _only_hyphens(scene: Scene, text: str, name: str) -> bool:
    """Return whether these are words with hyphens, and none of them nearly a value of hers."""
    if not re.fullmatch(r"[^\W\d_]+(?:-[^\W\d_]+)+", text):
        return False
    values = [one for one, value in scene.names.items() if not callable(value)]
    return not {*text.split("-")} & {*values} and nearest(name, values) is None


RULES: tuple[Rule, ...] = (_web_address, _joined_words)
