"""Prose, as the rules read it: blocks, plain words, sentences, what code shows."""

from hypothesis import given
from hypothesis import strategies as st

from elloweb.content.lint.prose import CODE, Kind, blocks, count_words, hide, split_sentences
from elloweb.content.lint.reading import read
from elloweb.content.lint.source import Source
from elloweb.content.lint.strings import read_strings
from small_kit import missions_notebook

CELL = """\
## Mission 1 · Le *relevé*

Cherche `max(…)` dans **le tableau**,
juste [au-dessus](#haut).

1. un jour ;
   le plus court
- un <b>plat</b>.

| Mot | Sens |
|---|:--|
| axe | la ligne |

```python
# rien à lire
```

![Un chat assis.](chat.svg)
"""


def test_a_cell_is_read_block_by_block():
    found = [(block.kind, block.plain, block.line) for block in blocks(CELL)]
    assert found == [
        (Kind.HEADING, "Mission 1 · Le relevé", 1),
        (Kind.PARAGRAPH, f"Cherche {CODE} dans le tableau, juste au-dessus.", 3),
        (Kind.ITEM, "un jour ; le plus court", 6),
        (Kind.ITEM, "un plat.", 8),
        (Kind.ROW, "Mot", 10),
        (Kind.ROW, "Sens", 10),
        (Kind.ROW, "axe", 12),
        (Kind.ROW, "la ligne", 12),
        (Kind.PICTURE, "Un chat assis.", 18),
    ]


def test_a_sentence_ends_before_a_capital_a_quote_or_a_number():
    words = (
        "« Le gratin, personne n'en veut\u202f! », dit-on. Nadia pèse… 48 kg ? « Oui\u202f! » "
        "À toi, avec 3.5 ou p. ex. autre chose."
    )
    assert split_sentences(words) == [
        "« Le gratin, personne n'en veut\u202f! », dit-on.",
        "Nadia pèse…",
        "48 kg ?",
        "« Oui\u202f! »",
        "À toi, avec 3.5 ou p. ex. autre chose.",
    ]


def test_code_is_one_word_and_signs_are_none():
    assert count_words(f"Lance {CODE}, l'outil : c'est prêt ▶ !") == 5


SOURCE = '''
def dessine(x):
    """Dessine tout."""
    return barres(noms, valeurs, titre="Un titre", unite="kg")  # une note, ici

# jour = "lundi"
quiz("tri", "La question ?", {"oui": True, "non": "Relis."}, bravo="Bien vu.")
with mission("releve", indices=["Un.", "Deux."]) as m:
    m.attend("x", "attendu", erreurs={"mardi": "Trop tôt."}, espoir="le jour")
    m.attend("y", 1, erreurs=[(2, "Trop grand.")])
    m.verifie("x > 1", "un nom", "Pas encore.")
print(f"Bonjour {nom} !")
prediction("id", "print(1)", erreurs={"1": "Compte."})
roue("id", "Uhqghc", texte="Uhqghc", erreurs={1: "Tourne."})
courriel(de="a@b.example", objet="Réunion", texte="À jeudi.", indices={"l'adresse": True})
'''


def test_what_code_shows_is_read_and_its_code_is_not():
    found = {block.markdown for block in read_strings(SOURCE)}
    assert found == {
        "Dessine tout.", "Un titre", "kg", "une note, ici", "La question ?", "oui", "non",
        "Relis.", "Bien vu.", "Un.", "Deux.", "Trop tôt.", "le jour", "Trop grand.", "un nom",
        "Pas encore.", f"Bonjour {CODE} !", "Compte.", "Tourne.", "Réunion", "À jeudi.",
        "l'adresse",
    }  # fmt: skip


def test_a_page_shows_its_words_and_its_notes():
    page = "%%page nom\n<style>\nh1 { color: red }\n</style>\n<h1 id='a'>Bonjour</h1>\n<!-- ici -->"
    assert [(one.kind, one.plain, one.line) for one in read_strings(page)] == [
        (Kind.COMMENT, "ici", 6),
        (Kind.MESSAGE, "Bonjour", 5),
    ]


def test_code_that_is_no_python_shows_nothing():
    assert read_strings("%%autre\nBonjour") == []


def test_what_a_check_says_is_read_and_its_notes_are_not():
    notebook = missions_notebook()
    notebook.cells[3].source += "  # une note"
    notebook.cells[2].source += "\n# une autre"
    source = Source("solutions/essai/02_missions.ipynb", notebook, is_graded=True)
    found = [(one.cell, one.block.plain) for one in read(source)]
    assert ("jour", "Trop tôt.") in found
    assert ("jour", "une note") not in found
    assert ("jour-reponse", "une autre") in found
    assert not any("Parce que" in words for _, words in found)


@given(st.text(alphabet="ab`*_[]()!<>|\n#- .:«»", max_size=60))
def test_hiding_keeps_every_place_and_reading_never_fails(markdown):
    hidden = hide(markdown)
    assert len(hidden) == len(markdown)
    assert [i for i, sign in enumerate(hidden) if sign == "\n"] == [
        i for i, sign in enumerate(markdown) if sign == "\n"
    ]
    for block in blocks(markdown):
        assert block.sentences or not block.plain
