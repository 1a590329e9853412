"""Spelling and grammar, as Grammalecte reads them."""

import sys

import pytest

from elloweb.cli import main
from elloweb.content.lint import proofread, spelling
from elloweb.content.lint.prose import plain
from elloweb.content.lint.words import load_table
from elloweb.errors import ElloWebError
from small_kit import GUIDE, discovery_notebook, missions_notebook, write


@pytest.fixture
def grammalecte():
    """Leave the test out, and say so, where the checker is not installed."""
    if not spelling.is_there():
        pytest.skip(spelling.MISSING)


def told(*texts, names=()):
    pairs = [(f"place {number}", plain(text)) for number, text in enumerate(texts, start=1)]
    return [str(problem) for problem in spelling.check(pairs, names)]


SLIPS = {
    "Change la celule.": "« celule » n'est pas dans le dictionnaire.",
    "Tu as lancés du code.": "Écris peut-être « lancé ».",
    "Elle a tester trois logiciels.": "Écris peut-être « testé ».",
    "Les fille mangent.": "Écris peut-être « filles ».",
    "C'est un bon idée.": "Accord de genre erroné",
    "Change le dans la cellule.": "Écris peut-être « Change-le ».",
    "Relis `sum`, puis les fille.": "Écris peut-être « filles ».",
}


@pytest.mark.usefixtures("grammalecte")
def test_a_slip_is_told_with_its_place_and_a_mend():
    problems = told("Tout va bien.", "", *SLIPS)
    for number, (problem, says) in enumerate(zip(problems, SLIPS.values(), strict=True), start=3):
        assert problem.startswith(f"place {number} : ")
        assert says in problem


@pytest.mark.usefixtures("grammalecte")
def test_what_is_right_is_not_told():
    right = [
        "Regarde les `for`, puis remplace `sum` par `len`.",
        "`barres(…)` dessine. La carte dit « barres(…) a reçu deux listes ».",
        "Le carnet 03_creation, le fichier reponses.json, l'adresse aide@club.example.",
        "Sources : revue.sesamath.net/spip.php?article607 et les adresses en .example.",
        "La colonne « Préparés » et le texte « Vendredi 12 juin ».",
        "Les éco-déléguées, une data scientist, un BUT, la touche ù, le code M1403.",
        "Qu'est-ce que c'est\u202f? À toi\u00a0: 9\u00a0kg, c'est ça\u202f!",
        "Des techniciennes réseau, au tableau, tous ensemble.",
    ]
    assert told(*right) == []


@pytest.mark.usefixtures("grammalecte")
def test_a_name_of_the_workshop_is_known_and_its_misspelling_is_not():
    assert told("Anne Canteaut chiffre.", names=["Anne Canteaut"]) == []
    assert "« Canteau »" in told("Anne Canteau chiffre.", names=["Anne Canteaut"])[0]


@pytest.mark.usefixtures("grammalecte")
def test_notebooks_messages_metadata_pages_and_sheets_are_read(kit):
    notebook = missions_notebook()
    notebook.cells[1].source += "\n\nLa premmière."
    notebook.cells[3].source = notebook.cells[3].source.replace("Trop tôt.", "La deuxièmme.")
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    discovery = discovery_notebook()
    discovery.cells[0].source += "  # la troissième"
    write(discovery, kit.workshops / "essai" / "01_decouverte.ipynb")
    metadata = kit.workshops / "essai" / "workshop.toml"
    text = metadata.read_text(encoding="utf-8")
    metadata.write_text(text.replace("petites missions", "quatrièmme missions"), encoding="utf-8")
    kit.guide_page("essai").write_text(GUIDE + "\nLa cinquièmme.\n", encoding="utf-8")
    (kit.workshops / "essai" / "papier.md").write_text("La sixièmme.\n", encoding="utf-8")
    (kit.guide / "clavier.md").write_text("La septièmme.\n", encoding="utf-8")
    found = {str(one).split(" n'est pas")[0] for one in proofread(kit, ["essai"], with_kit=True)}
    assert found == {
        "solutions/essai/02_missions.ipynb, cellule 2 : « premmière »",
        "solutions/essai/02_missions.ipynb, cellule 4 : « deuxièmme »",
        "workshops/essai/01_decouverte.ipynb, cellule 1 : « troissième »",
        "workshops/essai/workshop.toml : « quatrièmme »",
        f"facilitator_guide/ateliers/essai.md, ligne {GUIDE.count(chr(10)) + 2} : « cinquièmme »",
        "workshops/essai/papier.md, ligne 1 : « sixièmme »",
        "facilitator_guide/clavier.md, ligne 1 : « septièmme »",
    }
    kept = {str(one).split(" : ")[0] for one in proofread(kit, ["essai"], with_kit=False)}
    assert "facilitator_guide/clavier.md, ligne 1" not in kept


@pytest.mark.usefixtures("grammalecte")
def test_check_tells_the_slips(kit, capsys):
    kit.guide_page("essai").write_text(GUIDE + "\nLa cinquièmme.\n", encoding="utf-8")
    assert main(["check", "--quick", "--kit", str(kit.root)]) == 1
    assert "« cinquièmme » n'est pas dans le dictionnaire" in capsys.readouterr().err


def test_without_the_checker_one_sentence_says_so_and_the_rest_is_checked(
    kit, capsys, monkeypatch, tmp_path
):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["check", "--quick", "--kit", str(kit.root)]) == 0
    assert capsys.readouterr().err == f"{spelling.MISSING}\n"
    with pytest.raises(ElloWebError, match="il manque Grammalecte"):
        spelling.check([("ici", "Bonjour.")])


@pytest.mark.parametrize("answer", ["raise SystemExit(1)", "print('{')", "print('[]')"])
@pytest.mark.skipif(sys.platform == "win32", reason="il faut un programme qui se lance seul")
def test_a_checker_that_fails_is_one_sentence(monkeypatch, tmp_path, answer):
    program = tmp_path / spelling.PROGRAM
    program.write_text(f"#!{sys.executable}\n{answer}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ElloWebError, match="Grammalecte n'a pas répondu"):
        spelling.check([("ici", "Bonjour.")])


def test_every_rule_that_is_off_has_its_reason():
    for family in load_table("grammar.toml").values():
        assert all(reason.endswith(".") for reason in family.values())
