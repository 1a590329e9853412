"""A page saved as a real file that she takes home."""

import pytest
from test_web_preview import PNG

from elloweb.play import page


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    home = tmp_path / "atelier"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


def test_a_page_becomes_a_whole_document_with_her_text_intact(folder):
    text = "<h1>Mon <em>festival</em> &amp; moi</h1>\n<p>Un\n<p>Deux"
    said = page(text).enregistre("festival.html")
    document = (folder / "festival.html").read_text(encoding="utf-8")
    assert document.startswith('<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">')
    assert 'name="viewport"' in document
    assert "<title>Mon festival &amp; moi</title>" in document
    assert f"<body>\n{text}\n</body>" in document
    assert page(document).fautes() == []
    assert "enregistrée dans festival.html" in repr(said)
    assert '<a href="festival.html"' in said._repr_mimebundle_()["text/html"]


def test_a_whole_page_is_left_as_it_is(folder):
    text = '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A</title></html>'
    page(text).enregistre()
    assert (folder / "ma_page.html").read_text() == text


def test_what_a_whole_page_lacks_is_added(folder):
    page("<html><head><title>Été</title></head><body>É</body></html>").enregistre("a")
    document = (folder / "a.html").read_text(encoding="utf-8")
    assert document.startswith("<!doctype html>\n<html><head>\n<meta charset")
    assert document.count("<title>") == 1


def test_pictures_go_with_the_page(folder):
    (folder / "a.png").write_bytes(PNG)
    page('<img src="a.png" alt="Un point">').enregistre("b.html")
    assert '<img src="data:image/png;base64,' in (folder / "b.html").read_text()


def test_pictures_that_are_not_there_are_told_where_the_page_is_saved(folder):
    (folder / "a.png").write_bytes(PNG)
    text = '<img src="a.png" alt="Un"><img src="b.png" alt="Deux"><img src="" alt="">'
    said = page(text).enregistre()
    assert "il y manque une image" in repr(said)
    assert "Je ne trouve pas l'image `b.png` à côté de ton carnet" in repr(said)
    assert "il y manque une image" in said._repr_mimebundle_()["text/html"].replace("\u00a0", " ")
    said = page('<img src="b.png" alt="Un"><img src="c.png" alt="Deux">').enregistre()
    assert "il y manque 2 images" in repr(said)
    assert "manque" not in repr(page('<img src="a.png" alt="Un">').enregistre())


def test_a_page_saved_again_takes_the_place_of_the_older_one(folder):
    page("<p>Un</p>").enregistre()
    page("<p>Deux</p>").enregistre()
    assert "Deux" in (folder / "ma_page.html").read_text()
    assert [x.name for x in folder.iterdir()] == ["ma_page.html"]


@pytest.mark.parametrize(
    "name",
    [
        "01.ipynb",
        "notes.txt",
        "../a.html",
        "/tmp/a.html",
        "a/b.html",
        "a\\b.html",
        ".html",
        ".cache.html",
        "a..html",
        "con.html",
        "a?.html",
        "x" * 90 + ".html",
        " / ",
        3,
    ],
)
def test_a_name_that_cannot_be_used_is_refused_in_french(folder, name):
    with pytest.raises(ValueError, match=r"« .* » ne (finit|peut)"):
        page("<p>Un</p>").enregistre(name)
    assert list(folder.iterdir()) == []


def test_what_is_no_file_of_a_page_is_never_written_over(folder):
    other = folder.parent / "autre.html"
    other.write_text("autre")
    (folder / "lien.html").symlink_to(other)
    (folder / "dossier.html").mkdir()
    for name in ("lien.html", "dossier.html"):
        with pytest.raises(ValueError, match="existe déjà"):
            page("<p>Un</p>").enregistre(name)
    assert other.read_text() == "autre"
