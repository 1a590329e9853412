"""Claims about the world bear a source, and it is listed."""

import pytest

from elloweb.content.lint import facts
from elloweb.content.lint.facts import find_claim
from elloweb.content.model import Fact, RoleModel, read_workshop

NAMES = ["Anne Canteaut", "Rose Dieng-Kuntz"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("En 1858, elle entre à la société.", "1858"),
        ("C'était en **2023**.", "2023"),
        ("15 % de filles en NSI.", "15 %"),
        ("8 personnes sur 10 sont des hommes.", "8 personnes sur 1"),
        ("Anne Canteaut est cryptologue.", "Anne Canteaut"),
        ("Comme Dieng-Kuntz l'a fait.", "Rose Dieng-Kuntz"),
        ("Appelle le **3018**.", "3018"),
        ("En cas de danger, appelle le 17.", "17"),
        ("Le numéro 119 est gratuit.", "119"),
    ],
)
def test_a_claim_is_found(text, claim):
    assert find_claim(text, NAMES) == claim


@pytest.mark.parametrize(
    "text",
    [
        "Le 22 avril 2026, le club se réunit.",
        "Vu le 22/04/2026 ou le 2026-04-22.",
        "Le festival 2026 approche, l'édition 2025 est finie.",
        "La ligne 17 du journal, 119 pesées, 112 g, 17 h.",
        "31 % de la poire a été jetée. Les filles votent.",
        "2000 kg, 1 900 pages, 3.2024, soleil2026, `2024`.",
        "Le numéro de la salle : 214. L'appel est à 17 h.",
        "Une canne, un kare, Anne.",
        "https://elloweb.fr/2023 et ![une vue](vue-1987.svg)",
    ],
)
def test_what_is_no_claim_is_not_one(text):
    assert find_claim(text, NAMES) == ""


@pytest.fixture
def workshop(kit):
    found, _ = read_workshop(kit, "essai")
    found.role_models.append(
        RoleModel("Anne Canteaut", "Elle chiffre.", "inria.fr, ensta-paris.fr")
    )
    found.sources.append(Fact("15 % de filles.", "DEPP, cité par monbacetmoi.fr (2023)"))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Anne Canteaut, en 2023. *(inria.fr)*",
        "Anne Canteaut, en 2023.\n\n*(inria.fr, ensta-paris.fr)*",
        "Anne Canteaut.\n\nEn 2023, un prix.\n\n*Sources : inria.fr, prix de 2023.*",
        "15 % de filles. *(DEPP, 2023)*",
        "- 15 % de filles *(monbacetmoi.fr)*",
        "Rien à dire.",
    ],
)
def test_a_claim_with_its_listed_source_is_in_order(source, workshop, text):
    assert list(facts.check(workshop, [source(text)])) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Anne Canteaut chiffre.", "« Anne Canteaut » : ce fait n'a pas de source."),
        ("En 1858, oui. *(inria.fr)*\n\nEn 1972, non.", "« 1972 » : ce fait n'a pas de source."),
        ("En 1858 *(enfin presque)*.", "« 1858 » : ce fait n'a pas de source."),
        ("En 1858. *(wikipedia.org)*", "« wikipedia.org » n'est pas dans les sources"),
        ("En 1858. *(Le Monde, 2020)*", "« Le Monde » n'est pas dans les sources"),
        ("*Sources : inria.fr, senat.fr*", "« senat.fr » n'est pas dans les sources"),
    ],
)
def test_a_claim_without_a_listed_source_is_told(source, workshop, text, says):
    (problem,) = facts.check(workshop, [source("Avant.", text)])
    assert says in problem.fault
    assert problem.place == "workshops/essai/01_decouverte.ipynb, cellule 2"
