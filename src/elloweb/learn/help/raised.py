"""Errors that somebody raised on purpose: our own library, or the learner's own code."""

from elloweb.learn.help.arguments import about_arguments
from elloweb.learn.help.explanation import Advice, Rule
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code


def _our_own_sentence(scene: Scene) -> Advice | None:
    # The house's rule: bad input is a ValueError or a TypeError that carries a French sentence.
    told = type(scene.error) in (ValueError, TypeError) or _is_ours(scene.error)
    if not (scene.raised and scene.ours and told and scene.message.strip()):
        return None
    message = scene.message.strip()
    if _is_ours(scene.error):
        # A `%%page` cell has no parentheses: such an error brings its own next step.
        step = getattr(scene.error, "step", "")
        return Advice(message, step or "Change cette ligne, puis relance la cellule.")
    return about_arguments(scene, message) or Advice(
        message, "Change ce qui est entre les parenthèses, puis relance la cellule."
    )


def _is_ours(error: BaseException) -> bool:
    from elloweb.errors import ElloWebError

    return ElloWebError in type(error).__mro__


def _to_complete(scene: Scene) -> Advice | None:
    if type(scene.error) is not NotImplementedError:
        return None
    return Advice(
        "Cet endroit du code reste à compléter : il s'arrête exprès.",
        "Remplace la ligne `raise NotImplementedError` par ton code.",
    )


def _a_check_of_hers(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, AssertionError):
        return None
    said = f" Le message est : « {_short(scene.message)} »." if scene.message.strip() else ""
    return Advice(
        f"La ligne `assert` vérifie une condition, et cette condition n'est pas vraie.{said}",
        "Affiche les valeurs de la condition avec `print`, et compare-les à ce que tu attends.",
    )


def _raised_by_hand(scene: Scene) -> Advice | None:
    if not scene.raised or scene.called:
        return None
    said = f", avec ce message : « {_short(scene.message)} »" if scene.message.strip() else ""
    return Advice(
        f"Cette ligne arrête elle-même le programme avec `raise`{said}.",
        f"Regarde ce qui y mène : l'erreur {code(type(scene.error).__name__)} est voulue ici.",
    )


def _short(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= 200 else line[:199] + "…"


RULES: tuple[Rule, ...] = (_our_own_sentence, _to_complete, _a_check_of_hers, _raised_by_hand)
