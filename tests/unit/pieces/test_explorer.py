"""A slider: its picture, its words, its errors, its target."""

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb import curseur
from elloweb.learn.outcome import Outcome


@pytest.fixture(autouse=True)
def no_window():
    mpl.use("agg")


def words_of(value):
    return f"Il y en a {value}."


def test_the_picture_follows_the_slider():
    piece = curseur("n", words_of, 0, 10, depart=3)
    assert "Il y en a 3." in piece.state()["shown"]["html"]
    piece.receive(7, True)
    assert "Il y en a 7." in piece.state()["shown"]["html"]
    assert piece.valeur == 7
    assert piece.reussi


def test_an_untouched_slider_is_not_started():
    assert curseur("n", words_of, 0, 10).verdict.outcome is Outcome.NOT_STARTED


def test_a_target_is_looked_for():
    piece = curseur("n", words_of, 0, 10, cible=6, bravo="Trouvé.")
    assert "Pas encore" in piece.place(5).verdict.message
    assert piece.place(6).verdict.message == "Trouvé."


def test_the_advice_may_follow_the_chosen_value():
    piece = curseur(
        "n", words_of, 0, 10, cible=6, sinon=lambda n: "Plus haut." if n < 6 else "Plus bas."
    )
    assert piece.place(5).verdict.message == "Plus haut."
    assert piece.place(8).verdict.message == "Plus bas."
    assert piece.place(6).verdict.message == "C'est là !"


def test_the_advice_function_gets_the_number_that_she_reads():
    given = []
    piece = curseur("n", words_of, 0, 10, cible=6, sinon=lambda n: given.append(n) or "Non.")
    piece.receive(5.0, True)
    assert type(given[-1]) is int


def test_an_advice_function_that_stumbles_over_a_value_leaves_the_usual_sentence():
    piece = curseur("n", words_of, 0, 10, cible=6, sinon=lambda n: ["Non."][n])
    assert piece.place(0).verdict.message == "Non."
    assert "Pas encore" in piece.place(5).verdict.message


@pytest.mark.parametrize("advice", [3, None, lambda n: n, lambda: "Non.", lambda n: 1 / n])
def test_an_author_is_told_of_an_advice_that_says_nothing(advice):
    with pytest.raises(ValueError, match=r"curseur\(…\), sinon="):
        curseur("n", words_of, 0, 10, cible=6, sinon=advice)


def test_a_matplotlib_picture_has_words():
    def draws(value):
        import matplotlib.pyplot as plt

        plt.plot([0, value])
        plt.title("Ma courbe")
        plt.xlabel("jours")

    piece = curseur("c", draws, 1, 3)
    html = piece.state()["shown"]["html"]
    assert "data:image/png" in html
    assert 'alt="Graphique. Ma courbe\u202f; axe horizontal\u00a0: jours"' in html
    assert "Ma courbe" in repr(piece)


def test_an_author_may_say_what_the_picture_shows():
    def draws(value):
        from matplotlib.figure import Figure

        figure = Figure()
        figure.add_subplot().plot([0, value])
        return figure

    piece = curseur("c", draws, 1, 3, decrit=lambda n: f"Une droite qui monte à {n}")
    assert 'alt="Une droite qui monte à 1"' in piece.state()["shown"]["html"]


def test_what_a_function_prints_is_shown():
    assert "bonjour 2" in curseur("p", lambda n: print("bonjour", n), 2, 4).state()["shown"]["html"]


def test_an_error_becomes_a_french_sentence():
    html = curseur("e", lambda n: 1 / n, 0, 4).state()["shown"]["html"]
    assert "division" in html


def test_text_of_hers_is_shown_and_never_read_as_html():
    html = curseur("t", lambda n: "<script>alert(1)</script>", 0, 4).state()["shown"]["html"]
    assert "<script" not in html
    assert "&lt;script" in html


@pytest.mark.parametrize(
    ("bounds", "said"),
    [((5, 5), "de < a"), ((0, 5, 0), "un pas"), ((0, 1e9), "positions au plus")],
)
def test_an_author_is_told_of_bounds_that_make_no_slider(bounds, said):
    with pytest.raises(ValueError, match=said):
        curseur("n", words_of, *bounds)


def test_an_author_is_told_of_a_start_or_target_beside_the_slider():
    with pytest.raises(ValueError, match="depart=11"):
        curseur("n", words_of, 0, 10, depart=11)
    with pytest.raises(ValueError, match=r"cible=2\.5"):
        curseur("n", words_of, 0, 10, cible=2.5)
    with pytest.raises(ValueError, match="sans parenthèses"):
        curseur("n", words_of(1), 0, 10)


def test_decimal_steps_are_exact_enough():
    piece = curseur("n", words_of, 0, 1, 0.1)
    assert all(piece.accepts(i / 10) for i in range(11))
    assert not piece.accepts(0.05)


@given(
    st.none() | st.booleans() | st.text() | st.floats() | st.integers() | st.lists(st.integers())
)
def test_only_numbers_of_the_slider_are_answers(answer):
    piece = curseur("n", words_of, 0, 10)
    accepted = piece.accepts(answer)
    assert accepted in (True, False)
    if accepted:
        assert 0 <= answer <= 10
