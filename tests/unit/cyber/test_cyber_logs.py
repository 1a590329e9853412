"""Logs: read from text, filtered and marked, told in words."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import piece
from elloweb.play import journal_connexions, lire_journal

TEXT = """
# Inventé.
heure | compte | lieu
08:12 | ines   | Lyon
03:40 | ines   |
08:30 | maya   | Lyon

03:41 | ines   | loin
"""
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
def log():
    return journal_connexions(
        "journal-essai", TEXT, [2, 4], erreurs={3: "Maya est venue à son heure, comme toujours."}
    )


def test_a_log_is_read_by_the_names_of_its_first_line():
    rows = lire_journal(TEXT)
    assert len(rows) == 4
    assert rows[0] == {"heure": "08:12", "compte": "ines", "lieu": "Lyon"}
    assert rows[1]["lieu"] == ""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "aucune ligne"),
        ("# rien", "aucune ligne"),
        ("a | a\n1 | 2", "ligne 1 : chaque colonne"),
        ("\na | \n1 | 2", "ligne 2 : chaque colonne"),
        ("a | b\n1 | 2\n\n1 | 2 | 3", r"ligne 4 : 3 case\(s\) au lieu de 2"),
    ],
)
def test_a_log_that_cannot_be_read_names_the_line(text, says):
    with pytest.raises(ValueError, match=says):
        lire_journal(text)


@given(st.text() | st.lists(st.sampled_from(["a", "|", "\n", "#", " "])).map("".join))
def test_any_text_is_read_or_refused_in_french(text):
    rows = []
    with contextlib.suppress(ValueError):
        rows = lire_journal(text)
    assert len({tuple(row) for row in rows}) <= 1


def test_the_rows_to_find_are_marked_by_code(log):
    assert log.repond(4, 2).reussi
    assert log.reponse == [2, 4]
    assert log.answer_text(log.reponse) == "lignes 2, 4"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "Aucune ligne n'est cochée"),
        ([2], "Il en reste au moins une"),
        ([2, 3, 4], "Maya est venue"),
        ([1], "La ligne 1 ressemble à d'autres"),
    ],
)
def test_what_is_not_right_yet_has_its_own_message(log, rows, says):
    assert says in log.repond(*rows).verdict.message
    assert log.verdict.outcome is Outcome.NOT_YET


def test_a_function_can_say_which_rows_are_suspicious():
    log = journal_connexions("journal-regle", TEXT, lambda row: row["heure"] < "06:00")
    assert log.repond(2, 4).reussi


def test_a_log_without_suspicious_rows_is_only_read():
    log = journal_connexions("journal-lu", TEXT)
    assert not log.settings()["marking"]
    assert not log.accepts([])
    assert ".repond" not in log.words()


def test_the_front_is_told_the_choices_but_not_the_answer(log):
    told = log.settings()
    assert told["choices"][1] == ["ines", "maya"]
    assert told["marking"] is True
    assert "Maya est venue" not in str(told)
    assert [2, 4] not in told.values()


def test_the_log_is_told_line_by_line(log):
    assert "  4. 03:41 · ines · loin" in log.words()
    assert ".repond(1, 2)" in log.words()


def test_true_is_no_row_number(log):
    assert log.accepts([1])
    assert not log.accepts([True])
    assert not log.accepts([1, 1])


@given(ANY_JSON)
def test_any_json_is_taken_or_refused_without_a_fault(answer):
    log = journal_connexions("journal-essai", TEXT, [2])
    if log.accepts(answer):
        log.judge(answer)
        log.answer_text(answer)


@pytest.mark.parametrize("numbers", [(0,), (5,), ("2",), (True,)])
def test_what_is_no_row_says_so_in_french(log, numbers):
    with pytest.raises(ValueError, match="numéros de lignes, de 1 à 4"):
        log.repond(*numbers)


@pytest.mark.parametrize(
    ("rows", "options", "says"),
    [
        ([], {}, "ne soit pas vide"),
        ([{"a": 1}, {"b": 1}], {}, "ligne 2"),
        ([{"a": 1}], {"suspectes": [2]}, "pas de ligne 2"),
        ([{"a": 1}], {"erreurs": {3: "…"}}, "pas de ligne 3"),
        ([{"a": 1}] * 501, {}, "500 lignes au plus"),
    ],
)
def test_a_log_that_cannot_be_says_why_in_french(rows, options, says):
    with pytest.raises(ValueError, match=says):
        journal_connexions("journal-faux", rows, **options)


def test_the_marks_come_back_when_the_cell_is_run_again(log):
    log.receive([2], False)
    again = journal_connexions("journal-essai", TEXT, [2, 4])
    assert again.reponse == [2]
    assert again.verdict.message == ""
