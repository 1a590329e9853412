"""`elloweb check`: every fault at once, each with place, fault and mend."""

import contextlib

import nbformat
import pytest
from nbformat.v4 import new_code_cell

from elloweb.content.build import build_workshop
from elloweb.content.kit import Kit
from elloweb.content.lint import check_kit, check_workshop
from elloweb.content.lint.text import count_read
from elloweb.errors import ElloWebError
from small_kit import ANSWERS, CHECK_JOUR, WORKSHOP, discovery_notebook, missions_notebook, write


def problems(kit):
    return [str(problem) for problem in check_workshop(kit, "essai")]


def change_missions(kit, change):
    """Change the source notebook, build it where that is possible, and return its problems."""
    notebook = missions_notebook()
    change(notebook)
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    with contextlib.suppress(ElloWebError):
        build_workshop(kit, "essai")
    return problems(kit)


def replace(index, old, new):
    def change(notebook):
        assert old in notebook.cells[index].source
        notebook.cells[index].source = notebook.cells[index].source.replace(old, new)

    return change


def test_a_workshop_in_order_has_no_problem(kit):
    assert problems(kit) == []
    assert check_kit(kit) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("minutes = 60", "minuts = 60", "clé inconnue « minuts ». Voulais-tu écrire « minutes » ?"),
        ('family = "data"', "", "la clé « family » manque"),
        ("minutes = 60", 'minutes = "60"', "« minutes » devrait être un nombre entier"),
        ('goals = ["essayer"]', 'goals = "essayer"', "« goals » devrait être une liste"),
        ('id = "jour"', 'identifiant = "jour"', "[[missions]] n° 1 : clé inconnue « identifiant »"),
        ('id = "jour"', 'id = "nuit"', "la mission « nuit » n'existe pas"),
        ('id = "jour"', 'id = "nuit"', "la mission « jour » manque ici"),
        ('"02_missions.ipynb"', '"02_mission.ipynb"', "le carnet « 02_mission.ipynb » n'existe"),
        ('language = "fr"', "language = fr", "fichier illisible"),
    ],
)
def test_metadata(kit, old, new, says):
    (kit.workshops / "essai" / "workshop.toml").write_text(WORKSHOP.replace(old, new, 1))
    found = [problem for problem in problems(kit) if says in problem]
    assert found
    assert found[0].startswith("workshops/essai/workshop.toml")


@pytest.mark.parametrize(
    ("index", "old", "new", "place", "says"),
    [
        (2, "### END SOLUTION", "", "cellule 3, ligne 2", "BEGIN SOLUTION sans END SOLUTION"),
        (2, "### BEGIN SOLUTION", "### BEGIN SOLUTON", "cellule 3, ligne 2", "mal écrit"),
        (3, '"Trois."', "", "cellule 4", "2 indice(s) au lieu de 3"),
        (3, "erreurs={22", "erruers={22", "cellule 4", "2 mauvaise(s) réponse(s) prévue(s)"),
        (6, "points=2", "points=5", "cellule 7", "les lignes valent 6 points"),
        (6, "points=2", "points=N", "cellule 7", "les lignes valent nan points"),
        (3, "\nm.bilan()", "", "cellule 4", "nbgrader donnerait tous les points"),
        (3, "m.bilan()", "m.bilan();x=1", "cellule 4", "nbgrader donnerait tous les points"),
        (3, 'mission("jour"', 'mission("nuit"', "cellule 4", "a pour nom nbgrader « jour »"),
        (3, "# ▶ Vérifier", "# Tester", "cellule 4", "première ligne"),
        (3, "m.bilan()", "### BEGIN HIDDEN TESTS\nm.bilan()", "cellule 4", "vérification cachée"),
        (5, "    ### BEGIN SOLUTION\n", "", "cellule 6", "END SOLUTION sans BEGIN"),
        (1, "## Mission", "mot " * 90 + "## Mission", "cellule 3", "mots à lire avant le code"),
        (1, "## Mission", "![](x.png) ## Mission", "cellule 2", "sans texte de remplacement"),
        (1, "## Mission", '<img src="x"> ##', "cellule 2", "sans texte de remplacement"),
        (0, 'equipe = ""', "# YOUR CODE HERE", "cellule 1", "en anglais"),
        (2, "# Quel jour ?", "# NotImplementedError", "cellule 3", "en anglais"),
    ],
)
def test_notebooks(kit, index, old, new, place, says):
    found = [p for p in change_missions(kit, replace(index, old, new)) if says in p]
    assert found, says
    assert found[0].startswith(f"solutions/essai/02_missions.ipynb, {place}")


def test_a_check_that_is_no_mission_is_told(kit):
    def change(notebook):
        notebook.cells[3].source = "assert jour == 'jeudi'"

    assert any("n'est pas une mission" in problem for problem in change_missions(kit, change))


def test_a_mission_of_one_line_is_told(kit):
    line = next(line for line in CHECK_JOUR.split("\n") if '"heure"' in line)
    assert any("moins de 2 lignes" in p for p in change_missions(kit, replace(3, line + "\n", "")))


def test_an_answer_in_an_ordinary_cell_is_told(kit):
    def change(notebook):
        notebook.cells[0].source = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"

    assert any("nbgrader ne connaît pas" in problem for problem in change_missions(kit, change))


def test_an_answer_cell_without_region_or_name_is_told(kit):
    def change(notebook):
        notebook.cells[2].source = "jour = 1"
        notebook.cells[5].metadata.nbgrader.grade_id = "autre"

    found = change_missions(kit, change)
    assert any("sans région BEGIN SOLUTION" in problem for problem in found)
    assert any("la cellule réponse de cette mission manque" in problem for problem in found)


def test_a_name_used_twice_an_open_lock_and_a_kept_output_are_told_together(kit):
    def change(notebook):
        notebook.cells[7].metadata.nbgrader.grade_id = "jour"
        notebook.cells[3].metadata.nbgrader.locked = False
        notebook.cells[0].outputs = [nbformat.v4.new_output("stream", text="x")]

    found = change_missions(kit, change)
    for says in ("sert deux fois", "pas verrouillée", "garde une sortie"):
        assert any(says in problem for problem in found)


def test_a_notebook_that_cannot_be_read_is_one_problem_not_an_end(kit):
    (kit.solutions / "essai" / "02_missions.ipynb").write_text("{")
    (kit.workshops / "essai" / "workshop.toml").write_text(WORKSHOP.replace("minutes", "m", 1))
    found = problems(kit)
    assert any("ne peut pas être lu" in problem for problem in found)
    assert any("clé inconnue" in problem for problem in found)


def test_stray_files_are_told(kit):
    for name in ("solutions/essai/Untitled.ipynb", "solutions/essai/notes.docx"):
        (kit.root / name).write_text("{}")
    found = problems(kit)
    assert any(problem.startswith("solutions/essai/Untitled.ipynb") for problem in found)
    assert any(problem.startswith("solutions/essai/notes.docx") for problem in found)


def test_folders_of_no_workshop_are_told(kit):
    (kit.solutions / "fantome").mkdir()
    assert [p.place for p in check_kit(kit)] == ["solutions/fantome"]


def test_too_few_kept_answers_are_told(kit):
    path = kit.answers("essai")
    path.write_text(ANSWERS.replace('mission = "jour"', 'mission = "double"', 1))
    assert any("2 mauvaise(s) réponse(s) gardée(s) pour « jour »" in p for p in problems(kit))
    path.unlink()
    assert any("les réponses de débutantes manquent" in p for p in problems(kit))


def test_a_stale_exercise_is_told(kit):
    (kit.exercises / "essai" / "02_missions.ipynb").unlink()
    assert any("exercises/essai/02_missions.ipynb : manque." in p for p in problems(kit))


def test_a_folder_outside_the_kit_is_told_from_the_kit(kit, tmp_path):
    assert Kit.find(kit.solutions / "essai").root == kit.root
    with pytest.raises(ElloWebError, match="cet atelier n'existe pas"):
        kit.require("fantome")


def test_words_are_counted_as_a_reader_meets_them():
    shown = "## L'été, [le lien](http://x.y/z) et `code` <b>gras</b> ![un chat assis](chat.svg)"
    assert count_read(shown) == 6


QUIZ = 'from elloweb import quiz\nquiz("tri", "?", {"a": True, "b": "Non."})'


def test_a_piece_whose_answers_show_is_told(kit):
    def add(source):
        return lambda notebook: notebook.cells.insert(0, new_code_cell(source, id="jeu"))

    said = "le code de ce jeu montre ses réponses"
    assert any(said in problem for problem in change_missions(kit, add(QUIZ)))
    assert change_missions(kit, add(f"# ▶ Jouer\n{QUIZ}")) == []
    built = nbformat.read(kit.exercises / "essai" / "02_missions.ipynb", 4)
    assert built.cells[0].metadata.jupyter.source_hidden


def test_a_cell_of_the_discovery_that_is_not_folded_is_told(kit):
    notebook = discovery_notebook()
    notebook.cells.insert(0, new_code_cell(f"# ▶ Jouer\n{QUIZ}", id="jeu"))
    path = kit.workshops / "essai" / "01_decouverte.ipynb"
    write(notebook, path)
    assert any("n'est pas repliée" in problem for problem in problems(kit))
    notebook.cells[0].metadata["jupyter"] = {"source_hidden": True}
    write(notebook, path)
    assert problems(kit) == []
