"""A page of the web that Python writes: its tags and its words are texts, between quotes."""

import ast
import re

from elloweb.learn import saved
from elloweb.learn.help.explanation import Advice, Rule, Spot
from elloweb.learn.help.scene import Scene
from elloweb.learn.help.words import code

# A name of one letter may be a number that is compared: `a <b> c`.
_TAG = re.compile(
    r"<(?:/?(?:h[1-6]|li|ul|ol|strong|em|div|span|img|br|body|html|style|table|tr|td|th|header|"
    r"footer|main|section|button|title)|/[abpi]|p)\s*/?>"
)
_QUOTED = re.compile(r"""\s*(["']).*\1\s*,?\s*(?:#.*)?""")
_WORDS = re.compile(r"[^\s\"'(\[{#=][^\"'(\[{#=]*\s[^\"'(\[{#=]*")


def _wiped_page(scene: Scene) -> Advice | None:
    """Explain words alone where the saved notebook has a page, `%%page` and tags, in this cell."""
    cell = scene.current
    if cell is None or not cell.id or scene.source.number not in (None, cell.number):
        return None
    here = next((one for one in saved.cells() if one.get("id") == cell.id), None)
    source = here.get("source") if here and here.get("cell_type") == "code" else ""
    before = "".join(map(str, source)) if isinstance(source, list) else str(source)
    if not before.lstrip().startswith("%%page") or "%%page" in cell.raw:
        return None
    return Advice(
        "Ta page a perdu sa première ligne et ses balises.",
        "Clique dans la cellule, puis Ctrl + Z les ramène (Cmd + Z sur Mac). Change ensuite "
        "seulement les mots qui sont entre les balises.",
    )


def _text_among_texts(scene: Scene) -> Advice | None:
    """Explain a line without quotes in a list of texts that has one text a line."""
    if not isinstance(scene.error, SyntaxError) or scene.spot is None:
        return None
    lines, number = scene.scan.lines, scene.spot.line
    text = lines[number - 1].strip().rstrip(",").rstrip() if number <= len(lines) else ""
    before = lines[number - 2] if number > 1 else ""
    if not _WORDS.fullmatch(text) or not _QUOTED.fullmatch(before):
        return None
    start = lines[number - 1].index(text)
    quoted = f'"{text}",'
    return Advice(
        "C'est un texte, et il n'a pas ses guillemets.",
        f"Mets-le entre guillemets, avec une virgule, comme les autres : {code(quoted)}.",
        Spot(number, start, start + len(text)),
    )


def _name_within_quotes(scene: Scene) -> Advice | None:
    """Explain ``"<li> + concert + "</li>"``: the quotes hold the signs and the name, too."""
    if not isinstance(scene.error, SyntaxError) or scene.spot is None:
        return None
    found = re.search(r"""["'][^"']*>\s*\+\s*([^\W\d]\w*)\s*\+[^"'\w]*["']""", scene.line)
    if not found:
        return None
    return Advice(
        f"{code(found[1])} est resté entre guillemets : Python y lit un mot, et non ton nom.",
        "Les guillemets : ferme-les avant lui, et rouvre-les après, comme dans "
        f"""{code(f'"<li>" + {found[1]} + "</li>"')}.""",
        Spot(scene.spot.line, *found.span(1)),
    )


def _bare_tag(scene: Scene) -> Advice | None:
    if not isinstance(scene.error, SyntaxError) or scene.spot is None:
        return None
    found = _TAG.search(scene.code)
    if not found:
        return None
    tag = f'"{found[0]}"'
    return Advice(
        "Pour Python, une balise est un texte, et un texte a des guillemets.",
        f"Écris {code(tag)}, avec des guillemets.",
        Spot(scene.spot.line, *found.span()),
    )


def _whole_list_in_its_loop(scene: Scene) -> Advice | None:
    """Explain ``for concert in concerts`` where the loop adds `concerts`, all of them."""
    node = scene.node(ast.BinOp, ast.AugAssign)
    if not isinstance(scene.error, TypeError) or node is None or scene.spot is None:
        return None
    line = scene.spot.line
    for loop in ast.walk(scene.tree or ast.Module([], [])):
        if not isinstance(loop, ast.For) or not loop.lineno < line <= (loop.end_lineno or 0):
            continue
        if not isinstance(loop.iter, ast.Name) or not isinstance(loop.target, ast.Name):
            continue
        every, each = loop.iter.id, loop.target.id
        used = [x for x in ast.walk(node) if isinstance(x, ast.Name) and x.id == every]
        if used and type(scene.value_of(used[0])) is list:
            spelt = ", sans s" if every == f"{each}s" else ""
            return Advice(
                f"{code(every)} est toute la liste.",
                f"Dans la boucle, c'est {code(each)}{spelt} : un seul à la fois.",
                scene.spot_of(used[0]),
            )
    return None


RULES: tuple[Rule, ...] = (
    _wiped_page,
    _text_among_texts,
    _name_within_quotes,
    _bare_tag,
    _whole_list_in_its_loop,
)
