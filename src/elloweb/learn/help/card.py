"""The card of an explained error, as HTML and as plain text.

The family of `elloweb.learn.card`: inline styles alone, no blame, all that a colour says also said
in words. JupyterLab removes ``aria-…`` and ``role``, so nothing depends on them.
"""

import html as html_module
import re

from elloweb.learn.card import french_spaces, sentence_html
from elloweb.learn.help.explanation import Explanation, Place

_COLOUR = "#b45309"
_LONGEST_LINE = 160
_LONGEST_TECHNICAL = 12_000
_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_TECHNICAL_TITLE = "Le texte technique, en anglais"
_EXACTLY = "L'endroit exact :"
# Rather than a bar to scroll with, which the keyboard would not reach.
_WRAPPED = "white-space:pre-wrap;overflow-wrap:anywhere"
_MARKED = "background:#fde68a;color:#1f2937;border-bottom:3px solid #b45309;font-weight:600"


def announcement(explanation: Explanation) -> str:
    """Return the line that stands in the error output, for the traceback."""
    return french_spaces(
        f"{_title(explanation)} ({explanation.error}). L'explication est juste en dessous."
    )


def html(explanation: Explanation) -> str:
    """Return the card as an HTML fragment without style sheet or script."""
    title = _title(explanation)
    parts = [
        f'<p style="margin:0 0 .4em;font-weight:600;font-size:1.1em">'
        f'<span aria-hidden="true">○</span> {sentence_html(title)}</p>',
        f'<p style="margin:.4em 0">{sentence_html(explanation.cause)}</p>',
    ]
    if explanation.place is not None and explanation.place.text.strip():
        parts.append(_place_html(explanation.place))
    parts.append(_step_html(explanation.step))
    if explanation.technical:
        parts.append(
            '<details style="margin:.6em 0 0"><summary style="cursor:pointer">'
            f'{_TECHNICAL_TITLE}</summary><pre lang="en" style="{_WRAPPED};font-size:12px;'
            f'margin:.4em 0 0">{html_module.escape(explanation.technical)}</pre></details>'
        )
    return _framed(title, "".join(parts))


def text(explanation: Explanation) -> str:
    """Return the card as plain text; of the technical text, its last line."""
    rows = [f"○ {_title(explanation)} ({explanation.error})", explanation.cause]
    place = explanation.place
    rows = [french_spaces(row) for row in rows]
    if place is not None and place.text.strip():
        line, start, end = _window(place)
        rows.append(f"  {french_spaces(_where(place) + ' :')} {line.strip()}")
        if place.culprit:
            rows.append(f"  {french_spaces(_EXACTLY)} {line[start:end].strip()}")
    rows.append(french_spaces(f"À essayer : {explanation.step}"))
    if explanation.technical:
        last = explanation.technical.strip().rpartition("\n")[2].strip()
        rows.append(french_spaces(f"{_TECHNICAL_TITLE} : ") + last[:_LONGEST_LINE])
    return "\n".join(rows)


def remark_html(cause: str, step: str) -> str:
    """Return what to notice in a cell that ran well, as an HTML fragment."""
    return _framed(cause, f'<p style="margin:0">{sentence_html(cause)}</p>{_step_html(step)}')


def remark_text(cause: str, step: str) -> str:
    """Return the same as plain text."""
    return french_spaces(f"○ {cause}\nÀ essayer : {step}")


def technical(traceback: list[str]) -> str:
    """Return IPython's traceback without its colours, shortened in the middle."""
    whole = _ANSI.sub("", "\n".join(traceback)).strip("\n")
    if len(whole) <= _LONGEST_TECHNICAL:
        return whole
    half = _LONGEST_TECHNICAL // 2
    return f"{whole[:half]}\n…\n{whole[-half:]}"


def _title(explanation: Explanation) -> str:
    place = explanation.place
    if place is None:
        return "La cellule s'est arrêtée"
    if place.cell is not None:
        return f"La cellule s'est arrêtée, dans le code de la cellule [{place.cell}]"
    return f"La cellule s'est arrêtée à la ligne {place.line}"


def _step_html(step: str) -> str:
    return f'<p style="margin:.4em 0 0"><strong>À essayer\u00a0:</strong> {sentence_html(step)}</p>'


def _framed(title: str, inner: str) -> str:
    return (
        f'<div lang="fr" role="group" aria-label="{html_module.escape(title)}" style="'
        f"border:1px solid {_COLOUR};border-left:6px solid {_COLOUR};border-radius:4px;"
        'padding:.7em 1em;margin:.3em 0;max-width:46em;line-height:1.5;font-size:14px">'
        f"{inner}</div>"
    )


def _where(place: Place) -> str:
    if place.cell is not None:
        return f"Cellule [{place.cell}], ligne {place.line}"
    return f"Ligne {place.line}"


def _window(place: Place) -> tuple[str, int, int]:
    """Return the line, cut around the culprit when it is long, and the culprit's columns."""
    line, start, end = place.text.rstrip(), place.start, place.end
    if len(line) <= _LONGEST_LINE:
        return line, start, end
    first = max(0, min(start - 40, len(line) - _LONGEST_LINE))
    cut = line[first : first + _LONGEST_LINE]
    before, after = ("…" if first else ""), ("…" if first + _LONGEST_LINE < len(line) else "")
    shift = len(before) - first
    stop = min(end + shift, len(before) + len(cut))
    return f"{before}{cut}{after}", min(start + shift, stop), stop


def _place_html(place: Place) -> str:
    line, start, end = _window(place)
    escape = html_module.escape
    shown = escape(line)
    said = ""
    if place.culprit:
        shown = (
            f'{escape(line[:start])}<mark style="{_MARKED}">{escape(line[start:end])}</mark>'
            f"{escape(line[end:])}"
        )
        said = (
            f'<p style="margin:.2em 0 .4em">{french_spaces(_EXACTLY)} '
            f"<code>{escape(line[start:end].strip())}</code></p>"
        )
    return (
        f'<p style="margin:.4em 0 .1em">{escape(_where(place))}\u00a0:</p>'
        f'<pre style="margin:0;padding:.3em .6em;{_WRAPPED};border-left:3px solid #6b7280">'
        f"<code>{shown}</code></pre>{said}"
    )
