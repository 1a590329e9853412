"""Write the results of a class: the facilitator's page, and a table for her spreadsheet."""

import base64
import csv
import hashlib
import io
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from elloweb.content.kit import Kit
from elloweb.content.model import load_workshop
from elloweb.files import write_whole
from elloweb.grading.results import ClassResults, LearnerRow
from elloweb.grading.signs import SIGNS
from elloweb.learn.card import sentence_html
from elloweb.learn.outcome import LineState, Outcome

# fmt: off
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)
# fmt: on
_MOST_HARD = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_results(results: ClassResults, kit: Kit) -> tuple[Path, Path]:
    """Write the page and the table of *results* into the session; return where they are."""
    folder = results.session.results
    titles = [load_workshop(kit, slug).title for slug in results.session.workshops]
    page, table = folder / "index.html", folder / "resultats.csv"
    write_whole(page, render_page(results, titles).encode())
    write_whole(table, render_table(results).encode())
    return page, table


def render_page(results: ClassResults, titles: list[str]) -> str:
    """Return the page of *results* as HTML; *titles* are those of the session's workshops."""
    templates = files("elloweb.grading") / "templates"
    style = (templates / "results.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"said": _said, "number": _number}
    template = environment.from_string((templates / "results.html.j2").read_text(encoding="utf-8"))
    return template.render(
        {
            "class": results,
            "parts": [
                _part(results, slug, title)
                for slug, title in zip(results.session.workshops, titles, strict=True)
            ],
            "dates": _spell_dates(results.session.dates),
            "made": _spell_moment(results.made),
            "purge": _spell_date(results.session.purge),
            "signs": SIGNS,
            "passed": Outcome.PASSED,
            "tried": (LineState.WRONG, LineState.FAILED, LineState.MISSING),
            "stuck": _stuck(results),
            "hard": _hard(results),
            "style": Markup(style),  # our own file; its digest is the page's only permission
            "style_hash": f"sha256-{digest}",
        }
    )


def render_table(results: ClassResults) -> str:
    """Return *results* as a table that a French spreadsheet opens rightly: one row a learner."""
    several = len(results.session.workshops) > 1
    heads = ["Pseudonyme", "A rendu", "Missions réussies"]
    for column in results.columns:
        title = f"{column.workshop} · {column.title}" if several else column.title
        heads += [f"{title} · état", f"{title} · points sur {_number(column.most)}"]
        if column.creations:
            heads.append(f"{title} · création sur {_number(column.creation_most)}")
    heads.append(f"Total, bonus compris (sur {_number(results.most)} sans eux)")
    text = io.StringIO()
    # What a spreadsheet expects in France: a byte order mark, semicolons, decimal commas.
    text.write("\ufeff")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(head) for head in heads])
    for row in results.rows:
        writer.writerow([_cell(value) for value in _values(results, row)])
    return text.getvalue()


def _values(results: ClassResults, row: LearnerRow) -> list[str]:
    values = [row.pseudonym, "oui" if row.handed_in else "non", str(row.passed)]
    for column, standing in zip(results.columns, row.standings, strict=True):
        here = standing.outcome is not None
        values += [SIGNS[standing.outcome].word, _number(standing.points) if here else ""]
        if column.creations:
            given = standing.creation_points
            values.append("à lire" if standing.waiting else _number(given) if given else "")
    return [*values, _number(row.points) if row.handed_in else ""]


def _cell(text: str) -> str:
    """Return *text* so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _part(results: ClassResults, workshop: str, title: str) -> dict[str, Any]:
    """Return what the page shows of one *workshop*: the class in it, and who stands where."""
    part = results.of(workshop)
    names = [(one, _names(part, n)) for n, one in enumerate(part.summaries)]
    return {"title": title, "class": part, "missions": names}


def _names(results: ClassResults, number: int) -> dict[Outcome | None, list[str]]:
    return {
        outcome: [x.pseudonym for x in results.rows if x.standings[number].outcome is outcome]
        for outcome in SIGNS
    }


def _stuck(results: ClassResults) -> list[tuple[str, int]]:
    """Return who tried missions without passing yet, and how many; the most first."""
    tried = [
        (row.pseudonym, sum(x.outcome is Outcome.NOT_YET for x in row.standings))
        for row in results.rows
    ]
    return _most_first(tried)


def _hard(results: ClassResults) -> list[tuple[str, int]]:
    """Return the missions that most learners tried without passing yet, and how many."""
    tried = [(x.column.title, x.counts.get(Outcome.NOT_YET, 0)) for x in results.summaries]
    return _most_first(tried)[:_MOST_HARD]


def _most_first(counted: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted((one for one in counted if one[1]), key=lambda one: -one[1])


def _said(text: str) -> Markup:
    """Return a sentence as HTML: escaped, unprintable characters dropped, `code` shown as code."""
    printable = "".join(char for char in text if char.isprintable())
    return Markup(sentence_html(printable))


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _spell_date(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def _spell_dates(days: tuple[date, ...]) -> str:
    first, last = days[0], days[-1]
    return _spell_date(first) if first == last else f"{_spell_date(first)} – {_spell_date(last)}"


def _spell_moment(moment: datetime) -> str:
    return f"{_spell_date(moment.date())} à {moment:%H} h {moment:%M}"
