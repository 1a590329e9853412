"""`elloweb test`: the kit's own tests."""

import subprocess
import sys

import typer

from elloweb.content.kit import Kit


def add_commands(app: typer.Typer) -> None:
    """Add the engineer's command to *app*."""
    app.command(
        "test",
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
        add_help_option=False,
    )(run_tests)


def run_tests(context: typer.Context) -> int:
    """Lancer les tests du kit ; tout ce qui suit est transmis à pytest."""
    command = [sys.executable, "-m", "pytest", *context.args]
    return subprocess.run(command, cwd=Kit.find().root, check=False).returncode
