"""A learner in a real browser: she runs, errs, reads, mends and passes."""

import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, Notebook, jupyterlab, lay_out

from elloweb.content.kit import Kit
from elloweb.content.notebooks import read_notebook

KIT = Kit.find()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("atelier")
    lay_out("cantine", folder)
    with jupyterlab(folder) as address:
        yield address


def test_a_learner_errs_reads_a_hint_mends_and_passes(page, address, picture):
    notebook = Notebook(page, address, "02_missions.ipynb")
    notebook.run("outils")
    check = "releve-verifier"

    # The check first: its folded cell shows its first line alone, and sends her one cell up.
    assert notebook.text(check) == "# ▶ Vérifier ma mission"
    assert "Lance d'abord la cellule au-dessus" in notebook.run(check)

    notebook.run("releve-reponse")
    assert "Pas encore commencé" in notebook.run(check)

    notebook.type(
        "releve-reponse",
        'jour_record = "Jeudi"\nplat_record = "gratin de courgettes"\nkilos_record = 62',
    )
    notebook.run("releve-reponse")
    said = notebook.run(check)
    assert "Pas encore, tu avances" in said
    assert "majuscules" in said
    assert "ce sont les kilos préparés" in said
    assert "Indice 1 sur 3" in said
    assert "Indice 2" not in said
    assert notebook.faults(check) == []
    picture(notebook.card(check), "carte-pas-encore")
    assert "Indice 2 sur 3" in notebook.run(check)

    notebook.type(
        "releve-reponse",
        'jour_record = "jeudi"\nplat_record = "gratin de courgettes"\nkilos_record = 48',
    )
    notebook.run("releve-reponse")
    assert "Mission réussie" in notebook.run(check)

    # What an earlier run left is not praised when her cell has just failed.
    notebook.type("releve-reponse", "jour_record = jeudi")
    assert 'Si c\'est un texte, écris "jeudi"' in notebook.run("releve-reponse")
    assert "Ta cellule s'est arrêtée sur une erreur" in notebook.run(check)

    # The typical slip: a quote that is not closed. No English but what is folded away.
    notebook.type("releve-reponse", 'jour_record = "jeudi')
    helped = notebook.run("releve-reponse")
    assert "Il manque le guillemet" in helped
    assert 'jour_record = "jeudi' in helped
    assert "SyntaxError: unterminated" not in helped
    assert notebook.faults("releve-reponse") == []
    picture(notebook.card("releve-reponse"), "aide-erreur")
    notebook.type("releve-reponse", 'jour_record = "jeudi"')
    notebook.run("releve-reponse")
    assert "Mission réussie" in notebook.run(check)
    assert notebook.faults(check) == []
    picture(notebook.card(check), "carte-reussie")


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_the_keyboard_alone_is_enough_to_answer_and_check(page, address, app):
    notebook = Notebook(page, address, "02_missions.ipynb", app)
    notebook.run("outils")
    notebook.focus("releve-reponse")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    assert "Pas encore commencé" in notebook.output("releve-verifier")


def test_the_first_notebook_shows_something_of_her_own_and_a_slider(page, address, picture):
    notebook = Notebook(page, address, "01_decouverte.ipynb")
    notebook.type("premiere-cellule", 'print("Bonjour, enquête !")')
    assert "Bonjour, enquête !" in notebook.run("premiere-cellule")
    notebook.run("diagramme")
    image = notebook.cell("diagramme").locator("img")
    assert "plats 77" in image.get_attribute("alt")
    title = notebook.cell("curseur").get_by_text("# ▶ Jouer avec le curseur")
    title.wait_for()
    assert "import" not in notebook.text("curseur")
    for name in ("tableau", "curseur"):
        notebook.run(name)
    slider = notebook.cell("curseur").get_by_role("slider", name="Repère")
    picture_of_bars = notebook.cell("curseur").locator(".elloweb-picture img")
    assert "Un repère à 5." in picture_of_bars.get_attribute("alt")
    slider.focus()
    page.keyboard.press("ArrowRight")
    notebook.cell("curseur").locator('.elloweb-picture img[alt*="Un repère à 6."]').wait_for()
    assert notebook.faults("curseur") == []
    picture(page, "atelier-cantine")


def test_the_very_first_cell_is_helped_in_french(page, address):
    notebook = Notebook(page, address, "01_decouverte.ipynb")
    notebook.type("premiere-cellule", 'print("Enquête ouverte !)')
    helped = notebook.run("premiere-cellule")
    assert "Il manque le guillemet" in helped
    assert "unterminated" not in helped


def source_of(name):
    """Return the source of the cell *name* of the missions, as a learner finds it."""
    cells = read_notebook(KIT.exercises / "cantine" / "02_missions.ipynb").cells
    return next(cell.source for cell in cells if cell.id == name)


def test_a_puzzle_of_the_workshop_counts_for_its_mission(page, address, picture):
    notebook = Notebook(page, address, "02_missions.ipynb")
    for name in ("outils", "progression", "filtre-puzzle"):
        notebook.run(name)
    puzzle = notebook.cell("filtre-puzzle")
    # By keyboard: a line comes over with Enter, and is moved to the right with an arrow.
    lines = {
        "peu_jetes = []": 0,
        "for ligne in lignes:": 0,
        'if ligne["restes"] < 3:': 1,
        'peu_jetes.append(ligne["plat"])': 2,
        "print(peu_jetes)": 0,
    }
    pool = puzzle.get_by_role("list", name="Lignes à placer")
    program = puzzle.get_by_role("list", name="Ton programme")
    for line, level in lines.items():
        pool.get_by_role("button", name=line, exact=True).focus()
        page.keyboard.press("Enter")
        program.locator("button.elloweb-line").filter(has_text=line).focus()
        for _ in range(level):
            page.keyboard.press("ArrowRight")
    puzzle.get_by_role("button", name="Vérifier").focus()
    page.keyboard.press("Enter")
    said = puzzle.get_by_role("status").filter(has_text="Ton filtre marche")
    said.wait_for()
    assert "crème au chocolat" in puzzle.inner_text()
    assert notebook.faults("filtre-puzzle") == []
    picture(puzzle.locator(".elloweb"), "puzzle-reussi")

    notebook.type("filtre-reponse", source_of("filtre-reponse").replace("> 20", "> 9"))
    notebook.run("filtre-reponse")
    assert "Mission réussie" in notebook.run("filtre-verifier")
    bar = notebook.cell("progression").get_by_role("status")
    bar.filter(has_text="1 mission réussie sur 3").wait_for()


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_a_letter_typed_beside_a_cell_changes_nothing(page, address, app):
    notebook = Notebook(page, address, "03_creation.ipynb", app)
    before = notebook.sources()
    notebook.cell("enquete-question").locator(".jp-RenderedMarkdown").click()
    page.keyboard.type("abcdefghijklmnopqrstuvwxyz0123456789dd00")
    page.keyboard.type("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert notebook.sources() == before
    # What she learns to do instead.
    page.keyboard.press("Escape")
    notebook.cell("enquete-question").locator(".jp-RenderedMarkdown").click()
    page.keyboard.press("Enter")
    page.locator(".jp-mod-editMode").wait_for()
    page.keyboard.type("Que jette-t-on le plus ?")
    page.keyboard.press("Shift+Enter")
    question = notebook.cell("enquete-question").locator(".jp-RenderedMarkdown")
    question.filter(has_text="Que jette-t-on le plus ?").wait_for()


def test_a_saved_notebook_shows_its_cards_again(page, address):
    notebook = Notebook(page, address, "02_missions.ipynb")
    notebook.run("outils")
    notebook.run("moyenne-reponse")
    assert "Pas encore commencé" in notebook.run("moyenne-verifier")
    notebook.save()
    again = Notebook(page, address, "02_missions.ipynb")
    assert "Pas encore commencé" in again.output("moyenne-verifier")
