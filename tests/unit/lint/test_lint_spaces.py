"""The spaces of French typography: found, put, and nothing else touched."""

import json
import re

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from elloweb.cli import main
from elloweb.content.build import build_workshop
from elloweb.content.lint.fix import fix_kit, fix_notebook, fix_workshop
from elloweb.content.lint.spaces import apply, find_edits
from elloweb.files import write_whole
from small_kit import KERNEL


def mend(text):
    return apply(text, find_edits(text))


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Résultat : 3", "Résultat\u00a0: 3"),
        ("Résultat: 3", "Résultat\u00a0: 3"),
        ("**Ma question :** *ici*", "**Ma question\u00a0:** *ici*"),
        ("Oui ! Non ; peut-être ?", "Oui\u202f! Non\u202f; peut-être\u202f?"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("Oui!", "Oui\u202f!"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("« Gratin ! »", "«\u00a0Gratin\u202f!\u00a0»"),
        ("« ! » et « : »", "«\u00a0!\u00a0» et «\u00a0:\u00a0»"),
        ("9 kg, 31 % et 31%", "9\u00a0kg, 31\u00a0% et 31\u00a0%"),
        ("**plus de 9 kg**, **9** kg", "**plus de 9\u00a0kg**, **9**\u00a0kg"),
        ("à 2 h 30", "à 2\u00a0h\u00a030"),
        ("1 270 visages, 1 234 567", "1\u202f270 visages, 1\u202f234\u202f567"),
        ("`sum` : la somme", "`sum`\u00a0: la somme"),
        ("[le lien](x.html) ?", "[le lien](x.html)\u202f?"),
        ("![des piles de 3 kg.](x.svg)", "![des piles de 3\u00a0kg.](x.svg)"),
        ("`a\u00a0: b`", "`a : b`"),
        ("```\nx\u202f!\n```", "```\nx !\n```"),
        ("| a : | `b : c` |", "| a\u00a0: | `b : c` |"),
    ],
)
def test_a_space_is_put_where_french_wants_one(text, mended):
    assert mend(text) == mended
    assert mend(mended) == mended


@pytest.mark.parametrize(
    "text",
    [
        "`a : b ! c`",
        "```python\nif x : # 9 kg ?\n```",
        "~~~\na : b\n~~~",
        "https://elloweb.fr/?a=1;b et https://elloweb.fr/?",
        "<b style='color : red'>x</b>",
        "<style>\na { color : red ; }\n</style>",
        "<!-- a : b -->",
        "x &amp; y &nbsp;",
        "| a |\n|---|---:|\n|:-:|",
        "| a |\r\n|---|---:|\r\n```\r\na : b\r\n```\r\n",
        "**Maj + :**, **Maj + ?** et **:**",
        "| `:` | **:** | : |",
        "Il est 10:30.",
        "revue.sesamath.net/spip.php?article607",
        "une enquêtrice à 2 s'entraîne",
        "![une image](x.png)",
        "06 12 34 56 78",
        "- ; un signe",
        "(!) et (?)",
        "Oui\u00a0!",
        "12\u202f%",
    ],
)
def test_what_is_no_prose_or_right_already_stays(text):
    assert mend(text) == text


WORDS = ["kg", "12", " h ", "```\n", "<b>", "https://x.y/", "[a](b)", "\r\n", "|-:|"]
PIECES = st.sampled_from([*"ab«»:;!?%`*|()\n-0 \u00a0\u202f", *WORDS])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_mending_changes_spaces_alone_and_once(text):
    once = mend(text)
    assert re.sub("[ \u00a0\u202f]", "", once) == re.sub("[ \u00a0\u202f]", "", text)
    assert mend(once) == once
    assert once.count("\n") == text.count("\n")


@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from([0, 1, None]), st.booleans())
def test_a_notebook_changes_in_its_markdown_alone(text, indent, is_ascii):
    cells = [
        new_markdown_cell(text + '\U0001f389 é \\ " : fin', id="texte"),
        new_code_cell('x = "a : b ?"  # «9 kg»', id="code"),
    ]
    notebook = new_notebook(metadata={**KERNEL, "titre": "a : b"}, cells=cells)
    as_lists = json.loads(nbformat.writes(notebook))
    written = json.dumps(as_lists, indent=indent, ensure_ascii=is_ascii)
    mended, _ = fix_notebook(written)
    notebook.cells[0].source = mend(cells[0].source)
    assert nbformat.reads(mended, 4) == notebook
    plain = r"\\u00a0|\\u202f|[ \u00a0\u202f]"
    assert re.sub(plain, "", mended) == re.sub(plain, "", written)


def test_a_source_that_is_one_string_is_mended_too():
    text = '{"cells": [{"cell_type": "markdown", "source": "a :\\nb ?"}], "x": 1}\n'
    mended, count = fix_notebook(text)
    assert mended == text.replace("a :", "a\u00a0:").replace("b ?", "b\u202f?")
    assert count == 2


def test_a_line_cut_in_two_is_mended_as_one():
    text = '{"cells": [{"cell_type": "markdown", "source": ["Oui ", "!", " «a»"]}]}'
    mended, _ = fix_notebook(text)
    assert json.loads(mended)["cells"][0]["source"] == ["Oui\u202f", "!", " «\u00a0a\u00a0»"]


def test_a_space_that_python_refuses_leaves_the_code():
    text = '{"cells": [{"cell_type": "code", "source": ["x\u00a0= 1\\n", "\\u202f# oui\u202f!"]}]}'
    mended, count = fix_notebook(text)
    assert json.loads(mended)["cells"][0]["source"] == ["x = 1\n", " # oui !"]
    assert count == 3


def test_a_file_in_order_keeps_its_bytes(kit):
    path = kit.workshops / "essai" / "01_decouverte.ipynb"
    before = path.read_bytes()
    assert fix_workshop(kit, "essai") == []
    assert path.read_bytes() == before


def test_the_notebooks_the_sheets_and_the_guide_page_are_mended(kit):
    notebook = new_notebook(metadata=KERNEL, cells=[new_markdown_cell("Oui !", id="oui")])
    for name in ("workshops/essai/01_decouverte.ipynb", "workshops/_galerie/galerie.ipynb"):
        write_whole(kit.root / name, nbformat.writes(notebook).encode())
    for name in ("workshops/essai/papier.md", "facilitator_guide/ateliers/essai.md"):
        write_whole(kit.root / name, "Résultat : 9 kg\r\n".encode())
    write_whole(kit.guide / "clavier.md", b"Oui ? Non !")
    fixed = {one.path: one.spaces for one in fix_workshop(kit, "essai")}
    assert fixed == {
        "workshops/essai/01_decouverte.ipynb": 1,
        "workshops/essai/papier.md": 2,
        "facilitator_guide/ateliers/essai.md": 2,
    }
    fixed = {one.path: one.spaces for one in fix_kit(kit)}
    assert fixed == {"facilitator_guide/clavier.md": 2, "workshops/_galerie/galerie.ipynb": 1}
    sheet = kit.workshops / "essai" / "papier.md"
    assert sheet.read_bytes() == "Résultat\u00a0: 9\u00a0kg\r\n".encode()


def test_a_notebook_that_cannot_be_read_is_left_alone(kit):
    path = kit.workshops / "essai" / "01_decouverte.ipynb"
    for text in ("{", "[]", '{"cells": 3}', "", '{"cells": [{"source": "a :"}]}'):
        path.write_text(text, encoding="utf-8")
        assert fix_workshop(kit, "essai") == []
        assert path.read_text(encoding="utf-8") == text


def test_check_puts_the_spaces_when_asked(kit, capsys):
    path = kit.workshops / "essai" / "01_decouverte.ipynb"
    notebook = new_notebook(metadata=KERNEL, cells=[new_markdown_cell("Oui !", id="oui")])
    write_whole(path, nbformat.writes(notebook).encode())
    build_workshop(kit, "essai")
    main(["check", "--quick", "--fix", "--kit", str(kit.root), "essai"])
    said = capsys.readouterr().err
    assert "workshops/essai/01_decouverte.ipynb : 1 espace(s) changée(s)." in said
    assert "Oui\u202f!" in path.read_text(encoding="utf-8")
