"""The faults that only a played notebook shows."""

import pytest

from elloweb.grading.rehearsal import rehearse, try_answers
from elloweb.learn.outcome import Outcome
from small_kit import ANSWERS, missions_notebook, write


def test_a_workshop_in_order_plays_without_a_problem(kit):
    assert rehearse(kit, "essai") == []


@pytest.mark.parametrize(
    ("index", "old", "new", "says"),
    [
        (2, 'DÉPART jour = "lundi"', 'DÉPART jour = "jeudi"', "donne 1 point(s), « pas encore »"),
        (2, 'DÉPART jour = "lundi"', 'DÉPART jour = "mardi"', "donne 0 point(s), « pas encore »"),
        (2, 'DÉPART jour = "lundi"', "DÉPART jour = lundi", "s'arrête sur une erreur (NameError"),
        (2, 'jour = "jeudi"', 'jour = "mardi"', "donne 1 point(s), « pas encore »"),
        (3, "m.bilan()", "m.bilan() if 0 else None", "donne 0 point(s), « n'a pas pu se faire »"),
    ],
)
def test_a_fault_that_only_shows_when_played(kit, index, old, new, says):
    notebook = missions_notebook()
    assert old in notebook.cells[index].source
    notebook.cells[index].source = notebook.cells[index].source.replace(old, new)
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    found = [str(problem) for problem in rehearse(kit, "essai")]
    assert any(says in problem for problem in found), found
    assert all(p.startswith("solutions/essai/02_missions.ipynb, cellule") for p in found)


def test_a_notebook_that_is_broken_on_paper_is_left_to_the_static_rules(kit):
    (kit.solutions / "essai" / "02_missions.ipynb").write_text("{")
    assert rehearse(kit, "essai") == []


def test_each_kept_answer_is_played_once(kit):
    tried = try_answers(kit, "essai")
    assert len(tried) == ANSWERS.count("[[answers]]")
    by_name = {one.answer.name: one.result for one in tried}
    assert by_name["mardi"].points == 1
    assert by_name["mardi"].outcome is Outcome.NOT_YET
    assert any("Remplace `print`" in line.message for line in by_name["print"].lines)


def test_playing_a_workshop_leaves_its_folders_as_they_were(kit):
    before = sorted(kit.root.rglob("*"))
    rehearse(kit, "essai")
    assert sorted(kit.root.rglob("*")) == before
