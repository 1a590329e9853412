"""A page in a real browser: nothing leaves its sealed frame, and it follows what is typed."""

import base64
import contextlib
import socket
import threading
from html import escape

import nbformat
import pytest
from jupyter import JUPYTERLAB, NOTEBOOK_7, SCHOOL_SCREEN, Notebook, jupyterlab

from elloweb.play import page as make_page
from elloweb.play.web import preview

# Covers the whole frame, so that one click in its middle follows it.
COVER = "position:fixed;inset:0;display:block"

# OUT is the address of a server that counts who calls, COVER what makes a thing fill the frame.
ATTACKS = {
    "script": "<script>fetch('OUT/script')</script>",
    "script from outside": "<script src='OUT/script.js'></script>",
    "event": "<img src=x onerror=\"fetch('OUT/event')\"><body onload=\"location='OUT/load'\">",
    "svg script": "<svg><script>fetch('OUT/svg')</script><image href='OUT/image.png'/></svg>",
    "picture": "<img src='OUT/a.png' srcset='OUT/b.png 2x'>",
    "picture in picture": "<picture><source srcset='OUT/c.png'><img src='OUT/d.png'></picture>",
    "input picture": "<input type=image src='OUT/e.png'><body background='OUT/f.png'>",
    "css": "<style>@import 'OUT/a.css'; p { background: url(OUT/g.png) }</style><p>Un</p>",
    "font": "<style>@font-face { font-family: A; src: url(OUT/a.woff2) } p { font: 9px A }"
    "</style><p>Un</p>",
    "style attribute": "<p style=\"background:url('OUT/h.png');cursor:url(OUT/i.png),auto\">Un</p>",
    "style sheet": "<link rel=stylesheet href='OUT/b.css'>",
    "hints": "<link rel=preconnect href='OUT'><link rel=dns-prefetch href='OUT'>"
    "<link rel=prefetch href='OUT/p'><link rel=preload as=image href='OUT/q'>"
    "<link rel=modulepreload href='OUT/m.js'><link rel=prerender href='OUT/r'>",
    "hints in head": "<html><head><LINK REL=preconnect HREF='OUT'></head><body>Un</body></html>",
    "icon": "<link rel=icon href='OUT/icon.png'><link rel=manifest href='OUT/manifest'>",
    "refresh": "<meta http-equiv=refresh content='0;url=OUT/refresh'>",
    "refresh by script": "<meta http-equiv=refresh content='0;url=javascript:fetch(\"OUT/j\")'>",
    "base": "<base href='OUT/' target=_self><img src='a.png'><a href='x' style='COVER'>a</a>",
    "frame": "<iframe src='OUT/a'></iframe><iframe srcdoc=\"<img src='OUT/b.png'>\"></iframe>",
    "frame with permissions": "<iframe sandbox='allow-scripts allow-top-navigation'"
    " srcdoc=\"<script>top.location='OUT/top'</script>\"></iframe>",
    "frame set": "<frameset cols=50%,50%><frame src='OUT/a'><frame src='OUT/b'></frameset>",
    "object": "<object data='OUT/o'></object><embed src='OUT/e'>"
    "<object type=text/html data='OUT/h'></object><embed type=text/html src='OUT/t'>",
    "media": "<video src='OUT/v.mp4' poster='OUT/p.png' autoplay></video>"
    "<audio src='OUT/a.mp3' autoplay></audio><video><track src='OUT/t.vtt' default></video>",
    "link": "<a href='OUT/link' style='COVER'>a</a>",
    "link to itself": "<a target=_self href='OUT/self' style='COVER'>a</a>",
    "link to the top": "<a target=_top href='OUT/top' style='COVER'>a</a>",
    "link to the parent": "<a target=_parent href='OUT/parent' style='COVER'>a</a>",
    "link with ping": "<a href='#a' ping='OUT/ping' style='COVER'>a</a>",
    "link to a script": "<a target=_self href=\"javascript:fetch('OUT/a')\" style='COVER'>a</a>",
    "link to data": "<a target=_self href=\"data:text/html,<img src='OUT/a'>\" style='COVER'>a",
    "download": "<a download href='OUT/file' style='COVER'>a</a>",
    "link in a drawing": "<svg style='COVER'><a href='OUT/a'><rect width=9999 height=9999 />",
    "map": "<img usemap=#m src='' style='COVER;width:100%;height:100%'><map name=m>"
    "<area target=_self shape=default href='OUT/area'></map>",
    "form": "<form action='OUT/form'><button style='COVER'>a</button></form>",
    "form elsewhere": "<form id=f></form><button form=f formaction='OUT/f' style='COVER'>a",
    "way out of the attribute": "\"'></iframe></iframe><img src='OUT/out.png'><script>1</script>",
    "way out of the text": "</title></style></textarea>--><img src='OUT/text.png'>",
    "broken tags": "<p <link rel=preconnect href='OUT'><a b=\"<link rel=prefetch href='OUT/b'>",
}


def aimed(attack, outside):
    return attack.replace("OUT", outside.address).replace("COVER", COVER)


class Counter:
    """A server on loopback that counts who connects, even without asking for anything."""

    def __init__(self):
        self.calls = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._count, daemon=True).start()

    def _count(self):
        with contextlib.suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                self.calls += 1
                connection.close()

    def close(self):
        self._socket.close()


@pytest.fixture
def outside():
    counter = Counter()
    yield counter
    counter.close()


@pytest.fixture
def visit(browser, outside):
    """Show a frame in a plain page, click in its middle; tell what came of it."""

    def show(frame, click=True):
        context = browser.new_context(viewport=SCHOOL_SCREEN)
        page = context.new_page()
        opened, failed = [], []
        context.on("page", lambda new: opened.append(new))
        # What a policy forbids is announced as a request, and then as failed before it was sent.
        page.on("requestfailed", lambda r: failed.append(r) if "csp" in (r.failure or "") else None)
        requests = []
        page.on("request", lambda request: requests.append(request))
        page.set_content(f"<!doctype html><title>Un</title><body>{frame}")
        page.wait_for_load_state()
        if click:
            page.mouse.click(300, 100)
            page.keyboard.press("Enter")
        settle(page)
        sent = [r.url for r in requests if r not in failed and r.url.startswith("http")]
        where = page.url
        context.close()
        return sent, outside.calls, len(opened), where

    return show


def settle(page):
    """Wait until what the click began has been sent or refused: two frames, then quiet."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 150)))")
    with contextlib.suppress(Exception):
        page.wait_for_load_state("networkidle", timeout=2_000)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_nothing_leaves_the_sealed_frame(visit, outside, attack):
    made = make_page(aimed(attack, outside))
    frame = preview.frame(made.apercu(), "ma_page", 320)
    assert visit(frame) == ([], 0, 0, "about:blank")


@pytest.mark.parametrize(
    "attack", ["picture", "css", "script", "hints", "link to itself", "refresh", "frame"]
)
def test_the_same_attacks_get_out_of_a_frame_that_is_not_sealed(visit, outside, attack):
    text = aimed(ATTACKS[attack], outside)
    visit(f'<iframe style="width:100%;height:320px" srcdoc="{escape(text)}"></iframe>')
    assert outside.calls > 0


def test_a_link_within_the_page_still_leads_there(browser):
    text = '<a href="#bas">Bas</a><p style="height:3000px"></p><h2 id="bas">Ici</h2>'
    page = browser.new_page()
    page.set_content(preview.frame(make_page(text).apercu(), "ma_page", 320))
    inner = page.frame_locator("iframe").frame_locator("iframe")
    inner.get_by_role("link", name="Bas").click()
    page.wait_for_function("true")
    assert inner.get_by_role("heading", name="Ici").bounding_box()["y"] < 320
    page.close()


POINT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
    "rkJggg=="
)
FIRST = """%%page
<style>
  h1 { color: navy; }
</style>
<h1>Festival</h1>
<p>Samedi, <a href="#">le programme</a></p>
<img src="point.png" alt="Un point">
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web")
    (folder / "point.png").write_bytes(base64.b64decode(POINT))
    cells = {
        "page": FIRST,
        "titre": 'ma_page.texte("h1")',
        "contraste": 'from elloweb.play import contraste\ncontraste("#777", "white")',
        "fautes": "ma_page.fautes()",
        "ecoute": "ma_page.ecoute()",
        "fichier": 'ma_page.enregistre("festival.html")',
        "erreur": "%%page ma page\n<p>Un</p>",
    }
    notebook = nbformat.v4.new_notebook(
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
        cells=[nbformat.v4.new_code_cell(source, id=name) for name, source in cells.items()],
    )
    nbformat.write(notebook, folder / "web.ipynb")
    with jupyterlab(folder) as address:
        yield address


def shown(notebook, name):
    """Return the page that the preview of the cell *name* shows, within its two frames."""
    return notebook.cell(name).frame_locator("iframe").frame_locator("iframe")


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_a_learner_writes_a_page_and_sees_it_while_she_types(page, address, picture, app):
    notebook = Notebook(page, address, "web.ipynb", app)
    said = notebook.run("page")
    assert "1 titre, 1 paragraphe, 1 image, 1 lien" in said
    heading = shown(notebook, "page").get_by_role("heading")
    assert heading.inner_text() == "Festival"
    image = shown(notebook, "page").get_by_role("img", name="Un point")
    assert image.evaluate("image => image.naturalWidth") == 1
    assert notebook.faults("page") == []

    notebook.type("page", FIRST.replace("Festival", "Festival d'été"))
    status = notebook.cell("page").get_by_role("status")
    status.filter(has_text="Aperçu en direct").wait_for()
    shown(notebook, "page").get_by_role("heading", name="Festival d'été").wait_for()
    page.keyboard.press("Control+End")
    page.keyboard.type("<h2>Dimanche</h2>", delay=20)
    shown(notebook, "page").get_by_role("heading", name="Dimanche").wait_for()
    notebook.cell("page").get_by_text("2 titres, 1 paragraphe").wait_for()
    assert notebook.faults("page") == []
    picture(notebook.cell("page"), f"page-en-direct-{app.split('/')[0]}")

    # What is typed is not hers until she runs the cell.
    assert notebook.run("titre") == "'Festival'"
    notebook.run("page")
    assert notebook.run("titre") == '"Festival d\'été"'
    for name in ("contraste", "fautes", "ecoute", "fichier"):
        notebook.run(name)
        assert notebook.faults(name) == [], name
    assert "titre de niveau 1 : Festival d'été" in notebook.output("ecoute")
    assert "Rien à signaler" in notebook.output("fautes")
    assert "enregistrée dans festival.html" in notebook.output("fichier")


@pytest.mark.parametrize("app", [JUPYTERLAB, NOTEBOOK_7])
def test_her_saved_page_opens_in_a_tab_of_the_browser_as_it_was_saved_last(page, address, app):
    notebook = Notebook(page, address, "web.ipynb", app)
    addresses = []
    for day in ("Samedi", "Dimanche"):
        notebook.type("page", FIRST.replace("Festival", day))
        notebook.run("page")
        notebook.run("fichier")
        with page.context.expect_page() as opened:
            notebook.cell("fichier").get_by_role("link", name="Ouvrir festival.html").click()
        tab = opened.value
        assert tab.get_by_role("heading").inner_text() == day
        image = tab.get_by_role("img", name="Un point")
        assert image.evaluate("image => image.naturalWidth") == 1
        addresses.append(tab.url)
        tab.close()
        # The notebook is still what the other tab shows.
        assert notebook.cell("fichier").is_visible()
    assert "/files/festival.html" in addresses[0]
    assert addresses[0] != addresses[1]


def test_a_line_that_cannot_be_followed_shows_its_sentence_and_no_traceback(page, address):
    notebook = Notebook(page, address, "web.ipynb")
    said = notebook.run("erreur")
    assert "Après %%page, écris seulement un nom" in said
    assert "Traceback" not in said


def test_a_saved_page_is_shown_again_without_a_kernel_and_without_english(page, address):
    notebook = Notebook(page, address, "web.ipynb")
    notebook.run("page")
    notebook.save()
    again = Notebook(page, address, "web.ipynb")
    assert shown(again, "page").get_by_role("heading", name="Festival").is_visible()
    assert "widget" not in again.output("page")
