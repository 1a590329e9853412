"""A function that a cell shows, or that a check finds, where what it gives was wanted."""

import pytest
from notebook_shell import NotebookShell

from elloweb.learn.values import almost, show
from elloweb.play import cesar

_START = """from elloweb.play import cesar, page
import random
liste = [1]
ma_page = page("<h1>Bonjour</h1>")
def salue():
    return "Bonjour"
"""

CASES = {
    "cesar": (
        "`cesar` est une fonction : il manque ses parenthèses.",
        "Écris `cesar(texte, cle)`, avec tes valeurs entre les parenthèses.",
    ),
    "annonce_claire = cesar\nannonce_claire": (
        "`annonce_claire` est la fonction `cesar`, et non ce qu'elle donne : il manque ses "
        "parenthèses.",
        "Écris `cesar(texte, cle)`, avec tes valeurs entre les parenthèses.",
    ),
    "salue": ("`salue` est une fonction", "Écris `salue()`, même sans rien entre les parenthèses."),
    "ma_page.ecoute": ("`ma_page.ecoute` est une fonction", "Écris `ma_page.ecoute()`"),
    "liste.append": ("`liste.append` est une fonction", "Écris `liste.append(…)`"),
    "len": ("`len` est une fonction", "Écris `len(…)`"),
    "random.randint": ("`random.randint` est une fonction", "Écris `random.randint(…)`"),
    "[len][0]": ("`len` est une fonction", "Écris `len(…)`"),
}


@pytest.fixture
def shell():
    shell = NotebookShell()
    shell.run(_START)
    yield shell
    shell.close()


@pytest.mark.parametrize("source", CASES)
def test_a_function_as_the_last_value_is_told_to_lack_its_brackets(shell, source):
    shown = shell.run(source).stream.replace("\u00a0", " ").replace("\u202f", " ")
    for sentence in CASES[source]:
        assert sentence in shown
    assert "<function" not in shown
    assert "<bound" not in shown


def test_the_same_stands_on_a_card_in_a_notebook(shell):
    form, _ = shell.shell.display_formatter.format(cesar)
    assert "il manque ses parenthèses" in form["text/html"]
    assert "<code>cesar(texte, cle)</code>" in form["text/html"]


def test_other_values_are_shown_as_ever(shell):
    assert "Out[2]: 3" in shell.run("1 + 2").stream
    assert "[<function" not in shell.run("[cesar, 1]").stream
    assert "cesar" in shell.run("[cesar, 1]").stream
    assert "int" in shell.run("int").stream


def test_a_function_with_a_strange_name_is_shown_all_the_same(shell):
    shown = shell.run("def f(): pass\nf.__name__ = '<b>`x`'\nf").stream
    assert "`f` est une fonction" in shown
    assert "Écris `f()`" in shown


def test_a_check_tells_it_too():
    assert show(cesar) == "la fonction cesar"
    remark = almost(cesar, "Le robot")
    assert remark == "Il manque ses parenthèses : écris `cesar(texte, cle)`."
    assert almost("Le robot".upper, "LE ROBOT") == "Il manque ses parenthèses : écris `upper(…)`."
    assert almost(cesar, len) is None
