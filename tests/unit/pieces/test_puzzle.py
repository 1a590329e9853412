"""A puzzle of lines: shuffled, put in order, indented, with traps, judged without giving away."""

import json
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elloweb import mission, puzzle
from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import piece
from elloweb.learn.pieces.parsons import pool_of, shuffled
from elloweb.learn.pieces.program import CodeLine, assembled, read_lines

SUM = """
    total = 0
    for restes in [4, 8]:
        total = total + restes
    print(total)
"""
TRAP = "`==` compare deux valeurs ; pour en ranger une, c'est `=`."
LIST = "<ul>\n  <li>\n  </li>\n  <li>\n  </li>\n</ul>"
RIGHT = [
    ["total = 0", 0],
    ["for restes in [4, 8]:", 0],
    ["total = total + restes", 1],
    ["print(total)", 0],
]


def one(**settings):
    return puzzle("somme", SUM, pieges={"total == 0": TRAP}, **settings)


def answered(*rows):
    taken = one()
    taken.receive(list(rows), True)
    return taken


def test_the_right_program_is_praised_and_run():
    right = answered(*RIGHT)
    assert right.reussi
    assert "programme est complet" in right.verdict.message
    assert (
        right.programme
        == "total = 0\nfor restes in [4, 8]:\n    total = total + restes\nprint(total)"
    )
    assert ">12</pre>" in right.state()["shown"]["made"]
    assert "  12" in repr(right)


def test_the_instruction_names_the_arrow_to_press_or_the_spaces_to_type():
    assert (
        "Pousse vers la droite, avec →, les lignes qui sont à l'intérieur"
        in (one().settings()["rules"])
    )
    assert "→" not in repr(one())
    assert "Mets quatre espaces devant les lignes" in repr(one())


def test_an_untouched_puzzle_shows_all_lines_shuffled_and_gives_nothing_away():
    untouched = one()
    lines = untouched.settings()["lines"]
    assert sorted(lines) == sorted([*(text for text, _ in RIGHT), "total == 0"])
    assert [line for line in lines if line != "total == 0"] != [text for text, _ in RIGHT]
    assert untouched.verdict.outcome is Outcome.NOT_STARTED
    assert untouched.programme == ""
    assert untouched.state()["shown"] == {}
    assert TRAP not in json.dumps(untouched.settings())


def test_the_order_is_the_same_in_each_kernel(new_kernel):
    before = one().settings()["lines"]
    new_kernel()
    assert one().settings()["lines"] == before


@pytest.mark.parametrize(
    ("rows", "said", "marks"),
    [
        ([RIGHT[1]], ["Regarde la ligne 1", "sa place"], ["look"]),
        (RIGHT[:1], ["Ta première ligne est à sa place", "encore 3 lignes"], ["right"]),
        (RIGHT[:3], ["Tes 3 premières lignes", "encore une ligne"], ["right"] * 3),
        (
            [*RIGHT[:2], ["total = total + restes", 0], RIGHT[3]],
            ["Tes 2 premières lignes", "Regarde la ligne 3", "décalage", "« : »"],
            ["right", "right", "look"],
        ),
        ([["total == 0", 0], *RIGHT[1:]], ["Regarde la ligne 1", TRAP], ["look"]),
        ([*RIGHT, ["total == 0", 0]], ["Regarde la ligne 5", TRAP], ["right"] * 4 + ["look"]),
        ([RIGHT[0], RIGHT[3], *RIGHT[1:3]], ["la ligne 2", "sa place"], ["right", "look"]),
    ],
    ids=["order first", "missing", "one missing", "indentation", "trap", "trap at end", "order"],
)
def test_a_verdict_says_what_is_right_and_the_one_line_to_look_at(rows, said, marks):
    verdict = answered(*rows).verdict
    assert verdict.outcome is Outcome.NOT_YET
    assert verdict.details["marks"] == marks
    for part in said:
        assert part in verdict.message


def test_no_verdict_holds_a_line_of_the_answer():
    for order in permutations(RIGHT):
        verdict = answered(*order).verdict
        if verdict.outcome is not Outcome.PASSED:
            assert not any(text in verdict.message for text, _ in RIGHT)


def test_nothing_placed_is_no_fault():
    verdict = answered().verdict
    assert verdict.outcome is Outcome.NOT_STARTED
    assert "Choisis d'abord" in verdict.message


def test_a_line_too_many_that_is_no_trap_is_told():
    extra = puzzle("choix", "a = 1\nb = 2\nprint(a)", autres=["a = 1\nprint(a)"])
    extra.repond("a = 1\nprint(a)\nb = 2")
    assert "complet avant la ligne 3" in extra.verdict.message
    assert extra.repond("a = 1\nprint(a)").reussi


def test_another_right_program_passes():
    two = puzzle("deux", "a = 1\nb = 2\nprint(a + b)", autres=["b = 2\na = 1\nprint(a + b)"])
    assert two.repond("b = 2\na = 1\nprint(a + b)").reussi
    assert not two.repond("b = 2\nprint(a + b)\na = 1").reussi


def test_a_draft_is_kept_in_silence_and_a_right_one_is_not_run_yet():
    draft = one()
    draft.receive(RIGHT, False)
    assert draft.verdict.message == ""
    assert draft.state()["shown"] == {}
    assert "  12" not in repr(draft)


@pytest.mark.parametrize(
    "rows", [[RIGHT[0], RIGHT[0]], [["total = 1", 0]], [["total = 0", 4]], [["total = 0", True]]]
)
def test_a_line_twice_or_unknown_or_too_far_is_no_answer(rows):
    assert answered(*rows).reponse is ...


def test_a_draft_comes_back_in_a_new_kernel(new_kernel):
    one().receive(RIGHT[:2], False)
    new_kernel()
    assert one().reponse == RIGHT[:2]
    assert one().verdict.message == ""


def test_a_mission_counts_a_puzzle():
    one().repond(SUM)
    with mission("essai") as m:
        m.resolu("somme")
    report = m.bilan()
    assert report.outcome is Outcome.PASSED
    assert "4 lignes placées" in report.lines[0].message


def test_tags_are_ordered_and_those_alike_can_be_exchanged():
    tags = puzzle("liste", LIST, langage="html")
    assert tags.settings()["levels"] == []
    assert tags.repond(LIST).reussi
    assert tags.repond(LIST.replace("  ", "")).reussi
    assert tags.state()["shown"] == {}
    wrong = tags.repond("<ul>\n</li>\n<li>\n<li>\n</li>\n</ul>")
    assert "Regarde la ligne 2" in wrong.verdict.message


def test_tags_that_differ_in_indentation_alone_can_be_exchanged():
    nested = "<div>\n  <div>\n    <p>Oui</p>\n  </div>\n</div>"
    tags = puzzle("boites", nested, langage="html")
    assert tags.repond("<div>\n<div>\n<p>Oui</p>\n</div>\n</div>").reussi
    swapped = [["  <div>", 0], ["<div>", 0], ["    <p>Oui</p>", 0], ["</div>", 0], ["  </div>", 0]]
    assert tags.accepts(swapped)
    assert tags.judge(swapped).outcome is Outcome.PASSED


def test_without_indentation_to_do_lines_keep_theirs():
    given_ = puzzle("somme", SUM, decalage=False)
    assert "    total = total + restes" in given_.settings()["lines"]
    assert given_.settings()["limit"] == 0
    assert given_.repond(SUM).reussi
    assert given_.programme.split("\n")[2].startswith("    ")
    assert ">12</pre>" in given_.state()["shown"]["made"]


def test_the_lines_of_a_page_are_not_called_a_program():
    tags = puzzle("page", LIST, langage="html").settings()["labels"]
    assert tags["program"] == "Tes lignes"
    assert not any("programme" in text for text in tags.values())
    code = puzzle("total", "total = 0\nprint(total)").settings()["labels"]
    assert code["program"] == "Ton programme"
    assert "dans ton programme" in code["keys"]


class Preview:
    def __init__(self, text):
        self.text = text

    def _repr_html_(self):
        return "<iframe sandbox title='Aperçu'></iframe>"

    def __repr__(self):
        return f"Une page : {self.text}"


def test_what_it_makes_may_be_shown_by_another_piece():
    shown = puzzle("page", LIST, langage="html", montre=Preview)
    assert shown.state()["shown"] == {}
    shown.repond(LIST)
    assert "<iframe" in shown.state()["shown"]["html"]
    assert "Une page" in repr(shown)


def test_a_program_that_fails_when_run_gets_a_french_sentence():
    failing = puzzle("zero", "a = 0\nprint(1 / a)").repond("a = 0\nprint(1 / a)")
    assert failing.reussi
    assert "division" in failing.state()["shown"]["made"]


def test_what_it_prints_is_escaped():
    tags = puzzle("balise", "a = '<b>'\nprint(a)").repond("a = '<b>'\nprint(a)")
    assert "&lt;b&gt;" in tags.state()["shown"]["made"]


def test_code_in_words_keeps_its_spaces_and_sentences_get_french_ones():
    said = repr(puzzle("dico", "d = {1 : 2}\nprint(d)").repond("d = {1 : 2}"))
    assert "d = {1 : 2}" in said
    assert "Lignes à placer\u00a0:" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "le programme est vide"),
        ("total = 1", "« total = 1 » n'est pas une des lignes"),
        ("total = 0\ntotal = 0", "moins souvent"),
        ("total = 0\n  print(total)", "2 espace"),
        ("total = 0\n" + " " * 16 + "print(total)", "plus de 3 crans"),
    ],
)
def test_an_answer_by_code_that_is_none_gets_a_sentence(text, said):
    with pytest.raises(ValueError, match=said):
        one().repond(text)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"programme": "\n   \n"}, "vide"),
        ({"programme": "a = 1"}, "au moins deux lignes"),
        ({"programme": "if a:\n\tb = 1"}, "ligne 2 : elle commence par une tabulation"),
        ({"programme": "if a:\n   b = 1"}, "ligne 2 : elle commence par 3 espace"),
        ({"programme": "for a in b\n    c"}, "ne sait pas lire.*for a in b"),
        ({"pieges": {"print(total) ": "x"}}, "aussi une ligne juste"),
        ({"pieges": {" ": "x"}}, "tient sur une ligne"),
        ({"pieges": {"a\nb": "x"}}, "tient sur une ligne"),
        ({"pieges": {"a": " "}}, "écris la phrase"),
        ({"autres": SUM}, "mets des crochets"),
        ({"autres": ["a = 1\n  b = 2"]}, "autres="),
    ],
)
def test_an_author_is_told_what_makes_no_puzzle(settings, said):
    with pytest.raises(ValueError, match=said):
        puzzle("essai", **({"programme": SUM} | settings))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 4) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner),
)
lines = st.tuples(st.sampled_from([*(text for text, _ in RIGHT), "total == 0"]), st.integers(-1, 5))
near_answers = st.lists(lines.map(list) | json_values, max_size=6)


@given(json_values | near_answers)
def test_whatever_comes_from_outside_is_refused_or_judged(answer):
    taken = one()
    if taken.accepts(answer):
        taken.take(answer)
        assert taken.words()
        assert taken.answer_text(answer)
    else:
        taken.receive(answer, True)
        assert taken.reponse is ...
    piece._opened.clear()


@given(st.permutations(RIGHT), st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_only_the_text_of_the_right_program_passes(order, levels):
    rows = [CodeLine(text, level) for (text, _), level in zip(order, levels, strict=True)]
    verdict = one().judge([[line.text, line.level] for line in rows])
    same = assembled(rows) == assembled(read_lines(SUM, "?"))
    assert (verdict.outcome is Outcome.PASSED) == same
    piece._opened.clear()


programs = st.lists(st.sampled_from("abcd"), min_size=2, max_size=6)


@given(programs, st.lists(st.sampled_from("xyz"), unique=True), st.text(max_size=4))
def test_the_lines_are_never_shown_in_their_order(order, traps, seed):
    assume(len(set(order)) > 1)
    mixed = shuffled([*order, *traps], [order], seed, str)
    assert sorted(mixed) == sorted([*order, *traps])
    assert [text for text in mixed if text in order] != order


@given(programs, programs)
def test_each_right_program_can_be_made_from_the_pool(one_way, other_way):
    ways = [tuple(CodeLine(text) for text in way) for way in (one_way, other_way)]
    pool = pool_of(ways, str)
    for way in (one_way, other_way):
        assert all(pool.count(text) >= way.count(text) for text in way)
    assert len(pool) <= len(one_way) + len(other_way)
