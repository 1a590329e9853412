"""A session: a folder that is an nbgrader course folder, with its settings and its seats."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import tomli_w

from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.files import write_whole
from elloweb.grading import engine
from elloweb.grading.seats import MOST_SEATS, Seat, draw_seats, read_seats

PURGE_AFTER = timedelta(days=30)
SETTINGS, SEATS = "session.toml", "seats.csv"
_FOLDERS = ("depot", "submitted", "journal", "exchange", "results")
# nbgrader reads the first ones as patterns in the paths it is given, and fills in the last ones.
_FORBIDDEN = "[]*?{}"

_NBGRADER_CONFIG = """\
# nbgrader's settings for this session. They are worked out anew each time, so that the session and
# the kit may move. To change one, add a line such as `c.Execute.timeout = 60` below.
from pathlib import Path

from elloweb.grading.engine import session_config

c = get_config()
c.merge(session_config(Path(__file__).resolve().parent))
"""

_DROP_FOLDER_NOTE = """\
Dépose ici les carnets que les lycéennes te rendent : les fichiers .ipynb un par un, des dossiers,
ou un .zip tel quel. Ne renomme rien, ne trie rien.

Pour que le kit sache à qui est un carnet, l'un des trois suffit :
  - un dossier au nom du pseudonyme (lynx, ou « lynx et hibou » pour un binôme) ;
  - le pseudonyme dans le nom du fichier (02_missions-lynx.ipynb) ;
  - la première cellule du carnet, où elles ont écrit equipe = "lynx et hibou".

Ensuite, dans un terminal :  elloweb collect {folder}
Rien n'est effacé ni déplacé ici, et recommencer ne fait aucun mal.
"""


@dataclass(frozen=True)
class Session:
    """A workshop session with its seats; *purge* is the day its data go."""

    folder: Path
    city: str
    place: str
    dates: tuple[date, ...]
    workshops: tuple[str, ...]
    facilitator: str
    purge: date
    seats: tuple[Seat, ...]

    @property
    def pseudonyms(self) -> list[str]:
        """Return the seats' pseudonyms, in their order."""
        return [seat.pseudonym for seat in self.seats]

    @property
    def drop_folder(self) -> Path:
        """Where hand-ins are put before they are collected."""
        return self.folder / "depot"

    @property
    def results(self) -> Path:
        """Where grading and results are written."""
        return self.folder / "results"


def create_session(
    folder: Path,
    *,
    city: str,
    place: str,
    dates: list[date],
    workshops: list[str],
    seats: int,
    facilitator: str = "",
) -> Session:
    """Make the session *folder* and return it; the same one, there already, stays as it is.

    Seats are never drawn again. Raises ElloWebError when *folder* holds something else, when the
    session there has other settings, or when an argument cannot be.
    """
    folder = folder.resolve()
    kit = Kit.find(folder)
    wanted = _settings_table(city, place, dates, workshops, facilitator)
    problems = [*_check_folder(folder), *_check_settings(wanted, str(folder / SETTINGS))]
    if not 1 <= seats <= MOST_SEATS:
        problems.append(f"{seats} places : il en faut entre 1 et {MOST_SEATS}.")
    problems += [kit.unknown(slug) for slug in workshops if slug not in kit.slugs()]
    if is_session(folder):
        problems += _differences(folder, wanted, seats)
    if problems:
        raise ElloWebError("\n".join(problems))
    folder.mkdir(parents=True, exist_ok=True)
    for name in _FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    _write_new(folder / SETTINGS, tomli_w.dumps(wanted))
    _write_new(folder / SEATS, draw_seats(seats))
    _write_new(folder / "nbgrader_config.py", _NBGRADER_CONFIG)
    _write_new(folder / "depot" / "LISEZMOI.txt", _DROP_FOLDER_NOTE.format(folder=folder.name))
    session = load_session(folder)
    engine.register_seats(session.folder, session.pseudonyms)
    for slug in session.workshops:
        engine.register_workshop(session.folder, kit, slug)
    return session


def is_session(folder: Path) -> bool:
    """Return whether *folder* is a session's."""
    return (folder / SETTINGS).is_file()


def load_session(folder: Path) -> Session:
    """Return the session of *folder*; raise ElloWebError with all that is wrong with it."""
    folder = folder.resolve()
    if not is_session(folder):
        raise ElloWebError(
            f"{folder} : ce n'est pas le dossier d'une session. Donne celui qui contient "
            f"« {SETTINGS} », ou crée-le avec « elloweb session create »."
        )
    table = _read_settings(folder / SETTINGS)
    seats, problems = read_seats(folder / SEATS)
    problems = [
        *_check_path(folder),
        *_check_settings(table, str(folder / SETTINGS)),
        *problems,
    ]
    if problems:
        raise ElloWebError("\n".join(problems))
    return Session(
        folder=folder,
        city=table["city"],
        place=table["place"],
        dates=tuple(sorted(table["dates"])),
        workshops=tuple(table["workshops"]),
        facilitator=table["facilitator"],
        purge=table["purge"],
        seats=tuple(seats),
    )


def _settings_table(
    city: str, place: str, dates: list[date], workshops: list[str], facilitator: str
) -> dict[str, Any]:
    return {
        "city": city.strip(),
        "place": place.strip(),
        "dates": sorted(set(dates)),
        "workshops": list(dict.fromkeys(workshops)),
        "facilitator": facilitator.strip(),
        "purge": max(dates) + PURGE_AFTER if dates else date.max,
    }


def _read_settings(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ElloWebError(
            f"{path} : fichier illisible ({error}). Corrige cette ligne, ou reprends une copie "
            "saine."
        ) from error


def _check_settings(table: dict[str, Any], where: str) -> list[str]:
    """Return what is wrong with the settings *table*, one sentence for each fault."""
    problems = []
    for key in ("city", "place"):
        if not isinstance(table.get(key), str) or not table[key]:
            problems.append(f'{where} : il manque « {key} ». Écris par exemple {key} = "Lyon".')
    if not isinstance(table.get("facilitator"), str):
        problems.append(f'{where} : il manque « facilitator ». Écris facilitator = "" ou son nom.')
    if not _is_list_of(date, table.get("dates")):
        problems.append(f"{where} : il manque « dates ». Écris par exemple dates = [2026-04-22].")
    if not _is_list_of(str, table.get("workshops")):
        problems.append(
            f'{where} : il manque « workshops ». Écris par exemple workshops = ["cantine"].'
        )
    if not isinstance(table.get("purge"), date):
        problems.append(f"{where} : il manque « purge ». Écris par exemple purge = 2026-05-22.")
    known = ("city", "place", "dates", "workshops", "facilitator", "purge")
    problems += [
        f"{where} : clé inconnue « {key} ». Enlève-la." for key in table if key not in known
    ]
    return problems


def _is_list_of(kind: type, value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(x, kind) for x in value)


def _check_path(folder: Path) -> list[str]:
    found = [char for char in _FORBIDDEN if char in str(folder)]
    if not found:
        return []
    return [
        f"{folder} : nbgrader ne sait pas travailler dans un dossier dont le chemin contient "
        f"« {' '.join(found)} ». Choisis ou renomme un dossier sans ce signe."
    ]


def _check_folder(folder: Path) -> list[str]:
    problems = _check_path(folder)
    if folder.exists() and not folder.is_dir():
        problems.append(f"{folder} : c'est un fichier. Donne le nom d'un nouveau dossier.")
    elif folder.is_dir() and not is_session(folder) and any(folder.iterdir()):
        problems.append(
            f"{folder} : ce dossier contient autre chose qu'une session. Donne le nom d'un nouveau "
            "dossier."
        )
    return problems


def _differences(folder: Path, wanted: dict[str, Any], seats: int) -> list[str]:
    there = _read_settings(folder / SETTINGS)
    # The purge date may have been put off by hand.
    keys = [key for key in wanted if key != "purge" and there.get(key) != wanted[key]]
    if (folder / SEATS).is_file() and len(read_seats(folder / SEATS)[0]) != seats:
        keys.append("seats")
    if not keys:
        return []
    return [
        f"{folder} : cette session existe déjà, avec d'autres réglages ({', '.join(keys)}). Change-"
        f"les dans {SETTINGS} ou {SEATS}, ou donne le nom d'un nouveau dossier."
    ]


def _write_new(path: Path, text: str) -> None:
    if not path.exists():
        write_whole(path, text.encode())
