"""Real beginners' snippets: each is told its right cause, in French, kindly, at the right line."""

import html
import re

import pytest
from corpus import SNIPPETS as SHORT
from corpus_pages import SNIPPETS as PAGES
from corpus_tools import SNIPPETS as TOOLS
from corpus_workshop import SNIPPETS as WORKSHOP
from notebook_shell import NotebookShell

SNIPPETS = [*SHORT, *WORKSHOP, *TOOLS, *PAGES]

# Words of Python's own messages that are no French word and no word of Python's that she types.
ENGLISH = re.compile(
    r"\b(the|of|expected|unexpected|invalid|unsupported|operand|cannot|missing|given|but|was|were|"
    r"never|closed|unterminated|literal|outside|referenced|before|found|error|object|has|attribute|"
    r"callable|iterable|subscriptable|assignment|required|argument|arguments|string|integer|"
    r"must|be|too|many|values|unpack|out|range index|did|you|mean|perhaps|maybe|forgot|comma|"
    r"undefined|unknown|failed|warning|line|statement)\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\b(tu as oublié|tu n'as pas|tu as fait|ta faute|erreur de ta|mal écrit|interdit|stupide|"
    r"évidemment|il suffit|simplement|juste à)\b",
    re.IGNORECASE,
)
TOO_LEARNED = re.compile(
    r"\b(chaîne de caractères|argument|itérable|instance|objet|exception|indenter|invoquer|"
    r"syntaxe|concaténer|vous|votre|vos|tuple)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def shell():
    # Python's plain traceback is quicker to write.
    shell = NotebookShell(xmode="Plain")
    yield shell
    shell.close()


@pytest.fixture(scope="module")
def seen(shell):
    """What each snippet showed, run once for all the tests."""
    shown = {}
    for snippet in SNIPPETS:
        shell.restart()
        for source in snippet.cells[:-1]:
            shell.run(source)
        shown[snippet] = shell.run(snippet.cells[-1])
    return shown


def spoken(shown):
    """Return what the card says without the code it quotes and without the technical text."""
    rows = shown.plain.replace("\u00a0", " ").replace("\u202f", " ").split("\n")
    said = [row for row in rows[1:] if not row.startswith(("  ", "Le texte technique"))]
    return re.sub(r"`[^`]+`", "…", " ".join(said))


def plain(shown):
    return shown.plain.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_corpus_is_wide_enough():
    assert len(SNIPPETS) >= 200
    assert len({snippet.cells for snippet in SNIPPETS}) == len(SNIPPETS)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_the_card_names_the_right_cause(snippet, seen):
    shown = seen[snippet]
    family = [c.__name__ for c in type(shown.failure).__mro__]
    assert snippet.error in family, shown.stream
    for words in snippet.says:
        assert words in plain(shown)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_the_card_shows_the_right_line(snippet, seen):
    text = plain(seen[snippet])
    if snippet.line is not None:
        assert re.search(rf"[Ll]igne {snippet.line} :", text), text
    if snippet.culprit is not None:
        assert f"L'endroit exact : {snippet.culprit}\n" in text
        assert f">{html.escape(snippet.culprit)}</mark>" in seen[snippet].html


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_what_is_said_is_french_and_kind(snippet, seen):
    said = spoken(seen[snippet])
    assert len(said) > 30
    assert not ENGLISH.findall(said)
    assert not BLAME.findall(said)
    assert not TOO_LEARNED.findall(said)
    assert not re.search(r"[A-ZÀ-Ü]{4,}|!", said)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_the_wall_is_gone_and_the_card_has_all_three_parts(snippet, seen):
    shown = seen[snippet]
    stream = shown.stream.replace("\u00a0", " ").replace("\u202f", " ").strip().split("\n")[-1]
    assert stream.startswith("La cellule s'est arrêtée")
    assert stream.endswith(f"({shown.error}). L'explication est juste en dessous.")
    assert "À essayer" in shown.html
    assert "<details" in shown.html
    assert "<script" not in shown.html


def test_the_sentences_are_short(seen):
    lengths = [
        len(sentence.split())
        for shown in seen.values()
        for sentence in re.split(r"[.?](?:\s|$)", spoken(shown).replace("À essayer :", ""))
        if sentence.strip()
    ]
    assert sum(lengths) / len(lengths) < 15
    assert max(lengths) < 36


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.name)
def test_no_sentence_ends_with_a_single_sign(snippet, seen):
    # "après `.`." cannot be read: which point is which?
    said = "\n".join(row for row in plain(seen[snippet]).split("\n") if not row.startswith("  "))
    assert not re.search(r"`[^\w\s`]`[.](?:\s|$)", said), said


def test_the_detectors_detect():
    assert ENGLISH.search("name is not defined, did you mean this?")
    assert BLAME.search("Tu as oublié les deux points.")
    assert TOO_LEARNED.search("Une chaîne de caractères était attendue.")
