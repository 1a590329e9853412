"""The cell that creates a name, found in a file that may hold anything."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notebook_shell import NotebookShell

from elloweb.learn.help.notebook_cells import creator_of
from elloweb.learn.saved import PATH_VARIABLE


@pytest.fixture
def notebook(tmp_path, monkeypatch):
    """Write the notebook that the kernel is told to serve."""
    path = tmp_path / "carnet.ipynb"
    monkeypatch.setenv(PATH_VARIABLE, str(path))

    def write(*sources, kind="code"):
        cells = [
            {"cell_type": kind, "source": source, "id": f"cellule-{number}"}
            for number, source in enumerate(sources)
        ]
        path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
        return path

    return write


@pytest.fixture
def shell():
    shell = NotebookShell(xmode="Plain")
    yield shell
    shell.close()


@pytest.mark.parametrize(
    "source",
    [
        "prix = 3",
        "prix: float = 3",
        "for prix in [1]:\n    pass",
        "a, (b, prix) = 1, (2, 3)",
        "import prix",
        "import os as prix",
        "from elloweb import prix",
        "def prix():\n    pass",
        "class prix:\n    pass",
        "with open('x') as prix:\n    pass",
        "if True:\n    prix = 3",
        "%matplotlib inline\nprix = 3",
        ["prix", " = 3\n", "x = 1"],
    ],
)
def test_the_cell_that_creates_a_name_is_found(notebook, source):
    notebook("print(1)", source)
    assert creator_of("prix") is not None


@pytest.mark.parametrize(
    "source",
    [
        "print(prix)",
        "def f():\n    prix = 3",
        "[prix for prix in [1]]",
        "x = (",
        "%%time\nprix = 3",
    ],
)
def test_a_cell_that_only_uses_it_is_not(notebook, source):
    notebook(source)
    assert creator_of("prix") is None


def test_it_is_told_by_its_first_line_of_code(notebook):
    notebook("# les prix\n\nprix = [\n    3,\n]")
    assert creator_of("prix").line == "prix = ["


def test_a_folded_cell_is_told_by_its_title(notebook, shell):
    notebook("# ▶ Jouer avec le curseur\nprix = 3", "total = prix * 2")
    said = shell.run("total = prix * 2").plain.replace("\u00a0", " ").replace("\u202f", " ")
    assert "`prix` est créé dans la cellule « ▶ Jouer avec le curseur »." in said
    assert "Lance-la d'abord" in said


@pytest.mark.parametrize("source", ["mon_pari = plats", "x = 'a'\nparis = ['pain', plats]"])
def test_a_bare_word_that_a_later_cell_creates_may_be_a_text(notebook, shell, source):
    notebook(source, "plats = ['pain']")
    said = shell.run(source).plain
    assert 'écris `"plats"`' in said
    assert "lance d'abord la cellule" in said


def test_a_bare_word_that_a_cell_above_creates_is_that_cells(notebook, shell):
    notebook("plats = ['pain']", "mon_pari = plats")
    assert "Lance-la d'abord" in shell.run("mon_pari = plats").plain


SAVED = 'surnom = "lynx"\nprint("Enquête de", surnom)'


def told(shown):
    return shown.plain.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("cell_id", ["cellule-1", None])
def test_a_name_changed_in_its_own_cell_is_not_looked_for_elsewhere(notebook, shell, cell_id):
    notebook("x = 1", SAVED, "print(surnom)")
    said = told(shell.run(SAVED.replace('surnom = "lynx"', 'Lea = "lynx"'), cell_id))
    assert "`surnom` n'est plus créé dans cette cellule." in said
    assert "À gauche du signe `=`, remets `surnom` à la place de `Lea`." in said


def test_a_line_taken_out_of_its_own_cell_is_to_be_put_back(notebook, shell):
    notebook(SAVED)
    said = told(shell.run('print("Enquête de", surnom)'))
    assert "`surnom` n'est plus créé dans cette cellule." in said
    assert 'Remets la ligne `surnom = "lynx"`' in said


def test_another_cell_is_not_taken_for_her_own(notebook, shell):
    notebook(SAVED, 'print("Enquête de", surnom)')
    assert "Lance-la d'abord" in told(shell.run('print("Enquête de", surnom)', "cellule-1"))
    assert "Lance-la d'abord" in told(shell.run('print("Bonjour", surnom)'))


def test_a_cell_changed_since_it_was_saved_keeps_its_place(notebook, shell):
    notebook("mon_pari = 'a'", "plats = ['pain']")
    assert 'écris `"plats"`' in told(shell.run("mon_pari = plats", "cellule-0"))


def test_the_cell_that_has_just_run_is_left_out(notebook):
    notebook("prix = prix + 1")
    assert creator_of("prix", besides="prix = prix + 1\n") is None


def test_text_cells_create_nothing(notebook):
    notebook("prix = 3", kind="markdown")
    assert creator_of("prix") is None


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"3", b'{"cells": 3}', b'{"cells": [3]}', b'{"cells": [{}]}', b"\xff\xfe",
     b'{"cells": [{"cell_type": "code", "source": {"a": 1}}]}', b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_no_notebook_gives_no_answer(notebook, content):
    notebook().write_bytes(content)
    assert creator_of("prix") is None


def test_a_missing_file_a_folder_and_no_file_at_all_give_no_answer(notebook, monkeypatch, tmp_path):
    assert creator_of("prix") is None
    monkeypatch.setenv(PATH_VARIABLE, str(tmp_path))
    assert creator_of("prix") is None
    monkeypatch.delenv(PATH_VARIABLE)
    assert creator_of("prix") is None


def test_an_enormous_file_is_not_read(notebook):
    path = notebook("prix = 3")
    with path.open("ab") as file:
        file.write(b" " * 21_000_000)
    assert creator_of("prix") is None


def test_a_path_within_the_servers_folder_is_looked_for_beside_the_kernel(notebook, monkeypatch):
    path = notebook("prix = 3")
    monkeypatch.setenv(PATH_VARIABLE, "cours/carnet.ipynb")
    monkeypatch.chdir(path.parent)
    assert creator_of("prix").line == "prix = 3"


@settings(max_examples=50, deadline=None)
@given(st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(
    st.sampled_from(["cells", "cell_type", "source"]), x), max_leaves=8))  # fmt: skip
def test_any_json_at_all_raises_nothing(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "hypothesis.ipynb"
    path.write_text(json.dumps(content))
    before = os.environ.get(PATH_VARIABLE)
    os.environ[PATH_VARIABLE] = str(path)
    try:
        creator_of("prix")
    finally:
        del os.environ[PATH_VARIABLE]
        if before is not None:
            os.environ[PATH_VARIABLE] = before


@pytest.mark.parametrize("typed", ["Les Lucioles", "Bonjour", "Samedi, 20 h"])
def test_words_alone_in_the_cell_of_a_page_are_told_what_that_cell_has_lost(notebook, shell, typed):
    notebook("x = 1", "%%page accueil\n<h1>Titre à changer</h1>")
    said = told(shell.run(typed, "cellule-1"))
    assert "Ta page a perdu sa première ligne et ses balises" in said
    assert "Ctrl + Z" in said
    assert "Ta page" not in told(shell.run(typed, "cellule-0"))
