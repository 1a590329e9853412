"""The web workshop in a real browser: a page typed, mended, checked, and taken home."""

import shutil

import pytest
from jupyter import Notebook, jupyterlab, lay_out

from elloweb.content.answers import answer_cell
from elloweb.content.kit import Kit
from elloweb.content.markers import answer
from elloweb.content.notebooks import read_notebook

KIT = Kit.find()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("festival")
    lay_out("festival", folder)
    return folder


@pytest.fixture(scope="module")
def address(folder):
    with jupyterlab(folder) as address:
        yield address


def solution_of(file, mission):
    """Return the page that the solution gives to *mission*."""
    notebook = read_notebook(KIT.solutions / "festival" / file)
    return answer(answer_cell(notebook, mission).source)


def shown(notebook, name):
    """Return the page that the preview of the cell *name* shows."""
    return notebook.cell(name).frame_locator("iframe").frame_locator("iframe")


def test_her_own_title_is_on_a_page_with_the_very_first_cell(page, address):
    notebook = Notebook(page, address, "01_decouverte.ipynb")
    notebook.type("premiere-page", "%%page ma_page 160\n<h1>Bienvenue chez nous</h1>\n")
    notebook.run("premiere-page")
    shown(notebook, "premiere-page").get_by_role("heading", name="Bienvenue chez nous").wait_for()
    notebook.type("premiere-page", "%%page ma_page 160\n<h1>Bienvenue chez nous<h1>\n")
    assert "la barre vient avant le nom" in notebook.run("premiere-page")


def test_she_errs_in_her_page_reads_what_it_says_mends_and_passes(page, address, picture):
    notebook = Notebook(page, address, "02_missions.ipynb")
    for name in ("progression", "titre-pari", "titre-reponse"):
        notebook.run(name)
    assert "Pas encore commencé" in notebook.run("titre-verifier")
    quiz = notebook.cell("titre-pari")
    quiz.get_by_role("radio", name="Trois soirs de musique, avec « musique » en gras").check()
    quiz.get_by_role("button", name="Vérifier").click()
    quiz.get_by_role("status").filter(has_text="met en valeur").wait_for()

    right = solution_of("02_missions.ipynb", "titre")
    notebook.type("titre-reponse", right.replace("</h1>", "").replace("gold", "doré"))
    assert "Voulais-tu écrire gold" in notebook.run("titre-reponse")
    said = notebook.run("titre-verifier")
    assert "Le titre avale toute la page" in said
    assert "doré n'est pas une couleur" in said
    assert notebook.faults("titre-verifier") == []

    notebook.type("titre-reponse", right)
    notebook.run("titre-reponse")
    said = notebook.run("titre-verifier")
    assert "Mission réussie" in said
    assert "Salomé" in said
    bar = notebook.cell("progression").get_by_role("status")
    bar.filter(has_text="1 mission réussie sur 3").wait_for()
    notebook.cell("titre-reponse").evaluate("cell => cell.scrollIntoView({block: 'start'})")
    shown(notebook, "titre-reponse").get_by_role("heading", name="Les Lucioles").wait_for()
    picture(page, "atelier-festival")


def test_the_lines_of_a_list_are_put_in_order_and_become_a_page(page, address):
    notebook = Notebook(page, address, "02_missions.ipynb")
    notebook.run("balises-puzzle")
    puzzle = notebook.cell("balises-puzzle")
    pool = puzzle.get_by_role("list", name="Lignes à placer")
    for line in ("<h2>Pour venir</h2>", "<ul>", "bus 4", "cinq minutes", "<ul/>"):
        pool.get_by_role("button").filter(has_text=line).click()
    puzzle.get_by_role("button", name="Vérifier").click()
    puzzle.get_by_role("status").filter(has_text="la barre vient avant le nom").wait_for()
    wrong = puzzle.get_by_role("list", name="Tes lignes").get_by_role("listitem").nth(4)
    wrong.locator("button.elloweb-line").focus()
    page.keyboard.press("Delete")
    pool.get_by_role("button").filter(has_text="</ul>").click()
    puzzle.get_by_role("button", name="Vérifier").click()
    puzzle.get_by_role("status").filter(has_text="bien rangée").wait_for()
    made = shown(notebook, "balises-puzzle")
    assert made.get_by_role("listitem").count() == 2
    assert notebook.faults("balises-puzzle") == []


def test_her_page_opens_alone_at_home_with_its_picture(page, address, folder):
    notebook = Notebook(page, address, "03_creation.ipynb")
    notebook.type("mapage-reponse", solution_of("03_creation.ipynb", "mapage"))
    notebook.run("mapage-reponse")
    assert "Mission réussie" in notebook.run("mapage-verifier")
    assert "Ouvrir ma_page.html" in notebook.run("enregistre")

    home = folder.parent / "chez-elle"
    home.mkdir()
    shutil.copy(folder / "ma_page.html", home)
    page.goto((home / "ma_page.html").as_uri())
    assert page.title() == "Le club lecture du jeudi"
    image = page.get_by_role("img", name="Un grand livre ouvert")
    assert image.evaluate("image => image.naturalWidth") == 280
    assert page.get_by_role("listitem").count() == 3
