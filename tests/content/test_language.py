"""The French of every workshop, of the guide and of the gallery."""

from pathlib import Path

import pytest

from elloweb.content.kit import Kit
from elloweb.content.lint import proofread, spelling

KIT = Kit.find(Path(__file__))


def test_no_slip_of_spelling_or_grammar_is_left():
    if not spelling.is_there():
        pytest.skip(spelling.MISSING)
    assert proofread(KIT, KIT.slugs(), with_kit=True) == []
