"""Markdown as a reader meets it: what is prose in it, and what is code, an address or a tag."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

# Stands for each character that is not prose, so that places in the text stay the same.
HIDDEN = "\ue000"

# A space that should be ordinary fences as well: mending it must change nothing else.
_INDENT = "[ \u00a0\u202f]{0,3}"
_FENCED = re.compile(
    rf"^{_INDENT}(```+|~~~+).*?(?:^{_INDENT}\1[`~]*[ \t\r\u00a0\u202f]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_VERBATIM = re.compile(
    r"<!--.*?-->|<(style|script|svg|pre|code|kbd)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&#?\w+;")
_DESTINATION = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>|)]+|\b[\w.-]+@[\w-]+\.\w+")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$", re.M)
# How a sheet to print is laid out: see content/paper.
_DIRECTIVE = re.compile(r"^:::.*$", re.MULTILINE)
_CODE = (_FENCED, _CODE_SPAN)
_NOT_PROSE = (*_CODE, _VERBATIM, _TAG, _ENTITY, _DESTINATION, _ADDRESS, _TABLE_RULE, _DIRECTIVE)


def hide(markdown: str) -> str:
    """Return *markdown*, equally long, in which only prose and its line ends are left."""
    for pattern in _NOT_PROSE:
        markdown = pattern.sub(_hidden, markdown)
    return markdown


def hide_code(markdown: str) -> str:
    """Return *markdown*, equally long, without the code that it shows."""
    for pattern in _CODE:
        markdown = pattern.sub(_hidden, markdown)
    return markdown


def code_places(markdown: str) -> list[tuple[int, int]]:
    """Return where *markdown* shows code, from and to."""
    places = []
    for pattern in _CODE:
        places += [match.span() for match in pattern.finditer(markdown)]
        markdown = pattern.sub(_hidden, markdown)
    return sorted(places)


def _hidden(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", HIDDEN, match.group())


class Kind(Enum):
    """What a piece of text is for its reader."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    ROW = "row"  # a cell of a table
    PICTURE = "picture"  # what is said in place of a picture
    MESSAGE = "message"  # what a piece or a check shows
    COMMENT = "comment"  # a note in the code


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, an item… of *line* (from 1), as it is written in Markdown."""

    kind: Kind
    markdown: str
    line: int = 1

    @cached_property
    def plain(self) -> str:
        """The words alone: code becomes `CODE`, and no emphasis, tag or address is left."""
        return plain(self.markdown)

    @cached_property
    def sentences(self) -> list[str]:
        """The sentences of the words."""
        return split_sentences(self.plain)


# Stands for a piece of code in plain words.
CODE = "\ue001"

_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_HTML_PICTURE = re.compile(r"<img\b[^>]*?\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')[^>]*>", re.I)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)|~~")
_HEADING = re.compile(r" {0,3}#{1,6} +(.*)")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) +(.*)")
_WORD = re.compile(rf"[\w{CODE}][\w'’{CODE}-]*")
_SENTENCE_END = re.compile(
    r"(?:[.!?…]+(?:[ \u00a0\u202f]?[»)\]])*)(?=\s+(?:[«(\[][ \u00a0\u202f]?)?[A-ZÀ-ÖØ-Þ0-9\ue001])"
)


def blocks(markdown: str) -> list[Block]:
    """Return the pieces of prose of *markdown* in reading order; code is none."""
    found: list[Block] = []
    for pattern in (_FENCED, _VERBATIM, _TABLE_RULE, _DIRECTIVE):
        markdown = pattern.sub(lambda match: "\n" * match.group().count("\n"), markdown)
    going_on = False
    for number, line in enumerate(markdown.split("\n"), start=1):
        line = line.strip().removeprefix("> ")
        if heading := _HEADING.fullmatch(line):
            found.append(Block(Kind.HEADING, heading.group(1), number))
            going_on = False
        elif line.startswith("|"):
            cells = (cell.strip() for cell in line.strip("|").split("|"))
            found += [Block(Kind.ROW, cell, number) for cell in cells if cell]
            going_on = False
        elif item := _ITEM.fullmatch(line):
            found.append(Block(Kind.ITEM, item.group(1), number))
            going_on = True
        elif not line:
            going_on = False
        elif going_on:
            found[-1] = replace(found[-1], markdown=f"{found[-1].markdown} {line}")
        else:
            found.append(Block(Kind.PARAGRAPH, line, number))
            going_on = True
    return [part for block in found for part in _with_pictures(block)]


def plain(markdown: str) -> str:
    """Return the words of *markdown*: see `Block.plain`."""
    markdown = _CODE_SPAN.sub(CODE, markdown)
    for pattern, new in ((_PICTURE, ""), (_LINK, r"\1"), (_TAG, ""), (_EMPHASIS, "")):
        markdown = pattern.sub(new, markdown)
    return html.unescape(markdown).strip()


def split_sentences(words: str) -> list[str]:
    """Return the sentences of plain *words*: one ends before a capital, a quote or a number."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    places = zip([0, *ends], [*ends, len(words)], strict=True)
    return [words[start:end].strip() for start, end in places if words[start:end].strip()]


def count_words(words: str) -> int:
    """Return how many words a reader meets in plain *words*; a piece of code is one."""
    return len(_WORD.findall(words))


def _with_pictures(block: Block) -> Iterator[Block]:
    """Yield *block*, unless it holds a picture alone, then what is said of each picture."""
    if block.plain:
        yield block
    for match in (*_PICTURE.finditer(block.markdown), *_HTML_PICTURE.finditer(block.markdown)):
        words = next((group for group in match.groups() if group), "")
        if words.strip():
            yield Block(Kind.PICTURE, words, block.line)
