"""The paper of a workshop tells what its notebooks tell."""

import ast
import re

import pytest

from elloweb.content.kit import Kit
from elloweb.content.notebooks import read_notebook
from elloweb.play import pesees

KIT = Kit.find()


def paper(slug):
    """Return the words of a workshop's paper version, without their dress or their line ends."""
    return plain((KIT.workshops / slug / "papier.md").read_text(encoding="utf-8"))


def plain(text):
    return " ".join(re.sub(r"[*`]", "", text).split())


def cell(slug, file, name):
    notebook = read_notebook(KIT.solutions / slug / file)
    return next(one.source for one in notebook.cells if one.id == name)


def mails():
    """Yield the mails of the club as its notebook writes them."""
    source = cell("club", "02_missions.ipynb", "courrier-boite")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "courriel":
            wanted = ("de", "date", "objet", "texte", "lien")
            yield {
                each.arg: ast.literal_eval(each.value)
                for each in node.keywords
                if each.arg in wanted
            }


def test_the_six_mails_are_those_of_the_notebook():
    found = list(mails())
    text = paper("club")
    assert len(found) == text.count("Courriel n°") == 6
    for mail in found:
        name, address = mail["de"].rstrip(">").split(" <")
        for words in (mail["date"], f"De : {name} {address}", mail["objet"], mail["texte"]):
            assert plain(words) in text
        shown, target = mail.get("lien", ("", ""))
        assert shown in text
        assert not target or f"Il mène à {target}" in text


def test_the_traps_add_up_to_what_the_sheet_says():
    source = cell("club", "02_missions.ipynb", "courrier-boite")
    answers = re.findall(r"repond\((\d), .(piège|confiance)", source)
    assert len(answers) == 6
    assert sum(int(number) for number, kind in answers if kind == "piège") == 11
    assert "Vous trouvez 11 ?" in paper("club")


def test_the_page_to_mend_is_that_of_the_notebook():
    source = cell("festival", "02_missions.ipynb", "titre-reponse")
    lines = re.sub(r"(?s)### BEGIN SOLUTION\n.*?(?=### DÉPART|### END)", "", source).splitlines()
    shown = [line.removeprefix("### DÉPART ").strip() for line in lines[1:]]
    text = (KIT.workshops / "festival" / "papier.md").read_text(encoding="utf-8")
    code = text.split("```")[1].removeprefix("html").split("\n")
    skipped = ("", "<style>", "</style>", "### END SOLUTION")
    assert [line for line in code if line] == [line for line in shown if line not in skipped]


def test_the_heaviest_weighing_adds_up_to_what_the_sheet_says():
    heaviest = max(pesees(), key=lambda row: row["restes"])
    assert heaviest["prepares"] + heaviest["restes"] == 110
    assert "Vous trouvez 110 ?" in paper("cantine")


@pytest.mark.parametrize("slug", KIT.slugs())
def test_every_paper_ends_with_the_closing_questions_of_the_notebook(slug):
    text = paper(slug)
    for name in ("aime-titre", "servir-titre", "marraine-titre"):
        assert plain(cell(slug, "03_creation.ipynb", name)).lstrip("# ") in text
