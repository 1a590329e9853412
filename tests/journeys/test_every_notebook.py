"""Every notebook of every workshop, run whole in a real browser: pictures, access, width."""

import pytest
from jupyter import Notebook, jupyterlab, lay_out

from elloweb.content.kit import Kit
from elloweb.content.model import discovery_notebooks

KIT = Kit.find()
NOTEBOOKS = [
    path
    for slug in KIT.slugs()
    for path in (*discovery_notebooks(KIT, slug), *sorted((KIT.exercises / slug).glob("*.ipynb")))
]

# What is not shown, has no words, or needs to be moved sideways, each with the cell it stands in.
# What a learner writes on a page is in a frame of its own: its faults are hers to mend.
FAULTS = """async () => {
  const found = []
  const tell = (element, fault) => found.push(
    [element.closest('.jp-Cell').innerText.slice(0, 40), fault])
  for (const image of document.querySelectorAll('.jp-Notebook .jp-RenderedHTMLCommon img')) {
    await image.decode().catch(() => tell(image, `not shown: ${image.src.slice(0, 60)}`))
    if (!image.alt) tell(image, 'without words')
  }
  for (const part of document.querySelectorAll('.jp-Notebook .jp-RenderedHTMLCommon'))
    if (part.scrollWidth > part.clientWidth + 1) tell(part, 'wider than its place')
  return found
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ateliers")
    for slug in KIT.slugs():
        lay_out(slug, folder / slug)
    with jupyterlab(folder) as address:
        yield address


@pytest.mark.parametrize("path", NOTEBOOKS, ids=KIT.relative)
def test_run_whole_it_shows_every_picture_to_everybody(page, address, path):
    notebook = Notebook(page, address, f"{path.parent.name}/{path.name}")
    notebook.draw_all()
    notebook.run_all()
    found = notebook.page.evaluate(FAULTS)
    for theme in ("JupyterLab Light", "JupyterLab Dark"):
        notebook.use_theme(theme)
        found += [(theme, *fault) for fault in notebook.faults_everywhere()]
    assert found == []
