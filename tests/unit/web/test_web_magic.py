"""The `%%page` cell, in a notebook's shell without the notebook."""

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from elloweb.play import page
from elloweb.play.web import live
from elloweb.play.web.magic import install
from elloweb.play.web.page import Page


@pytest.fixture
def shell(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")  # no widget where nobody types
    InteractiveShell.clear_instance()
    shell = InteractiveShell.instance()
    shell.kernel = None  # as in a notebook: pages are shown, not printed
    shell.display_pub = CapturingDisplayPublisher(parent=shell)
    install(shell)
    yield shell
    InteractiveShell.clear_instance()


def run(shell, source):
    shell.display_pub.outputs.clear()
    return shell.run_cell(source, store_history=True)


def test_a_cell_makes_a_page_and_shows_it(shell):
    assert run(shell, "%%page\n<h1>Un</h1>\n").success
    assert isinstance(shell.user_ns["ma_page"], Page)
    assert shell.user_ns["ma_page"].texte("h1") == "Un"
    [output] = shell.display_pub.outputs
    assert "<iframe" in output["data"]["text/html"]
    assert "Lance la cellule" in output["data"]["text/html"]
    assert "titre de niveau 1" in output["data"]["text/plain"]


def test_a_name_and_a_height_may_follow(shell):
    assert run(shell, "%%page fete 500\n<p>Un</p>").success
    assert shell.user_ns["fete"].hauteur == 500
    assert run(shell, "%%page 200\n<p>Un</p>").success
    assert shell.user_ns["ma_page"].hauteur == 200


def test_lines_are_numbered_as_in_the_cell(shell):
    run(shell, "%%page\n<h7>Un</h7>")
    assert shell.user_ns["ma_page"].fautes()[0].startswith("Ligne 2")


def test_an_empty_cell_is_an_empty_page(shell):
    assert run(shell, "%%page").success
    assert shell.user_ns["ma_page"].html.strip() == ""
    assert run(shell, "\n%%page fete\n").success
    assert repr(shell.user_ns["fete"]) == "Page fete\u00a0: vide pour le moment."


def test_one_sign_for_two_is_understood(shell):
    assert run(shell, "%page fete\n<h1>Un</h1>").success
    assert shell.user_ns["fete"].compte("h1") == 1


@pytest.mark.parametrize("line", ["%% page fete", "%%Page fete", "%%%page fete", " %%page fete"])
def test_the_line_typed_otherwise_is_understood(shell, line):
    assert run(shell, f"{line}\n<style>h1 {{ color: navy; }}</style>\n<h1>Un</h1>").success
    assert shell.user_ns["fete"].style("h1", "color") == "navy"


@pytest.mark.parametrize("text", ["<h1>Un</h1>", "\n  <style>\n  </style>\n", "<!doctype html>"])
def test_a_page_without_its_first_line_is_told_so_in_french(shell, capsys, text):
    assert not run(shell, text).success
    said = capsys.readouterr()
    assert "Il manque la première ligne" in said.out + said.err
    assert "Traceback" not in said.out + said.err


def test_other_cells_are_left_alone(shell):
    assert run(shell, "").success
    assert run(shell, "1 + 1").result == 2
    assert run(shell, "2 \\\n<3").result is True
    assert run(shell, 'text = """\n<p>Un</p>\n"""').success
    assert run(shell, "%pwd").success


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("%%page ma page", "seulement un nom"),
        ("%%page ma-page", "ne peut pas nommer une page"),
        ("%%page 2page", "ne peut pas nommer une page"),
        ("%%page for", "sert déjà à autre chose"),
        ("%%page print", "sert déjà à autre chose"),
        ("%%page page", "sert déjà à autre chose"),
        ("%%page a 5", "entre 120 et 1200"),
        ("%%page a 99999999999999999999", "entre 120 et 1200"),
        ("%%page a 300 b", "seulement un nom"),
    ],
)
def test_a_line_that_cannot_be_followed_says_so_in_french_and_no_more(shell, capsys, line, says):
    run(shell, "from elloweb.play import page")
    result = run(shell, f"{line}\n<p>Un</p>")
    assert not result.success
    said = capsys.readouterr()
    assert says in said.out + said.err
    assert "Traceback" not in said.out + said.err
    assert shell.display_pub.outputs == []


def test_a_page_may_take_the_place_of_an_older_one_or_of_a_value(shell):
    run(shell, "ma_page = 3")
    assert run(shell, "%%page\n<p>Un</p>").success
    assert run(shell, "%%page\n<p>Deux</p>").success
    assert shell.user_ns["ma_page"].texte("p") == "Deux"


def test_installing_again_changes_nothing_and_leaves_ipythons_own_line_command(shell):
    before = shell.magics_manager.magics["cell"]["page"]
    install(shell)
    install(None)
    assert shell.magics_manager.magics["cell"]["page"] is before
    assert "page" in shell.magics_manager.magics["line"]


def test_in_a_terminal_the_page_is_told_in_words(shell, capsys):
    del shell.kernel
    run(shell, "%%page\n<h1>Un</h1>")
    assert "titre de niveau 1" in capsys.readouterr().out
    assert shell.display_pub.outputs == []


@pytest.mark.parametrize(
    "content",
    [None, 3, "x", [], {}, {"cell": 3}, {"cell": "print(1)"}, {"cell": "%%page\n" + "x" * 400_000}],
)
def test_what_comes_from_the_front_end_and_is_no_page_gets_no_answer(content):
    assert live.preview_of(page(""), content) is None


def test_the_live_preview_is_the_one_that_running_the_cell_would_show():
    typed = {"cell": "%%page ma_page\n<h1>Un</h1>\n"}
    assert live.preview_of(page(""), typed) == page("<h1>Un</h1>\n").apercu()
