"""Tables: how they look, what they answer, and what they say when asked for what is not there."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elloweb.play import pesees, releves, tableau, trajets
from elloweb.play.data import table_display
from elloweb.play.data.numbers import aligned, is_number, python, written

ROWS = [
    {"nom": "Élan", "kg": 12.5, "jour": "lundi"},
    {"nom": "abri", "kg": None, "jour": "mardi"},
    {"nom": "zèbre", "kg": 1234, "jour": "lundi"},
    {"nom": "étape", "kg": 0.25},
]


@pytest.fixture
def table():
    return tableau(ROWS, "Essai")


def test_a_table_has_a_caption_and_column_headers():
    shown = tableau(pesees(), "La semaine")._repr_html_()
    assert "<caption" in shown
    assert "La semaine" in shown
    assert shown.count('<th scope="col"') == 5
    assert shown.count("<tr>") == 16


def test_a_table_is_escaped_and_readable_as_text():
    table = tableau([{"nom": "<b>", "kg": 1}], "<i>")
    assert "<b>" not in table._repr_html_()
    assert "<i>" not in table._repr_html_()
    assert repr(table) == "<i>\nnom  kg\n<b>   1"


def test_numbers_are_french_and_their_commas_in_line(table):
    assert repr(table) == (
        "Essai\n"
        "nom         kg  jour\n"
        "Élan     12,5   lundi\n"
        "abri         –  mardi\n"
        "zèbre  1234     lundi\n"
        "étape     0,25  –\n"
        "– : valeur manquante"
    )
    assert 'text-align:right;font-variant-numeric:tabular-nums">12,5\u2007<' in table._repr_html_()


def test_a_missing_value_is_said_in_words_to_a_screen_reader(table):
    shown = table._repr_html_()
    assert shown.count('<span role="img" aria-label="valeur manquante"') == 2
    assert "–\u00a0: valeur manquante</p>" in shown
    assert "manquante" not in tableau([{"a": 1}])._repr_html_()


def test_none_nan_empty_texts_and_missing_keys_are_all_missing_values():
    rows = [{"a": 1, "b": 1}, {"a": None, "b": 1}, {"a": float("nan"), "b": 1}, {"a": " ", "b": 1}]
    assert tableau([*rows, {"b": 1}]).colonne("a") == [1, None, None, None, None]


@pytest.mark.parametrize("count", [1, 30, 31, 60])
def test_every_row_of_a_long_table_can_be_reached(count):
    table = tableau([{"n": f"rang {i}"} for i in range(count)])
    shown = table._repr_html_()
    for i in range(count):
        assert f">rang {i}<" in shown
        assert f"rang {i}\n" in table.texte() + "\n"
    hidden = count - 20 if count > 30 else 0
    assert ("<details" in shown) == bool(hidden)
    assert (f"… et {hidden} autres lignes" in repr(table)) == bool(hidden)
    assert (f'<summary style="cursor:pointer">… et {hidden} autres lignes' in shown) == bool(hidden)
    assert repr(table).count("rang") == (20 if hidden else count)


def test_one_row_alone_is_a_table_too():
    assert tableau(pesees()[0]).lignes == pesees()[:1]


def test_a_table_of_a_table_takes_another_title(table):
    again = tableau(table.filtre("jour", "lundi"), "Le lundi")
    assert (again.titre, len(again)) == ("Le lundi", 2)


def test_a_table_never_changes(table):
    table.lignes[0]["nom"] = "autre"
    next(iter(table))["nom"] = "autre"
    table.colonne("nom")[0] = "autre"
    assert table[0]["nom"] == "Élan"
    table.trie("kg")
    assert table.colonne("nom") == ["Élan", "abri", "zèbre", "étape"]


def test_a_table_is_read_like_a_list_of_dictionaries(table):
    assert [row["nom"] for row in table] == table.colonne("nom")
    assert (len(table), table[-1]["kg"], len(table[1:3])) == (4, 0.25, 2)


def test_a_filter_keeps_what_is_equal_more_or_less(table):
    assert table.filtre("jour", "lundi").colonne("nom") == ["Élan", "zèbre"]
    assert table.filtre("kg", plus_de=12.5).colonne("nom") == ["zèbre"]
    assert table.filtre("kg", moins_de=12.5).colonne("nom") == ["étape"]
    assert table.filtre("kg", plus_de=1, moins_de=100).colonne("nom") == ["Élan"]
    assert table.filtre("kg", None).colonne("nom") == ["abri"]
    assert table.filtre("kg", moins_de=12.5).titre == "Essai · kg : moins de 12,5"


def test_a_filter_that_keeps_nothing_gives_an_empty_table(table):
    empty = table.filtre("jour", "samedi")
    assert len(empty) == 0
    assert repr(empty).endswith("Aucune ligne.")
    assert "Aucune ligne." in empty._repr_html_()
    assert empty.trie("kg").compte("jour").lignes == []


def test_rows_are_sorted_by_number_or_as_in_the_dictionary(table):
    assert table.trie("kg").colonne("kg") == [0.25, 12.5, 1234, None]
    assert table.trie("kg", decroissant=True).colonne("kg") == [1234, 12.5, 0.25, None]
    assert table.trie("nom").colonne("nom") == ["abri", "Élan", "étape", "zèbre"]


def test_rows_are_counted_by_value(table):
    assert table.compte("jour").lignes == [
        {"jour": "lundi", "nombre": 2},
        {"jour": "mardi", "nombre": 1},
        {"jour": None, "nombre": 1},
    ]
    assert tableau([{"nombre": 1}]).compte("nombre").colonnes == ("nombre", "combien")


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda t: t.colonne("nmo"), "Voulais-tu dire « nom » ?"),
        (lambda t: t.colonne("KG"), "Voulais-tu dire « kg » ?"),
        (lambda t: t.colonne("Jours"), "Voulais-tu dire « jour » ?"),
        (lambda t: t.colonne("xyz"), "Il y a : nom, kg, jour."),
        (lambda t: t.filtre("km", 3), "pas de colonne « km »"),
        (lambda t: t.trie("Nom"), "Voulais-tu dire « nom » ?"),
        (lambda t: t.compte(3), "pas de colonne « 3 »"),
        (lambda t: t.filtre("jour"), "ne dit pas quoi garder"),
        (lambda t: t.filtre("kg", plus_de="9"), "attend un nombre, sans guillemets, pour plus_de"),
        (lambda t: t.filtre("jour", plus_de=9), "Colonne jour, 1re ligne : lundi n'est"),
        (lambda t: tableau([{"a": 3}, {"a": "2,5"}]).trie("a"), "2e ligne : 2,5 n'est pas un"),
        (lambda t: t["kg"], 'écris .colonne("kg")'),
        (lambda t: t[4], "ce tableau a 4 ligne(s)"),
        (lambda t: tableau([{1: 2}]), "le nom de colonne 1 n'est pas un texte"),
        (lambda t: tableau([{}]), "au moins une colonne"),
        (lambda t: tableau([{"a": 1}], 3), "guillemets pour titre"),
        *[(lambda t, rows=rows: tableau(rows), "liste de lignes") for rows in ([], [1], "a", 3)],
    ],
)
def test_what_a_table_cannot_do_it_says_in_french(table, ask, says):
    with pytest.raises((ValueError, TypeError, IndexError), match=re.escape(says)):
        ask(table)


def test_an_object_that_cannot_be_written_is_shown_as_such():
    class Broken:
        def __str__(self):
            raise RuntimeError

    assert "(illisible)" in repr(tableau([{"a": Broken()}]))
    assert "oui" in repr(tableau([{"a": True}]))


ANY_CELL = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5))
COLUMNS = st.sampled_from(["a", "b", "c"])


@settings(deadline=None)
@given(st.lists(st.dictionaries(st.one_of(COLUMNS, st.integers()), ANY_CELL), max_size=40))
def test_any_rows_make_a_table_or_a_sentence(rows):
    if not any(rows) or any(isinstance(key, int) for row in rows for key in row):
        with pytest.raises((ValueError, TypeError), match=r"tableau\(…\)"):
            tableau(rows)
        return
    table = tableau(rows)
    assert len(table) == len(rows)
    shown = table._repr_html_()
    assert shown.count("<td") == len(rows) * len(table.colonnes)
    assert repr(table) == repr(tableau(table, "Tableau"))


@settings(deadline=None)
@given(st.lists(st.fixed_dictionaries({"a": ANY_CELL}), min_size=1, max_size=8), ANY_CELL)
def test_filter_sort_and_count_lose_no_row(rows, value):
    table = tableau(rows)
    assert sum(table.compte("a").colonne("nombre")) == len(rows)
    assert len(table.filtre("a", value)) <= len(rows)
    values = [value for value in table.colonne("a") if value is not None]
    if all(isinstance(v, str) for v in values) or all(is_number(v) for v in values):
        missing = [v is None for v in table.trie("a").colonne("a")]
        assert missing == sorted(v is None for v in table.colonne("a"))
    else:
        with pytest.raises(TypeError, match="n'est pas un nombre"):
            table.trie("a")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (2024, "2024"),
        (12345, "12\u202f345"),
        (-1234567, "\u22121\u202f234\u202f567"),
        (2.5, "2,5"),
        (0.1 + 0.2, "0,3"),
        (12345.678, "12\u202f345,7"),
        (1 / 3, "0,333333"),
        (1e-20, "1e\u221220"),
        (10**20, "100\u202f000\u202f000\u202f000\u202f000\u202f000\u202f000"),
    ],
)
def test_numbers_are_written_as_french_writes_them(value, text):
    assert written(value) == text


@settings(deadline=None)
@given(st.integers(-(10**9), 10**9).map(lambda n: n / 1000))
def test_a_number_written_for_python_is_read_back(value):
    assert float(python(value)) == pytest.approx(value, rel=1e-5)


@settings(deadline=None)
@given(st.lists(st.integers(-(10**6), 10**6).map(lambda n: n / 100), min_size=1))
def test_numbers_in_a_column_take_the_same_room_after_the_comma(values):
    def room(text):
        sign = re.search("[,\u2008]", text)
        return len(text) - sign.start() if sign else 0

    assert len({room(text) for text in aligned(values)}) == 1


def test_data_sets_can_be_shown_as_tables():
    assert "–" in repr(tableau(releves()))
    assert len(trajets()) <= table_display.MOST_ROWS
