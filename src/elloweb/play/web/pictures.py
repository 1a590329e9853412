"""The pictures beside the notebook, written into the page itself so that they show."""

import base64
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from elloweb.play.web.markup import Kind, Token
from elloweb.play.web.structure import Fault

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
_MOST_BYTES = 2_000_000
_MOST_BYTES_IN_ALL = 6_000_000
_MOST_REMARKS = 10
_SOURCE = re.compile(r"""(?<![\w-])src\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+)""", re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|\\\\")


def inlined(text: str, tokens: Sequence[Token], folder: Path) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that write each picture of *folder* that an `<img>` names into *text*.

    What is not there, too large, of another kind or outside *folder* is left as it is.
    """
    left = _MOST_BYTES_IN_ALL
    files: dict[str, Path | None] = {}
    for token in _images(tokens):
        source = token.get("src") or ""
        if source not in files:
            files[source] = find(source, folder)
        file = files[source]
        written = _written(text, token)
        content = _content(file, left) if file and written else None
        if file is None or written is None or content is None:
            continue
        left -= len(content)
        coded = base64.b64encode(content).decode()
        yield *written.span(), f'src="data:{_TYPES[file.suffix.lower()]};base64,{coded}"'


def remarks(tokens: Sequence[Token], folder: Path) -> list[Fault]:
    """Return what to say of the pictures that the page names and that cannot be shown."""
    said: dict[str, Fault] = {}
    for token in _images(tokens):
        source = (token.get("src") or "").strip()
        if not source or source.startswith("data:") or source in said:
            continue
        trouble = _trouble(source, folder)
        if trouble:
            said[source] = Fault(token.line, trouble)
        if len(said) >= _MOST_REMARKS:
            break
    return list(said.values())


def find(source: str, folder: Path) -> Path | None:
    """Return the picture that *source* names in *folder*; None when there is none to show."""
    source = source.strip()
    if not source or _ELSEWHERE.match(source) or source.startswith("/"):
        return None
    try:
        home = folder.resolve()
        file = (home / unquote(source.split("?")[0].split("#")[0])).resolve()
        inside = file.is_relative_to(home) and file.suffix.lower() in _TYPES
        return file if inside and file.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _images(tokens: Sequence[Token]) -> Iterator[Token]:
    return (token for token in tokens if token.kind is Kind.START and token.name == "img")


def _written(text: str, token: Token) -> re.Match[str] | None:
    """Return where the `src` of *token* stands in *text*."""
    value = dict(token.attributes).get("src")
    found = _SOURCE.finditer(text, token.start, token.end)
    # Another attribute's value may look like one.
    return next((one for one in found if one[1].strip("\"'") == value), None)


def _content(file: Path, left: int) -> bytes | None:
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
    except OSError:
        return None
    return content if len(content) <= min(_MOST_BYTES, left) else None


def _trouble(source: str, folder: Path) -> str | None:
    if _ELSEWHERE.match(source):
        return (
            f"l'image `{source[:60]}` n'est pas à côté de ton carnet. L'aperçu ne va rien "
            "chercher sur internet : dépose le fichier ici."
        )
    file = find(source, folder)
    if file is None:
        near = _near(source, folder)
        guess = f" Voulais-tu écrire `{near}` ?" if near else ""
        return f"je ne trouve pas l'image `{source[:60]}` à côté de ton carnet.{guess}"
    try:
        if file.stat().st_size > _MOST_BYTES:
            return f"l'image `{source[:60]}` pèse plus de 2 Mo : réduis-la pour la montrer."
    except OSError:
        return None
    return None


def _near(source: str, folder: Path) -> str | None:
    from difflib import get_close_matches

    try:
        names = [x.name for x in folder.iterdir() if x.suffix.lower() in _TYPES]
    except OSError:
        return None
    same = [name for name in names if name.lower() == source.lower()]
    return next(iter(same or get_close_matches(source, names, 1, 0.6)), None)
