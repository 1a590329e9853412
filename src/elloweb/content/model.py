"""A workshop's metadata, read from `workshop.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from elloweb.content.kit import Kit
from elloweb.content.problems import Problem
from elloweb.errors import ElloWebError


@dataclass(frozen=True)
class NotebookPlan:
    """A notebook in teaching order."""

    file: str
    title: str
    minutes: int


@dataclass(frozen=True)
class MissionPlan:
    """A mission; its points stand in the notebook alone."""

    id: str
    title: str
    minutes: int
    bonus: bool = False
    creative: bool = False


@dataclass(frozen=True)
class Metier:
    """A trade that the workshop leads to, as its job card tells it."""

    title: str
    rome: str
    tuesday: str
    team: str
    routes: list[str]
    source: str


@dataclass(frozen=True)
class RoleModel:
    """Somebody to look up to, with a source; ``route`` tells an unexpected way into the trade."""

    name: str
    did: str
    source: str
    living: bool = False
    route: str = ""


@dataclass(frozen=True)
class Fact:
    """A claim about the real world that learners read, beyond trades and role models."""

    says: str
    source: str


@dataclass(frozen=True)
class Workshop:
    """A workshop as its `workshop.toml` describes it; durations are minutes."""

    slug: str
    title: str
    family: str
    minutes: int
    summary: str
    goals: list[str]
    materials: list[str]
    language: str
    notebooks: list[NotebookPlan]
    missions: list[MissionPlan]
    metiers: list[Metier] = field(default_factory=list)
    role_models: list[RoleModel] = field(default_factory=list)
    sources: list[Fact] = field(default_factory=list)


def load_workshop(kit: Kit, slug: str) -> Workshop:
    """Return the workshop *slug*; raise ElloWebError on the first fault of its metadata."""
    workshop, problems = read_workshop(kit, slug)
    if workshop is None:
        raise ElloWebError(str(problems[0]))
    return workshop


def read_workshop(kit: Kit, slug: str) -> tuple[Workshop | None, list[Problem]]:
    """Return the workshop *slug* and every fault of its metadata; None when there is one."""
    path = kit.workshops / slug / "workshop.toml"
    place = kit.relative(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, [Problem(place, "ce fichier manque.", "Crée-le d'après un autre atelier.")]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return None, [Problem(place, f"fichier illisible ({error}).", "Corrige cette ligne.")]
    problems = list(_check_table(Workshop, {"slug": slug, **table}, place))
    if problems:
        return None, problems
    return _build(Workshop, {"slug": slug, **table}), []


T = TypeVar("T")

_KIND_NAMES = {str: "un texte", int: "un nombre entier", bool: "true ou false", list: "une liste"}


def _check_table(kind: type, table: dict[str, Any], place: str) -> Iterator[Problem]:
    """Yield what keeps *table* from being a *kind*: unknown, missing or mistyped keys."""
    hints = get_type_hints(kind)
    for key in table.keys() - hints.keys():
        guess = get_close_matches(key, hints, n=1)
        mend = f"Voulais-tu écrire « {guess[0]} » ?" if guess else "Enlève cette clé."
        yield Problem(place, f"clé inconnue « {key} ».", mend)
    for entry in fields(kind):
        if entry.name in table:
            yield from _check_value(hints[entry.name], table[entry.name], entry.name, place)
        elif entry.default is MISSING and entry.default_factory is MISSING:
            yield Problem(place, f"la clé « {entry.name} » manque.", "Ajoute-la.")


def _check_value(hint: Any, value: Any, key: str, place: str) -> Iterator[Problem]:
    wanted = get_origin(hint) or hint
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        yield Problem(place, f"« {key} » devrait être {_KIND_NAMES[wanted]}.", "Corrige sa valeur.")
    elif wanted is list:
        (inner,) = get_args(hint)
        for number, one in enumerate(value, start=1):
            if inner is str:
                yield from _check_value(str, one, f"{key} n° {number}", place)
            elif isinstance(one, dict):
                yield from _check_table(inner, one, f"{place}, [[{key}]] n° {number}")
            else:
                yield Problem(place, f"« {key} » est mal écrit.", f"Écris « [[{key}]] ».")


def _build(kind: type[T], table: dict[str, Any]) -> T:
    hints = get_type_hints(kind)
    values = {}
    for key, value in table.items():
        inner = get_args(hints[key])
        nested = inner and inner[0] is not str
        values[key] = [_build(inner[0], one) for one in value] if nested else value
    return kind(**values)


def discovery_notebooks(kit: Kit, slug: str) -> list[Path]:
    """Return the notebooks of *slug* in which nothing is graded, sorted."""
    return sorted((kit.workshops / slug).glob("*.ipynb"))


def source_notebooks(kit: Kit, slug: str) -> list[Path]:
    """Return the notebooks of *slug* with the answers, sorted."""
    return sorted((kit.solutions / slug).glob("*.ipynb"))
