"""What is wrong with a page, and in which of its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """A fault of a Markdown file: its line (from 1), what is wrong, how to mend it; in French."""

    line: int
    fault: str
    mend: str
