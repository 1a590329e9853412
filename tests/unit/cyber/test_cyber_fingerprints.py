"""Fingerprints: of a text, of a file, side by side."""

import hashlib

import pytest

from elloweb.play import compare_empreintes, empreinte


def test_a_fingerprint_is_sha_256():
    # The example of FIPS 180-4 for the message "abc".
    assert empreinte("abc").hexa == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
    assert empreinte("é").hexa == hashlib.sha256("é".encode()).hexdigest()


def test_a_file_and_its_content_have_the_same_fingerprint(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mot.txt").write_bytes(b"Bonjour")
    assert empreinte(fichier="mot.txt") == empreinte("Bonjour")
    assert empreinte(b"Bonjour") == empreinte("Bonjour")
    assert "« mot.txt »" in repr(empreinte(fichier="mot.txt")).replace("\u00a0", " ")


def test_a_fingerprint_shows_its_signs_in_groups_and_a_drawing_with_its_words():
    found = empreinte("<b>")
    assert len(found.groupes) == 8
    assert " ".join(found.groupes) in repr(found)
    shown = found._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown
    ones = f"{int(found.hexa, 16):b}".count("1")
    assert f"16 lignes de 16 carreaux, dont {ones} noirs" in shown
    assert "<script" not in shown
    assert "<style" not in shown


def test_one_letter_changed_is_told_in_words_and_underlined():
    found = compare_empreintes(empreinte("Bonjour"), empreinte("bonjour"))
    assert not found.identiques
    assert found.differences == len(found.places) > 40
    assert f"{found.differences} signes sur 64 ont changé" in repr(found)
    assert found._repr_html_().count("<u>") == 2 * found.differences


def test_two_copies_are_told_by_their_names_and_their_content_is_hidden():
    copies = empreinte("avance(30)"), empreinte("avance(80)")
    found = compare_empreintes(*copies, noms=("clé USB", "Ruche"))
    said = repr(found).replace("\u00a0", " ")
    assert said.startswith("Les empreintes de « clé USB » et de « Ruche » sont différentes :")
    shown = found._repr_html_().replace("\u00a0", " ")
    assert "Empreinte de « clé USB » :" in shown
    assert "Empreinte de « Ruche » :" in shown
    assert "avance" not in shown
    same = compare_empreintes(copies[0], copies[0], noms=["clé USB", "Ruche"])
    assert "« clé USB » et de « Ruche » sont identiques" in repr(same).replace("\u00a0", " ")
    assert "avance(30)" in compare_empreintes(*copies)._repr_html_()


def test_a_check_may_ask_for_the_result_in_a_word():
    one, other = empreinte("a"), empreinte("b")
    assert compare_empreintes(one, one).resultat == "identiques"
    assert compare_empreintes(one, other).resultat == "différentes"


@pytest.mark.parametrize("names", ["ab", ("a",), ("a", "b", "c"), ("a", 3), ("a", " "), 5])
def test_names_that_cannot_be_say_so_in_french(names):
    with pytest.raises((TypeError, ValueError), match="noms : deux textes"):
        compare_empreintes(empreinte("a"), empreinte("b"), noms=names)


def test_the_same_content_is_told_to_be_the_same():
    found = compare_empreintes(empreinte("a"), empreinte("a"))
    assert found.identiques
    assert found.differences == 0
    assert "identiques" in repr(found)
    assert "<u>" not in found._repr_html_()


def test_a_missing_file_is_told_with_those_that_are_there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ValueError, match="Le dossier est vide"):
        empreinte(fichier="mot.txt")
    (tmp_path / "mots.txt").touch()
    with pytest.raises(ValueError, match=r"Il y a là : mots\.txt"):
        empreinte(fichier="mot.txt")


@pytest.mark.parametrize("arguments", [{}, {"contenu": "a", "fichier": "b"}, {"contenu": 3}])
def test_what_has_no_fingerprint_says_so_in_french(arguments):
    with pytest.raises(TypeError, match=r"empreinte\(…\) attend un texte"):
        empreinte(**arguments)


def test_only_fingerprints_are_compared():
    with pytest.raises(TypeError, match="deux empreintes"):
        compare_empreintes("a", "b")
