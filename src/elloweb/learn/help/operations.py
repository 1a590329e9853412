"""Operations between values that do not go together, and None where a value was hoped for."""

import ast
import re

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.nothing import where_none_came_from
from elloweb.learn.help.scene import NOTHING, Scene
from elloweb.learn.help.words import FEMININE, code, kind_of

_NUMBERS = {"int", "float", "bool", "complex"}
_VERBS = {
    "+": "additionner",
    "-": "soustraire",
    "*": "multiplier",
    "/": "diviser",
    "//": "diviser",
    "%": "calculer le reste avec",
    "**": "calculer une puissance avec",
}


def operands(scene: Scene) -> tuple[str, str, str] | None:
    """Return the operator and the kinds of its two values, as Python's message tells them."""
    message = scene.message
    found = re.match(
        r"unsupported operand type\(s\) for (\S+?)(?: or [\w() ]+)?: '([\w.]+)' and '([\w.]+)'",
        message,
    )
    if found:
        return found[1].rstrip("=") or "=", found[2], found[3]
    found = re.match(r'can only concatenate (\w+) \(not "([\w.]+)"\) to (\w+)', message)
    if found:
        return "+", found[1], found[2]
    found = re.match(r"can't multiply sequence by non-int of type '([\w.]+)'", message)
    if found:
        return "*", _other_side(scene, found[1]), found[1]
    return None


def _other_side(scene: Scene, kind: str) -> str:
    """Return the kind of the sequence that was multiplied; Python's message leaves it out."""
    for side in _sides(scene):
        value = scene.value_of(side)
        if value is not NOTHING and type(value).__name__ != kind:
            return type(value).__name__
        if isinstance(side, ast.Tuple):
            return "tuple"
    return "str"


def _sides(scene: Scene) -> tuple[ast.expr, ...]:
    node = scene.node(ast.BinOp, ast.AugAssign)
    if isinstance(node, ast.BinOp):
        return node.left, node.right
    return (node.target, node.value) if isinstance(node, ast.AugAssign) else ()


def _side_of_kind(scene: Scene, kind: str) -> ast.expr | None:
    for side in _sides(scene):
        value = scene.value_of(side)
        if value is not NOTHING and type(value).__name__ == kind:
            return side
    return None


def _nothing_in_a_sum(scene: Scene) -> Advice | None:
    found = operands(scene)
    if not found or "NoneType" not in found[1:]:
        return None
    sides = dict(zip(_sides(scene), found[1:], strict=False))
    side = next((one for one, kind in sides.items() if kind == "NoneType"), None)
    return where_none_came_from(scene, side)


def _placeholder(scene: Scene) -> Advice | None:
    if "ellipsis" not in scene.message:
        return None
    return Advice(
        "Les trois points `...` marquent un endroit à compléter, et Python les a trouvés ici.",
        "Remplace `...` par ta réponse, relance cette cellule-là, puis reviens.",
    )


def _text_and_number(scene: Scene) -> Advice | None:
    found = operands(scene)
    if not found:
        return None
    sign, first, second = found
    pair = {first, second}
    if not ("str" in pair and pair & _NUMBERS):
        return None
    side = _side_of_kind(scene, "str")
    number = (pair & _NUMBERS).pop()
    call = scene.node(ast.Call)
    if call is not None and scene.text_of(call.func) == "sum" and not _sides(scene):
        return Advice(
            "`sum` additionne des nombres, et il y a un texte dans la liste.",
            "Enlève les guillemets autour des nombres de la liste.",
        )
    text = scene.text_of(side)
    cause = (
        f"Python ne sait pas {_VERBS.get(sign, 'calculer avec')} un texte et {kind_of(number)}."
        if sign in _VERBS
        else f"Le signe {code(sign)} ne va pas entre un texte et {kind_of(number)}."
    )
    value = scene.value_of(side)
    if sign == "+" and not (isinstance(value, str) and _reads_as_number(value)):
        number_side = _side_of_kind(scene, number)
        called = scene.text_of(number_side) or "ton_nombre"
        return Advice(
            cause,
            f"Pour coller le nombre au texte, change-le en texte : {code(f'str({called})')}.",
            scene.spot,
        )
    function = "int" if isinstance(value, str) and value.strip().isdecimal() else "float"
    return Advice(
        f"{cause} {code(text) + ' est un texte.' if text else ''}".strip(),
        "Enlève les guillemets autour du nombre, ou change le texte en nombre avec "
        f"{code(f'{function}({text or chr(8230)})')}.",
        scene.spot_of(side),
    )


def _given_to_sum(scene: Scene) -> Advice | None:
    """Explain ``sum("restes")``, quotes around a list's name, and ``sum(total)`` of one number."""
    call = scene.node(ast.Call)
    if call is None or scene.text_of(call.func) != "sum" or len(call.args) != 1:
        return None
    given, value = call.args[0], scene.value_of(call.args[0])
    if isinstance(given, ast.Constant) and type(value) is str:
        if type(scene.names.get(value)) not in (list, tuple):
            return None
        return Advice(
            f"{code(value)} est le nom d'une liste, et entre guillemets c'est un texte.",
            f"Écris {code(f'sum({value})')}, sans guillemets.",
            scene.spot_of(given),
        )
    if isinstance(given, ast.Name) and type(value) in (int, float):
        return Advice(
            f"{code(given.id)} est déjà un nombre, il n'y a rien à additionner.",
            f"Écris {code(given.id)} seul, ou donne à `sum` le nom d'une liste.",
            scene.spot_of(given),
        )
    return None


def _reads_as_number(text: str) -> bool:
    return bool(re.fullmatch(r"\s*-?\d+([.,]\d+)?\s*", text))


def _decimal_comma(scene: Scene) -> Advice | None:
    found = operands(scene)
    compared = re.match(
        r"'(\S+)' not supported between instances of '(\w+)' and '(\w+)'", scene.message
    )
    kinds = set(found[1:]) if found else set(compared.groups()[1:]) if compared else set()
    if not ("tuple" in kinds and kinds & _NUMBERS):
        return None
    side = _side_of_kind(scene, "tuple")
    value = scene.value_of(side)
    example = "3.5"
    if type(value) is tuple and len(value) == 2 and all(type(n) is int for n in value):
        example = f"{value[0]}.{value[1]}"
    who = f"{code(scene.text_of(side))} contient" if side is not None else "Il y a"
    return Advice(
        f"{who} plusieurs valeurs, car la virgule en sépare deux.",
        f"Pour un nombre à virgule, Python veut un point : {code(example)}.",
        scene.spot_of(side),
    )


def _list_and_one(scene: Scene) -> Advice | None:
    found = operands(scene)
    if not found or "list" not in found[1:]:
        return None
    sign, first, second = found
    other = second if first == "list" else first
    side = _side_of_kind(scene, "list")
    name = scene.text_of(side) or "ma_liste"
    if sign == "+":
        return Advice(
            f"Avec `+`, Python ne sait pas ajouter {kind_of(other)} à une liste.",
            f"Pour ajouter un élément, écris {code(f'{name}.append(…)')}. Pour un total, écris "
            f"{code(f'sum({name})')}.",
        )
    return Advice(
        f"Python ne sait pas {_VERBS.get(sign, 'calculer avec')} une liste et {kind_of(other)}.",
        f"Calcule sur un élément à la fois, par exemple {code(f'{name}[0]')}.",
        scene.spot_of(side),
    )


def _other_operation(scene: Scene) -> Advice | None:
    found = operands(scene)
    if not found:
        return None
    sign, first, second = found
    return Advice(
        f"Le signe {code(sign)} ne va pas entre {kind_of(first)} et {kind_of(second)}.",
        "Affiche chacune des deux valeurs avec `print` : laquelle n'est pas ce que tu pensais ?",
    )


def _comparison(scene: Scene) -> Advice | None:
    found = re.match(
        r"'(\S+)' not supported between instances of '([\w.]+)' and '([\w.]+)'", scene.message
    )
    if not found:
        return None
    sign, first, second = found.groups()
    pair = {first, second}
    step = "Affiche chacune des deux valeurs avec `print` : laquelle n'est pas ce que tu pensais ?"
    if "NoneType" in pair:
        step = "Cherche d'où vient `None` : une fonction à qui il manque `return`, peut-être."
    elif "str" in pair and pair & _NUMBERS:
        return _compared_with_a_text(scene, sign, (pair & _NUMBERS).pop())
    elif "list" in pair and pair & _NUMBERS:
        step = "Compare un élément de la liste, ou sa longueur avec `len(…)`."
    elif "ellipsis" in pair:
        step = "Remplace `...` par ta réponse."
    return Advice(
        f"Avec {code(sign)}, Python ne sait pas comparer {kind_of(first)} et {kind_of(second)}.",
        step,
    )


def _compared_with_a_text(scene: Scene, sign: str, number: str) -> Advice:
    node = scene.node(ast.Compare)
    sides = [node.left, *node.comparators] if node else []
    text = next((side for side in sides if type(scene.value_of(side)) is str), None)
    cause = f"Avec {code(sign)}, Python ne sait pas comparer {kind_of(number)} et un texte."
    if isinstance(text, ast.Constant):
        written = str(text.value).strip()
        known = f" : {code(written.replace(',', '.'))}" if _reads_as_number(written) else ""
        step = f"Enlève les guillemets autour du nombre{known}."
    else:
        step = (
            "Enlève les guillemets autour du nombre, là où il est écrit. Sinon, change le texte en "
            "nombre avec `int(…)`."
        )
    return Advice(cause, step, scene.spot_of(text))


def _minus_a_text(scene: Scene) -> Advice | None:
    found = re.match(r"bad operand type for unary ([-+~]): '([\w.]+)'", scene.message)
    if not found:
        return None
    node = scene.node(ast.UnaryOp)
    side, value = node and node.operand, scene.value_of(node and node.operand)
    who = f"{code(scene.text_of(side))} est" if side is not None else "là c'est"
    step = "Vérifie ce qui suit ce signe. Un texte se change en nombre avec `int(…)`."
    if isinstance(value, str) and _reads_as_number(value):
        number = value.strip().replace(",", ".")
        step = f"Enlève les guillemets autour du nombre : {code(found[1] + number)}."
        if isinstance(side, ast.Name):
            step = (
                f"Enlève les guillemets là où {code(side.id)} reçoit sa valeur : "
                f"{code(f'{side.id} = {number}')}."
            )
    return Advice(
        f"Le signe {code(found[1])} se met devant un nombre, et {who} {kind_of(found[2])}.",
        step,
        scene.spot_of(side),
    )


def _one_by_one(scene: Scene) -> Advice | None:
    """Explain a loop, a `sum` or an `in` over what has no elements."""
    found = re.search(
        r"'([\w.]+)' object is not iterable|argument of type '([\w.]+)' is not",
        scene.message,
    )
    if not found:
        return None
    kind = next(filter(None, found.groups()))
    loop = scene.node(ast.For, ast.comprehension)
    over: ast.AST | None = getattr(loop, "iter", None)
    if kind == "NoneType":
        return where_none_came_from(scene, over)
    if kind == "int" and "for" in scene.line:
        text = scene.text_of(over) or "5"
        return Advice(
            f"Une boucle `for` prend les éléments un par un, mais {code(text)} est un seul nombre.",
            f"Pour répéter {code(text)} fois, écris {code(f'range({text})')}.",
            scene.spot_of(over) or scene.spot,
        )
    function = "function" if "function" in kind or kind == "method" else kind
    step = "Il faut une liste, un texte ou un dictionnaire à cet endroit."
    if function == "function":
        step = "Ajoute les parenthèses `()` après le nom de la fonction pour la lancer."
    return Advice(
        f"Python voudrait prendre des éléments un par un, mais c'est {kind_of(kind)}, "
        f"{'seule' if kind in FEMININE else 'seul'} et sans éléments.",
        step,
    )


def _one_for_many(scene: Scene) -> Advice | None:
    found = re.search(r"cannot unpack non-iterable ([\w.]+) object", scene.message)
    if not found:
        return None
    return Advice(
        f"Il y a plusieurs noms à remplir, mais une seule valeur : {kind_of(found[1])}.",
        "Garde un seul nom, ou donne autant de valeurs que de noms, séparées par des virgules.",
    )


def _percent(scene: Scene) -> Advice | None:
    if "not all arguments converted during string formatting" not in scene.message:
        return None
    return Advice(
        "Entre un texte et une valeur, le signe `%` remplit le texte, et il n'y a rien à remplir.",
        "Pour un reste de division, change d'abord le texte en nombre avec `int(…)`.",
    )


RULES: tuple[Rule, ...] = (
    _placeholder,
    _nothing_in_a_sum,
    _decimal_comma,
    _given_to_sum,
    _text_and_number,
    _list_and_one,
    _other_operation,
    _comparison,
    _minus_a_text,
    _one_by_one,
    _one_for_many,
    _percent,
)
