"""The PDF itself: what a photocopier, a screen reader and a facilitator find in it."""

import io

import pypdf
import pytest
from matplotlib.ft2font import FT2Font

from elloweb.content.kit import Kit
from elloweb.content.paper import typst
from elloweb.content.paper.sheets import paper_problems, print_workshop
from elloweb.errors import ElloWebError

KIT = Kit.find()
A4 = pytest.approx((595.28, 841.89), abs=0.1)


def read(content):
    return pypdf.PdfReader(io.BytesIO(content))


def fonts(reader):
    """Yield every font that the pages of *reader* use."""
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            for descendant in font.get_object().get("/DescendantFonts", [font]):
                yield descendant.get_object()


@pytest.fixture(scope="module", params=KIT.slugs())
def printed(request):
    return request.param, read(print_workshop(KIT, request.param))


def test_every_page_is_a4_and_has_a_footer_with_its_number(printed):
    _, reader = printed
    for number, page in enumerate(reader.pages, start=1):
        assert (page.mediabox.width, page.mediabox.height) == A4
        assert f"page {number} sur {len(reader.pages)}" in page.extract_text()
        assert "CC BY-SA 4.0" in page.extract_text()


def test_each_sheet_fits_its_page_and_the_keyboard_card_is_the_last(printed):
    slug, reader = printed
    source = (KIT.workshops / slug / "papier.md").read_text(encoding="utf-8")
    sheets = source.count("\n::: feuille") + source.startswith("::: feuille")
    assert len(reader.pages) == sheets + source.count("\n::: page\n") + 1
    assert "La carte du clavier" in reader.pages[-1].extract_text()


def test_it_is_tagged_in_french_and_has_a_title(printed):
    _, reader = printed
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("fr")
    assert root["/StructTreeRoot"]["/K"]
    assert "version papier" in reader.metadata.title
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_embedded(printed):
    _, reader = printed
    found = list(fonts(reader))
    assert found
    for font in found:
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"])


def test_it_is_black_on_white(printed):
    _, reader = printed
    for page in reader.pages:
        for operands, operator in pypdf.generic.ContentStream(
            page.get_contents(), reader
        ).operations:
            if operator in (b"rg", b"RG"):
                assert len(set(map(float, operands))) == 1
            if operator in (b"sc", b"scn", b"SC", b"SCN") and len(operands) == 3:
                assert len(set(map(float, operands))) == 1


def test_the_canteen_has_its_weighings_and_its_closing_questions():
    text = " ".join(page.extract_text() for page in read(print_workshop(KIT, "cantine")).pages)
    text = " ".join(text.split())
    for words in ("gratin de courgettes", "Préparés (kg)", "Ce que j'ai aimé", "marraine"):
        assert words in text


def test_the_small_kit_prints_the_same_bytes_each_time(kit):
    assert print_workshop(kit, "essai") == print_workshop(kit, "essai")


@pytest.mark.parametrize(
    ("page", "place", "says"),
    [
        (None, "workshops/essai/papier.md", "ce fichier manque"),
        (b"\xff", "workshops/essai/papier.md", "ce fichier est illisible"),
        (b" \n", "workshops/essai/papier.md, ligne 1", "rien à imprimer"),
        (b"Un.\n\n::: lignes 40", "workshops/essai/papier.md, ligne 3", "« 40 » ne convient pas"),
        (b"\n![Un plan](plan.svg)", "workshops/essai/papier.md, ligne 2", "n'existe pas"),
        (b"::: donnees pesee", "workshops/essai/papier.md, ligne 1", "« pesee » n'existent pas"),
        (b"::: donnees pesees : jours", "workshops/essai/papier.md, ligne 1", "« jours » n'existe"),
    ],
)
def test_a_faulty_page_is_told_by_the_check_and_not_printed(kit, page, place, says):
    path = kit.workshops / "essai" / "papier.md"
    if page is None:
        path.unlink()
    else:
        path.write_bytes(page)
    (problem,) = paper_problems(kit, "essai")
    assert problem.place == place
    assert says in problem.fault
    with pytest.raises(ElloWebError, match="papier"):
        print_workshop(kit, "essai")


def test_a_missing_keyboard_card_is_told(kit):
    (kit.root / "facilitator_guide" / "clavier.md").unlink()
    with pytest.raises(ElloWebError, match=r"facilitator_guide/clavier\.md : ce fichier manque"):
        print_workshop(kit, "essai")


def test_a_picture_that_typst_refuses_is_one_french_sentence(kit):
    folder = kit.workshops / "essai"
    (folder / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\nrien")
    (folder / "papier.md").write_text("![Un plan](plan.png)")
    with pytest.raises(ElloWebError, match="la mise en page s'arrête"):
        print_workshop(kit, "essai")


def test_a_data_set_is_printed_whole_when_no_column_is_asked_for(kit):
    (kit.workshops / "essai" / "papier.md").write_text("::: données pesees\n", encoding="utf-8")
    text = read(print_workshop(kit, "essai")).pages[0].extract_text()
    assert "prepares" in text
    assert "taboulé" in text


def test_the_letters_we_print_are_in_dejavu_sans_whatever_our_own_font_has():
    for path in (typst._HERE / "fonts").glob("*.ttf"):
        assert set(FT2Font(str(path)).get_charmap()) <= typst._known_letters() | {0xD}
