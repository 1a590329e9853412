"""Names that some line of the same cell does create, where Python could not find them."""

import ast
import re

from elloweb.learn.help import notebook_cells
from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

_BLOCKS = (ast.If, ast.For, ast.While, ast.Try, ast.With)


def missing_name(scene: Scene) -> str:
    """Return the name that Python did not find, empty when it does not tell."""
    name = getattr(scene.error, "name", None)
    if isinstance(name, str) and name:
        return name
    found = re.search(r"variable '([^']+)'|name '([^']+)'", scene.message)
    return next(filter(None, found.groups()), "") if found else ""


def _behind_a_hash(scene: Scene) -> Advice | None:
    """Find the line that creates the name, in a comment above; one after code is only a remark."""
    name = missing_name(scene)
    if not name or scene.spot is None:
        return None
    for number in range(scene.spot.line - 1, 0, -1):
        found = re.match(
            rf"\s*(#[#\s\d.):°-]*)({re.escape(name)}\s*=(?!=).*)", scene.scan.line(number)
        )
        if not found or scene.scan.code(number).strip() or not _is_python(found[2]):
            continue
        return Advice(
            f"La ligne {scene.number(number)}, qui crée {code(name)}, est derrière un `#` : "
            "Python ne la lit pas.",
            f"Efface {code(found[1])} devant {code(found[2])}, puis relance la cellule.",
            scene.spot_of_word(name),
        )
    return None


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        return False
    return True


def _in_another_function(scene: Scene) -> Advice | None:
    name, here = missing_name(scene), _function_around(scene)
    if here is None:
        return None
    there = next((one for one in _functions(scene) if one is not here and name in _own(one)), None)
    if there is None:
        return None
    step = (
        f"Ajoute la ligne {code(name + ' = …')} au-dessus. Si elle y est derrière un `#`, efface "
        "ce signe."
    )
    if name in _parameters(there) and len(_parameters(here)) == 1:
        given = code(_parameters(here)[0])
        step = f"Ici, ce qui est donné entre les parenthèses s'appelle {given}."
    return Advice(
        f"Dans la fonction {code(here.name)}, {code(name)} n'existe pas encore : celui de "
        f"{code(there.name)} ne sert que dans {code(there.name)}.",
        step,
        scene.spot_of_word(name),
    )


def _only_in_a_function(scene: Scene) -> Advice | None:
    name = missing_name(scene)
    if _function_around(scene) is not None:
        return None
    there = next((one for one in _functions(scene) if name in _own(one)), None)
    if there is None:
        return None
    return Advice(
        f"{code(name)} n'existe que dans la fonction {code(there.name)}, qui le crée.",
        f"Finis la fonction par {code('return ' + name)}, puis range ce qu'elle donne : "
        f"{code(f'{name} = {there.name}(…)')}.",
        scene.spot_of_word(name),
    )


def _not_passed_by(scene: Scene) -> Advice | None:
    """Explain the name that an `if` or a loop above would have created, and did not."""
    name = missing_name(scene)
    if scene.tree is None or scene.spot is None or isinstance(scene.error, UnboundLocalError):
        return None
    here = _function_around(scene)
    for block in (here or scene.tree).body:
        if not isinstance(block, _BLOCKS) or (block.end_lineno or 0) >= scene.spot.line:
            continue
        if name in notebook_cells.created_by([block]):
            line = _line_that_creates(block, name)
            header = scene.scan.code(block.lineno).split()[0]
            return Advice(
                f"{code(name)} est créé à la ligne {scene.number(line)}, mais Python n'est pas "
                "passé par cette ligne.",
                f"Regarde la ligne {scene.number(block.lineno)}, qui commence par {code(header)}. "
                f"Sinon, crée {code(name)} avant elle.",
                scene.spot_of_word(name),
            )
    return None


def _line_that_creates(block: ast.stmt, name: str) -> int:
    for node in ast.walk(block):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == name:
            return node.lineno
    return block.lineno


def _functions(scene: Scene) -> list[ast.FunctionDef]:
    nodes = ast.walk(scene.tree) if scene.tree is not None else ()
    return [node for node in nodes if isinstance(node, ast.FunctionDef)]


def _function_around(scene: Scene) -> ast.FunctionDef | None:
    line = scene.spot.line if scene.spot else 0
    around = [one for one in _functions(scene) if one.lineno < line <= (one.end_lineno or 0)]
    return around[-1] if around else None


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args]


def _own(function: ast.FunctionDef) -> set[str]:
    return notebook_cells.created_by(function.body) | {*_parameters(function)}


RULES: tuple[Rule, ...] = (
    _behind_a_hash,
    _in_another_function,
    _only_in_a_function,
    _not_passed_by,
)
