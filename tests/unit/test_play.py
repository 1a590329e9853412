"""The playful pieces: what they show, and what they say when they cannot."""

import base64
import re

import pytest

from elloweb.play import barres, pesees, tableau


def html(piece):
    return piece._repr_mimebundle_()["text/html"]


def test_a_week_of_weighings_is_whole_and_fresh_each_time():
    rows = pesees()
    assert len(rows) == 15
    assert {row["type"] for row in rows} == {"entrée", "plat", "dessert"}
    assert all(0 < row["restes"] < row["prepares"] for row in rows)
    rows[0]["restes"] = 1000
    assert pesees()[0]["restes"] == 5


def test_a_chart_keeps_the_data_behind_it():
    chart = barres(["a", "b"], [1, 2.5], titre="Essai", unite="kg", depart=1, repere=2)
    assert (chart.noms, chart.valeurs) == (("a", "b"), (1, 2.5))
    assert (chart.titre, chart.unite, chart.depart, chart.repere) == ("Essai", "kg", 1, 2)


def test_a_chart_is_a_picture_with_its_text_alternative():
    chart = barres(["a", 'b "<'], [1, 2], titre="Essai & co", unite="kg", depart=1, repere=2)
    found = re.search(
        r'<img lang="fr" alt="([^"]*)" src="data:image/png;base64,([^"]*)"', html(chart)
    )
    assert found
    for said in ("Essai &amp; co, en kg", "a 1", "b &quot;&lt; 2", "commence à 1", "repère à 2"):
        assert said in found[1]
    assert base64.b64decode(found[2]).startswith(b"\x89PNG")


def test_a_chart_can_be_told_without_a_picture():
    assert repr(barres(["a"], [3])) == "Diagramme en barres : a 3."


@pytest.mark.parametrize(
    ("arguments", "options", "says"),
    [
        (("abc", [1]), {}, "deux listes"),
        ((["a"], 3), {}, "deux listes"),
        ((["a", "b"], [1]), {}, "2 nom(s) et 1 valeur(s)"),
        (([], []), {}, "aucune barre"),
        ((["a"], ["1"]), {}, "attend des nombres"),
        ((["a"], [float("nan")]), {}, "attend des nombres"),
        ((["a"], [1]), {"depart": "0"}, "pour depart et repere"),
        ((["a"], [1]), {"repere": "9"}, "pour depart et repere"),
        ((["a"], [1]), {"titre": 3}, "pour titre et unite"),
    ],
)
def test_a_chart_that_cannot_be_drawn_says_why_in_french(arguments, options, says):
    with pytest.raises((TypeError, ValueError), match=re.escape(says)):
        barres(*arguments, **options)


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
    assert repr(table) == "<i>\nnom  kg\n<b>  1"


def test_one_row_alone_is_a_table_too():
    assert tableau(pesees()[0]).rows == (("lundi", "carottes râpées", "entrée", "30", "5"),)


@pytest.mark.parametrize("rows", [[], [1, 2], "abc"])
def test_what_is_no_table_says_so_in_french(rows):
    with pytest.raises(ValueError, match=r"attend une liste de lignes"):
        tableau(rows)
