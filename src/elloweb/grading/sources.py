"""Find the notebooks in what a facilitator gives us: a folder, zips, loose files. All untrusted.

Nothing is written here and no name of a zip's member becomes a path: we take bytes and name them
ourselves. What cannot be taken is told, and never stops the rest.
"""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from elloweb.learn.pieces.memory import is_answers_file

MOST_NOTEBOOK_BYTES = 20_000_000
MOST_ZIP_BYTES = 500_000_000
MOST_MEMBERS = 5_000
MOST_RATIO = 200
_SMALL = 1_000_000  # below this, a high ratio is what a blank notebook has

_NOTEBOOK_ENDINGS = (".ipynb", ".ipynb.txt", ".ipynb.json")
_OTHER_ARCHIVES = (".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz")
_UNFINISHED = (".part", ".crdownload", ".download")
_IGNORED_FOLDERS = {".ipynb_checkpoints", "__MACOSX", "__pycache__", ".git"}


@dataclass(frozen=True)
class Found:
    """A file that may be a notebook or kept answers: names on its way, content, time (UTC)."""

    folders: tuple[str, ...]
    name: str
    content: bytes
    moment: datetime

    @property
    def place(self) -> str:
        """How a message names it."""
        return "/".join(shorten(part) for part in (*self.folders, self.name))


@dataclass
class Reading:
    """A walk through a source: what it finds, and the sentences on what it could not take."""

    skip: frozenset[Path] = frozenset()
    problems: list[str] = field(default_factory=list)
    _zip_bytes: int = 0
    _members: int = 0

    def find(self, source: Path) -> Iterator[Found]:
        """Yield the notebooks of *source* and the answers kept beside them.

        *source* is a folder at any depth, a zip, or one loose file.
        """
        if source.is_dir():
            yield from self._walk(source, ())
        else:
            yield from self._read_file(source, ())

    def _walk(self, folder: Path, folders: tuple[str, ...]) -> Iterator[Found]:
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            self._tell("/".join(folders) or folder.name, f"illisible ({error.strerror}).")
            return
        for entry in entries:
            if entry.is_symlink():
                self._tell(
                    "/".join((*folders, shorten(entry.name))),
                    "c'est un raccourci, on ne le suit pas. Dépose le fichier lui-même.",
                )
            elif entry.is_dir():
                if entry.name not in _IGNORED_FOLDERS and entry not in self.skip:
                    yield from self._walk(entry, (*folders, entry.name))
            else:
                yield from self._read_file(entry, folders)

    def _read_file(self, path: Path, folders: tuple[str, ...]) -> Iterator[Found]:
        place = "/".join((*(shorten(name) for name in folders), shorten(path.name)))
        if not self._is_wanted(path.name, place):
            return
        try:
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                self._tell(place, "ce n'est pas un fichier ordinaire ; il est laissé de côté.")
                return
            limit = MOST_ZIP_BYTES if _is_zip(path.name) else MOST_NOTEBOOK_BYTES
            if status.st_size > limit:
                self._tell_too_big(place, limit)
                return
            content = path.read_bytes()
        except OSError as error:
            self._tell(place, f"illisible ({error.strerror}). Copie-le à nouveau.")
            return
        moment = _moment(status.st_mtime)
        yield from self._open(Found(folders, path.name, content, moment), depth=0)

    def _open(self, found: Found, depth: int) -> Iterator[Found]:
        if not _is_zip(found.name):
            yield found
        elif depth > 1:
            self._tell(found.place, "un zip dans un zip dans un zip. Décompresse-le d'abord.")
        else:
            yield from self._read_zip(found, depth)

    def _read_zip(self, found: Found, depth: int) -> Iterator[Found]:
        # A zip named after a learner is as good as a folder of that name.
        folders = (*found.folders, found.name)
        try:
            with zipfile.ZipFile(io.BytesIO(found.content)) as archive:
                for member in archive.infolist():
                    self._members += 1
                    if self._members > MOST_MEMBERS:
                        self._tell(
                            found.place,
                            f"plus de {MOST_MEMBERS} fichiers : le reste est laissé de côté. "
                            "Dépose les carnets en plusieurs fois.",
                        )
                        return
                    for inside in self._read_member(archive, member, found, folders):
                        yield from self._open(inside, depth + 1)
        except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
            self._tell(
                found.place,
                f"ce zip est abîmé ({type(error).__name__}). Demande-le à nouveau, ou décompresse-"
                "le toi-même ici.",
            )

    def _read_member(
        self,
        archive: zipfile.ZipFile,
        member: zipfile.ZipInfo,
        found: Found,
        folders: tuple[str, ...],
    ) -> Iterator[Found]:
        # Windows' own zips of long ago have backslashes.
        path = PurePosixPath(member.filename.replace("\\", "/"))
        place = f"{found.place}/{shorten(path.as_posix())}"
        if member.is_dir() or _IGNORED_FOLDERS & set(path.parts):
            return
        if not path.name or not self._is_wanted(path.name, place):
            return
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            self._tell(place, "ce nom sort du zip ; le fichier est laissé de côté.")
        elif stat.S_ISLNK(member.external_attr >> 16):
            self._tell(place, "c'est un raccourci, on ne le suit pas. Dépose le fichier lui-même.")
        elif member.flag_bits & 1:
            self._tell(place, "ce zip a un mot de passe. Décompresse-le toi-même ici.")
        else:
            content = self._inflate(archive, member, place)
            if content is not None:
                moment = _zip_moment(member, found.moment)
                yield Found((*folders, *path.parts[:-1]), path.name, content, moment)

    def _inflate(
        self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: str
    ) -> bytes | None:
        """Return the content of *member*, or None; the sizes that it declares are not believed."""
        room = min(MOST_NOTEBOOK_BYTES, MOST_ZIP_BYTES - self._zip_bytes)
        try:
            with archive.open(member) as stream:
                content = stream.read(room + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            self._tell(place, f"fichier abîmé dans le zip ({type(error).__name__}). Redemande-le.")
            return None
        self._zip_bytes += min(len(content), room)
        packed = max(member.compress_size, 1)
        if len(content) > room:
            self._tell_too_big(place, room)
        elif len(content) > _SMALL and len(content) / packed > MOST_RATIO:
            self._tell(
                place,
                "ce fichier se gonfle démesurément, il est laissé de côté. Demande-le autrement.",
            )
        else:
            return content
        return None

    def _is_wanted(self, name: str, place: str) -> bool:
        lower = name.lower()
        if lower.startswith("."):
            return False
        if lower.endswith(_UNFINISHED) and ".ipynb" in lower:
            self._tell(place, "ce téléchargement n'est pas fini. Télécharge le carnet à nouveau.")
        elif lower.endswith(_OTHER_ARCHIVES):
            self._tell(place, "le kit n'ouvre que les .zip. Décompresse cette archive ici.")
        return lower.endswith((*_NOTEBOOK_ENDINGS, ".zip")) or is_answers_file(name)

    def _tell(self, place: str, fault: str) -> None:
        self.problems.append(f"{place} : {fault}")

    def _tell_too_big(self, place: str, limit: int) -> None:
        self._tell(
            place,
            f"plus de {max(limit, 0) // 1_000_000} Mo, c'est trop pour être lu. Vide ses "
            "affichages dans JupyterLab (Éditer, Effacer toutes les sorties) et redépose-le.",
        )


def shorten(name: str) -> str:
    """Return *name* fit for a sentence: printable and not too long."""
    clean = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)
    return clean if len(clean) <= 80 else clean[:79] + "…"


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")


def _moment(seconds: float) -> datetime:
    """Return a file's time; a clock that was wrong must not make a hand-in the newest for ever."""
    now = datetime.now(UTC)
    try:
        return min(datetime.fromtimestamp(max(seconds, 0), UTC), now)
    except (OverflowError, OSError, ValueError):
        return now


def _zip_moment(member: zipfile.ZipInfo, otherwise: datetime) -> datetime:
    try:
        local = datetime(*member.date_time)
        return min(local.astimezone(UTC), datetime.now(UTC))
    except (ValueError, OverflowError, OSError):
        return otherwise
