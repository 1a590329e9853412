"""Missions: what a learner gets for every kind of answer, and that nothing ever raises."""

import json
import subprocess
import sys
import threading
import time
import warnings

import pytest

from elloweb.learn import card as card_module
from elloweb.learn import mission as module
from elloweb.learn.guard import TooLongError, guarded
from elloweb.learn.mission import MIME, Mission, Report, mission
from elloweb.learn.outcome import LineState, Outcome

HINTS = ("Regarde la colonne des restes.", "Cherche le jour le plus haut.", "max(…) aide.")


@pytest.fixture(autouse=True)
def _forget_tries():
    module._tries.clear()


def check(namespace, *lines, hints=HINTS, praise=None):
    """Run a check over *namespace*; each line is the arguments of one `attend`."""
    with Mission("essai", hints, praise, namespace) as m:
        for expression, expected, options in lines:
            m.attend(expression, expected, **options)
    return m.bilan()


def one_line(namespace, expression, expected, **options):
    return check(namespace, (expression, expected, options)).lines[0]


def card(report):
    return report._repr_mimebundle_()["text/html"]


def test_a_right_answer_passes_with_all_its_points():
    report = check({"seuil": 12}, ("seuil", 12, {}), ("seuil * 2", 24, {"points": 2}))
    assert report.outcome is Outcome.PASSED
    assert repr(report) == "3"
    assert "Mission réussie" in card(report)


def test_each_line_earns_its_own_points():
    report = check({"a": 1, "b": 0}, ("a", 1, {"points": 0.5}), ("b", 1, {}))
    assert report.outcome is Outcome.NOT_YET
    assert repr(report) == "0.5"


def test_an_untouched_mission_scores_zero_without_reproach():
    namespace = {"seuil": 0, "liste": ...}
    report = check(namespace, ("seuil", 12, {"depart": 0}), ("len(liste)", 3, {}))
    assert report.outcome is Outcome.NOT_STARTED
    assert repr(report) == "0"
    assert "Pas encore commencé" in card(report)
    assert "Indice" not in card(report)


def test_a_half_done_mission_tells_what_is_left_to_do():
    report = check({"a": 5, "b": 0}, ("a", 5, {"depart": 0}), ("b", 5, {"depart": 0}))
    assert report.outcome is Outcome.NOT_YET
    assert "C'est encore la valeur de départ" in report.lines[1].message


def test_the_authors_word_on_the_starting_value_comes_before_ours():
    line = one_line({"seuil": 0}, "seuil", 12, depart=0, erreurs={0: "Change le zéro."})
    assert line.state is LineState.UNTOUCHED
    assert line.message == "Change le zéro."


def test_a_function_that_still_returns_the_stub_is_untouched():
    assert one_line({"f": lambda: ...}, "f()", 3).state is LineState.UNTOUCHED


def test_a_known_wrong_answer_gets_its_own_message():
    line = one_line({"seuil": 30}, "seuil", 12, erreurs={30: "30, c'est le total."})
    assert line.message == "30, c'est le total."


def test_wrong_answers_that_cannot_be_keys_come_as_pairs():
    line = one_line({"x": [1, 2]}, "x", [2], erreurs=[([1, 2], "Tu as tout gardé.")])
    assert line.message == "Tu as tout gardé."


def test_a_name_that_does_not_exist_yet_sends_to_the_cell_above():
    line = one_line({}, "seuil + 1", 12)
    assert line.state is LineState.MISSING
    assert "Ce nom n'existe pas encore" in line.message
    assert "Lance d'abord la cellule au-dessus" in line.message


def test_a_name_missing_inside_her_function_is_told_otherwise():
    namespace = {}
    exec("def f():\n    return inconnu", namespace)
    line = one_line(namespace, "f()", 1)
    assert line.state is LineState.FAILED
    assert "Python ne connaît pas le nom `inconnu`" in line.message


def test_printing_instead_of_returning_is_recognised():
    namespace = {}
    exec("def f(x):\n    print(x)", namespace)
    assert "Remplace `print` par `return`" in one_line(namespace, "f(3)", 3).message


def test_a_forgotten_return_is_recognised():
    line = one_line({"f": lambda: None}, "f()", 5)
    assert "`f()` a donné None ; on espérait 5" in line.message


@pytest.mark.parametrize(
    ("value", "expected", "remark"),
    [
        ("Mardi ", "mardi", "majuscules"),
        ("12", 12, "Enlève les guillemets"),
        ("8,5", 8.5, "Enlève les guillemets"),
        ("48 kg", 48, "sans unité"),
        (12, "12", "Mets des guillemets"),
        (8.6, 8.5789, "arrondi"),
        ([2, 1], [1, 2], "dans un autre ordre"),
        (["Lundi ", "mardi"], ["lundi", "mardi"], "majuscules"),
        ((48, 0), 48, "Python veut un point"),
        ([5, 4, 2], 11, "un seul nombre"),
    ],
)
def test_an_answer_that_is_almost_right_is_told_so(value, expected, remark):
    assert remark in one_line({"x": value}, "x", expected).message


@pytest.mark.parametrize(
    ("value", "expected"),
    [((1, 2), [1, 2]), (0.1 + 0.2, 0.3), ({"a": (1,)}, {"a": [1]}), (3.0, 3), ("é", "é")],
)
def test_what_a_teacher_would_call_right_is_right(value, expected):
    assert one_line({"x": value}, "x", expected).state is LineState.RIGHT


@pytest.mark.parametrize(("value", "expected"), [(True, 1), (1, True), ([1], [1, 2]), ("1", 1)])
def test_what_only_python_would_call_equal_is_wrong(value, expected):
    assert one_line({"x": value}, "x", expected).state is LineState.WRONG


def test_a_margin_widens_what_is_right():
    assert one_line({"x": 8.6}, "x", 8.5789, marge=0.05).state is LineState.RIGHT
    assert one_line({"x": 8.7}, "x", 8.5789, marge=0.05).state is LineState.WRONG


def test_numbers_and_arrays_of_other_libraries_are_compared_as_plain_ones():
    numpy = pytest.importorskip("numpy")
    assert one_line({"x": numpy.float64(2)}, "x", 2).state is LineState.RIGHT
    assert one_line({"x": numpy.array([1, 2])}, "x", [1, 2]).state is LineState.RIGHT


def test_the_card_never_gives_the_answer_away():
    report = check({"jour": "lundi", "n": 3}, ("jour", "jeudi", {}), ("n", 4711, {}))
    assert "jeudi" not in card(report)
    assert "4711" not in card(report)


@pytest.mark.parametrize(
    ("value", "expected", "hope"),
    [
        (3, 4, "un nombre entier, mais pas celui-là"),
        ([1, 2], [1, 3], "une liste de 2 éléments, mais pas celle-là"),
        ([1], [1, 3], "on espérait une liste de 2 éléments."),
        ({}, 3, "on espérait un nombre entier."),
    ],
)
def test_what_was_hoped_for_is_told_by_its_kind(value, expected, hope):
    assert hope in one_line({"x": value}, "x", expected).message


def test_a_call_on_an_example_shows_what_was_hoped_for():
    assert "on espérait 5" in one_line({"f": lambda x: 9}, "f([5])", 5).message


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("lundi", 'Tu as "lundi"'),
        (["a", 'b"'], """Tu as ["a", 'b"']"""),
        ("x" * 500, "..."),
        (list(range(100)), "[0, 1, 2, 3, 4, 5, 6, 7, ...]"),
    ],
)
def test_what_came_is_shown_as_she_writes_it_and_short(value, shown):
    message = one_line({"x": value}, "x", 3).message
    assert shown in message
    assert len(message) < 160


def test_hints_come_one_more_at_each_try_and_only_then():
    shown = [len(check({"x": 1}, ("x", 2, {})).hints) for _ in range(5)]
    assert shown == [1, 2, 3, 3, 3]
    assert check({"x": 2}, ("x", 2, {})).hints == ()


def test_an_untouched_mission_uses_up_no_hint():
    check({"x": 0}, ("x", 2, {"depart": 0}))
    assert check({"x": 1}, ("x", 2, {})).hints == HINTS[:1]


def test_a_cell_that_was_not_run_is_told_once_and_uses_up_no_hint():
    report = check({}, ("double(4)", 8, {}), ("double(2)", 4, {}))
    assert report.hints == ()
    assert "À lancer d'abord" in card(report)
    assert card(report).count("Lance d'abord la cellule") == 1
    assert "double(2)" in card(report)


class Hostile:
    """An object whose every method misbehaves."""

    def __eq__(self, other):
        raise RuntimeError("eq")

    def __repr__(self):
        raise SystemExit("repr")

    __hash__ = None


def forever():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


def leave():
    sys.exit(1)


def recurse():
    return recurse()


@pytest.mark.parametrize("expression", ["1 / 0", "leave()", "hostile", "recurse()", "[][3]", "x.y"])
def test_an_expression_that_fails_costs_its_own_line_alone(expression):
    namespace = {"leave": leave, "hostile": Hostile(), "recurse": recurse, "x": 2}
    report = check(namespace, (expression, 1, {}), ("x", 2, {}))
    assert [line.won for line in report.lines] == [0, 1]
    assert report.lines[0].message
    assert "Error" not in card(report)


def test_a_loop_that_swallows_its_interruption_is_stopped_all_the_same():
    begun = time.monotonic()
    report = check({"forever": forever, "x": 2}, ("forever()", 1, {}), ("x", 2, {}))
    assert [line.won for line in report.lines] == [0, 1]
    assert "une boucle ne s'arrête sans doute jamais" in report.lines[0].message
    # Only that it ended at all is promised; this bound is for a clear failure.
    assert time.monotonic() - begun < 60


def test_what_an_expression_prints_or_warns_never_shows(capsys):
    def noisy():
        print("bruit")
        print("bruit", file=sys.stderr)
        warnings.warn("bruit", stacklevel=1)
        return 1

    with Mission("essai", namespace={"noisy": noisy}) as m:
        m.attend("noisy()", 1)
    captured = capsys.readouterr()
    assert captured.out == captured.err == ""
    assert m.bilan().outcome is Outcome.PASSED


def test_a_variable_called_like_a_builtin_does_not_break_the_check():
    namespace = {"len": 3, "sum": 4, "x": [1, 2]}
    assert one_line(namespace, "len(x) + sum(x)", 5).state is LineState.RIGHT


def test_an_authors_mistake_could_not_run_and_is_nobodys_fault():
    with Mission("essai", namespace={"x": 1}) as m:
        m.attend("x", 1)
        m.attend("x +", 1, inconnu=3)
    report = m.bilan()
    assert report.outcome is Outcome.COULD_NOT_RUN
    assert repr(report) == "0"
    assert "Ce n'est pas ta faute" in card(report)


def test_a_check_without_a_line_could_not_run():
    with Mission("essai") as m:
        pass
    assert m.bilan().outcome is Outcome.COULD_NOT_RUN


def test_a_condition_tells_what_to_do_when_it_does_not_hold():
    with Mission("essai", namespace={"x": [1]}) as m:
        m.verifie("len(x) >= 3", "au moins trois barres", "Ajoute des barres.")
        m.verifie("x", "une liste", "Ajoute une liste.")
    report = m.bilan()
    assert report.lines[0].message == "Ajoute des barres."
    assert report.lines[1].state is LineState.RIGHT


@pytest.mark.parametrize(
    ("remarks", "begun", "state", "says"),
    [
        ([], False, LineState.UNTOUCHED, "quand tu auras commencé"),
        (["Ligne 2 : trop tôt."], False, LineState.UNTOUCHED, "quand tu auras commencé"),
        ([], True, LineState.RIGHT, ""),
        (["Ligne 2 : `<p>` reste ouvert.", "Autre."], True, LineState.WRONG, "Ligne 2 : `<p>`"),
    ],
)
def test_a_line_without_fault_tells_the_first_one_that_the_material_found(
    remarks, begun, state, says
):
    with Mission("essai", namespace={"remarques": remarks, "debut": begun}) as m:
        m.sans_faute("remarques", "une page sans faute", commence="debut")
    (line,) = m.bilan().lines
    assert line.state is state
    assert says in line.message
    assert "Autre." not in line.message


def test_a_material_that_is_not_there_yet_sends_her_to_its_cell():
    with Mission("essai", namespace={}) as m:
        m.sans_faute("ma_page.fautes()", "une page sans faute", commence="ma_page.compte('p') > 1")
    assert m.bilan().lines[0].state is LineState.MISSING


def test_the_card_carries_nothing_active_and_no_points():
    evil = "<script>alert(1)</script>"
    report = check({"x": evil}, ("x", "autre", {"nom": evil}), hints=(evil,) * 3)
    assert "<script" not in card(report)
    assert "point" not in card(report).casefold()


def test_each_line_that_is_right_stands_by_itself_without_an_empty_end():
    titles = ("un titre, deux parties", "une image")
    report = check({"x": True}, *(("x", True, {"nom": title}) for title in titles))
    for title in titles:
        assert f"</strong> · {title}</li>" in card(report)
        assert f"C'est bon · {title}\n" in card_module.text(report)


def test_the_card_says_in_words_what_it_says_in_signs():
    report = check({"x": 1, "y": 1}, ("x", 1, {}), ("y", 2, {}))
    assert "C'est bon" in card(report)
    assert "À revoir" in card(report)
    assert 'lang="fr"' in card(report)


def test_praise_is_for_the_passed_mission_alone():
    assert "Bien vu" in card(check({"x": 1}, ("x", 1, {}), praise="Bien vu."))
    assert "Bien vu" not in card(check({"x": 2}, ("x", 1, {}), praise="Bien vu."))


def test_code_between_backquotes_and_french_spaces_reach_the_card():
    text = card(check({"x": 1}, ("x", 2, {"erreurs": {1: "As-tu vu `max` ?"}})))
    assert "<code>max</code>\u202f?" in text


def test_grading_reads_the_report_back():
    report = check({"x": 1, "y": 3}, ("x", 1, {}), ("y", 2, {}))
    bundle = report._repr_mimebundle_()
    assert bundle["text/plain"] == "1"
    assert json.loads(json.dumps(bundle[MIME])) == bundle[MIME]
    assert bundle[MIME]["outcome"] == "not yet"
    assert [line["won"] for line in bundle[MIME]["lines"]] == [1, 0]


def test_each_run_of_a_check_adds_one_line_to_the_journal(tmp_path, monkeypatch):
    path = tmp_path / "lynx.jsonl"
    monkeypatch.setenv("ELLOWEB_JOURNAL", str(path))
    check({"x": 1}, ("x", 2, {}), ("1 / 0", 2, {}))
    check({"secret": 2, "x": 2}, ("x", 2, {}), ("secret", 2, {}))
    entries = [json.loads(line) for line in path.read_text().splitlines()]
    assert [set(entry) for entry in entries] == [
        {"time", "mission", "outcome", "points", "tries", "hints", "error"}
    ] * 2
    assert [(e["outcome"], e["points"], e["tries"], e["hints"]) for e in entries] == [
        ("not yet", 0, 1, 1),
        ("passed", 2, 2, 0),
    ]
    assert [e["error"] for e in entries] == ["ZeroDivisionError", None]
    assert "secret" not in path.read_text()


@pytest.mark.parametrize("broken", ["absent/lynx.jsonl", "."])
def test_a_journal_that_cannot_be_written_costs_nothing(tmp_path, monkeypatch, broken):
    monkeypatch.setenv("ELLOWEB_JOURNAL", str(tmp_path / broken))
    assert check({"x": 1}, ("x", 1, {})).outcome is Outcome.PASSED


def test_there_is_no_journal_while_grading(tmp_path, monkeypatch):
    monkeypatch.setenv("ELLOWEB_JOURNAL", str(tmp_path / "j"))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    check({"x": 1}, ("x", 1, {}))
    assert list(tmp_path.iterdir()) == []


def test_outside_a_notebook_the_card_is_plain_text(capsys):
    check({"x": 1}, ("x", 2, {}))
    printed = capsys.readouterr().out
    assert "Pas encore" in printed
    assert "Indice 1 sur 3" in printed
    assert "<" not in printed


def test_outside_a_notebook_the_names_are_the_callers():
    globals()["reponse"] = 42
    with mission("essai") as m:
        m.attend("reponse", 42)
    assert m.bilan().outcome is Outcome.PASSED


def test_importing_mission_brings_neither_nbgrader_nor_matplotlib():
    program = (
        "import sys; from elloweb import mission; "
        "print([m for m in ('nbgrader', 'matplotlib', 'numpy', 'IPython') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_a_report_without_lines_has_no_points():
    assert Report("x", Outcome.COULD_NOT_RUN, ()).points == 0


def test_a_loop_is_stopped_beside_the_main_thread_too():
    def endless():
        while True:
            pass

    attempts = []
    thread = threading.Thread(target=lambda: attempts.append(guarded(endless, 0.1)))
    thread.start()
    thread.join(timeout=20)
    assert isinstance(attempts[0].error, TooLongError)


def test_what_ends_in_time_beside_the_main_thread_is_left_alone():
    attempts = []

    def many():
        for _ in range(300):
            attempts.append(guarded(lambda: 3, 0.0001))
            attempts.append(guarded(lambda: sum(range(100)), 5))

    thread = threading.Thread(target=many)
    thread.start()
    thread.join(timeout=20)
    assert len(attempts) == 600
    assert all(one.value == 4950 for one in attempts[1::2])
