"""A quiz: right, wrong with its own message, incomplete, by click or by code, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb import mission, quiz
from elloweb.learn.outcome import LineState, Outcome

UNITS = {
    "en kilos": True,
    "en litres": "Le litre mesure un volume.",
    "en pour cent": "Un pourcentage compare.",
}
NUMBERS = {"12": True, "3.5": True, '"12"': "Entre guillemets, c'est un texte."}


def one():
    return quiz("unite", "Dans quelle unité ?", UNITS, bravo="Oui, des kilos.")


def several():
    return quiz("nombres", "Lesquels sont des nombres ?", NUMBERS)


def test_a_right_answer_is_praised():
    assert one().repond("en kilos").verdict.message == "Oui, des kilos."
    assert one().reussi


def test_a_wrong_choice_has_its_own_message():
    answered = one().repond(2)
    assert answered.verdict.outcome is Outcome.NOT_YET
    assert answered.verdict.message == "Le litre mesure un volume."


def test_before_an_answer_there_is_none_and_no_reproach():
    assert one().reponse is ...
    assert one().verdict.outcome is Outcome.NOT_STARTED


def test_several_answers_are_asked_for_when_several_are_right():
    assert several().several
    assert several().repond(1, 2).reussi


def test_a_missing_answer_is_told_apart_from_a_wrong_one():
    assert "manque" in several().repond(1).verdict.message
    assert several().repond(1, 3).verdict.message == "Entre guillemets, c'est un texte."


def test_one_of_several_choices_alone_may_be_ticked_where_one_is_asked_for():
    piece = one()
    piece.receive(["en kilos", "en litres"], True)
    assert piece.reponse is ...


def test_unticking_all_is_an_answer_where_boxes_are_ticked():
    piece = several().repond(1, 2)
    piece.receive([], False)
    assert piece.reponse == []
    assert not piece.reussi


@pytest.mark.parametrize("given_", [0, 4, "en tonnes", None, True])
def test_an_answer_that_is_no_choice_gets_a_sentence(given_):
    with pytest.raises(ValueError, match="de 1 à 3"):
        one().repond(given_)


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"a": True, "b": ""}, "choix « b »"),
        ({"a": True, "b": False}, "choix « b »"),
        ({"a": "non", "b": "non"}, "0 réponse"),
        ({}, "0 réponse"),
    ],
)
def test_an_author_is_told_what_her_quiz_misses(choices, said):
    with pytest.raises(ValueError, match=said):
        quiz("essai", "?", choices)


def test_an_author_is_told_of_an_impossible_name():
    with pytest.raises(ValueError, match="sans accent"):
        quiz("Été 1", "?", UNITS)


def test_the_words_hold_question_choices_answer_and_message():
    words = repr(one().repond(2))
    for part in ("Dans quelle unité", "1. en kilos", "Ta réponse", "Le litre", ".repond(1)"):
        assert part in words


def test_a_mission_counts_a_piece():
    one()
    several().repond(1)
    with mission("essai") as m:
        m.resolu("unite")
        m.resolu("nombres", points=2, nom="les nombres")
        m.resolu("absent")
    report = m.bilan()
    assert [line.state for line in report.lines] == [
        LineState.UNTOUCHED,
        LineState.WRONG,
        LineState.MISSING,
    ]
    assert "manque" in report.lines[1].message
    assert report.points == 0
    one().repond(1)
    several().repond(1, 2)
    with mission("essai") as m:
        m.resolu("unite")
        m.resolu("nombres", points=2)
    assert m.bilan().points == 3


def test_a_mission_of_untouched_pieces_is_not_started():
    one()
    with mission("essai") as m:
        m.resolu("unite")
    assert m.bilan().outcome is Outcome.NOT_STARTED


def test_a_right_draft_counts_and_a_wrong_one_asks_to_check():
    piece = one()
    piece.receive(["en litres"], False)
    with mission("essai") as m:
        m.resolu("unite")
    assert "Appuie sur le bouton" in m.bilan().lines[0].message
    piece.receive(["en kilos"], False)
    with mission("essai") as m:
        m.resolu("unite")
    assert m.bilan().outcome is Outcome.PASSED


@given(st.lists(st.sampled_from([*NUMBERS, "autre", 3, None])))
def test_only_choices_each_once_can_be_an_answer(answer):
    real = all(one in NUMBERS for one in answer) and len(set(answer)) == len(answer)
    assert several().accepts(answer) == real


def test_choices_may_be_numbers():
    piece = quiz("somme", "Combien font 2 + 2 ?", {4: True, 5: "Recompte."})
    assert piece.settings()["choices"] == ["4", "5"]
    assert piece.repond(1).reussi


def test_each_of_several_wrong_choices_is_named():
    numbers = {"12": True, "3.5": True, "`x`": "C'est un nom.", "`'1'`": "C'est un texte."}
    said = quiz("deux", "Lesquels sont des nombres ?", numbers).repond(3, 4).verdict.message
    assert said == "« x » : C'est un nom. « '1' » : C'est un texte."
