"""Signs that Python does not take, and texts whose quotation marks do not match."""

import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import Mark
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, quoted

_DOUBLE_QUOTES = "“”„‟«»″"
_SINGLE_QUOTES = "‘’‚‛′`´"
# What to write in place of a sign that a keyboard or a copied page gives.
_INSTEAD = {
    "×": "*",
    "·": "*",
    "÷": "/",
    "∕": "/",
    "–": "-",
    "—": "-",
    "−": "-",
    "‑": "-",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "＝": "=",
    "，": ",",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "…": "...",
    "²": "**2",
    "³": "**3",
    "√": "** 0.5",
}
# A sentence without its quotes: from a letter on, and no comma or operator just before the end.
_WORDS_ALONE = r"[^\W\d](?:[^\"()=\[\]{}]*[^\"()=\[\]{},+*/\s-])?"
_PREFIXES = {"f", "r", "b", "u", "rb", "br", "fr", "rf"}


def _invalid_character(scene: Scene) -> Advice | None:
    found = re.search(r"invalid (?:non-printable )?character.*U\+([0-9A-Fa-f]+)", scene.message)
    if not found or scene.spot is None:
        return None
    sign = chr(int(found[1], 16))
    column = scene.line.find(sign)
    spot = Spot(scene.spot.line, column, column + 1) if column >= 0 else scene.spot
    if sign in _DOUBLE_QUOTES + _SINGLE_QUOTES:
        plain = '"' if sign in _DOUBLE_QUOTES else "'"
        return Advice(
            f"Python ne connaît pas le guillemet {_sign(sign)} : il veut des guillemets droits, "
            f"le signe {code(plain)} du clavier.",
            "Efface les guillemets, puis tape-les au clavier.",
            spot,
        )
    if sign in _INSTEAD:
        return Advice(
            f"Python ne connaît pas le signe {_sign(sign)} : il écrit {code(_INSTEAD[sign])} à sa "
            "place.",
            f"Remplace {_sign(sign)} par {code(_INSTEAD[sign])}, puis relance la cellule.",
            spot,
        )
    if sign.isspace() or not sign.isprintable():
        return Advice(
            "La ligne contient un espace spécial, qui ressemble à un espace mais que Python ne lit "
            "pas. Il vient souvent d'un copier-coller.",
            "Efface les espaces de cette ligne, puis retape-les au clavier.",
            spot,
        )
    return Advice(
        f"Python ne connaît pas le signe {_sign(sign)} hors d'un texte entre guillemets.",
        "Enlève ce signe, ou mets le texte entre guillemets.",
        spot,
    )


def _sign(sign: str) -> str:
    return f"« {sign} »" if sign == "`" else code(sign)


def _open_text(scene: Scene) -> Advice | None:
    opened = scene.scan.open_text
    if opened is None or "f-string: " in scene.message or scene.spot is None:
        return None
    if len(opened.sign) == 3:
        return Advice(
            f"Le texte ouvert par {code(opened.sign)} à la ligne {scene.number(opened.line)} n'est "
            "jamais refermé.",
            f"Ajoute {code(opened.sign)} à la fin du texte.",
            Spot(opened.line, opened.column, opened.column + 3),
        )
    if opened.line > scene.spot.line:
        return None
    early = _opening_missing(scene, opened)
    if early:
        return early
    return _apostrophe(scene, opened) or _other_quote(scene, opened) or _unclosed(scene, opened)


def _doubled_quotes(scene: Scene) -> Advice | None:
    """Explain ``""plats""``, and the same on one side alone."""
    if scene.spot is None or not re.search(r"""(["'])\1""", scene.line):
        return None
    line = scene.scan.open_text.line if scene.scan.open_text else scene.spot.line
    text = scene.scan.line(line)
    for sign in "\"'":
        word = rf"([^\W\d][^{sign}]*)"
        for before, after in ((2, 2), (2, 1), (1, 2)):
            found = re.search(
                rf"(?<![\w{sign}]){sign * before}{word}{sign * after}(?!{sign})", text
            )
            if found and (before == after or scene.scan.open_text):
                return Advice(
                    f"Les guillemets {code(sign * 2)} sont en double : Python y lit un texte vide.",
                    f"Garde un seul guillemet de chaque côté : {code(sign + found[1] + sign)}.",
                    Spot(line, *found.span()),
                )
    return None


def _opening_missing(scene: Scene, opened: Mark) -> Advice | None:
    """Explain ``print(Bonjour")`` and ``print(Bonjour !)``, where the text begins without quotes.

    The apostrophe of a French word then looks like the opening quote.
    """
    line = scene.scan.line(opened.line)
    found = re.search(rf"([(=])\s*({_WORDS_ALONE})([\"'])\s*\)?\s*$", line)
    if found and found[2].lower() not in _PREFIXES and found[3] not in found[2]:
        place = "après la parenthèse" if found[1] == "(" else "après le signe `=`, devant le texte"
        return Advice(
            f"Il manque le guillemet {code(found[3])} au début du texte.",
            f"Ajoute {code(found[3])} juste {place}.",
            Spot(opened.line, found.start(2), found.end(3)),
        )
    found = re.search(rf"([(=])\s*({_WORDS_ALONE})\)?\s*$", line)
    if not found or opened.sign != "'" or line.count("'") != 1:
        return None
    return _bare_text(Spot(opened.line, *found.span(2)), found[2])


def _bare_text(spot: Spot, text: str) -> Advice:
    return Advice(
        f"Sans guillemets, Python lit {code(text)} comme des noms, et ne comprend pas la suite.",
        f"Si c'est un texte, mets des guillemets autour : {quoted(text.strip())}.",
        spot,
    )


def _words_and_a_sign(scene: Scene) -> Advice | None:
    """Explain ``print(Bonjour !)``: words, and a sign that ends a sentence."""
    found = re.search(r"[(=]\s*([^\W\d][\w ,-]*?\s?[!?…]+)\s*\)?\s*$", scene.code)
    if not found or scene.spot is None:
        return None
    return _bare_text(Spot(scene.spot.line, *found.span(1)), found[1])


def _unclosed(scene: Scene, opened: Mark) -> Advice:
    line = scene.scan.line(opened.line)
    return Advice(
        f"Il manque le guillemet {code(opened.sign)} qui referme le texte, ligne "
        f"{scene.number(opened.line)}.",
        f"Ajoute {code(opened.sign)} à la fin du texte.",
        Spot(opened.line, opened.column, len(line.rstrip())),
    )


def _other_quote(scene: Scene, opened: Mark) -> Advice | None:
    line = scene.scan.line(opened.line)
    other = "'" if opened.sign == '"' else '"'
    if not re.search(rf"{other}[\s)\],:]*$", line[opened.column :]):
        return None
    return Advice(
        f"Le texte commence par {code(opened.sign)} et finit par {code(other)} : Python attend "
        "deux fois le même guillemet.",
        f"Mets {code(opened.sign)} des deux côtés.",
        Spot(opened.line, opened.column, len(line.rstrip())),
    )


def _apostrophe(scene: Scene, opened: Mark) -> Advice | None:
    """Explain the apostrophe that closed a text too early: ``'j'ai faim'``."""
    line = scene.scan.line(opened.line)
    named = re.match(r"\s*([^\W\d]\w*'\w+)\s*=(?!=)", line)
    if opened.sign == "'" and named and named[1].partition("'")[0].lower() not in _PREFIXES:
        return Advice(
            f"Un nom de variable ne contient pas d'apostrophe : {code(named[1])}.",
            f"Écris plutôt {code(named[1].replace(chr(39), '_') + ' = …')}.",
            Spot(opened.line, named.start(1), named.end(1)),
        )
    found = re.search(r"'[^'\"]*\w'\w", line)
    if opened.sign != "'" or not found or line.count("'") < 3:
        return None
    return _use_double_quotes(opened.line, found.end() - 2)


def _use_double_quotes(line: int, column: int) -> Advice:
    return Advice(
        "L'apostrophe du texte l'a refermé trop tôt : Python la prend pour le guillemet de la fin.",
        'Entoure le texte de guillemets doubles, comme dans `"j\'ai"`.',
        Spot(line, column, column + 1),
    )


def _apostrophe_inside(scene: Scene) -> Advice | None:
    """Explain the same where the quotes happen to match: ``'l'eau d'ici'``."""
    if scene.spot is None:
        return None
    found = re.search(r"(?<!\w)'[^'\"]*\w'\w", scene.line)
    if not found or "'" not in scene.line[found.end() :]:
        return None
    return _use_double_quotes(scene.spot.line, found.end() - 2)


def _quotes_inside(scene: Scene) -> Advice | None:
    found = re.search(r'(?<!\w)"[^"]*"\w[^"\']*"', scene.line)
    if not found or scene.spot is None:
        return None
    return Advice(
        "Un guillemet au milieu du texte l'a refermé trop tôt.",
        "Dans un texte entre `\"`, mets des apostrophes `'` à la place des guillemets du milieu.",
        Spot(scene.spot.line, *found.span()),
    )


def _backslash(scene: Scene) -> Advice | None:
    if "unicodeescape" in scene.message:
        return Advice(
            "Dans un texte, le signe `\\` a un sens spécial, et Python n'arrive pas à lire la "
            "suite. C'est fréquent avec un chemin de fichier.",
            "Remplace chaque `\\` par `/` dans le chemin.",
        )
    if "line continuation character" in scene.message:
        return Advice(
            "Le signe `\\` n'a pas sa place ici, hors d'un texte entre guillemets.",
            "Enlève-le. Pour diviser, `/` est le bon signe.",
        )
    return None


RULES: tuple[Rule, ...] = (
    _invalid_character,
    _doubled_quotes,
    _open_text,
    _apostrophe_inside,
    _quotes_inside,
    _words_and_a_sign,
    _backslash,
)
