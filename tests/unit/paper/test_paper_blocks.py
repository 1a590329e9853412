"""Dividing a page of paper into Markdown and directives, and what is said of a faulty one."""

import pytest

from elloweb.content.paper.blocks import KINDS, Directive, Markdown, divide


def faults(page):
    return [f"{fault.line} : {fault.fault} {fault.mend}" for fault in divide(page)[1]]


def test_a_page_without_directives_is_one_block_of_markdown():
    assert divide("# Titre\n\nUn texte.") == ([Markdown(1, "# Titre\n\nUn texte.")], [])


def test_each_block_knows_its_line():
    blocks, found = divide("\nAvant.\n\n::: lignes 3\n\nAprès.\n")
    assert found == []
    assert [block.line for block in blocks] == [2, 4, 6]
    assert blocks[1] == Directive(4, "lignes", "", {"nombre": 3}, ())


def test_a_body_ends_at_three_colons_alone_and_may_hold_another_directive():
    blocks, found = divide("::: cadre À vous\nUn.\n::: lignes\nDeux.\n:::\nDehors.")
    assert found == []
    frame, after = blocks
    assert (frame.title, after) == ("À vous", Markdown(6, "Dehors."))
    assert [block.line for block in frame.parts[0]] == [2, 3, 4]


def test_cards_are_parted_by_three_dashes_which_stay_a_rule_elsewhere():
    (cards,), found = divide("::: decouper colonnes=3\nUn.\n---\nDeux.\n---\nTrois.\n:::")
    assert found == []
    assert [part[0].text for part in cards.parts] == ["Un.", "Deux.", "Trois."]
    assert cards.numbers == {"colonnes": 3, "hauteur": 0}
    assert divide("Un.\n\n---\n\nDeux.")[0] == [Markdown(1, "Un.\n\n---\n\nDeux.")]


@pytest.mark.parametrize("fence", ["```", "~~~", "````python"])
def test_nothing_in_a_code_fence_is_a_directive(fence):
    end = fence.removesuffix("python")
    page = f"{fence}\n::: lignes\n---\n:::\n{end}"
    assert divide(page) == ([Markdown(1, page)], [])
    (cards,), found = divide(f"::: decouper\n{page}\n---\nDeux.\n:::")
    assert (found, len(cards.parts)) == ([], 2)


def test_names_may_be_written_as_one_speaks_and_spaces_be_non_breaking():
    (first, second), found = divide("::: Découper colonnes=1\nUn.\n:::\n:::\u00a0fenêtre\u00a0Page")
    assert found == []
    assert (first.name, second.name, second.title) == ("decouper", "fenetre", "Page")


@pytest.mark.parametrize("name", KINDS)
def test_every_directive_can_be_written_without_anything_after_its_name(name):
    blocks, found = divide(f"::: {name}\n" + (":::\n" if KINDS[name].has_body else ""))
    assert found == []
    assert [block.name for block in blocks] == [name]


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("::: ligne 3", "1 : la consigne « ligne » n'existe pas. Voulais-tu écrire « lignes » ?"),
        ("\n::: xyz", "2 : la consigne « xyz » n'existe pas. Les consignes sont : cadre, colonnes"),
        ("::: cadre\nUn.", "1 : la consigne « cadre » n'est pas fermée. Écris « ::: » seul"),
        ("Un.\n:::", "2 : « ::: » ne ferme aucune consigne. Enlève cette ligne."),
        ("::: lignes 99", "1 : « 99 » ne convient pas à « lignes ». Écris un nombre entier de 1 à"),
        ("::: lignes trois", "1 : « trois » est de trop après « lignes ». Cette consigne accepte"),
        ("::: page ici", "1 : « ici » est de trop après « page ». Enlève ces mots."),
        ("::: dessin Plan hauteur=deux", "1 : « hauteur=deux » ne convient pas à « dessin »."),
        ("::: dessin Plan hauter=20", "1 : « hauter=20 » n'est pas connu de « dessin ». Cette"),
        ("::: cadre\n::: page\n:::", "2 : « page » ne peut pas être dans « cadre ». Ferme d'abord"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_do(page, says):
    (found,) = faults(page)
    assert found.startswith(says)


def test_every_fault_of_a_page_is_told_at_once():
    found = faults("::: lignes 0\n::: cadr\nUn.\n:::\n::: cadre")
    assert [each[0] for each in found] == ["1", "2", "5"]


def test_directives_that_stand_too_deep_are_told_once_each_level():
    depth = 6
    found = faults("::: cadre\n" * depth + "Un.\n" + ":::\n" * depth)
    assert [each[:1] for each in found] == ["5", "6"]
