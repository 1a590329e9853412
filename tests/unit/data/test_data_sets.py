"""The data sets: whole, fresh, plausible, and holding what their docstrings promise."""

from statistics import mean, median

import pytest

from elloweb.play import crimee, emprunts, pesees, releves, tableau, trajets

SETS = [crimee, emprunts, pesees, releves, trajets]


@pytest.mark.parametrize("data", SETS)
def test_a_data_set_is_fresh_each_time(data):
    rows = data()
    first = dict(rows[0])
    rows[0][next(iter(first))] = "changé"
    rows.clear()
    assert data()[0] == first


@pytest.mark.parametrize("data", SETS)
def test_a_data_set_has_the_same_keys_in_every_row_all_told_in_its_docstring(data):
    rows = data()
    assert all(row.keys() == rows[0].keys() for row in rows)
    for key in rows[0]:
        assert f"``{key}``" in data.__doc__


@pytest.mark.parametrize("data", SETS)
def test_a_data_set_says_where_it_comes_from_and_what_to_ask(data):
    import sys

    words = data.__doc__ + sys.modules[data.__module__].__doc__
    assert ("made up" in words or "Made up" in words) != ("Published by" in words)
    assert "Questions:" in words


def test_a_week_of_weighings_is_whole():
    rows = pesees()
    assert len(rows) == 15
    assert {row["type"] for row in rows} == {"entrée", "plat", "dessert"}
    assert all(0 < row["restes"] < row["prepares"] for row in rows)


def test_comics_pass_novels_once_then_for_good():
    over = [row["mois"] for row in emprunts() if row["bd"] > row["romans"]]
    assert over == ["mai 2025", "sept. 2025", "oct. 2025", "nov. 2025", "déc. 2025"]


def test_every_line_falls_in_august():
    rows = emprunts()
    for kind in ("romans", "bd", "documentaires"):
        for year in (rows[:12], rows[12:]):
            assert min(year, key=lambda row: row[kind])["mois"].startswith("août")


def test_journeys_are_plausible_and_far_ones_pull_the_mean():
    slowest_fastest = {
        "à pied": (4, 5.5),
        "vélo": (10, 18),
        "bus": (5, 16),
        "voiture": (12, 40),
        "train": (25, 45),
    }
    rows = trajets()
    for row in rows:
        low, high = slowest_fastest[row["mode"]]
        assert low <= row["kilometres"] / row["minutes"] * 60 <= high
    distances = [row["kilometres"] for row in rows]
    assert mean(distances) / median(distances) == pytest.approx(2, abs=0.2)
    assert tableau(rows).compte("mode")[0] == {"mode": "bus", "nombre": 9}


def test_the_sensor_has_one_missing_value_and_one_slip():
    rows = releves()
    assert [row["heure"] for row in rows if row["co2"] is None] == ["12 h"]
    assert [row["heure"] for row in rows if row["temperature"] > 40] == ["15 h"]
    temperatures = [row["temperature"] for row in rows]
    assert mean(temperatures) - median(temperatures) > 15


def test_the_crimean_figures_add_up_to_what_was_copied():
    rows = crimee()
    totals = [sum(row[key] for row in rows) for key in ("maladies", "blessures", "autres")]
    assert (len(rows), totals) == (24, [14476, 1758, 1748])
    assert [r["mois"] for r in rows if r["blessures"] > r["maladies"]] == ["sept. 1855"]
