"""The lists of words that the rules read, and the one reader of them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Wording:
    """Words to look for, and what to do when they are there."""

    pattern: re.Pattern[str]
    mend: str


@cache
def load_lines(name: str) -> tuple[str, ...]:
    """Return the lines of the list *name*, without its remarks."""
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def load_table(name: str) -> dict[str, dict[str, Any]]:
    """Return the table *name*, family by family."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


@cache
def load_wordings() -> dict[str, tuple[Wording, ...]]:
    """Return the families of words that learners should not meet: what is wrong → which."""
    return {
        family["says"]: tuple(
            Wording(whole_words(words), mend) for words, mend in family["words"].items()
        )
        for family in load_table("wording.toml").values()
    }


def whole_words(pattern: str) -> re.Pattern[str]:
    """Return *pattern* for whole words, in capitals or not; a space in it is any."""
    spaced = pattern.replace(" ", r"[ \u00a0\u202f]+")
    return re.compile(rf"(?<![\w-])(?:{spaced})(?![\w-])", re.IGNORECASE)
