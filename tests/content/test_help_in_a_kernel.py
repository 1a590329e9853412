"""The help in a real kernel: the error is recorded as ever, and the card comes after it."""

import json

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from elloweb.grading.execute import first_error, run_notebook

INSTALL = "from elloweb.learn.help import install\ninstall(get_ipython())"


def run(folder, *sources):
    """Return what each cell showed, the first one aside."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in (INSTALL, *sources)])
    return run_notebook(notebook, folder)


CELLS = {
    "prix = 3\nprint(pirx)": ("NameError", "name 'pirx' is not defined", "`prix`"),
    "print('bonjour'": ("SyntaxError", "incomplete input", "parenthèse"),
    "if True:\n    x = 1\n  y = 2": ("IndentationError", "unindent", "décalage"),
    "def f(n):\n    return f(n)\nf(1)": ("RecursionError", "recursion", "sans fin"),
    "import os, signal\nwhile True:\n    os.kill(os.getpid(), signal.SIGINT)": (
        "KeyboardInterrupt",
        "",
        "à la main",
    ),
    "import asyncio\nawait asyncio.sleep(0)\n1 / 0": (
        "ZeroDivisionError",
        "division by zero",
        "division par zéro",
    ),
}


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    return run(tmp_path_factory.mktemp("notebook"), *CELLS, "print('la suite')")


@pytest.mark.parametrize("index", range(len(CELLS)), ids=list(CELLS))
def test_the_error_is_recorded_and_the_card_follows(executed, index):
    source, (name, message, cause) = list(CELLS.items())[index]
    outputs = executed.cells[index + 1].outputs
    assert [output.output_type for output in outputs] == ["error", "display_data"], source
    error, card = outputs
    assert error.ename == name
    assert message in error.evalue
    assert len(error.traceback) == 1
    assert error.traceback[0].startswith("La cellule s'est arrêtée")
    assert cause in card.data["text/plain"]
    assert "À essayer" in card.data["text/html"]


def test_an_error_that_cannot_tell_its_message_is_recorded_too(tmp_path):
    source = "class A(Exception):\n    def __str__(self):\n        return 1\nraise A"
    executed = run(tmp_path, source, "print('la suite')")
    outputs = executed.cells[1].outputs
    assert outputs[0].ename == "A"
    assert outputs[-1].output_type == "display_data"
    assert executed.cells[2].outputs[0].text == "la suite\n"


def test_the_notebook_goes_on(executed):
    assert executed.cells[-1].outputs[0].text == "la suite\n"
    assert first_error(executed) == (1, "NameError: name 'pirx' is not defined")


def test_a_name_of_a_cell_not_run_yet_is_found_in_the_notebook(tmp_path, monkeypatch):
    saved = tmp_path / "missions.ipynb"
    cells = ["# les prix\nprix = [\n  3, 4\n]", "print(prix)"]
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    saved.write_text(json.dumps(notebook))
    monkeypatch.setenv("JPY_SESSION_NAME", str(saved))
    card = run(tmp_path, "print(prix)").cells[1].outputs[1].data["text/plain"]
    assert "`prix` est créé dans une autre cellule, celle qui commence par `prix = [`." in card
    assert "Lance-la d'abord, puis reviens ici." in card
