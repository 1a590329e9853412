"""A saved poster, printed by a real browser: one A4 page, however much is written on it."""

import itertools
import re

import pytest

from elloweb.play import affiche

WORDS = "Je lis l'adresse du site jusqu'à la barre, puis je montre ce message à quelqu'un. " * 6
TITLES, FINDINGS, GESTURES, CALLS = (10, 40, 100), (0, 80, 350), ((0, 0), (40, 3), (140, 6)), (160,)


def words(length):
    return WORDS[:length].strip()


@pytest.fixture
def printed_pages(browser, tmp_path, monkeypatch):
    """The way to save a poster, print it, and count the pages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    opened = browser.new_page()

    def count(poster):
        poster.enregistre("mon_affiche.html")
        opened.goto((tmp_path / "mon_affiche.html").as_uri())
        return len(re.findall(rb"/Type\s*/Page\b", opened.pdf(prefer_css_page_size=True)))

    yield count
    opened.close()


def test_a_poster_fits_on_one_page(printed_pages):
    longer = []
    for title, finding, (gesture, count), call in itertools.product(
        TITLES, FINDINGS, GESTURES, CALLS
    ):
        poster = affiche(words(title), words(finding), [words(gesture)] * count, words(call))
        if printed_pages(poster) != 1:
            longer.append((title, finding, gesture, count, call))
    assert longer == []
