"""The contrast of two colours: the numbers of WCAG 2.2, and what they mean."""

import re

import pytest

from elloweb.play import contraste
from elloweb.play.web import colours


@pytest.mark.parametrize(
    ("text", "ground", "ratio", "level"),
    [
        ("#000", "#fff", 21.0, "AAA"),
        ("white", "black", 21.0, "AAA"),
        ("#fff", "#fff", 1.0, "insuffisant"),
        ("#767676", "#fff", 4.54, "AA"),
        ("#777", "#fff", 4.48, "AA grand texte"),
        ("#595959", "#fff", 7.0, "AAA"),
        ("#949494", "#fff", 3.03, "AA grand texte"),
        ("#959595", "#fff", 2.99, "insuffisant"),
        ("#f00", "#fff", 4.0, "AA grand texte"),
        ("#fff", "navy", 16.01, "AAA"),
        ("hsl(0, 100%, 50%)", "rgb(255, 255, 255)", 4.0, "AA grand texte"),
        ("rgb(0 0 0 / 50%)", "#fff", 3.98, "AA grand texte"),
        ("#000", "rgba(0, 0, 0, 0)", 21.0, "AAA"),
    ],
)
def test_known_pairs_have_their_known_ratio(text, ground, ratio, level):
    found = contraste(text, ground)
    assert (found.rapport, found.niveau) == (ratio, level)
    assert found.suffisant is found.lisible is (ratio >= 4.5)


def test_the_order_of_two_opaque_colours_does_not_matter():
    assert contraste("teal", "ivory").rapport == contraste("ivory", "teal").rapport


def test_a_ratio_is_never_rounded_up_to_a_threshold_that_it_misses():
    # 4.49977 exactly; 4.5 would be a promise.
    found = contraste("rgb(118.66, 118.66, 118.66)", "#fff")
    assert found.rapport == 4.49
    assert not found.suffisant


@pytest.mark.parametrize(
    ("colour", "says"),
    [
        ("bleu", "« bleu » n'est pas une couleur. Voulais-tu écrire `blue` ?"),
        ("bleu marine", "`navy`"),
        ("blu", "`blue`"),
        ("turquoize", "`turquoise`"),
        ("#12345", "3 ou 6 signes"),
        ("1f5fa8", "`#1f5fa8`"),
        ("zzzz", "un nom anglais comme `navy`"),
        ("", "un nom anglais"),
        ("currentcolor", "n'est pas une couleur"),
    ],
)
def test_what_is_no_colour_says_what_was_meant(colour, says):
    with pytest.raises(ValueError, match=re.escape(says)):
        contraste(colour, "#fff")


def test_every_colour_that_is_proposed_is_one():
    assert {name for name in colours.FRENCH.values() if colours.parse(name) is None} == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("or", "gold"),
        ("Bleu  Ciel", "skyblue"),
        ("vert fonce", "darkgreen"),
        ("jaune clair", "lightyellow"),
        ("bleu-nuit", "midnightblue"),
        ("dark orange", "darkorange"),
        ("bleu_marine", "navy"),
    ],
)
def test_a_colour_in_french_or_in_two_words_is_known(text, name):
    assert colours.meant(text) == name


def test_a_number_is_no_colour():
    with pytest.raises(TypeError, match="entre guillemets"):
        contraste(0, "#fff")


def test_the_card_shows_both_colours_and_says_all_of_it_in_words():
    bundle = contraste("#777", "white")._repr_mimebundle_()
    assert "color:#777777;background:#ffffff" in bundle["text/html"]
    for form in bundle.values():
        for words in ("4,48", "pas assez pour un texte", "4,5 pour un texte", "3 pour un grand"):
            assert words in form


@pytest.mark.parametrize(
    ("text", "ground", "says"),
    [
        ("rgb(118, 118, 118)", "white", "Ce gris sur blanc : 4,54. Assez pour un texte, même"),
        ("teal", "#ffffff", "`teal` sur blanc : 4,77. Assez pour un texte"),
        ("#777", "#fff", "Ce gris sur blanc : 4,48. Assez pour un grand titre, pas assez pour un"),
        ("khaki", "white", "`khaki` sur blanc : 1,28. Pas assez : beaucoup"),
        ("black", "#FFF", "Noir sur blanc : 21. Assez pour un texte, même petit : tout le monde"),
        ("rgb(0 0 0 / 50%)", "navy", "`rgb(0 0 0 / 50%)` sur `navy` : "),
    ],
)
def test_the_card_says_whether_it_is_enough_and_names_no_level(text, ground, says):
    said = repr(contraste(text, ground)).replace("\u00a0", " ")
    assert said.startswith(says)
    assert "AA" not in said
    assert "WCAG" not in said
    assert "Niveau" not in said


def test_colours_cannot_break_out_of_the_card():
    with pytest.raises(ValueError, match="n'est pas une couleur"):
        contraste('red"><script>', "#fff")
