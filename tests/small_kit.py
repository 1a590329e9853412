"""A kit in small, for tests: one workshop, `essai`, with two missions and a creation."""

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from elloweb.content.build import build_workshop
from elloweb.content.kit import Kit

KERNEL = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}

WORKSHOP = """\
title = "Un atelier d'essai"
family = "data"
minutes = 60
summary = "Deux petites missions."
goals = ["essayer"]
materials = []
language = "fr"

[[notebooks]]
file = "01_decouverte.ipynb"
title = "Découverte"
minutes = 5

[[notebooks]]
file = "02_missions.ipynb"
title = "Missions"
minutes = 22

[[missions]]
id = "jour"
title = "Le jour"
minutes = 10

[[missions]]
id = "double"
title = "Le double"
minutes = 10
"""

JOUR = """\
# Quel jour ?
### BEGIN SOLUTION
jour = "jeudi"
heure = 10
### DÉPART jour = "lundi"
### DÉPART heure = 0
### END SOLUTION"""

DOUBLE = """\
def double(nombre):
    ### BEGIN SOLUTION
    return nombre * 2
    ### DÉPART return ...  # à toi de jouer
    ### END SOLUTION"""

CHECK_JOUR = """\
# ▶ Vérifier ma mission
from elloweb import mission
with mission("jour", indices=["Un.", "Deux.", "Trois."], bravo="La suite !") as m:
    m.attend("jour", "jeudi", depart="lundi", erreurs={"mardi": "Trop tôt.", "vendredi": "Tard."})
    m.attend("heure", 10, depart=0, erreurs={22: "C'est le soir."})
m.bilan()"""

CHECK_DOUBLE = """\
# ▶ Vérifier ma mission
from elloweb import mission
with mission("double", indices=["Un.", "Deux.", "Trois."]) as m:
    m.attend("double(4)", 8, erreurs={16: "C'est le carré.", 4: "Rien n'a changé."})
    m.attend("double(0.5)", 1, points=2, erreurs={0.25: "C'est le carré."})
m.bilan()"""

PAPER = """\
::: feuille Pour un binôme

# Un jour sans écran

Le jour\u00a0: ______

::: lignes 2
"""

KEYBOARD = """\
# La carte du clavier

| Le signe | Windows |
|---|---|
| `#` dièse | **Alt Gr + 3** |
"""

GLOSSARY = """\
## Un mot, si tu l'oublies

| Mot | Ce qu'il veut dire |
|---|---|
| somme | ce que donne une addition |
"""

GUIDE = """\
# Un atelier d'essai

## Le but

**Hors champ.** Le reste.

## Le matériel

## Le déroulé, minute par minute

## Cinq erreurs qui arriveront

## La grille de la création

## En 1 heure

## Plus long

## Les réponses
"""

CLOSING = {
    "aime": "### Ce que j'ai aimé",
    "servir": "### À quoi ça pourrait me servir, à moi\u202f?",
    "marraine": "### Ma question pour ma marraine",
}

ANSWERS = '''\
[[answers]]
mission = "jour"
name = "mardi"
code = """
jour = "mardi"
heure = 10"""
points = 1
says = "Trop tôt."

[[answers]]
mission = "jour"
name = "vendredi"
code = """
jour = "vendredi"
heure = 10"""
points = 1
says = "Tard."

[[answers]]
mission = "jour"
name = "soir"
code = """
jour = "jeudi"
heure = 22"""
points = 1
says = "C'est le soir."

[[answers]]
mission = "double"
name = "le carré"
code = """
def double(nombre):
    return nombre ** 2"""
points = 0
says = "C'est le carré."

[[answers]]
mission = "double"
name = "rien"
code = """
def double(nombre):
    return nombre"""
points = 0
says = "Rien n'a changé."

[[answers]]
mission = "double"
name = "print"
code = """
def double(nombre):
    print(nombre * 2)"""
points = 0
says = "Remplace `print` par `return`."
'''


def answer_cell(mission, source):
    """Return the answer cell of *mission*."""
    name = f"{mission}-reponse"
    return new_code_cell(source, id=name, metadata=nbgrader(name, solution=True))


def check_cell(mission, source, points):
    """Return the check cell of *mission*."""
    metadata = nbgrader(mission, grade=True, locked=True, points=points)
    return new_code_cell(source, id=mission, metadata=metadata)


def manual_cell(mission, source, points):
    """Return the cell of *mission* that a person grades."""
    name = f"{mission}-creation"
    metadata = nbgrader(name, solution=True, grade=True, points=points)
    return new_markdown_cell(source, id=name, metadata=metadata)


def nbgrader(name, *, solution=False, grade=False, locked=False, **points):
    """Return the metadata by which nbgrader knows a cell as *name*."""
    flags = {"solution": solution, "grade": grade, "locked": locked, "task": False}
    return {"nbgrader": {"schema_version": 3, "grade_id": name, **flags, **points}}


def missions_notebook():
    """Return the source notebook of the two missions."""
    return new_notebook(
        metadata=KERNEL,
        cells=[
            new_code_cell('equipe = ""', id="equipe"),
            new_markdown_cell("## Mission 1 · Le jour", id="jour-histoire"),
            answer_cell("jour", JOUR),
            check_cell("jour", CHECK_JOUR, 2),
            new_markdown_cell("## Mission 2 · Le double", id="double-histoire"),
            answer_cell("double", DOUBLE),
            check_cell("double", CHECK_DOUBLE, 3),
            manual_cell("double", "### BEGIN SOLUTION\nParce que.\n### END SOLUTION", 3),
            *closing_cells(),
        ],
    )


def closing_cells():
    """Return the cells in which a learner writes for herself."""
    for name, heading in CLOSING.items():
        yield new_markdown_cell(heading, id=f"{name}-titre")
        yield new_markdown_cell("*Quelques mots…*", id=name)


def discovery_notebook():
    """Return the notebook in which nothing is graded."""
    keyboard = KEYBOARD.replace("# La carte du clavier", "## Où se cachent les touches\u202f?")
    return new_notebook(
        metadata=KERNEL,
        cells=[
            new_code_cell("1 + 1", id="somme"),
            new_markdown_cell("Le résultat s'appelle une **somme**.", id="somme-suite"),
            new_markdown_cell(keyboard, id="clavier"),
            new_markdown_cell(GLOSSARY, id="glossaire"),
        ],
    )


def make_kit(root: Path) -> Kit:
    """Make the small kit in *root*, built, and return it."""
    folders = ("workshops/essai", "solutions/essai", "exercises", "tests/content/essai")
    for folder in (*folders, "facilitator_guide/ateliers"):
        (root / folder).mkdir(parents=True)
    (root / "workshops/essai/workshop.toml").write_text(WORKSHOP, encoding="utf-8")
    (root / "tests/content/essai/answers.toml").write_text(ANSWERS, encoding="utf-8")
    (root / "workshops/essai/papier.md").write_text(PAPER, encoding="utf-8")
    (root / "facilitator_guide/clavier.md").write_text(KEYBOARD, encoding="utf-8")
    (root / "facilitator_guide/ateliers/essai.md").write_text(GUIDE, encoding="utf-8")
    write(discovery_notebook(), root / "workshops/essai/01_decouverte.ipynb")
    write(missions_notebook(), root / "solutions/essai/02_missions.ipynb")
    kit = Kit(root)
    build_workshop(kit, "essai")
    return kit


def write(notebook, path: Path) -> None:
    """Write *notebook* to *path*."""
    nbformat.write(notebook, path)
