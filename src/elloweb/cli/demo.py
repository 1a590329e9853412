"""`elloweb demo`: a whole session with a made-up class, from its start to the results page."""

import shutil
import webbrowser
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from elloweb.cli.console import err, out
from elloweb.cli.sessions import grade_with_progress
from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.grading.collect import collect
from elloweb.grading.made_up_class import SEATS, hand_in_made_up_class
from elloweb.grading.results import gather_results
from elloweb.grading.results_page import write_results
from elloweb.grading.session import Session, create_session

_DATES = [date(2026, 4, 8), date(2026, 4, 15), date(2026, 4, 22)]
_MARK = "DEMONSTRATION.txt"
_NOTE = "Une classe inventée. « elloweb demo » refait ce dossier à neuf : n'y range rien.\n"


def add_commands(app: typer.Typer) -> None:
    """Add the demonstration to *app*."""
    app.command("demo")(_demo)


def _demo(
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Ne pas ouvrir la page des résultats.")
    ] = False,
) -> int:
    """Montrer une session entière, avec une classe inventée : carnets, correction, résultats."""
    kit = Kit.find()
    folder = kit.root / "sessions" / "demonstration"
    _clear(folder)
    err.print("Trois mercredis à Saint-Étienne, avec douze lycéennes inventées.")
    err.print("1. La session est créée : ses places, ses codes, son carnet de notes.")
    session = _create(folder, kit.slugs())
    err.print("2. Elles rendent leurs carnets : justes, faux, à moitié faits, un abîmé.")
    hand_in_made_up_class(kit, session)
    collection = collect(session, kit, session.drop_folder)
    err.print(f"3. {len(collection.hand_ins)} carnets ramassés ; la correction commence.")
    grading = grade_with_progress(session, kit)
    results = gather_results(session, kit, datetime.now().astimezone())
    page, table = write_results(results, kit)
    graded = sum(record.graded for record in grading.records)
    out.print(f"{graded} carnets corrigés sur {len(grading.records)}. Ce qui demande un regard :")
    for problem in [*collection.problems, *results.problems]:
        out.print(f"  - {problem}", markup=False)
    out.print(f"Page des résultats : {page}", markup=False)
    out.print(f"Pour le tableur : {table}", markup=False)
    out.print(f"Dossier de la session : {folder}", markup=False)
    if not no_browser:
        webbrowser.open(page.as_uri())
    return 0


def _create(folder: Path, workshops: list[str]) -> Session:
    try:
        return create_session(
            folder,
            city="Saint-Étienne",
            place="Lycée inventé",
            dates=_DATES,
            workshops=workshops,
            seats=SEATS,
            facilitator="Une animatrice inventée",
        )
    finally:
        # Also when it is interrupted: the next run must know the folder for its own.
        if folder.is_dir():
            (folder / _MARK).write_text(_NOTE, encoding="utf-8")


def _clear(folder: Path) -> None:
    """Remove the last demonstration; raise ElloWebError when something else stands there."""
    mark = folder / _MARK
    if mark.exists():
        # The mark goes last, for the same reason.
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path != mark:
                path.unlink()
        mark.unlink()
    elif folder.exists() and any(folder.iterdir()):
        raise ElloWebError(
            f"{folder} : ce dossier n'est pas une démonstration. Déplace-le, puis relance."
        )
