"""Every static fault of a workshop, in plain French. The rules that run notebooks are grading's."""

from elloweb.content.build import find_stale, marker_problems
from elloweb.content.kit import Kit
from elloweb.content.lint import files, metadata, missions, pieces, text
from elloweb.content.lint.source import read_sources
from elloweb.content.model import read_workshop
from elloweb.content.paper.sheets import paper_problems
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError


def check_workshop(kit: Kit, slug: str) -> list[Problem]:
    """Return every static fault of the workshop *slug*; empty means nothing to mend."""
    sources, problems = read_sources(kit, slug)
    can_build = not any(problem.place.startswith("solutions/") for problem in problems)
    workshop, faults = read_workshop(kit, slug)
    problems += faults
    problems += files.check(kit, slug)
    problems += paper_problems(kit, slug)
    for source in sources:
        problems += text.check(source)
        problems += pieces.check(source)
    graded = [source for source in sources if source.is_graded]
    problems += missions.check(graded)
    problems += metadata.check_answers(kit, slug, graded)
    if workshop is not None:
        problems += metadata.check(workshop, sources)
    if can_build and graded:
        problems += _check_build(kit, slug)
    return sorted(set(problems))


def check_kit(kit: Kit) -> list[Problem]:
    """Return the faults of the kit's folders that belong to no workshop."""
    return list(files.check_orphans(kit))


def _check_build(kit: Kit, slug: str) -> list[Problem]:
    faults = marker_problems(kit, slug)
    if faults:
        return faults
    try:
        stale = find_stale(kit, slug)
    except ElloWebError:
        return [
            Problem(
                f"solutions/{slug}",
                "nbgrader refuse de construire ces carnets.",
                "Répare d'abord les autres fautes de ses cellules.",
            )
        ]
    return [Problem(one.path, one.reason, f"Lance « elloweb build {slug} ».") for one in stale]
