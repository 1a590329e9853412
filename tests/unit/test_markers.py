"""The author's markers: what learners get in place of answers, and that no answer leaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.content.markers import CODE_STUB, answer, find_faults, starter

SOURCE = """\
avant = 1
### BEGIN SOLUTION
jour = "jeudi"
### DÉPART jour = "lundi"  # change le jour
### DÉPART
### DÉPART print(jour)
### END SOLUTION
après = 2"""


def test_the_starter_stands_in_place_of_the_answer():
    assert starter(SOURCE, CODE_STUB).split("\n") == [
        "avant = 1",
        'jour = "lundi"  # change le jour',
        "",
        "print(jour)",
        "après = 2",
    ]


def test_a_region_without_a_starter_gets_the_calm_stub_at_its_indentation():
    source = "def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
    assert starter(source, CODE_STUB) == "def f():\n    ...  # à toi de jouer"


def test_the_answer_is_the_source_without_its_markers():
    assert answer(SOURCE).split("\n") == ["avant = 1", 'jour = "jeudi"', "après = 2"]


def test_markers_in_order_have_no_fault():
    assert find_faults(SOURCE) == []
    assert find_faults("# Solution de la semaine\nfin = 2") == []
    assert find_faults("## Départ de la course") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("### BEGIN SOLUTON", "mal écrit"),
        ("### BEGIN  SOLUTION", "mal écrit"),
        ("###BEGIN SOLUTION", "mal écrit"),
        ("# BEGIN SOLUTION", "mal écrit"),
        ("## begin solution", "mal écrit"),
        ("### DEBUT SOLUTION", "mal écrit"),
        ("### BEGINN SOLUTION", "mal écrit"),
        ("x = 1 ### BEGIN SOLUTION", "mal écrit"),
        ("### END SOLUTIONS", "mal écrit"),
        ("### DEPART x = 1", "mal écrit"),
        ("###DÉPART x = 1", "mal écrit"),
        ("### END SOLUTION", "END SOLUTION sans BEGIN"),
        ("### DÉPART x = 1", "hors d'une région"),
    ],
)
def test_a_marker_that_would_publish_the_answer_is_told_with_its_line(line, says):
    (fault,) = find_faults(f"x = 0\n{line}\ny = 2")
    assert fault.line == 2
    assert says in fault.fault
    assert fault.mend


def test_an_unclosed_region_is_told_where_it_opens():
    faults = find_faults("### BEGIN SOLUTION\nx = 1\n### BEGIN SOLUTION\ny = 2")
    assert [fault.line for fault in faults] == [1, 3]
    assert all("sans END SOLUTION" in fault.fault for fault in faults)


_LINES = st.lists(
    st.sampled_from(
        ["SECRET", "### BEGIN SOLUTION", "### END SOLUTION", "### DÉPART a = 1", "b = 2", ""]
    )
)


@given(_LINES)
def test_no_answer_leaks_from_markers_without_fault(lines):
    source = "\n".join(lines)
    if find_faults(source):
        return
    inside, secrets_outside = False, 0
    for line in lines:
        inside = line == "### BEGIN SOLUTION" or (inside and line != "### END SOLUTION")
        secrets_outside += line == "SECRET" and not inside
    built = starter(source, CODE_STUB)
    assert built.count("SECRET") == secrets_outside
    assert "###" not in built
