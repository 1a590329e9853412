"""A function shown where what it gives was wanted: its brackets are missing.

IPython would show ``<function cesar at 0x…>``, which tells a beginner nothing.
"""

import ast
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from elloweb.learn.help.words import code

KINDS = (FunctionType, BuiltinFunctionType, MethodType)

_NAMELESS = "ta_fonction"


def is_function(value: Any) -> bool:
    """Return whether *value* is a function or a method, and no class."""
    return type(value) in KINDS


def call_of(function: Any, written: str = "") -> str:
    """Return how *function* is called, with the French names of what it needs where it has some."""
    name = written or name_of(function)
    needed = _needed(function)
    return f"{name}({', '.join(needed)})" if needed is not None else f"{name}(…)"


def told(function: Any, written: str = "") -> tuple[str, str]:
    """Return the cause and the step of a cell that ends on *function*, *written* so."""
    name, own = written or name_of(function), name_of(function)
    if written.isidentifier() and own not in (written, _NAMELESS):
        cause = (
            f"{code(written)} est la fonction {code(own)}, et non ce qu'elle donne : il manque ses "
            "parenthèses."
        )
        name = own
    else:
        cause = f"{code(name)} est une fonction : il manque ses parenthèses."
    empty = _needed(function) == []
    step = "même sans rien entre les parenthèses" if empty else "avec tes valeurs entre les "
    step += "" if empty else "parenthèses"
    return cause, f"Écris {code(call_of(function, name))}, {step}."


def show(function: Any, source: str) -> tuple[str, str]:
    """Return the remark, in words and as HTML, for a cell that shows *function*."""
    from elloweb.learn.help import card

    cause, step = told(function, _last(source))
    return card.remark_text(cause, step), card.remark_html(cause, step)


def _last(source: str) -> str:
    """Return the name, or the names with points, that the cell ends on; empty when it is none."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    last = statements[-1] if statements else None
    value = last.value if isinstance(last, ast.Expr) else None
    inner = value
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    return ast.unparse(value) if value is not None and isinstance(inner, ast.Name) else ""


def name_of(function: Any) -> str:
    """Return the name of *function*, or one that stands for it."""
    name = getattr(function, "__name__", "")
    return name if isinstance(name, str) and name.isidentifier() else _NAMELESS


def _needed(function: Any) -> list[str] | None:
    """Return what must stand in the brackets; None where the names are not ours, nor hers."""
    plain = function.__func__ if type(function) is MethodType else function
    module = getattr(plain, "__module__", "") or ""
    if type(plain) is not FunctionType or module.partition(".")[0] not in ("elloweb", "__main__"):
        return None
    count = plain.__code__.co_argcount - len(plain.__defaults__ or ())
    return [*plain.__code__.co_varnames[:count]][type(function) is MethodType :]
