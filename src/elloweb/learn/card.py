"""The card that a learner sees after a check, as HTML and as plain text.

It says what was tried, what came, what was hoped for, and the next step. No points, no blame. It
says in words all that it says with a colour or a sign. Inline styles alone, since JupyterLab
removes style sheets from the outputs of a notebook that it does not trust yet.
"""

import html as html_module
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from elloweb.learn import front
from elloweb.learn.outcome import Line, LineState, Outcome

if TYPE_CHECKING:
    from elloweb.learn.mission import Report

_TITLES = {
    Outcome.PASSED: ("✓", "Mission réussie", "#1a7f4b"),
    Outcome.NOT_YET: ("→", "Pas encore, tu avances", "#b45309"),
    Outcome.NOT_STARTED: ("○", "Pas encore commencé", "#5b6472"),
    Outcome.COULD_NOT_RUN: ("!", "La vérification n'a pas pu se faire", "#5b6472"),
}
_STOPPED = ("○", "Ta cellule s'est arrêtée sur une erreur", "#b45309")
_TO_RUN = ("○", "À lancer d'abord", "#5b6472")
_AFTER_ERROR = (
    "Rien n'est cassé, mais je ne peux pas encore lire ton travail. Sous ta cellule, une carte dit "
    "ce qui l'a arrêtée et quoi essayer. Corrige, relance-la, puis reviens vérifier ici."
)
_SIGNS = {
    LineState.RIGHT: ("✓", "C'est bon"),
    LineState.UNTOUCHED: ("○", "À faire"),
    LineState.MISSING: ("○", "À lancer"),
    LineState.FAILED: ("→", "À revoir"),
    LineState.WRONG: ("→", "À revoir"),
}
_NEXT = {
    Outcome.PASSED: "Tu peux passer à la suite.",
    Outcome.NOT_YET: "Change ta cellule, lance-la, puis reviens vérifier ici.",
    Outcome.NOT_STARTED: (
        "Je ne vois pas encore de changement. Change la cellule au-dessus, lance-la, puis reviens "
        "vérifier ici. Déjà changée ? Clique dedans et relance-la : Maj + Entrée. Rien ne presse."
    ),
    Outcome.COULD_NOT_RUN: (
        "Ce n'est pas ta faute, et rien n'est perdu. Appelle l'animatrice : c'est la cellule de "
        "vérification qu'il faut regarder."
    ),
}


def html(report: "Report") -> str:
    """Return the card of *report* as an HTML fragment without style sheet or script."""
    sign, title, colour = _title(report)
    parts = [
        f'<p style="margin:0 0 .4em;font-weight:600;font-size:1.1em">'
        f'<span aria-hidden="true" style="color:{colour}">{sign}</span> {sentence_html(title)}</p>'
    ]
    praise = _praise(report)
    if praise:
        parts.append(f'<p style="margin:.4em 0">{sentence_html(praise)}</p>')
    if _shows_lines(report):
        items = "".join(_line_html(line) for line in _grouped(report.lines))
        parts.append(
            f'<ul style="margin:.4em 0;padding:0;list-style:none" role="list">{items}</ul>'
        )
    parts += [
        f'<p style="margin:.4em 0"><strong>{_hint_title(report, number)}</strong> '
        f"{sentence_html(hint)}</p>"
        for number, hint in enumerate(report.hints, start=1)
    ]
    parts.append(f'<p style="margin:.4em 0 0">{sentence_html(_next_step(report))}</p>')
    return (
        f'<div lang="fr" role="group" aria-label="{html_module.escape(title)}" style="'
        f"border:1px solid {colour};border-left:6px solid {colour};border-radius:4px;"
        'padding:.7em 1em;margin:.3em 0;max-width:46em;line-height:1.5;font-size:14px">'
        + "".join(parts)
        + "</div>"
    )


def text(report: "Report") -> str:
    """Return the card of *report* as plain text."""
    sign, title, _ = _title(report)
    rows = [f"{sign} {title}"]
    praise = _praise(report)
    if praise:
        rows.append(praise)
    if _shows_lines(report):
        rows += [f"  {' '.join(_SIGNS[x.state])} · {_said(x)}" for x in _grouped(report.lines)]
    rows += [f"{_hint_title(report, n)} {hint}" for n, hint in enumerate(report.hints, start=1)]
    rows.append(_next_step(report))
    return french_spaces("\n".join(rows))


def print_in_terminal(report: "Report") -> None:
    """Print the card where no notebook shows it: plain Python, or IPython in a terminal."""
    if not front.shows_cards():
        print(text(report))


def french_spaces(sentence: str) -> str:
    """Return *sentence* with the non-breaking spaces that French typography asks for.

    Code between backquotes stays as it is: she may copy it.
    """
    pieces = re.split(r"(`[^`]+`)", sentence)
    return "".join(
        piece if index % 2 else _with_french_spaces(piece) for index, piece in enumerate(pieces)
    )


def _with_french_spaces(words: str) -> str:
    words = re.sub(r" ([:»])", "\u00a0\\1", words)
    words = re.sub(r" ([;!?])", "\u202f\\1", words)
    return words.replace("« ", "«\u00a0")


def sentence_html(sentence: str) -> str:
    """Return *sentence* as HTML: escaped, French spaces, `code` between backquotes as code."""
    escaped = html_module.escape(french_spaces(sentence), quote=False)
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escaped)


def _title(report: "Report") -> tuple[str, str, str]:
    if report.stopped:
        return _STOPPED
    if report.lines and all(line.state is LineState.MISSING for line in report.lines):
        return _TO_RUN
    return _TITLES[report.outcome]


def _praise(report: "Report") -> str | None:
    passed = report.outcome is Outcome.PASSED and not report.stopped
    return report.praise if passed else None


def _shows_lines(report: "Report") -> bool:
    tried = report.outcome in (Outcome.NOT_YET, Outcome.PASSED)
    return tried and not report.stopped and bool(report.lines)


def _next_step(report: "Report") -> str:
    return _AFTER_ERROR if report.stopped else _NEXT[report.outcome]


def _grouped(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with neighbours that lack the same thing made one."""
    grouped: list[Line] = []
    for line in lines:
        last = grouped[-1] if grouped else None
        same = last and (last.state, last.message) == (line.state, line.message)
        if last and same and line.state is not LineState.RIGHT:
            grouped[-1] = replace(last, label=f"{last.label}, {line.label}")
        else:
            grouped.append(line)
    return grouped


def _hint_title(report: "Report", number: int) -> str:
    return french_spaces(f"Indice {number} sur {report.hint_count} :")


def _line_html(line: Line) -> str:
    sign, words = _SIGNS[line.state]
    return (
        '<li style="margin:.2em 0">'
        f'<span aria-hidden="true">{sign}</span> <strong>{words}</strong> · '
        f"{sentence_html(_said(line))}</li>"
    )


def _said(line: Line) -> str:
    """Return what *line* is about and what came of it; its sign says it all where nothing did."""
    return f"{line.label} : {line.message}" if line.message else line.label
