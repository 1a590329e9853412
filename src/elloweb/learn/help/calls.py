"""Calls that go wrong: what is called is no function, or it gets other arguments than it takes."""

import ast
import builtins
import re

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import NOTHING, Scene
from elloweb.learn.help.words import code, count_of, kind_of, listed, nearest

_NUMBERS = {"one": 1, "no": 0, "two": 2, "three": 3}


_TOOLS = {
    "random": "random.randint(1, 6)",
    "math": "math.sqrt(16)",
    "time": "time.sleep(1)",
    "datetime": "datetime.date.today()",
}


def _not_callable(scene: Scene) -> Advice | None:
    found = re.match(r"'([\w.]+)' object is not callable", scene.message)
    if not found:
        return None
    kind, call = found[1], scene.node(ast.Call)
    called = call.func if call else None
    spot = scene.spot_of(called)
    if isinstance(called, ast.Name) and hasattr(builtins, called.id):
        name = code(called.id)
        return Advice(
            f"{name} est une fonction de Python, mais ton code a mis autre chose sous ce nom : "
            f"{kind_of(kind)}.",
            f"Pour retrouver la fonction, lance {code('del ' + called.id)}, puis choisis un autre "
            "nom pour ta variable.",
            spot,
        )
    text = scene.text_of(called)
    if kind == "module":
        return _module_called(scene, text, called)
    if kind in ("int", "float") and call is not None:
        return Advice(
            f"{code(text or '…')} est {kind_of(kind)}, pas une fonction : Python ne peut pas "
            "« lancer » un nombre.",
            "Pour multiplier, écris `*` devant la parenthèse. Sinon, enlève les parenthèses.",
            spot,
        )
    if kind == "NoneType":
        return Advice(
            f"{code(text or '…')} a donné `None`, c'est-à-dire rien, et des parenthèses suivent.",
            "Enlève les parenthèses de trop à la fin.",
            spot,
        )
    between = " Pour choisir un élément, ce sont des crochets : `[ ]`."
    return Advice(
        f"Des parenthèses lancent une fonction, mais {code(text or '…')} n'en est pas une : c'est "
        f"{kind_of(kind)}.",
        "Enlève les parenthèses, ou regarde s'il manque une virgule devant."
        + (between if kind in ("list", "tuple", "dict", "str") else ""),
        spot,
    )


def _module_called(scene: Scene, text: str, called: ast.expr | None) -> Advice:
    module = scene.value_of(called)
    what = _TOOLS.get(getattr(module, "__name__", text), f"{text}.…(…)")
    return Advice(
        f"{code(text)} est un module, une boîte à outils : ce n'est pas une fonction.",
        f"Choisis l'outil après un point, par exemple {code(what)}.",
        scene.spot_of(called),
    )


def _function_of(scene: Scene) -> str:
    found = re.match(r"(?:\w+\.)*(\w+)\(\)", scene.message)
    if found:
        return found[1]
    call = scene.node(ast.Call)
    if call is not None:
        return scene.text_of(call.func).rpartition(".")[2] or "…"
    found = re.match(r"(\w+) expected", scene.message)
    return found[1] if found else "cette fonction"


def _named(message: str) -> list[str]:
    return re.findall(r"'(\w+)'", message.partition("argument")[2])


def _missing(scene: Scene) -> Advice | None:
    if not re.search(r"missing \d+ required (?:positional|keyword-only) argument", scene.message):
        return None
    names = _named(scene.message)
    function = _function_of(scene)
    several = len(names) > 1
    what = f"{listed(map(code, names))} {'manquent' if several else 'manque'}"
    return Advice(
        f"La fonction {code(function)} n'a pas reçu tout ce qu'il lui faut : {what}.",
        f"Donne {'ces valeurs' if several else 'cette valeur'} entre les parenthèses de "
        f"{code(function + '(…)')}.",
    )


def _unexpected_name(scene: Scene) -> Advice | None:
    found = re.search(
        r"got an unexpected keyword argument '(\w+)'|'(\w+)' is an invalid keyword argument",
        scene.message,
    )
    if not found:
        return None
    name, function = found[1] or found[2], _function_of(scene)
    near = nearest(name, _parameters(scene))
    guess = f" Tu voulais sans doute écrire {code(near)}." if near else ""
    spot = scene.spot_of_word(name)
    return Advice(
        f"La fonction {code(function)} n'attend rien qui s'appelle {code(name)}.{guess}",
        f"Change {code(name + '=')} en {code(near + '=')}."
        if near
        else f"Relis ce nom, ou enlève {code(name + '=')} des parenthèses.",
        spot,
    )


def _parameters(scene: Scene) -> list[str]:
    call = scene.node(ast.Call)
    function = scene.value_of(call.func) if call else NOTHING
    argument_names = getattr(getattr(function, "__code__", None), "co_varnames", ())
    return [*argument_names] or ["sep", "end", "key", "reverse", "default"]


def _given_twice(scene: Scene) -> Advice | None:
    found = re.search(r"got multiple values for (?:keyword )?argument '(\w+)'", scene.message)
    if not found:
        return None
    return Advice(
        f"La fonction {code(_function_of(scene))} reçoit deux fois {code(found[1])}.",
        "Garde une seule des deux valeurs entre les parenthèses.",
    )


def _wrong_count(scene: Scene) -> Advice | None:
    message = scene.message
    found = re.search(r"takes (?:from \d+ to )?(\w+) positional arguments? but (\d+)", message)
    if found:
        most = "au plus " if " to " in message else ""
        return _counted(scene, _number(found[1]), int(found[2]), most)
    found = re.search(
        r"(?:takes|expected) (exactly |at most |at least )?(\w+)"
        r" (?:keyword )?arguments?[^\d]*(\d+)",
        message,
    )
    if found:
        most = {"at most ": "au plus ", "at least ": "au moins "}.get(found[1] or "", "")
        return _counted(scene, _number(found[2]), int(found[3]), most)
    if re.search(r"takes no (?:keyword )?arguments|takes no arguments", message):
        return _counted(scene, 0, None)
    return None


def _number(word: str) -> int:
    return _NUMBERS.get(word, int(word) if word.isdecimal() else 0)


def _counted(scene: Scene, expected: int, given: int | None, most: str = "") -> Advice:
    function = code(_function_of(scene))
    call = scene.node(ast.Call)
    if call is not None and given is not None and isinstance(call.func, ast.Attribute):
        # A method also counts the value before the point, which nobody sees.
        extra = given - len(call.args)
        if extra == 1 and call.args:
            given, expected = given - 1, max(expected - 1, 0)
    if not expected:
        return Advice(
            f"La fonction {function} ne prend rien entre ses parenthèses.",
            "Vide les parenthèses, mais garde-les : `()`.",
        )
    got = "" if given is None else f", et elle en a reçu {given}"
    return Advice(
        f"La fonction {function} attend {most}{count_of(expected, 'valeur', 'valeurs')} entre ses "
        f"parenthèses{got}.",
        "Compte les valeurs entre les parenthèses : une virgule sépare deux valeurs.",
    )


def _wrong_kind_given(scene: Scene) -> Advice | None:
    found = re.search(r"'([\w.]+)' object cannot be interpreted as an integer", scene.message)
    if found:
        return _needs(scene, "un nombre entier", found[1])
    found = re.search(r"must be real number, not ([\w.]+)", scene.message)
    if found:
        return _needs(scene, "un nombre", found[1])
    found = re.search(r"type (\w+) doesn't define __round__", scene.message)
    if found:
        return _needs(scene, "un nombre", found[1])
    found = re.search(r"bad operand type for abs\(\): '(\w+)'", scene.message)
    if found:
        return _needs(scene, "un nombre", found[1])
    found = re.search(r"(int|float)\(\) argument must be .* not '([\w.]+)'", scene.message)
    if found:
        return _needs(scene, "un texte ou d'un nombre", found[2])
    return None


def _needs(scene: Scene, wanted: str, kind: str) -> Advice:
    step = "Choisis un seul élément, ou vérifie ce que contient la variable."
    if kind == "str":
        function = "int" if wanted == "un nombre entier" else "float"
        step = (
            "Enlève les guillemets autour du nombre, ou change le texte en nombre avec "
            f"`{function}(…)`."
        )
    elif kind == "float":
        step = "Prends la partie entière avec `int(…)`, ou remplace `/` par `//` pour diviser."
    elif kind == "NoneType":
        step = "Cherche la ligne qui donne ce `None` : une fonction sans `return`, peut-être."
    return Advice(
        f"{code(_function_of(scene))} a besoin d'{wanted}, mais a reçu {kind_of(kind)}.", step
    )


def _no_length(scene: Scene) -> Advice | None:
    found = re.search(r"object of type '([\w.]+)' has no len\(\)", scene.message)
    if not found:
        return None
    return Advice(
        f"`len` compte les éléments d'une liste ou les lettres d'un texte, mais a reçu "
        f"{kind_of(found[1])}.",
        "Vérifie ce qui est entre les parenthèses de `len(…)`.",
    )


def _join(scene: Scene) -> Advice | None:
    found = re.search(r"sequence item \d+: expected str instance, ([\w.]+) found", scene.message)
    if not found:
        return None
    return Advice(
        f"`join` ne colle que des textes, et il y a {kind_of(found[1])} dans la liste.",
        "Change d'abord chaque élément en texte avec `str(…)`.",
    )


RULES: tuple[Rule, ...] = (
    _not_callable,
    _missing,
    _unexpected_name,
    _given_twice,
    _wrong_count,
    _wrong_kind_given,
    _no_length,
    _join,
)
