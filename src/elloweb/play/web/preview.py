"""Show a page in a sealed frame: no script runs, nothing is fetched, no link leads away.

Three walls, see decision 0010: the frame's `sandbox` without any permission, a content security
policy before the learner's first character, and a second frame within the first, which the first
one's policy forbids to go anywhere. What no policy governs (`<link>`, `<meta>`, `<base>`) is taken
out of the text.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from elloweb.play.web import pictures
from elloweb.play.web.markup import Kind, Token, replace

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'none'; "
    "frame-src 'none'; form-action 'none'; base-uri about:"
)
_HEAD = (
    '<!doctype html><html lang="fr"><head>'
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta charset="utf-8"><meta name="referrer" content="no-referrer">'
    '<meta http-equiv="x-dns-prefetch-control" content="off">'
)
# So that a link to another place of the same page finds it.
_INNER_HEAD = f'{_HEAD}<base href="about:srcdoc">'
_OUTER_HEAD = (
    f"{_HEAD}<title>Aperçu</title><style>html,body{{margin:0;height:100%;background:#fff}}"
    "iframe{display:block;border:0;width:100%;height:100%}</style></head><body>"
)
# Chromium calls the server of a frame before the policy forbids it, and not every browser asks the
# policy about hints and refreshes. The tokenizer of HTML needs these very characters to open such a
# tag, wherever they stand; in its place comes one that is read in the same way and does nothing.
_INERT = {
    **dict.fromkeys(("link", "meta", "base", "frame", "embed"), "basefont"),
    "iframe": "noframes",
    "object": "span",
}
_UNGOVERNED = re.compile(rf"<(/?)({'|'.join(_INERT)})(?=[\s/>]|$)", re.IGNORECASE)


def sealed(text: str, tokens: Sequence[Token], folder: Path, name: str) -> str:
    """Return the document that shows the page *text*, to be the `srcdoc` of a sandboxed frame.

    *tokens* are its pieces; pictures are looked for in *folder*.
    """
    edits = [*pictures.inlined(text, tokens, folder), *_targets(tokens)]
    page = _UNGOVERNED.sub(
        lambda found: f"<{found[1]}{_INERT[found[2].lower()]}", replace(text, edits)
    )
    title = escape(f"Contenu de {name}")
    inner = escape(_INNER_HEAD + page)
    return f'{_OUTER_HEAD}<iframe sandbox="" title="{title}" srcdoc="{inner}"></iframe>'


def frame(document: str, name: str, height: int, mark: str = "") -> str:
    """Return the frame that shows *document*, what `sealed` made, *height* pixels high.

    *mark* is its id, for whoever must find it again.
    """
    # White and resizable in a light and in a dark theme alike.
    style = (
        f"display:block;box-sizing:border-box;width:100%;height:{height}px;min-height:80px;"
        "border:1px solid #767676;border-radius:4px;background:#fff;color-scheme:light;"
        "resize:vertical;overflow:auto"
    )
    identity = f' id="{escape(mark)}"' if mark else ""
    return (
        f'<iframe{identity} sandbox="" title="Aperçu de {escape(name)}" style="{style}" '
        f'srcdoc="{escape(document)}"></iframe>'
    )


def _targets(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the edits that keep links in their place: of two targets, a browser takes the first.

    A link within the page goes there; any other asks for a new window, and the sandbox opens none.
    Without this the walls would hold too, but the browser would show its own page of error.
    """
    for token in tokens:
        if token.kind is Kind.START and token.name in ("a", "area"):
            here = (token.get("href") or "").strip().startswith("#")
            place = token.start + 1 + len(token.name)
            yield place, place, f' target="{"_self" if here else "_blank"}"'
