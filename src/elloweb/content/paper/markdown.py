"""Markdown into Typst: any page of ours, with tables, lists, code, pictures and blanks to fill in.

Beyond CommonMark and tables: `____` is a blank to write in, as long as it is typed, and `[ ]` a box
to tick. A picture stands alone in its paragraph. HTML is text like any other.
"""

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from elloweb.content.paper.faults import Fault
from elloweb.content.paper.typst import array, call, can_print, quoted, sequence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_TICK = "[ ]"
_GAP = re.compile(r"(_{3,}|\[ \])")
_MILLIMETRES_A_LETTER = 2.2
_LONGEST_BLANK = 170
_PICTURES = {".png", ".svg"}
# Bold words up to this many letters stay on one line: a key, a name, a number.
_KEPT_TOGETHER = 16
# A column as wide as its words, up to this many letters; beyond, columns share what is left.
_NARROW = 24
_LETTERS_A_LINE = 74
_MARGIN = 4
_SIDES = {"left": "left", "right": "right", "center": "center"}


class Typesetter:
    """Turns Markdown into Typst; keeps the pictures it uses, and the faults it finds.

    Pictures are looked for in *folder* and stay within it.
    """

    def __init__(self, folder: Path) -> None:
        """Set pages whose pictures stand in *folder*."""
        self.folder = folder
        self.pictures: dict[str, Path] = {}
        self.faults: list[Fault] = []
        self._level = 0

    def text(self, words: str, line: int) -> str:
        """Return *words* as Typst, with blanks and boxes where they stand."""
        self._check_letters(words, line)
        parts = [part for part in _GAP.split(words) if part]
        return sequence(*map(_gap_or_text, parts)) if parts else quoted("")

    def markdown(self, source: str, line: int = 1) -> str:
        """Return *source*, whose first line is number *line* of its file, as Typst."""
        from markdown_it.tree import SyntaxTreeNode

        # Lines above it, so that every place the parser gives is one of the file's.
        tokens = _parser().parse("\n" * (line - 1) + source)
        return self._all(SyntaxTreeNode(tokens), line)

    def inline(self, source: str, line: int) -> str:
        """Return one line of Markdown, such as a title, as Typst."""
        from markdown_it.tree import SyntaxTreeNode

        return self._all(SyntaxTreeNode(_parser().parseInline(source)), line)

    def _all(self, node: "SyntaxTreeNode", line: int) -> str:
        parts = [self._one(child, line) for child in node.children]
        return sequence(*parts) if parts else quoted("")

    def _one(self, node: "SyntaxTreeNode", line: int) -> str:
        line = node.map[0] + 1 if node.map else line
        match node.type:
            case "text":
                return self.text(node.content, line)
            case "softbreak":
                return quoted(" ")
            case "hardbreak":
                return call("linebreak")
            case "strong":
                return call("strong", self._together(node, line))
            case "em":
                return call("emph", self._all(node, line))
            case "code_inline":
                self._check_letters(node.content, line)
                return call("raw", quoted(node.content))
            case "fence" | "code_block":
                self._check_letters(node.content, line)
                return call("code-of", quoted(node.content.rstrip("\n")))
            case "heading":
                return self._heading(node, line)
            case "paragraph":
                body = self._all(node, line)
                return body if _only_pictures(node) else call("para", body)
            case "blockquote":
                return call("quote-of", self._all(node, line))
            case "hr":
                return call("rule-of")
            case "bullet_list":
                return self._bullets(node, line)
            case "ordered_list":
                start = node.attrs.get("start", 1)
                return call("enum", f"start: {start}", *self._items(node, line))
            case "table":
                return self._table(node, line)
            case "image":
                return self._picture(node, line)
            case "link":
                return self._link(node, line)
            case _:
                return self._all(node, line)

    def _heading(self, node: "SyntaxTreeNode", line: int) -> str:
        """Return a heading, one level below the last at most: readers of tagged PDF ask for it.

        They refuse one without words, which becomes a paragraph.
        """
        body = self._all(node, line)
        if not any(map(str.isalnum, _words(node))):
            return call("para", body)
        self._level = min(int(node.tag[1:]), self._level + 1)
        return call("heading-of", str(self._level), body)

    def _bullets(self, node: "SyntaxTreeNode", line: int) -> str:
        """Return a list; where every item begins with a box to tick, the box is its bullet."""
        firsts = [
            next((one for one in item.walk() if one.type == "text"), None) for item in node.children
        ]
        ticked = [
            one.token for one in firsts if one and one.token and one.content.startswith(_TICK)
        ]
        if len(ticked) < len(firsts):
            return call("list", *self._items(node, line))
        for token in ticked:
            token.content = token.content.removeprefix(_TICK).lstrip()
        return call("tick-list", *self._items(node, line))

    def _together(self, node: "SyntaxTreeNode", line: int) -> str:
        """Return what *node* holds, on one line when it is short: a key, a name, a number."""
        body = self._all(node, line)
        return call("box", body) if 0 < len(_words(node)) <= _KEPT_TOGETHER else body

    def _items(self, node: "SyntaxTreeNode", line: int) -> list[str]:
        return [self._one(child, line) for child in node.children]

    def _table(self, node: "SyntaxTreeNode", line: int) -> str:
        head, *body = [row for group in node.children for row in group.children]
        rows = [head, *body]
        widths = [
            max(len(row.children[column].children[0].content) for row in rows)
            for column in range(len(head.children))
        ]
        sides = [str(cell.attrs.get("style", "")) for cell in head.children]
        aligned = [_SIDES.get(side.removeprefix("text-align:"), "left") for side in sides]
        cells = [[self._all(cell, _line(row, line)) for cell in row.children] for row in rows]
        return table(widths, aligned, cells[0], cells[1:])

    def _picture(self, node: "SyntaxTreeNode", line: int) -> str:
        source, title = str(node.attrs.get("src", "")), str(node.attrs.get("title", ""))
        words = _words(node)
        path = self.folder / source
        fault = _picture_fault(self.folder, path, words)
        if fault:
            self.faults.append(Fault(line, f"l'image « {source} » {fault[0]}", fault[1]))
            return quoted("")
        name = f"picture-{len(self.pictures) + 1}{path.suffix}"
        self.pictures[name] = path
        caption = self.text(title, line) if title else "none"
        return call("picture", quoted(name), quoted(words), caption)

    def _link(self, node: "SyntaxTreeNode", line: int) -> str:
        """Return a link as paper shows it: its words, then the address where they differ."""
        body, address = self._all(node, line), str(node.attrs.get("href", ""))
        shown = _words(node)
        if "://" not in address or shown in (address, address.partition("://")[2].rstrip("/")):
            return body
        return sequence(body, quoted(f" ({address.partition('://')[2]})"))

    def _check_letters(self, words: str, line: int) -> None:
        for letter in sorted({letter for letter in words if not can_print(letter)}):
            self.faults.append(
                Fault(
                    line,
                    f"le signe « {letter} » (U+{ord(letter):04X}) ne s'imprime pas.",
                    "Remplace-le par un mot ou par un dessin.",
                )
            )


def table(widths: list[int], sides: list[str], head: list[str], rows: list[list[str]]) -> str:
    """Return a table of Typst cells; *widths* are the letters of each column's longest cell."""
    if sum(widths) <= _LETTERS_A_LINE:
        columns = [f"{width + _MARGIN}fr" for width in widths]
    else:
        columns = [
            "auto" if width <= _NARROW else f"{round(width**0.5 * 10)}fr" for width in widths
        ]
    return call(
        "table-of", array(*columns), array(*sides), array(*head), *[array(*row) for row in rows]
    )


@functools.cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _gap_or_text(part: str) -> str:
    if part == _TICK:
        return "tick-box"
    if part.startswith("___"):
        return call("blank", str(min(_LONGEST_BLANK, round(len(part) * _MILLIMETRES_A_LETTER))))
    return quoted(part)


def _words(node: "SyntaxTreeNode") -> str:
    """Return the words of *node*, without their dress."""
    kinds = ("text", "code_inline")
    return "".join(child.content for child in node.walk() if child.type in kinds)


def _line(node: "SyntaxTreeNode", line: int) -> int:
    return node.map[0] + 1 if node.map else line


def _only_pictures(paragraph: "SyntaxTreeNode") -> bool:
    (inline,) = paragraph.children
    return all(child.type in ("image", "softbreak") for child in inline.children)


def _picture_fault(folder: Path, path: Path, words: str) -> tuple[str, str] | None:
    """Return what is wrong with the picture at *path*, and how to mend it; None for nothing."""
    if not words.strip():
        return "n'a pas de texte de remplacement.", "Dis entre les crochets ce qu'elle montre."
    if path.suffix not in _PICTURES:
        return "n'est pas un dessin que l'on sait imprimer.", "Choisis un fichier .svg ou .png."
    if not path.resolve().is_relative_to(folder.resolve()):
        return "est rangée ailleurs.", "Range-la dans le dossier de l'atelier."
    if not path.is_file():
        return "n'existe pas.", "Corrige son nom, ou range-la dans le dossier de l'atelier."
    if not _is_readable(path):
        return "ne peut pas être lue.", "Enregistre-la à nouveau depuis le logiciel de dessin."
    return None


def _is_readable(path: Path) -> bool:
    content = path.read_bytes()
    if path.suffix == ".png":
        return content.startswith(b"\x89PNG\r\n\x1a\n")
    try:
        return ElementTree.fromstring(content).tag.endswith("svg")
    except ElementTree.ParseError:
        return False
