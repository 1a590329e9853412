"""Say in French what typer says in English: its help pages and its usage errors."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer
from typer import rich_utils

_HELP_OPTION = "Montrer cette aide."


class WrongValueError(typer.BadParameter):
    """A value that we refuse; its message is French already."""


def translate_help(command: Any) -> None:
    """Make the help pages of *command* and of those below it speak French."""
    rich_utils.COMMANDS_PANEL_TITLE = "Commandes"
    rich_utils.ARGUMENTS_PANEL_TITLE = "Arguments"
    rich_utils.OPTIONS_PANEL_TITLE = "Options"
    rich_utils.REQUIRED_LONG_STRING = "[obligatoire]"
    rich_utils.DEFAULT_STRING = "[par défaut : {}]"
    context = command.context_class(command)
    help_option = command.get_help_option(context)
    if help_option is not None:
        help_option.help = _HELP_OPTION
    for below in getattr(command, "commands", {}).values():
        translate_help(below)


def usage_error(error: Exception, arguments: Sequence[str]) -> str | None:
    """Return the French sentence for a usage *error* of typer's, None for any other error.

    Empty when typer has shown the help page instead.
    """
    if getattr(error, "exit_code", None) != 2:
        return None
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "elloweb"
    parameter = _parameter(error)
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return ""
        case "MissingParameter":
            fault = f"il manque {parameter}."
        case "NoSuchOption":
            option = getattr(error, "option_name", "")
            guesses = get_close_matches(option, getattr(error, "possibilities", None) or (), n=1)
            guess = f" Voulais-tu écrire {guesses[0]} ?" if guesses else ""
            fault = f"l'option {option} n'existe pas.{guess}"
        case "WrongValueError":
            fault = str(error)
        case "BadParameter":
            fault = f"la valeur de {parameter} ne convient pas."
        case _:
            fault = f"je ne comprends pas « {' '.join(arguments)} »."
    return f"{command} : {fault} Tape « {command} --help » pour voir ce qui est possible."


def _parameter(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return "une valeur"
    if parameter.param_type_name == "option":
        return f"l'option {parameter.opts[0]}"
    return f"l'argument {parameter.metavar or parameter.name}"
