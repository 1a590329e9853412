"""What a page tells her that it cannot do: one French sentence, and the next step."""

from elloweb.errors import ElloWebError


class PageError(ElloWebError, ValueError):
    """Something about a page that she can mend: what is wrong, and the *step* that mends it.

    The cell shows these two sentences, and no more.
    """

    def __init__(self, fault: str, step: str = "") -> None:
        """Keep what is wrong and what to do."""
        super().__init__(fault)
        self.step = step

    def _render_traceback_(self) -> list[str]:
        from elloweb.learn.card import french_spaces

        return [french_spaces(f"{self} {self.step}".rstrip())]
