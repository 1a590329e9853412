"""Passwords as guesses and time: counted right, told in French, and never kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.play import grand_nombre, nombre_essais, robustesse, temps_essais

YEAR = 365.25 * 24 * 3600


@pytest.mark.parametrize(
    ("alphabet", "length", "count"), [(10, 4, 10_000), ("abca", 2, 9), (26, 8, 208_827_064_576)]
)
def test_passwords_are_counted(alphabet, length, count):
    assert nombre_essais(alphabet, length) == count


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "moins d'une seconde"),
        (0.9, "moins d'une seconde"),
        (1, "1 seconde"),
        (59.6, "1 minute"),
        (3 * 3600, "3 heures"),
        (23.6 * 3600, "1 jour"),
        (45 * 86_400, "1 mois"),
        (364 * 86_400, "1 an"),
        (12_345 * YEAR, "12\u202f000 ans"),
        (1.9e6 * YEAR, "1,9 million d'années"),
        (2.5e9 * YEAR, "2,5 milliards d'années"),
        (3e12 * YEAR, "3000 milliards d'années"),
        (1e30 * YEAR, "plus de mille milliards de milliards d'années"),
    ],
)
def test_a_time_is_told_in_its_largest_unit(seconds, told):
    assert temps_essais(seconds, 1) == told


def test_a_time_depends_on_how_fast_one_guesses():
    assert temps_essais(26**8) == "21 secondes"
    assert temps_essais(26**8, par_seconde=10_000) == "8 mois"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "0"),
        (99, "99"),
        (12_345, "12\u202f000"),
        (999_999, "1 million"),
        (1_950_000, "2 millions"),
        (208_827_064_576, "210 milliards"),
        (10**15, "1 million de milliards"),
        (-3_000_000, "-3 millions"),
    ],
)
def test_a_great_number_is_told_with_a_word(number, told):
    assert grand_nombre(number) == told


@given(st.integers(min_value=0, max_value=10**60), st.floats(min_value=1e-9, max_value=1e15))
def test_any_number_and_time_can_be_told(number, rate):
    assert grand_nombre(number)
    assert temps_essais(number, rate)


@pytest.mark.parametrize(
    ("password", "habit"),
    [
        ("soleil", "un mot que beaucoup de gens choisissent"),
        ("azertyuiop", "des touches voisines sur le clavier"),
        ("qsdfghjk", "des touches voisines sur le clavier"),
        ("zxcvfr", "des touches voisines sur le clavier"),
        ("Marie2008", "un prénom, une année"),
        ("aaaaaaa", "un signe répété"),
        ("xkqxkqxkq", "un morceau répété"),
        ("lmnopqr", "des signes qui se suivent"),
        ("17/03/2009", "une date"),
        ("lielos", "écrit à l'envers"),
        ("s0leil", "des signes y remplacent des lettres"),
        ("x9$Lq!v7Zp0", "des signes sans suite reconnue"),
    ],
)
def test_habits_are_told_in_french(password, habit):
    assert habit in repr(robustesse(password))


@given(st.text(min_size=1, max_size=30))
def test_any_password_is_judged(password):
    found = robustesse(password)
    assert found.essais >= 1
    assert found.habitudes


def test_a_long_password_costs_no_more_than_72_signs():
    assert robustesse("a" * 100_000).essais == robustesse("a" * 72).essais


def test_the_password_is_never_kept_nor_shown():
    found = robustesse("chocolat-Mirabelle")
    everything = json.dumps([repr(found), found._repr_html_(), vars(found)], ensure_ascii=False)
    for piece in ("chocolat", "Mirabelle", "mirabelle"):
        assert piece not in everything
    assert "N'essaie jamais ici un vrai mot de passe" in everything


def test_what_is_shown_says_how_it_holds_and_the_time_in_each_situation():
    found = robustesse("soleil")
    assert found.verdict == "Il se devine vite."
    assert list(found.temps.values())[1:] == ["3 minutes", *["moins d'une seconde"] * 2]
    shown = found._repr_html_()
    assert shown.count('<th scope="row"') == 4
    assert "moins d'une seconde" in shown
    strong = robustesse("girafe nuage tambour citron moufle")
    assert strong.verdict == "Il tient très bien, même si une liste est volée."


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: robustesse(""), "texte vide"),
        (lambda: robustesse(1234), "entre guillemets"),
        (lambda: nombre_essais(26, "8"), "deux nombres entiers"),
        (lambda: nombre_essais(26.0, 8), "deux nombres entiers"),
        (lambda: nombre_essais("", 8), "à partir de 1"),
        (lambda: nombre_essais(26, 501), r"essaie nombre_essais\(501, 26\)"),
        (lambda: nombre_essais(5, 2000), "d'abord les choix, ensuite les places"),
        (lambda: nombre_essais(5, 2000), r"essaie nombre_essais\(2000, 5\)"),
        (lambda: nombre_essais(2000, 1000), "500 places au plus"),
        (lambda: nombre_essais(10**7, 3), "un million de choix"),
        (lambda: temps_essais("8"), "des nombres"),
        (lambda: temps_essais(float("inf")), "des nombres"),
        (lambda: temps_essais(5, 0), "plus grands que zéro"),
        (lambda: grand_nombre(1.5), "nombre entier"),
    ],
)
def test_what_cannot_be_counted_says_why_in_french(call, says):
    with pytest.raises((TypeError, ValueError), match=says):
        call()
