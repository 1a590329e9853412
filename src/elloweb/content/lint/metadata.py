"""Rules that hold the metadata against the notebooks."""

from collections import Counter
from collections.abc import Iterator

from elloweb.content.answers import load_answers
from elloweb.content.kit import Kit
from elloweb.content.lint.missions import LEAST_WRONG_ANSWERS, missions_of
from elloweb.content.lint.source import Source
from elloweb.content.model import Workshop
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError


def check(workshop: Workshop, sources: list[Source]) -> Iterator[Problem]:
    """Yield what `workshop.toml` and the notebooks say differently."""
    where = f"workshops/{workshop.slug}/workshop.toml"
    files = [source.file for source in sources]
    planned = [notebook.file for notebook in workshop.notebooks]
    yield from _compare(where, "le carnet", planned, files)
    checked = [mission for source in sources for mission in missions_of(source)]
    yield from _compare(where, "la mission", [m.id for m in workshop.missions], checked)


def check_answers(kit: Kit, slug: str, graded: list[Source]) -> Iterator[Problem]:
    """Yield the missions for which too few wrong answers are kept as tests."""
    where = kit.relative(kit.answers(slug))
    try:
        kept = Counter(answer.mission for answer in load_answers(kit, slug))
    except ElloWebError:
        yield Problem(where, "les réponses de débutantes manquent.", "Écris-les d'après un autre.")
        return
    for mission in (one for source in graded for one in missions_of(source)):
        if kept[mission] < LEAST_WRONG_ANSWERS:
            yield Problem(
                where,
                f"{kept[mission]} mauvaise(s) réponse(s) gardée(s) pour « {mission} ».",
                f"Il en faut {LEAST_WRONG_ANSWERS}.",
            )


def _compare(where: str, what: str, planned: list[str], found: list[str]) -> Iterator[Problem]:
    for name in planned:
        if name not in found:
            yield Problem(where, f"{what} « {name} » n'existe pas.", "Corrige ou enlève son nom.")
    for name in found:
        if name not in planned:
            yield Problem(where, f"{what} « {name} » manque ici.", "Ajoute sa fiche.")
