"""Errors told by their class alone, and the last word on those that no other rule knows."""

import re

from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code, nearest, quoted

# In order: a class stands before those that it descends from. By name, so that none is imported.
_BY_CLASS: dict[str, Advice] = {
    "TooLongError": Advice(
        "Ce calcul tourne encore après quelques secondes : une boucle ne s'arrête sans doute "
        "jamais.",
        "Cherche ce qui devrait la faire finir.",
    ),
    "KeyboardInterrupt": Advice(
        "Le calcul a été arrêté à la main, pendant cette ligne.",
        "Si une boucle tournait sans fin, cherche ce qui devrait l'arrêter. Puis relance la "
        "cellule quand tu veux.",
    ),
    "RecursionError": Advice(
        "La fonction s'appelle elle-même sans fin.",
        "Ajoute, au début de la fonction, le cas où elle doit s'arrêter, avec `if` et `return`.",
    ),
    "MemoryError": Advice(
        "Ce calcul demande plus de mémoire que l'ordinateur n'en a.",
        "Essaie avec moins de valeurs, ou avec des nombres plus petits.",
    ),
    "SystemExit": Advice(
        "`exit` arrête tout Python, et un carnet n'en a pas besoin.",
        "Enlève cette ligne : une cellule s'arrête toute seule à sa fin.",
    ),
    "EOFError": Advice(
        "`input` attend une réponse au clavier, et ici personne ne peut répondre.",
        "Donne la valeur directement dans une variable.",
    ),
    "StdinNotImplementedError": Advice(
        "`input` attend une réponse au clavier, et ici personne ne peut répondre.",
        "Donne la valeur directement dans une variable.",
    ),
    "PermissionError": Advice(
        "L'ordinateur ne permet pas de toucher à ce fichier.",
        "Vérifie son nom. S'il est juste, demande à l'animatrice.",
    ),
    "IsADirectoryError": Advice(
        "C'est un dossier, et Python attendait un fichier.",
        "Ajoute le nom du fichier après celui du dossier.",
    ),
    "UnicodeError": Advice(
        "Python n'arrive pas à lire les lettres de ce fichier ou de ce texte.",
        "À l'ouverture d'un fichier, ajoute `encoding=\"utf-8\"` entre les parenthèses.",
    ),
    "OSError": Advice(
        "Python n'a pas pu lire ou écrire le fichier demandé.",
        "Vérifie le nom du fichier. S'il est juste, demande à l'animatrice.",
    ),
    "StopIteration": Advice(
        "Il n'y a plus d'élément à prendre.",
        "Prends les éléments avec une boucle `for` : elle s'arrête toute seule à la fin.",
    ),
    "Warning": Advice(
        "Python donne un avertissement, et s'arrête là.",
        "Relis la ligne, puis montre-la à l'animatrice.",
    ),
    "NameError": Advice(
        "Un nom de cette ligne n'existe pas.",
        "Cherche une faute de frappe, ou lance d'abord la cellule qui le crée.",
    ),
    "AttributeError": Advice(
        "Ce qui est écrit après le point n'existe pas pour cette valeur.",
        "Vérifie l'orthographe.",
    ),
    "KeyError": Advice(
        "Cette clé n'existe pas.",
        "Compare-la, lettre à lettre, avec celles du tableau ou du dictionnaire.",
    ),
    "TypeError": Advice(
        "Python ne sait pas faire cette opération avec ces valeurs.",
        "Regarde si un texte est à la place d'un nombre, ou une liste à la place d'un élément.",
    ),
    "ValueError": Advice(
        "Une valeur est de la bonne sorte, mais Python ne peut rien en faire ici.",
        "Affiche-la avec `print`, et compare-la à ce que la ligne attend.",
    ),
}


def _missing_file(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, FileNotFoundError):
        return None
    name = scene.error.filename
    who = f"de fichier {quoted(name)}" if isinstance(name, str) else "ce fichier"
    return Advice(
        f"Python ne trouve pas {who}.",
        "Vérifie son nom, lettre à lettre, avec ce qui suit le point, et le dossier où il est.",
    )


def _unknown_command(scene: Scene) -> Advice | None:
    """Explain IPython's own complaint about a line that begins with ``%``."""
    if type(scene.error).__name__ != "UsageError":
        return None
    found = re.search(r"`(%{1,2})(\w+)`? ?(?:not found)?", scene.message)
    if not found or "not found" not in scene.message:
        return Advice(
            "Une ligne qui commence par `%` est une commande du carnet, et celle-ci n'est pas "
            "complète.",
            "Relis la ligne, ou montre-la à l'animatrice.",
        )
    sign, name = found[1], found[2]
    if sign == "%%" and scene.message.startswith("Line"):
        return Advice(
            "Une commande du carnet qui commence par `%%` doit être tout en haut de sa cellule.",
            "Mets-la à la première ligne, sans rien au-dessus, ou dans une cellule à elle.",
        )
    near = nearest(name, _commands(scene, sign))
    what = "Une cellule" if sign == "%%" else "Une ligne"
    cause = f"{what} qui commence par {code(sign)} est une commande du carnet, et "
    if near:
        return Advice(
            f"{cause}{code(sign + name)} n'existe pas. Tu voulais sans doute {code(sign + near)}.",
            f"Change {code(sign + name)} en {code(sign + near)}, puis relance la cellule.",
        )
    step = "Enlève le signe `%` au début de la ligne, ou vérifie le nom de la commande."
    if sign == "%%":
        step = "Vérifie son nom, et lance d'abord la cellule qui contient `import elloweb`."
    return Advice(f"{cause}{code(sign + name)} n'existe pas ici.", step)


def _commands(scene: Scene, sign: str) -> list[str]:
    manager = getattr(scene.shell, "magics_manager", None)
    known = getattr(manager, "magics", {}).get("cell" if sign == "%%" else "line", {})
    return sorted(known, key=lambda name: (name != "page", len(name)))


def _changed_while_read(scene: Scene) -> Advice | None:
    if "changed size during iteration" not in scene.message:
        return None
    return Advice(
        "La boucle parcourt un dictionnaire ou un ensemble qui change en même temps.",
        "Parcours une copie : `for … in list(…)`.",
    )


def _inside_a_library(scene: Scene) -> Advice | None:
    library = (scene.called or "").partition(".")[0]
    if not library or library in ("elloweb", "IPython", "builtins", "__main__"):
        return None
    named = {kind.__name__ for kind in type(scene.error).__mro__}
    if named & (_BY_CLASS.keys() - {"TypeError", "ValueError", "KeyError", "AttributeError"}):
        return None
    return Advice(
        f"Cette ligne demande quelque chose à {code(library)}, qui ne peut pas le faire avec les "
        "valeurs reçues.",
        "Relis ce qui est entre les parenthèses, valeur par valeur.",
    )


def _by_class(scene: Scene) -> Advice | None:
    family = [kind.__name__ for kind in type(scene.error).__mro__]
    return next((_BY_CLASS[name] for name in family if name in _BY_CLASS), None)


RULES: tuple[Rule, ...] = (
    _missing_file,
    _unknown_command,
    _changed_while_read,
    _inside_a_library,
    _by_class,
)
