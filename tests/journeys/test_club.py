"""The cyber workshop from its first cell to its end, in a real browser, wrong answers included.

Every cell is met in its order: what a step does not play is run as it stands.
"""

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from jupyter import SCHOOL_SCREEN, Notebook, jupyterlab, lay_out

from elloweb.content.answers import answer_cell, load_answers
from elloweb.content.kit import Kit
from elloweb.content.markers import answer
from elloweb.content.notebooks import is_check, read_notebook

KIT = Kit.find()
QUESTION = "Est-ce que ton métier fait parfois peur ?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("club")
    lay_out("club", folder)
    return folder


@pytest.fixture(scope="module")
def page(browser, folder):
    context = browser.new_context(viewport=SCHOOL_SCREEN, locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def address(folder):
    with jupyterlab(folder) as address:
        yield address


def walk(notebook, file, steps):
    """Run every code cell of *file* in order, or play the step that *steps* has for it."""
    steps = dict(steps)
    parent = KIT.workshops if file.startswith("01") else KIT.exercises
    for cell in read_notebook(parent / "club" / file).cells:
        if cell.id in steps:
            steps.pop(cell.id)(notebook, cell.id)
        elif cell.cell_type == "code":
            said = notebook.run(cell.id)
            assert "s'est arrêtée" not in said, (cell.id, said)
            assert not is_check(cell) or "Mission réussie" in said, (cell.id, said)
    assert not steps, "a step whose cell is not there"


def says(piece, text):
    """Wait until one of the live regions of *piece* says *text*."""
    piece.get_by_role("status").filter(has_text=text).first.wait_for()


def choose(*choices):
    """Return a step that answers a quiz: each choice, with what is said to it."""

    def step(notebook, name):
        notebook.run(name)
        piece = notebook.cell(name)
        for choice, said in choices:
            piece.get_by_role("radio", name=choice).check()
            piece.get_by_role("button", name="Vérifier").click()
            says(piece, said)

    return step


def slide(label, *tries):
    """Return a step that moves a slider: each value, with what is said to it."""

    def step(notebook, name):
        notebook.run(name)
        piece = notebook.cell(name)
        for value, said in tries:
            piece.get_by_role("slider", name=label).fill(str(value))
            piece.get_by_role("button", name="Vérifier").click()
            says(piece, said)

    return step


def err_then_answer(mission, file):
    """Return a step that gives each kept wrong answer to *mission*, reads, then answers right."""
    check = f"{mission}-verifier"
    wrong = [one for one in load_answers(KIT, "club") if one.mission == mission]
    solution = answer_cell(read_notebook(KIT.solutions / "club" / file), mission)

    def step(notebook, name):
        for one in wrong[:3]:
            # Answers that also play the pieces are for graders: here the pieces are played.
            source = "\n".join(x for x in one.code.split("\n") if ".repond(" not in x).strip("\n")
            notebook.type(name, source)
            notebook.run(name)
            assert plain(one.says) in plain(notebook.run(check)), one.name
        assert notebook.faults(check) == []
        notebook.type(name, answer(solution.source))
        notebook.run(name)

    return step


def plain(text):
    """Return *text* without what the card changes: spaces, and the marks of code."""
    return " ".join(text.replace("`", "").split())


def begin(notebook, name):
    notebook.type(name, 'surnom = "hibou"\nprint("Enquête ouverte par", surnom)')
    assert "Enquête ouverte par hibou" in notebook.run(name)


def turn_freely(notebook, name):
    notebook.run(name)
    wheel = notebook.cell(name)
    wheel.get_by_role("slider", name="Clé").focus()
    notebook.page.keyboard.press("ArrowRight")
    wheel.get_by_text("jkdqw").first.wait_for()


def foresee(notebook, name):
    notebook.run(name)
    piece = notebook.cell(name)
    piece.locator("textarea").fill("CBD\nZPP")
    piece.get_by_role("button", name="Voir si j'avais raison").click()
    says(piece, "Après Z, la roue recommence à A")


def test_discovery(page, address, picture):
    notebook = Notebook(page, address, "01_decouverte.ipynb")
    walk(
        notebook,
        "01_decouverte.ipynb",
        {
            "premiere-cellule": begin,
            "roue": turn_freely,
            "alphabet": foresee,
            "pages": choose(
                ("ruche-connexion.example/club", "c'est un autre site"),
                ("ruche.example.aide.test", "Lis jusqu'à la barre"),
                ("https://ruche.example/connexion", "C'est ça"),
            ),
        },
    )


def check_first(notebook, name):
    """Check before anything was answered, then sort the mails, two of them wrongly at first."""
    notebook.run(name)
    assert "Pas encore commencé" in run_and_check(notebook, "courrier")
    box = notebook.cell(name)
    for number, (title, trap, clue, first) in enumerate(MAILS):
        box.get_by_role("button", name=title).click()
        if first:
            box.get_by_role("radio", name="confiance" if trap else "piège").check()
            says(box, first)
        box.get_by_role("radio", name="piège" if trap else "confiance").check()
        if trap:
            box.get_by_role("radio", name=clue).check()
            says(box, "c'est bien cet indice")
        says(box, f"{number + 1} tri")


MAILS = [
    ("Trois nouveaux membres", False, "", ""),
    ("Un robot offert", True, "Il faut payer", ""),
    ("Réponse avant midi", False, "", "Elle est pressée"),
    ("Dernier rappel", True, "Le lien montre une adresse", "Compare l'adresse"),
    ("j'ai changé d'adresse", True, "On demande un mot de passe", ""),
    ("Connexion depuis un nouvel appareil", False, "", ""),
]


def run_and_check(notebook, mission):
    notebook.run(f"{mission}-reponse")
    return notebook.run(f"{mission}-verifier")


def turn_the_wheel(notebook, name):
    notebook.run(name)
    wheel = notebook.cell(name)
    for key in ("4", "5"):
        wheel.get_by_role("slider", name="Clé").fill(key)
    wheel.get_by_role("button", name="Vérifier").click()
    says(wheel, "le robot danse samedi")


def mark_the_log(notebook, name):
    notebook.run(name)
    log = notebook.cell(name)
    for row in (3, 4, 5, 6):
        log.get_by_label(f"Ligne {row} : suspecte").check()
    log.get_by_role("button", name="Vérifier").click()
    says(log, "la ligne 3 est normale")
    log.get_by_label("Ligne 3 : suspecte").uncheck()
    log.get_by_role("button", name="Vérifier").click()
    says(log, "Trois lignes, un seul appareil")


def test_missions(page, address, picture):
    file = "02_missions.ipynb"
    notebook = Notebook(page, address, file)
    missions = ("courrier", "cesar", "frequences", "essais", "journal", "empreinte")
    walk(
        notebook,
        file,
        {
            "courrier-boite": check_first,
            "cesar-roue": turn_the_wheel,
            "frequences-curseur": slide("Clé", (5, "Pas encore"), (11, "la clé est 11")),
            "journal-jeu": mark_the_log,
            **{f"{one}-reponse": err_then_answer(one, file) for one in missions},
        },
    )
    bar = notebook.cell("progression").get_by_role("status")
    bar.filter(has_text="3 missions réussies sur 3").wait_for()
    notebook.cell("courrier-boite").get_by_role("button", name="Dernier rappel").click()
    picture(page, "atelier-club")


def write_a_warning(notebook, name):
    """Run the poster as it is, then with a fault in every part, then well."""
    assert "Pas encore commencé" in run_and_check(notebook, "alerte")
    err_then_answer("alerte", "03_creation.ipynb")(notebook, name)


def take_home(notebook, name):
    notebook.run(name)
    assert notebook.cell(name).get_by_role("link", name="mon_affiche.html").count() == 1


def write(notebook, name, text):
    """Write *text* at the end of the text cell *name*: a click, then Enter, opens it."""
    cell = notebook.cell(name)
    cell.locator(".jp-RenderedMarkdown").click()
    notebook.page.keyboard.press("Enter")
    notebook.page.locator(".jp-mod-editMode").wait_for()
    notebook.page.keyboard.press("Control+End")
    notebook.page.keyboard.insert_text(text)
    notebook.page.keyboard.press("Shift+Enter")
    cell.locator(".jp-RenderedMarkdown", has_text=text).wait_for()


def test_the_end_and_what_she_takes_home(page, address, folder):
    file = "03_creation.ipynb"
    notebook = Notebook(page, address, file)
    walk(
        notebook,
        file,
        {
            "premier-geste": choose(
                ("J'attends de voir", "neuf heures"),
                ("J'efface tout", "Tu n'as rien fait de mal"),
                ("Je change ce mot de passe", "C'est ça"),
            ),
            "alerte-reponse": write_a_warning,
            "alerte-creation": lambda notebook, name: write(notebook, name, "Oser en parler."),
            "emporter": take_home,
            "marraine": lambda notebook, name: write(notebook, name, QUESTION),
        },
    )
    notebook.save()
    kept = nbformat.read(folder / file, as_version=4)
    assert QUESTION in next(cell.source for cell in kept.cells if cell.id == "marraine")
    poster = page.context.new_page()
    poster.goto((folder / "mon_affiche.html").as_uri())
    assert poster.get_by_role("heading", level=1).inner_text()
    assert "3018" in poster.inner_text("body")
    assert Axe().run(poster).response["violations"] == []
    poster.close()
