"""How often letters come: counted right, shown in a picture and in words."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elloweb.play import frequences, lettres_du_francais


def test_letters_are_counted_without_accents_and_capitals():
    found = frequences("Été, et !")
    assert found["E"] == 60
    assert found["é"] == 60
    assert found["t"] == 40
    assert found["Z"] == 0
    assert found.total == 5
    assert found.plus_frequentes(2) == ["E", "T"]
    assert list(found) == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@given(st.text())
def test_the_shares_of_any_text_make_a_hundred(text):
    try:
        found = frequences(text)
    except ValueError as error:
        assume("aucune lettre" not in str(error))
        raise
    assert sum(found.values()) == pytest.approx(100)


def test_the_letters_of_french_make_a_hundred_and_e_comes_first():
    french = lettres_du_francais()
    assert sum(french.values()) == pytest.approx(100)
    # 115 024 205 e, and 18 451 937 é, 2 969 466 è, 802 211 ê, 53 862 ë, of 838 million letters.
    assert french["E"] == pytest.approx(16.38, abs=0.02)
    assert french.plus_frequentes(5) == ["E", "A", "I", "S", "N"]


def test_the_chart_is_a_picture_with_its_text_alternative():
    shown = frequences("Le chat est là.", compare=True)._repr_mimebundle_()
    alternative = re.search(r'<img lang="fr" alt="([^"]*)" src="data:image/png', shown["text/html"])
    assert alternative
    assert "Lettres de ton texte, de la plus fréquente" in alternative[1]
    assert "L 18,2\u202f%" in alternative[1]
    assert "Lettres du français" in alternative[1]
    assert "18,2\u202f%" in shown["text/plain"]
    assert "E 16,4\u202f%" not in frequences("Le chat").describe()


def test_what_is_no_letter_is_no_key():
    assert "é" in frequences("a")
    assert "!" not in frequences("a")
    assert 3 not in frequences("a")


@pytest.mark.parametrize("text", ["", "12 !", None, 3])
def test_a_text_without_letters_says_so_in_french(text):
    with pytest.raises((TypeError, ValueError), match=r"frequences\(…\)"):
        frequences(text)
