"""Whatever is typed: a French sentence comes, at a line that exists, and nothing is raised."""

import linecache
import re
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_corpus import BLAME, ENGLISH

from elloweb.learn.help import card
from elloweb.learn.help.explanation import explain
from elloweb.learn.help.scan import scan, tokens
from elloweb.learn.help.scene import Cell

VALID = [
    "notes = [12, 15, 9]\ntotal = 0\nfor note in notes:\n    total = total + note\nprint(total)\n",
    "def moyenne(notes):\n    return sum(notes) / len(notes)\nprint(f'{moyenne([12, 14]):.1f}')\n",
    "age = 16\nif age >= 18:\n    print('majeure')\nelif age > 14:\n    print(\"c'est elle\")\n"
    "else:\n    print('collégienne')\n",
    "menu = {'pain': 2, 'lait': 3}\nfor produit, nombre in menu.items():\n    print(produit)\n",
    '"""Un texte\nsur deux lignes"""\nwhile True:\n    break\n',
]


class Shell:
    """As much of IPython's shell as the engine asks for."""

    class compile:  # noqa: N801
        @staticmethod
        def format_code_name(name):
            return ("Cell", "In[1]") if name == "<cellule>" else None

    user_ns: dict = {}  # noqa: RUF012


def failure(source):
    """Return the error of a text that Python cannot read; skip what it can."""
    linecache.cache["<cellule>"] = (len(source), None, source.splitlines(True), "<cellule>")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "<cellule>", "exec")
        except (SyntaxError, ValueError) as error:
            return error
    assume(False)
    return None


def check(source):
    explanation = explain(failure(source), shell=Shell(), current=Cell(1, source))
    assert len(explanation.sentence) > 30
    words = explanation.sentence.split("`")[::2]
    assert not ENGLISH.search(" ".join(words))
    assert not BLAME.search(" ".join(words))
    if explanation.place:
        assert 1 <= explanation.place.line <= len(re.split(r"\r\n|\r|\n", source))
    assert "À essayer" in card.html(explanation)
    assert card.text(explanation)
    return explanation


@st.composite
def slips(draw):
    """A valid snippet with one to three typing slips: a sign lost, doubled, moved or strange."""
    source = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(source) - 1))
        before, sign, after = source[:place], source[place], source[place + 1 :]
        source = draw(
            st.sampled_from(
                [
                    before + after,
                    before + sign * 2 + after,
                    before + after[:1] + sign + after[1:],
                    before + draw(st.sampled_from("«’×\u00a0\t=:('\"{%é2")) + after,
                ]
            )
        )
    return source


@settings(max_examples=100, deadline=None)
@given(slips())
def test_a_typing_slip_gets_a_french_sentence(source):
    check(source)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_at_all_gets_a_french_sentence(source):
    check(source)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("()[]{}\"'#\\ \nabf1,=:"), max_size=40))
def test_our_own_reader_never_fails_and_keeps_every_column(source):
    read = scan(source)
    assert [len(line) for line in read.masked] == [len(line) for line in read.lines]
    for line in read.masked:
        for token in tokens(line):
            assert line[token.start : token.end] == token.text


@pytest.mark.parametrize(
    "source", ["(" * 300, "x" * 50_000 + " y", "'" * 1001, "\\\n" * 5000 + "("]
)
def test_an_enormous_text_is_no_trouble(source):
    check(source)


def test_most_typing_slips_are_told_by_their_cause():
    named = total = 0
    for source in VALID:
        for place in range(len(source)):
            broken = source[:place] + source[place + 1 :]
            try:
                compile(broken, "<cellule>", "exec")
            except SyntaxError:
                total += 1
                named += "n'arrive pas à lire" not in check(broken).cause
    assert named / total > 0.9
