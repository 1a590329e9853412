"""Quotes, capitals, ellipses, and spaces in code."""

import pytest

from elloweb.content.lint import typography


def faults(source):
    return [problem.fault for problem in typography.check(source)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('Écris "lynx" ici.', 'des guillemets droits : "lynx"'),
        ("Écris “lynx” ici.", "des guillemets anglais : “lynx”"),
        ("Attends...", "trois points séparés : Attends..."),
        ("L’apostrophe.", "une apostrophe courbe : L’apostrophe"),
        ("Voilà. Ecris la suite.", "la majuscule de « Ecris »"),
        ("Ca marche.", "la majuscule de « Ca »"),
        ("L'Etat et l'Ecole.", "la majuscule de « Etat »"),
        ("A ton avis, qui\u202f?", "la majuscule de « A ton »"),
        ("**A toi.** Relance.", "la majuscule de « A toi »"),
        ("Résultat : 3", "1 espace(s) à mettre ou à changer : « …Résultat : 3… »."),
        ("`x\u00a0= 1`", "1 espace(s) à mettre"),
        (">>> x =\u00a01", "une espace insécable dans du code"),
        (">>> print('Lance \"tout\"')", 'des guillemets droits : "tout"'),
        (">>> print('Etape 2...')", "la majuscule de « Etape »"),
        (">>> x = 1  # Ecris ici", "la majuscule de « Ecris »"),
    ],
)
def test_a_slip_of_typography_is_told(source, text, says):
    assert any(says in fault for fault in faults(source(text)))


@pytest.mark.parametrize(
    "text",
    [
        'Écris `"lynx"` : <a href="x.html">ici</a>.'.replace(" :", "\u00a0:"),
        '```\nprint("a...")  # Ecris\n```',
        "Carnet, Cadeau, Agenda, Europe, Eau, Elle, En, Et, Est-ce, Ensuite\u202f?",
        "A, B et C. La lettre A est la première.",
        "A-t-elle fini\u202f? Elle a écrit…",
        "Ileana, Eric-Emmanuel et eleve.example/Etape.",
        '>>> x = "Ecris..."  # une note',
        ">>> mon_texte = 'a' + \"b\"",
    ],
)
def test_what_is_right_is_not_told(source, text):
    assert faults(source(text)) == []


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("workshops/essai/papier.md", "elloweb check --fix essai"),
        ("facilitator_guide/ateliers/essai.md", "elloweb check --fix essai"),
        ("facilitator_guide/clavier.md", "elloweb check --fix"),
        ("workshops/_galerie/galerie.ipynb", "elloweb check --fix"),
    ],
)
def test_the_command_that_puts_the_spaces_is_named(path, command):
    (problem,) = typography.check_page("Voici.\n\nOui !", path)
    assert problem.place == f"{path}, ligne 3"
    assert problem.mend == f"Lance « {command} »."
