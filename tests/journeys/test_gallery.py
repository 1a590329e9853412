"""The gallery, in a real browser: every piece shows, reads well, and has its picture taken."""

import shutil

import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, Notebook, jupyterlab

from elloweb.content.kit import Kit
from elloweb.content.notebooks import read_notebook

GALLERY = Kit.find().workshops / "_galerie"
CELLS = read_notebook(GALLERY / "galerie.ipynb").cells
NAMES = [cell.id for cell in CELLS if cell.cell_type == "code"]
SMALL_SCREEN = {"width": 1024, "height": 600}
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def open_gallery(browser, tmp_path):
    folder = shutil.copytree(GALLERY, tmp_path / "galerie", ignore=shutil.ignore_patterns(".*"))
    contexts = []

    def open_it(address, app, screen, **options):
        context = browser.new_context(viewport=screen, locale="fr-FR", **options)
        contexts.append(context)
        return Notebook(context.new_page(), address, "galerie.ipynb", app)

    with jupyterlab(folder) as address:
        yield lambda *args, **options: open_it(address, *args, **options)
        for context in contexts:
            context.close()


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_every_piece_shows_and_is_accessible(open_gallery, picture, app):
    notebook = open_gallery(app, SMALL_SCREEN)
    faults = []
    for name in NAMES:
        notebook.run(name)
        if name == "outils":
            continue
        shown = notebook.cell(name).locator(".jp-OutputArea-output:visible").first
        shown.wait_for()
        assert "Error displaying widget" not in notebook.cell(name).inner_text()
        faults += notebook.faults(name)
        if app == JUPYTERLAB:
            picture(notebook.cell(name).locator(".jp-Cell-outputArea"), f"galerie-{name}")
    assert faults == []


def test_the_pieces_fit_on_a_phone(open_gallery):
    notebook = open_gallery(NOTEBOOK_7, PHONE, has_touch=True, is_mobile=True)
    too_wide = []
    for name in NAMES:
        notebook.run(name)
        cell = notebook.cell(name)
        for piece in cell.locator(".elloweb").all():
            sizes = piece.evaluate("x => [x.scrollWidth, x.clientWidth, innerWidth]")
            if sizes[0] > sizes[1] or sizes[1] > sizes[2]:
                too_wide.append((name, sizes))
    assert too_wide == []
