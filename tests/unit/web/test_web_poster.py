"""A poster: what it says, its colours that everyone can read, and the file she takes home."""

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.play import affiche, contraste, page

GESTURES = ["Je n'ouvre pas le lien.", "J'en parle à une adulte."]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    home = tmp_path / "atelier"
    home.mkdir()
    monkeypatch.chdir(home)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return home


def make(**changes):
    return affiche(
        **{
            "titre": "Un message te presse ?",
            "constat": "Il peut mener à une page copiée.",
            "gestes": GESTURES,
            "appel": "Appelle le 3018.",
            **changes,
        }
    )


def saved(folder, **changes):
    make(**changes).enregistre("mon_affiche.html")
    return (folder / "mon_affiche.html").read_text(encoding="utf-8")


def test_a_check_reads_what_she_wrote():
    poster = make(titre="  Un doute\n ?  ", gestes=["Je vérifie.", "  "], couleur="teal")
    assert poster.titre == "Un doute ?"
    assert poster.constat == "Il peut mener à une page copiée."
    assert poster.gestes == ("Je vérifie.",)
    assert poster.appel == "Appelle le 3018."
    assert poster.couleur == "teal"


def test_an_empty_poster_shows_where_to_write():
    poster = affiche()
    assert (poster.titre, poster.constat, poster.gestes, poster.appel) == ("", "", (), "")
    assert repr(poster) == "Affiche sans titre.\nAucun geste pour l'instant."
    assert "Le titre" in poster._repr_mimebundle_()["text/html"]


def test_what_is_still_to_write_is_not_saved(folder):
    document = saved(folder, titre="", gestes=[], appel="")
    assert "a-ecrire" not in document.partition("</style>")[2]
    assert "Que faire" not in document
    assert "<title>Affiche</title>" in document


def test_the_words_say_all_that_the_picture_shows():
    said = repr(make())
    for words in ("Un message te presse", "page copiée", *GESTURES, "Appelle le 3018"):
        assert words in said
    assert "1. Je n'ouvre pas le lien.\n2. J'en parle" in said
    bundle = make()._repr_mimebundle_()
    assert bundle["text/plain"] == said
    assert "2 gestes" in bundle["text/html"]
    assert bundle["text/html"].count("<iframe") == 1
    assert 'sandbox=""' in bundle["text/html"]


def test_a_saved_poster_stands_alone_and_prints_on_a4(folder):
    document = saved(folder)
    assert document.startswith('<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">')
    assert "@page { size: A4 portrait" in document
    assert "print-color-adjust: exact" in document
    assert not re.search(r"https?:|url\(|<script|<link|@import|src=", document)
    found = page(document)
    assert found.fautes() == []
    assert "<h1>Un message te presse\u202f?</h1>" in document
    assert found.textes("li") == GESTURES
    assert "enregistrée dans affiche_2.html" in repr(make().enregistre("affiche_2"))


@given(text=st.text(max_size=100))
def test_any_text_is_shown_as_text(text):
    marked = f"<script>alert(1)</script>{text[:40]}&amp;<b>"
    poster = affiche(marked, marked, [marked], marked)
    document = poster._document(draft=False)
    assert "<script" not in document
    assert "<b>" not in document
    assert page(document).textes("li")[0].startswith("<script>alert(1)</script>")


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_the_words_read_on_every_colour_and_beside_it(parts):
    poster = affiche("Un doute ?", couleur="#{:02x}{:02x}{:02x}".format(*parts))
    found = page(poster._document(draft=True))
    assert found.contraste("h1").suffisant
    assert found.contraste("h2").suffisant
    assert contraste(found.style("h1", "color"), poster.couleur).rapport >= 4.5


@pytest.mark.parametrize("colour", ["yellow", "#ffffff", "transparent", "rgb(0 0 0 / 10%)"])
def test_a_colour_that_does_not_read_on_paper_is_told_and_left_to_the_frame(colour):
    poster = make(couleur=colour)
    assert not poster.lisible
    assert poster.contraste.rapport < 4.5
    (said,) = poster.remarques()
    assert said.startswith(f"La couleur `{colour}` est trop claire pour du papier blanc")
    assert "trop claire" in repr(poster)
    assert "trop claire" in poster._repr_mimebundle_()["text/html"]
    assert page(poster._document(draft=True)).style("h2", "color") == "#1d2430"


@pytest.mark.parametrize(
    ("colour", "darker"),
    [
        ("red", "darkred"),
        ("orange", "saddlebrown"),
        ("lime", "darkgreen"),
        ("skyblue", "teal"),
        ("pink", "darkred"),
        ("white", "dimgray"),
        ("silver", "dimgray"),
    ],
)
def test_a_darker_colour_that_reads_is_proposed(colour, darker):
    (said,) = make(couleur=colour).remarques()
    assert f"Essaie `{darker}`" in said
    assert make(couleur=darker).lisible


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_whatever_is_proposed_reads_on_paper(parts):
    for said in affiche("Un doute ?", couleur="#{:02x}{:02x}{:02x}".format(*parts)).remarques():
        assert affiche(couleur=re.search(r"Essaie `(\w+)`", said)[1]).lisible


@pytest.mark.parametrize(
    ("colour", "says"),
    [
        ("rouge", "Essaie `darkred`, assez foncée pour du papier blanc."),
        ("bleu marine", "Voulais-tu écrire `navy`"),
        ("violet foncé", "`"),
        ("zzz", "comme `navy`"),
        ("", "comme `navy`"),
        ("red;} body{display:none", "comme `navy`"),
    ],
)
def test_what_is_no_colour_is_told_and_the_poster_stays_in_its_first_colour(colour, says, folder):
    poster = make(couleur=colour)
    assert poster.couleur == colour
    assert not poster.lisible
    (said,) = poster.remarques()
    assert "n'est pas une couleur : l'affiche reste en bleu marine (`navy`)." in said
    assert says in said
    assert "Un message te presse" in repr(poster)
    assert page(poster._document(draft=True)).style("h2", "color") == "#000080"
    assert "body{display" not in saved(folder, couleur=colour)


def test_gestures_without_a_comma_between_them_are_told():
    glued = make(gestes=["Je n'ouvre pas le lien.Je lis l'adresse."])
    assert "Deux gestes sont collés" in glued.remarques()[0]
    assert "mets une virgule après chaque guillemet qui ferme" in repr(glued)
    assert make(gestes=["Je vérifieJ'appelle le 3018"]).remarques()
    assert not make(gestes=["Je lis ruche.example. J'appelle", "WhatsApp, YouTube."]).remarques()


def test_the_preview_is_filled_to_its_foot_and_the_file_is_not(folder):
    assert "min-height:100vh" in make()._document(draft=True).replace(" ", "")
    assert "min-height:100vh" not in saved(folder).replace(" ", "")


def test_a_colour_that_reads_is_used_for_the_words_without_remark():
    poster = make(couleur="teal")
    assert poster.lisible
    assert poster.remarques() == []
    assert page(poster._document(draft=True)).style("h2", "color") == "#008080"


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ({"titre": 12}, TypeError, "attend un texte entre guillemets pour titre"),
        ({"appel": None}, TypeError, "attend un texte entre guillemets pour appel"),
        ({"gestes": "Je vérifie."}, TypeError, "attend une liste pour gestes, entre crochets"),
        ({"gestes": {"Je vérifie."}}, TypeError, "attend une liste pour gestes, entre crochets"),
        ({"gestes": ["Je vérifie.", 3]}, TypeError, "liste gestes, 2e place"),
        ({"gestes": ["Un geste."] * 7}, ValueError, "a reçu 7 gestes"),
        ({"gestes": ["a" * 141]}, ValueError, "geste : 141 signes, et 140 au plus"),
        ({"titre": "a" * 101}, ValueError, "titre : 101 signes, et 100 au plus"),
        ({"couleur": 3}, TypeError, "attend un texte entre guillemets pour couleur"),
    ],
)
def test_what_makes_no_poster_is_refused_in_french(changes, kind, said):
    with pytest.raises(kind, match=r"affiche\(…\)") as caught:
        make(**changes)
    assert said in str(caught.value)


def test_a_notebook_that_imports_it_loads_no_parser_of_pages():
    code = (
        "import sys; from elloweb.play import affiche; affiche('Un doute ?')._repr_mimebundle_(); "
        "print('bs4' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
