"""A class hands in everything there is; collecting, grading and results go through it all."""

import contextlib
import copy
import csv
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest

from elloweb.cli import main
from elloweb.grading.checks import read_outcomes
from elloweb.grading.collect import collect
from elloweb.grading.engine import read_grades
from elloweb.grading.grade import grade, read_records
from elloweb.grading.results import gather_results
from elloweb.learn.outcome import Outcome

PASSED, NOT_YET, NOT_STARTED, COULD_NOT_RUN = (
    Outcome.PASSED,
    Outcome.NOT_YET,
    Outcome.NOT_STARTED,
    Outcome.COULD_NOT_RUN,
)
DAY = 'jour = "jeudi"\nheure = 10\n'


def find(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def remove(notebook, *names):
    kept = [c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in names]
    return nbformat.from_dict({**notebook, "cells": kept})


def duplicated(notebook):
    cell = find(notebook, "jour-reponse")
    twin = copy.deepcopy(cell)
    twin["id"] = "jumelle"
    notebook.cells.insert(notebook.cells.index(cell), twin)
    return notebook


def moved(notebook):
    cell = find(notebook, "double-reponse")
    notebook.cells.remove(cell)
    notebook.cells.insert(0, cell)
    return notebook


def split(notebook):
    cell = find(notebook, "jour-reponse")
    first = copy.deepcopy(cell)
    first["id"] = "moitie"
    first.source, cell.source = cell.source.split("\n")
    notebook.cells.insert(notebook.cells.index(cell), first)
    return notebook


def retyped(notebook):
    check = find(notebook, "jour")
    check["cell_type"] = "markdown"
    del check["outputs"], check["execution_count"]
    return notebook


def stripped(notebook):
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
    return notebook


def same_ids(notebook):
    for cell in notebook.cells[2:5]:
        cell["id"] = "pareil"
    return notebook


def old_schema(notebook):
    for cell in notebook.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata["nbgrader"]["schema_version"] = 1
    return notebook


def skip_tag(notebook):
    find(notebook, "jour").metadata["tags"] = ["skip-execution"]
    return notebook


def cheated(notebook):
    find(notebook, "jour").source = "2"
    find(notebook, "jour").metadata["nbgrader"]["points"] = 200
    return notebook


# What a learner's first answer does: how both missions must stand, the points, whether it is told.
CODE = {
    "right": ("", PASSED, PASSED, 5, False),
    "loop": ("while True: pass", PASSED, PASSED, 5, False),
    "loop that swallows": (
        "while True:\n  try:\n    while True: pass\n  except BaseException: pass",
        *(COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    ),
    "end of process": ("import os; os._exit(0)", COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "kill -9": ("import os; os.kill(os.getpid(), 9)", COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "exit": ("exit()", PASSED, PASSED, 5, False),
    "sys.exit": ("import sys; sys.exit(1)", PASSED, PASSED, 5, False),
    "input": ("input('Ton nom ?')", PASSED, PASSED, 5, False),
    "closed output": (
        "import sys, os; sys.stdout.close(); os.close(1); os.close(2)",
        *(PASSED, PASSED, 5, False),
    ),
    "one long line": ("print('x' * 100_000_000)", PASSED, PASSED, 5, False),
    "many lines": ("for n in range(1_000_000): print('y' * 99)", PASSED, PASSED, 5, False),
    "silenced results": (
        "get_ipython().ast_node_interactivity = 'none'",
        *(COULD_NOT_RUN, COULD_NOT_RUN, 0, False),
    ),
    "warnings": ("import warnings; warnings.simplefilter('always')", PASSED, PASSED, 5, False),
}
SHAPES = {
    "check deleted": (lambda nb: remove(nb, "jour"), PASSED, PASSED, 5, False),
    "mission deleted": (
        lambda nb: remove(nb, "jour", "jour-reponse"),
        *(NOT_YET, PASSED, 3, False),
    ),
    "duplicated": (duplicated, PASSED, PASSED, 5, False),
    "moved": (moved, PASSED, PASSED, 5, False),
    "split": (split, PASSED, PASSED, 5, False),
    "retyped": (retyped, PASSED, PASSED, 5, False),
    "stripped": (stripped, PASSED, PASSED, 5, False),
    "same ids": (same_ids, PASSED, PASSED, 5, False),
    "old schema": (old_schema, PASSED, PASSED, 5, False),
    "skip tag": (skip_tag, PASSED, PASSED, 5, False),
    "cheated": (cheated, PASSED, PASSED, 5, False),
    "not json": (lambda nb: b"this is not json", COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "cut": (lambda nb: json.dumps(nb).encode()[:900], COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "empty": (lambda nb: b"", COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "another json": (lambda nb: b'{"cells": 3}', COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "broken cells": (lambda nb: b'{"cells": [1, null]}', COULD_NOT_RUN, COULD_NOT_RUN, 0, True),
    "untouched": (None, NOT_STARTED, NOT_YET, 0, False),
}
ALL = {**CODE, **SHAPES}


@pytest.fixture(scope="module")
def graded(classroom):
    """The class with everybody's notebook collected and graded once."""
    for name, (code, *_) in CODE.items():
        classroom.hand_in(name, classroom.notebook(jour_reponse=DAY + code))
    for name, (change, *_) in SHAPES.items():
        if change is None:
            content = (classroom.kit.exercises / "essai" / "02_missions.ipynb").read_bytes()
        else:
            content = change(classroom.notebook())
        classroom.hand_in(name, content)
    classroom.collection = collect(
        classroom.session, classroom.kit, classroom.session.drop_folder
    )
    classroom.grading = grade(classroom.session, classroom.kit, lambda *_: None)
    return classroom


@pytest.fixture(scope="module")
def results(graded):
    return gather_results(graded.session, graded.kit, datetime.now(UTC))


def test_everything_is_collected_and_nothing_stops_the_batch(graded):
    assert len(graded.collection.hand_ins) == len(ALL)
    assert not graded.collection.problems
    assert len(graded.grading.records) == len(ALL)


@pytest.mark.parametrize("name", ALL)
def test_each_awkward_hand_in_gets_what_is_due_and_no_more(graded, results, name):
    _, day, double, points, told = ALL[name]
    row = next(row for row in results.rows if row.pseudonym == graded.seat(name))
    assert [x.outcome for x in row.standings] == [day, double]
    assert sum(x.points for x in row.standings) == points
    record = next(x for x in graded.grading.records if x.pseudonym == graded.seat(name))
    assert bool(record.problem) is told, record.problem
