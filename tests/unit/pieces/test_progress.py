"""The bar of missions moves on by itself, and never back."""

import pytest

from elloweb import mission, progression

MISSIONS = {"releve": "Le relevé", "moyenne": "La moyenne"}


def check(name, value):
    with mission(name) as m:
        m.namespace = {"x": value}
        m.attend("x", 1)
    return m.bilan()


def test_a_passed_mission_moves_the_bar():
    bar = progression(MISSIONS)
    assert "0 mission réussie sur 2" in repr(bar)
    check("releve", 0)
    assert "0 mission réussie sur 2" in repr(bar)
    check("releve", 1)
    assert "1 mission réussie sur 2" in repr(bar)
    assert "✓ Le relevé (réussie)" in repr(bar)
    assert "○ La moyenne (à venir)" in repr(bar)


def test_what_was_passed_stays_passed_also_in_a_new_kernel(new_kernel):
    progression(MISSIONS)
    check("moyenne", 1)
    check("moyenne", 0)
    new_kernel()
    assert "✓ La moyenne" in repr(progression(MISSIONS))


def test_all_passed_is_told():
    bar = progression(MISSIONS)
    check("moyenne", 1)
    check("releve", 1)
    assert bar.reussi
    assert bar.reponse == ["releve", "moyenne"]
    assert "2 missions réussies sur 2" in repr(bar)


def test_a_mission_of_another_notebook_moves_nothing():
    bar = progression(MISSIONS)
    check("ailleurs", 1)
    assert bar.reponse is ...


def test_an_author_is_told_that_missions_miss():
    with pytest.raises(ValueError, match="au moins une mission"):
        progression({})


def test_bonus_missions_are_counted_apart():
    bar = progression(MISSIONS, bonus={"axe": "L'axe"})
    assert "○ L'axe (bonus) (à venir)" in repr(bar)
    check("axe", 1)
    assert "0 mission réussie sur 2, et 1 bonus" in repr(bar)
    check("releve", 1)
    check("moyenne", 1)
    assert bar.reussi
    assert "2 missions réussies sur 2, et 1 bonus" in repr(bar)


def test_bonus_missions_stand_in_a_row_of_their_own():
    shown = progression(MISSIONS, bonus={"axe": "L'axe"}).settings()["missions"]
    assert [one["bonus"] for one in shown] == [False, False, True]
