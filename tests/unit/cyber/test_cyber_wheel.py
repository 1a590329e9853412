"""The cipher wheel: what it shows, what it takes for an answer, what it says of it."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import piece
from elloweb.play import roue
from elloweb.play.cyber.ciphers import ALPHABET

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.fixture(autouse=True)
def _kept_elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # Each test is a kernel of its own: no piece of an earlier one comes back.
    monkeypatch.setattr(piece, "_opened", {})


@pytest.fixture
def wheel():
    return roue(
        "roue-message",
        "Erqmrxu Cré",
        sens="déchiffrer",
        attendu="bonjour zob",
        erreurs={5: "Cinq, c'est l'heure du goûter."},
    )


def test_a_wheel_without_a_goal_is_a_toy():
    toy = roue("roue-libre", "Bonjour")
    assert toy.reponse is ...
    assert toy.repond(3).resultat == "Erqmrxu"
    assert toy.reussi
    assert toy.verdict.message == ""


def test_the_key_that_makes_the_text_readable_is_right(wheel):
    assert wheel.repond(3).reussi
    assert wheel.cle == 3
    assert wheel.answer_text(wheel.reponse) == "clé 3, déchiffrer : on lit « Bonjour Zob »"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"cle": 0}, "pas encore tourné"),
        ({"cle": 5}, "l'heure du goûter"),
        ({"cle": 4}, "Avec la clé 4, on lit « Anmintq Yna »"),
        ({"cle": 3, "sens": "chiffrer"}, "dans l'autre sens"),
        ({"cle": 23}, "dans l'autre sens"),
        ({"cle": 0, "texte": "Bonjour Zob"}, "n'est plus celui du départ"),
    ],
)
def test_what_is_not_right_yet_has_its_own_message(wheel, answer, says):
    assert says in wheel.repond(**answer).verdict.message
    assert wheel.verdict.outcome is Outcome.NOT_YET


def test_a_text_to_decipher_is_not_found_by_ciphering_on(wheel):
    # 23 places on are 3 places back: the text is there, the key to remember is not.
    on = wheel.repond(23, sens="chiffrer")
    assert on.verdict.outcome is Outcome.NOT_YET
    assert "Choisis « déchiffrer »" in on.verdict.message
    assert on.repond(3, sens="déchiffrer").reussi


def test_a_wheel_that_begins_on_ciphering_takes_both_ways():
    free = roue("roue-libre", "Erqmrxu", attendu="Bonjour")
    assert free.repond(23).reussi
    assert free.repond(3, sens="déchiffrer").reussi


def test_half_a_turn_is_the_same_both_ways():
    half = roue("roue-moitie", "Obawbhe", attendu="Bonjour", sens="déchiffrer")
    assert half.repond(13, sens="chiffrer").reussi


def test_a_key_alone_can_be_looked_for():
    wheel = roue("roue-cle", cle_attendue=-1)
    assert "dans l'autre sens" in wheel.repond(1).verdict.message
    assert wheel.repond(25).reussi
    assert wheel.repond(-1).reussi


def test_the_front_is_not_told_the_goal(wheel):
    assert "zob" not in str(wheel.settings()).lower()


def test_the_wheel_is_told_in_words_and_drawn_with_a_text_alternative(wheel):
    wheel.repond(3)
    told = wheel.words()
    assert "alphabet chiffré : DEFGHIJKLMNOPQRSTUVWXYZABC" in told.replace("\u00a0", " ")
    assert ".repond(cle=1)" in told
    still = wheel.shows()["html"]
    assert "D devient A, E devient B" in still
    drawn = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', still)
    letters = re.findall(r">([A-Z])</text>", base64.b64decode(drawn[1]).decode())
    assert "".join(letters) == ALPHABET * 2


@given(ANY_JSON)
def test_any_json_is_taken_or_refused_without_a_fault(answer):
    wheel = roue("roue-libre", "Bonjour")
    if wheel.accepts(answer):
        wheel.judge(answer)
    changed = {"cle": answer, "texte": "a", "sens": "chiffrer"}
    assert wheel.accepts(changed) is (type(answer) is int and 0 <= answer < 26)
    assert not wheel.accepts({"cle": 1, "texte": "a", "sens": answer})


@pytest.mark.parametrize("key", [True, -1, 26, 3.0, "3", None])
def test_what_is_no_key_is_refused(key):
    assert not roue("roue-libre").accepts({"cle": key, "texte": "", "sens": "chiffrer"})


@given(
    st.integers(min_value=0, max_value=25), st.text(), st.sampled_from(["chiffrer", "dechiffrer"])
)
def test_any_text_and_key_can_be_answered_and_read_back(key, text, way):
    toy = roue("roue-libre").repond(key, text, way)
    assert toy.accepts(toy.reponse)
    assert toy.words()


@pytest.mark.parametrize("arguments", [("trois",), (1, 2), (1, "a", "envers"), (1, "a" * 5001)])
def test_what_is_no_answer_says_why_in_french(wheel, arguments):
    with pytest.raises(ValueError, match=r"repond\(…\) attend une clé"):
        wheel.repond(*arguments)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"cle": 30}, "de 0 à 25"),
        ({"sens": "envers"}, "de 0 à 25"),
        ({"texte": "Bonjour", "attendu": "Bonsoir"}, "aucune clé"),
    ],
)
def test_a_wheel_that_cannot_be_says_why_in_french(options, says):
    with pytest.raises(ValueError, match=says):
        roue("roue-fausse", **options)


def test_the_answer_comes_back_when_the_cell_is_run_again(wheel):
    wheel.receive({"cle": 3, "texte": "Erqmrxu Cré", "sens": "déchiffrer"}, True)
    again = roue("roue-message", "Erqmrxu Cré", sens="déchiffrer", attendu="bonjour zob")
    assert again.reussi
