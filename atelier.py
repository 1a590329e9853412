"""Run the kit: `python3 atelier.py ARGS…` installs it on first use, then runs `elloweb ARGS…`.

Standard library only, in a syntax that Python 3.6 still reads: whoever starts it with an old
Python meets a sentence, not a syntax error. What only an installation needs is imported inside
functions: a kit already installed starts at once. Messages go to stderr, so that what elloweb
writes to stdout stays clean.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

PYTHON = "{}.{}".format(*sys.version_info[:2])
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
ELLOWEB = VENV / ("Scripts/elloweb.exe" if os.name == "nt" else "bin/elloweb")
PACKAGES = VENV / ("Lib" if os.name == "nt" else "lib/python" + PYTHON) / "site-packages"
STAMP = VENV / "installation.txt"
LOG = VENV / "installation.log"
PINS = ROOT / "constraints.txt"
IDENTITY = f"Python {PYTHON}, {VENV}\n"  # What an environment keeps for life.

OLD_PYTHON = (
    f"Python {PYTHON} est trop ancien pour le kit ; installe Python 3.11 ou plus récent "
    "(www.python.org), puis relance avec lui, par exemple : python3.11 atelier.py"
)
NO_VENV = (
    f"Python {PYTHON} : il lui manque les modules venv et ensurepip ; installe-les "
    "(Debian, Ubuntu : sudo apt install python3-venv), puis relance la même commande."
)
BUSY = (
    f"{ROOT} : une autre installation est en cours dans ce dossier ; attends qu'elle finisse, "
    "puis relance la même commande."
)
NO_NETWORK = (
    f"{VENV} : l'installation n'arrive pas à joindre Internet ; vérifie la connexion ou essaie un "
    "autre réseau (le partage d'un téléphone, par exemple), puis relance la même commande."
)
DISK_FULL = f"{VENV} : le disque est plein ; libère environ 2 Go, puis relance la même commande."
PIP_FAILED = (
    f"{VENV} : l'installation a échoué ; relance la même commande et, si cela recommence, "
    f"transmets le fichier {LOG} à la personne qui s'occupe du kit."
)
FILE_FAULT = (
    "{} : impossible de lire, d'écrire ou de lancer ce fichier ; vérifie que le dossier du kit "
    "est complet et que tu as le droit d'y écrire, puis relance la même commande."
)
INTERRUPTED = "Installation interrompue : relance la même commande pour la reprendre du début."

# Error numbers first: pip speaks the language of the machine, they do not change.
SIGNS = (
    (DISK_FULL, ("[Errno 28]", "[Errno 122]", "[WinError 112]", "No space left")),
    (NO_NETWORK, ("connection broken by", "ConnectionPool(", "error: connection-")),
    (NO_NETWORK, ("incomplete-download", "(from versions: none)")),  # The pins do exist.
)


class InstallationError(Exception):
    """A sentence for the facilitator: place, fault and next step."""


def main(arguments: "list[str]") -> int:
    """Become `elloweb` with *arguments*, installed first if need be; else return an exit status."""
    try:
        return start(arguments)
    except KeyboardInterrupt:
        say(INTERRUPTED)
        return 130
    except InstallationError as error:
        say(str(error))
    except OSError as fault:
        say(explain(str(fault), FILE_FAULT.format(fault.filename or ROOT)))
    return 1


def start(arguments: "list[str]") -> int:
    """Install what is missing, then run elloweb."""
    if sys.version_info[:2] < (3, 11):  # noqa: UP036 (whichever Python is there runs this)
        raise InstallationError(OLD_PYTHON)
    if is_installed():
        try:
            return run_elloweb(arguments)
        except OSError:  # The Python behind .venv is gone: a system upgrade, a tidied folder.
            STAMP.unlink()
    install(Progress("--debug" in arguments))
    return run_elloweb(arguments)


def run_elloweb(arguments: "list[str]") -> int:
    """Become the installed program; on Windows, run it and return its exit status."""
    if sys.platform != "win32":
        # By way of its Python: a folder with a space in its name puts a shell in the first line of
        # the script, and that shell would hide a missing Python.
        os.execv(str(VENV_PYTHON), [str(VENV_PYTHON), str(ELLOWEB), *arguments])
    # On Windows, exec would give the prompt back before the program ends.
    import signal
    import subprocess

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for elloweb to answer.
    return subprocess.call([str(ELLOWEB), *arguments])


def is_installed() -> bool:
    """Tell whether the last installation reached its end and still fits the kit."""
    return last_stamp() == wanted_stamp() and ELLOWEB.exists()


def last_stamp() -> str:
    """Return what the last complete installation depended on; nothing if there is none."""
    try:
        return STAMP.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def wanted_stamp() -> str:
    """Return what the installation depends on: plain text, which needs no digest to compare."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    # Installed as copies: what Jupyter reads of them is as old as the installation.
    settings = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("etc/*.*"))]
    return IDENTITY + what_pip_reads(project) + PINS.read_text(encoding="utf-8") + "".join(settings)


def what_pip_reads(project: str) -> str:
    """Return the lines of pyproject.toml that decide what is installed.

    The pins alone would miss a new entry point; a new version number or a setting of ruff must not
    cost a facilitator a minute, and a network, when nothing that is installed changes.
    """
    kept = []
    inside = False
    for line in project.splitlines():
        if line.startswith("["):
            inside = line.startswith(("[build-system", "[project", "[tool.hatch"))
        if inside and not line.startswith(("#", "version", "description")):
            kept.append(line + "\n")
    return "".join(kept)


def install(progress: "Progress") -> None:
    """Make .venv, or bring it up to date.

    The stamp goes first and comes back last: it never vouches for half an installation. Without
    it .venv is made afresh, since pip takes a package that was half written for a whole one.
    """
    stamp = wanted_stamp()
    with only_installer():
        if last_stamp().startswith(IDENTITY):
            say("Le kit a changé : mise à jour de son installation…")
            STAMP.unlink()
            LOG.write_text("")
        else:
            say("Installation du kit dans .venv : une seule fois, une à deux minutes…")
            make_venv(progress)
        pip_install(progress)
        STAMP.write_text(stamp, encoding="utf-8")
    say("Installation terminée.")


@contextlib.contextmanager
def only_installer() -> "Iterator[None]":
    """Keep other installations out.

    This very file is what is locked: nothing to tidy, and the system frees it however a run ends.
    """
    with Path(__file__).open("rb") as lock:
        try:
            if sys.platform == "win32":
                import msvcrt

                lock.seek(1 << 30)  # Nobody can read what Windows locks: take a byte past the end.
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise InstallationError(BUSY) from None
        yield


def make_venv(progress: "Progress") -> None:
    """Put a new virtual environment in the place of whatever .venv is."""
    try:
        import ensurepip  # noqa: F401
        import shutil
        import venv  # noqa: F401
    except ImportError:
        raise InstallationError(NO_VENV) from None

    if VENV.is_dir() and not VENV.is_symlink():
        shutil.rmtree(str(VENV))
    else:
        VENV.unlink(missing_ok=True)
    VENV.mkdir()
    (VENV / "tmp").mkdir()
    # The base Python, as the one that runs may live in the .venv that has just gone.
    python = getattr(sys, "_base_executable", sys.executable)
    run_logged([python, "-m", "venv", str(VENV)], progress)


def pip_install(progress: "Progress") -> None:
    """Install the kit and its test tools at the pinned versions."""
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    options = ["--progress-bar", "off", "--constraint", "constraints.txt", "--editable", ".[test]"]
    run_logged([*pip, "install", *options], progress)


def run_logged(command: "list[str]", progress: "Progress") -> None:
    """Run *command* with its output in the log; raise InstallationError if it fails."""
    import subprocess

    # What a killed pip leaves behind goes with .venv, and /tmp is often a small part of memory.
    environment = dict(os.environ, TMPDIR=str(VENV / "tmp"))
    with LOG.open("ab") as log:
        process = subprocess.Popen(
            command,
            cwd=str(ROOT),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            while process.returncode is None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=0.2)
                progress.tell()
        finally:
            process.terminate()
            process.wait()
    if process.returncode != 0:
        raise InstallationError(explain(read_log(), PIP_FAILED))


class Progress:
    """Tells how far pip is: a line on a terminal, the steps elsewhere, all it says if *debug*."""

    def __init__(self, debug: bool) -> None:
        """Start with nothing told."""
        self.debug = debug
        self.told = ""

    def tell(self) -> None:
        """Show what is new since the last time."""
        log = read_log()
        if self.debug:
            sys.stderr.write(log[len(self.told) :])
            self.told = log
            return
        line = progress_line(log)
        if line == self.told:
            return
        step = line.split()[0]
        if sys.stderr.isatty():
            say(line, end="")
        elif step not in self.told:
            say(step + "…")
        self.told = line


def progress_line(log: str) -> str:
    """Return how far pip is: what it fetches is in its *log*, what it installs in .venv."""
    import re

    queue = re.search("^Installing collected packages: (.+)", log, re.MULTILINE)
    if queue:
        names = queue.group(1).split(", ")
        rank = min(len(list(PACKAGES.glob("*.dist-info"))), len(names))
        return f"Installation {rank}/{len(names)} · {names[rank - 1]}"
    # A package comes from the network, or from a folder of wheels.
    fetched = r"^(?:Collecting |Processing .*[/\\])([\w.]+(?:-[a-z]\w*)*)"
    names = list(dict.fromkeys(re.findall(fetched, log, re.MULTILINE | re.IGNORECASE)))
    if names:
        pins = set(re.findall("^(.+?)==", PINS.read_text(encoding="utf-8"), re.MULTILINE))
        return f"Téléchargement {len(names)}/{len(pins)} · {names[-1]}"
    return "Préparation"


def explain(text: str, otherwise: str) -> str:
    """Return the sentence for the fault whose sign is at the end of *text*, or *otherwise*."""
    end = "\n".join(text.splitlines()[-40:])
    for sentence, signs in SIGNS:
        if any(sign in end for sign in signs):
            return sentence
    return otherwise


def read_log() -> str:
    """Return what pip has said until now."""
    return LOG.read_text(encoding="utf-8", errors="replace")


def say(text: str, end: str = "\n") -> None:
    """Write *text* to stderr, on a terminal over the line of progress."""
    if sys.stderr.isatty():
        text = "\r" + text.ljust(60)
    sys.stderr.write(text + end)
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
