"""Every static fault of a workshop, in plain French. The rules that run notebooks are grading's."""

from pathlib import Path

from elloweb.content.build import find_stale, marker_problems
from elloweb.content.kit import Kit
from elloweb.content.lint import (
    closing,
    colours,
    ease,
    facts,
    files,
    glossary,
    guide,
    metadata,
    minutes,
    missions,
    pieces,
    spelling,
    text,
    typography,
    wording,
)
from elloweb.content.lint.reading import Reading, read_metadata, read_page
from elloweb.content.lint.source import Source, read_galleries, read_sources
from elloweb.content.model import Workshop, read_workshop
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
        problems += typography.check(source)
        problems += ease.check(source)
    problems += _check_words(kit, slug, workshop, sources)
    problems += closing.check(kit, sources)
    problems += colours.check(kit, slug, sources)
    problems += facts.check(workshop, sources)
    graded = [source for source in sources if source.is_graded]
    problems += missions.check(graded)
    problems += metadata.check_answers(kit, slug, graded)
    if workshop is not None:
        problems += metadata.check(workshop, sources)
        problems += minutes.check(workshop, sources)
    if can_build and graded:
        problems += _check_build(kit, slug)
    return sorted(set(problems))


def check_kit(kit: Kit) -> list[Problem]:
    """Return the faults of the kit's folders and pages that belong to no workshop."""
    problems = list(files.check_orphans(kit))
    for path in guide.general_pages(kit):
        problems += _check_page(kit, path)
    for source in read_galleries(kit):
        problems += typography.check(source)
    return problems


def proofread(kit: Kit, slugs: list[str], *, with_kit: bool) -> list[Problem]:
    """Return the slips of spelling and grammar of *slugs*; *with_kit*, of the other pages too.

    Raises ElloWebError where the checker is not installed: see `spelling.is_there`.
    """
    texts: list[tuple[str, str]] = []
    names: list[str] = []
    pages = guide.general_pages(kit) if with_kit else []
    sources = read_galleries(kit) if with_kit else []
    for slug in slugs:
        workshop, _ = read_workshop(kit, slug)
        if workshop is not None:
            names += [person.name for person in workshop.role_models]
            texts += read_metadata(workshop)
        sources += read_sources(kit, slug)[0]
        pages += guide.pages(kit, slug)
    texts += [(one.place, one.block.plain) for one in Reading(sources).passages]
    for path in pages:
        texts += read_page(guide.read(path), kit.relative(path))
    return sorted(set(spelling.check(texts, names)))


def _check_words(
    kit: Kit, slug: str, workshop: Workshop | None, sources: list[Source]
) -> list[Problem]:
    """Return the faults of words and pages that are read across notebooks."""
    reading = Reading(sources)
    told = [(one.place, one.block.plain) for one in reading.passages]
    told += read_metadata(workshop) if workshop is not None else []
    problems = [*glossary.check(reading), *wording.check(told), *guide.check(kit, slug)]
    for path in guide.pages(kit, slug):
        problems += _check_page(kit, path)
    return problems


def _check_page(kit: Kit, path: Path) -> list[Problem]:
    where, markdown = kit.relative(path), guide.read(path)
    words = wording.check(read_page(markdown, where), is_guide=True)
    return [*typography.check_page(markdown, where), *words]


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
