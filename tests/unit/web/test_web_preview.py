"""The sealed document of a page, and the pictures beside the notebook."""

import base64
import html
import os
import re

import pytest

from elloweb.play import page
from elloweb.play.web import markup, pictures, preview

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of a notebook, and the kernel's."""
    home = tmp_path / "atelier"
    home.mkdir()
    monkeypatch.chdir(home)
    return home


def inner(text):
    """Return what the inner frame of the page *text* holds."""
    found = re.search(r'srcdoc="([^"]*)"', page(text).apercu())
    return html.unescape(found[1])


def test_our_policy_stands_before_the_learners_first_character():
    document = page("<script>x</script>").apercu()
    for held in (document, inner("<script>x</script>")):
        policy = held.index(preview.POLICY)
        assert policy < re.search("script(>|&gt;)x", held).start()
    assert "default-src 'none'" in preview.POLICY


def test_the_page_cannot_leave_the_attribute_that_holds_it():
    text = "\"'></p><h1>dehors</h1>&quot;"
    assert "<h1>" not in page(text).apercu()
    assert inner(text).endswith(text)


@pytest.mark.parametrize(
    "tag",
    [
        "<link rel=preconnect href=//a>",
        "<META http-equiv=refresh content=0>",
        "<base\thref=//a>",
        "<link/rel=x>",
        "<IFrame src=//a></iframe >",
        "<frame src=//a>",
        "<object data=//a></object>",
        "<embed\nsrc=//a>",
    ],
)
def test_what_no_policy_governs_is_made_inert(tag):
    for text in (tag, f"<p {tag}", f"<!--{tag}-->", f"<textarea>{tag}", f'<p title="{tag}">'):
        hers = inner(text).split("about:srcdoc")[1]
        assert not re.search(r"</?(link|meta|base|i?frame|object|embed)\b", hers, re.I)


def test_links_stay_within_the_page():
    shown = inner('<a href="#bas">a</a><a target="_self" href="https://exemple.fr">b</a>')
    assert '<a target="_self" href="#bas">' in shown
    assert '<a target="_blank" target="_self" href="https://exemple.fr">' in shown


def test_pictures_beside_the_notebook_are_written_into_the_preview(folder):
    (folder / "mon chat.PNG").write_bytes(PNG)
    (folder / "b.svg").write_text("<svg/>")
    shown = inner('<img alt="src=c.png" SRC = "mon%20chat.PNG"><img src=b.svg alt="">')
    assert (
        f'<img alt="src=c.png" src="data:image/png;base64,{base64.b64encode(PNG).decode()}">'
        in shown
    )
    assert 'src="data:image/svg+xml;base64,' in shown


@pytest.mark.parametrize(
    "source",
    [
        "../secret.png",
        "..%2Fsecret.png",
        "/etc/passwd",
        "lien.png",
        "notes.txt",
        "file:///etc/passwd",
        "//exemple.fr/a.png",
        "https://exemple.fr/a.png",
        "dossier.png",
        "tuyau.png",
        "rien.png",
        "a\0.png",
        "énorme.png",
        "x" * 5000 + ".png",
        "",
    ],
)
def test_nothing_else_is_read(folder, source):
    (folder.parent / "secret.png").write_bytes(PNG)
    (folder / "lien.png").symlink_to(folder.parent / "secret.png")
    (folder / "notes.txt").write_text("secret")
    (folder / "dossier.png").mkdir()
    os.mkfifo(folder / "tuyau.png")
    with (folder / "énorme.png").open("wb") as big:
        big.truncate(2_000_001)
    assert "data:image" not in inner(f'<img src="{source}" alt="">').replace(preview.POLICY, "")


def test_the_pictures_of_a_page_are_capped_together(folder):
    (folder / "a.png").write_bytes(bytes(1_900_000))
    edits = pictures.inlined(text := '<img src="a.png" alt="">' * 9, markup.read(text), folder)
    assert len(list(edits)) == 3


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("chat.png", ["Ligne 1", "ne trouve pas", "`Chat.png`"]),
        ("https://exemple.fr/a.png", ["internet"]),
        ("rien.png", ["ne trouve pas l'image `rien.png`"]),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told(folder, source, says):
    (folder / "Chat.png").write_bytes(PNG)
    shown = page(f'<img src="{source}" alt="">').text()
    assert all(words in shown for words in says), shown


def test_what_to_look_at_comes_in_the_order_of_the_page(folder):
    shown = page('<img src="rien.png" alt="">\n<h7>Un</h7>').text()
    assert shown.index("Ligne 1") < shown.index("Ligne 2")


def test_a_picture_that_shows_needs_no_remark(folder):
    (folder / "chat.png").write_bytes(PNG)
    assert "ne trouve pas" not in page('<img src="chat.png" alt="">').text()
