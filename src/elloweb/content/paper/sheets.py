"""The paper version of a workshop: `workshops/<slug>/papier.md` and the keyboard card, as a PDF."""

from dataclasses import dataclass
from pathlib import Path

from elloweb.content.kit import Kit
from elloweb.content.model import read_workshop
from elloweb.content.paper.blocks import divide
from elloweb.content.paper.directives import typeset
from elloweb.content.paper.faults import Fault
from elloweb.content.paper.markdown import Typesetter
from elloweb.content.paper.typst import TypesettingError, call, make_pdf, quoted, sequence
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError

FILE = "papier.md"
_KEYBOARD = "clavier.md"
_KEYBOARD_LABEL = "Pour toutes · une par binôme"
_LICENCE = "Le kit ELL'OWEB · CC BY-SA 4.0"


@dataclass(frozen=True)
class _Page:
    """A Markdown file as Typst, or its problems."""

    body: str
    pictures: dict[str, Path]
    problems: list[Problem]


def paper_problems(kit: Kit, slug: str) -> list[Problem]:
    """Return every fault of the paper version of *slug*; empty means that it can be printed."""
    return _read(kit, _paper(kit, slug)).problems


def print_workshop(kit: Kit, slug: str) -> bytes:
    """Return the PDF of the paper version of *slug*, the keyboard card as its last page.

    Raises ElloWebError with every fault of the files it is made from.
    """
    pages = [_read(kit, _paper(kit, slug)), _read(kit, kit.root / "facilitator_guide" / _KEYBOARD)]
    workshop, problems = read_workshop(kit, slug)
    problems += [problem for page in pages for problem in page.problems]
    if problems or workshop is None:
        raise ElloWebError("\n".join(map(str, problems)))
    paper, keyboard = pages
    body = sequence(paper.body, call("sheet", quoted(_KEYBOARD_LABEL)), keyboard.body)
    document = call(
        "document-of",
        f"title: {quoted(f'{workshop.title} · version papier')}",
        f"name: {quoted(workshop.title)}",
        f"licence: {quoted(_LICENCE)}",
        body,
    )
    try:
        return make_pdf(document, paper.pictures)
    except TypesettingError as error:
        raise ElloWebError(
            f"{kit.relative(_paper(kit, slug))} : la mise en page s'arrête ({error}). "
            "Enlève la dernière chose que tu as ajoutée, et transmets ce message à l'équipe du kit."
        ) from error


def _paper(kit: Kit, slug: str) -> Path:
    return kit.workshops / slug / FILE


def _read(kit: Kit, path: Path) -> _Page:
    place = kit.relative(path)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        missing = Problem(place, "ce fichier manque.", "Écris-le d'après celui d'un autre atelier.")
        return _Page("", {}, [missing])
    except (OSError, UnicodeDecodeError):
        broken = Problem(place, "ce fichier est illisible.", "Enregistre-le en UTF-8.")
        return _Page("", {}, [broken])
    blocks, faults = divide(text)
    setter = Typesetter(path.parent)
    body = typeset(blocks, setter)
    faults += setter.faults
    if not blocks:
        faults.append(Fault(1, "rien à imprimer.", "Écris au moins une feuille."))
    problems = [
        Problem(f"{place}, ligne {fault.line}", fault.fault, fault.mend)
        for fault in sorted(set(faults))
    ]
    return _Page(body, setter.pictures, problems)
