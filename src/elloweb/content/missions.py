"""Read what an author wrote in a check cell, without running it."""

import ast
from dataclasses import dataclass

from elloweb.content.notebooks import FOLDED

FIRST_LINE = f"{FOLDED}Vérifier ma mission"
_LINE_METHODS = ("attend", "verifie", "sans_faute", "resolu")

# A piece has a message for every wrong answer, and a material for every fault that it finds.
_METHODS_WITH_MESSAGES = ("resolu", "sans_faute")
_THEIR_WRONG_ANSWERS = 3


@dataclass(frozen=True)
class CheckLine:
    """One line of a check: its points, and how many wrong answers it has a message for."""

    points: float
    wrong_answers: int


@dataclass(frozen=True)
class Check:
    """A mission's check as its author wrote it."""

    mission: str
    hints: tuple[str, ...]
    lines: tuple[CheckLine, ...]
    ends_with_report: bool

    @property
    def points(self) -> float:
        """What all lines are worth together."""
        return sum(line.points for line in self.lines)

    @property
    def wrong_answers(self) -> int:
        """How many wrong answers have a message of their own."""
        return sum(line.wrong_answers for line in self.lines)


def read_check(source: str) -> Check | None:
    """Return the check that *source* holds, or None when it is not a mission's.

    A line whose points are not written as a number counts as not a number, so that no sum fits.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    for statement in tree.body:
        if isinstance(statement, ast.With):
            call = statement.items[0].context_expr
            if _is_call_of(call, "mission") and isinstance(call, ast.Call):
                expressions = [x.value for x in statement.body if isinstance(x, ast.Expr)]
                lines = [_read_line(x) for x in expressions if _is_line(x)]
                return Check(
                    mission=str(_literal(call.args[0], "")) if call.args else "",
                    hints=_read_hints(call),
                    lines=tuple(lines),
                    ends_with_report=_ends_with_report(tree, statement),
                )
    return None


def _read_hints(call: ast.Call) -> tuple[str, ...]:
    given = call.args[1] if len(call.args) > 1 else _keyword(call, "indices")
    hints = _literal(given, ())
    return tuple(str(hint) for hint in hints) if isinstance(hints, list | tuple) else ()


def _is_line(expression: ast.expr) -> bool:
    return any(_is_call_of(expression, method) for method in _LINE_METHODS)


def _read_line(call: ast.expr) -> CheckLine:
    assert isinstance(call, ast.Call)
    points = _literal(_keyword(call, "points"), 1)
    errors = _keyword(call, "erreurs")
    if any(_is_call_of(call, method) for method in _METHODS_WITH_MESSAGES):
        count = _THEIR_WRONG_ANSWERS
    elif _is_call_of(call, "verifie"):
        count = 1
    elif isinstance(errors, ast.Dict):
        count = len(errors.keys)
    elif isinstance(errors, ast.List | ast.Tuple):
        count = len(errors.elts)
    else:
        count = 0
    return CheckLine(points if isinstance(points, int | float) else float("nan"), count)


def _ends_with_report(tree: ast.Module, block: ast.With) -> bool:
    last = tree.body[-1]
    opened = block.items[0].optional_vars
    return (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Attribute)
        and last.value.func.attr == "bilan"
        and isinstance(opened, ast.Name)
        and isinstance(last.value.func.value, ast.Name)
        and last.value.func.value.id == opened.id
    )


def _is_call_of(node: ast.expr, name: str) -> bool:
    if not isinstance(node, ast.Call):
        return False
    function = node.func
    return (isinstance(function, ast.Name) and function.id == name) or (
        isinstance(function, ast.Attribute) and function.attr == name
    )


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((k.value for k in call.keywords if k.arg == name), None)


def _literal(node: ast.expr | None, default: object) -> object:
    if node is None:
        return default
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None
