"""The seats of a session: who is there, by pseudonym, and the code on her card."""

import csv
import io
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from elloweb.grading.pseudonyms import draw_pseudonyms, plain

MOST_SEATS = 60


@dataclass(frozen=True)
class Seat:
    """A learner's place in a session."""

    pseudonym: str
    code: str


def draw_seats(count: int) -> str:
    """Return the table of *count* new seats, as a French spreadsheet opens it."""
    codes = secrets.SystemRandom().sample(range(1000, 10000), count)
    rows = [f"{name};{code}" for name, code in zip(draw_pseudonyms(count), codes, strict=True)]
    return "\ufeff" + "\r\n".join(["pseudonym;code", *rows, ""])


def read_seats(path: Path) -> tuple[list[Seat], list[str]]:
    """Return the seats of the table in *path*, and a sentence for each of its faults."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path} : liste des places illisible ({error}). Reprends une copie saine."]
    separator = ";" if ";" in text else ","
    lines = [
        [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)
    ]
    rows = [(number, row) for number, row in enumerate(lines, start=1) if any(row)]
    if not rows or [name.lower() for name in rows[0][1][:2]] != ["pseudonym", "code"]:
        return [], [f"{path}, ligne 1 : on attend « pseudonym;code ». Remets cette première ligne."]
    seats: list[Seat] = []
    problems: list[str] = []
    for number, row in rows[1:]:
        where = f"{path}, ligne {number}"
        name, code = [*row, ""][:2]
        name = plain(name)
        if not re.fullmatch("[a-z]{3,20}", name):
            problems.append(
                f"{where} : « {name[:30]} » ne convient pas comme pseudonyme. Prends un nom de 3 à "
                "20 lettres, sans espace, qui n'est le prénom de personne."
            )
        elif not (len(code) == 4 and code.isascii() and code.isdigit()):
            problems.append(f"{where} : le code de {name} doit avoir quatre chiffres. Corrige-le.")
        elif name in [seat.pseudonym for seat in seats]:
            problems.append(f"{where} : {name} y est deux fois. Garde une seule des deux lignes.")
        elif code in [seat.code for seat in seats]:
            problems.append(f"{where} : le code {code} sert déjà. Donne un autre code à {name}.")
        else:
            seats.append(Seat(name, code))
    if not seats and not problems:
        problems.append(f"{path} : aucune place. Ajoute une ligne par lycéenne.")
    if len(seats) > MOST_SEATS:
        problems.append(f"{path} : plus de {MOST_SEATS} places. Fais deux sessions.")
    return seats, problems
