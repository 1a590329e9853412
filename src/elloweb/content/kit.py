"""The kit's folders: where each workshop's source, learner notebooks and metadata stand."""

from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from elloweb.errors import ElloWebError
from elloweb.learn.pieces import memory

_HERE = Path(__file__).resolve()
_FOLDERS = ("workshops", "solutions", "exercises")

# What a notebook that somebody tried in place leaves behind: git-ignored, never built. The last two
# are what learners save to take home: « mon_graphique.png », « ma_page.html ».
TRACES = (".ipynb_checkpoints", "__pycache__", memory.FILE, "mon_*", "ma_*")


def is_trace(path: Path) -> bool:
    """Return whether *path* is, or lies in, something that a notebook left behind."""
    return any(fnmatch(part, pattern) for part in path.parts for pattern in TRACES)


@dataclass(frozen=True)
class Kit:
    """A checkout of the kit, by its root folder."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "Kit":
        """Return the kit that *start* (default: the current folder) lies in, else our own checkout.

        Raises ElloWebError when there is none.
        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents, *_HERE.parents):
            if all((folder / name).is_dir() for name in _FOLDERS):
                return cls(folder)
        raise ElloWebError(
            f"{start} : ce dossier n'est pas dans le kit. Place-toi dans le dossier du kit, celui "
            "qui contient « workshops » et « solutions »."
        )

    @property
    def workshops(self) -> Path:
        """Metadata and discovery notebooks, a folder for each workshop."""
        return self.root / "workshops"

    @property
    def solutions(self) -> Path:
        """The source of the graded missions."""
        return self.root / "solutions"

    @property
    def exercises(self) -> Path:
        """The learner notebooks, generated from the solutions."""
        return self.root / "exercises"

    @property
    def guide(self) -> Path:
        """What facilitators read."""
        return self.root / "facilitator_guide"

    def guide_page(self, slug: str) -> Path:
        """Return the facilitators' page about this workshop."""
        return self.guide / "ateliers" / f"{slug}.md"

    def answers(self, slug: str) -> Path:
        """Return the file of answers that beginners give in this workshop."""
        return self.root / "tests" / "content" / slug / "answers.toml"

    def slugs(self) -> list[str]:
        """Return the workshops' slugs, sorted. A folder whose name begins with `_` is none."""
        return sorted(
            folder.name
            for folder in self.workshops.iterdir()
            if folder.is_dir() and not folder.name.startswith(("_", "."))
        )

    def require(self, slug: str) -> str:
        """Return *slug* if there is such a workshop, else raise ElloWebError."""
        if slug not in self.slugs():
            raise ElloWebError(self.unknown(slug))
        return slug

    def unknown(self, slug: str) -> str:
        """Return the sentence for a workshop *slug* that does not exist."""
        known = ", ".join(self.slugs()) or "aucun"
        return f"workshops/{slug} : cet atelier n'existe pas. Ateliers du kit : {known}."

    def relative(self, path: Path) -> str:
        """Return *path* as a place that a message names: seen from the kit, with `/`."""
        return path.relative_to(self.root).as_posix()
