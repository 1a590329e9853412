"""Lines that Python cannot read, judged by their shape: the same on every version of Python."""

import keyword
import re
from itertools import pairwise

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scan import Token, begins_a_value, ends_a_value, tokens
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, nearest

_BLOCKS = {"if", "elif", "else", "for", "while", "def", "class", "try", "except", "finally", "with"}
_IN_FRENCH = {
    "si": "if",
    "sinon": "else",
    "sinonsi": "elif",
    "pour": "for",
    "tantque": "while",
    "tant": "while",
    "fonction": "def",
    "function": "def",
    "retourne": "return",
    "retourner": "return",
    "renvoie": "return",
    "renvoyer": "return",
    "importe": "import",
    "importer": "import",
    "foreach": "for",
}
_ELIF = {"elseif", "elsif", "elsei", "ifelse"}
_SIGNS = {
    "=>": ">=",
    "=<": "<=",
    "=!": "!=",
    "<>": "!=",
    "===": "==",
    "!==": "!=",
    "&&": "and",
    "||": "or",
    ":=": "=",
}
_NEVER_INSIDE = {"elif", "else", "return", "while", "def", "class", "import", "break"}
_NEEDS_MORE = r"(?:[-+*/%=<>.]|\b(?:and|or|not|in|is))$"


def _words(scene: Scene) -> list[str]:
    return re.findall(r"[^\W\d]\w*", scene.code)


def _first(scene: Scene) -> str:
    words = re.match(r"\s*([^\W\d]\w*)", scene.code)
    return words[1] if words else ""


def _notebook_command(scene: Scene) -> Advice | None:
    if not scene.line.lstrip().startswith("%"):
        return None
    return Advice(
        "Le signe `%` ne commence pas une ligne de code Python.",
        "Enlève ce signe au début de la ligne.",
    )


def _capital(scene: Scene) -> Advice | None:
    for word in _words(scene):
        if (
            word not in keyword.kwlist
            and word.lower() in keyword.kwlist
            and word not in scene.names
        ):
            return Advice(
                f"Python écrit ce mot sans majuscule : {code(word.lower())}.",
                f"Change {code(word)} en {code(word.lower())}.",
                scene.spot_of_word(word),
            )
    return None


def _in_french(scene: Scene) -> Advice | None:
    word = _first(scene)
    python = _IN_FRENCH.get(word.lower())
    if python is None or word in scene.names:
        return None
    return Advice(
        f"Python ne connaît pas {code(word)}. Dans sa langue, cela s'écrit {code(python)}.",
        f"Remplace {code(word)} par {code(python)}.",
        scene.spot_of_word(word),
    )


def _elif(scene: Scene) -> Advice | None:
    found = re.match(r"\s*(else\s+if)\b", scene.code)
    written = found[1] if found else _first(scene)
    if not found and written.lower() not in _ELIF:
        return None
    return Advice(
        f"En Python, {code(written)} s'écrit en un seul mot : `elif`.",
        f"Remplace {code(written)} par `elif`.",
        scene.spot_of_word(written),
    )


def _else_with_condition(scene: Scene) -> Advice | None:
    if not re.match(r"\s*else\b\s*[^\s:]", scene.code):
        return None
    return Advice(
        "`else` veut dire « sinon » : aucune condition ne le suit.",
        "Écris `else:` seul. S'il te faut une condition, c'est `elif`.",
        scene.spot_of_word("else"),
    )


def _condition_missing(scene: Scene) -> Advice | None:
    found = re.match(r"\s*(if|elif|while)\s*:", scene.code)
    if not found:
        return None
    return Advice(
        f"Après {code(found[1])}, il manque la condition.",
        f"Écris ce qu'il faut vérifier, par exemple {code(found[1] + ' age > 15:')}.",
    )


def _one_equals(scene: Scene) -> Advice | None:
    found = re.match(r"\s*(if|elif|while|return)\b", scene.code)
    single = re.search(r"(?<![=!<>:])=(?!=)", scene.code)
    if not found or not single or scene.spot is None:
        return None
    around = [token.depth for token in tokens(scene.code) if token.start == single.start()]
    if "'=='" not in scene.message and around != [0]:
        return None
    return Advice(
        f"Après {code(found[1])}, pour comparer, il faut deux signes égal : `==`. Un seul `=` "
        "range une valeur.",
        "Remplace `=` par `==`.",
        Spot(scene.spot.line, *single.span()),
    )


def _other_sign(scene: Scene) -> Advice | None:
    found = re.search(r"=>|=<|=!|<>|!==|===|&&|\|\||^\s*\w+\s*:=", scene.code)
    if found and scene.spot:
        sign = found.group().strip().lstrip("_0123456789abcdefghijklmnopqrstuvwxyz")
        sign = ":=" if sign.endswith(":=") else sign
        start = scene.code.find(sign)
        return Advice(
            f"Python n'a pas de signe {code(sign)} : il écrit {code(_SIGNS[sign])} à sa place.",
            f"Remplace {code(sign)} par {code(_SIGNS[sign])}, puis relance la cellule.",
            Spot(scene.spot.line, start, start + len(sign)),
        )
    found = re.search(r"(\w+)\s*(\+\+|--)\s*(?:$|[;)])", scene.code)
    if found:
        name, sign = found[1], found[2][0]
        return Advice(
            f"Python n'a pas de signe {code(found[2])}.",
            f"Pour changer {code(name)} de 1, écris {code(f'{name} = {name} {sign} 1')}.",
            scene.spot_of_word(name),
        )
    return None


def _for_without_in(scene: Scene) -> Advice | None:
    found = re.match(r"\s*for\b\s*([^\W\d]\w*)?", scene.code)
    if not found:
        return None
    name = found[1]
    if name == "in" or name is None:
        return Advice(
            "Après `for`, il manque le nom de la variable qui prend chaque valeur.",
            "Écris par exemple `for element in …:`.",
        )
    if re.search(r"\bin\b", scene.code):
        return None
    return Advice(
        "Dans une boucle `for`, il manque le mot `in`.",
        f"Écris {code(f'for {name} in …:')}, avec `in` après {code(name)}.",
    )


def _def_without_brackets(scene: Scene) -> Advice | None:
    found = re.match(r"\s*def\s+([^\W\d]\w*)\s*:?\s*$", scene.code)
    if found:
        return Advice(
            f"Après le nom de la fonction {code(found[1])}, il manque les parenthèses.",
            f"Écris {code(f'def {found[1]}():')}, même si les parenthèses restent vides.",
        )
    found = re.match(r"\s*def\s*\(", scene.code)
    if found:
        return Advice(
            "Après `def`, il manque le nom de la fonction.",
            "Écris par exemple `def moyenne(liste):`.",
        )
    return None


def _twice(scene: Scene) -> Advice | None:
    found = re.search(r"::|>>=|<<=|\.\.(?!\.)", scene.code)
    if not found or scene.spot is None:
        return None
    sign = found.group()[0]
    return Advice(
        f"Le signe {code(sign)} est écrit deux fois de suite.",
        f"Garde {code(sign)} une seule fois.",
        Spot(scene.spot.line, *found.span()),
    )


def _new_line(scene: Scene) -> Advice | None:
    """Find the block or the ``return`` that follows the end of an instruction on its line."""
    if scene.spot is None or re.search(r"\bif\b", scene.code[: scene.spot.start]):
        return None
    for first, second in pairwise(tokens(scene.code)):
        if ends_a_value(first) and second.depth == 0 and second.text in _NEVER_INSIDE:
            return Advice(
                f"{code(second.text)} doit commencer sa propre ligne.",
                f"Va à la ligne avant {code(second.text)}, et aligne-le.",
                Spot(scene.spot.line, second.start, second.end),
            )
    return None


def _unfinished(scene: Scene) -> Advice | None:
    text = scene.code
    found = re.search(_NEEDS_MORE, text)
    if not found or scene.spot is None or (re.match(r"\s*\S+$", text) and found.group() != "."):
        return _gap(scene)
    sign = found.group()
    what = "la valeur" if sign == "=" else "quelque chose"
    return Advice(
        f"La ligne {scene.number(scene.spot.line)} n'est pas finie : après {code(sign)}, il manque "
        f"{what}.",
        f"Après {code(sign)}, complète la ligne.",
        Spot(scene.spot.line, *found.span()),
    )


def _gap(scene: Scene) -> Advice | None:
    found = re.search(r",\s*,|[(\[]\s*,|=\s*[),\]]", scene.code)
    if not found or scene.spot is None:
        return None
    spot = Spot(scene.spot.line, *found.span())
    if "=" in found.group():
        return Advice(
            "Après le signe `=`, il manque une valeur.",
            "Écris la valeur, ou enlève le nom et son signe `=`, de trop ici.",
            spot,
        )
    return Advice(
        "À côté de la virgule, il manque une valeur.",
        "Ajoute la valeur, ou enlève la virgule de trop.",
        spot,
    )


def _orphan(scene: Scene) -> Advice | None:
    found = re.match(r"\s*(else|elif|except|finally)\b.*:", scene.code)
    if not found or scene.spot is None:
        return None
    word = found[1]
    if scene.spot.start > scene.code.find(word) + len(word):
        return None
    partner = "if" if word in ("else", "elif") else "try"
    return Advice(
        f"{code(word)} n'a pas de {code(partner)} au-dessus de lui, au même décalage.",
        f"Aligne le début de {code(word)} sur celui de son {code(partner)}, et vérifie qu'aucune "
        "ligne ne les sépare.",
        scene.spot_of_word(word),
    )


def _colon(scene: Scene) -> Advice | None:
    word = _first(scene)
    said = "expected ':'" in scene.message
    if scene.spot is None or not (said or word in _BLOCKS):
        return None
    text, line = scene.code, scene.spot.line
    if not said and (":" in text or re.match(r"\s*\w+\s*=", text)):
        return None
    rest = _after_the_condition(text)
    if rest:
        return Advice(
            f"Il manque les deux points `:` à la ligne {scene.number(line)}, avant "
            f"{code(rest.text)}.",
            "Ajoute deux points, puis mets la suite à la ligne, après quatre espaces.",
            Spot(line, rest.start, rest.end),
        )
    return Advice(
        f"Il manque les deux points `:` à la fin de la ligne {scene.number(line)}.",
        f"Ajoute deux points à la fin. Toute ligne qui commence par {code(word)} finit ainsi."
        if word in _BLOCKS
        else "Ajoute deux points à la fin de cette ligne.",
        Spot(line, len(text), len(text)),
    )


def _after_the_condition(text: str) -> Token | None:
    """Return what stands where the colon is missing: `print` in ``if x > 0 print(x)``."""
    line = tokens(text)[1:]
    for first, second in pairwise(line):
        if second.depth == first.depth == 0 and ends_a_value(first) and begins_a_value(second):
            return second
    return None


def _misspelt_word(scene: Scene) -> Advice | None:
    found = re.match(r"\s*([^\W\d]\w*)\s*(:\s*$|\s[\w\"'\[(]|$)", scene.code)
    if found and found[1] == "or" and scene.code.endswith(":"):
        return _typing_slip(scene, "or", "for")
    if not found or found[1] in keyword.kwlist or found[1] in scene.known_names():
        return None
    near = nearest(found[1], [*_BLOCKS, "return", "import", "from", "break", "continue"])
    return _typing_slip(scene, found[1], near) if near else None


def _typing_slip(scene: Scene, word: str, near: str) -> Advice:
    return Advice(
        f"Python ne connaît pas {code(word)} ici. Tu voulais sans doute écrire {code(near)}.",
        f"Change {code(word)} en {code(near)}.",
        scene.spot_of_word(word),
    )


RULES: tuple[Rule, ...] = (
    _notebook_command,
    _capital,
    _elif,
    _in_french,
    _else_with_condition,
    _condition_missing,
    _other_sign,
    _one_equals,
    _for_without_in,
    _def_without_brackets,
    _twice,
    _new_line,
    _unfinished,
    _orphan,
    _misspelt_word,
    _colon,
)
