"""A picture in a notebook, with the words that stand for it."""

import base64
import html


def image_html(picture: bytes, alternative: str, width: str, kind: str = "image/png") -> str:
    """Return *picture* as an HTML element of a CSS *width*, on white, at most as wide as its place.

    *alternative* says in words what it shows; *kind* is its media type.
    """
    source = base64.b64encode(picture).decode()
    return (
        f'<img lang="fr" alt="{html.escape(alternative)}" src="data:{kind};base64,{source}" '
        f'style="width:{width};max-width:100%;background:#fff">'
    )
