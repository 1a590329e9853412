"""The imports go one way, and nbgrader comes in through one door."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "elloweb"
CHAIN = ["content", "kernel", "grading", "classroom", "orientation", "impact", "cli"]
# What notebooks import. `play` builds on `learn`; neither knows the rest.
APART = {"learn": {"learn"}, "play": {"learn", "play"}}
SHARED = {None, "errors", "files", "lazy"}
NBGRADER_DOORS = {"content/assignment.py", "grading/engine.py"}
# What a notebook's materials may use, inside functions alone: see decision 0008.
LEARNER_LIBRARIES = {
    "IPython",
    "anywidget",
    "bs4",
    "ipywidgets",
    "matplotlib",
    "soupsieve",
    "tinycss2",
    "traitlets",
    "zxcvbn",
}

MODULES = sorted(SOURCE.rglob("*.py"))


def imports(path):
    """Yield each import of a module: the dotted name, and whether it stands at the top level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        top = node in tree.body
        if isinstance(node, ast.Import):
            yield from ((alias.name, top) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module, top


def package_of(name):
    parts = name.split(".")
    return parts[1] if parts[0] == "elloweb" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_from_its_left(path):
    own = path.relative_to(SOURCE).parts[0]
    for name, top in imports(path):
        other = package_of(name)
        if name.startswith("nbgrader"):
            assert path.relative_to(SOURCE).as_posix() in NBGRADER_DOORS
            assert not top, "nbgrader is imported inside functions: it costs seconds"
        if own in APART:
            assert other in SHARED | APART[own], f"{own} imports {other}"
        elif own in CHAIN and other in CHAIN:
            assert CHAIN.index(other) <= CHAIN.index(own), f"{own} imports {other}"


@pytest.mark.parametrize("package", APART)
def test_the_learners_side_needs_little(package):
    import sys

    for path in (SOURCE / package).rglob("*.py"):
        for name, top in imports(path):
            root = name.split(".")[0]
            if root != "elloweb" and root not in sys.stdlib_module_names:
                assert root in LEARNER_LIBRARIES, f"{path}: {name}"
                assert not top, f"{path}: {name} is imported inside functions"


def test_every_package_has_its_place():
    packages = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").exists()}
    assert packages <= {*CHAIN, *APART}


def test_notebooks_import_at_most_ten_french_names():
    import elloweb

    assert len(elloweb.__all__) <= 10
    for name in elloweb.__all__:
        assert callable(getattr(elloweb, name))
