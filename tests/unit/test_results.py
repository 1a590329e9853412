"""The results of a class: the model, the page, the table."""

import base64
import csv
import hashlib
import io
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from elloweb.grading.checks import LineResult, MissionResult
from elloweb.grading.engine import CellGrade
from elloweb.grading.grade import NotebookRecord
from elloweb.grading.results import MissionColumn, build_results
from elloweb.grading.results_page import render_page, render_table
from elloweb.grading.seats import Seat
from elloweb.grading.session import Session
from elloweb.learn.outcome import LineState, Outcome

DAY = MissionColumn("essai", "02_missions", "jour", "Le jour", 2)
POSTER = MissionColumn("essai", "02_missions", "affiche", "L'affiche", 3, True, ("affiche-x",), 4)
NAMES = ["hibou", "loutre", "lynx", "renard", "tortue"]


def session(**changes):
    options = {
        "folder": Path("/nulle/part"),
        "city": "Lyon",
        "place": "Lycée Ampère",
        "dates": (date(2026, 4, 1), date(2026, 4, 22)),
        "workshops": ("essai",),
        "facilitator": "",
        "purge": date(2026, 5, 22),
        "seats": tuple(Seat(name, "1234") for name in NAMES),
        **changes,
    }
    return Session(**options)


def wrong(message, label="`jour`"):
    lines = (LineResult(label, LineState.WRONG, message, 0),)
    return MissionResult("jour", Outcome.NOT_YET, 0, lines)


def key(name):
    return (name, "essai", "02_missions")


def grade(name, cell, points, most, by_hand=False):
    return CellGrade(*key(name), cell, points, most, by_hand)


def build(messages=None, problem=None, **changes):
    """hibou passed, the next two did not yet, renard's broke, tortue's is missing."""
    messages = messages or {"loutre": "Trop tôt.", "lynx": "Trop tôt."}
    records = [NotebookRecord(*key(name), "0" * 64, True) for name in NAMES[:3]]
    records.append(NotebookRecord(*key("renard"), "0" * 64, False, True, problem or "Illisible."))
    outcomes = {key(name): {"jour": wrong(message)} for name, message in messages.items()}
    outcomes[key("hibou")] = {
        "jour": MissionResult("jour", Outcome.PASSED, 2),
        "affiche": MissionResult("affiche", Outcome.PASSED, 1.5),
    }
    grades = [
        grade("hibou", "jour", 2, 2),
        grade("hibou", "affiche", 1.5, 3),
        grade("hibou", "affiche-x", 2.5, 4, by_hand=True),
        grade("lynx", "affiche-x", None, 4),
        grade("renard", "jour", 0, 2),
    ]
    made = datetime(2026, 4, 22, 17, 5, tzinfo=UTC)
    return build_results(session(**changes), made, [DAY, POSTER], records, outcomes, grades)


def row(results, name):
    return next(row for row in results.rows if row.pseudonym == name)


def page(**options):
    return render_page(build(**options), ["Un atelier d'essai"])


def table(results):
    return list(csv.reader(io.StringIO(render_table(results).lstrip("\ufeff")), delimiter=";"))


# --- the model --------------------------------------------------------------------------------


def test_points_are_the_checks_and_the_persons():
    hibou = row(build(), "hibou")
    assert (hibou.passed, hibou.points) == (2, 6)
    assert not hibou.standings[1].waiting


def test_the_points_there_are_leave_the_bonus_out():
    assert build().most == 2


def test_a_creation_that_nobody_read_waits():
    (waiting,) = build().waiting
    assert (waiting.column, waiting.learners) == (POSTER, ("lynx",))


def test_a_notebook_that_could_not_be_graded_could_not_run_and_is_told():
    results = build()
    assert {x.outcome for x in row(results, "renard").standings} == {Outcome.COULD_NOT_RUN}
    assert results.problems == ("Illisible.",)


def test_a_mission_without_a_result_could_not_run():
    assert row(build(), "lynx").standings[1].outcome is Outcome.COULD_NOT_RUN


def test_who_handed_in_nothing_is_absent_rather_than_wrong():
    results = build()
    assert results.absent == ("tortue",)
    assert {x.outcome for x in row(results, "tortue").standings} == {None}


def test_a_mission_is_counted_over_the_class():
    summary = build().summaries[0]
    assert summary.counts == {
        Outcome.PASSED: 1,
        Outcome.NOT_YET: 2,
        Outcome.COULD_NOT_RUN: 1,
        None: 1,
    }


def test_the_most_frequent_wrong_answer_comes_first():
    messages = {"hibou": "x", "loutre": "Tard.", "lynx": "Trop tôt.", "renard": "Trop tôt."}
    found = build(messages).summaries[0].wrong_answers
    assert [(x.message, x.learners) for x in found] == [("Trop tôt.", 2), ("Tard.", 1)]


# --- the page ---------------------------------------------------------------------------------


def test_the_page_says_what_it_is_when_made_and_for_which_session():
    text = page()
    assert "Lyon · Lycée Ampère · 1er avril 2026 – 22 avril 2026" in text
    assert "Fait le 22 avril 2026 à 17 h 05" in text
    assert "le 22 mai 2026" in text
    assert "<strong>4 sur 5</strong> ont rendu" in text


def test_the_page_asks_for_nothing_and_runs_nothing():
    text = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    style = re.search(r"<style>(.*?)</style>", text, re.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy
    assert not re.search(
        r"<script|<img|<link|<iframe|<form|https?:|url\(|@import|style=| on\w+=", text
    )


def test_the_page_can_be_read_without_colour_and_with_a_screen_reader():
    text = page()
    assert '<html lang="fr">' in text
    assert "<caption>" in text
    assert text.count('<th scope="row">') == 5
    assert text.count('<th scope="col"') == 4
    assert '<span aria-hidden="true">✓</span> réussie' in text
    assert '<span aria-hidden="true">→</span> pas encore' in text


HOSTILE = "</li><script>alert(1)</script><img src=x onerror=alert(1)> `<b>` \u202e\x00 {{ 7*7 }}"


def test_what_learners_wrote_is_shown_and_never_obeyed():
    text = page(messages={"lynx": HOSTILE}, problem=HOSTILE)
    assert "<script" not in text
    assert "<img" not in text
    assert "<b>" not in text
    assert "&lt;script&gt;" in text
    assert "{{ 7*7 }}" in text
    assert "\u202e" not in text
    assert "\x00" not in text


def test_the_sessions_own_words_are_escaped_too():
    text = page(place="<script>", city='"><img>', facilitator="<b>Zoé")
    assert "<script" not in text
    assert "<img" not in text
    assert "<b>" not in text


def test_a_class_with_nothing_to_do_is_told_so():
    results = build_results(session(seats=()), datetime.now(UTC), [DAY], [], {}, [])
    assert "Rien : tout est rendu" in render_page(results, ["Essai"])


# --- the table --------------------------------------------------------------------------------


def test_the_table_opens_in_a_french_spreadsheet():
    text = render_table(build())
    assert text.startswith("\ufeffPseudonyme;")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == 6


def test_the_table_has_a_row_for_each_learner_and_decimal_commas():
    heads, hibou, _, lynx, renard, tortue = table(build())
    assert dict(zip(heads, hibou, strict=True)) == {
        "Pseudonyme": "hibou",
        "A rendu": "oui",
        "Missions réussies": "2",
        "Le jour · état": "réussie",
        "Le jour · points sur 2": "2",
        "L'affiche · état": "réussie",
        "L'affiche · points sur 3": "1,5",
        "L'affiche · création sur 4": "2,5",
        "Total, bonus compris (sur 2 sans eux)": "6",
    }
    assert lynx[7] == "à lire"
    assert renard[3:5] == ["non vérifiée", "0"]
    assert tortue[1:5] == ["non", "0", "non rendue", ""]


@pytest.mark.parametrize("title", ["=1+1", "+33", "-2", "@SUM(A1)", "\t=1"])
def test_nothing_in_the_table_is_taken_for_a_formula(title):
    column = MissionColumn("essai", "02_missions", "jour", title, 2)
    results = build_results(session(), datetime.now(UTC), [column], [], {}, [])
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in table(results)[0])


def test_missions_of_several_workshops_are_told_apart():
    results = build(workshops=("essai", "autre"))
    assert "essai · Le jour · état" in table(results)[0]


def test_each_workshop_of_a_session_has_a_table_and_points_of_its_own():
    results = build(workshops=("essai", "autre"))
    other = MissionColumn("autre", "02_missions", "page", "La page", 5)
    whole = build_results(results.session, results.made, [*results.columns, other], [], {}, [])
    assert [x.title for x in whole.of("autre").columns] == ["La page"]
    assert (whole.of("essai").most, whole.of("essai").most_bonus) == (2, 3)
    assert whole.of("autre").most == 5
    assert len(whole.of("autre").rows[0].standings) == 1
    text = render_page(whole, ["Un atelier d'essai", "Un autre"])
    assert text.count("<table>") == 2
    assert text.count("Un autre</h3>") == 2
    hibou = row(results.of("essai"), "hibou")
    assert hibou.points == row(results, "hibou").points


def test_a_workshop_that_a_learner_missed_is_told_in_two_words():
    text = render_page(build(workshops=("essai", "autre")), ["Un atelier d'essai", "Un autre"])
    hibou = text[text.index('class="title">hibou') :]
    assert "Un autre</h4>\n<p>Rien reçu.</p>" in hibou[: hibou.index("</article>")]
