"""Collecting: whose is a file and which notebook, nothing lost, nothing untrusted followed."""

import json
import os
import shutil
import stat
import string
import zipfile
from datetime import UTC, date, datetime

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook, new_output

from elloweb.content.kit import Kit
from elloweb.errors import ElloWebError
from elloweb.grading import sources
from elloweb.grading.collect import collect
from elloweb.grading.naming import (
    Content,
    Known,
    clean_name,
    find_notebook,
    find_owner,
    read_content,
)
from elloweb.grading.pseudonyms import PSEUDONYMS
from elloweb.grading.session import create_session, load_session
from elloweb.grading.sources import Found, Reading
from elloweb.learn.pieces.memory import MIME, Kept, read_file
from small_kit import make_kit

SEATS = ["hibou", "loutre", "lynx", "renard"]
MISSIONS = Known("essai", "02_missions", frozenset({"jour", "double"}))
CREATION = Known("essai", "03_creation", frozenset({"affiche"}))
OTHER = Known("autre", "02_missions", frozenset({"page"}))
NOW = datetime(2026, 4, 22, 12, tzinfo=UTC)


def found(path, content=b""):
    *folders, name = path.split("/")
    return Found(tuple(folders), name, content, NOW)


def notebook_bytes(*sources_, cells=("jour",)):
    named = [new_code_cell("", metadata={"nbgrader": {"grade_id": name}}) for name in cells]
    return nbformat.writes(new_notebook(cells=[*map(new_code_cell, sources_), *named])).encode()


def owner(path, *sources_):
    content = notebook_bytes(*sources_)
    return find_owner(found(path, content), MISSIONS, read_content(content), SEATS)


# --- which notebook ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "02_missions.ipynb",
        "02_missions (1).ipynb",
        "02_missions(2).ipynb",
        "02_missions - Copie.ipynb",
        "02_missions - Copie (2).ipynb",
        "Copie de 02_missions.ipynb",
        "Copie (2) de 02_missions.ipynb",
        "Copy of 02_missions.ipynb",
        "02_missions-Copy1.ipynb",
        "02_missions copie 2.ipynb",
        "02_missions_copie.ipynb",
        "02_missions.ipynb.txt",
        "02_missions.ipynb.json",
        "02_missions.ipynb (1).txt",
        "02_MISSIONS.IPYNB",
        "02 missions.ipynb",
        "02-missions_lynx.ipynb",
        "lynx_02_missions.ipynb",
        "02_missions_finale_v2.ipynb",
    ],
)
def test_a_notebook_is_known_by_whatever_name_it_went_through(name):
    assert find_notebook(found(name), Content("", frozenset()), [MISSIONS, CREATION]) == MISSIONS


def test_a_name_in_several_workshops_is_settled_by_a_folder_or_by_the_cells():
    known = [MISSIONS, OTHER]
    blank = Content("", frozenset())
    assert find_notebook(found("02_missions.ipynb"), blank, known) is None
    assert find_notebook(found("autre/02_missions.ipynb"), blank, known) == OTHER
    cells = Content("", frozenset({"page", "x"}))
    assert find_notebook(found("02_missions.ipynb"), cells, known) == OTHER


def test_a_renamed_notebook_is_known_by_its_cells():
    cells = Content("", frozenset({"affiche"}))
    assert find_notebook(found("mon carnet.ipynb"), cells, [MISSIONS, CREATION]) == CREATION


def test_an_unknown_notebook_is_not_guessed():
    blank = Content("", frozenset())
    assert find_notebook(found("vacances.ipynb"), blank, [MISSIONS, CREATION]) is None


copies = st.sampled_from(
    ["{}", "{} (1)", "{}(12)", "{} - Copie", "Copie de {}", "Copy of {}", "{}-Copy3", "{} copie 2"]
)


@given(st.lists(copies, max_size=4), st.sampled_from(PSEUDONYMS))
def test_names_are_read_through_any_number_of_copies(forms, pseudonym):
    name = f"02_missions-{pseudonym}"
    for form in forms:
        name = form.format(name)
    copied = found(f"{name}.ipynb")
    blank = Content("", frozenset())
    assert find_notebook(copied, blank, [MISSIONS, CREATION]) == MISSIONS
    assert find_owner(copied, MISSIONS, blank, PSEUDONYMS).seats == {pseudonym}


@given(st.text())
def test_no_name_makes_reading_fail(name):
    strange = Found((name,), name, b"", NOW)
    blank = Content(name, frozenset())
    find_notebook(strange, blank, [MISSIONS, CREATION, OTHER])
    assert find_owner(strange, MISSIONS, blank, SEATS).seats <= set(SEATS)
    assert len(clean_name(name)) <= max(len(name) * 3, 200)
    assert all(char.isprintable() for char in strange.place)


# --- whose ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "team"),
    [
        ("lynx/02_missions.ipynb", {"lynx"}),
        ("Lynx/02_missions.ipynb", {"lynx"}),
        ("LYNX /a/02_missions.ipynb", {"lynx"}),
        ("Copie de lynx/02_missions.ipynb", {"lynx"}),
        ("lynx+hibou/02_missions.ipynb", {"lynx", "hibou"}),
        ("lynx et hibou/02_missions.ipynb", {"lynx", "hibou"}),
        ("Hibou_Lynx/essai/02_missions.ipynb", {"lynx", "hibou"}),
        ("lynx.zip/02_missions.ipynb", {"lynx"}),
        ("lynx (1).zip/02_missions.ipynb", {"lynx"}),
        ("lynx_02_missions.ipynb", {"lynx"}),
        ("02_missions-lynx.ipynb", {"lynx"}),
        ("02_missions lynx et hibou (1).ipynb", {"lynx", "hibou"}),
        ("02_missions-Lynx-hibou.ipynb", {"lynx", "hibou"}),
    ],
)
def test_a_folder_or_the_name_tells_whose_it_is(path, team):
    assert owner(path).seats == team
    assert owner(path).problem is None


@pytest.mark.parametrize(
    ("source", "team"),
    [
        ('equipe = "lynx"', {"lynx"}),
        ("# Vous\nequipe = 'Lynx et Hibou'  # à deux", {"lynx", "hibou"}),
        ('import os\nx = 1\néquipe = "lynx+hibou"\nprint(equipe)', {"lynx", "hibou"}),
        ('equipe = ["lynx", "hibou"]', {"lynx", "hibou"}),
        ('equipe = "lynx" if True else "hibou"', set()),
        ('equipe = ""', set()),
        ("equipe = open('/etc/passwd').read()", set()),
        ("equipe = (((", set()),
        ("equipe = " + "(" * 5000, set()),
        ('equipe = "lynx, Marie"', set()),
    ],
)
def test_the_signature_is_read_and_never_run(source, team):
    assert owner("02_missions.ipynb", source).seats == team


def test_a_pair_that_works_in_the_folder_of_one_is_a_pair():
    assert owner("lynx/02_missions.ipynb", 'equipe = "lynx et hibou"').seats == {"lynx", "hibou"}
    assert owner("lynx et hibou/02_missions.ipynb", 'equipe = "lynx"').seats == {"lynx", "hibou"}


def test_the_folder_wins_and_a_contradiction_is_told():
    answer = owner("lynx/02_missions-hibou.ipynb")
    assert answer.seats == {"lynx"}
    assert "le dossier dit lynx, le nom du fichier dit hibou" in answer.problem
    assert owner("02_missions-hibou.ipynb", 'equipe = "renard"').seats == {"hibou"}


def test_an_unknown_owner_is_told_with_a_guess():
    answer = owner("linx/02_missions.ipynb")
    assert answer.seats == set()
    assert "Serait-ce « lynx » ?" in answer.problem
    assert "Serait-ce" not in owner("02_missions.ipynb").problem


def test_nothing_in_a_notebook_makes_reading_fail():
    for content in (
        b"",
        b"[]",
        b"3",
        b'{"cells": 3}',
        b'{"cells": [3, {"source": [1]}]}',
        b"[" * 99999,
    ):
        assert read_content(content) == Content("", frozenset())


# --- collecting -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small kit with a session of four seats, made once: nbgrader takes its time."""
    kit = make_kit(tmp_path_factory.mktemp("made") / "kit")
    session = create_session(
        kit.root / "session",
        city="Lyon",
        place="Lycée",
        dates=[date(2026, 4, 22)],
        workshops=["essai"],
        seats=4,
    )
    rows = [f"{name};{number}" for number, name in enumerate(SEATS, start=1000)]
    (session.folder / "seats.csv").write_text("\n".join(["pseudonym;code", *rows]))
    return kit.root


@pytest.fixture
def kit(made, tmp_path):
    return Kit(shutil.copytree(made, tmp_path / "kit"))


@pytest.fixture
def session(kit):
    return load_session(kit.root / "session")


@pytest.fixture
def drop(session):
    return session.drop_folder


@pytest.fixture
def gather(session, kit):
    def run(source=None):
        return collect(session, kit, source or session.drop_folder)

    return run


@pytest.fixture
def submitted(session):
    def read(pseudonym, name="02_missions"):
        return (session.folder / "submitted" / pseudonym / "essai" / f"{name}.ipynb").read_bytes()

    return read


def put(path, content, at=NOW):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (at.timestamp(), at.timestamp()))


def archived(session, pseudonym):
    folder = session.folder / "downloaded" / "essai" / "archive" / pseudonym
    return sorted(path.name for path in folder.glob("*"))


def earlier(hours):
    return NOW.replace(hour=12 - hours)


ONE, TWO, THREE = (notebook_bytes(f"# {n}") for n in (1, 2, 3))


def test_a_pairs_hand_in_goes_to_both(drop, gather, submitted):
    put(drop / "lynx et hibou" / "02_missions.ipynb", ONE)
    collection = gather()
    assert [x.pseudonym for x in collection.hand_ins] == ["hibou", "lynx"]
    assert not collection.problems
    assert submitted("lynx") == submitted("hibou") == ONE


def test_submitted_holds_the_time_of_the_hand_in(session, drop, gather):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    gather()
    stamp = session.folder / "submitted" / "lynx" / "essai" / "timestamp.txt"
    assert stamp.read_text() == "2026-04-22 12:00:00"


def test_the_newest_wins_and_all_are_kept(session, drop, gather, submitted):
    put(drop / "lynx" / "02_missions.ipynb", ONE, earlier(1))
    put(drop / "02_missions-lynx.ipynb", TWO, earlier(0))
    put(drop / "02_missions-lynx (1).ipynb", THREE, earlier(2))
    gather()
    assert submitted("lynx") == TWO
    assert len(archived(session, "lynx")) == 3


def test_two_at_the_same_moment_are_both_kept(session, drop, gather):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    put(drop / "02_missions-lynx.ipynb", TWO)
    gather()
    assert len(archived(session, "lynx")) == 2


def test_collecting_again_changes_nothing(session, drop, gather, submitted):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    gather()
    before = archived(session, "lynx")
    again = gather()
    assert [x.new for x in again.hand_ins] == [False]
    assert archived(session, "lynx") == before
    assert submitted("lynx") == ONE


def test_collecting_one_more_never_drops_an_earlier_one(drop, gather, submitted, tmp_path):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    gather()
    late = tmp_path / "clé usb" / "02_missions-hibou.ipynb"
    put(late, TWO)
    assert [x.pseudonym for x in gather(late).hand_ins] == ["hibou"]
    assert (submitted("lynx"), submitted("hibou")) == (ONE, TWO)


def test_the_source_is_only_read(drop, gather):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    before = sorted((path, path.stat().st_mtime) for path in drop.rglob("*"))
    gather()
    assert sorted((path, path.stat().st_mtime) for path in drop.rglob("*")) == before


def test_what_came_into_submitted_by_another_way_is_kept(session, drop, gather, submitted):
    folder = session.folder / "submitted" / "lynx" / "essai"
    put(folder / "02_missions.ipynb", ONE, earlier(3))
    put(folder / "photo.png", b"png")
    put(drop / "lynx" / "02_missions.ipynb", TWO, earlier(1))
    gather()
    assert submitted("lynx") == TWO
    assert len(archived(session, "lynx")) == 2
    others = session.folder / "downloaded" / "essai" / "others" / "lynx"
    assert (others / "photo.png").read_bytes() == b"png"


def test_submitted_is_mended_from_the_archive(session, drop, gather, submitted):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    gather()
    shutil.rmtree(session.folder / "submitted")
    gather()
    assert submitted("lynx") == ONE


def test_a_broken_notebook_is_collected_when_its_place_tells(drop, gather, submitted):
    put(drop / "lynx" / "02_missions.ipynb", b'{"cells": [')
    assert len(gather().hand_ins) == 1
    assert submitted("lynx") == b'{"cells": ['


def test_discovery_notebooks_are_passed_over_in_silence(drop, gather):
    put(drop / "lynx" / "01_decouverte (1).ipynb", notebook_bytes(cells=()))
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    put(drop / "lynx" / ".ipynb_checkpoints" / "02_missions-checkpoint.ipynb", TWO)
    put(drop / "__MACOSX" / "lynx" / "._02_missions.ipynb", TWO)
    put(drop / "lynx" / "photo.png", b"png")
    collection = gather()
    assert len(collection.hand_ins) == 1
    assert not collection.problems


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lynx/vacances.ipynb", "n'est pas reconnu"),
        ("linx/02_missions.ipynb", "Serait-ce « lynx »"),
        ("lynx/02_missions.ipynb.part", "téléchargement n'est pas fini"),
        ("lynx.rar", "n'ouvre que les .zip"),
        ("lynx.zip", "ce zip est abîmé"),
    ],
)
def test_what_cannot_be_taken_is_told_and_stops_nothing(drop, gather, name, said):
    put(drop / name, notebook_bytes(cells=()) if name.endswith("ipynb") else b"PK?")
    put(drop / "zzz" / "02_missions-hibou.ipynb", ONE)
    collection = gather()
    assert [x.pseudonym for x in collection.hand_ins] == ["hibou"]
    (problem,) = collection.problems
    assert said in problem
    assert problem.startswith(name.split("/")[0])


def test_an_empty_drop_folder_is_told(gather):
    assert "aucun carnet" in gather().problems[0]


def test_a_source_that_is_not_there_is_told(gather, tmp_path):
    with pytest.raises(ElloWebError, match="n'existe pas"):
        gather(tmp_path / "clé")


def test_the_session_itself_may_be_the_source(session, drop, gather):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    gather()
    assert len(gather(session.folder).hand_ins) == 1


@pytest.mark.skipif(os.name == "nt", reason="no symbolic links")
def test_links_are_not_followed(drop, gather, tmp_path):
    put(tmp_path / "ailleurs" / "02_missions.ipynb", ONE)
    (drop / "lynx").symlink_to(tmp_path / "ailleurs")
    put(drop / "hibou" / "03.ipynb", TWO)
    (drop / "hibou" / "02_missions.ipynb").symlink_to(tmp_path / "ailleurs" / "02_missions.ipynb")
    collection = gather()
    assert len([x for x in collection.problems if "raccourci" in x]) == 2
    assert [x.pseudonym for x in collection.hand_ins] == ["hibou"]


# --- zips -------------------------------------------------------------------------------------


def zipped(path, members, date_time=(2026, 4, 22, 10, 0, 0)):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return path


def read(path):
    reading = Reading()
    return list(reading.find(path)), reading.problems


def test_zips_are_read_also_inside_folders_and_zips(drop, gather, tmp_path):
    inner = zipped(tmp_path / "in.zip", {"02_missions.ipynb": TWO}).read_bytes()
    zipped(drop / "envoi.zip", {"classe/lynx/02_missions.ipynb": ONE, "hibou.zip": inner})
    collection = gather()
    assert sorted(x.pseudonym for x in collection.hand_ins) == ["hibou", "lynx"]
    assert not collection.problems


def test_a_zip_gives_the_time_of_its_members(tmp_path):
    (one,), _ = read(zipped(tmp_path / "a.zip", {"a.ipynb": ONE}, (2026, 4, 22, 10, 0, 0)))
    assert one.moment == datetime(2026, 4, 22, 10).astimezone(UTC)


def test_an_impossible_time_is_the_zips_own(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.ipynb": ONE}, (1980, 0, 0, 0, 0, 0))
    (one,), _ = read(path)
    assert abs((one.moment - datetime.now(UTC)).total_seconds()) < 60


def test_a_clock_that_was_ahead_does_not_win_for_ever(tmp_path):
    put(tmp_path / "a.ipynb", ONE, NOW.replace(year=2090))
    (one,), _ = read(tmp_path / "a.ipynb")
    assert one.moment <= datetime.now(UTC)


@pytest.mark.parametrize(
    "name", ["../02.ipynb", "/etc/02.ipynb", "a/../../02.ipynb", "C:\\02.ipynb"]
)
def test_names_that_leave_the_zip_are_told(tmp_path, name):
    taken, problems = read(zipped(tmp_path / "a.zip", {name: ONE, "ok.ipynb": TWO}))
    assert [one.content for one in taken] == [TWO]
    assert "sort du zip" in problems[0]


def test_links_in_a_zip_are_told(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("lynx/02_missions.ipynb")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    taken, problems = read(path)
    assert not taken
    assert "raccourci" in problems[0]


def test_a_zip_with_a_password_is_told(tmp_path):
    path = zipped(tmp_path / "a.zip", {"02_missions.ipynb": ONE})
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path.write_bytes(content)
    taken, problems = read(path)
    assert not taken
    assert "mot de passe" in problems[0]


def test_a_bomb_is_told_and_stops_nothing(tmp_path):
    bomb = b'{"cells": "' + b" " * 15_000_000
    taken, problems = read(zipped(tmp_path / "a.zip", {"a.ipynb": bomb, "b.ipynb": ONE}))
    assert [one.content for one in taken] == [ONE]
    assert "se gonfle" in problems[0]


def test_too_big_a_notebook_is_told(tmp_path):
    big = os.urandom(sources.MOST_NOTEBOOK_BYTES + 1)
    taken, problems = read(zipped(tmp_path / "a.zip", {"a.ipynb": big}))
    (tmp_path / "b.ipynb").write_bytes(big)
    loose, more = read(tmp_path / "b.ipynb")
    assert not taken
    assert not loose
    assert all("20 Mo" in problem for problem in [*problems, *more])
    assert len(problems + more) == 2


def test_all_that_a_source_holds_together_is_capped(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "MOST_ZIP_BYTES", 2_500)
    taken, problems = read(zipped(tmp_path / "a.zip", {f"{n}.ipynb": bytes(500) for n in range(7)}))
    assert len(taken) == 5
    assert len(problems) == 2


def test_too_many_members_are_told(tmp_path):
    members = {f"{n}.ipynb": b"" for n in range(sources.MOST_MEMBERS + 1)}
    taken, problems = read(zipped(tmp_path / "a.zip", members))
    assert len(taken) == sources.MOST_MEMBERS
    assert len(problems) == 1


def test_zips_without_end_are_told(tmp_path):
    content = zipped(tmp_path / "0.zip", {"a.ipynb": ONE}).read_bytes()
    for n in (1, 2):
        content = zipped(tmp_path / f"{n}.zip", {f"{n}.zip": content}).read_bytes()
    taken, problems = read(tmp_path / "2.zip")
    assert not taken
    assert "zip dans un zip" in problems[0]


@given(
    st.dictionaries(
        st.text(st.sampled_from(string.ascii_letters + "./\\:é+ \x07"), min_size=1, max_size=30),
        st.binary(max_size=50),
        max_size=5,
    )
)
def test_no_zip_of_whatever_names_makes_reading_fail(tmp_path_factory, members):
    folder = tmp_path_factory.mktemp("zips")
    path = zipped(folder / "a.zip", {f"{name}.ipynb": text for name, text in members.items()})
    taken, _ = read(path)
    assert {one.content for one in taken} <= set(members.values())
    assert not any(".." in (*one.folders, one.name) for one in taken)
    assert [entry.name for entry in folder.iterdir()] == ["a.zip"]


@given(st.binary(max_size=200), st.integers(0, 400))
def test_no_damage_to_a_zip_makes_reading_fail(tmp_path_factory, noise, place):
    path = tmp_path_factory.mktemp("zips") / "a.zip"
    content = bytearray(zipped(path, {"lynx/02_missions.ipynb": ONE}).read_bytes())
    content[place : place + len(noise)] = noise
    path.write_bytes(content)
    read(path)


def test_a_notebook_may_be_any_json(drop, gather):
    put(drop / "lynx" / "02_missions.ipynb", json.dumps({"cells": "x" * 1000}).encode())
    assert len(gather().hand_ins) == 1


# --- answers given with a widget --------------------------------------------------------------


def answer(piece, value, minute):
    return Kept(piece, {"value": value, "checked": True}, f"2026-04-22T10:{minute:02}:00+00:00")


def notebook_with(*answers):
    outputs = [new_output("display_data", {MIME: one.to_json()}) for one in answers]
    cells = [new_code_cell("", metadata={"nbgrader": {"grade_id": "jour"}}, outputs=outputs)]
    return nbformat.writes(new_notebook(cells=cells)).encode()


def answers_file(*answers):
    return json.dumps([one.to_json() for one in answers]).encode()


@pytest.fixture
def beside(session):
    def read(pseudonym):
        path = session.folder / "submitted" / pseudonym / "essai" / "reponses.json"
        return {one.piece: one.answer["value"] for one in read_file(path)}

    return read


def test_answers_in_a_loose_notebook_are_put_beside_it(drop, gather, beside):
    put(drop / "lynx" / "02_missions.ipynb", notebook_with(answer("tri", ["a"], 1)))
    assert not gather().problems
    assert beside("lynx") == {"tri": ["a"]}
    assert beside("renard") == {}


def test_the_newest_answer_of_each_piece_counts(drop, gather, beside):
    early, late = answer("tri", ["a"], 1), answer("tri", ["b"], 2)
    put(drop / "lynx" / "02_missions.ipynb", notebook_with(early, answer("ordre", [1], 5)))
    put(drop / "lynx" / "reponses (1).json", answers_file(late, answer("ordre", [2], 3)))
    assert not gather().problems
    assert beside("lynx") == {"tri": ["b"], "ordre": [1]}


def test_answers_of_a_pair_are_of_both(drop, gather, beside):
    put(drop / "lynx et hibou" / "02_missions.ipynb", ONE)
    put(drop / "lynx et hibou" / "reponses.json", answers_file(answer("tri", ["a"], 1)))
    gather()
    assert beside("lynx") == beside("hibou") == {"tri": ["a"]}


def test_answers_outlive_another_collection(drop, gather, beside):
    put(drop / "lynx" / "02_missions.ipynb", ONE, earlier(2))
    put(drop / "lynx" / "reponses.json", answers_file(answer("tri", ["a"], 1)))
    gather()
    (drop / "lynx" / "reponses.json").unlink()
    put(drop / "lynx" / "02_missions.ipynb", TWO, earlier(1))
    gather()
    assert beside("lynx") == {"tri": ["a"]}


def test_answers_that_could_be_anybodys_are_told(drop, gather, beside):
    put(drop / "02_missions-lynx.ipynb", ONE)
    put(drop / "02_missions-hibou.ipynb", TWO)
    put(drop / "reponses.json", answers_file(answer("tri", ["a"], 1)))
    assert "on ne sait pas de qui" in gather().problems[0]
    assert beside("lynx") == beside("hibou") == {}


def test_an_answers_file_may_be_any_json(drop, gather, beside):
    put(drop / "lynx" / "02_missions.ipynb", ONE)
    for content in (b"", b"[[", b"null", b"[1, null, {}]", b'[{"piece": 1}]', b"\xff" * 10):
        put(drop / "lynx" / "reponses.json", content)
        gather()
        assert beside("lynx") == {}
