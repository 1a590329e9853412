"""Rules about how easily a text reads: the length of its sentences."""

from collections.abc import Iterator

from elloweb.content.lint.prose import Kind, count_words
from elloweb.content.lint.reading import GLOSSARY, KEYBOARD, read
from elloweb.content.lint.source import Source
from elloweb.content.problems import Problem

MEAN_WORDS = 15
MOST_WORDS = 30

_SENTENCES = (Kind.PARAGRAPH, Kind.ITEM, Kind.MESSAGE)


def check(source: Source) -> Iterator[Problem]:
    """Yield the sentences that are too long, and the notebook whose sentences are on average."""
    lengths = []
    for passage in read(source):
        if passage.kind not in _SENTENCES or passage.cell in (GLOSSARY, KEYBOARD):
            continue
        for sentence in passage.block.sentences:
            words = count_words(sentence)
            if passage.kind is Kind.PARAGRAPH:
                lengths.append(words)
            if words > MOST_WORDS:
                yield Problem(
                    passage.place,
                    f"une phrase de {words} mots : « {_begin(sentence)}… »",
                    f"Coupe-la : {MOST_WORDS} mots au plus.",
                )
    mean = sum(lengths) / len(lengths) if lengths else 0
    if mean > MEAN_WORDS:
        yield Problem(
            source.path,
            f"{mean:.1f} mots par phrase en moyenne.".replace(".", ",", 1),
            f"Coupe des phrases, jusqu'à {MEAN_WORDS} mots en moyenne.",
        )


def _begin(sentence: str) -> str:
    return " ".join(sentence.split()[:6])
