"""`elloweb print`: a workshop for a day without computers."""

from pathlib import Path
from typing import Annotated

import typer

from elloweb.cli.console import out
from elloweb.content.kit import Kit
from elloweb.content.paper.sheets import print_workshop
from elloweb.errors import ElloWebError
from elloweb.files import write_whole


def add_commands(app: typer.Typer) -> None:
    """Add the command that prints to *app*."""
    app.command("print")(print_paper)


def print_paper(
    slug: Annotated[str, typer.Argument(metavar="ATELIER", help="Par exemple : cantine.")],
    target: Annotated[
        Path | None,
        typer.Option("--to", help="Le fichier à écrire. Par défaut : ATELIER-papier.pdf, ici."),
    ] = None,
    kit_folder: Annotated[
        Path | None,
        typer.Option("--kit", help="Le dossier du kit, si ce n'est pas celui où vous êtes."),
    ] = None,
) -> int:
    """Faire le PDF de la version papier d'un atelier, pour un jour sans ordinateur."""
    kit = Kit.find(kit_folder)
    content = print_workshop(kit, kit.require(slug))
    path = target or Path(f"{slug}-papier.pdf")
    try:
        write_whole(path, content)
    except OSError as error:
        raise ElloWebError(
            f"{path} : ce fichier ne peut pas être écrit. Choisissez un autre endroit avec --to ; "
            "s'il est ouvert dans un lecteur de PDF, fermez-le d'abord."
        ) from error
    out.print(f"{path} est prêt : imprimez-le en A4, en noir et blanc, à 100 %.", markup=False)
    return 0
