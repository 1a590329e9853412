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
import socket
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
from small_kit import make_kit

PASSED, NOT_YET, NOT_STARTED, COULD_NOT_RUN = (
    Outcome.PASSED,
    Outcome.NOT_YET,
    Outcome.NOT_STARTED,
    Outcome.COULD_NOT_RUN,
)
READY = re.compile(r"(http://127\.0\.0\.1:(\d+)/)\?token")
DAY = 'jour = "jeudi"\nheure = 10\n'


def find(notebook, name):
    return next(c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def remove(notebook, *names):
    kept = [
        c for c in notebook.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in names
    ]
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
    "loop that nothing interrupts": (
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True: pass",
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
    "untouched": (None, NOT_STARTED, NOT_STARTED, 0, False),
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
    classroom.collection = collect(classroom.session, classroom.kit, classroom.session.drop_folder)
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


def test_output_without_end_is_cut(graded):
    for name in ("one long line", "many lines"):
        folder = graded.session.folder / "autograded" / graded.seat(name) / "essai"
        assert (folder / "02_missions.ipynb").stat().st_size < 300_000
    texts = [
        x.text
        for c in graded.executed("one long line").cells
        for x in c.get("outputs", [])
        if x.output_type == "stream"
    ]
    assert any("trop de texte" in text for text in texts)


def test_a_missing_check_is_put_back_and_said_so_in_french(graded):
    check = find(graded.executed("check deleted"), "jour")
    assert check.source.startswith("# Cette cellule (jour) manquait")


def test_who_handed_in_nothing_stands_as_such(graded, results):
    absent = set(graded.session.pseudonyms) - set(graded.learners.values())
    assert set(results.absent) == absent
    row = next(row for row in results.rows if row.pseudonym in absent)
    assert [x.outcome for x in row.standings] == [None, None]


def test_nothing_of_nbgrader_reaches_the_screen(graded, capfd):
    graded.hand_in("loud", graded.notebook(jour_reponse=DAY + "import os; os.write(2, b'BOUM')"))
    collect(graded.session, graded.kit, graded.session.drop_folder)
    grade(graded.session, graded.kit, lambda *_: None)
    assert capfd.readouterr() == ("", "")
    assert "Autograding" in (graded.session.results / "grading.log").read_text(encoding="utf-8")


def test_grading_again_runs_nothing_and_keeps_a_persons_marks(graded):
    from nbgrader.api import Gradebook

    url = f"sqlite:///{graded.session.folder / 'gradebook.db'}"
    with Gradebook(url, "elloweb") as gradebook:
        given = gradebook.find_grade(
            "double-creation", "02_missions", "essai", graded.seat("right")
        )
        given.manual_score, given.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    again = grade(graded.session, graded.kit, lambda *_: None)
    assert again.run_now <= 1  # the one that may do better another time
    results = gather_results(graded.session, graded.kit, datetime.now(UTC))
    row = next(row for row in results.rows if row.pseudonym == graded.seat("right"))
    assert row.standings[1].creation_points == 2.5
    assert row.points == 7.5


def test_a_new_hand_in_is_graded_alone_and_an_old_one_never_lost(graded):
    name = "not json"
    graded.hand_in(name, graded.notebook(jour_reponse='jour = "jeudi"\nheure = 22'))
    collection = collect(graded.session, graded.kit, graded.session.drop_folder)
    assert [x.pseudonym for x in collection.hand_ins if x.new] == [graded.seat(name)]
    ran = []
    grade(graded.session, graded.kit, lambda done, total, what: ran.append(what))
    assert any(graded.seat(name) in what for what in ran)
    archive = graded.session.folder / "downloaded" / "essai" / "archive" / graded.seat(name)
    assert len(list(archive.iterdir())) == 2
    outcomes = read_outcomes(graded.executed(name))
    assert outcomes["jour"].outcome is NOT_YET
    assert [line.message for line in outcomes["jour"].lines if not line.won] == ["C'est le soir."]


def nbgrader(folder, *arguments):
    """Run nbgrader's own command in *folder* as a terminal with the environment on would."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def test_nbgraders_own_commands_work_in_the_session(graded, tmp_path):
    folder = graded.session.folder
    assert "Released assignments" in nbgrader(folder, "list").stderr
    students = nbgrader(folder, "db", "student", "list").stdout
    assert all(pseudonym in students for pseudonym in graded.session.pseudonyms)
    assert "02_missions" in nbgrader(folder, "db", "assignment", "list").stdout
    table = tmp_path / "notes.csv"
    nbgrader(folder, "export", "--to", str(table))
    with table.open(newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores[graded.seat("moved")] == 5


@pytest.mark.parametrize("name", ["stripped", "silenced results", "kill -9"])
def test_nbgraders_own_autograde_gives_the_same_grades(graded, name):
    def grades():
        return [
            (x.cell, x.points)
            for x in read_grades(graded.session.folder)
            if x.pseudonym == graded.seat(name)
        ]

    ours = grades()
    assert ours
    nbgrader(graded.session.folder, "autograde", "essai", "--student", graded.seat(name), "--force")
    assert grades() == ours


def wait_until(true, seconds=60):
    """Return as soon as *true* returns so; fail after *seconds*."""
    give_up = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def answers(host, port):
    """Return whether somebody listens there."""
    with socket.socket() as one:
        return one.connect_ex((host, port)) == 0


@contextlib.contextmanager
def formgrader(folder):
    """Serve nbgrader's formgrader in *folder*; yield what gets an answer of its API."""
    token = secrets.token_hex(16)
    server = subprocess.Popen(
        [
            *[sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root"],
            *["--ip=127.0.0.1", "--port=0", f"--IdentityProvider.token={token}"],
            "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
        ],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
    )
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        ready = next(filter(None, map(READY.search, server.stderr)))
        # Jupyter tells its port a moment before it listens there.
        wait_until(lambda: answers("127.0.0.1", int(ready[2])))

        def get(path):
            url = f"{ready[1]}formgrader/api/{path}"
            request = urllib.request.Request(url, headers={"Authorization": f"token {token}"})
            with direct.open(request, timeout=60) as answer:
                return json.load(answer)

        yield get
    finally:
        server.terminate()
        server.communicate(timeout=30)


def test_formgrader_opens_the_session(graded):
    with formgrader(graded.session.folder) as get:
        (assignment,) = get("assignments")
        submissions = {one["student"]: one for one in get("submissions/essai")}
    assert assignment["name"] == "essai"
    assert assignment["num_submissions"] >= len(ALL)
    assert submissions[graded.seat("moved")]["score"] == 5


def test_the_page_shows_who_stands_where_and_no_code_of_the_learners(graded, capsys):
    assert main(["results", str(graded.session.folder)]) == 1
    said = capsys.readouterr()
    assert "index.html" in said.out
    told = [x.problem for x in read_records(graded.session) if x.problem]
    assert said.err.splitlines() == told
    page = (graded.session.results / "index.html").read_text(encoding="utf-8")
    assert graded.seat("right") in page
    assert "signal" not in page


@pytest.mark.parametrize("name", ["kit (1) + é", "l'atelier & co #2 100%"])
def test_a_whole_session_works_whatever_the_folder_is_called(tmp_path, name, capsys):
    kit = make_kit(tmp_path / name)
    folder = str(kit.root / "sessions" / "ma session (2)")
    create = [
        *["session", "create", folder, "--city", "Lyon", "--place", "Lycée", "--seats", "2"],
        *["--date", "22/04/2026", "--workshop", "essai"],
    ]
    assert main(create) == 0
    assert main(create) == 0
    seats = (Path(folder) / "seats.csv").read_text(encoding="utf-8-sig").splitlines()
    pair = " et ".join(line.split(";")[0] for line in seats[1:])
    drop = Path(folder) / "depot" / pair
    drop.mkdir()
    shutil.copy(kit.exercises / "essai" / "02_missions.ipynb", drop)
    assert main(["collect", folder]) == 0
    assert main(["grade", folder]) == 0
    capsys.readouterr()
    assert main(["results", folder, "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert [x["missions"]["essai/jour"]["outcome"] for x in table["learners"]] == [
        "not started"
    ] * 2
    nbgrader(folder, "db", "assignment", "list")


def _listen_to_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Windows has another Ctrl-C")
def test_an_interrupted_grading_goes_on_where_it_stopped(tmp_path, open_classroom):
    room = open_classroom(tmp_path / "kit", 3)
    for name in ("first", "second", "third"):
        room.hand_in(name, room.notebook())
    collect(room.session, room.kit, room.session.drop_folder)
    records = room.session.results / "grading.json"
    command = [sys.executable, "-m", "elloweb", "grade", str(room.session.folder)]
    # As in a terminal: a shell's background jobs, and so their children, are deaf to Ctrl-C.
    running = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, preexec_fn=_listen_to_interrupts
    )
    wait_until(lambda: records.exists() or running.poll() is not None)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "Relance la même commande" in said
    done = len(read_records(room.session))
    assert 1 <= done < 3
    again = grade(room.session, room.kit, lambda *_: None)
    assert again.run_now == 3 - done
    assert not again.problems
