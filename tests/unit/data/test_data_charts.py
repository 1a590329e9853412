"""Charts: what they show, what they say in words, and what they say when they cannot."""

import base64
import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elloweb.play import barres, courbe, histogramme, nuage, secteurs
from elloweb.play.data import style
from elloweb.play.data.numbers import written

PIXELS_OF_AN_INCH = 110
MONTHS = ["mars", "avril", "mai"]

HONEST = [
    barres(["a", "b"], [1, 2.5], titre="Essai", unite="kg", repere=2),
    barres(["a", "b"], [-3, 12_345.6]),
    courbe(MONTHS, [3, 1, 2], titre="Essai", unite="kg"),
    courbe([2000, 2010, 2011], {"un": [1, 2, 3], "deux": [3, 2, 1]}),
    nuage([1, 2, 3], [3, 2, 1], nom_x="km", nom_y="minutes", groupes=["bus", "vélo", "bus"]),
    histogramme([1, 2, 2, 3, 8], unite="km"),
    secteurs(["a", "b", "c"], [1, 2, 3], unite="kg"),
    secteurs(["a", "b"], [40.2, 59.8], unite="%"),
]
MISLEADING = [
    (barres(["a", "b"], [60, 55], depart=54), ["commence à 54, pas à 0"]),
    (barres(["a", "b"], [60, 50], depart=54), ["commence à 54", "trop tard pour montrer : b."]),
    (barres(["a", "b"], [60, -50], depart=-20), ["trop tard pour montrer : b."]),
    (courbe(MONTHS, [3, 4, 5], depart=2), ["commence à 2, pas à 0"]),
    (courbe(MONTHS, [3, 1, 5], depart=2), ["commence à 2, pas à 0", "ne se voit pas"]),
    (courbe(MONTHS, [3, 4, 5], axe_inverse=True), ["à l'envers"]),
    (courbe([2000, 2010, 2011], [3, 4, 5], pas_egaux=True), ["ne sont pas réguliers"]),
    (
        courbe(MONTHS, {"un": [1, 2, 3], "deux": [300, 2, 1]}, deux_echelles=True),
        ["pas la même échelle"],
    ),
    (nuage([1, 2], [1, 2], axe_inverse=True), ["à l'envers"]),
    (nuage([1, 2], [1, 2], fin=1.5), ["1 point est hors du cadre"]),
    (nuage([1, 2, 3], [1, 2, 3], fin=1.5), ["2 points sont hors du cadre"]),
    (histogramme([1, 2, 30], bornes=[0, 5, 40]), ["pas toutes la même largeur"]),
    (histogramme([1, 2, 30], bornes=[0, 5, 10]), ["1 valeur n'est dans aucune classe"]),
    (histogramme([1, 12, 30], bornes=[0, 5, 10]), ["2 valeurs ne sont dans aucune classe"]),
    (secteurs(["a", "b"], [70, 60], unite="%"), ["130 % en tout"]),
    (secteurs(["a", "b"], [3, 1], detache="b"), ["« b » est détachée"]),
    (secteurs(list("abcdefg"), [1] * 7), ["7 parts"]),
]


def html(piece):
    return piece._repr_mimebundle_()["text/html"]


def tried(make):
    """What *make* gives, or the sentence of its error."""
    try:
        return make(), ""
    except (TypeError, ValueError) as error:
        return None, str(error)


def drawn(chart):
    """The chart as a small picture, quickly made."""
    return style.render(chart.draw, chart.titre, chart.size(), "png", 30)


def test_a_chart_keeps_the_data_behind_it():
    chart = barres(["a", "b"], [1, 2.5], titre="Essai", unite="kg", depart=1, repere=2)
    assert (chart.noms, chart.valeurs) == (("a", "b"), (1, 2.5))
    assert (chart.titre, chart.unite, chart.depart, chart.repere) == ("Essai", "kg", 1, 2)
    assert [one.nom for one in courbe(MONTHS, {"x": [1, 2, 3]}).series] == ["x"]
    assert nuage([1], [2]).y == (2,)
    assert histogramme([1, 2, 2, 3], largeur=1).effectifs == (1, 3)
    assert secteurs(["a"], [3]).valeurs == (3,)


def test_a_chart_is_a_picture_with_its_text_alternative():
    chart = barres(["a", 'b "<'], [1, 2], titre="Essai & co", unite="kg", depart=0.5, repere=2)
    found = re.search(
        r'<img lang="fr" alt="([^"]*)" src="data:image/png;base64,([^"]*)"', html(chart)
    )
    assert found
    for said in ("Essai &amp; co, en kg", "a 1", "b &quot;&lt; 2", "commence à 0,5", "repère à 2"):
        assert said in found[1]
    assert base64.b64decode(found[2]).startswith(b"\x89PNG")


def test_a_chart_can_be_told_without_a_picture():
    assert repr(barres(["a"], [3])) == "Diagramme en barres : a 3."
    assert repr(courbe(MONTHS, [3, 1.5, 2])) == "Courbe : 3 (mars), 1,5 (avril), 2 (mai)."
    assert repr(histogramme([0, 1, 1, 2], largeur=1)) == (
        "Histogramme : 4 valeurs, de 0 à 1 : 1, de 1 à 2 : 3."
    )
    assert repr(secteurs(["a", "b"], [1, 3])) == (
        "Diagramme en secteurs : a 1 (25\u00a0%), b 3 (75\u00a0%)."
    )
    assert repr(nuage([1, 2], [4, 8])) == (
        "Nuage de points : points (axe horizontal ; axe vertical), (1 ; 4) ; (2 ; 8). "
        "De gauche à droite, les points montent nettement."
    )


def test_the_words_say_which_bars_pass_the_mark():
    assert "Au-dessus : b." in barres(["a", "b"], [2, 3], repere=2).describe()
    assert "Aucune barre au-dessus." in barres(["a", "b"], [2, 3], repere=3).describe()


def test_a_long_series_is_told_by_its_ends_and_extremes():
    told = courbe(range(2000, 2100), [*range(50), 99, *range(49)]).describe()
    assert "100 moments, de 2000 (0) à 2099 (48)" in told
    assert "au plus haut en 2050 (99)" in told
    cloud = nuage(range(100), [5] * 100, nom_x="km").describe()
    assert "100 points, km de 0 à 99, axe vertical de 5 à 5" in cloud


@pytest.mark.parametrize("chart", HONEST, ids=repr)
def test_an_honest_chart_has_nothing_to_reproach(chart):
    assert chart.pieges() == []
    assert drawn(chart).startswith(b"\x89PNG")


@pytest.mark.parametrize(("chart", "says"), MISLEADING, ids=repr)
def test_what_misleads_is_named_and_drawn_all_the_same(chart, says):
    traps = chart.pieges()
    assert len(traps) == len(says)
    for trap, part in zip(traps, says, strict=True):
        assert part in trap
    assert drawn(chart).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("misleading", "honest"),
    [
        (barres(["a", "b"], [60, 55], depart=54), {"depart": 0}),
        (courbe(MONTHS, [3, 4, 5], axe_inverse=True), {"axe_inverse": False}),
        (courbe([2000, 2010, 2011], [3, 4, 5], pas_egaux=True), {"pas_egaux": False}),
        (nuage([1, 2], [1, 2], fin=1.5), {"fin": None}),
        (histogramme([1, 2, 30], bornes=[0, 5, 40]), {"bornes": (0, 20, 40)}),
        (secteurs(["a", "b"], [3, 1], detache="b"), {"detache": ""}),
    ],
    ids=repr,
)
def test_a_misleading_chart_can_be_seen_in_the_picture_and_in_the_words(misleading, honest):
    mended = replace(misleading, **honest)
    assert mended.pieges() == []
    assert mended.describe() != misleading.describe()
    assert drawn(mended) != drawn(misleading)


def test_fifteen_bars_and_a_slider_fit_on_a_laptop_s_screen():
    height = barres(["plat"] * 15, [1] * 15, titre="Essai", unite="kg").size()[1]
    assert height * PIXELS_OF_AN_INCH <= 470
    few, many = (barres(["plat"] * n, [1] * n).size()[1] for n in (8, 9))
    assert few <= many


def test_the_names_of_many_bars_do_not_touch():
    for name in ("plat", "un plat au nom qui prend deux lignes"):
        chart = barres([name] * 20, [1] * 20)
        letters = style.wrapped(name).count("\n") + 1
        assert (chart.size()[1] - 1.1) / 20 >= letters * 10.5 * 1.2 / 72


def test_bars_below_zero_are_seen_whole():
    left, right = barres(["a", "b"], [-10, 5])._limits()
    assert left < -10
    assert right > 5


def test_even_classes_hold_every_value_once():
    chart = histogramme([0.1, 0.2, 0.3, 0.7], largeur=0.1)
    assert sum(chart.effectifs) == 4
    assert chart.pieges() == []


@pytest.mark.parametrize(
    ("draw", "says"),
    [
        (lambda: barres("abc", [1]), "attend une liste pour noms"),
        (lambda: barres(["a"], 3), "attend une liste pour valeurs"),
        (lambda: barres(["a"], {"a": 1}), "attend une liste pour valeurs"),
        (lambda: barres(["a", "b"], [1]), "noms a 2 éléments, valeurs en a 1"),
        (lambda: barres([], []), "la liste valeurs est vide"),
        (lambda: barres([None], [1]), "liste noms, 1re place : il manque un nom"),
        (lambda: barres(["a", "b"], [1, None]), "liste valeurs, 2e place : il n'y a pas de valeur"),
        (lambda: barres(["a"], ["12,5"]), "Écris 12.5, sans guillemets et avec un point."),
        (lambda: barres(["a"], ["-1 200,5".replace(" ", "\u202f")]), "Écris -1200.5"),
        (lambda: barres(["a"], ["lundi"]), "As-tu échangé deux listes ?"),
        (lambda: barres(["a"], ["nan"]), "il faut un nombre"),
        (lambda: barres(["a"], [float("nan")]), "que l'on peut dessiner"),
        (lambda: barres(["a"], [True]), "que l'on peut dessiner"),
        (lambda: barres(["a"], [10**400]), "que l'on peut dessiner"),
        (lambda: barres(["a"], [1e15]), "trop grand"),
        (lambda: barres(["a"], [1e-15]), "trop petit"),
        (lambda: barres(["a"], [1], depart="0"), "« 0 » est un texte. Écris 0, sans guillemets."),
        (lambda: barres(["a"], [1], repere="9"), "repere : « 9 » est un texte"),
        (lambda: barres(["a"], [1], depart=1), "aucune barre ne se voit"),
        (lambda: barres(["a"], [1], titre=3), "guillemets pour titre"),
        (lambda: barres(["a"] * 61, [1] * 61), "61 barres"),
        (lambda: courbe(MONTHS, [1, 2]), "moments a 3 éléments, valeurs en a 2"),
        (lambda: courbe(MONTHS, {"un": [1, 2, None]}), "liste un, 3e place"),
        (lambda: courbe(MONTHS, {"un": [1, 2]}), "moments a 3 éléments, un en a 2"),
        (lambda: courbe(MONTHS, {}), "le dictionnaire valeurs est vide"),
        (lambda: courbe(MONTHS, {3: [1, 2, 3]}), "un nom entre guillemets"),
        (lambda: courbe(MONTHS, {str(i): [1, 2, 3] for i in range(6)}), "6 courbes"),
        (lambda: courbe(["mars"], [1]), "deux moments au moins"),
        (lambda: courbe([2020, 2010], [1, 2]), "2010 vient après 2020"),
        (lambda: courbe(MONTHS, [1, 2, 3], depart=3), "ne se voit plus du tout"),
        (lambda: courbe(MONTHS, [1, 2, 3], axe_inverse="oui"), "True ou False pour axe_inverse"),
        (lambda: courbe(MONTHS, [1, 2, 3], deux_echelles=True), "demande deux courbes"),
        (lambda: nuage([1, 2], [1]), "x a 2 éléments, y en a 1"),
        (lambda: nuage([], []), "la liste y est vide"),
        (lambda: nuage([1], [1], groupes=["a", "b"]), "x a 1 élément, groupes en a 2"),
        (lambda: nuage([1] * 6, [1] * 6, groupes="abcdef"), "attend une liste pour groupes"),
        (lambda: nuage([1] * 6, [1] * 6, groupes=list("abcdef")), "6 groupes"),
        (lambda: nuage([1], [1], fin=1), "aucun point ne se voit"),
        (lambda: histogramme([]), "la liste valeurs est vide"),
        (lambda: histogramme([1], largeur=0), "plus grande que 0"),
        (lambda: histogramme([1, 1000], largeur=1), "999 classes"),
        (lambda: histogramme([1], bornes=[3, 2]), "de la plus petite à la plus grande"),
        (lambda: histogramme([1], largeur=1, bornes=[1, 2]), "pas les deux"),
        (lambda: secteurs(["a"], [-1]), "plus petite que 0"),
        (lambda: secteurs(["a"], [0]), "l'une au moins est plus grande"),
        (lambda: secteurs(["a"], [1], detache="b"), "aucune part ne s'appelle « b »"),
        (lambda: secteurs(["a"] * 13, [1] * 13), "13 parts"),
    ],
)
def test_a_chart_that_cannot_be_drawn_says_why_in_french(draw, says):
    with pytest.raises((TypeError, ValueError), match=re.escape(says)):
        draw()


ANY_VALUE = st.one_of(
    st.integers(),
    st.floats(),
    st.none(),
    st.booleans(),
    st.text(max_size=4),
    st.decimals(),
    st.fractions(),
)
SOME_NUMBER = st.one_of(st.integers(-(10**6), 10**6), st.floats(-1e12, 1e12))
SOME_NUMBERS = st.lists(SOME_NUMBER.filter(lambda v: not 0 < abs(v) < 1e-9), min_size=2, max_size=9)
SOME_NAMES = st.lists(st.text(max_size=40), min_size=9, max_size=9)
MAKERS = {
    "barres": lambda names, values: barres(names[: len(values)], values),
    "courbe": lambda names, values: courbe(names[: len(values)], values),
    "nuage": lambda names, values: nuage(values, values[::-1]),
    "histogramme": lambda names, values: histogramme(values),
    "secteurs": lambda names, values: secteurs(names[: len(values)], [abs(v) for v in values]),
}


@settings(max_examples=60, deadline=None)
@given(
    make=st.sampled_from(["barres", "courbe", "nuage", "histogramme", "secteurs"]),
    lists=st.lists(st.one_of(ANY_VALUE, st.lists(ANY_VALUE, max_size=5)), min_size=2, max_size=2),
)
def test_whatever_a_chart_is_given_it_is_drawn_or_a_sentence_says_why(make, lists):
    maker = {"barres": barres, "courbe": courbe, "nuage": nuage, "secteurs": secteurs}.get(make)
    chart, complaint = tried(lambda: maker(*lists) if maker else histogramme(lists[1]))
    if chart is None:
        assert complaint.startswith(f"{make}(…)")
    else:
        assert repr(chart)
        assert isinstance(chart.pieges(), list)


@pytest.mark.parametrize("make", MAKERS)
@settings(max_examples=5, deadline=None)
@given(names=SOME_NAMES, values=SOME_NUMBERS)
def test_any_numbers_and_any_names_can_be_drawn(make, names, values):
    chart, complaint = tried(lambda: MAKERS[make](names, values))
    if chart is None:
        assert not any(values)
        assert "l'une au moins" in complaint
    else:
        assert drawn(chart).startswith(b"\x89PNG")


@settings(deadline=None)
@given(names=SOME_NAMES, values=SOME_NUMBERS)
def test_the_words_of_a_chart_name_every_bar(names, values):
    names = names[: len(values)]
    for chart in (barres(names, values), courbe(names, values)):
        told = chart.describe()
        for name, value in zip(names, values, strict=True):
            assert name in told
            assert written(value) in told


@settings(deadline=None)
@given(SOME_NUMBERS)
def test_a_histogram_counts_every_value_once(values):
    chart = histogramme(values)
    assert sum(chart.effectifs) == len(values)
    assert chart.pieges() == []


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_labels_that_would_overlap_are_moved_apart_in_their_order(heights):
    moved = style.spread(heights, 0.1, 1.0)
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    for below, above in pairwise(order):
        assert moved[above] - moved[below] >= 0.1 - 1e-9
    assert max(moved) <= 1.0 + 1e-9


def luminance(colour):
    """Relative luminance of a colour, by WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [style.INK, style.GREY, *style.COLOURS])
def test_every_colour_that_writes_or_marks_stands_out_from_white(colour):
    # Series are named in their own colour, so that marks too must reach what texts need.
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_series_differ_by_more_than_their_colour():
    count = len(style.COLOURS)
    for signs in (style.MARKERS, style.SIGNS, style.DASHES):
        assert len(set(signs)) == count


def test_bars_over_the_mark_are_told_apart_without_colour():
    """In black and white, the bar over the mark is striped: light and dark in its middle."""
    from PIL import Image

    def greys(repere):
        chart = barres(["a"], [10], repere=repere)
        picture = Image.open(io.BytesIO(chart.png())).convert("L")
        middle = picture.height // 2
        row = picture.crop((120, middle - 10, 300, middle - 9))
        return set(row.get_flattened_data())

    assert max(greys(1)) - min(greys(1)) > 100
    assert max(greys(20)) - min(greys(20)) < 5


def test_a_dollar_sign_is_no_formula_and_a_strange_sign_no_warning():
    assert drawn(barres(["$x$ et $", "\x00\n\u4e2d"], [1, 2], titre=r"a $\b{$", unite="$^$"))


def test_a_chart_is_saved_beside_the_notebook(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    chart = barres(["a"], [1], titre="Essai")
    chart.enregistre("essai.png")
    assert (tmp_path / "essai.png").read_bytes().startswith(b"\x89PNG")
    chart.enregistre("essai.SVG")
    assert b"<svg" in (tmp_path / "essai.SVG").read_bytes()
    assert "Enregistré à côté du carnet : essai.png" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["essai", "essai.txt", "../essai.png", "/essai.png", "", 3, ".png"]
)
def test_a_chart_is_saved_nowhere_else(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="attend un nom de fichier"):
        barres(["a"], [1]).enregistre(name)


def test_a_file_that_cannot_be_written_is_told_in_french(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="ne peut pas être écrit"):
        barres(["a"], [1]).enregistre("a" * 300 + ".png")
