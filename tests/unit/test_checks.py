"""What an executed check says, read as untrusted input and settled for nbgrader."""

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_output

from elloweb.grading.checks import DID_NOT_RUN, MOST_TEXT, read_outcomes, settle_checks
from elloweb.learn.mission import MIME, Mission
from elloweb.learn.outcome import Outcome
from small_kit import CHECK_JOUR, check_cell

LINE = {"label": "`jour`", "state": "right", "message": "oui", "won": 2}
TEST = "assert jour == 'jeudi'"


def result(text="2", **changes):
    content = {
        "mission": "jour",
        "outcome": "passed",
        "points": 2,
        "lines": [LINE],
        **changes,
    }
    return new_output("execute_result", {"text/plain": text, MIME: content})


def stream(name, text="bla"):
    return new_output("stream", name=name, text=text)


def executed(*outputs, source=CHECK_JOUR, points=2):
    cell = check_cell("jour", source, points)
    cell.outputs = list(outputs)
    # Not validated: what a kernel sends may be anything.
    return nbformat.from_dict({"cells": [new_code_cell("1"), cell]})


def settled(*outputs, **options):
    notebook, _ = settle_checks(executed(*outputs, **options), {})
    return notebook.cells[1].outputs


def outcome(*outputs):
    return read_outcomes(executed(*outputs))["jour"]


def test_a_result_stays_as_it_is():
    assert settled(result()) == [result()]
    assert outcome(result()).outcome is Outcome.PASSED


def test_what_missions_really_return_is_read_back():
    with Mission("jour", namespace={"jour": "mardi", "heure": 10}) as mission:
        mission.attend("jour", "jeudi", erreurs={"mardi": "Trop tôt."})
        mission.attend("heure", 10)
    report = mission.bilan()
    read = outcome(new_output("execute_result", report._repr_mimebundle_()))
    assert (read.outcome, read.points) == (Outcome.NOT_YET, 1)
    assert [line.message for line in read.lines] == [line.message for line in report.lines]
    assert read.lines[0].message == "Trop tôt."


def test_warnings_cost_no_marks():
    assert settled(stream("stderr"), result(), stream("stdout")) == [result(), stream("stdout")]


BAD = {
    "nothing": [],
    "only text": [stream("stdout")],
    "two results": [result(), result()],
    "an error besides": [result(), new_output("error", ename="E", evalue="", traceback=[])],
    "more than all points": [result("3", points=3)],
    "less than none": [result("-1", points=-1)],
    "no number": [result("nan", points="nan")],
    "a word": [result("beaucoup", points="beaucoup")],
    "points that differ": [result("2", points=1)],
    "another mission's": [result(mission="double")],
    "no such outcome": [result(outcome="great")],
    "an outcome that is no text": [result(outcome=["passed"])],
    "lines that are none": [result(lines="beaucoup")],
    "a broken line": [result(lines=[{"label": 1}])],
    "a line that wins no number": [result(lines=[{**LINE, "won": float("inf")}])],
    "too many lines": [result(lines=[LINE] * 1000)],
    "no data": [new_output("execute_result", {"text/plain": "2"})],
    "a display": [new_output("display_data", result()["data"])],
}


@pytest.mark.parametrize("name", BAD)
def test_anything_else_did_not_run_and_counts_zero(name):
    (only,) = settled(*BAD[name])
    assert (only.output_type, only.ename) == ("error", DID_NOT_RUN)
    assert outcome(*BAD[name]).outcome is Outcome.COULD_NOT_RUN
    assert outcome(*BAD[name]).points == 0


def test_why_an_execution_stopped_is_not_taken_for_a_result():
    stopped = new_output("error", ename="NotebookStopped", evalue="x", traceback=[])
    assert settled(stopped)[0].ename == DID_NOT_RUN


@pytest.mark.parametrize("outputs", [[], [stream("stderr")], [stream("stdout")]])
def test_other_authors_tests_are_left_alone(outputs):
    assert settled(*outputs, source=TEST) == outputs
    assert read_outcomes(executed(*outputs, source=TEST)) == {}


def test_long_messages_are_cut():
    long = "x" * 10_000
    line = {"label": long, "state": "wrong", "message": long, "won": 0}
    read = outcome(result("0", points=0, outcome="not yet", lines=[line]))
    assert len(read.lines[0].message) == len(read.lines[0].label) == MOST_TEXT


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            key: json_values | st.just(value) for key, value in result()["data"][MIME].items()
        },
    ),
    json_values,
)
def test_no_output_whatever_makes_reading_fail(content, text):
    output = result()
    output["data"] = {"text/plain": text, MIME: content}
    read = outcome(output)
    assert isinstance(read.outcome, Outcome)
    assert 0 <= read.points <= 2
