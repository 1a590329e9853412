"""The command line: French, the right exit status, no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from elloweb.cli import main
from elloweb.content.lint import spelling


@pytest.fixture
def in_kit(kit, monkeypatch):
    monkeypatch.chdir(kit.root)
    return kit


def run(capsys, *arguments):
    status = main(arguments)
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["buil"], "je ne comprends pas « buil »"),
        (["build", "--chek"], "l'option --chek n'existe pas. Voulais-tu écrire --check ?"),
        (["collect"], "il manque l'argument DOSSIER"),
        (["session", "create", "x"], "il manque l'option --city"),
        (["session", "create", "x", "--seats=a"], "la valeur de l'option --seats ne convient pas"),
        (
            ["session", "create", "x", "--city=a", "--place=b", "--date=1", "--seats=2"],
            "« 1 » n'est pas une date ; écris par exemple 22/04/2026.",
        ),
    ],
)
def test_wrong_usage_is_one_french_sentence_and_status_2(capsys, arguments, says):
    status, out, err = run(capsys, *arguments)
    assert status == 2
    assert says in err
    assert "--help" in err
    assert out == ""


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["session", "--help"]])
def test_help_is_in_french(capsys, arguments):
    status, out, _ = run(capsys, *arguments)
    assert status == 0
    assert "Montrer cette aide" in out
    for english in ("Show this", "Commands", "required", "default"):
        assert english not in out


def test_nothing_asked_shows_the_help(capsys):
    status, out, err = run(capsys)
    assert status == 2
    assert "Commandes" in out
    assert err == ""


def test_every_command_says_in_french_what_it_is_for():
    import typer

    from elloweb.cli.app import app

    def commands(group):
        for command in group.commands.values():
            if hasattr(command, "commands"):
                yield from commands(command)
            yield command

    for command in commands(typer.main.get_command(app)):
        assert command.help, command.name
        for parameter in command.params:
            assert parameter.help, (command.name, parameter.name)


def test_check_is_silent_and_0_when_nothing_is_wrong(capsys, in_kit):
    remark = "" if spelling.is_there() else f"{spelling.MISSING}\n"
    assert run(capsys, "check", "--quick") == (0, "", remark)


def test_check_tells_every_fault_and_ends_with_1(capsys, in_kit):
    (in_kit.exercises / "essai" / "02_missions.ipynb").unlink()
    (in_kit.workshops / "essai" / "notes.docx").write_text("{}")
    status, _, err = run(capsys, "check", "--quick", "essai")
    assert status == 1
    assert "exercises/essai/02_missions.ipynb : manque." in err
    assert "workshops/essai/notes.docx : ce fichier n'a rien à faire ici." in err


def test_check_answers_programs_in_json(capsys, in_kit):
    import json

    status, out, _ = run(capsys, "check", "--quick", "--json")
    assert (status, json.loads(out)) == (0, [])
    (in_kit.exercises / "essai" / "02_missions.ipynb").unlink()
    status, out, _ = run(capsys, "check", "--quick", "--json")
    assert status == 1
    assert set(json.loads(out)[0]) == {"place", "fault", "mend"}


def test_build_says_what_it_made_and_build_check_what_is_stale(capsys, in_kit):
    built = in_kit.exercises / "essai" / "02_missions.ipynb"
    assert run(capsys, "build")[:2] == (0, "essai : à jour.\n")
    built.write_text("{}")
    status, _, err = run(capsys, "build", "--check")
    assert status == 1
    assert "exercises/essai/02_missions.ipynb a été modifié à la main" in err
    assert built.read_text() == "{}"
    assert "1 fichier(s) refait(s)" in run(capsys, "build", "essai")[1]
    assert run(capsys, "build", "--check") == (0, "", "")


def test_an_unknown_workshop_is_told_with_the_known_ones(capsys, in_kit):
    status, _, err = run(capsys, "build", "canton")
    assert status == 1
    assert "workshops/canton : cet atelier n'existe pas. Ateliers du kit : essai." in err


def test_a_fault_of_ours_is_one_sentence_and_debug_shows_the_rest(capsys, in_kit, monkeypatch):
    (in_kit.exercises / "essai" / "02_missions.ipynb").unlink()
    (in_kit.exercises / "essai").rmdir()
    (in_kit.exercises / "essai").write_text("a file in place of a folder")
    status, _, err = run(capsys, "build")
    assert status == 1
    assert "panne inattendue" in err
    assert "Traceback" not in err
    with pytest.raises(OSError, match="essai"):
        main(["--debug", "build"])


def test_python_m_elloweb_is_elloweb(in_kit):
    script = str(Path(sys.executable).parent / "elloweb")
    for command in ([script], [sys.executable, "-m", "elloweb"]):
        done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout.startswith("elloweb 0.")


def test_help_waits_for_no_large_library():
    program = (
        "import sys, elloweb.cli; "
        "print([m for m in ('nbformat', 'nbgrader', 'nbclient', 'matplotlib') if m in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
