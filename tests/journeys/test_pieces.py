"""Pieces in a real browser: played by keyboard, kept when the kernel ends, graded loose."""

import json
from datetime import date

import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, Notebook, jupyterlab
from nbformat.v4 import new_code_cell

from elloweb.content.build import build_workshop
from elloweb.grading.collect import collect
from elloweb.grading.engine import read_grades
from elloweb.grading.grade import grade
from elloweb.grading.session import create_session
from small_kit import answer_cell, check_cell, missions_notebook, write

SMALL_SCREEN = {"width": 1024, "height": 600}

QUIZ = """\
# ▶ Jouer
from elloweb import quiz
tri = quiz("tri", "Quel jour a le plus de restes ?", {
    "jeudi": True,
    "lundi": "Lundi, les assiettes sont revenues vides.",
    "mardi": "Regarde deux jours plus loin.",
}, bravo="Oui, jeudi.")
### BEGIN SOLUTION
tri.repond("jeudi")
### DÉPART tri
### END SOLUTION"""

SLIDER = """\
from elloweb import curseur
curseur("seuil", lambda n: "*" * n, 0, 9, nom="Combien ?", cible=4)"""

CHECK = """\
# ▶ Vérifier ma mission
from elloweb import mission
with mission("jour", indices=["Un.", "Deux.", "Trois."]) as m:
    m.resolu("tri")
    m.resolu("seuil")
m.bilan()"""


@pytest.fixture
def kit(kit):
    """The small kit, its first mission played with a quiz and a slider."""
    notebook = missions_notebook()
    first = next(i for i, cell in enumerate(notebook.cells) if cell.id == "jour-reponse")
    notebook.cells[first : first + 2] = [
        answer_cell("jour", QUIZ),
        new_code_cell(SLIDER, id="curseur"),
        check_cell("jour", CHECK, 2),
    ]
    bar = 'from elloweb import progression\nprogression({"jour": "Le jour", "double": "Le double"})'
    notebook.cells.insert(0, new_code_cell(bar, id="barre"))
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    build_workshop(kit, "essai")
    return kit


@pytest.fixture
def folder(kit):
    return kit.exercises / "essai"


@pytest.fixture
def visit(browser):
    """Open a browser's window, as on another day: it remembers nothing."""
    contexts = []

    def open_window():
        contexts.append(browser.new_context(viewport=SMALL_SCREEN, locale="fr-FR"))
        return contexts[-1].new_page()

    yield open_window
    for context in contexts:
        context.close()


@pytest.fixture
def page(visit):
    return visit()


def play(page, notebook):
    """Answer all by keyboard: the quiz wrongly first, then right; the slider step by step."""
    for cell in ("barre", "jour-reponse", "curseur"):
        notebook.run(cell)
    quiz, slider = notebook.cell("jour-reponse"), notebook.cell("curseur")
    said = quiz.get_by_role("status")

    quiz.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said.filter(has_text="Lundi, les assiettes").wait_for()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    said.filter(has_text="Oui, jeudi.").wait_for()

    slider.get_by_role("slider", name="Combien ?").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    slider.locator(".elloweb-picture", has_text="****").wait_for()
    slider.get_by_role("button", name="Vérifier").click()
    slider.get_by_role("status").filter(has_text="C'est là").wait_for()


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_pieces_are_played_by_keyboard_and_counted(page, folder, app):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, "02_missions.ipynb", app)
        play(page, notebook)
        for cell in ("barre", "jour-reponse", "curseur"):
            assert notebook.faults(cell) == []
        assert "Mission réussie" in notebook.run("jour")
        bar = notebook.cell("barre").get_by_role("status")
        bar.filter(has_text="1 mission réussie sur 2").wait_for()


def test_an_answer_is_there_again_after_a_reload_and_in_a_new_kernel(visit, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(visit(), address, "02_missions.ipynb")
        play(notebook.page, notebook)
        notebook.save()
        # The same kernel, another look at the page.
        notebook = Notebook(visit(), address, "02_missions.ipynb")
        assert notebook.cell("jour-reponse").get_by_label("jeudi").is_checked()
    with jupyterlab(folder) as address:
        # Another day: no kernel yet. The piece stands there in words, and nothing in English.
        notebook = Notebook(visit(), address, "02_missions.ipynb")
        kept = notebook.cell("jour-reponse").locator(".elloweb-kept")
        kept.filter(has_text="Ta réponse : jeudi").wait_for()
        assert "not found" not in notebook.cell("jour-reponse").inner_text()
        notebook.run("jour-reponse")
        assert notebook.cell("jour-reponse").get_by_label("jeudi").is_checked()
        assert kept.is_hidden()
        (folder / "reponses.json").unlink()
    with jupyterlab(folder) as address:
        # Somewhere else, with the notebook alone.
        notebook = Notebook(visit(), address, "02_missions.ipynb")
        notebook.run("jour-reponse")
        assert notebook.cell("jour-reponse").get_by_label("jeudi").is_checked()


def test_a_loose_notebook_played_with_widgets_gets_its_points(page, kit, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, "02_missions.ipynb")
        play(page, notebook)
        notebook.save()
    session = create_session(
        kit.root / "session",
        city="Lyon",
        place="Lycée",
        dates=[date(2026, 4, 22)],
        workshops=["essai"],
        seats=2,
    )
    one, other = session.pseudonyms
    played = (folder / "02_missions.ipynb").read_bytes()
    untouched = json.loads(played)
    for cell in untouched["cells"]:
        cell.pop("outputs", None) is None or cell.update(outputs=[])
    for name, content in ((one, played), (other, json.dumps(untouched).encode())):
        (session.drop_folder / f"02_missions-{name}.ipynb").write_bytes(content)
    assert collect(session, kit, session.drop_folder).problems == ()
    grade(session, kit, lambda *_: None)
    points = {(x.pseudonym, x.cell): x.points for x in read_grades(session.folder)}
    assert points[one, "jour"] == 2
    assert points[other, "jour"] == 0
