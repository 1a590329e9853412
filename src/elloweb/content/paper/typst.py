"""Write Typst, and have the Typst library make a PDF of it: the one place that knows it.

What is written is a tree of function calls. A text is always a string literal, so that nothing in
it is read as Typst.
"""

import functools
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typst import Fonts

_HERE = Path(__file__).parent
_LOOK = "sheet.typ"
_STANDARD: Final = (
    "ua-1"  # accessible PDF: tags, title, language, alternatives; refused when they miss
)
_UNKNOWN = "\ufffd"


class TypesettingError(Exception):
    """Typst refuses the document; its text is what it says, in English."""


def quoted(text: str) -> str:
    """Return *text* as a string literal; a character that cannot be printed becomes U+FFFD."""
    printable = "".join(letter if can_print(letter) else _UNKNOWN for letter in text)
    escaped = printable.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'.replace("\n", "\\n")


def call(function: str, *arguments: str) -> str:
    """Return the call of *function* with *arguments* that are Typst already."""
    return f"{function}({', '.join(arguments)})"


def array(*values: str) -> str:
    """Return the array of *values*, Typst each."""
    return f"({''.join(f'{value}, ' for value in values)})"


def sequence(*parts: str) -> str:
    """Return one content made of *parts*, Typst each."""
    return parts[0] if len(parts) == 1 else call("seq", *parts)


def can_print(letter: str) -> bool:
    """Return whether our fonts have *letter*."""
    return letter == "\n" or (ord(letter) in _known_letters() and not _is_control(letter))


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Cn", "Co")


@functools.cache
def _known_letters() -> frozenset[int]:
    """Return the code points of DejaVu Sans, which stands in where the sheets' own font has none.

    Atkinson Hyperlegible has none that DejaVu Sans lacks: a test proves it.
    """
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(_matplotlib_fonts() / "DejaVuSans.ttf")).get_charmap())


def _matplotlib_fonts() -> Path:
    import matplotlib

    return Path(matplotlib.get_data_path()) / "fonts" / "ttf"


@functools.cache
def _fonts() -> "Fonts":
    """Return the fonts of the kit, the same on every machine."""
    import typst

    folders = [str(_HERE / "fonts"), str(_matplotlib_fonts())]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def make_pdf(document: str, pictures: dict[str, Path]) -> bytes:
    """Return the PDF of *document*, a Typst expression that uses `sheet.typ` and *pictures*.

    Nothing else is read: no system font, no package, no other file.
    Raises TypesettingError when Typst refuses it.
    """
    import typst

    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / _LOOK).write_bytes((_HERE / _LOOK).read_bytes())
        for name, path in pictures.items():
            (place / name).write_bytes(path.read_bytes())
        (place / "main.typ").write_text(f'#import "{_LOOK}": *\n#{document}\n', encoding="utf-8")
        try:
            made = typst.compile(
                str(place / "main.typ"),
                root=folder,
                font_paths=_fonts(),
                format="pdf",
                pdf_standards=[_STANDARD],
            )
        except typst.TypstError as error:
            raise TypesettingError(str(error)) from error
    assert isinstance(made, bytes)
    return made
