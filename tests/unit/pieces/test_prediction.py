"""A prediction: made before the program runs, compared with what comes, never reproached."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elloweb import mission, prediction
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import piece
from elloweb.learn.pieces.foresight import compare
from elloweb.learn.pieces.program import Run

DOUBLE = """
    for n in [1, 2]:
        print(n * 2.5)
"""


def one(**settings):
    return prediction("double", DOUBLE, **settings)


def said(foreseen, *came, error=None):
    return [(match.right, match.said) for match in compare(foreseen, Run(came, error))]


def test_a_right_prediction_is_praised():
    right = one(bravo="Bien vu.").repond("2.5\n5.0")
    assert right.reussi
    assert right.verdict.message == "Bien vu."


def test_a_surprise_is_passed_too_and_says_what_was_right_then_what_to_talk_about():
    surprised = one(erreurs={"2.5\n7.5": "Tu as peut-être additionné."}).repond("2.5\n7.5")
    assert surprised.reussi
    for part in (
        "Tu t'es lancée",
        "1 ligne sur 2 comme prévu",
        "Tu as peut-être additionné.",
        "à deux",
    ):
        assert part in surprised.verdict.message


def test_what_is_said_of_a_line_is_said_once():
    words = one().repond("2,5\n7.5").words()
    assert words.count("tu avais prévu `7.5`, Python affiche `5.0`") == 1
    assert words.count("un point à la place de la virgule") == 1


def test_nothing_is_run_before_she_has_foreseen(tmp_path):
    trace = tmp_path / "trace"
    waiting = prediction(
        "trace", "f = open(chemin, 'w')\nf.close()", donnees={"chemin": str(trace)}
    )
    waiting.receive("un brouillon", False)
    assert not trace.exists()
    assert not waiting.reussi
    assert waiting.state()["shown"] == {}
    waiting.receive("rien", True)
    assert trace.exists()
    assert waiting.reussi


def test_the_output_is_nowhere_before_the_reveal():
    draft = one()
    draft.receive("3", False)
    assert "5.0" not in repr(draft) + str(draft.settings()) + str(draft.state())


def test_the_first_prediction_stays_once_revealed(new_kernel):
    revealed = one()
    revealed.receive("3", True)
    revealed.receive("2.5\n5.0", True)
    assert revealed.repond("2.5\n5.0").reponse == "3"
    new_kernel()
    assert one().reponse == "3"


def test_a_revealed_prediction_comes_back_revealed_in_a_new_kernel(new_kernel):
    one().receive("3", True)
    new_kernel()
    again = one()
    assert again.reponse == "3"
    assert again.reussi
    assert "5.0" in again.state()["shown"]["made"]


def test_a_draft_comes_back_as_a_draft(new_kernel):
    one().receive("3", False)
    new_kernel()
    assert one().reponse == "3"
    assert one().verdict.outcome is Outcome.NOT_YET


def test_an_empty_prediction_is_invited_not_revealed():
    empty = one()
    empty.receive(" \n", True)
    assert empty.verdict.outcome is Outcome.NOT_STARTED
    assert "même sans en être sûre" in empty.verdict.message
    assert empty.state()["shown"] == {}


def test_a_mission_counts_a_prediction_only_once_revealed():
    def outcome():
        with mission("essai") as m:
            m.resolu("double")
        return m.bilan().outcome

    piece_ = one()
    piece_.receive("3", False)
    assert outcome() is Outcome.NOT_YET
    piece_.receive("3", True)
    assert outcome() is Outcome.PASSED


def test_choices_are_answered_by_number_or_text_and_others_refused():
    choices = [3, 12, "une erreur"]
    asked = prediction(
        "mots", "print('1' + '2')", choix=choices, erreurs={3: "`+` colle les textes."}
    )
    assert asked.accepts("12")
    assert not asked.accepts("13")
    assert "`+` colle les textes." in asked.repond(1).verdict.message


def test_a_program_gets_its_data_and_does_not_change_them():
    days = ["lundi"]
    given_ = prediction(
        "jours", "jours.append('mardi')\nprint(len(jours))", donnees={"jours": days}
    )
    assert "`2`" in given_.repond("1").words()
    assert days == ["lundi"]


def test_a_program_that_fails_is_told_in_french_after_what_it_printed():
    failing = prediction("zero", "print(1)\nprint(1 / 0)").repond("1")
    assert failing.reussi
    assert "division" in failing.words()
    assert "(le programme s'arrête ici sur une erreur)" in failing.state()["shown"]["made"]


@pytest.mark.parametrize("program", ["print('a'", "prin('a')"])
def test_a_program_that_cannot_be_read_or_misspells_is_an_error_to_foresee(program):
    assert prediction("faute", program).repond("une erreur").verdict.message.startswith("Tout est")


def test_a_program_that_prints_without_end_is_cut_short():
    endless = prediction("sansfin", "n = 0\nwhile n < 10000:\n    n += 1\n    print('x' * 1000)")
    endless.repond("x")
    assert len(repr(endless)) < 20_000
    assert len(endless.came.lines) < 50
    assert endless.came.lines[-1] == "…"


def test_lines_are_compared_one_by_one_in_words():
    assert said("4\n4", "4", "5") == [
        (True, "Ligne 1 : c'est bien `4`."),
        (False, "Ligne 2 : tu avais prévu `4`, Python affiche `5`."),
    ]
    assert said("4", "4", "5")[1] == (False, "Ligne 2 : Python affiche aussi `5`.")
    assert said("4\n5", "4")[1] == (
        False,
        "Ligne 2 : tu avais prévu `5`, Python n'affiche plus rien.",
    )


def test_spaces_at_the_ends_do_not_count():
    assert said("\nOui  \nNon\n\n", "Oui", "Non")[0] == (True, "Ligne 1 : c'est bien `Oui`.")


@pytest.mark.parametrize(("foreseen", "came"), [("cbd", "CBD"), ("OUI", "Oui"), ("ÉTÉ", "été")])
def test_capitals_alone_make_no_difference_and_are_told(foreseen, came):
    [(right, words)] = said(foreseen, came)
    assert right
    assert f"c'est bien cela. Python écrit `{came}` : regarde les majuscules." in words


def test_what_the_author_says_of_capitals_is_said_too():
    asked = prediction("majuscules", "print('CBD')", erreurs={"cbd": "Une majuscule le reste."})
    assert "Une majuscule le reste." in asked.repond("cbd").verdict.message


def test_a_decimal_comma_is_right_and_explained():
    [(right, words)] = said("2,5", "2.5")
    assert right
    assert "un point à la place de la virgule" in words
    assert one().repond("2,5\n5,0").verdict.message.startswith("Tout est")


@pytest.mark.parametrize(
    ("foreseen", "came", "hint"), [('"Oui"', "Oui", "sans les guillemets"), ("5", "5.0", "`.0`")]
)
def test_a_small_difference_is_named(foreseen, came, hint):
    [(right, words)] = said(foreseen, came)
    assert not right
    assert hint in words


def test_nothing_can_be_foreseen():
    assert said(" Rien ")[0][0]
    assert not said("4")[0][0]


def test_an_error_can_be_foreseen_among_lines():
    assert [right for right, _ in said("1\nerreur", "1", error="Zéro.")] == [True, True]
    assert [right for right, _ in said("1", "1", error="Zéro.")] == [True, False]


def test_the_words_hold_program_question_prediction_and_what_came():
    words = repr(one().repond("2.5\n6"))
    for part in (
        "1. for n in [1, 2]:",
        "Que va afficher ce programme",
        "Ta prédiction",
        "  6",
        "  5.0",
        "→ Ligne 2",
        ".repond(",
    ):
        assert part in words


def test_what_she_wrote_is_escaped():
    shown = one().repond("<img onerror=x>").state()["shown"]["made"]
    assert "<img" not in shown
    assert "&lt;img" in shown


@pytest.mark.parametrize(
    ("given_", "said_"),
    [
        ({"programme": " \n"}, "vide"),
        ({"choix": ["1"]}, "au moins deux"),
        ({"choix": "12"}, "au moins deux"),
        ({"choix": ["1", 1]}, "tous différents"),
        ({"choix": [1, 2], "erreurs": {3: "x"}}, "« 3 » n'est pas un des choix"),
        ({"erreurs": {3: ""}}, "a prévu « 3 »"),
    ],
)
def test_an_author_is_told_what_cannot_be_asked(given_, said_):
    with pytest.raises(ValueError, match=said_):
        prediction("essai", **({"programme": DOUBLE} | given_))


@pytest.mark.parametrize(("given_", "answer"), [({}, ""), ({"choix": [1, 2]}, 3), ({}, "x" * 3000)])
def test_an_answer_by_code_that_is_none_gets_a_sentence(given_, answer):
    with pytest.raises(ValueError, match="repond"):
        one(**given_).repond(answer)


values = st.none() | st.integers() | st.text() | st.lists(st.text())


@settings(deadline=None)  # the first one run loads what explains errors
@given(values)
def test_whatever_comes_from_outside_is_refused_or_compared(answer):
    piece._opened.clear()
    taken = one()
    if taken.accepts(answer):
        assert taken.take(answer).words()
        assert taken.answer_text(answer)
    else:
        taken.receive(answer, True)
        assert taken.reponse is ...


@given(st.text(), st.lists(st.text(max_size=5).filter(lambda row: "\n" not in row), max_size=3))
def test_any_prediction_can_be_compared_with_any_output(foreseen, came):
    assert compare(foreseen, Run(tuple(came)))
    assert compare(foreseen, Run(tuple(came), "Zéro."))


@pytest.mark.parametrize("written", ["11 3", "11, 3", "11 ; 3"])
def test_all_that_is_foreseen_on_one_line_is_foreseen(written):
    program = "print(5 + 6)\nprint(3)"
    said = prediction("ligne", program).repond(written).words()
    assert "Chaque `print` va à la ligne" in said
    assert "tu avais prévu" not in said
