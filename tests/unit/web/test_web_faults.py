"""What is said of a page: every typical mistake by its words, and nothing of a page without any."""

from dataclasses import replace

import pytest
from faulty_pages import FAULTY_PAGES
from test_web_preview import PNG
from valid_pages import VALID_PAGES

from elloweb.play import page


def named(pages):
    return [pytest.param(*rest, id=name) for name, *rest in pages]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The folder of the notebook, with the pictures that the pages name."""
    monkeypatch.chdir(tmp_path)
    for name in ("chat.png", "harpe.svg", "a.png", "b.jpg", "c.gif", "d.webp"):
        (tmp_path / name).write_bytes(PNG)
    return tmp_path


@pytest.mark.parametrize(("html", "expected"), named(FAULTY_PAGES))
def test_each_typical_mistake_gets_its_own_sentence_and_no_other(html, expected):
    said = page(html).fautes()
    for words in expected:
        assert any(all(word in sentence for word in words) for sentence in said), said
    assert len(said) == len(expected), said


@pytest.mark.parametrize("html", named(VALID_PAGES))
def test_a_page_that_html_allows_has_no_fault(html):
    assert page(html[0] if isinstance(html, list) else html).fautes() == []


def test_a_picture_that_is_not_there_is_a_fault(folder):
    missing = page('<p>Un</p>\n<img src="hrape.svg" alt="Une harpe">')
    [said] = missing.fautes()
    assert said.startswith("Ligne 2")
    assert "je ne trouve pas l'image `hrape.svg`" in said
    assert "`harpe.svg`" in said
    assert page('<img src="harpe.svg" alt="Une harpe">').fautes() == []


def test_a_notebook_handed_in_without_its_pictures_is_not_at_fault_for_that(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert page('<img src="ailleurs.svg" alt="Une harpe">').fautes() == []


def test_the_corpus_is_large_enough_to_mean_something():
    assert len(FAULTY_PAGES) >= 25
    assert len(VALID_PAGES) >= 15


def test_faults_come_in_the_order_of_the_page_and_number_the_lines_of_the_cell():
    faulty = page("<p>Un</p>\n<h7>Deux</h7>\n<pp>Trois</pp>")
    assert [said[:7] for said in faulty.fautes()] == ["Ligne 2", "Ligne 3"]
    in_a_cell = replace(faulty, premiere_ligne=2)
    assert [said[:7] for said in in_a_cell.fautes()] == ["Ligne 3", "Ligne 4"]


@pytest.mark.parametrize(
    ("html", "says"),
    [
        ("<p>\n<h1>Un</h1>\n</p>", ("Ligne 4 : ", "`<h1>` (ligne 3)")),
        ('<p id="a">\n<p id="a">', ("Ligne 3 : ", "sert déjà ligne 2")),
    ],
)
def test_every_number_in_a_sentence_is_that_of_the_cell(html, says):
    [said] = replace(page(html), premiere_ligne=2).fautes()
    assert all(words in said for words in says)


def test_a_line_of_a_page_that_python_made_is_told_to_be_one():
    made = page("<h7>Un</h7>")
    assert made.fautes()[0].startswith("Ligne 1 de la page que Python a faite : ")
    assert replace(made, premiere_ligne=2).fautes()[0].startswith("Ligne 2 : ")


def test_a_name_left_in_quotes_shows_in_the_page_that_python_made_and_is_told():
    made = page("<ul><li> + concert + </li></ul>")
    [said] = made.fautes()
    assert "`concert` est resté entre les guillemets" in said
    assert replace(made, premiere_ligne=2).fautes() == []
    assert page("<p>1 + 2 + 3, C++</p>").fautes() == []


def test_line_numbers_inside_a_style_sheet_are_those_of_the_page():
    said = page("<p>Un</p>\n<style>\n\nh1 {\n  colr: red;\n}\n</style>").fautes()
    assert [sentence[:7] for sentence in said] == ["Ligne 5"]


def test_faults_show_as_a_list_in_html_and_in_words():
    said = page("<h7>a & b</h7>").fautes()
    bundle = said._repr_mimebundle_()
    assert "<code>&lt;h7&gt;</code>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("À regarder dans ma_page\u00a0:\n1. Ligne 1")


def test_no_fault_is_said_in_words_too():
    assert page("<p>Un</p>").fautes()._repr_mimebundle_()["text/plain"] == (
        "Rien à signaler dans ma_page."
    )
