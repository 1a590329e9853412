"""Modules that are not there, and names that a module does not have."""

import re
import sys

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, nearest

_ALSO_HERE = ["elloweb", "matplotlib", "ipywidgets", "IPython"]


def _missing_module(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, ModuleNotFoundError):
        return None
    found = re.search(r"No module named '([^']+)'", scene.message)
    name = scene.error.name or (found[1] if found else "")
    if not name:
        return None
    parent, _, child = name.rpartition(".")
    if parent in sys.modules:
        return _missing_part(scene, parent, child)
    known = [one for one in sys.stdlib_module_names if not one.startswith("_")]
    near = nearest(name, [*_ALSO_HERE, *sorted(known, key=len)])
    if near:
        return Advice(
            f"Python ne trouve pas de module nommé {code(name)}. Tu voulais sans doute écrire "
            f"{code(near)}.",
            f"Change {code(name)} en {code(near)}, puis relance la cellule.",
            scene.spot_of_word(name),
        )
    return Advice(
        f"Le module {code(name)} n'est pas installé ici.",
        "Relis son nom. S'il est juste, on ne peut pas l'installer ici : demande à l'animatrice.",
        scene.spot_of_word(name),
    )


def _missing_part(scene: Scene, parent: str, child: str) -> Advice:
    near = nearest(child, [n for n in vars(sys.modules[parent]) if not n.startswith("_")])
    guess = f" Tu voulais sans doute écrire {code(f'{parent}.{near}')}." if near else ""
    return Advice(
        f"Le module {code(parent)} ne contient pas {code(child)}.{guess}",
        "Relis ce qui suit `import`, lettre à lettre.",
        scene.spot_of_word(child),
    )


def _missing_name(scene: Scene) -> Advice | None:
    found = re.search(
        r"cannot import name '([^']+)' from (?:partially .* )?'([^']+)'", scene.message
    )
    if not found:
        return None
    name, module = found[1], found[2]
    loaded = sys.modules.get(module)
    offered = list(getattr(loaded, "__all__", ())) or [*vars(loaded)] if loaded else []
    near = nearest(name, [one for one in offered if not one.startswith("_")])
    if near:
        return Advice(
            f"Le module {code(module)} ne contient pas {code(name)}. Tu voulais sans doute écrire "
            f"{code(near)}.",
            f"Change {code(name)} en {code(near)}, puis relance la cellule.",
            scene.spot_of_word(name),
        )
    return Advice(
        f"Le module {code(module)} ne contient pas {code(name)}.",
        "Relis le nom après `import`, lettre à lettre.",
        scene.spot_of_word(name),
    )


def _unknown(scene: Scene) -> Advice | None:
    return Advice(
        "Python n'arrive pas à importer ce que demande cette ligne.",
        "Relis le nom du module. S'il est juste, demande à l'animatrice.",
    )


RULES: tuple[Rule, ...] = (_missing_module, _missing_name, _unknown)
