"""What a notebook asks for, held against the minutes that it is given."""

import pytest

from elloweb.content.lint import minutes
from elloweb.content.lint.minutes import estimate
from elloweb.content.model import MissionPlan, NotebookPlan, read_workshop

MISSIONS = [
    MissionPlan("tri", "Le tri", 10),
    MissionPlan("axe", "L'axe", 15, bonus=True),
    MissionPlan("projet", "Le projet", 20, creative=True),
]
QUIZ = '>>> # ▶ Jouer\nquiz("un", "?", {"a": True, "b": "Non."})'
MOTS = "mot " * 150


def test_reading_cells_and_pieces_are_counted(source):
    found = estimate(
        source(MOTS, ">>> 1 + 1", ">>> # ▶ Préparer\nx = 1", QUIZ, f"![{MOTS}](x)"), []
    )
    assert (found.reading, found.cells, found.pieces, found.missions) == (1, 1, 2, 0)
    assert found.minutes == 4
    assert str(found) == "1 à lire, 1 de cellules, 2 de jeux"


def test_a_mission_counts_whole_and_a_bonus_not_at_all(source):
    cells = [
        ("tri-histoire", MOTS),
        ("tri-puzzle", QUIZ),
        ("entre-deux", MOTS),
        ("tri-verifier", ">>> x = 1"),
        ("axe-histoire", MOTS),
        ("axe-verifier", ">>> x = 1"),
        ("projet-histoire", MOTS),
        ("projet-creation", MOTS),
    ]
    found = estimate(source(*cells), MISSIONS)
    assert (found.reading, found.cells, found.pieces, found.missions) == (0, 0, 0, 30)


def test_what_is_looked_up_or_her_own_is_not_read(source):
    cells = [(name, MOTS) for name in ("glossaire", "clavier", "aime", "aime-titre", "marraine")]
    assert estimate(source(*cells), MISSIONS).minutes == 0


@pytest.fixture
def workshop(kit):
    found, _ = read_workshop(kit, "essai")
    found.notebooks[:] = [NotebookPlan("01_decouverte.ipynb", "", 5)]
    found.missions[:] = MISSIONS
    return found


def with_minutes(workshop, number):
    plan = workshop.notebooks[0]
    workshop.notebooks[0] = NotebookPlan(plan.file, plan.title, number)
    return workshop


@pytest.mark.parametrize(("number", "is_told"), [(7, True), (8, False), (30, False), (31, True)])
def test_the_minutes_are_neither_too_few_nor_far_too_many(source, workshop, number, is_told):
    # Ten minutes are needed: told by fives, half more at most; ten more to show in the last one.
    ten = source(MOTS * 4, *[">>> x = 1"] * 6)
    told = [p.fault for p in minutes.check(with_minutes(workshop, number), [ten])]
    assert bool(told) == is_told
    if told:
        assert told == [
            f"« 01_decouverte.ipynb » annonce {number} minutes, mais en demande environ 10 "
            "(4 à lire, 6 de cellules)."
        ]


def test_only_the_last_notebook_has_time_to_show(source, workshop):
    workshop.notebooks.append(NotebookPlan("02.ipynb", "", 1))
    ten = source(MOTS * 4, *[">>> x = 1"] * 6)
    assert list(minutes.check(with_minutes(workshop, 20), [ten])) == []
    assert list(minutes.check(with_minutes(workshop, 21), [ten]))


def test_a_short_mission_and_too_long_notebooks_are_told(source, workshop):
    workshop.missions[:] = [MissionPlan("tri", "Le tri", 9)]
    workshop.notebooks.append(NotebookPlan("02.ipynb", "", 31))
    told = [problem.fault for problem in minutes.check(workshop, [])]
    assert "9 minutes pour la mission « tri »." in told
    assert any("36 minutes de carnets et 25 d'accueil" in fault for fault in told)
