"""`elloweb print`: what it writes, and what it says when it cannot."""

import pytest

from elloweb.cli import main


@pytest.fixture
def in_kit(kit, monkeypatch, tmp_path):
    """The small kit, and a folder beside it to print in."""
    monkeypatch.chdir(kit.root)
    return kit


def run(capsys, *arguments):
    status = main(["print", *map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_it_writes_a_pdf_named_after_the_workshop_and_says_how_to_print_it(capsys, in_kit):
    status, out, err = run(capsys, "essai")
    assert (status, err) == (0, "")
    assert out.startswith("essai-papier.pdf est prêt")
    assert (in_kit.root / "essai-papier.pdf").read_bytes().startswith(b"%PDF-")


def test_it_writes_where_it_is_told_and_again_over_an_older_one(capsys, in_kit, tmp_path):
    target = tmp_path / "à imprimer" / "feuilles.pdf"
    for _ in range(2):
        assert run(capsys, "essai", "--to", target)[0] == 0
    assert [path.name for path in target.parent.iterdir()] == ["feuilles.pdf"]


def test_an_unknown_workshop_is_told_with_the_known_ones(capsys, in_kit):
    status, out, err = run(capsys, "essay")
    assert (status, out) == (1, "")
    assert "workshops/essay : cet atelier n'existe pas. Ateliers du kit : essai." in err


def test_every_fault_of_the_page_is_told_and_the_older_file_stays(capsys, in_kit):
    (in_kit.root / "essai-papier.pdf").write_text("hier")
    (in_kit.workshops / "essai" / "papier.md").write_text("::: ligne\n\n![Un plan](a.svg)\n")
    status, _, err = run(capsys, "essai")
    assert status == 1
    assert [line.split(" : ")[0] for line in err.splitlines()] == [
        "workshops/essai/papier.md, ligne 1",
        "workshops/essai/papier.md, ligne 3",
    ]
    assert (in_kit.root / "essai-papier.pdf").read_text() == "hier"


def test_a_place_that_cannot_be_written_is_told_in_french(capsys, in_kit, tmp_path):
    (tmp_path / "fichier").write_text("")
    for target in (tmp_path, tmp_path / "fichier" / "feuilles.pdf"):
        status, _, err = run(capsys, "essai", "--to", target)
        assert status == 1
        assert f"{target} : ce fichier ne peut pas être écrit" in err
        assert "--to" in err
    assert not list(tmp_path.parent.glob("*.pdf"))


def test_wrong_usage_ends_with_status_2(capsys, in_kit):
    status, _, err = run(capsys)
    assert status == 2
    assert "il manque l'argument ATELIER" in err
