"""A workshop's notebooks as a learner reads them, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from elloweb.content.lint.prose import Block, Kind, blocks
from elloweb.content.lint.source import Source
from elloweb.content.lint.strings import read_strings
from elloweb.content.model import Workshop
from elloweb.content.notebooks import is_check, is_manual

# The cells that are looked up, not read from end to end.
GLOSSARY = "glossaire"
KEYBOARD = "clavier"


@dataclass(frozen=True)
class Passage:
    """A piece of text that a learner reads, and where a message says that it stands."""

    source: Source
    index: int
    block: Block

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        return self.source.place(self.index)

    @property
    def kind(self) -> Kind:
        """What it is for its reader."""
        return self.block.kind

    @property
    def cell(self) -> str:
        """The id of its cell."""
        return str(self.source.notebook.cells[self.index].get("id", ""))

    @property
    def is_prose(self) -> bool:
        """Whether it is read as one reads a page: neither code, table, nor title."""
        return self.kind in (Kind.PARAGRAPH, Kind.ITEM)


class Reading:
    """The notebooks of a workshop, by passages."""

    def __init__(self, sources: list[Source]) -> None:
        """Read *sources*, which come in reading order."""
        self.sources = sources

    @cached_property
    def passages(self) -> list[Passage]:
        """Everything that a learner reads, in order."""
        return [one for source in self.sources for one in read(source)]


def read(source: Source) -> Iterator[Passage]:
    """Yield the passages of *source*, as its learner finds it."""
    for index, cell in enumerate(source.notebook.cells):
        text = source.found(index)
        if cell.cell_type == "markdown":
            found = blocks(text)
        else:
            found = read_strings(text)
            if is_check(cell) or is_manual(cell):
                found = [block for block in found if block.kind is Kind.MESSAGE]
        for block in found:
            yield Passage(source, index, block)


def read_page(markdown: str, path: str) -> list[tuple[str, str]]:
    """Return the words of a page, each with its place."""
    return [(f"{path}, ligne {block.line}", block.plain) for block in blocks(markdown)]


def read_metadata(workshop: Workshop) -> list[tuple[str, str]]:
    """Return what `workshop.toml` tells in French, each with its place."""
    where = f"workshops/{workshop.slug}/workshop.toml"
    texts = [workshop.title, workshop.summary, *workshop.goals, *workshop.materials]
    texts += [notebook.title for notebook in workshop.notebooks]
    texts += [mission.title for mission in workshop.missions]
    for metier in workshop.metiers:
        texts += [metier.title, metier.tuesday, metier.team, *metier.routes]
    for person in workshop.role_models:
        texts += [person.did, person.route]
    texts += [fact.says for fact in workshop.sources]
    return [(where, text) for text in texts if text]
