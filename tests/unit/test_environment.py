"""One set of dependencies, told three times: pyproject.toml, constraints.txt, environment.yml."""

import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
CONSTRAINTS = (ROOT / "constraints.txt").read_text(encoding="utf-8")

# Where conda-forge says it otherwise.
CONDA_NAMES = {"matplotlib-base": "matplotlib"}
# What comes from pip alone: conda-forge uses its name for something else.
PIP_ONLY = {"typst"}


def bounds(lines: list[str]) -> dict[str, str]:
    """Return the bounds of each package among *lines* of requirements, options left out."""
    requirements = [Requirement(line) for line in lines if not line.startswith("-")]
    return {canonicalize_name(each.name): str(each.specifier) for each in requirements}


def pins() -> list[Requirement]:
    lines = CONSTRAINTS.splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def conda_lines() -> list[str]:
    return [line for line in CONDA if isinstance(line, str)]


def pip_lines() -> list[str]:
    return next(entry["pip"] for entry in CONDA if isinstance(entry, dict))


def test_conda_installs_the_dependencies_of_the_project_within_the_same_bounds():
    conda = {CONDA_NAMES.get(name, name): bound for name, bound in bounds(conda_lines()).items()}

    assert conda.pop("python") == PROJECT["requires-python"]
    assert conda.pop("pip") == ""
    wanted = bounds(PROJECT["dependencies"])
    assert conda == {name: bound for name, bound in wanted.items() if name not in PIP_ONLY}


def test_conda_leaves_the_test_tools_and_the_kit_itself_to_pip():
    wanted = bounds(PROJECT["dependencies"])
    left = {name: wanted[name] for name in PIP_ONLY}
    assert bounds(pip_lines()) == {**left, **bounds(PROJECT["optional-dependencies"]["test"])}
    assert {"--editable .", "--constraint constraints.txt"} <= set(pip_lines())


@pytest.mark.parametrize(
    "line", [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
)
def test_every_direct_dependency_is_pinned_within_its_bounds(line):
    wanted = Requirement(line)
    versions = [
        pin.specifier
        for pin in pins()
        if canonicalize_name(pin.name) == canonicalize_name(wanted.name)
    ]

    assert versions
    for version in versions:
        assert wanted.specifier.contains(str(version).removeprefix("=="))


def test_every_constraint_is_an_exact_version():
    assert [str(pin) for pin in pins() if not str(pin.specifier).startswith("==")] == []


def test_constraints_say_how_to_make_them_again_and_name_no_machine():
    assert "uv pip compile --universal" in CONSTRAINTS
    assert "://" not in CONSTRAINTS
    assert "/" not in CONSTRAINTS
