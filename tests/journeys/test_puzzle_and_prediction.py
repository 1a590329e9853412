"""A puzzle and a prediction in a real browser: by keyboard, by pointer, said aloud, kept."""

import nbformat
import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, Notebook, jupyterlab
from nbformat.v4 import new_code_cell, new_notebook

FILE = "lignes.ipynb"
CELLS = {
    "puzzle": '''\
from elloweb import puzzle
somme = puzzle("somme", """
    total = 0
    for restes in [4, 8]:
        total = total + restes
    print(total)
""", pieges={"total == 0": "`==` compare deux valeurs ; pour en ranger une, c'est `=`."})
somme''',
    "tags": '''\
puzzle("balises", """
<ul>
  <li>Concert</li>
</ul>
""", langage="html", montre=lambda texte: f"Une page de {len(texte.split())} balises")''',
    "prediction": '''\
from elloweb import prediction
prediction("virgule", """
for n in [1, 2]:
    print(n * 2.5)
""", erreurs={"2.5\\n5": "Un nombre à virgule le reste."})''',
    "choice": """\
prediction("colle", "print('1' + '2')", choix=[3, 12, "une erreur"],
           erreurs={3: "Entre guillemets, `1` est un texte : `+` les colle."})""",
    "check": """\
from elloweb import mission
with mission("lignes") as m:
    m.resolu("somme", nom="la somme")
    m.resolu("virgule", nom="la prédiction")
m.bilan()""",
}
SHOWN = [name for name in CELLS if name != "check"]
PROGRAM = ["total = 0", "for restes in [4, 8]:", "total = total + restes", "print(total)"]


@pytest.fixture
def folder(tmp_path):
    notebook = new_notebook(
        cells=[new_code_cell(source, id=name) for name, source in CELLS.items()],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, tmp_path / FILE)
    return tmp_path


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1024, "height": 600}, locale="fr-FR")
    yield context.new_page()
    context.close()


def said(piece, text):
    """Wait until one of the live regions of *piece* says *text*."""
    piece.get_by_role("status").filter(has_text=text).first.wait_for(state="attached")


def has_focus(element):
    return element.evaluate("x => x === document.activeElement")


def tab_to(page, element, key="Tab"):
    """Press *key* until *element* has the keyboard: it must be reached, and soon."""
    for _ in range(25):
        if has_focus(element):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not reach {element}")


def to_place(piece, text):
    return piece.get_by_role("list", name="Lignes à placer").get_by_role("button", name=text)


def placed(piece):
    """Return the lines of the program with their levels, as they are drawn."""
    rows = piece.get_by_role("list", name="Ton programme").get_by_role("listitem")
    return rows.evaluate_all(
        "rows => rows.map(x => [x.querySelector('code').textContent,"
        " Number(x.style.getPropertyValue('--level'))])"
    )


def line(piece, text):
    program = piece.get_by_role("list", name="Ton programme")
    return program.locator("button.elloweb-line").filter(has_text=text)


def order_by_keyboard(page, piece):
    """Put all lines in order after a trap, a line in the wrong place, and a missing indentation."""
    order = ["total == 0", "print(total)", "for restes in [4, 8]:", "total = total + restes"]
    page.keyboard.press("Tab")
    tab_to(page, to_place(piece, order[0]))
    for n, text in enumerate(order, start=1):
        tab_to(page, to_place(piece, text), "Tab" if n == 1 else "Shift+Tab")
        page.keyboard.press("Enter")
        said(piece, f"{text} : ligne {n}, sans décalage.")
    check = piece.get_by_role("button", name="Vérifier")
    tab_to(page, check)
    page.keyboard.press("Enter")
    said(piece, "Regarde la ligne 1. == compare deux valeurs")
    assert "à voir" in line(piece, "total == 0").inner_text()

    tab_to(page, line(piece, "total == 0"), "Shift+Tab")
    page.keyboard.press("Delete")
    said(piece, "total == 0 : retirée du programme.")
    assert has_focus(line(piece, "print(total)"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    said(piece, "print(total) : ligne 3, sans décalage.")
    page.keyboard.press("ArrowDown")
    said(piece, "C'est déjà la dernière ligne.")
    assert has_focus(line(piece, "print(total)"))
    tab_to(page, to_place(piece, "total = 0"), "Shift+Tab")
    page.keyboard.press("Space")
    last = line(piece, "total = 0")
    tab_to(page, last)
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    said(piece, "total = 0 : ligne 1, sans décalage.")
    assert has_focus(last)
    tab_to(page, check)
    page.keyboard.press("Enter")
    said(piece, "Tes 2 premières lignes sont à leur place. Regarde la ligne 3")

    tab_to(page, line(piece, "total = total + restes"), "Shift+Tab")
    page.keyboard.press("ArrowRight")
    said(piece, "total = total + restes : ligne 3, décalée d'un cran.")
    assert has_focus(line(piece, "total = total + restes"))
    tab_to(page, check)
    page.keyboard.press("Enter")
    said(piece, "ton programme est complet")
    assert piece.locator(".elloweb-made pre").inner_text() == "12"
    assert has_focus(check)


def foresee_by_keyboard(page, piece):
    """Write a prediction, and see it beside what came."""
    area = piece.get_by_role("textbox", name="Que va afficher ce programme ?")
    page.keyboard.press("Tab")
    tab_to(page, area)
    page.keyboard.type("2,5\n5")
    button = piece.get_by_role("button", name="Voir si j'avais raison")
    tab_to(page, button)
    page.keyboard.press("Enter")
    said(piece, "Un nombre à virgule le reste.")
    assert has_focus(button)
    made = piece.locator(".elloweb-made").inner_text()
    assert "Ligne 2 : tu avais prévu 5, Python affiche 5.0" in made.replace("\u00a0", " ")
    assert "un point à la place de la virgule" in made
    # Beside what came, it is not there a second time, to be clicked for nothing.
    assert area.is_hidden()


def play(page, notebook):
    for name in SHOWN:
        notebook.run(name)
    piece = notebook.cell("puzzle").locator(".elloweb")
    piece.get_by_role("button").first.focus()
    order_by_keyboard(page, piece)
    piece = notebook.cell("prediction").locator(".elloweb")
    piece.get_by_role("textbox").focus()
    page.keyboard.press("Shift+Tab")
    foresee_by_keyboard(page, piece)


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_both_are_played_by_keyboard_said_aloud_and_counted(page, folder, app):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE, app)
        play(page, notebook)
        for name in SHOWN:
            notebook.cell(name)
            assert notebook.faults(name) == [], name
        assert "Mission réussie" in notebook.run("check")


def test_to_select_all_within_a_piece_is_not_to_select_all_cells(page, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        notebook.run("prediction")
        piece = notebook.cell("prediction").locator(".elloweb")
        piece.get_by_role("textbox").fill("2.5\n5.0")
        piece.get_by_role("button", name="Voir si j'avais raison").click()
        said(piece, "Tout est comme")
        page.keyboard.press("Control+a")
        assert page.locator(".jp-Cell.jp-mod-multiSelected").count() == 0


def test_both_are_played_by_pointer(page, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        for name in SHOWN:
            notebook.run(name)
        piece = notebook.cell("puzzle").locator(".elloweb")
        for text in [PROGRAM[0], PROGRAM[3], PROGRAM[1], PROGRAM[2]]:
            to_place(piece, text).click()
        piece.get_by_role("button", name="Décaler à droite").click()
        for text in (PROGRAM[0], PROGRAM[2], PROGRAM[3]):
            # The tools of the line before close, and lines move: this one is chosen all the same.
            line(piece, text).click()
            assert line(piece, text).get_attribute("aria-current") == "true"
        for _ in range(2):
            piece.get_by_role("button", name="Descendre").click()
        assert placed(piece) == [[text, int("+" in text)] for text in PROGRAM]
        piece.get_by_role("button", name="Vérifier").click()
        said(piece, "ton programme est complet")
        piece.get_by_role("button", name="Retirer").click()
        assert len(placed(piece)) == 3
        piece.get_by_role("button", name="Recommencer").click()
        said(piece, "Toutes les lignes sont de nouveau à placer.")
        assert placed(piece) == []

        tags = notebook.cell("tags").locator(".elloweb")
        for text in ("<ul>", "<li>Concert</li>", "</ul>"):
            to_place(tags, text).click()
        assert tags.get_by_role("button", name="Décaler à droite").count() == 0
        tags.get_by_role("button", name="Vérifier").click()
        tags.locator(".elloweb-made", has_text="Une page de 3 balises").wait_for()

        choice = notebook.cell("choice").locator(".elloweb")
        choice.get_by_label("3", exact=True).check()
        choice.get_by_role("button", name="Voir si j'avais raison").click()
        said(choice, "Entre guillemets, 1 est un texte")
        assert choice.get_by_label("12", exact=True).is_disabled()


def begin(notebook):
    """Begin both, and check neither."""
    notebook.run("puzzle")
    piece = notebook.cell("puzzle").locator(".elloweb")
    for text in PROGRAM[1:3]:
        to_place(piece, text).click()
    piece.get_by_role("button", name="Décaler à droite").click()
    said(piece, "décalée d'un cran")
    notebook.run("prediction")
    foreseen = notebook.cell("prediction").locator(".elloweb")
    foreseen.get_by_role("textbox").fill("2\n4")
    foreseen.get_by_role("textbox").blur()


def assert_begun(notebook):
    piece = notebook.cell("puzzle").locator(".elloweb")
    piece.get_by_role("list", name="Ton programme").get_by_role("listitem").first.wait_for()
    assert placed(piece) == [[PROGRAM[1], 0], [PROGRAM[2], 1]]
    foreseen = notebook.cell("prediction").locator(".elloweb")
    assert foreseen.get_by_role("textbox").input_value() == "2\n4"
    assert "5.0" not in foreseen.inner_text()


def test_drafts_are_there_again_after_a_reload_and_in_a_new_kernel(page, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        begin(notebook)
        notebook.cell("prediction").locator(".elloweb-kept").filter(has_text="4").wait_for(
            state="attached"
        )
        notebook.save()
        assert_begun(Notebook(page, address, FILE))
    with jupyterlab(folder) as address:
        # Another day: first the words alone, then the piece.
        notebook = Notebook(page, address, FILE)
        kept = notebook.cell("puzzle").locator(".elloweb-kept")
        kept.filter(has_text="Ton programme").wait_for()
        for name in ("puzzle", "prediction"):
            notebook.run(name)
        assert_begun(notebook)
        (folder / "reponses.json").unlink()
    with jupyterlab(folder) as address:
        # Somewhere else, with the notebook alone.
        notebook = Notebook(page, address, FILE)
        for name in ("puzzle", "prediction"):
            notebook.run(name)
        assert_begun(notebook)


def test_a_narrow_screen_shows_both_without_scrolling_sideways(browser, folder):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, locale="fr-FR", has_touch=True
    )
    with jupyterlab(folder) as address:
        notebook = Notebook(context.new_page(), address, FILE, NOTEBOOK_7)
        for name in SHOWN:
            notebook.run(name)
        piece = notebook.cell("puzzle").locator(".elloweb")
        for text in PROGRAM:
            to_place(piece, text).tap()
        line(piece, PROGRAM[1]).tap()
        for _ in range(3):
            piece.get_by_role("button", name="Décaler à droite").tap()
        assert placed(piece)[1] == [PROGRAM[1], 3]
        for name in SHOWN:
            shown = notebook.cell(name).locator(".elloweb")
            assert shown.evaluate("x => x.scrollWidth - x.clientWidth") <= 0, name
    context.close()


def test_an_endless_program_is_stopped_with_a_sentence(page, folder):
    """Even where JupyterLab would have a widget's answers handled in another thread."""
    cells = [
        new_code_cell(
            'from elloweb import prediction\nprediction("sans-fin", "while True:\\n    pass")',
            id="sans-fin",
        ),
        new_code_cell("1", id="un"),
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    nbformat.write(new_notebook(cells=cells, metadata=kernel), folder / FILE)
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        notebook.run("sans-fin")
        piece = notebook.cell("sans-fin").locator(".elloweb")
        # The first answer goes to the main thread in any case: a later one tells.
        piece.get_by_role("textbox").fill("un brouillon")
        piece.get_by_role("textbox").fill("rien")
        piece.get_by_role("button", name="Voir si j'avais raison").click()
        piece.get_by_text("une boucle ne s'arrête sans doute jamais").wait_for()
