"""Markdown as a reader meets it: what is prose in it, and what is code, an address or a tag."""

import re

# Stands for each character that is not prose, so that places in the text stay the same.
HIDDEN = "\ue000"

_FENCED = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_VERBATIM = re.compile(
    r"<!--.*?-->|<(style|script|svg|pre|code|kbd)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ENTITY = re.compile(r"&#?\w+;")
_DESTINATION = re.compile(r"(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>|)]+|\b[\w.-]+@[\w-]+\.\w+")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.M)
_CODE = (_FENCED, _CODE_SPAN)
_NOT_PROSE = (*_CODE, _VERBATIM, _TAG, _ENTITY, _DESTINATION, _ADDRESS, _TABLE_RULE)


def hide(markdown: str) -> str:
    """Return *markdown*, equally long, in which only prose and its line ends are left."""
    for pattern in _NOT_PROSE:
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
