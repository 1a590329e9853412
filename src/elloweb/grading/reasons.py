"""Why a notebook could not be graded, in French: from its bytes, or from what nbgrader logged."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Reason:
    """A French sentence with what to do; *lasting* when trying again would give the same."""

    sentence: str
    lasting: bool = True


_DAMAGED = Reason(
    "le contenu du carnet est abîmé. Ouvre-le dans JupyterLab pour sauver le texte, puis "
    "recopie-le dans un carnet neuf."
)
# What nbgrader's log has in it, in the order in which it tells most.
_LOGGED = {
    "nbgrader metadata": Reason(
        "les repères de correction du carnet sont abîmés. Demande à la lycéenne de recopier ses "
        "réponses dans un carnet neuf."
    ),
    "NoSuchKernel": Reason(
        "Python manque pour le corriger. Relance l'installation du kit, puis la correction.",
        lasting=False,
    ),
    "Kernel died before replying": Reason(
        "Python n'a pas démarré pour le corriger. Ferme d'autres programmes et relance la "
        "correction.",
        lasting=False,
    ),
    "Kernel didn't respond": Reason(
        "Python n'a pas démarré à temps pour le corriger. Ferme d'autres programmes et relance la "
        "correction.",
        lasting=False,
    ),
    "NotJSONError": _DAMAGED,
    "NotebookValidationError": _DAMAGED,
    "AttributeError": _DAMAGED,
    "KeyError": _DAMAGED,
    "TypeError": _DAMAGED,
}
_UNKNOWN = Reason(
    "nbgrader n'a pas pu le corriger. Le détail est dans results/grading.log ; relance la "
    "correction, ou corrige-le à la main.",
    lasting=False,
)


def explain_log(text: str) -> Reason:
    """Return why nbgrader failed by what it logged."""
    return next((reason for sign, reason in _LOGGED.items() if sign in text), _UNKNOWN)


def why_unreadable(path: Path) -> Reason | None:
    """Return why *path* is no notebook at all, or None."""
    try:
        content = path.read_bytes()
    except OSError:
        return Reason("le fichier a disparu. Relance la collecte.", lasting=False)
    if not content.strip():
        return Reason("le fichier est vide. Demande à la lycéenne de le rendre à nouveau.")
    try:
        notebook = json.loads(content)
    except (ValueError, RecursionError):
        return Reason(
            "ce fichier n'est pas un carnet lisible, il a sans doute été coupé en route. Demande à "
            "la lycéenne de le rendre à nouveau."
        )
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        return Reason(
            "ce fichier n'est pas un carnet. Demande à la lycéenne de rendre le bon fichier."
        )
    return None
