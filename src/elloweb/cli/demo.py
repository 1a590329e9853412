"""`elloweb demo`: a whole session with a made-up class, from its start to the results page."""

import shutil
import webbrowser
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from elloweb.cli.console import err, out
from elloweb.cli.sessions import grade_with_progress
from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.grading.collect import collect
from elloweb.grading.made_up_class import SEATS, hand_in_made_up_class
from elloweb.grading.session import create_session

_MARK = "DEMONSTRATION.txt"
_NOTE = "Session de démonstration, avec des lycéennes inventées. « elloweb demo » la refait à neuf.\n"


def add_commands(app: typer.Typer) -> None:
    """Add the demonstration to *app*."""
    app.command("demo")(demo)
