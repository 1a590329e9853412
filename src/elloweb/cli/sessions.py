"""`elloweb session`, `collect`, `grade` and `results`: what a facilitator runs."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from elloweb.cli.console import err, out, print_json
from elloweb.cli.french import WrongValueError
from elloweb.content.kit import Kit
from elloweb.grading.collect import collect
from elloweb.grading.grade import Grading, grade
from elloweb.grading.results import ClassResults, gather_results
from elloweb.grading.results_page import write_results
from elloweb.grading.session import Session, create_session, is_session, load_session

SessionFolder = Annotated[
    Path, typer.Argument(metavar="DOSSIER", help="Le dossier de la session.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour un programme.")]


def add_commands(app: typer.Typer) -> None:
    """Add the facilitator's commands to *app*."""
    session = typer.Typer(help="Préparer une session d'atelier.", no_args_is_help=True)
    session.command("create")(_create)
    app.add_typer(session, name="session")
    app.command("collect")(_collect)
    app.command("grade")(_grade)
    app.command("results")(_results)


def _day(text: str) -> date:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise WrongValueError(f"« {text} » n'est pas une date ; écris par exemple 22/04/2026.")


def _create(
    folder: SessionFolder,
    city: Annotated[str, typer.Option("--city", help="La ville.")],
    place: Annotated[str, typer.Option("--place", help="Le lieu : lycée, entreprise…")],
    dates: Annotated[
        list[date],
        typer.Option(
            "--date", help="Un jour, JJ/MM/AAAA ; à répéter s'il y en a plusieurs.", parser=_day
        ),
    ],
    workshops: Annotated[
        list[str], typer.Option("--workshop", help="Un atelier ; à répéter s'il y en a plusieurs.")
    ],
    seats: Annotated[int, typer.Option("--seats", help="Le nombre de places, de 1 à 60.")],
    facilitator: Annotated[
        str, typer.Option("--facilitator", help="Qui anime.", show_default=False)
    ] = "",
) -> int:
    """Créer le dossier d'une session : ses places, ses réglages, son carnet de notes."""
    existed = is_session(folder)
    session = create_session(
        folder,
        city=city,
        place=place,
        dates=dates,
        workshops=workshops,
        seats=seats,
        facilitator=facilitator,
    )
    state = "existe déjà, rien n'a changé" if existed else "est prête"
    out.print(f"{session.folder} : la session {state}.", markup=False)
    out.print(f"  Places : {', '.join(session.pseudonyms)}", markup=False)
    out.print(f"  Codes : {session.folder / 'seats.csv'}", markup=False)
    out.print(f"  Carnets rendus : à déposer dans {session.drop_folder}", markup=False)
    return 0


def _collect(
    folder: SessionFolder,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="CHEMIN",
            help="Un dossier, un .zip ou un carnet. Par défaut : le dossier « depot ».",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Ramasser les carnets rendus : dossiers, .zip ou fichiers, sans rien renommer."""
    session = load_session(folder)
    collection = collect(session, Kit.find(session.folder), source or session.drop_folder)
    new = [hand_in for hand_in in collection.hand_ins if hand_in.new]
    if as_json:
        print_json(
            {
                "hand_ins": [
                    {**asdict(x), "moment": x.moment.isoformat()} for x in collection.hand_ins
                ],
                "problems": list(collection.problems),
            }
        )
    else:
        learners = {hand_in.pseudonym for hand_in in collection.hand_ins}
        out.print(
            f"{len(collection.hand_ins)} carnet(s) de {len(learners)} lycéenne(s), dont "
            f"{len(new)} nouveau(x)."
        )
    return _tell(collection.problems)


def _grade(folder: SessionFolder, as_json: AsJson = False) -> int:
    """Corriger les carnets ramassés ; reprend là où elle s'était arrêtée."""
    session = load_session(folder)
    grading = grade_with_progress(session, Kit.find(session.folder))
    if as_json:
        print_json({"notebooks": [asdict(x) for x in grading.records], "run": grading.run_now})
    else:
        graded = sum(record.graded for record in grading.records)
        out.print(
            f"{graded} carnet(s) corrigé(s) sur {len(grading.records)}, dont {grading.run_now} "
            "à l'instant."
        )
        if not grading.records:
            err.print(
                f"{session.folder} : aucun carnet à corriger. Lance d'abord « elloweb collect ».",
                markup=False,
            )
            return 1
    return _tell(grading.problems)


def grade_with_progress(session: Session, kit: Kit) -> Grading:
    """Grade *session* and show on standard error how far it is."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task("Correction", total=None)

        def show(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name or "Correction")

        return grade(session, kit, show)


def _results(folder: SessionFolder, as_json: AsJson = False) -> int:
    """Faire la page des résultats et le tableau pour le tableur."""
    session = load_session(folder)
    kit = Kit.find(session.folder)
    results = gather_results(session, kit, datetime.now().astimezone())
    page, table = write_results(results, kit)
    if as_json:
        print_json({"page": str(page), "table": str(table), **_table(results)})
    else:
        handed_in = len(results.rows) - len(results.absent)
        out.print(f"{handed_in} lycéenne(s) sur {len(results.rows)} ont rendu.")
        out.print(f"  Page : {page}", markup=False)
        out.print(f"  Tableur : {table}", markup=False)
    return _tell(results.problems)


def _table(results: ClassResults) -> dict[str, Any]:
    return {
        "made": results.made.isoformat(timespec="seconds"),
        "learners": [
            {
                "pseudonym": row.pseudonym,
                "points": row.points,
                "missions": {
                    f"{column.workshop}/{column.mission}": {
                        "outcome": standing.outcome,
                        "points": standing.points,
                        "waiting": standing.waiting,
                    }
                    for column, standing in zip(results.columns, row.standings, strict=True)
                },
            }
            for row in results.rows
        ],
        "absent": list(results.absent),
        "problems": list(results.problems),
    }


def _tell(problems: tuple[str, ...]) -> int:
    for problem in problems:
        err.print(problem, markup=False)
    return 1 if problems else 0
