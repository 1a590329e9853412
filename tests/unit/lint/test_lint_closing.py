"""What every workshop has alike: the closing cells, the keyboard's card, the guide's page."""

import pytest

from elloweb.content.lint import check_workshop
from small_kit import GUIDE, discovery_notebook, missions_notebook, nbgrader, write


def problems(kit):
    return [str(problem) for problem in check_workshop(kit, "essai")]


def cell(notebook, name):
    return next(cell for cell in notebook.cells if cell.id == name)


@pytest.mark.parametrize("name", ["aime", "servir", "marraine"])
def test_a_closing_cell_that_misses_is_told(kit, name):
    notebook = missions_notebook()
    notebook.cells = [one for one in notebook.cells if not one.id.startswith(name)]
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    found = problems(kit)
    assert any(f"la cellule « {name} » manque" in problem for problem in found)
    assert any(f"d'identifiant « {name}-titre »" in problem for problem in found)


def test_a_closing_cell_that_is_graded_or_has_another_title_is_told(kit):
    notebook = missions_notebook()
    cell(notebook, "aime").metadata.update(nbgrader("aime", solution=True, grade=True, points=1))
    cell(notebook, "servir-titre").source = "### À quoi bon ?"
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    found = problems(kit)
    assert any("cellule 10 : ce qu'elle écrit ici n'est jamais noté" in one for one in found)
    assert any("cellule 11 : le titre « ### À quoi ça pourrait me servir" in one for one in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Alt Gr + 3", "Alt Gr + 4", "son tableau n'est pas celui de facilitator_guide/clavier.md"),
        ("## Où se cachent", "## Où sont", "son titre n'est pas « ## Où se cachent les touches ?"),
    ],
)
def test_a_keyboard_card_that_differs_is_told(kit, old, new, says):
    notebook = discovery_notebook()
    card = cell(notebook, "clavier")
    assert old in card.source
    card.source = card.source.replace(old, new)
    write(notebook, kit.workshops / "essai" / "01_decouverte.ipynb")
    assert any(f"cellule 3 : {says}" in problem for problem in problems(kit))


def test_a_keyboard_card_that_misses_is_told_and_spaces_make_no_difference(kit):
    notebook = discovery_notebook()
    cell(notebook, "clavier").id = "touches"
    write(notebook, kit.workshops / "essai" / "01_decouverte.ipynb")
    assert any("la carte du clavier manque" in problem for problem in problems(kit))
    page = kit.guide / "clavier.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Alt Gr", "Alt\u00a0Gr"), "utf-8")
    write(discovery_notebook(), kit.workshops / "essai" / "01_decouverte.ipynb")
    assert problems(kit) == []


def test_a_guide_page_that_misses_or_lacks_a_section_is_told(kit):
    page = kit.guide_page("essai")
    page.write_text(GUIDE.replace("## Le matériel", "Le matériel"), encoding="utf-8")
    assert problems(kit) == [
        "facilitator_guide/ateliers/essai.md : le matériel manque. Ajoute cette partie, avec son "
        "titre."
    ]
    page.unlink()
    assert any("essai.md : cette page manque" in problem for problem in problems(kit))
