"""What a failed cell shows, and what stays as it was; hostile errors; grading; the terminal."""

import html
import re
import subprocess
import sys

import pytest
from notebook_shell import NotebookShell

from elloweb.learn.help import install

HOSTILE = {
    "a message that fails": """
class Piege(Exception):
    def __str__(self): raise RuntimeError("non")
raise Piege("x")
""",
    "a message that exits": """
class Piege(Exception):
    def __str__(self): raise SystemExit
raise Piege("x")
""",
    "a message that is no text": """
class Piege(Exception):
    def __str__(self): return 3
raise Piege("x")
""",
    "properties that fail": """
class Piege(NameError):
    @property
    def name(self): raise ValueError("non")
    @property
    def __traceback__(self): raise ValueError("non")
raise Piege("name 'x' is not defined")
""",
    "a name that is no text": """
class Piege(AttributeError):
    name = 3
    obj = property(lambda self: 1 / 0)
raise Piege("'list' object has no attribute 'x'")
""",
    "a class with an odd name": """
raise type("<b>Piège</b>", (Exception,), {})("<script>alert(1)</script>")
""",
    "a key that lies": """
class Cle(str):
    def __repr__(self): raise ValueError("non")
    def __eq__(self, other): raise ValueError("non")
    __hash__ = str.__hash__
{}[Cle("a")]
""",
    "a value that lies about its class": """
class Faux:
    @property
    def __class__(self): raise ValueError("non")
    def __getattr__(self, name): raise KeyError(name)
Faux()()
""",
    "a very long message": "raise ValueError('x' * 10**6)",
    "a message full of signs": "raise ValueError('`<b>« \\x1b[31m \\x00 » {0} %s')",
}


@pytest.fixture
def shell():
    shell = NotebookShell()
    yield shell
    shell.close()


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_error_never_breaks_the_help_nor_hides(shell, source):
    shown = shell.run(source)
    assert shown.failure is not None
    assert "À essayer" in shown.html or "Traceback" in shown.stream
    assert len(shown.html) < 60_000
    assert "<script" not in shown.html
    assert "<b>" not in shown.html
    assert not shell.run("x = 1").stream


def test_an_error_that_thinks_for_ever_is_not_waited_for(shell, monkeypatch):
    monkeypatch.setattr("elloweb.learn.help.explanation.SECONDS", 0.2)
    shown = shell.run(
        "class Piege(Exception):\n"
        "    fois = 0\n"
        "    def __str__(self):\n"
        "        Piege.fois += 1\n"
        "        while Piege.fois == 2:\n"
        "            pass\n"
        "        return 'x'\n"
        "raise Piege"
    )
    assert shown.error == "Piege"
    assert shown.stream.strip()


def test_what_breaks_in_the_help_leaves_the_usual_traceback(shell, monkeypatch):
    monkeypatch.delattr("elloweb.learn.help.card.announcement")
    shown = shell.run("1 / 0")
    assert "ZeroDivisionError" in shown.stream
    assert "Traceback" in shown.stream
    assert shown.plain == ""


def test_installing_twice_shows_one_card(shell):
    install(shell.shell)
    install(shell.shell)
    shown = shell.run("1 / 0")
    assert len(shell.publisher.outputs) == 1
    assert shown.stream.count("La cellule") == 1


def test_without_a_shell_nothing_happens():
    assert install(None) is None


def test_a_cell_without_error_shows_nothing_more(shell):
    shown = shell.run("x = 1")
    assert (shown.stream, shown.plain) == ("", "")


def test_the_usual_traceback_is_still_there_for_who_asks(shell):
    shell.run("1 / 0")
    shown = shell.run("%tb")
    assert "ZeroDivisionError" in shown.stream
    assert "----> 1" in re.sub(r"\x1b\[[0-9;]*m", "", shown.stream)


def test_the_technical_text_is_folded_away_without_colours(shell):
    shown = shell.run("def f():\n    return 1 / 0\nf()")
    folded = shown.html.partition("<details")[2]
    assert "ZeroDivisionError: division by zero" in folded
    assert "\x1b" not in shown.html + shown.plain
    assert "division by zero" not in shown.html.partition("<details")[0]


def test_while_grading_no_line_of_a_check_is_shown(shell, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    shown = shell.run("x = 1\nassert x == 'le secret'")
    assert shown.error == "AssertionError"
    assert "secret" not in shown.html + shown.plain + shown.stream
    assert "ligne 2" in shown.stream


def test_a_terminal_gets_the_same_in_words(shell):
    del shell.shell.kernel
    shown = shell.run("prix = 3\nprint(pirx)")
    assert "Tu voulais sans doute écrire `prix`." in shown.stream
    assert "NameError: name 'pirx' is not defined" in shown.stream
    assert shown.plain == ""


def test_lines_count_as_in_her_editor(shell):
    shown = shell.run("\n\n\nx = 1\nprint(y_a)")
    assert "ligne 5" in shown.stream
    assert "print(y_a)" in shown.plain


def test_a_line_of_an_earlier_cell_is_told_by_its_number(shell):
    shell.run("x = 1")
    shell.run("\ndef inverse(x):\n    return 1 / x")
    shown = shell.run("inverse(0)")
    assert "Cellule [2], ligne 3\u00a0: return 1 / x" in shown.plain
    assert "la cellule [2]" in shown.stream


def test_a_cell_run_with_a_command_keeps_its_line(shell):
    shown = shell.run("%%time\nx = 1\n1 / 0")
    assert "division par zéro" in shown.plain


def test_our_own_sentence_is_the_explanation_and_her_line_is_shown(shell):
    shown = shell.run("from elloweb.play import barres\nbarres(['a'], [1, 2])")
    text = html.unescape(shown.html.partition("<details")[0])
    assert "Il en faut autant" in text
    assert "barres(['a'], [1, 2])" in text
    assert "raise" not in text
    assert "bars.py" not in text


def test_an_error_inside_another_library_is_told_at_her_line(shell):
    shown = shell.run("import json\njson.loads('{')")
    assert "`json`" in shown.plain
    assert "json.loads('{')" in shown.plain


def test_a_group_of_errors_is_no_wall_without_help(shell):
    shown = shell.run("raise ExceptionGroup('deux', [ValueError('a')])")
    assert shown.error == "ExceptionGroup"
    assert "À essayer" in shown.html


def test_a_display_that_fails_has_its_card_too(shell):
    shown = shell.run("class A:\n    def __repr__(self):\n        return 1 / 0\nA()")
    assert "division par zéro" in shown.plain


def test_the_help_costs_nothing_until_an_error_comes():
    code = (
        "import sys, time, IPython.core.interactiveshell, elloweb\n"
        "before = set(sys.modules)\n"
        "start = time.perf_counter()\n"
        "import elloweb.learn.help\n"
        "spent = time.perf_counter() - start\n"
        "new = sorted(m for m in set(sys.modules) - before)\n"
        "print(spent < 0.01, set(new) <= {'elloweb.learn', 'elloweb.learn.help'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True True"
