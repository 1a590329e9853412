"""Words that stand out from their ground, in pictures and in cells."""

import pytest

from elloweb.content.lint import colours
from elloweb.content.lint.colours import check_picture

BOX = '<rect width="200" height="100" fill="#fdf6e7"/>'


def faults(inside, box=BOX, attributes='viewBox="0 0 200 100"'):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{box}{inside}</svg>'
    return [problem.fault for problem in check_picture(svg, "image.svg")]


@pytest.mark.parametrize(
    "inside",
    [
        '<text x="10" y="50" fill="#d0d0d0">pâle</text>',
        '<g fill="#d0d0d0"><text x="10" y="50">pâle</text></g>',
        '<text x="10" y="50" style="fill: #d0d0d0">pâle</text>',
        '<text x="10" y="50"><tspan fill="#d0d0d0">pâle</tspan></text>',
        '<rect x="0" y="20" width="90" height="60" fill="#222"/><text x="10" y="50">pâle</text>',
        '<circle cx="10" cy="45" r="9" fill="#222"/><text x="10" y="50">pâle</text>',
        '<text x="10" y="50" fill="#d0d0d0" font-size="40">pâle</text>',
        '<text x="10" y="50" fill="#9a7d4b">pâle</text>',
        '<g transform="rotate(3)"><text x="10" y="50" fill="#d0d0d0">pâle</text></g>',
    ],
)
def test_faint_words_are_told(inside):
    (fault,) = faults(inside)
    assert fault.startswith("« pâle » se détache mal de son fond (contraste ")


@pytest.mark.parametrize(
    "inside",
    [
        '<text x="10" y="50">net</text>',
        '<rect x="0" y="20" width="90" height="60" fill="#222"/><text x="150" y="50">net</text>',
        '<rect width="90" height="90" fill="#222"/><text x="9" y="50" fill="#fff">net</text>',
        '<path d="M0 0 h99" fill="#222"/><text x="9" y="50" fill="#fff">net</text>',
        '<rect width="90" height="90" fill="url(#a)"/><text x="9" y="50" fill="#fff">net</text>',
        '<text x="9" y="50" fill="#9a7d4b" font-size="30">net</text>',
        '<text x="9" y="50" class="titre" fill="#fff">net</text>',
        '<rect width="90" height="90" fill="none"/><text x="9" y="50">net</text>',
        '<defs><text fill="#fff">caché</text></defs><title>blanc</title>',
    ],
)
def test_clear_words_and_what_cannot_be_known_are_not_told(inside):
    assert faults(inside) == []


@pytest.mark.parametrize(
    "box",
    [
        "",
        '<rect width="100" height="100" fill="#fff"/>',
        '<rect width="200" height="100" fill="none"/>',
        '<circle r="400" fill="#fff"/>',
        '<rect width="200" height="100" fill="rgb(0 0 0 / 50%)"/>',
    ],
)
def test_a_picture_without_its_own_ground_is_told(box):
    assert any("pas de fond à elle" in fault for fault in faults("", box))


def test_a_ground_may_be_told_in_per_cent_or_by_the_size_of_the_picture():
    assert faults("", '<rect width="100%" height="100%" fill="#fff"/>') == []
    assert faults("", BOX, 'width="200" height="100"') == []


def test_a_picture_that_cannot_be_read_is_told():
    assert "ne peut pas être lue" in next(check_picture("<svg", "image.svg")).fault


def test_the_pictures_of_both_folders_and_the_cells_are_read(kit, source):
    for folder in (kit.workshops, kit.solutions):
        (folder / "essai" / "image.svg").write_text("<svg/>", encoding="utf-8")
    cells = source(
        '<b style="color: #eee; background: white">pâle</b>',
        '<b style="color: navy">seule</b>',
        '<b style="color: navy; background-color: white">nette</b>',
        "`<b style='color: navy'>`",
    )
    told = [str(problem) for problem in colours.check(kit, "essai", [cells])]
    assert [one.split(" : ")[0] for one in told] == [
        "workshops/essai/image.svg",
        "solutions/essai/image.svg",
        "workshops/essai/01_decouverte.ipynb, cellule 1",
        "workshops/essai/01_decouverte.ipynb, cellule 2",
    ]
    assert "contraste 1,2" in told[2]
    assert "une couleur sans l'autre" in told[3]
