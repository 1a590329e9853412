"""The `%%page` cell, in a notebook's shell without the notebook."""

import nbformat
import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from elloweb.learn.help.hook import put_into
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


def run(shell, source, cell=None):
    shell.display_pub.outputs.clear()
    return shell.run_cell(source, store_history=True, cell_id=cell)


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """Save a notebook of these cells, by their ids, as the one around the shell."""

    def save(**sources):
        cells = [nbformat.v4.new_code_cell(text, id=name) for name, text in sources.items()]
        path = tmp_path / "carnet.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
        monkeypatch.setenv("JPY_SESSION_NAME", str(path))

    return save


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


def said_of_a_lost_line(shell, capsys, text, cell="une"):
    assert not run(shell, text, cell).success
    said = capsys.readouterr()
    return said.out + said.err


def test_a_lost_first_line_is_given_back_as_the_saved_notebook_has_it(shell, capsys, saved):
    saved(autre="%%page ma_page\n<p>a</p>", une="%%page accueil 220\n<h1>Un</h1>\n")
    said = said_of_a_lost_line(shell, capsys, "<h1>Un</h1>")
    assert "Ajoute tout en haut de la cellule\u00a0: `%%page accueil 220`" in said


def test_a_lost_first_line_is_known_from_an_earlier_run(shell, capsys):
    run(shell, "%%page accueil\n<h1>Un</h1>", "une")
    assert "`%%page accueil`" in said_of_a_lost_line(shell, capsys, "<h1>Un</h1>")


def test_a_lost_first_line_is_known_from_the_mission_below(shell, capsys, saved):
    saved(une="<h1>Un</h1>", check="m.attend('accueil.texte(\"h1\")', 1)", b="%%page b\n<p>a")
    assert "`%%page accueil`" in said_of_a_lost_line(shell, capsys, "<h1>Un</h1>")


@pytest.mark.parametrize("line", [None, "%%page ma_page 420"])
def test_a_page_whose_name_changed_is_not_judged_by_its_older_self(shell, saved, line):
    if line:  # a new kernel, and a notebook that was saved before the change or after it
        saved(une=f"{line}\n<h1>Un</h1>", suite="ma_page.enregistre()")
    else:
        run(shell, "%%page ma_page\n<h1>Un</h1>", "une")
    run(shell, "%%page chats 420\n<h1>Deux</h1>", "une")
    assert shell.user_ns["chats"].texte("h1") == "Deux"
    with pytest.raises(ValueError, match="s'appelle maintenant `chats`") as told:
        shell.user_ns["ma_page"].enregistre()
    assert told.value.step.startswith("Remets `%%page ma_page` en haut")
    assert "Remets %%page ma_page" in repr(shell.user_ns["ma_page"])


def test_a_page_that_was_saved_under_its_new_name_is_missed_by_what_asks_for_it(shell, saved):
    saved(une="%%page chats\n<h1>Un</h1>", check="attend(\"ma_page.texte('h1')\")")
    run(shell, "%%page chats\n<h1>Deux</h1>", "une")
    with pytest.raises(ValueError, match="s'appelle maintenant `chats`"):
        shell.user_ns["ma_page"].fautes()


def test_the_old_name_put_back_is_the_page_again(shell):
    for name in ("ma_page", "chats", "chiens", "ma_page"):
        run(shell, f"%%page {name}\n<h1>{name}</h1>", "une")
    assert shell.user_ns["ma_page"].texte("h1") == "ma_page"
    assert not {"chats", "chiens"} & shell.user_ns.keys()


def test_a_name_that_another_cell_gives_its_page_stays_that_page(shell, saved):
    saved(une="%%page a\n<p>Un", deux="%%page a\n<p>Deux", suite="a.fautes()\nb.fautes()")
    run(shell, "%%page a\n<p>Un", "une")
    run(shell, "%%page a\n<p>Deux", "deux")
    run(shell, "%%page b\n<p>Un", "une")
    assert shell.user_ns["a"].texte("p") == "Deux"


def test_two_pages_with_their_own_names_and_what_python_made_are_left_alone(shell, saved):
    saved(
        une="%%page a\n<p>Un",
        suite="a.fautes()\nautre.fautes()\nfaite.texte('p')",
        deux="%%page autre\n<p>Deux",
        trois="faite = page('<p>')",
    )
    run(shell, "%%page a\n<p>Un", "une")
    run(shell, "%%page autre\n<p>Deux", "deux")
    assert shell.user_ns["a"].texte("p") == "Un"
    assert "faite" not in shell.user_ns


def card(shell):
    return shell.display_pub.outputs[-1]["data"]["text/plain"].replace("\u00a0", " ")


def test_the_card_of_a_lost_first_line_quotes_her_own_line_and_says_what_to_add(shell, monkeypatch):
    put_into(shell)
    run(shell, "%%page accueil\n<style>\n</style>\n<h1>Un</h1>", "une")
    monkeypatch.delenv("NBGRADER_EXECUTION")  # while it grades, no line of code is quoted
    run(shell, "<style>\n</style>\n<h1>Un</h1>", "une")
    said = card(shell).split("Le texte technique")[0]
    assert "Ligne 1 : <style>" in said
    assert "À essayer : Ajoute tout en haut de la cellule" in said
    assert "get_ipython" not in said
    assert "Change la première ligne" not in said


def test_the_card_of_a_renamed_page_says_which_line_to_put_back(shell, monkeypatch):
    put_into(shell)
    run(shell, "%%page ma_page\n<h1>Un</h1>", "une")
    run(shell, "%%page chats\n<h1>Un</h1>", "une")
    run(shell, "ma_page.enregistre()")
    assert "Cette page s'appelle maintenant `chats`" in card(shell)
    assert "À essayer : Remets `%%page ma_page` en haut de sa cellule" in card(shell)
    monkeypatch.delenv("NBGRADER_EXECUTION")
    run(shell, "%%page ma page\n<h1>Un</h1>")
    assert "Ligne 1 : %%page ma page" in card(shell)
    assert "À essayer : Change la première ligne" in card(shell)


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
    assert live.preview_of(page(""), content) == {}


def test_the_live_preview_is_the_one_that_running_the_cell_would_show():
    typed = {"cell": "%%page ma_page\n<h1>Un</h1>\n"}
    ran = page("<h1>Un</h1>\n")
    assert live.preview_of(page(""), typed) == {"document": ran.apercu(), "counted": repr(ran)}
