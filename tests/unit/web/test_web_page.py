"""A page, asked by selector and rule."""

import pytest

from elloweb.play import page

FESTIVAL = page(
    """<style>
:root { --nuit: #10204a }
body { background: var(--nuit); color: white; font-family: Georgia, serif }
.carte { background-color: ivory; color: rgb(0 0 0 / 80%); margin: 1px 2px 3px }
#tete { color: gold }
p.carte { border: 1px solid red }
p { color: green !important }
a:hover { color: red }
@media print { h1 { color: black } }
h1, h2 { text-align: center }
h2 { COLOR: Tomato; color: pas-une-couleur }
</style>
<h1 id="tete">Mon
   <em>festival</em></h1>
<ul><li>samedi<li class="fort">dimanche</ul>
<p class="carte">Une <a href="a.html" title>page</a></p>
<h2 style="color: navy">Suite</h2>
<img src="chat.png" alt="Un chat">
"""
)


def test_elements_are_counted_by_selector_as_a_browser_would():
    assert FESTIVAL.compte("h1") == 1
    assert FESTIVAL.compte("ul > li") == 2
    assert FESTIVAL.compte("table") == 0
    assert FESTIVAL.compte("html > body > h1") == 1


def test_text_comes_with_single_spaces():
    assert FESTIVAL.texte("h1") == "Mon festival"
    assert FESTIVAL.textes("li") == ["samedi", "dimanche"]
    assert FESTIVAL.texte("table") is None


def test_attributes_are_read_as_text():
    assert FESTIVAL.attribut("a", "href") == "a.html"
    assert FESTIVAL.attribut("a", "TITLE") == ""
    assert FESTIVAL.attribut("li.fort", "class") == "fort"
    assert FESTIVAL.attribut("a", "target") is None
    assert FESTIVAL.attribut("table", "id") is None


@pytest.mark.parametrize(
    ("selector", "name", "value"),
    [
        ("h1", "color", "gold"),  # an id wins over the body's inherited colour
        ("h1 em", "color", "gold"),  # inherited
        ("li", "color", "white"),
        ("li", "font-family", "Georgia, serif"),
        ("li", "background-color", None),  # not inherited
        ("p", "color", "green"),  # !important wins over a class
        ("p", "border", "1px solid red"),
        ("p", "margin-left", "2px"),
        ("p", "margin-bottom", "3px"),
        ("body", "background-color", "#10204a"),  # through the shorthand and the variable
        ("h2", "color", "navy"),  # the style attribute wins
        ("h2", "text-align", "center"),
        ("a", "color", "#0000ee"),  # the browser's own, which inheritance does not pass
        ("h1", "inconnue", None),
        ("table", "color", None),
    ],
)
def test_the_cascade_gives_each_element_its_value(selector, name, value):
    assert FESTIVAL.style(selector, name) == value


@pytest.mark.parametrize(
    ("css", "value"),
    [
        ("p { color: red } p { color: blue }", "blue"),  # the later one
        ("p.a { color: red } p { color: blue }", "red"),  # the more specific one
        (".a.b { color: red } p.a { color: blue }", "red"),
        ("#i { color: red } .a.b.c { color: blue }", "red"),
        (":where(#i) { color: red } p { color: blue }", "blue"),
        (":is(#i, p) { color: red } .a { color: blue }", "red"),
        ("p:not(.z) { color: red } p { color: blue }", "red"),
        ("p:first-of-type { color: red } p { color: blue }", "red"),
        ("p::before { color: red } p { color: blue }", "blue"),
        ("p { color: red } p { color: bleu }", "red"),  # what is no colour is let go
        ("p { color: red; color: inherit }", "teal"),
        ("p { color: initial }", None),
        ("p { color: var(--rien, olive) }", "olive"),
        ("p { color: var(--rien) }", None),
        ("p { --a: var(--a); color: var(--a) }", None),
        ("@media screen { p { color: red } }", "red"),
        ("@media print { p { color: red } }", "teal"),
        ("p { color: red", "red"),
        ("p!! { color: red } p { color: blue }", "blue"),
    ],
)
def test_the_winner_among_several_rules(css, value):
    html = f'<style>body {{ color: teal }} {css}</style><p id="i" class="a b c">Un</p>'
    assert page(html).style("p", "color") == value


@pytest.mark.parametrize(
    ("html", "ratio"),
    [
        ("<p>Un</p>", 21.0),
        ("<style>p { color: #777 }</style><p>Un</p>", 4.48),
        ("<style>body { background: #000; color: #fff }</style><p>Un</p>", 21.0),
        ('<div style="background: navy"><p style="color: white">Un</p></div>', 16.01),
        ('<body style="background: black"><p style="background: #ffffff80">Un</p>', 5.32),
        ('<p style="color: currentcolor">Un</p>', 21.0),
    ],
)
def test_the_contrast_of_an_element_is_with_what_lies_behind_it(html, ratio):
    assert page(html).contraste("p").rapport == ratio


def test_a_link_has_the_browsers_blue_unless_a_rule_says_otherwise():
    assert page('<a href="#">Un</a>').contraste("a").rapport == 9.4
    assert page('<style>a { color: black }</style><a href="#">Un</a>').contraste("a").rapport == 21


def test_a_contrast_that_cannot_be_told_says_why_in_french():
    with pytest.raises(ValueError, match="Rien ne correspond à « table »"):
        FESTIVAL.contraste("table")
    with pytest.raises(ValueError, match="une image ou un dégradé"):
        page('<p style="background: linear-gradient(red, blue)">Un</p>').contraste("p")


@pytest.mark.parametrize(
    ("css", "says"),
    [
        ("h1 { color: or }", "`or` n'est pas une couleur. Voulais-tu écrire `gold`"),
        ("body { color: doré }", "`doré`"),
        ("h1 { color: gold; color: or }", "`or`"),
        ("body { background-color: bleu ciel } h1 { color: gold }", "`skyblue`"),
        ("body { background: bleu ciel } h1 { color: gold }", "`skyblue`"),
    ],
)
def test_no_contrast_is_given_for_a_colour_that_is_none(css, says):
    with pytest.raises(ValueError, match=says) as told:
        page(f"<style>{css}</style><h1>Un</h1>").contraste("h1")
    assert told.value.step.startswith("Change-la")


def test_a_colour_that_is_none_does_not_matter_where_another_one_counts():
    css = "body { color: or } h1 { color: bleu } #a { color: black }"
    assert page(f'<style>{css}</style><h1 id="a">Un</h1>').contraste("h1").rapport == 21


@pytest.mark.parametrize("selector", ["h1[", "<h1>", "", "::before", 3])
def test_what_is_no_selector_says_so_in_french(selector):
    with pytest.raises((ValueError, TypeError), match="sélecteur"):
        FESTIVAL.compte(selector)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((3,), "attend un texte"),
        (("", "ma page"), "sans espace"),
        (("", "ma_page", 5000), "entre 120 et 1200"),
        (("x" * 400_000,), "400000 signes"),
    ],
)
def test_what_cannot_be_a_page_says_why_in_french(arguments, says):
    with pytest.raises((ValueError, TypeError), match=says):
        page(*arguments)


def test_a_page_shows_a_frame_and_the_same_in_words():
    bundle = FESTIVAL._repr_mimebundle_()
    assert '<iframe sandbox="" title="Aperçu de ma_page"' in bundle["text/html"]
    assert "Page ma_page\u00a0: 2 titres, 1 paragraphe" in bundle["text/html"]
    assert "titre de niveau 1\u00a0: Mon festival" in bundle["text/plain"]


def test_a_page_is_short_in_words():
    assert repr(FESTIVAL) == (
        "Page ma_page\u00a0: 2 titres, 1 paragraphe, 1 liste, 1 image, 1 lien."
    )
    assert repr(page("")) == "Page ma_page\u00a0: vide pour le moment."


def test_only_the_first_remarks_stand_under_the_preview():
    shown = page("<h7></h7>\n" * 9).shown()
    assert shown.count("<li>") == 6
    assert "Et 4 autres" in shown


def test_what_is_heard_has_the_page_in_its_title():
    assert page("<p>Un").ecoute().title == "Ce qu'on entend dans la page ma_page"
