"""Answers outlive the kernel, in the file and in the notebook; what comes back is not believed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb import quiz
from elloweb.learn.pieces import memory
from elloweb.learn.pieces.memory import FILE, Kept

CHOICES = {"oui": True, "non": "Relis la phrase.", "peut-être": "Choisis."}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside) | st.dictionaries(st.text(), inside),
)


def question():
    return quiz("tri", "Est-ce vrai ?", CHOICES)


def kept(value, when, checked=True):
    return Kept("tri", {"value": value, "checked": checked}, when)


def test_an_answer_comes_back_in_a_new_kernel(new_kernel):
    question().receive(["oui"], True)
    new_kernel()
    again = question()
    assert again.reponse == ["oui"]
    assert again.reussi
    assert again.verdict.message == "C'est ça !"


def test_a_draft_comes_back_without_a_word(new_kernel):
    question().receive(["non"], False)
    new_kernel()
    assert question().reponse == ["non"]
    assert question().verdict.message == ""


def test_the_notebook_alone_brings_the_answer_back(save_notebook):
    save_notebook(kept(["non"], "2026-01-01"))
    assert question().reponse == ["non"]


def test_the_newest_of_file_and_notebook_wins(save_notebook, notebook_folder):
    entry = kept(["oui"], "2026-01-02").to_json()
    (notebook_folder / FILE).write_text(json.dumps([entry]))
    save_notebook(kept(["non"], "2026-01-01"), kept(["peut-être"], "2026-01-03"))
    assert question().reponse == ["peut-être"]


def test_an_answer_that_is_none_any_more_gives_way_to_an_earlier_one(save_notebook):
    save_notebook(kept(["oui"], "2026-01-01"), kept(["jamais"], "2026-01-02"))
    assert question().reponse == ["oui"]


def test_two_pieces_keep_their_answers_in_one_file(new_kernel):
    question().receive(["oui"], True)
    quiz("autre", "Et ceci ?", CHOICES).receive(["non"], True)
    new_kernel()
    assert question().reponse == ["oui"]
    assert quiz("autre", "Et ceci ?", CHOICES).reponse == ["non"]


def test_a_cell_run_again_keeps_an_answer_given_by_code():
    question().repond("non")
    assert question().reponse == ["non"]


def test_what_code_answers_is_not_written_beside_the_notebook(notebook_folder):
    question().repond("oui")
    assert not (notebook_folder / FILE).exists()


def test_nothing_is_written_while_nbgrader_runs_the_notebook(notebook_folder, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    question().receive(["oui"], True)
    assert not (notebook_folder / FILE).exists()


def test_a_folder_that_cannot_be_written_costs_nothing(notebook_folder):
    (notebook_folder / FILE).mkdir()
    one = question()
    one.receive(["oui"], True)
    assert one.reussi


def test_writing_leaves_no_other_file(notebook_folder):
    question().receive(["oui"], True)
    assert [path.name for path in notebook_folder.iterdir()] == [FILE]


@pytest.mark.parametrize("content", ["", "[", "null", "{}", "[1]", '[{"piece": 1, "answer": 2}]'])
def test_a_damaged_file_is_as_good_as_none(notebook_folder, content):
    (notebook_folder / FILE).write_text(content)
    assert question().reponse is ...


def test_too_large_a_file_is_not_read(notebook_folder):
    entry = kept(["oui"], "2026-01-01").to_json() | {"more": "x" * memory.MOST_BYTES}
    (notebook_folder / FILE).write_text(json.dumps([entry]))
    assert question().reponse is ...


@given(
    st.lists(
        JSON | st.fixed_dictionaries({"piece": st.just("tri"), "when": st.text(), "answer": JSON})
    )
)
def test_no_kept_answer_makes_a_piece_fail(content):
    found = list(memory._read(content))
    assert all(isinstance(one.piece, str) for one in found)
    for one in found:
        question().receive(one.answer, True)
