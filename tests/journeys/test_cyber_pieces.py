"""The cyber materials in a real browser: by keyboard alone, kept, and clean for screen readers."""

from math import cos, pi, sin

import nbformat
import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, Notebook, jupyterlab
from nbformat.v4 import new_code_cell, new_notebook

FILE = "cyber.ipynb"
CELLS = {
    "wheel": """\
from elloweb.play import roue
roue("roue", "Erqmrxu d wrxwhv", attendu="Bonjour à toutes", erreurs={7: "Sept, c'est trop."})""",
    "mailbox": """\
from elloweb.play import boite_mail, courriel
boite_mail("boite", [
    courriel(de="Le club robotique <club@lycee.example>", objet="Réunion de mardi", date="lundi",
             texte="Bonjour,\\n\\nOn se retrouve mardi à 17 h, salle 12. À mardi !\\n\\nMaya"),
    courriel(de="Le club robotique <club@lycee-example.test>", objet="Compte bientôt fermé",
             date="mardi", texte="Ton compte ferme ce soir. Confirme vite ton mot de passe.",
             lien=("lycee.example/compte", "https://lycee.example.cadeaux.test/compte"),
             piege=True, erreur="Relis lentement l'adresse où mène le lien.",
             indices={"Le message parle du club": "Le club existe bien : rien d'étrange.",
                      "Le lien mène ailleurs que ce qu'il dit": True}),
    courriel(de="La médiathèque <pret@mediatheque.example>", objet="Ton livre t'attend",
             texte="Le livre que tu as demandé est arrivé. Viens quand tu veux avec ta carte."),
])""",
    "log": """\
from elloweb.play import journal_connexions
journal_connexions("journal", '''
heure | compte | lieu     | action
08:02 | maya   | Grenoble | connexion
08:05 | ines   | Grenoble | connexion
12:31 | maya   | Grenoble | envoi d'un fichier
03:12 | club   | inconnu  | mot de passe refusé
03:13 | club   | inconnu  | mot de passe refusé
03:14 | club   | inconnu  | connexion
17:00 | club   | Grenoble | connexion
''', suspectes=[4, 5, 6], erreurs={7: "À 17 h, le club est au lycée : c'est son heure."})""",
    "letters": """\
from elloweb.play import frequences
frequences("Le secret d'un texte chiffré se lit dans ses lettres.", compare=True)""",
    "fingerprint": """\
from elloweb.play import compare_empreintes, empreinte
compare_empreintes(empreinte("Rendez-vous mardi"), empreinte("Rendez-vous jeudi"))""",
    "drawing": "empreinte('Rendez-vous mardi')",
    "password": """\
from elloweb.play import robustesse
robustesse("Chocolat2008")""",
    "check": """\
from elloweb import mission
with mission("cyber") as m:
    m.resolu("roue", nom="la roue")
    m.resolu("boite", nom="la boîte")
    m.resolu("journal", nom="le journal")
m.bilan()""",
}
SHOWN = [name for name in CELLS if name != "check"]


@pytest.fixture
def folder(tmp_path):
    notebook = new_notebook(
        cells=[new_code_cell(source, id=name) for name, source in CELLS.items()],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.write(notebook, tmp_path / FILE)
    return tmp_path


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1024, "height": 600}, locale="fr-FR")
    yield context.new_page()
    context.close()


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def said(piece, text):
    """Wait until one of the live regions of *piece* says *text*."""
    piece.get_by_role("status").filter(has_text=text).first.wait_for()


def turn_the_wheel(page, wheel):
    """Decipher the text, after a wrong key and the wrong way."""
    key = wheel.get_by_role("slider", name="Clé")
    check = wheel.get_by_role("button", name="Vérifier")
    key.focus()
    press(page, *["ArrowRight"] * 7)
    check.focus()
    press(page, "Enter")
    said(wheel, "Sept, c'est trop.")
    key.focus()
    press(page, *["ArrowLeft"] * 4)
    assert (
        wheel.get_by_role("img")
        .get_attribute("aria-label")
        .startswith("Roue à chiffrer, Clé 3 : A devient D, B devient E")
    )
    check.focus()
    press(page, "Enter")
    said(wheel, "dans l'autre sens")
    wheel.get_by_role("radio").first.focus()
    press(page, "ArrowRight")
    check.focus()
    press(page, "Enter")
    said(wheel, "C'est la bonne clé")
    assert wheel.locator(".elloweb-result").inner_text() == "Bonjour a toutes"


def sort_the_mails(page, box):
    """Sort the three mails; the trap is mistaken at first, and so is its clue."""
    box.get_by_role("button", name="Réunion de mardi").focus()
    press(page, "Enter", "Tab", "ArrowDown")
    said(box, "tu peux lui faire confiance")
    box.get_by_role("button", name="Réunion de mardi").focus()
    press(page, "ArrowDown", "Enter")
    box.get_by_role("heading", name="Compte bientôt fermé").wait_for()
    assert "mène à https://lycee.example.cadeaux.test/compte" in box.inner_text()
    assert box.get_by_role("link").count() == 0
    press(page, "Tab", "ArrowDown")
    said(box, "Relis lentement")
    press(page, "ArrowUp")
    said(box, "Quel indice le trahit")
    press(page, "Tab", "Space")
    said(box, "Le club existe bien")
    press(page, "ArrowDown")
    said(box, "c'est bien cet indice")
    said(box, "2 triés sur 3.")
    box.get_by_role("button", name="Courriel suivant").focus()
    press(page, "Enter", "Tab", "ArrowDown")
    said(box, "3 triés sur 3.")


def mark_the_log(page, log):
    """Filter on the account, mark a row too many, then the right ones."""
    log.get_by_label("compte", exact=True).focus()
    press(page, "c")
    said(log, "4 lignes affichées sur 7.")
    for row in (4, 5, 6, 7):
        log.get_by_label(f"Ligne {row} : suspecte").focus()
        press(page, "Space")
    said(log, "4 cochées.")
    check = log.get_by_role("button", name="Vérifier")
    check.focus()
    press(page, "Enter")
    said(log, "c'est son heure")
    log.get_by_label("Ligne 7 : suspecte").focus()
    press(page, "Space")
    check.focus()
    press(page, "Enter")
    said(log, "Tu as repéré toutes les lignes suspectes.")


def play_all(page, notebook):
    for name in SHOWN:
        notebook.run(name)
    turn_the_wheel(page, notebook.cell("wheel"))
    sort_the_mails(page, notebook.cell("mailbox"))
    mark_the_log(page, notebook.cell("log"))


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_the_pieces_are_played_by_keyboard_and_graded(page, folder, app):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE, app)
        play_all(page, notebook)
        for name in SHOWN:
            notebook.cell(name)
            assert notebook.faults(name) == [], name
        assert "Mission réussie" in notebook.run("check")


def test_what_was_played_is_there_again_after_a_reload_and_in_a_new_kernel(page, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        play_all(page, notebook)
        notebook.save()
        notebook = Notebook(page, address, FILE)
        assert_all_played(notebook)
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        kept = notebook.cell("log").locator(".elloweb-kept")
        kept.filter(has_text="Ta réponse : lignes 4, 5, 6").wait_for()
        for name in SHOWN[:3]:
            notebook.run(name)
        assert_all_played(notebook)
        assert "Mission réussie" in notebook.run("check")


def assert_all_played(notebook):
    wheel, box, log = (notebook.cell(name) for name in ("wheel", "mailbox", "log"))
    assert wheel.get_by_role("slider").input_value() == "3"
    assert wheel.get_by_label("déchiffrer", exact=True).is_checked()
    said(box, "3 triés sur 3.")
    assert log.get_by_label("Ligne 5 : suspecte").is_checked()
    assert not log.get_by_label("Ligne 7 : suspecte").is_checked()


def test_the_wheel_turns_under_the_mouse(page, folder):
    with jupyterlab(folder) as address:
        notebook = Notebook(page, address, FILE)
        notebook.run("wheel")
        wheel = notebook.cell("wheel")
        box = wheel.get_by_role("img").bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        reach, step = box["width"] * 70 / 224, 2 * pi / 26
        page.mouse.move(x, y - reach)
        page.mouse.down()
        for places in range(1, 4):
            # Three letters against the clock: D comes under A.
            page.mouse.move(x - reach * sin(places * step), y - reach * cos(places * step))
        page.mouse.up()
        assert wheel.get_by_role("slider").input_value() == "3"
        for places in (2, 0, -1):
            page.mouse.move(x - reach * sin(places * step), y - reach * cos(places * step))
        assert wheel.get_by_role("slider").input_value() == "3"
        page.mouse.move(x, y - reach)
        page.mouse.down()
        for places in range(-1, -5, -1):
            page.mouse.move(x - reach * sin(places * step), y - reach * cos(places * step))
        page.mouse.up()
        assert wheel.get_by_role("slider").input_value() == "25"
        assert page.evaluate("String(window.getSelection())") == ""


def test_a_narrow_screen_shows_each_piece_without_scrolling_sideways(browser, folder):
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="fr-FR")
    with jupyterlab(folder) as address:
        notebook = Notebook(context.new_page(), address, FILE, NOTEBOOK_7)
        for name in ("wheel", "mailbox", "log"):
            notebook.run(name)
            piece = notebook.cell(name).locator(".elloweb")
            assert piece.evaluate("x => x.scrollWidth - x.clientWidth") <= 0, name
    context.close()
