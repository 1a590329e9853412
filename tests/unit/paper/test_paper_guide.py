"""The page that tells volunteers how to write a sheet."""

import re

from elloweb.content.kit import Kit
from elloweb.content.paper.blocks import KINDS, divide, plain_name

GUIDE = (Kit.find().root / "facilitator_guide" / "version-papier.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"`::: (\w+)", GUIDE)


def test_the_guide_shows_every_directive_and_no_other():
    assert sorted(map(plain_name, SHOWN)) == sorted(KINDS)


def test_what_the_guide_shows_can_be_written():
    for example in re.findall(r"`(::: [^`]+)`", GUIDE):
        name = plain_name(example.split()[1])
        _, faults = divide(example + ("\n:::" if KINDS[name].has_body else ""))
        assert faults == []


def test_the_guide_tells_every_number_that_a_directive_takes():
    for name, kind in KINDS.items():
        (example,) = re.findall(rf"`(::: {name}\b[^`]*)`", GUIDE)
        for key in kind.numbers:
            assert f"{key}=" in example or re.search(r" \d+$", example)
