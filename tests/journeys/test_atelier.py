"""What someone meets who types `python3 atelier.py …`: real runs, on a tiny kit of two packages.

The tiny kit builds itself, and its one dependency comes from an index on loopback: nothing here
needs the Internet.
"""

import ast
import inspect
import json
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ATELIER = Path(__file__).parents[2] / "atelier.py"
DEADLINE = 120


def write_wheel(folder, name, version, files, requires=""):
    """Write the smallest wheel that pip takes, and return its file name."""
    import zipfile

    info = f"{name}-{version}.dist-info"
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nProvides-Extra: test\n"
    files = {
        **files,
        f"{info}/METADATA": about + requires,
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    wheel = f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(f"{folder}/{wheel}", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


BACKEND = f"""
import os, tomllib

{inspect.getsource(write_wheel)}

def build_editable(folder, config_settings=None, metadata_directory=None):
    with open("pyproject.toml", "rb") as file:
        project = tomllib.load(file)["project"]
    files = {{
        "elloweb.pth": os.getcwd(),
        f"elloweb-{{project['version']}}.dist-info/entry_points.txt":
            "[console_scripts]\\nelloweb = " + project["scripts"]["elloweb"],
    }}
    return write_wheel(folder, "elloweb", project["version"], files, "Requires-Dist: couleur\\n")
"""

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "elloweb"
version = "1.0"
scripts.elloweb = "elloweb:main"

[tool.ruff]
line-length = 100
"""

PROGRAM = """
import importlib.metadata, json, sys

def main():
    print(json.dumps({"arguments": sys.argv[1:], "couleur": importlib.metadata.version("couleur")}))
    return 7 if "échouer" in sys.argv else 0

def other_main():
    print("une autre entrée")
"""

OLD_PYTHON = "import sys\nsys.version_info = (3, 9, 18, 'final', 0)"

NO_VENV = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "ensurepip":  # What Debian leaves out of python3, and puts into python3-venv.
            raise ModuleNotFoundError("No module named 'ensurepip'")

sys.meta_path.insert(0, Missing())
"""


@dataclass(frozen=True)
class Kit:
    """A tiny kit around a copy of the real atelier.py; its pip knows one index and no other."""

    folder: Path
    index: str
    python_path: str = ""

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    @property
    def stamp(self) -> Path:
        return self.venv / "installation.txt"

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(self.folder / "atelier.py"), *arguments]

    def environment(self) -> dict[str, str]:
        inherited = {name: text for name, text in os.environ.items() if not name.startswith("PIP_")}
        return inherited | {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_INDEX_URL": self.index,
            "PIP_RETRIES": "1",
            "PYTHONPATH": self.python_path,
            "PYTHONUTF8": "1",
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run atelier.py to its end; whatever happens, nobody meets a traceback."""
        run = subprocess.run(
            self.command(*arguments),
            env=self.environment(),
            cwd=self.folder.parent,
            capture_output=True,
            encoding="utf-8",
            timeout=DEADLINE,
            check=False,
        )
        assert "Traceback" not in run.stderr
        return run

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.folder / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a package index that holds two versions of the only dependency."""
    root = tmp_path_factory.mktemp("index")
    package = root / "couleur"
    package.mkdir()
    for version in ("1.0", "2.0"):
        write_wheel(package, "couleur", version, {"couleur.py": ""})
    handler = partial(QuietHandler, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def make_kit(parent: Path, index: str) -> Kit:
    """Make a kit that was never run, in a folder whose name is not a simple one."""
    folder = parent / "kit d'été"
    folder.mkdir()
    shutil.copy(ATELIER, folder)
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "constraints.txt").write_text("couleur==1.0\n", encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "elloweb.py").write_text(PROGRAM, encoding="utf-8")
    return Kit(folder, index)


@pytest.fixture
def kit(tmp_path: Path, index: str) -> Kit:
    return make_kit(tmp_path, index)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, index: str) -> Kit:
    """Return a kit that was run once; a test may break it, as each ends with a run that mends."""
    kit = make_kit(tmp_path_factory.mktemp("installed"), index)
    assert kit.run().returncode == 0
    return kit


def works(kit: Kit, couleur: str = "1.0") -> bool:
    run = kit.run("ça", "marche")
    return run.returncode == 0 and json.loads(run.stdout) == {
        "arguments": ["ça", "marche"],
        "couleur": couleur,
    }


def assert_one_sentence(run: subprocess.CompletedProcess[str], *words: str) -> None:
    """Check that *run* failed with one sentence, its last line, which says *words*."""
    sentence = run.stderr.splitlines()[-1]
    assert run.returncode == 1
    assert run.stdout == ""
    for word in words:
        assert word in sentence


def test_an_old_python_can_read_the_script_far_enough_to_say_it_is_old():
    ast.parse(ATELIER.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_the_first_run_installs_then_hands_over_arguments_and_exit_status(kit):
    run = kit.run("échouer", "deux mots", "--json", "")

    assert run.returncode == 7
    assert json.loads(run.stdout)["arguments"] == ["échouer", "deux mots", "--json", ""]
    assert "une seule fois" in run.stderr.splitlines()[0]
    assert run.stderr.splitlines()[-1] == "Installation terminée."


def test_a_later_run_installs_nothing_and_says_nothing(installed):
    before = installed.stamp.stat().st_mtime_ns

    assert installed.run().stderr == ""
    assert installed.stamp.stat().st_mtime_ns == before


def test_changed_pins_are_installed(kit):
    assert works(kit, couleur="1.0")
    kit.edit("constraints.txt", "couleur==1.0", "couleur==2.0")

    assert works(kit, couleur="2.0")
    assert kit.run().stderr == ""


def test_a_version_or_a_lint_setting_does_not_install_again(installed):
    installed.edit("pyproject.toml", 'version = "1.0"', 'version = "1.1"')
    installed.edit("pyproject.toml", "line-length = 100", "line-length = 90")

    assert installed.run().stderr == ""


def test_a_new_entry_point_is_installed(kit):
    assert works(kit)
    kit.edit("pyproject.toml", "elloweb:main", "elloweb:other_main")

    assert kit.run().stdout == "une autre entrée\n"


def test_a_copied_kit_runs_its_own_code(installed, tmp_path):
    copy = replace(installed, folder=tmp_path / "copie")
    shutil.copytree(installed.folder, copy.folder, symlinks=True)
    copy.edit("elloweb.py", "json.dumps(", "'de la copie', (")

    assert copy.run().stdout.startswith("de la copie")


def test_without_network_it_says_so_and_the_next_run_recovers(kit):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # Bound but not listening: connections are refused.
        run = replace(kit, index=f"http://127.0.0.1:{closed.getsockname()[1]}/").run()

    assert_one_sentence(run, str(kit.venv), "Internet", "relance la même commande")
    assert works(kit)


def test_a_network_that_answers_without_letting_through_counts_as_none(kit):
    """A Wi-Fi that waits for a password, a school's filter: the first thing missing is a tool."""
    kit.edit("pyproject.toml", "requires = []", 'requires = ["couleur"]')
    run = replace(kit, index=kit.index + "portail/").run()

    assert_one_sentence(run, str(kit.venv), "Internet", "relance la même commande")
    assert works(kit)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("OSError(28, 'Aucun espace disponible sur le périphérique')", "le disque est plein"),
        ("ValueError('unforeseen')", "installation.log"),
    ],
)
def test_a_failing_pip_is_explained_and_the_next_run_recovers(kit, fault, words):
    kit.edit("backend.py", "import os", f"raise {fault}\nimport os")
    run = kit.run()

    assert_one_sentence(run, str(kit.venv), words, "relance la même commande")
    assert fault in (kit.venv / "installation.log").read_text(encoding="utf-8")
    kit.edit("backend.py", f"raise {fault}", "")
    assert works(kit)


@pytest.mark.parametrize(
    ("customize", "words"),
    [
        (NO_VENV, ["ensurepip", "sudo apt install python3-venv", "relance"]),
        (OLD_PYTHON, ["Python 3.9 est trop ancien", "Python 3.11 ou plus récent", "relance"]),
    ],
    ids=["no venv", "old Python"],
)
def test_a_python_that_will_not_do_is_told_before_anything_is_made(kit, tmp_path, customize, words):
    (tmp_path / "sitecustomize.py").write_text(customize, encoding="utf-8")
    run = replace(kit, python_path=str(tmp_path)).run()

    assert_one_sentence(run, *words)
    assert not kit.venv.exists()


def test_a_kit_with_a_missing_file_says_which(kit):
    (kit.folder / "constraints.txt").unlink()

    assert_one_sentence(kit.run(), "constraints.txt", "vérifie que le dossier du kit est complet")


@contextmanager
def first_installation_under_way(kit: Kit) -> Iterator[subprocess.Popen[str]]:
    """Start a first installation that lasts: pip has asked its index, and gets no answer."""
    # A test run started in the background ignores Ctrl-C, and would hand that down.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(DEADLINE)
        waiting = replace(kit, index=f"http://127.0.0.1:{silent.getsockname()[1]}/")
        with subprocess.Popen(
            waiting.command(),
            env=waiting.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            connection, _ = silent.accept()
            with connection:
                yield process
                process.kill()
    signal.signal(signal.SIGINT, before)


def test_an_interrupted_first_installation_starts_again(kit):
    with first_installation_under_way(kit) as process:
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=DEADLINE)

    assert process.returncode == 130
    assert stdout == ""
    assert "Traceback" not in stderr
    assert "relance la même commande" in stderr.splitlines()[-1]
    assert works(kit)


def test_two_installations_at_once_are_refused_and_a_killed_one_frees_the_way(kit):
    with first_installation_under_way(kit) as process:
        assert_one_sentence(kit.run(), str(kit.folder), "une autre installation est en cours")
        process.kill()
        process.communicate(timeout=DEADLINE)

    assert works(kit)


def put_a_file_in_place_of_python(venv: Path) -> None:
    python = venv / "bin" / "python"
    python.unlink()
    python.write_text("not a program", encoding="utf-8")
    python.chmod(0o755)


def remove_the_base_python(venv: Path) -> None:
    python = venv / "bin" / "python"
    python.unlink()
    python.symlink_to("/usr/bin/python-of-before-the-upgrade")


def put_a_file_in_place_of_the_folder(venv: Path) -> None:
    shutil.rmtree(venv)
    venv.write_text("not a folder", encoding="utf-8")


def remove_the_program(venv: Path) -> None:
    (venv / "bin" / "elloweb").unlink()


@pytest.mark.parametrize(
    "damage",
    [
        put_a_file_in_place_of_python,
        remove_the_base_python,
        put_a_file_in_place_of_the_folder,
        remove_the_program,
    ],
)
def test_a_broken_environment_is_made_afresh(installed, damage):
    damage(installed.venv)

    assert works(installed)
    assert installed.run().stderr == ""


def test_debug_shows_all_that_pip_says(kit):
    run = kit.run("--debug")

    assert "Successfully installed couleur-1.0 elloweb-1.0" in run.stderr
    assert json.loads(run.stdout)["arguments"] == ["--debug"]


def test_a_terminal_shows_the_progress_on_one_line(kit):
    terminal, other_end = pty.openpty()
    try:
        subprocess.run(
            kit.command(),
            env=kit.environment(),
            stdout=subprocess.DEVNULL,
            stderr=other_end,
            timeout=DEADLINE,
            check=True,
        )
        shown = os.read(terminal, 65536).decode()
    finally:
        os.close(terminal)
        os.close(other_end)

    assert re.search(r"\rInstallation 2/2 · elloweb +\rInstallation terminée\. +\r\n$", shown)
    assert shown.count("\n") == 2
