"""A check right after a cell that failed: the names hold the past, and the card must not."""

import pytest
from IPython.core.interactiveshell import InteractiveShell

from elloweb.learn import front
from elloweb.learn.outcome import Outcome

CHECK = """
from elloweb import mission
with mission("essai", ["Un.", "Deux.", "Trois."], bravo="Bravo.") as m:
    m.attend("x", 2, depart=0)
m.bilan()
"""


@pytest.fixture
def shell():
    """A notebook's shell, without the notebook."""
    shell = InteractiveShell.instance()
    shell.reset()
    shell.kernel = None  # as in a notebook: cards are shown, not printed
    front._after_failure = -1
    yield shell
    InteractiveShell.clear_instance()


def run(shell, source):
    return shell.run_cell(source, store_history=True).result


def test_what_an_earlier_run_left_is_not_praised(shell, capsys):
    run(shell, "x = 2")
    assert run(shell, CHECK).outcome is Outcome.PASSED
    run(shell, "x = 2\n1 / 0")
    report = run(shell, CHECK)
    assert report.hints == ()
    shown = report._repr_mimebundle_()["text/html"]
    assert "Mission réussie" not in shown
    assert "Bravo" not in shown
    assert "Ta cellule s'est arrêtée sur une erreur" in shown
    assert "une carte dit" in shown


def test_a_cell_that_python_cannot_read_failed_too(shell, capsys):
    run(shell, "x = 0")
    run(shell, "x = (")
    assert run(shell, CHECK).stopped


def test_checking_twice_after_a_failure_says_it_twice(shell, capsys):
    run(shell, "x = 0")
    run(shell, "oups")
    assert [run(shell, CHECK).stopped for _ in range(3)] == [True] * 3
    run(shell, "x = 1")
    assert [run(shell, CHECK).stopped for _ in range(2)] == [False] * 2


def test_a_right_answer_keeps_its_points_when_its_cell_fails_later_on(shell, capsys):
    run(shell, "x = 2\nprint(oups)")
    report = run(shell, CHECK)
    assert report.stopped
    assert report.outcome is Outcome.PASSED
    assert repr(report) == "1"
