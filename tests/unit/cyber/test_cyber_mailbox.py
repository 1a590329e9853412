"""The mailbox: mails that belong to nobody, sorted one by one, each with its own message."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elloweb.learn.outcome import Outcome
from elloweb.learn.pieces import piece
from elloweb.play import boite_mail, courriel
from elloweb.play.cyber.addresses import is_reserved

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
RIGHT, WRONG = "Le lien mène ailleurs", "Il y a un bonjour"
PLAIN = {"de": "Le club <club@lycee.example>", "objet": "Réunion", "texte": "À mardi, 17 h !"}


@pytest.fixture(autouse=True)
def _kept_elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # Each test is a kernel of its own: no piece of an earlier one comes back.
    monkeypatch.setattr(piece, "_opened", {})


def make_box():
    trap = courriel(
        de="Le club <club@lycee-example.test>",
        objet="Urgent",
        texte="Bonjour, clique vite.",
        lien=("lycee.example", "https://lycee.example.cadeaux.test/compte"),
        piege=True,
        indices={WRONG: "Dire bonjour n'a rien d'étrange.", RIGHT: True},
        erreur="Regarde où mène le lien.",
    )
    return boite_mail("boite-essai", [courriel(**PLAIN), trap])


@pytest.fixture
def box():
    return make_box()


@pytest.mark.parametrize(
    "domain",
    ["example.org", "mail.example.com", "lycee.example", "a.b.test", "x.invalid", "localhost"],
)
def test_domains_for_examples_belong_to_nobody(domain):
    assert is_reserved(domain)


@pytest.mark.parametrize(
    "domain",
    [
        "example.fr",
        "lycee.fr",
        "example.org.fr",
        "test.com",
        "badexample.org",
        "",
        ".test",
        "é.test",
    ],
)
def test_other_domains_may_be_somebodys(domain):
    assert not is_reserved(domain)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"de": "club@lycee.fr"}, "de=« club@lycee.fr »"),
        ({"de": "Le club"}, "il faut une adresse"),
        ({"de": "Le club <club@lycee.example> bis"}, "il faut une adresse"),
        ({"lien": "https://lycee.fr/compte"}, "lien=« https://lycee.fr/compte »"),
        ({"lien": "javascript:alert(1)"}, "commence par https://"),
        ({"lien": "https://lycee.example@lycee.fr/"}, "réservé aux exemples"),
        ({"lien": "https://[oups"}, "réservé aux exemples"),
        ({"lien": ("a", "b", "c")}, "deux textes entre parenthèses"),
        ({"lien": ("www.lycee.fr", "https://lycee.example")}, "www.lycee.fr"),
        ({"texte": "Écris à maya@lycee.fr."}, "texte=« maya@lycee.fr. »"),
        ({"texte": "Va sur http://lycee.fr/a, vite."}, "http://lycee.fr/a"),
        ({"texte": "Va sur www.lycee.fr !"}, "www.lycee.fr"),
        ({"objet": " "}, "pour objet"),
        ({"indices": {"a": True}}, "sans être un piège"),
        ({"piege": True, "indices": {"a": "b"}}, "aucun indice"),
        ({"piege": True, "indices": {"a": ""}}, "indice « a »"),
    ],
)
def test_a_mail_that_cannot_be_says_why_in_french(changes, says):
    with pytest.raises(ValueError, match=says.replace(".", r"\.").replace("(", r"\(")):
        courriel(**(PLAIN | changes))


def test_a_link_alone_says_where_it_leads():
    assert courriel(**PLAIN, lien="https://a.example").lien == ("https://a.example",) * 2


def test_an_empty_mailbox_says_so_in_french():
    with pytest.raises(ValueError, match="une liste de courriels"):
        boite_mail("boite-vide", [])


def test_mails_are_sorted_one_by_one(box):
    box.repond(1, "confiance")
    assert box.verdict.message == "1 trié sur 2."
    assert box.verdict.outcome is Outcome.NOT_YET
    box.repond(2, "piège")
    assert box.verdict.message == "1 trié sur 2. Indice à choisir : 2."
    assert "Quel indice le trahit ?" in box.words().replace("\u202f", " ")
    box.repond(2, "piege", RIGHT)
    assert box.reussi
    assert box.verdict.message == "2 triés sur 2. Tu sais à quoi reconnaître un piège."
    assert box.answer_text(box.reponse) == f"1 confiance · 2 piège ({RIGHT})"


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((1, "piège"), "Pas de piège ici"),
        ((2, "confiance"), "Regarde où mène le lien."),
        ((2, "piège", 1), "Dire bonjour n'a rien d'étrange."),
    ],
)
def test_each_wrong_choice_has_its_own_message(box, answer, says):
    box.repond(*answer)
    assert says in box.words()
    assert says in str(box.verdict.details)


def test_a_mistake_is_to_take_up_again_and_a_clue_is_to_choose(box):
    box.repond(1, "piège").repond(2, "piège")
    assert box.verdict.message == "0 trié sur 2. À reprendre : 1. Indice à choisir : 2."
    box.repond(2, "piège", WRONG)
    assert box.verdict.message == "0 trié sur 2. À reprendre : 1, 2."


def test_links_are_told_to_lead_nowhere_where_there_are_some(box):
    assert "désarmés" in box.settings()["labels"]["harmless"]
    assert "désarmés" in box.words()
    alone = boite_mail("boite-seule", [courriel(**PLAIN)])
    assert alone.settings()["labels"]["harmless"] == ""
    assert "désarmés" not in alone.words()


def test_the_list_names_who_writes_and_the_mail_gives_the_address(box):
    first = box.settings()["mails"][0]
    assert (first["name"], first["from"]) == ("Le club", "Le club <club@lycee.example>")
    bare = boite_mail("boite-nue", [courriel(**PLAIN | {"de": "club@lycee.example"})])
    assert bare.settings()["mails"][0]["name"] == "club@lycee.example"


def test_a_trap_without_clues_needs_none():
    box = boite_mail("boite-simple", [courriel(**PLAIN, piege=True)])
    assert box.repond(1, "piège").reussi


def test_the_front_is_not_told_which_mail_is_a_trap(box):
    told = json.dumps(box.settings(), ensure_ascii=False)
    assert RIGHT not in told
    assert "Regarde où mène" not in told
    assert "piege" not in told


def test_the_real_target_of_a_link_is_told_as_text(box):
    said = "Lien « lycee.example » : mène à https://lycee.example.cadeaux.test/compte"
    assert said in box.text()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ((3, "piège"), "de 1 à 2"),
        ((1, "bof"), "de 1 à 2"),
        ((1, "confiance", RIGHT), "de 1 à 2"),
        ((2, "piège", "rien"), "2. Le lien mène ailleurs"),
    ],
)
def test_what_is_no_answer_says_why_in_french(box, answer, says):
    with pytest.raises(ValueError, match=says):
        box.repond(*answer)


@given(ANY_JSON)
def test_any_json_is_taken_or_refused_without_a_fault(answer):
    box = make_box()
    for candidate in (answer, {"1": answer}, {"2": {"avis": answer, "indice": None}}):
        if box.accepts(candidate):
            box.judge(candidate)
            box.answer_text(candidate)
    assert not box.accepts({"1": {"avis": "piège", "indice": answer if answer else 0}})


def test_what_she_sorted_comes_back_when_the_cell_is_run_again(box):
    box.receive({"1": {"avis": "confiance", "indice": None}}, True)
    assert make_box().verdict.message == "1 trié sur 2."
