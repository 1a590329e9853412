"""The demonstration: a whole session with a made-up class, seen as its facilitator sees it."""

import csv
import shutil
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from elloweb.content.kit import Kit

KIT = Kit.find()


def elloweb(kit, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "elloweb", *arguments],
        cwd=kit,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def kit(tmp_path_factory):
    """A copy of the kit's content: the demonstration writes into its kit."""
    root = tmp_path_factory.mktemp("kit")
    for folder in ("workshops", "solutions", "exercises", "tests/content"):
        shutil.copytree(KIT.root / folder, root / folder)
    return root


@pytest.fixture(scope="module")
def demonstration(kit):
    done = elloweb(kit, "demo", "--no-browser")
    assert done.returncode == 0, done.stderr
    return done, kit / "sessions" / "demonstration"


def test_it_ends_by_itself_and_says_where_the_pages_are(demonstration):
    done, folder = demonstration
    assert "52 carnets corrigés sur 56" in done.stdout
    assert str(folder / "results" / "index.html") in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "[IPKernelApp]" not in done.stderr


def test_every_workshop_is_played_and_some_learners_miss_one(demonstration):
    _, folder = demonstration
    page = (folder / "results" / "index.html").read_text(encoding="utf-8")
    assert page.count("<table>") == len(KIT.slugs())
    assert "Rien reçu." in page


def test_every_style_of_learner_is_in_the_table(demonstration):
    _, folder = demonstration
    with (folder / "results" / "resultats.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == 12
    states = {value for row in rows for value in row.values()}
    assert {"réussie", "pas encore", "à faire", "non vérifiée"} <= states


def test_the_results_page_is_readable_accessible_and_closed(demonstration, browser, picture):
    _, folder = demonstration
    page = browser.new_page(viewport={"width": 1024, "height": 600}, locale="fr-FR")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "results" / "index.html").as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    assert Axe().run(page).response["violations"] == []
    # Nothing sticks out sideways on a small laptop or on a phone but what scrolls by itself.
    wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(wide)
    page.set_viewport_size({"width": 360, "height": 740})
    assert not page.evaluate(wide)
    page.set_viewport_size({"width": 1366, "height": 1400})
    picture(page, "resultats")
    page.close()


def test_nbgrader_opens_the_folder_unchanged(demonstration):
    _, folder = demonstration
    for command, says in (
        *((["db", "assignment", "list"], slug) for slug in KIT.slugs()),
        (["db", "student", "list"], "There are 12 students"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *command],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert says in done.stdout + done.stderr


def test_a_folder_that_is_no_demonstration_is_left_alone(kit):
    folder = kit / "ailleurs" / "sessions" / "demonstration"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("à garder")
    for name in ("workshops", "solutions", "exercises", "tests"):
        shutil.copytree(kit / name, kit / "ailleurs" / name)
    done = elloweb(kit / "ailleurs", "demo", "--no-browser")
    assert done.returncode == 1
    assert "n'est pas une démonstration" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]
