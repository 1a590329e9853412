"""How the facilitator's pages show an outcome: a sign and a word, never a colour alone."""

from dataclasses import dataclass

from elloweb.learn.outcome import Outcome


@dataclass(frozen=True)
class Sign:
    """A sign, its word, and the name of its style."""

    sign: str
    word: str
    kind: str


SIGNS: dict[Outcome | None, Sign] = {
    Outcome.PASSED: Sign("✓", "réussie", "passed"),
    Outcome.NOT_YET: Sign("→", "pas encore", "not-yet"),
    Outcome.NOT_STARTED: Sign("○", "à faire", "not-started"),
    Outcome.COULD_NOT_RUN: Sign("!", "non vérifiée", "could-not-run"),
    None: Sign("–", "non rendue", "nothing"),
}
