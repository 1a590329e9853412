"""`elloweb check` asks every family of rules, of every text that it should read."""

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from elloweb.content.lint import check_kit, check_workshop
from elloweb.files import write_whole
from small_kit import GUIDE, KERNEL, WORKSHOP, discovery_notebook, write


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Oui !", "1 espace(s) à mettre"),
        ("Un " + "très " * 30 + "long mot.", "une phrase de 33 mots"),
        ("Une variable.", "« variable » est un mot du métier"),
        ("C'est magique.", "un mot qui met à distance"),
        ("En 1858, elle entre.", "ce fait n'a pas de source"),
        ('<b style="color: navy">bleu</b>', "une couleur sans l'autre"),
        ("mot. " * 1500, "« 01_decouverte.ipynb » annonce 5 minutes"),
    ],
)
def test_each_family_reads_a_workshop(kit, text, says):
    notebook = discovery_notebook()
    notebook.cells.append(new_markdown_cell(text, id="texte"))
    write(notebook, kit.workshops / "essai" / "01_decouverte.ipynb")
    assert any(says in str(problem) for problem in check_workshop(kit, "essai"))


@pytest.mark.parametrize("name", ["papier.md", "../../facilitator_guide/ateliers/essai.md"])
def test_the_pages_of_a_workshop_are_read(kit, name):
    page = (kit.workshops / "essai" / name).resolve()
    page.write_text(f"{GUIDE}\nC'est magique !\n", encoding="utf-8")
    told = [str(one) for one in check_workshop(kit, "essai") if kit.relative(page) in one.place]
    assert any("1 espace(s)" in one for one in told)
    assert any("« magique »" in one for one in told)


def test_the_metadata_are_read(kit):
    path = kit.workshops / "essai" / "workshop.toml"
    path.write_text(WORKSHOP.replace("Deux petites missions", "Deux hackers"), encoding="utf-8")
    (told,) = check_workshop(kit, "essai")
    assert told.place == "workshops/essai/workshop.toml"
    assert "« hackers »" in told.fault


def test_the_other_pages_and_the_gallery_are_read(kit):
    (kit.guide / "atelier.md").write_text("C'est magique !\n", encoding="utf-8")
    gallery = kit.workshops / "_galerie" / "galerie.ipynb"
    gallery.parent.mkdir()
    notebook = new_notebook(metadata=KERNEL, cells=[new_markdown_cell("Oui !", id="oui")])
    write(notebook, gallery)
    write_whole(kit.workshops / "essai" / "01_decouverte.ipynb", gallery.read_bytes())
    assert [problem.place for problem in check_kit(kit)] == [
        "facilitator_guide/atelier.md, ligne 1",
        "facilitator_guide/atelier.md, ligne 1",
        "workshops/_galerie/galerie.ipynb, cellule 1",
    ]
