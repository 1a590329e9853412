"""The author's markers: where an answer begins and ends, and what stands in its place.

    ### BEGIN SOLUTION
    jour_record = "jeudi"
    ### DÉPART jour_record = "lundi"   # change le jour
    ### END SOLUTION

An answer region goes from BEGIN to END. Its DÉPART lines are the starter, line by line; without
any, a general stub stands there. Everything else in the region is the answer, kept from learners.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
START = "### DÉPART"
CODE_STUB = "...  # à toi de jouer"
TEXT_STUB = "*Clique ici, appuie sur Entrée, puis écris ta réponse.*"

_ALIKE = 0.75


@dataclass(frozen=True)
class MarkerFault:
    """A marker that does not do its work: the line's number, from 1, what is wrong, the mend."""

    line: int
    fault: str
    mend: str


def starter(source: str, stub: str) -> str:
    """Return *source* with each answer region replaced by its starter, or by *stub*.

    The markers must be in order: see `find_faults`.
    """
    kept: list[str] = []
    region: list[str] | None = None
    indent = ""
    for line in source.split("\n"):
        marker = line.strip()
        if marker == BEGIN:
            region, indent = [], line[: len(line) - len(line.lstrip())]
        elif marker == END and region is not None:
            kept += [f"{indent}{text}".rstrip() for text in region or stub.split("\n")]
            region = None
        elif region is None:
            kept.append(line)
        elif marker == START or marker.startswith(START + " "):
            region.append(marker.removeprefix(START).removeprefix(" "))
    return "\n".join(kept)


def answer(source: str) -> str:
    """Return *source* as a learner who answers right would leave it: without the markers."""
    lines = source.split("\n")
    return "\n".join(line for line in lines if not line.strip().startswith((BEGIN, END, START)))


def has_region(source: str) -> bool:
    """Return whether *source* has an answer region."""
    return any(line.strip() == BEGIN for line in source.split("\n"))


def find_faults(source: str) -> list[MarkerFault]:
    """Return every fault of the markers in *source*; empty means that no answer can leak."""
    faults = []
    opened: int | None = None
    for number, line in enumerate(source.split("\n"), start=1):
        marker = line.strip()
        if marker == BEGIN:
            if opened is not None:
                faults.append(_unclosed(opened))
            opened = number
        elif marker == END:
            if opened is None:
                faults.append(
                    MarkerFault(
                        number,
                        "END SOLUTION sans BEGIN SOLUTION : la réponse serait publiée.",
                        f"Ajoute « {BEGIN} » au-dessus de la réponse.",
                    )
                )
            opened = None
        elif marker == START or marker.startswith(START + " "):
            if opened is None:
                faults.append(
                    MarkerFault(
                        number,
                        "DÉPART hors d'une région de réponse.",
                        f"Place la ligne entre « {BEGIN} » et « {END} ».",
                    )
                )
        elif _looks_like_marker(marker):
            faults.append(
                MarkerFault(
                    number,
                    f"« {marker} » ressemble à un repère mal écrit : la réponse serait publiée.",
                    f"Écris exactement « {BEGIN} », « {END} » ou « {START} … ».",
                )
            )
    if opened is not None:
        faults.append(_unclosed(opened))
    return faults


def _looks_like_marker(line: str) -> bool:
    """Return whether *line* is a marker misspelt: its author believes that it hides the answer."""
    text = line.upper()
    if any(marker.strip("# ") in text for marker in (BEGIN, END)):
        return True
    bare = text.lstrip("# ")
    if not text.startswith("#"):
        return False
    if text.startswith("###") and bare.startswith(("DÉPART", "DEPART")):
        return True
    return any(
        SequenceMatcher(None, bare, marker.strip("# ")).ratio() > _ALIKE for marker in (BEGIN, END)
    )


def _unclosed(line: int) -> MarkerFault:
    return MarkerFault(
        line, "BEGIN SOLUTION sans END SOLUTION.", f"Ajoute « {END} » sous la réponse."
    )
