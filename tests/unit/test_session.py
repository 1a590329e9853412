"""A session's folder: made once, read with every fault said."""

import shutil
from datetime import date
from itertools import combinations

import pytest

from elloweb.errors import ElloWebError
from elloweb.grading.pseudonyms import PSEUDONYMS, plain
from elloweb.grading.seats import draw_seats
from elloweb.grading.session import SEATS, SETTINGS, create_session, is_session, load_session
from small_kit import make_kit

DAYS = [date(2026, 4, 23), date(2026, 4, 22)]


def create(folder, **changes):
    options = {
        "city": "Lyon",
        "place": "Lycée Ampère",
        "dates": DAYS,
        "workshops": ["essai"],
        "seats": 4,
        **changes,
    }
    return create_session(folder, **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A kit with a session in it, made once: nbgrader takes its time."""
    kit = make_kit(tmp_path_factory.mktemp("made") / "kit")
    create(kit.root / "sessions" / "lyon")
    return kit.root


@pytest.fixture
def root(made, tmp_path):
    """A kit without a session."""
    return shutil.copytree(made, tmp_path / "kit", ignore=shutil.ignore_patterns("sessions"))


@pytest.fixture
def folder(root):
    """Where a session will be."""
    return root / "sessions" / "lyon"


@pytest.fixture
def session(made, folder):
    """A session that is there already."""
    shutil.copytree(made / "sessions" / "lyon", folder)
    return load_session(folder)


def faults(folder):
    with pytest.raises(ElloWebError) as caught:
        load_session(folder)
    return str(caught.value).splitlines()


def distance(one, other):
    """Return how many typos lie between two words: letters added, lost, changed or swapped."""
    rows = [
        [i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            cost = one[i - 1] != other[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def test_no_two_pseudonyms_are_a_typo_apart():
    assert len(PSEUDONYMS) >= 60
    assert all(name == plain(name) and name.isalpha() for name in PSEUDONYMS)
    assert all(distance(a, b) > 1 for a, b in combinations(PSEUDONYMS, 2))


def test_a_session_is_read_as_it_was_made(session, folder):
    assert load_session(folder) == session
    assert session.dates == (date(2026, 4, 22), date(2026, 4, 23))
    assert session.purge == date(2026, 5, 23)
    assert (session.city, session.workshops) == ("Lyon", ("essai",))


def test_seats_have_unlike_names_and_codes_of_four_digits(session, folder):
    (folder / SEATS).write_text(draw_seats(60), encoding="utf-8")
    seats = load_session(folder).seats
    assert len({seat.pseudonym for seat in seats}) == 60
    codes = [seat.code for seat in seats]
    assert len(set(codes)) == 60
    assert all(len(code) == 4 and code.isdigit() and code[0] != "0" for code in codes)


def test_the_table_of_seats_opens_in_a_french_spreadsheet(session, folder):
    content = (folder / SEATS).read_bytes()
    assert content.startswith(b"\xef\xbb\xbfpseudonym;code\r\n")
    assert content.count(b"\r\n") == 5


def test_the_workshop_is_known_to_nbgrader_at_once(session, folder):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "elloweb") as gradebook:
        (notebook,) = gradebook.find_assignment("essai").notebooks
        cells = {cell.name: cell.max_score for cell in notebook.grade_cells}
    assert cells == {"jour": 2, "double": 3, "double-creation": 3}


def test_making_it_again_changes_nothing(session, folder):
    before = {path: path.read_bytes() for path in folder.glob("*.*") if path.suffix != ".db"}
    assert create(folder) == session
    assert {path: path.read_bytes() for path in before} == before


def test_making_it_again_mends_what_is_missing(session, folder):
    (folder / "nbgrader_config.py").unlink()
    create(folder)
    assert "session_config" in (folder / "nbgrader_config.py").read_text()


@pytest.mark.parametrize("changes", [{"city": "Valence"}, {"seats": 5}, {"dates": DAYS[:1]}])
def test_other_settings_are_refused(session, folder, changes):
    with pytest.raises(ElloWebError, match="existe déjà"):
        create(folder, **changes)
    assert load_session(folder) == session


def test_a_folder_with_something_else_is_refused(folder):
    folder.mkdir(parents=True)
    (folder / "vacances.jpg").touch()
    with pytest.raises(ElloWebError, match="autre chose qu'une session"):
        create(folder)
    assert [path.name for path in folder.iterdir()] == ["vacances.jpg"]


@pytest.mark.parametrize("name", ["a[1]", "a*", "a?", "a{b}"])
def test_a_path_that_nbgrader_misreads_is_refused(root, name):
    with pytest.raises(ElloWebError, match="nbgrader ne sait pas"):
        create(root / name / "session")
    assert not (root / name).exists()


def test_a_session_moved_to_such_a_path_is_refused_too(session, folder):
    moved = folder.rename(folder.with_name("lyon[1]"))
    assert "nbgrader ne sait pas" in faults(moved)[0]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"seats": 0}, "entre 1 et 60"),
        ({"seats": 61}, "entre 1 et 60"),
        ({"workshops": ["cantin"]}, "cet atelier n'existe pas"),
        ({"workshops": []}, "workshops"),
        ({"city": "  "}, "city"),
        ({"dates": []}, "dates"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(folder, changes, said):
    with pytest.raises(ElloWebError, match=said):
        create(folder, **changes)
    assert not is_session(folder)


def test_all_faults_are_said_at_once(folder):
    with pytest.raises(ElloWebError) as caught:
        create(folder, seats=0, city="", workshops=["x"])
    assert len(str(caught.value).splitlines()) == 3


def test_what_is_no_session_is_said(root):
    assert "ce n'est pas le dossier d'une session" in faults(root / "workshops")[0]


def test_settings_that_cannot_be_read_are_said(session, folder):
    (folder / SETTINGS).write_text('city = "Lyon', encoding="utf-8")
    assert "illisible" in faults(folder)[0]


def test_every_fault_of_the_settings_is_said(session, folder):
    (folder / SETTINGS).write_text('city = 3\ncouleur = "rose"\n', encoding="utf-8")
    said = "\n".join(faults(folder))
    for key in ("city", "place", "dates", "workshops", "purge", "facilitator", "couleur"):
        assert f"« {key} »" in said


@pytest.mark.parametrize(
    "table",
    [
        "pseudonym;code\nlynx;1234\nhibou;5678\n",
        "\ufeffPseudonym;Code\r\n Lynx ; 1234 \r\n\r\nHibou;5678;\r\n",
        'pseudonym,code\n"lynx","1234"\nhibou,5678',
    ],
)
def test_seats_are_read_as_spreadsheets_write_them(session, folder, table):
    (folder / SEATS).write_text(table, encoding="utf-8", newline="")
    seats = load_session(folder).seats
    assert [(seat.pseudonym, seat.code) for seat in seats] == [("lynx", "1234"), ("hibou", "5678")]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "aucune place"),
        ("Marie-Lou;1234", "ne convient pas"),
        ("lynx;12", "quatre chiffres"),
        ("lynx", "quatre chiffres"),
        ("lynx;1234\nlynx;5678", "deux fois"),
        ("lynx;1234\nhibou;1234", "sert déjà"),
    ],
)
def test_faults_of_the_seats_are_said_with_their_line(session, folder, rows, said):
    (folder / SEATS).write_text(f"pseudonym;code\n{rows}\n", encoding="utf-8")
    assert any(said in fault for fault in faults(folder))


def test_seats_without_their_first_line_are_said(session, folder):
    (folder / SEATS).write_text("lynx;1234\n", encoding="utf-8")
    assert "ligne 1" in faults(folder)[0]
