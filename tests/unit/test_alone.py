"""The learner's side needs little: IPython alone to be imported, and no widget to say things.

Each test runs a new Python: this one has imported half of the world already.
"""

import json
import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, packages_distributions, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REFUSED = [
    "anywidget",
    "bs4",
    "ipywidgets",
    "matplotlib",
    "nbformat",
    "nbgrader",
    "numpy",
    "pandas",
    "tinycss2",
    "zxcvbn",
]
WIDGETS = ["anywidget", "ipywidgets"]

# Refuses the top-level modules of a list, or all but those of a list and the standard library: it
# stands before all other finders, and what it refuses is as good as not installed.
GATE = """
import json, sys

class Gate:
    def __init__(self, names, only, finders):
        self.names, self.only, self.finders, self.refused = set(names), only, finders, []

    def find_spec(self, name, path=None, target=None):
        root = name.partition(".")[0]
        known = root in self.names or (self.only and root in sys.stdlib_module_names)
        if known != self.only:
            self.refused.append(root)
            return None
        specs = (finder.find_spec(name, path, target) for finder in self.finders)
        return next((spec for spec in specs if spec), None)

settings = json.loads(sys.argv[1])
gate = Gate(settings["names"], settings["only"], sys.meta_path)
sys.meta_path = [gate]
"""

IMPORT_ALL = """
import importlib, pkgutil
import elloweb, elloweb.learn, elloweb.play

modules = []
for package in (elloweb.learn, elloweb.play):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(found.name)
        modules.append(found.name)
names = []
for package in (elloweb, elloweb.play):
    for name in package.__all__:
        getattr(package, name)
        names.append(name)
"""

# A way to use each name that notebooks import; the last line is what the cell shows.
MAILS = '[courriel(de="a@ecole.example", objet="Bonjour", texte="Un mot."), '
MAILS += 'courriel(de="b@gain.example", objet="Vite", texte="Un lien.", piege=True, '
MAILS += 'indices={"Il presse.": True, "Il est court.": "Ce n\'est pas un indice."})]'
EXAMPLES = {
    "affiche": 'affiche("Un doute ?", gestes=["Demande."])',
    "barres": 'barres(["a", "b"], [1, 2])',
    "boite_mail": f'from elloweb.play import courriel\nboite_mail("tri", {MAILS})',
    "cesar": 'cesar("Bonjour", 3)',
    "compare_empreintes": (
        'from elloweb.play import empreinte\ncompare_empreintes(empreinte("un"), empreinte("deux"))'
    ),
    "contraste": 'contraste("#000000", "#ffffff")',
    "courbe": "courbe([2020, 2021], [1, 2])",
    "courriel": 'courriel(de="a@ecole.example", objet="Bonjour", texte="Un mot.")',
    "crimee": "crimee()",
    "curseur": 'curseur("carre", lambda n: f"Le carré est {n * n}", 0, 10)',
    "empreinte": 'empreinte("Bonjour")',
    "emprunts": "emprunts()",
    "frequences": 'frequences("Bonjour")',
    "grand_nombre": "grand_nombre(26 ** 8)",
    "histogramme": "histogramme([1, 2, 2, 5])",
    "journal_connexions": (
        'journal_connexions("nuit", [{"heure": "18:02"}, {"heure": "03:12"}], [2])'
    ),
    "lettres_du_francais": "lettres_du_francais()",
    "lire_journal": 'lire_journal("heure | compte\\n18:02 | ines")',
    "mission": 'with mission("essai") as m:\n    m.attend("1 + 1", 2)\nm.bilan()',
    "nombre_essais": "nombre_essais(26, 8)",
    "nuage": "nuage([1, 2], [2, 1])",
    "page": 'page("<h1>Bonjour</h1>")',
    "pesees": "pesees()",
    "prediction": 'prediction("pari", "print(1 + 1)")',
    "progression": 'progression({"essai": "Un essai"})',
    "puzzle": 'puzzle("ordre", "a = 1\\nprint(a)")',
    "quiz": 'quiz("q", "Deux et deux ?", {"4": True, "22": "Additionne."})',
    "releves": "releves()",
    "robustesse": 'robustesse("soleil123")',
    "roue": 'roue("roue", "Bonjour")',
    "secteurs": 'secteurs(["a", "b"], [1, 2])',
    "tableau": 'tableau([{"a": 1}])',
    "temps_essais": "temps_essais(26 ** 8)",
    "trajets": "trajets()",
}

SHOW_ALL = """
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

shell = InteractiveShell.instance()
if settings["notebook"]:
    shell.kernel = None  # having one at all is how a notebook is known
shown = {}
for name, (home, example) in settings["examples"].items():
    with capture_output() as captured:
        result = shell.run_cell(f"from {home} import {name}\\n{example}")
    texts = [output.data.get("text/plain", "") for output in captured.outputs]
    kinds = [kind for output in captured.outputs for kind in output.data]
    error = result.error_in_exec or result.error_before_exec
    shown[name] = {
        "text": "".join(texts) + captured.stdout,
        "kinds": kinds,
        "complaints": captured.stderr,
        "error": error and repr(error),
    }
print(json.dumps(shown))
"""


def ipython_and_its_needs():
    """The top-level modules of IPython and of the distributions that it requires, all the way."""
    wanted, found = ["ipython"], set()
    while wanted:
        name = canonicalize_name(wanted.pop())
        if name in found:
            continue
        try:
            needs = [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:
            continue
        found.add(name)
        wanted += [need.name for need in needs if not need.marker or need.marker.evaluate()]
    return sorted(
        module
        for module, homes in packages_distributions().items()
        if found & {canonicalize_name(home) for home in homes}
    )


def run(code, folder, *, names, only=False, **settings):
    """Run *code* in a new Python behind the gate, in *folder*; return what it prints, as JSON."""
    surroundings = {
        key: value
        for key, value in os.environ.items()
        if key not in ("NBGRADER_EXECUTION", "JPY_SESSION_NAME")
    }
    done = subprocess.run(
        [
            sys.executable,
            *("-W", "error"),
            *("-c", GATE + code),
            json.dumps({"names": names, "only": only, **settings}),
        ],
        cwd=folder,
        env=surroundings | {"IPYTHONDIR": str(folder)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def exported():
    """Every name that notebooks may import, with the package that it is imported from."""
    import elloweb
    import elloweb.play

    return {name: home.__name__ for home in (elloweb, elloweb.play) for name in home.__all__}


def test_what_ipython_needs_is_none_of_what_is_refused():
    allowed = ipython_and_its_needs()
    assert "IPython" in allowed
    assert "traitlets" in allowed
    assert not set(allowed) & set(REFUSED)


def test_the_learners_side_imports_with_all_but_ipython_refused(tmp_path):
    told = run(
        IMPORT_ALL + "print(json.dumps([modules, names, gate.refused]))",
        tmp_path,
        names=[*ipython_and_its_needs(), "elloweb"],
        only=True,
    )
    modules, names, refused = told
    assert {"elloweb.learn.mission", "elloweb.play.data.bars"} <= set(modules)
    assert set(names) == set(exported())
    assert not set(refused) & set(REFUSED), "tried at import, though it gave way"


def test_the_gate_refuses_what_it_should(tmp_path):
    code = """
refused = []
for name in settings["tried"]:
    try:
        __import__(name)
    except ModuleNotFoundError:
        refused.append(name)
print(json.dumps(refused))
"""
    allowed = [*ipython_and_its_needs(), "elloweb"]
    tried = [*REFUSED, "IPython", "elloweb", "json"]
    assert run(code, tmp_path, names=allowed, only=True, tried=tried) == REFUSED


def test_importing_the_learners_side_imports_no_heavy_library(tmp_path):
    loaded = run(
        IMPORT_ALL + "print(json.dumps([n for n in settings['heavy'] if n in sys.modules]))",
        tmp_path,
        names=[],
        heavy=[*REFUSED, "IPython", "PIL", "traitlets"],
    )
    assert loaded == []


def test_without_matplotlib_a_chart_is_told_in_words(tmp_path):
    code = """
from elloweb.play import barres
print(json.dumps(barres(["a"], [1])._repr_mimebundle_()))
"""
    assert run(code, tmp_path, names=["matplotlib"]) == {"text/plain": "Diagramme en barres : a 1."}


def test_every_name_has_an_example_here():
    assert sorted(EXAMPLES) == sorted(exported()), "give each exported name a line of use above"


@pytest.mark.parametrize("notebook", [True, False], ids=["notebook", "terminal"])
def test_without_widgets_every_piece_shows_as_plain_text(tmp_path, notebook):
    examples = {name: (exported()[name], text) for name, text in EXAMPLES.items()}
    shown = run(SHOW_ALL, tmp_path, names=WIDGETS, notebook=notebook, examples=examples)
    for name, output in shown.items():
        assert output["error"] is None, f"{name}: {output['error']}"
        # What goes wrong while a piece is shown does not end the cell: IPython and our help say it.
        said = output["text"] + output["complaints"]
        assert "Traceback" not in said, name
        assert "ModuleNotFoundError" not in said, name
        assert output["text"].strip(), f"{name} shows nothing"
        assert not any("widget" in kind for kind in output["kinds"]), name
    assert "Deux et deux" in shown["quiz"]["text"]
