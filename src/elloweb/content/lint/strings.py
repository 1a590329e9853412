"""What a code cell shows a learner in French: messages, titles, notes."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from elloweb.content.lint.prose import CODE, Block, Kind
from elloweb.content.notebooks import FOLDED

# Of a call's keywords, those whose values are read; of a dictionary there, the values are.
_READ = {
    "bonus", "bravo", "consigne", "erreur", "erreurs", "espoir", "indices", "nom",
    "objet", "pieges", "question", "sinon", "texte", "titre", "unite",
}  # fmt: skip
# Of a call's arguments without a name, those that are read.
_READ_PLACES = {
    "barres": (2,),
    "courbe": (2,),
    "histogramme": (1,),
    "journal_connexions": (),
    "mission": (1,),
    "nuage": (2,),
    "print": range(99),
    "progression": (0,),
    "quiz": (1, 2),
    "secteurs": (2,),
    "tableau": (1,),
    "ValueError": (0,),
    "verifie": (1, 2),
}
# Where the keys of a dictionary are read as well.
_READ_KEYS = {("quiz", 2), ("courriel", "indices")}
# A ciphered or a read text is no French sentence.
_NOT_READ = {("roue", "texte"), ("frequences", "texte")}

_PAGE = "%%page"
_HTML_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_HTML_HIDDEN = re.compile(r"<(style|script)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_HTML_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")

_MARK = re.compile(r"#+\s?")


def read_strings(source: str) -> list[Block]:
    """Return what the code *source* shows in French, by lines; empty when it is no Python."""
    if source.startswith(_PAGE):
        return list(_read_page(source))
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return []
    found = [block for node in ast.walk(tree) for block in _read_node(node)]
    return sorted({*found, *_read_comments(source)}, key=lambda block: (block.line, block.markdown))


def _read_node(node: ast.AST) -> Iterator[Block]:
    if isinstance(node, ast.FunctionDef | ast.Module):
        first = node.body[0] if node.body else None
        if isinstance(first, ast.Expr) and _is_text(first.value):
            yield from _read_value(first.value)
    if not isinstance(node, ast.Call):
        return
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    for place in _READ_PLACES.get(name, ()):
        if place < len(node.args):
            yield from _read_value(node.args[place], with_keys=(name, place) in _READ_KEYS)
    for keyword in node.keywords:
        key = (name, keyword.arg or "")
        if keyword.arg in _READ and key not in _NOT_READ:
            yield from _read_value(keyword.value, with_keys=key in _READ_KEYS)


def _read_value(node: ast.expr, *, with_keys: bool = False) -> Iterator[Block]:
    """Yield the texts of *node*; of pairs, the second; of a dictionary, the values."""
    if _is_text(node):
        text = _text(node)
        if any(letter.isalpha() for letter in text):
            yield Block(Kind.MESSAGE, text, node.lineno)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _read_value(value)
        if with_keys:
            for key in node.keys:
                if key is not None:
                    yield from _read_value(key)
    elif isinstance(node, ast.Tuple) and len(node.elts) == 2 and _is_text(node.elts[1]):
        yield from _read_value(node.elts[1])
    elif isinstance(node, ast.List | ast.Tuple):
        for element in node.elts:
            yield from _read_value(element)
    elif isinstance(node, ast.IfExp | ast.BoolOp):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                yield from _read_value(child)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _text(node: ast.expr) -> str:
    """Return the text of *node*; what an f-string fills in counts as code."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) else CODE


def _read_comments(source: str) -> Iterator[Block]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and not token.string.startswith(FOLDED):
            text = _MARK.sub("", token.string, count=1).strip()
            if not _is_code(text):
                yield Block(Kind.COMMENT, text, token.start[0])


def _read_page(source: str) -> Iterator[Block]:
    """Yield the words of a page in HTML, line by line, and its notes."""
    for note in _HTML_COMMENT.finditer(source):
        yield Block(Kind.COMMENT, note.group(1).strip(), source.count("\n", 0, note.start()) + 1)
    for pattern in (_HTML_COMMENT, _HTML_HIDDEN, _HTML_TAG):
        source = pattern.sub(lambda match: "\n" * match.group().count("\n"), source)
    for number, line in enumerate(source.split("\n"), start=1):
        if number > 1 and any(letter.isalpha() for letter in line):
            yield Block(Kind.MESSAGE, line.strip(), number)


def _is_code(text: str) -> bool:
    """Return whether a comment holds code, or no word at all."""
    if not any(letter.isalpha() for letter in text):
        return True
    try:
        return bool(ast.parse(text).body)
    except (SyntaxError, ValueError):
        return False
