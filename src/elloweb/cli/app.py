"""The application: its commands, and how an error reaches the user."""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from elloweb.cli import content, demo, french, paper, sessions, tests
from elloweb.cli.console import err, out
from elloweb.errors import ElloWebError

# What typer makes of Ctrl-C.
_INTERRUPTED = 130

app = typer.Typer(
    help="Le kit d'ateliers ELL'OWEB : construire, animer, corriger.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
demo.add_commands(app)
content.add_commands(app)
paper.add_commands(app)
sessions.add_commands(app)
tests.add_commands(app)


def _print_version(wanted: bool) -> None:
    if wanted:
        out.print(f"elloweb {version('elloweb')}")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[
        bool, typer.Option("--debug", help="Montrer le détail technique d'une erreur.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Donner la version du kit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Options that stand before every command."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0 done, 1 something needs attention, 2 wrong usage. With ``--debug`` anywhere, an error shows
    its traceback.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in arguments
    arguments = [argument for argument in arguments if argument != "--debug"]
    command = typer.main.get_command(app)
    french.translate_help(command)
    try:
        status = command(arguments, prog_name="elloweb", standalone_mode=False)
        if status == _INTERRUPTED:
            err.print("Arrêté à ta demande. Relance la même commande pour continuer.")
            return 1
        return status if isinstance(status, int) else 0
    except typer.Exit as stop:
        return stop.exit_code
    except ElloWebError as error:
        if debug:
            raise
        err.print(str(error), markup=False)
        return 1
    except Exception as error:
        if debug:
            raise
        usage = french.usage_error(error, arguments)
        if usage is not None:
            if usage:
                err.print(usage, markup=False)
            return 2
        err.print(_unexpected(error, arguments), markup=False)
        return 1


def _unexpected(error: Exception, arguments: Sequence[str]) -> str:
    command = " ".join(["elloweb", *arguments])
    place = f" ({error.filename})" if isinstance(error, OSError) and error.filename else ""
    return (
        f"{command} : arrêt sur une panne inattendue{place}. Rien n'est effacé. "
        "Relance-la avec --debug et transmets ce qui s'affiche à l'équipe du kit."
    )
