"""Building `exercises/` from `solutions/`."""

import json

import nbformat
import pytest

from elloweb.content.build import build_workshop, find_stale
from elloweb.content.kit import Kit
from elloweb.content.lint import check_workshop
from elloweb.content.markers import BEGIN, END, START
from elloweb.errors import ElloWebError
from small_kit import make_kit, missions_notebook, write


@pytest.fixture
def built(kit):
    return kit.exercises / "essai" / "02_missions.ipynb"


def read(path):
    return nbformat.read(path, as_version=4)


def cell(notebook, name):
    return next(c for c in notebook.cells if c.id == name)


def test_the_answer_is_gone_and_the_starter_stands_there(built):
    notebook = read(built)
    assert "jeudi" not in cell(notebook, "jour-reponse").source
    assert cell(notebook, "jour-reponse").source.endswith('jour = "lundi"\nheure = 0')
    assert "    return ...  # à toi de jouer" in cell(notebook, "double-reponse").source
    assert "Parce que" not in cell(notebook, "double-creation").source
    left = built.read_text(encoding="utf-8")
    assert not any(marker in left for marker in (BEGIN, END, START))


def test_checks_are_folded_and_locked_but_can_be_run(built):
    check = cell(read(built), "jour")
    assert check.metadata.jupyter.source_hidden is True
    assert check.metadata.editable is False
    assert check.source.startswith("# ▶ Vérifier ma mission")


def test_outputs_are_cleared(kit, built):
    notebook = missions_notebook()
    notebook.cells[0].outputs = [nbformat.v4.new_output("stream", text="secret")]
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    build_workshop(kit, "essai")
    assert "secret" not in built.read_text(encoding="utf-8")


def test_building_again_changes_not_a_byte(kit, built):
    before = built.read_bytes()
    assert build_workshop(kit, "essai") == []
    built.unlink()
    assert build_workshop(kit, "essai") == ["exercises/essai/02_missions.ipynb"]
    assert built.read_bytes() == before


def test_a_kit_in_a_folder_with_awkward_signs_builds_the_same(kit, built, tmp_path):
    elsewhere = tmp_path / "kit (copie) [2] + été"
    kit.root.rename(elsewhere)
    moved = Kit(elsewhere)
    assert find_stale(moved, "essai") == []


def test_a_fresh_build_is_not_stale(kit):
    assert find_stale(kit, "essai") == []


def test_a_source_that_changed_makes_its_notebook_late(kit):
    notebook = missions_notebook()
    notebook.cells[1].source = "## Mission 1 · Un autre jour"
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    (stale,) = find_stale(kit, "essai")
    assert stale.path == "exercises/essai/02_missions.ipynb"
    assert "est en retard" in stale.reason


def test_a_generated_notebook_edited_by_hand_is_told_from_a_late_one(kit, built):
    notebook = read(built)
    notebook.cells[1].source = "changé à la main"
    write(notebook, built)
    (stale,) = find_stale(kit, "essai")
    assert "modifié à la main" in stale.reason


def test_a_generated_notebook_that_is_no_json_or_missing_is_told(kit, built):
    built.write_text("ce n'est pas du JSON")
    assert "modifié à la main" in find_stale(kit, "essai")[0].reason
    built.unlink()
    assert "manque" in find_stale(kit, "essai")[0].reason


def test_a_file_without_source_is_stale_and_the_build_removes_it(kit):
    extra = kit.exercises / "essai" / "99_vieux.ipynb"
    extra.write_text("{}")
    assert [stale.path for stale in find_stale(kit, "essai")] == ["exercises/essai/99_vieux.ipynb"]
    build_workshop(kit, "essai")
    assert not extra.exists()


def test_assets_of_the_missions_are_published_beside_them(kit):
    (kit.solutions / "essai" / "mesures.csv").write_text("a;b\n")
    assert build_workshop(kit, "essai") == ["exercises/essai/mesures.csv"]


def test_nothing_is_written_when_an_answer_would_be_published(kit, built):
    before = built.read_bytes()
    notebook = missions_notebook()
    notebook.cells[2].source = notebook.cells[2].source.replace("END SOLUTION", "END SOLUTON")
    write(notebook, kit.solutions / "essai" / "02_missions.ipynb")
    with pytest.raises(ElloWebError, match=r"solutions/essai/02_missions.ipynb, cellule 3, ligne"):
        build_workshop(kit, "essai")
    assert built.read_bytes() == before


def test_the_stamp_says_where_the_notebook_comes_from(built):
    stamp = json.loads(built.read_text(encoding="utf-8"))["metadata"]["elloweb"]
    assert "elloweb build essai" in stamp["generated"]
    assert "solutions/essai/02_missions.ipynb" in stamp["generated"]


@pytest.mark.parametrize("name", ["reponses.json", "mon_graphique.png", "ma_page.html"])
def test_what_a_trial_in_place_leaves_behind_is_neither_built_nor_a_fault(kit, name):
    (kit.solutions / "essai" / name).write_text("[]")
    build_workshop(kit, "essai")
    assert not (kit.exercises / "essai" / name).exists()
    for folder in (kit.exercises, kit.workshops):
        (folder / "essai" / name).write_text("[]")
    assert find_stale(kit, "essai") == []
    assert check_workshop(kit, "essai") == []


def test_a_kit_whose_own_folder_is_named_like_a_trace_is_built_all_the_same(tmp_path):
    kit = make_kit(tmp_path / "ma_copie" / "kit")
    assert (kit.exercises / "essai" / "02_missions.ipynb").is_file()
