"""A session of the small kit, and learners who fill in its notebook in every way there is."""

import json
from datetime import date

import nbformat
import pytest
from jupyter import SCHOOL_SCREEN

from elloweb.content.notebooks import read_notebook
from elloweb.grading.session import create_session
from small_kit import make_kit

RIGHT = {
    "jour-reponse": 'jour = "jeudi"\nheure = 10',
    "double-reponse": "def double(nombre):\n    return nombre * 2",
    "double-creation": "Parce que deux.",
}
QUICK = "\nc.Execute.timeout = 4\nc.Execute.iopub_timeout = 4\n"


class Classroom:
    """A session, and what its learners do; seats are taken by the name of what is done there."""

    def __init__(self, root, seats):
        self.kit = make_kit(root)
        self.session = create_session(
            root / "sessions" / "essai",
            city="Lyon",
            place="Lycée",
            dates=[date(2026, 4, 22)],
            workshops=["essai"],
            seats=seats,
        )
        # Tests do not wait half a minute for a loop: these are nbgrader's own settings.
        with (self.session.folder / "nbgrader_config.py").open("a") as config:
            config.write(QUICK)
        self.learners = {}

    def seat(self, name):
        """Return the pseudonym of the learner whom the test calls *name*."""
        free = [x for x in self.session.pseudonyms if x not in self.learners.values()]
        return self.learners.setdefault(name, free[0] if free else None)

    def notebook(self, **answers):
        """Return the learner's notebook, answered right but for *answers* (`_` for `-`)."""
        notebook = read_notebook(self.kit.exercises / "essai" / "02_missions.ipynb")
        sources = RIGHT | {name.replace("_", "-"): text for name, text in answers.items()}
        for cell in notebook.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name in sources:
                cell.source = sources[name]
        return notebook

    def hand_in(self, name, content):
        """Put *content*, a notebook or bytes, into the drop folder for the learner *name*."""
        folder = self.session.drop_folder / self.seat(name)
        folder.mkdir(exist_ok=True)
        if not isinstance(content, bytes):
            # As a notebook that went through other hands: not validated.
            content = json.dumps(content).encode()
        (folder / "02_missions.ipynb").write_bytes(content)

    def executed(self, name):
        """Return the notebook of the learner *name* as grading left it."""
        folder = self.session.folder / "autograded" / self.seat(name) / "essai"
        return nbformat.read(folder / "02_missions.ipynb", as_version=4)


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """A session of sixty seats in the small kit."""
    return Classroom(tmp_path_factory.mktemp("classe") / "kit", 60)


@pytest.fixture
def open_classroom():
    """The way to make another one: its kit's folder, its number of seats."""
    return Classroom


@pytest.fixture
def page(browser):
    """A page of the browser, as large as a school's screen."""
    context = browser.new_context(viewport=SCHOOL_SCREEN, locale="fr-FR")
    yield context.new_page()
    context.close()
