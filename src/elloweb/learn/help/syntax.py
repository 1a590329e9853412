"""What Python's own message tells of a line that it cannot read."""

import re

from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, quoted


def _print_without_brackets(scene: Scene) -> Advice | None:
    found = re.search(r"Missing parentheses in call to '(\w+)'", scene.message)
    if not found:
        return None
    given = re.sub(rf"^\s*{found[1]}\s*", "", scene.line).strip()
    return Advice(
        f"{code(found[1])} a besoin de parenthèses autour de ce qu'il affiche.",
        f"Écris {code(f'{found[1]}({given})')}.",
    )


def _glued(scene: Scene) -> Advice | None:
    if not re.search(r"invalid \w+ literal|invalid digit", scene.message) or scene.spot is None:
        return None
    found = re.search(r"(?<![\w.])(\d+(?:\.\d+)?)([^\W\d]\w*)", scene.code)
    if not found:
        return None
    number, word = found.groups()
    if word in scene.names or len(word) == 1:
        step = f"Pour multiplier, écris {code(f'{number} * {word}')}."
    else:
        step = f"Garde le nombre seul, ou mets des guillemets : {quoted(found.group())}."
    return Advice(
        f"Un nombre est collé à des lettres : {code(found.group())}. Python ne sait pas le lire.",
        step,
        Spot(scene.spot.line, *found.span()),
    )


def _leading_zero(scene: Scene) -> Advice | None:
    if "leading zeros" not in scene.message or scene.spot is None:
        return None
    found = re.search(r"(?<![\w.])0+(\d+)", scene.code)
    number = found[1].lstrip("0") or "0" if found else ""
    return Advice(
        f"Un nombre entier ne commence pas par 0 : {code(found.group())}."
        if found
        else "Un nombre entier ne commence pas par 0.",
        f"Écris {code(number)}. Pour un code ou un numéro de téléphone, mets des guillemets."
        if number
        else "Enlève le 0 du début.",
        Spot(scene.spot.line, *found.span()) if found else None,
    )


def _left_of_equals(scene: Scene) -> Advice | None:
    message = scene.message
    if "cannot assign to" not in message and "cannot contain assignment" not in message:
        return None
    found = re.match(r"\s*(.*?)\s*(?<![=!<>:])=(?!=)\s*(.*)", scene.line)
    left, right = (found[1], found[2]) if found else ("", "")
    if re.search(r"cannot assign to (True|False|None)|cannot assign to keyword", message):
        word = re.search(r"True|False|None", message)
        return Advice(
            f"{code(word[0] if word else left)} est un mot réservé de Python : il ne peut pas "
            "servir de nom.",
            "À gauche du signe `=`, choisis un autre nom.",
        )
    if "cannot contain assignment" in message:
        return Advice(
            "Entre les parenthèses, le signe `=` vient après un nom seul.",
            "Pour comparer, écris `==`. Sinon, relis ce qui précède le signe `=` seul.",
        )
    if "literal" in message and right.isidentifier():
        return Advice(
            f"Le signe `=` range ce qui est à droite dans le nom qui est à gauche : {code(left)} "
            "n'est pas un nom.",
            f"Échange les deux côtés : {code(f'{right} = {left}')}.",
        )
    if "function call" in message:
        return Advice(
            f"À gauche du signe `=`, il faut un nom, et {code(left or '…')} lance une fonction.",
            "Mets le nom à gauche et la fonction à droite. Pour comparer, écris `==`.",
        )
    here = f", et {code(left)} est {_what_stands_left(left)}" if left else ""
    return Advice(
        f"À gauche du signe `=`, il faut un nom{here}.",
        "Mets un nom seul à gauche. Pour comparer, écris `==`.",
    )


def _what_stands_left(left: str) -> str:
    if re.fullmatch(r"\"[^\"]*\"|'[^']*'", left):
        return "un texte"
    return "un nombre" if re.fullmatch(r"\d+(?:\.\d*)?", left) else "un calcul"


def _out_of_place(scene: Scene) -> Advice | None:
    found = re.search(r"'(\w+)' (?:outside|not properly in)", scene.message)
    if not found:
        return None
    word = found[1]
    if word in ("return", "yield"):
        return Advice(
            f"{code(word)} ne va qu'à l'intérieur d'une fonction, sous une ligne `def`.",
            f"Décale la ligne sous sa fonction, ou remplace {code(word)} par `print(…)`.",
            scene.spot_of_word(word),
        )
    if word in ("break", "continue"):
        return Advice(
            f"{code(word)} ne va qu'à l'intérieur d'une boucle `for` ou `while`.",
            "Décale la ligne sous sa boucle, avec quatre espaces, ou enlève-la.",
            scene.spot_of_word(word),
        )
    return Advice(
        f"{code(word)} n'a pas sa place ici, et tu n'en as pas besoin dans ce carnet.",
        f"Enlève {code(word)} de la ligne.",
        scene.spot_of_word(word),
    )


def _f_string(scene: Scene) -> Advice | None:
    told = "f-string" in scene.message or "format" in scene.message
    braces = re.search(r"""\b[fF][rR]?["']""", scene.line)
    if not told and not ("was never closed" in scene.message and braces):
        return None
    if "empty expression" in scene.message or "valid expression required" in scene.message:
        return Advice(
            'Dans un texte `f"…"`, il n\'y a rien entre les accolades `{ }`.',
            "Écris le nom d'une variable entre les accolades, ou enlève-les.",
        )
    if re.search(
        r"expecting '}'|never closed|unterminated|expecting a valid|single '}'", scene.message
    ):
        opened, closed = scene.line.count("{"), scene.line.count("}")
        if opened > closed:
            return Advice(
                'Dans ce texte `f"…"`, une accolade `{` n\'est pas refermée.',
                "Ajoute `}` après le nom de la variable.",
            )
        if closed > opened:
            return Advice(
                'Dans ce texte `f"…"`, une accolade `}` ferme ce qui n\'a pas été ouvert.',
                "Ajoute `{` devant le nom de la variable, ou enlève `}` du texte.",
            )
    return Advice(
        'Dans ce texte `f"…"`, Python ne comprend pas ce qui est entre les accolades `{ }`.',
        "Mets entre les accolades le nom d'une variable seulement. Pour les guillemets du dedans, "
        "prends l'autre sorte que celle du dehors.",
    )


def _arguments(scene: Scene) -> Advice | None:
    message = scene.message
    if "positional argument follows keyword argument" in message:
        return Advice(
            "Entre les parenthèses, les valeurs avec un nom, comme `titre=…`, viennent en dernier.",
            "Mets d'abord les valeurs sans nom.",
        )
    found = re.search(
        r"keyword argument repeated: (\w+)|duplicate (?:argument|parameter) '(\w+)'", message
    )
    if found:
        name = found[1] or found[2]
        return Advice(
            f"Entre les parenthèses, {code(name)} apparaît deux fois.", "Garde-le une seule fois."
        )
    if "non-default argument follows" in message or "parameter without a default" in message:
        return Advice(
            "Dans la ligne `def`, un nom avec une valeur de départ vient avant un nom qui n'en a "
            "pas.",
            "Mets ceux qui ont un signe `=` à la fin.",
        )
    return None


def _dictionary(scene: Scene) -> Advice | None:
    if "dictionary key" not in scene.message:
        return None
    return Advice(
        "Dans un dictionnaire, chaque clé est suivie de deux points `:` et d'une valeur.",
        'Écris chaque paire ainsi : `"clé": valeur`, avec une virgule entre les paires.',
    )


def _comprehension(scene: Scene) -> Advice | None:
    if "comprehension target" not in scene.message:
        return None
    return Advice(
        "Entre ces crochets, les deux valeurs avant `for` doivent être groupées.",
        "Mets-les entre parenthèses : `[(a, b) for … in …]`.",
    )


def _try(scene: Scene) -> Advice | None:
    if "expected 'except' or 'finally' block" not in scene.message:
        return None
    return Advice(
        "Sous un bloc `try`, il faut un bloc `except` au même décalage.",
        "Ajoute `except:` sous le bloc `try`, ou enlève `try`.",
    )


def _global(scene: Scene) -> Advice | None:
    found = re.search(r"name '(\w+)' is (?:used|assigned to|parameter)", scene.message)
    if not found:
        return None
    return Advice(
        f"{code(found[1])} est employé avant la ligne qui le déclare.",
        "Mets cette ligne au tout début de la fonction, ou enlève-la.",
    )


def _stops_short(scene: Scene) -> Advice | None:
    if not re.search(r"unexpected EOF|incomplete input", scene.message):
        return None
    last = scene.scan.code_before(len(scene.scan.lines) + 1)
    if last is None or not scene.scan.code(last).endswith(":"):
        return None
    word = scene.scan.code(last).split()[0].rstrip(":")
    return Advice(
        f"La ligne {scene.number(last)} ouvre un bloc {code(word)} avec `:`, et il n'y a rien "
        "dessous.",
        "Écris dessous, après quatre espaces, ce qu'il faut faire.",
        Spot(last, 0, len(scene.scan.code(last))),
    )


def _too_deep(scene: Scene) -> Advice | None:
    if not re.search(r"too many|null byte|too complex|too long", scene.message):
        return None
    return Advice(
        "Python ne peut pas lire cette cellule : elle contient trop de blocs l'un dans l'autre, ou "
        "des signes cachés.",
        "Efface la ligne, puis écris-la de nouveau, en plusieurs lignes plus courtes.",
    )


RULES: tuple[Rule, ...] = (
    _print_without_brackets,
    _leading_zero,
    _glued,
    _left_of_equals,
    _out_of_place,
    _f_string,
    _arguments,
    _dictionary,
    _comprehension,
    _try,
    _global,
    _stops_short,
    _too_deep,
)
