"""`elloweb build` and `elloweb check`: what a workshop's author runs."""

from pathlib import Path
from typing import Annotated

import typer

from elloweb.cli.console import err, out, print_json
from elloweb.content.build import build_workshop, find_stale
from elloweb.content.kit import Kit
from elloweb.content.lint import check_kit, check_workshop, proofread, spelling
from elloweb.content.lint.fix import fix_kit, fix_workshop
from elloweb.grading.rehearsal import rehearse

Slugs = Annotated[
    list[str] | None, typer.Argument(metavar="[ATELIER]…", help="Par défaut : tous les ateliers.")
]
KitFolder = Annotated[
    Path | None,
    typer.Option("--kit", help="Le dossier du kit, si ce n'est pas celui où tu es."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Répondre en JSON, pour un programme.")]


def add_commands(app: typer.Typer) -> None:
    """Add the author's commands to *app*."""
    app.command("build")(build)
    app.command("check")(check)


def build(
    slugs: Slugs = None,
    only_check: Annotated[
        bool, typer.Option("--check", help="Ne rien écrire ; dire ce qui n'est pas à jour.")
    ] = False,
    kit_folder: KitFolder = None,
) -> int:
    """Fabriquer les carnets des lycéennes (exercises/) à partir des solutions."""
    kit = Kit.find(kit_folder)
    chosen = _choose(kit, slugs)
    if only_check:
        stale = [one for slug in chosen for one in find_stale(kit, slug)]
        for one in stale:
            err.print(f"{one.path} {one.reason} Lance « elloweb build ».", markup=False)
        return 1 if stale else 0
    for slug in chosen:
        changed = build_workshop(kit, slug)
        out.print(
            f"{slug} : {len(changed)} fichier(s) refait(s)." if changed else f"{slug} : à jour."
        )
        for path in changed:
            out.print(f"  {path}", markup=False)
    return 0


def check(
    slugs: Slugs = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Lire seulement, sans exécuter les carnets.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Mettre d'abord les espaces du français, et rien d'autre."),
    ] = False,
    as_json: AsJson = False,
    kit_folder: KitFolder = None,
) -> int:
    """Dire tout ce qui cloche dans un atelier, et comment le réparer."""
    kit = Kit.find(kit_folder)
    if fix:
        fixed = [] if slugs else fix_kit(kit)
        fixed += [one for slug in _choose(kit, slugs) for one in fix_workshop(kit, slug)]
        for one in fixed:
            err.print(f"{one.path} : {one.spaces} espace(s) changée(s).", markup=False)
    problems = [] if slugs else check_kit(kit)
    for slug in _choose(kit, slugs):
        problems += check_workshop(kit, slug)
        if not quick:
            problems += rehearse(kit, slug)
    if spelling.is_there():
        problems += proofread(kit, _choose(kit, slugs), with_kit=not slugs)
    else:
        err.print(spelling.MISSING, markup=False)
    if as_json:
        print_json([vars(problem) for problem in problems])
    for problem in problems:
        err.print(str(problem), markup=False)
    return 1 if problems else 0


def _choose(kit: Kit, slugs: list[str] | None) -> list[str]:
    return [kit.require(slug) for slug in slugs] if slugs else kit.slugs()
