"""Look at an error: which line of the learner's own code, which names, which piece of the line."""

import ast
import dis
import linecache
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import TracebackType
from typing import Any, TypeVar

from elloweb.learn.help.explanation import Place, Spot
from elloweb.learn.help.scan import Scan, scan

NOTHING: Any = object()
"""Stands for "no such value" where None is a value."""

_IPYTHONS_OWN = {"In", "Out", "exit", "quit", "get_ipython"}
_LONGEST_SOURCE = 100_000
_LONGEST_LINE = 2_000

N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True)
class Cell:
    """A cell that was run: its number, its text as the learner typed it, its id in the notebook."""

    number: int
    raw: str
    id: str = ""


@dataclass(frozen=True)
class Source:
    """The text that Python read, beside what the learner sees of it."""

    text: str
    shown: tuple[str, ...] = ()
    blank_lines_above: int = 0
    number: int | None = None


@dataclass(frozen=True)
class Scene:
    """All that a rule may look at. Nothing here runs a learner's own method.

    *raised* is true after a ``raise`` or ``assert``; *ours* where our library, or a function of an
    earlier cell, raised the error to tell her something.
    """

    error: BaseException
    message: str
    names: Mapping[str, Any]
    source: Source
    spot: Spot | None
    current: Cell | None = None
    shell: Any = None
    function: str | None = None
    called: str | None = None
    raised: bool = False
    ours: bool = False
    _range: tuple[tuple[int, int], tuple[int, int]] | None = field(default=None, repr=False)

    @cached_property
    def scan(self) -> Scan:
        """The source, read by our own patient reader."""
        return scan(self.source.text[:_LONGEST_SOURCE])

    @cached_property
    def tree(self) -> ast.Module | None:
        """The source as Python's syntax tree; None where Python cannot read it."""
        try:
            return ast.parse(self.source.text[:_LONGEST_SOURCE])
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    @property
    def line(self) -> str:
        """The line at fault, as Python read it."""
        return self.scan.line(self.spot.line)[:_LONGEST_LINE] if self.spot else ""

    @property
    def code(self) -> str:
        """The line at fault without its comment and the inside of its texts."""
        return self.scan.code(self.spot.line)[:_LONGEST_LINE] if self.spot else ""

    def number(self, line: int) -> int:
        """Return the number that the learner's editor shows for a line of the source."""
        return line + self.source.blank_lines_above

    def known_names(self) -> list[str]:
        """Return the names that the learner may use here, hers first, then Python's own."""
        import builtins

        hers = [n for n in self.names if isinstance(n, str) and not n.startswith("_")]
        own = [name for name in dir(builtins) if not name.startswith("_")]
        return [name for name in hers if name not in _IPYTHONS_OWN] + own

    def node(self, *kinds: type[N]) -> N | None:
        """Return the smallest piece of these kinds around what Python was doing."""
        if self.tree is None or self._range is None:
            return None
        start, end = self._range
        found = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, kinds) and _begin(node) <= start and end <= _end(node)
        ]
        return min(found, key=lambda n: (_end(n)[0] - _begin(n)[0], _width(n)), default=None)

    def text_of(self, node: ast.AST | None) -> str:
        """Return the source of a piece, empty when there is none."""
        return (node and ast.get_source_segment(self.source.text, node)) or ""

    def value_of(self, node: ast.AST | None) -> Any:
        """Return what a simple piece stands for, NOTHING where finding out would run code."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return self.names.get(node.id, NOTHING)
        if isinstance(node, ast.Subscript):
            whole, key = self.value_of(node.value), self.value_of(node.slice)
            if type(whole) in (list, tuple, dict, str) and type(key) in (int, str):
                try:
                    return whole[key]
                except (LookupError, TypeError):
                    return NOTHING
        return NOTHING

    def spot_of(self, node: ast.AST | None) -> Spot | None:
        """Return where a piece stands, up to the end of its first line."""
        if node is None:
            return None
        return _spot(self.scan.lines, _begin(node), _end(node))

    def spot_of_word(self, word: str, line: int | None = None) -> Spot | None:
        """Return where *word* stands first on a line: the line at fault, if no other is given."""
        number = line or (self.spot.line if self.spot else 0)
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", self.scan.line(number))
        return Spot(number, *found.span()) if found else None

    def place(self, spot: Spot | None) -> Place | None:
        """Return *spot* as the learner sees it in her editor."""
        source = self.source
        if spot is None or not source.text:
            return None
        read = self.scan.line(spot.line)
        shown = source.shown[spot.line - 1] if 0 < spot.line <= len(source.shown) else read
        shift = len(shown) - len(read) if shown.endswith(read) else None
        start, end = (0, 0) if shift is None else (spot.start + shift, spot.end + shift)
        same_cell = self.current is None or source.number in (None, self.current.number)
        return Place(
            self.number(spot.line),
            shown,
            start,
            end,
            None if same_cell else source.number,
        )


def look(
    error: BaseException,
    shell: Any,
    names: Mapping[str, Any] | None,
    current: Cell | None,
) -> Scene:
    """Return the scene of *error*; see `explain` for the arguments."""
    message = _message(error)
    steps = list(_steps(error.__traceback__))
    last = steps[-1] if steps else None
    told = _told_by_a_prepared_cell(error, message, steps, shell, current)
    hers, source = told or _her_step(steps, shell, current)
    if isinstance(error, SyntaxError):
        return _syntax_scene(error, message, hers, shell, names, current)
    frame = hers.tb_frame if hers else None
    visible: Mapping[str, Any] = names or getattr(shell, "user_ns", None) or {}
    if frame is not None:
        visible = {**frame.f_globals, **frame.f_locals}
    area = _area(hers) if hers else None
    spot = Spot(hers.tb_lineno) if hers else None
    scene = Scene(
        error,
        message,
        visible,
        source or Source(""),
        spot,
        current,
        shell,
        function=frame.f_code.co_name if frame and frame.f_code.co_name[0] != "<" else None,
        called=_module(last) if last is not hers else None,
        raised=last is not None and _raises(last),
        ours=told is not None
        or (last is not None and _module(last).partition(".")[0] == "elloweb"),
        _range=area,
    )
    if area and spot and area[0][0] == spot.line:
        return replace(scene, spot=_spot(scene.scan.lines, *area))
    return scene


def source_of(shell: Any, filename: str, current: Cell | None) -> Source | None:
    """Return the cell that Python knows as *filename*, None when it is no cell."""
    compiler = getattr(shell, "compile", None)
    named = compiler.format_code_name(filename) if compiler is not None else None
    if not named:
        return None
    number = int(re.sub(r"\D", "", named[1]) or 0)
    read = "".join(linecache.getlines(filename))
    if current is not None and current.number == number:
        raw = current.raw
    else:
        history = getattr(getattr(shell, "history_manager", None), "input_hist_raw", [])
        raw = history[number] if 0 < number < len(history) else read
    return _beside(read, raw, number)


def _beside(read: str, raw: str, number: int | None) -> Source:
    """Return what Python read beside what she typed: IPython drops the blank lines above."""
    typed = raw.rstrip("\n").split("\n")
    blank = next((n for n, line in enumerate(typed) if line.strip()), 0)
    typed = typed[blank:]
    # Of a `%%page` cell, also one whose first line is lost, Python reads one line of IPython's.
    whole = typed[0].startswith("%%") or read.startswith("get_ipython().run_cell_magic(")
    if len(typed) != len(read.rstrip("\n").split("\n")) and not whole:
        return Source(read, number=number)
    return Source(read, tuple(typed), blank, number)


def _syntax_scene(
    error: SyntaxError,
    message: str,
    hers: TracebackType | None,
    shell: Any,
    names: Mapping[str, Any] | None,
    current: Cell | None,
) -> Scene:
    """Return the scene of a text that Python cannot read: a cell, or what her line gave Python."""
    own = source_of(shell, error.filename or "", current)
    if own is None and hers is None and current is not None:
        own = _beside(current.raw, current.raw, current.number)
    if own is None:
        own = Source(error.text or "")
    line, offset = error.lineno or 1, error.offset or 1
    if own.number is None:
        line = 1
    end = error.end_offset if error.end_lineno in (line, None) else None
    start = max(offset - 1, 0)
    spot = Spot(line, start, max((end or 0) - 1, start))
    visible = names or getattr(shell, "user_ns", None) or {}
    return Scene(error, error.msg or message, visible, own, spot, current, shell)


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return ""


def _steps(step: TracebackType | None) -> Iterator[TracebackType]:
    while step is not None:
        yield step
        step = step.tb_next


def _her_step(
    steps: list[TracebackType], shell: Any, current: Cell | None
) -> tuple[TracebackType | None, Source | None]:
    """Return the deepest step of the traceback that stands in a cell of hers."""
    for step in reversed(steps):
        source = source_of(shell, step.tb_frame.f_code.co_filename, current)
        if source is not None:
            return step, source
    return None, None


def _told_by_a_prepared_cell(
    error: BaseException,
    message: str,
    steps: list[TracebackType],
    shell: Any,
    current: Cell | None,
) -> tuple[TracebackType, Source] | None:
    """Return the line of the current cell that a function of another cell complains about.

    The workshop prepares such functions: their ``raise`` line is none of her business.
    """
    if current is None or type(error) not in (ValueError, TypeError) or not message.strip():
        return None
    if not steps or not _raises(steps[-1]):
        return None
    sources = [source_of(shell, s.tb_frame.f_code.co_filename, current) for s in steps]
    last = sources[-1]
    if last is None or last.number == current.number:
        return None
    for step, source in zip(steps, sources, strict=True):
        if source is not None and source.number == current.number:
            return step, source
    return None


def _area(step: TracebackType) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return what Python was doing: lines from 1, columns in UTF-8 bytes, as `ast` counts."""
    positions = list(step.tb_frame.f_code.co_positions())
    index = step.tb_lasti // 2
    if not 0 <= index < len(positions):
        return None
    line, end_line, start, end = positions[index]
    if line is None or end_line is None or start is None or end is None:
        return None
    return (line, start), (end_line, end)


def _raises(step: TracebackType) -> bool:
    """Return whether this step ended on a ``raise`` or ``assert`` statement."""
    code, index = step.tb_frame.f_code.co_code, step.tb_lasti
    return 0 <= index < len(code) and dis.opname[code[index]] == "RAISE_VARARGS"


def _module(step: TracebackType | None) -> str:
    name = step.tb_frame.f_globals.get("__name__") if step else None
    return name if isinstance(name, str) else ""


def _begin(node: Any) -> tuple[int, int]:
    return getattr(node, "lineno", 0), getattr(node, "col_offset", 0)


def _end(node: Any) -> tuple[int, int]:
    return getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0)


def _width(node: Any) -> int:
    return _end(node)[1] - _begin(node)[1]


def _spot(lines: tuple[str, ...], start: tuple[int, int], end: tuple[int, int]) -> Spot:
    number = start[0]
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    octets = line.encode()
    first = len(octets[: start[1]].decode(errors="ignore"))
    last = len(octets[: end[1]].decode(errors="ignore")) if end[0] == number else len(line.rstrip())
    return Spot(number, first, last)
