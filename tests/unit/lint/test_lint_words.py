"""The glossary, the jargon, the length of sentences, the words that should not be there."""

import pytest

from elloweb.content.lint import ease, glossary, wording
from elloweb.content.lint.reading import Reading
from elloweb.content.lint.words import load_lines, load_wordings

ROWS = "| Mot | Sens |\n|---|---|\n| axe | la ligne |\n| moyenne | le total partagé |\n"


def check_glossary(*sources):
    return [str(problem) for problem in glossary.check(Reading(list(sources)))]


def test_words_in_bold_where_they_first_appear_are_in_order(source):
    first = source("Un **axe** gradué.\n\nL'axe.", ("glossaire", ROWS))
    second = source("Les **moyennes**, enfin.", is_graded=True, file="02.ipynb")
    assert check_glossary(first, second) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("L'axe, puis **axe** et **moyenne**.", "« axe » apparaît ici pour la première fois"),
        ("Deux axes.\n\nUn **axe**, une **moyenne**.", "« axe » apparaît ici"),
        ("Un **axe**.", "« moyenne » n'est lu nulle part"),
        ("Un **axe**, une `moyenne`.", "« moyenne » n'est lu nulle part"),
    ],
)
def test_a_word_explained_too_late_is_told(source, text, says):
    assert any(says in problem for problem in check_glossary(source(text, ("glossaire", ROWS))))


def test_a_word_of_a_later_notebook_is_placed_there(source):
    first = source("Un **axe**.", ("glossaire", ROWS))
    second = source("Voici.", "La moyenne.", is_graded=True, file="02_missions.ipynb")
    (problem,) = check_glossary(first, second)
    assert problem.startswith("workshops/essai/02_missions.ipynb, cellule 2 : « moyenne »")


def test_the_glossary_itself_is_no_first_use(source):
    first = source(("glossaire", f"L'axe, la moyenne.\n\n{ROWS}"), "Un **axe**, une **moyenne**.")
    assert check_glossary(first) == []


def test_twelve_words_are_not_too_many(source):
    names = [f"mot{number}" for number in range(10)]
    rows = ROWS + "".join(f"| {name} | un |\n" for name in names)
    text = " ".join(f"**{name}**" for name in ("axe", "moyenne", *names))
    assert check_glossary(source(text, ("glossaire", rows))) == []


def test_a_glossary_that_misses_is_empty_too_long_or_repeats_is_told(source):
    assert "il n'y a pas de glossaire" in check_glossary(source("Bonjour."))[0]
    assert "n'a pas de mots" in check_glossary(source(("glossaire", "## Des mots")))[0]
    long = ROWS + "".join(f"| mot{number} | un |\n" for number in range(11))
    assert any(
        "13 mots dans le glossaire" in p for p in check_glossary(source(("glossaire", long)))
    )
    twice = ROWS + "| axe | encore |\n"
    assert any("« axe » est deux fois" in p for p in check_glossary(source(("glossaire", twice))))


@pytest.mark.parametrize(
    "text",
    ["Une variable.", "Deux Variables.", ">>> print('Une variable ?')", "## La variable"],
)
def test_jargon_outside_the_glossary_is_told(source, text):
    found = check_glossary(source(text, ("glossaire", ROWS)))
    assert any("« variable » est un mot du métier" in problem for problem in found)
    known = ROWS + "| variable | une étiquette |\n"
    found = check_glossary(source(text, "Une **variable**.", ("glossaire", known)))
    assert not any("mot du métier" in problem for problem in found)


def test_an_ordinary_use_of_a_word_is_no_jargon(source):
    text = "En fonction de toi, à condition de lire, dans la liste à gauche."
    found = check_glossary(source(text, ("glossaire", ROWS)))
    assert not any("mot du métier" in problem for problem in found)
    assert any("« liste »" in p for p in check_glossary(source("La liste.", ("glossaire", ROWS))))


def test_a_long_sentence_and_a_long_average_are_told(source):
    long = "Un " + "très " * 29 + "long mot."
    (told,) = ease.check(source("Court. Bref. Net.", long))
    assert "une phrase de 32 mots : « Un très très très très très… »" in told.fault
    assert told.place.endswith("cellule 2")
    (told,) = ease.check(source("Un " + "très " * 14 + "long mot."))
    assert told.fault == "17,0 mots par phrase en moyenne."
    assert told.place == "workshops/essai/01_decouverte.ipynb"


def test_an_average_at_the_limit_is_in_order_and_short_items_do_not_lower_it(source):
    fifteen = "Un " + "très " * 13 + "mot."
    assert list(ease.check(source(fifteen))) == []
    assert list(ease.check(source(fifteen, "Un " + "très " * 14 + "mot.", "- a\n- b\n- c\n- d")))


def test_lists_tables_code_and_the_glossary_are_no_long_sentences(source):
    long = "mot " * 29
    cells = (f"- {long}", f"| {long}{long} |", f"```\n{long}{long}\n```", f"Va. `{long}`")
    assert list(ease.check(source(*cells, ("glossaire", f"Un {long}{long}.")))) == []


def told(text, **options):
    return [str(one) for one in wording.check([("ici", text)], **options)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Lance la code cell.", "un mot anglais : « code cell »"),
        ("Un feedback, un hint.", "un mot anglais : « hint »"),
        ("Ouvre ton mail.", "Écris « courriel »."),
        ("C'est magique.", "un mot qui met à distance : « magique »"),
        ("Un vrai génie !", "« génie »"),
        ("C'est très facile.", "« C'est très facile »"),
        ("Il te suffit d'écrire.", "« Il te suffit d'écrire »"),
        ("Il\u00a0suffit de lire.", "« Il suffit de »"),
        ("Un hacker attaque.", "« hacker »"),
        ("Les développeurs du site.", "au masculin seul : « développeurs »"),
        ("Une équipe d'ingénieurs.", "au masculin seul : « ingénieurs »"),
        ("Tu es vraiment douée !", "un éloge de la personne : « Tu es vraiment douée »"),
        ("Bravo, championne !", "« Bravo, championne »"),
    ],
)
def test_a_word_that_keeps_away_is_told(text, says):
    assert any(says in problem for problem in told(text)), told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les éco-déléguées et les éco-délégués.",
        "Une ingénieure ou un ingénieur, des chercheuses et des chercheurs.",
        "Une école d'ingénieurs, un lecteur d'écran.",
        "Les lycéen·nes, les technicien(ne)s.",
        "Bravo pour cet essai : tu as testé la liste vide. Tu es allée au bout.",
        "Le courriel, la cellule, un quiz, un test, le web, un site, un clic.",
        "La magistrate ingénieuse a un style simple.",
        "Quel plat est le plus facile à peser ?",
    ],
)
def test_a_word_in_its_place_is_not_told(text):
    assert told(text) == []


def test_a_guide_may_quote_the_praise_that_it_advises_against():
    assert told("Jamais « tu es douée ».", is_guide=True) == []
    assert told("C'est magique.", is_guide=True)


def test_the_lists_of_words_are_in_order():
    for name in ("capitals.txt", "jargon.txt", "known.txt"):
        lines = load_lines(name)
        assert lines
        assert len(lines) == len(set(lines)), name
    assert len(load_wordings()) == 4
