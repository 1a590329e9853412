"""Spelling and grammar, by Grammalecte: a program of its own, run once for all texts.

See docs/decisions/0012 for why this one, and for its limits.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from elloweb.content.lint.prose import CODE
from elloweb.content.lint.words import load_lines, load_table
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError

PROGRAM = "grammalecte-cli"
MISSING = (
    "L'orthographe et la grammaire n'ont pas été relues : il manque Grammalecte "
    "(Debian, Ubuntu : sudo apt install grammalecte-cli)."
)

_KNOWN = "src/elloweb/content/lint/words/known.txt"
# Stands for code: a name that agrees with nothing. What is said of it is not told.
_NAME = "Python"
# An address, a file, a name of code: no dictionary has them.
_NO_WORD = re.compile(
    r"\b(?:https?://\S+|[\w-]+(?:\.[\w-]+)+(?:/[^\s,;)]*)?|\w*[^\W_]_\w+)|(?<!\w)\.\w+"
)
_TIMEOUT = 120


@dataclass(frozen=True)
class _Line:
    place: str
    text: str


def is_there() -> bool:
    """Return whether the checker is installed."""
    return shutil.which(PROGRAM) is not None


def check(texts: Sequence[tuple[str, str]], names: Sequence[str] = ()) -> list[Problem]:
    """Return the slips of *texts*, pairs of a place and plain words; *names* are people's.

    Raises ElloWebError when the checker does not answer; see `is_there`.
    """
    lines = [_Line(place, _prepare(words)) for place, words in texts if words.strip()]
    known = {*load_lines("known.txt"), *(part for name in names for part in name.split()), *names}
    return [
        problem
        for told in _run([line.text for line in lines])
        for problem in _read(told, lines[told["iParagraph"] - 1], known)
    ]


def _prepare(words: str) -> str:
    """Return *words* on one line, as Grammalecte reads best: no code, no address."""
    words = _NO_WORD.sub(_NAME, words).replace(CODE, _NAME)
    for phrase in load_lines("known.txt"):
        words = words.replace(phrase, _NAME) if " " in phrase else words
    return words.replace("\u202f", "\u00a0").replace("\n", " ").replace("\r", " ")


def _run(lines: list[str]) -> list[Any]:
    """Return what Grammalecte says of *lines*, a paragraph each: those with something to say."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise ElloWebError(MISSING)
    command = [program, "--json", "--only_when_errors", "--opt_off", *_off()["options"]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "textes.txt"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        try:
            done = subprocess.run(
                [*command, "--file", str(path)],
                capture_output=True,
                check=True,
                timeout=_TIMEOUT,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )
            return list(json.loads(done.stdout)["data"])
        except (OSError, subprocess.SubprocessError, ValueError, LookupError, TypeError) as error:
            raise ElloWebError(
                f"{PROGRAM} : Grammalecte n'a pas répondu ({type(error).__name__}). Réinstalle-le, "
                "ou lance « grammalecte-cli » pour voir ce qu'il dit."
            ) from error


def _read(told: Any, line: _Line, known: Collection[str]) -> Iterator[Problem]:
    for slip in told["lGrammarErrors"]:
        start, end = int(slip["nStart"]), int(slip["nEnd"])
        # A quoted word agrees with nothing outside its quotes.
        is_quoted = slip["sType"] == "gn" and line.text[:start].rstrip().endswith("«")
        is_about_code = _NAME in line.text[max(0, start - 2) : end + 2 + len(_NAME)]
        if is_quoted or is_about_code or slip["sRuleId"].split("__b")[0] in _off()["rules"]:
            continue
        excerpt = _plain(line.text[max(0, start - 20) : end + 15]).strip()
        proposals = ", ".join(f"« {_plain(one)} »" for one in slip["aSuggestions"][:3])
        yield Problem(
            line.place,
            f"« …{excerpt}… » : {_plain(slip['sMessage'])}",
            f"Écris peut-être {proposals}." if proposals else "Relis cette phrase.",
        )
    for slip in told["lSpellingErrors"]:
        word = _plain(slip["sValue"])
        if not _is_known(word, known):
            yield Problem(
                line.place,
                f"« {word} » n'est pas dans le dictionnaire.",
                f"Corrige-le ; s'il est juste, ajoute-le à {_KNOWN}.",
            )


def _plain(text: str) -> str:
    """Return *text* with the signs of our messages, for Grammalecte has others."""
    return re.sub("[“”]", '"', text.replace("’", "'").replace("\u00a0", " "))


def _is_known(word: str, known: Collection[str]) -> bool:
    """Return whether *word* is right all the same: a name, a code, a key."""
    is_no_word = len(word) == 1 or any(sign.isdigit() for sign in word)
    return is_no_word or word in known or (word[0].isupper() and word.lower() in known)


def _off() -> dict[str, dict[str, str]]:
    """Return what is switched off: options and rules, each with its reason."""
    return load_table("grammar.toml")
