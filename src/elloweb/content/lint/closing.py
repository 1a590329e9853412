"""Rules about the cells that every workshop has alike: the closing ones, the keyboard's card."""

from collections.abc import Iterator

from elloweb.content.kit import Kit
from elloweb.content.lint.reading import KEYBOARD
from elloweb.content.lint.source import Source
from elloweb.content.notebooks import nbgrader_metadata
from elloweb.content.problems import Problem

# What she writes for herself and her marraine: the cell's id → its heading's.
CLOSING = {
    "aime": "### Ce que j'ai aimé",
    "servir": "### À quoi ça pourrait me servir, à moi ?",
    "marraine": "### Ma question pour ma marraine",
}
KEYBOARD_HEADING = "## Où se cachent les touches ?"


def check(kit: Kit, sources: list[Source]) -> Iterator[Problem]:
    """Yield what misses of the cells that every workshop has."""
    graded = [source for source in sources if source.is_graded]
    if graded:
        yield from _check_closing(graded[-1])
    discovery = next((source for source in sources if not source.is_graded), None)
    if discovery is not None:
        yield from _check_keyboard(kit, discovery)


def _check_closing(last: Source) -> Iterator[Problem]:
    for name, heading in CLOSING.items():
        title = last.find(f"{name}-titre")
        if title is None or _spaced(last.notebook.cells[title].source) != heading:
            yield Problem(
                last.path if title is None else last.place(title),
                f"le titre « {heading} » manque.",
                f"Écris-le seul dans une cellule de texte, d'identifiant « {name}-titre ».",
            )
        own = last.find(name)
        if own is None or last.notebook.cells[own].cell_type != "markdown":
            yield Problem(
                last.path,
                f"la cellule « {name} » manque, sous « {heading} ».",
                f"Ajoute une cellule de texte, d'identifiant « {name} ».",
            )
        elif nbgrader_metadata(last.notebook.cells[own]):
            yield Problem(
                last.place(own),
                "ce qu'elle écrit ici n'est jamais noté.",
                "Enlève la cellule du panneau nbgrader.",
            )


def _check_keyboard(kit: Kit, discovery: Source) -> Iterator[Problem]:
    index = discovery.find(KEYBOARD)
    card = kit.guide / "clavier.md"
    if index is None:
        yield Problem(
            discovery.path,
            "la carte du clavier manque.",
            f"Recopie celle de {kit.relative(card)} dans une cellule « {KEYBOARD} ».",
        )
        return
    where, text = discovery.place(index), discovery.notebook.cells[index].source
    if _spaced(text.split("\n")[0]) != KEYBOARD_HEADING:
        yield Problem(where, f"son titre n'est pas « {KEYBOARD_HEADING} ».", "Corrige-le.")
    if card.is_file() and _table(text) != _table(card.read_text(encoding="utf-8")):
        yield Problem(
            where,
            f"son tableau n'est pas celui de {kit.relative(card)}.",
            "Recopie le tableau, ligne pour ligne.",
        )


def _table(markdown: str) -> list[str]:
    lines = (_spaced(line) for line in markdown.split("\n"))
    return [line for line in lines if line.startswith("|")]


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip()
