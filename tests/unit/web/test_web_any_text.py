"""Whatever is typed, half a tag or a stray sign, nothing of ours raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elloweb.play import page
from elloweb.play.web import markup, preview

SIGNS = """< > </ /> " ' = & &amp ; <!-- --> <! <![ ]]> <? h1 p li ul style img a table td tr svg
    script title <p> </p> <h1> <ul> <li> <style> </style> <b> <i> </b> </i> <table> href src alt
    class style= color { } : var(--a) --a @media !important #f00 bleu 20 px Bonjour é “ <meta <link/
    <base>"""
PIECES = st.sampled_from([*SIGNS.split(), " ", "\n", "\r\n", "\0", "\U0001f600"])
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
# The first example pays for loading the parsers.
patiently = settings(deadline=None)


@patiently
@given(TEXTS)
def test_any_text_is_a_page_that_can_be_shown_checked_and_heard(text):
    made = page(text)
    assert isinstance(made.fautes(), list)
    assert isinstance(made.ecoute(), list)
    assert made.compte("*") >= 0
    made.style("p", "color")
    assert all(isinstance(form, str) for form in made._repr_mimebundle_().values())


@patiently
@given(TEXTS)
def test_the_policy_always_comes_first(text):
    document = page(text).apercu()
    assert document.startswith(preview._OUTER_HEAD)
    inside = document.removeprefix(preview._OUTER_HEAD)
    assert inside.startswith('<iframe sandbox="" title="Contenu de ma_page" srcdoc="')
    assert inside.count('"') == 6
    assert inside.count("<") == 2


@patiently
@given(TEXTS)
def test_the_pieces_of_a_text_are_all_of_it(text):
    tokens = markup.read(text)
    assert "".join(text[token.start : token.end] for token in tokens) == text
    for token in tokens:
        assert token.line == 1 + text.count("\n", 0, token.start)


@patiently
@given(st.text(max_size=60))
def test_any_selector_finds_something_or_says_why_in_french(selector):
    try:
        found = page("<p class='a'>Un</p>").compte(selector)
    except ValueError as error:
        found = str(error)
    assert "sélecteur" in found if isinstance(found, str) else found >= 0


@patiently
@given(TEXTS)
def test_any_css_is_read(css):
    made = page(f'<style>{css}</style><p style="{css}">Un</p>')
    made.fautes()
    made.style("p", "color")


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 3_000,
        "<style>" + "p{color:red;" * 3_000,
        "<style>" + "p{color:red;" * 3_000 + "</style><p>",
        '<p style="' + "({[" * 3_000 + '">',
        "<a b='" * 3_000,
        "<b><i></b></i>" * 1_000,
        "<" * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_an_absurd_page_costs_no_more_than_patience(text):
    made = page(text)
    made.fautes()
    made.style("p", "color")
    assert made.text()
