"""Markdown into Typst: what it becomes, and that no text of it is ever read as Typst."""

import io

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elloweb.content.paper.blocks import divide
from elloweb.content.paper.directives import typeset
from elloweb.content.paper.markdown import Typesetter
from elloweb.content.paper.typst import call, make_pdf, quoted

HOSTILE = [
    "#panic(1)",
    '"; #panic("non")',
    "\\",
    '\\"',
    "$x^2$ @nom <nom> = titre // note /* note",
    "#{ while true {} }",
    "*gras* _italique_ `code`",
    "\u0000\u0007\u200b\ufeff\ud7ff\ue000",
    "🎉 漢字 ﷽",
    "# \n\n- \n\n1. \n\n> \n\n||\n|-|\n||",
    "####### sept\n\n###### six",
    "![]() [](){} <b>gras</b> &lt; &#0;",
    "> " * 60 + "profond",
    "- " * 60 + "profond",
    "[x]: /y\n\n[x] ![x][x]",
]


def as_typst(markdown, folder):
    """Return *markdown* as Typst and the faults that were found in it."""
    setter = Typesetter(folder)
    return setter.markdown(markdown), setter.faults


def as_pdf(page, folder):
    """Return the PDF of *page*, directives included."""
    blocks, _ = divide(page)
    setter = Typesetter(folder)
    body = typeset(blocks, setter)
    document = call("document-of", f"title: {quoted('Essai')}", body)
    return pypdf.PdfReader(io.BytesIO(make_pdf(document, setter.pictures)))


def words(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    ("markdown", "typst"),
    [
        ("Un **mot** et *un autre*.", 'para(seq("Un ", strong(box("mot")), " et ", emph('),
        ("`x = [1]`", 'para(raw("x = [1]"))'),
        ("```python\nx = 1\n```", 'code-of("x = 1")'),
        ("Nom : ______", 'para(seq("Nom : ", blank(13)))'),
        ("[ ] oui [ ] non", 'para(seq(tick-box, " oui ", tick-box, " non"))'),
        ("- [ ] oui\n- [ ] non", 'tick-list(para("oui"), para("non"))'),
        ("- un\n- [ ] non", 'list(para("un"), para(seq(tick-box, " non")))'),
        ("3. trois\n4. quatre", 'enum(start: 3, para("trois"), para("quatre"))'),
        ("> Dit-elle.", 'quote-of(para("Dit-elle."))'),
        ("un  \ndeux\ntrois", 'para(seq("un", linebreak(), "deux", " ", "trois"))'),
        ("Un [site](https://ensai.fr/) sûr", '"site", " (ensai.fr/)"'),
        ("<https://ensai.fr>", 'para("https://ensai.fr")'),
        ('Un "mot" \\\\ #non', 'para("Un \\"mot\\" \\\\ #non")'),
        ("<b>gras</b>", 'para("<b>gras</b>")'),
        ("***", "rule-of()"),
        ("| a | b |\n|---|--:|\n| 1 | 2 |", '(left, right, ), ("a", "b", ), ("1", "2", ))'),
    ],
)
def test_markdown_becomes_typst(markdown, typst, tmp_path):
    made, faults = as_typst(markdown, tmp_path)
    assert typst in made
    assert faults == []


def test_a_heading_is_never_more_than_one_level_below_the_last(tmp_path):
    made, _ = as_typst("### Un\n\n#### Deux\n\n# Trois\n\n## Quatre", tmp_path)
    levels = [int(part[0]) for part in made.split("heading-of(")[1:]]
    assert levels == [1, 2, 1, 2]


def test_short_bold_words_stay_on_one_line_and_long_ones_may_break(tmp_path):
    made, _ = as_typst("**Alt Gr + 5** et **toute une phrase qui a besoin de place**", tmp_path)
    assert made.count("box(") == 1


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("![](a.svg)", "n'a pas de texte de remplacement"),
        ("![Un plan](b.svg)", "n'existe pas"),
        ("![Un plan](a.gif)", "n'est pas un dessin que l'on sait imprimer"),
        ("![Un plan](../a.svg)", "est rangée ailleurs"),
        ("![Un plan](faux.svg)", "ne peut pas être lue"),
        ("![Un plan](faux.png)", "ne peut pas être lue"),
        ("Bravo 🎉", "le signe « 🎉 » (U+1F389) ne s'imprime pas"),
        ("`🎉`", "ne s'imprime pas"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_line(markdown, says, tmp_path):
    folder = tmp_path / "atelier"
    folder.mkdir()
    for place in (tmp_path / "a.svg", folder / "a.svg"):
        place.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    for name in ("faux.svg", "faux.png"):
        (folder / name).write_text("<svg")
    setter = Typesetter(folder)
    setter.markdown(f"# Titre\n\n{markdown}", line=7)
    (fault,) = setter.faults
    assert fault.line == 9
    assert says in fault.fault


def test_a_picture_is_printed_with_its_words_and_its_caption(tmp_path):
    (tmp_path / "plan.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">'
        '<rect width="9" height="9"/></svg>'
    )
    made, faults = as_typst('![Un plan](plan.svg "La cour")', tmp_path)
    assert (made, faults) == ('picture("picture-1.svg", "Un plan", "La cour")', [])
    assert "La cour" in words(as_pdf('# Un\n\n![Un plan](plan.svg "La cour")', tmp_path))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_makes_a_document_like_any_other(text, tmp_path):
    assert as_pdf(text, tmp_path).pages
    assert as_pdf(f"::: cadre {text.splitlines()[0]}\n{text}\n:::", tmp_path).pages


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_makes_a_document(tmp_path_factory, text):
    assert as_pdf(text, tmp_path_factory.getbasetemp()).pages


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40))
def test_code_is_printed_letter_by_letter(tmp_path_factory, text):
    reader = as_pdf(f"~~~~~~~~~\n{text}\n~~~~~~~~~", tmp_path_factory.getbasetemp())
    printed = "".join(reader.pages[0].extract_text().split("page 1 sur 1")[0].split())
    assert text.replace(" ", "") in printed
