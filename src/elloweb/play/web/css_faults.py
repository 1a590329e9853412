"""Say in French what to look at again in the CSS of a page.

tinycss2 reads it by the rules of CSS Syntax Level 3, errors and all; what beginners meant by an
error is ours to guess.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from elloweb.play.web import colours, css, vocabulary
from elloweb.play.web.structure import Fault
from elloweb.play.web.vocabulary import words

_KEYWORDS = frozenset(
    words("""inherit initial unset revert revert-layer currentcolor transparent auto none""")
)
_LENGTHS = frozenset(
    words(
        """font-size width height min-width max-width min-height max-height margin margin-top
    margin-right margin-bottom margin-left padding padding-top padding-right
    padding-bottom padding-left border-width border-radius gap row-gap column-gap
    letter-spacing word-spacing text-indent top right bottom left"""
    )
)
_UNITS = frozenset(words("""px em rem vw vh pt cm mm ch"""))
_NESTING = frozenset(["media", "supports", "layer", "container", "scope", "starting-style"])


def find(sheet: str, line: int) -> list[Fault]:
    """Return the faults of a style sheet whose first line is the page's *line*."""
    try:
        faults = [*_rules(sheet), *_unclosed(sheet)]
    except RecursionError:
        faults = [Fault(1, "des accolades `{` s'ouvrent sans fin : ferme chacune avec `}`.")]
    return [Fault(line + one.line - 1, one.sentence) for one in faults]


def find_in_attribute(style: str, line: int) -> list[Fault]:
    """Return the faults of a `style` attribute that stands on *line*."""
    try:
        return [Fault(line, one.sentence) for one in _content(css.declarations(style))]
    except RecursionError:
        return []


def _rules(sheet: str) -> Iterator[Fault]:
    rules = css.rules(sheet)
    # What stands at the end without a block is read as if it had one, to see what it is.
    unfinished = css.rules(f"{sheet}\n{{}}")[-1:] if rules and rules[-1].type == "error" else []
    for place, rule in enumerate(rules):
        at_the_end = unfinished if place == len(rules) - 1 else []
        looked_at = next((x for x in at_the_end if x.type == "qualified-rule"), rule)
        told = list(_astray(looked_at, place > 0))
        yield from told or _rule(rule)


def _astray(rule: Any, after_another: bool) -> Iterator[Fault]:
    """Tell the brace that *rule* lacks or has too many, or the setting that no brace holds."""
    prelude = [one for one in getattr(rule, "prelude", None) or [] if one.type != "comment"]
    brace = next((one for one in prelude if one.type == "error" and one.kind == "}"), None)
    names = [one for one in prelude if one.type == "ident"]
    loose = bool(names) and vocabulary.is_property(names[0].lower_value)
    if any(one == ";" for one in prelude) and names and not loose:
        yield Fault(names[0].source_line, f"il manque une accolade `{{` après `{names[0].value}`.")
        return
    if brace is not None:
        yield Fault(brace.source_line, "il y a une accolade `}` de trop : retire-la.")
        return
    plain = [one for one in prelude if one.type != "whitespace"]
    if len(plain) < 3 or plain[0].type != "ident" or plain[1] != ":":
        return
    end = next((n for n, one in enumerate(prelude) if one == ";"), None)
    if not loose or (end is None and rule.content):
        return
    setting = css.written(prelude[:end])
    where = "après l'accolade `}` : rentre-le avant elle" if after_another else "hors d'une règle"
    step = "." if after_another else " : mets-le entre `{` et `}`, après `h1` par exemple."
    yield Fault(plain[0].source_line, f"`{setting}` est {where}{step}")


def _unclosed(sheet: str) -> Iterator[Fault]:
    """Tell a missing `}`: then one more at the end closes something, and is no error."""
    # A comment that never ends would swallow the brace.
    tokens = css.tokens(sheet + "\n}")
    last = next((one for one in reversed(tokens) if one.type != "whitespace"), None)
    blocks = [one for one in tokens if one.type == "{} block"]
    if last is not None and last.type == "{} block" and blocks:
        rules = css.declarations(blocks[-1].content)
        inner = next((one for one in rules if one.type == "qualified-rule"), None)
        before = f" avant `{css.written(inner.prelude)}`" if inner is not None else " à la fin"
        spot = inner or blocks[-1]
        yield Fault(spot.source_line, f"il manque une accolade `}}`{before}.")


def _rule(rule: Any) -> Iterator[Fault]:
    if rule.type == "qualified-rule":
        yield from _selector(rule)
        yield from _content(css.declarations(rule.content))
    elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in _NESTING:
        for inner in css.inner_rules(rule.content):
            yield from _rule(inner)
    elif rule.type == "error":
        yield Fault(
            rule.source_line,
            "une règle de CSS est incomplète. Elle s'écrit ainsi : `h1 { color: navy; }`.",
        )


def _selector(rule: Any) -> Iterator[Fault]:
    prelude = rule.prelude
    names = [one for one in prelude if one.type == "ident"]
    bracketed = next((one for one in prelude if one == "<"), None)
    if bracketed is not None and names:
        name = names[0].value
        yield Fault(names[0].source_line, f"en CSS, `{name}` s'écrit sans chevrons : `{name} {{`.")
    elif not css.written(prelude):
        yield Fault(
            rule.source_line, "devant `{`, dis à quoi s'applique la règle, par exemple `h1`."
        )
    else:
        yield from _unknown_element(prelude)


def _unknown_element(prelude: Sequence[Any]) -> Iterator[Fault]:
    for place, one in enumerate(prelude):
        before = prelude[place - 1] if place else None
        if one.type != "ident" or (before is not None and before in (".", ":")):
            continue
        name = one.lower_value
        known = vocabulary.ELEMENTS | vocabulary.OBSOLETE
        if name not in known and "-" not in name and not _is_svg(name):
            yield Fault(
                one.source_line,
                f"`{one.value}` n'est pas une balise. Pour une classe, mets un point devant : "
                f"`.{one.value}`.",
            )


def _is_svg(name: str) -> bool:
    return name in ("circle", "rect", "path", "line", "polygon", "polyline", "ellipse", "text", "g")


def _content(content: Sequence[Any]) -> Iterator[Fault]:
    for one in content:
        if one.type == "declaration":
            yield from _declaration(one)
        elif one.type == "error":
            yield Fault(
                one.source_line,
                "une ligne de CSS n'est pas complète. Elle s'écrit `color: navy;`, avec `:` au "
                "milieu et `;` à la fin.",
            )
        elif one.type in ("qualified-rule", "at-rule"):
            yield from _rule(one)


def _declaration(one: Any) -> Iterator[Fault]:
    value = [part for part in one.value if part.type not in ("whitespace", "comment")]
    written = css.written(one.value)
    if one.name.startswith("--"):
        return
    if any(part == ":" for part in value):
        place = next(index for index, part in enumerate(value) if part == ":")
        spot = value[place - 1] if place else value[place]
        yield Fault(one.source_line, f"il manque `;` avant `{css.written([spot])}`.")
        return
    meant = vocabulary.meant_property(one.lower_name)
    if meant:
        yield Fault(
            one.source_line,
            f"`{one.name}` n'existe pas en CSS. Voulais-tu écrire `{meant}` ?",
        )
        return
    if not value:
        yield Fault(one.source_line, f"`{one.name}` n'a pas de valeur : écris-la après `:`.")
    elif one.lower_name in ("color", "background-color", "background", "border-color"):
        yield from _colour(one, value, written)
    elif one.lower_name in _LENGTHS:
        yield from _length(one, value)
    elif one.lower_name in vocabulary.CHOICES:
        yield from _choice(one, value)


def _choice(one: Any, value: Sequence[Any]) -> Iterator[Fault]:
    known = vocabulary.CHOICES[one.lower_name]
    if len(value) != 1 or value[0].type != "ident":
        return
    word = value[0].lower_value
    if word in known or word in _KEYWORDS:
        return
    meant = vocabulary.meant_choice(one.lower_name, word)
    guess = f"Voulais-tu écrire `{meant}` ?" if meant else f"Écris par exemple `{known[0]}`."
    yield Fault(one.source_line, f"`{one.lower_name}: {word}` n'existe pas en CSS. {guess}")


def _in_words(one: Any, value: Sequence[Any], written: str) -> bool:
    """Return whether *value* is a colour that she wrote in several words: `light green`."""
    if len(value) < 2 or any(part.type != "ident" for part in value):
        return False
    if one.lower_name in ("color", "background-color"):
        return True
    shorthand = all(colours.parse(part.value) for part in value)
    # Beside a colour, `background` takes other words, and `border-color` takes colours.
    return not shorthand and colours.meant_exactly(written)


def _colour(one: Any, value: Sequence[Any], written: str) -> Iterator[Fault]:
    # Without its `#`, a code that begins with a digit reads as a number with an odd unit.
    kinds = ("ident", "hash", "string", "number", "dimension")
    if not _in_words(one, value, written) and (len(value) != 1 or value[0].type not in kinds):
        return
    if written.lower() in _KEYWORDS or colours.parse(written):
        return
    if value[0].type == "string":
        yield Fault(
            one.source_line,
            f"une couleur s'écrit sans guillemets : `{one.name}: {value[0].value};`.",
        )
    else:
        yield Fault(
            one.source_line, f"`{written}` n'est pas une couleur. {colours.advice(written)}"
        )


def _length(one: Any, value: Sequence[Any]) -> Iterator[Fault]:
    for place, part in enumerate(value):
        following = value[place + 1] if place + 1 < len(value) else None
        if part.type != "number" or part.value == 0:
            continue
        number = part.representation
        if following is not None and following.type == "ident" and following.value in _UNITS:
            yield Fault(
                one.source_line,
                f"colle l'unité au nombre : `{one.name}: {number}{following.value};`.",
            )
        else:
            yield Fault(
                one.source_line,
                f"`{one.name}: {number}` n'a pas d'unité. Écris par exemple `{number}px`.",
            )
        return
