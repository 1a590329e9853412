"""Caesar's cipher: there and back, accents, and what it says of bad arguments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.play import cesar
from elloweb.play.cyber.ciphers import without_accents


@pytest.mark.parametrize(
    ("text", "key", "ciphered"),
    [
        ("Bonjour", 3, "Erqmrxu"),
        ("Erqmrxu", -3, "Bonjour"),
        ("xyz XYZ", 3, "abc ABC"),
        ("Où est l'œuf ? À 8 h, ça va !", 0, "Ou est l'oeuf ? A 8 h, ca va !"),
        ("Œuvre, Noël", 1, "PFvwsf, Opfm"),
        ("abc", 26, "abc"),
        ("3 + 4 = 7 €", 5, "3 + 4 = 7 €"),
        ("", 4, ""),
    ],
)
def test_each_letter_moves_and_all_else_stays(text, key, ciphered):
    assert cesar(text, key) == ciphered


@given(st.text(), st.integers(min_value=-(10**9), max_value=10**9))
def test_the_opposite_key_brings_the_text_back(text, key):
    assert cesar(cesar(text, key), -key) == without_accents(text)


@given(st.text())
def test_a_text_without_accents_has_none_to_lose(text):
    bare = without_accents(text)
    assert without_accents(bare) == bare


def test_an_accent_written_apart_goes_and_a_sign_that_is_no_letter_keeps_its_own():
    assert without_accents("e\u0301te\u0301") == "ete"
    assert without_accents("2 ≠ 3") == "2 ≠ 3"
    assert cesar("ωμέγα й", 3) == "ωμέγα й"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [((3, "Bonjour"), "un texte"), (("a", "3"), "nombre entier"), (("a", 1.5), "nombre entier")],
)
def test_what_cannot_be_ciphered_says_why_in_french(arguments, says):
    with pytest.raises(TypeError, match=says):
        cesar(*arguments)
