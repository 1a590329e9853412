"""The words of HTML and CSS that beginners use, and what they write in their place."""


def words(text: str) -> list[str]:
    """Return the words of *text*: what a long list of names is easiest read from."""
    return text.split()


# https://html.spec.whatwg.org/multipage/indices.html#elements-3
ELEMENTS = frozenset(
    words(
        """a abbr address area article aside audio b base bdi bdo blockquote body br button
    canvas caption cite code col colgroup data datalist dd del details dfn dialog div dl
    dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header
    hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu
    meta meter nav noscript object ol optgroup option output p picture pre progress q rp
    rt ruby s samp script search section select slot small source span strong style sub
    summary sup svg table tbody td template textarea tfoot th thead time title tr track u
    ul var video wbr"""
    )
)
OBSOLETE = frozenset(
    words("""acronym applet basefont big center dir font frame frameset marquee""")
)
VOID = frozenset(
    words("""area base br col embed hr img input link meta source track wbr basefont frame""")
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

# The elements whose end tag may be left out: §13.1.2.4 of the same standard.
OPTIONAL_END = frozenset(
    words(
        """li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th html head
    body"""
    )
)
CLOSES_PARAGRAPH = frozenset(
    words(
        """address article aside blockquote details dialog div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section
    table ul"""
    )
)
# A start tag → the open elements that it closes, and those that it does not look beyond.
CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(closed.split()), frozenset(within.split()))
    for names, closed, within in (
        ("li", "li", "ul ol menu"),
        ("dt dd", "dt dd", "dl"),
        ("option", "option", "select datalist optgroup"),
        ("optgroup", "option optgroup", "select"),
        ("td th", "td th", "table tr"),
        ("tr", "tr td th caption colgroup", "table"),
        ("thead tbody tfoot", "thead tbody tfoot tr td th caption colgroup", "table"),
        ("rt rp", "rt rp", "ruby"),
        ("body", "head", "body"),
    )
    for name in names.split()
}
NEVER_IN_ITSELF = frozenset(
    words(
        """h1 h2 h3 h4 h5 h6 a b strong i em u s small mark title button label code cite q sub
    sup"""
    )
)

_COMMON = words(
    """p img h1 h2 h3 ul ol li a strong em div span br header footer main nav section article
    style title button table tr td th figure figcaption body head html input label form
    video audio"""
)
_MEANT = {
    "titre": "h1",
    "titre1": "h1",
    "titre2": "h2",
    "sous-titre": "h2",
    "image": "img",
    "photo": "img",
    "lien": "a",
    "link": "a",
    "paragraphe": "p",
    "liste": "ul",
    "gras": "strong",
    "bold": "strong",
    "italique": "em",
    "bouton": "button",
    "tableau": "table",
    "entete": "header",
    "pied": "footer",
}

ATTRIBUTES = frozenset(
    words(
        """href src alt class id style title lang target rel type name value width height
    placeholder for action method charset content colspan rowspan scope start checked
    disabled selected hidden controls loop muted autoplay poster srcset sizes loading
    media download dir role tabindex datetime cite open required readonly min max step
    rows cols label list multiple pattern maxlength minlength size span headers abbr
    reversed kind srclang default draggable contenteditable spellcheck translate autofocus
    accesskey inputmode enterkeyhint popover popovertarget slot part is http-equiv
    hreflang referrerpolicy crossorigin integrity async defer usemap ismap shape coords
    enctype novalidate accept autocomplete form formaction wrap high low optimum summary
    align valign border bgcolor color face cellpadding cellspacing viewbox fill stroke
    xmlns nonce sandbox srcdoc allow allowfullscreen frameborder ping itemprop itemscope
    itemtype itemid itemref property data decoding fetchpriority imagesizes imagesrcset as
    blocking color-scheme capture dirname inert preload playsinline nomodule link vlink
    alink background text nowrap char clear compact noshade hspace vspace frame formtarget nohref"""
    )
)
_COMMON_ATTRIBUTES = words("""href src alt class id style title lang target name type value""")

_PROPERTY_WORDS = {
    "couleur": "color",
    "colour": "color",
    "text-color": "color",
    "font-color": "color",
    "couleur-de-fond": "background-color",
    "fond": "background-color",
    "taille": "font-size",
    "police": "font-family",
    "font-type": "font-family",
    "gras": "font-weight",
    "marge": "margin",
    "bordure": "border",
    "largeur": "width",
    "hauteur": "height",
    "alignement": "text-align",
    "text-size": "font-size",
}
_PROPERTIES = words(
    """color background background-color background-image background-size background-position
    background-repeat background-attachment background-clip background-origin font
    font-size font-family font-weight font-style font-variant font-stretch line-height
    letter-spacing word-spacing word-break word-wrap overflow-wrap white-space
    writing-mode text-align text-align-last text-decoration text-transform text-indent
    text-shadow text-overflow text-wrap vertical-align direction hyphens quotes tab-size
    margin margin-top margin-right margin-bottom margin-left margin-block margin-inline
    padding padding-top padding-right padding-bottom padding-left padding-block
    padding-inline border border-top border-right border-bottom border-left border-color
    border-style border-width border-radius border-collapse border-spacing border-image
    border-top-color border-top-style border-top-width border-right-color
    border-right-style border-right-width border-bottom-color border-bottom-style
    border-bottom-width border-left-color border-left-style border-left-width
    border-top-left-radius border-top-right-radius border-bottom-left-radius
    border-bottom-right-radius outline outline-color outline-style outline-width
    outline-offset width height min-width min-height max-width max-height box-shadow
    box-sizing aspect-ratio display position top right bottom left inset float clear
    z-index overflow overflow-x overflow-y visibility opacity object-fit object-position
    cursor resize pointer-events user-select flex flex-direction flex-wrap flex-flow
    flex-grow flex-shrink flex-basis order gap row-gap column-gap justify-content
    justify-items justify-self align-items align-content align-self place-items
    place-content place-self grid grid-template grid-template-columns grid-template-rows
    grid-template-areas grid-area grid-column grid-row grid-gap grid-auto-flow
    grid-auto-rows grid-auto-columns columns column-count column-width column-rule
    column-span list-style list-style-type list-style-position list-style-image
    caption-side table-layout empty-cells content counter-reset counter-increment
    transform transform-origin transition transition-property transition-duration
    transition-delay animation animation-name animation-duration animation-delay
    animation-iteration-count animation-timing-function filter backdrop-filter
    mix-blend-mode clip-path mask accent-color caret-color scroll-behavior scroll-margin
    scroll-padding all zoom rotate scale translate page size counter-set
    animation-range overscroll-behavior"""
)


def meant_element(name: str) -> str | None:
    """Return the element that *name*, which is none, was meant for; None when nothing is near."""
    from difflib import get_close_matches

    if name in _MEANT:
        return _MEANT[name]
    swapped = [known for known in _COMMON if sorted(known) == sorted(name)]
    surely = swapped[0] if swapped else without_digits(name)
    if surely:
        return surely
    for known in (_COMMON, sorted(ELEMENTS)):
        # In a short name, two letters more are another word.
        like = [one for one in known if len(name) > 4 or abs(len(one) - len(name)) <= 1]
        near = get_close_matches(name, like, 1, 0.6)
        if near:
            return near[0]
    return None


def without_digits(name: str) -> str | None:
    """Return the element that *name* means where a digit stands for a letter: `1i`, `0l`, `1h`."""
    swapped = name[1:] + name[:1] if name[:1].isdigit() else name
    for known in (swapped, *(name.replace("1", sign).replace("0", "o") for sign in "li")):
        if known != name and known in ELEMENTS:
            return known
    return None


def meant_attribute(name: str) -> str | None:
    """Return the attribute that *name*, which is not known, was meant for; None when in doubt."""
    from difflib import get_close_matches

    near = get_close_matches(name, _COMMON_ATTRIBUTES, 1, 0.65)
    same_letters = [known for known in _COMMON_ATTRIBUTES if sorted(known) == sorted(name)]
    return next(iter(same_letters or near), None)


def meant_property(name: str) -> str | None:
    """Return the CSS property that *name*, if it is none, was meant for; None when in doubt."""
    from difflib import get_close_matches

    if name in _PROPERTY_WORDS:
        return _PROPERTY_WORDS[name]
    if name in _PROPERTIES or name.startswith("-"):
        return None
    joined = {known.replace("-", ""): known for known in _PROPERTIES}
    whole = joined.get(name.replace("_", "").replace("-", ""))
    parts = name.split("-")
    # A name made of known words is more likely one that is missing here than a misspelling.
    if whole or all(part in _property_parts() for part in parts):
        return whole
    alike = [known for known in _PROPERTIES if known.count("-") == len(parts) - 1]
    return next(iter(get_close_matches(name, alike, 1, 0.8)), None)


def is_property(name: str) -> bool:
    """Return whether CSS has a property called *name*."""
    return name in _PROPERTIES


# The properties whose value is one word of a short list: https://www.w3.org/TR/CSS/
CHOICES = {
    "text-align": words("center left right justify start end match-parent justify-all"),
    "font-style": words("italic normal oblique"),
    "font-weight": words("bold normal bolder lighter"),
    "text-transform": words("uppercase lowercase capitalize none full-width full-size-kana"),
    "float": words("left right none inline-start inline-end"),
}
_FRENCH_CHOICES = {
    "centre": "center",
    "centré": "center",
    "centree": "center",
    "centrée": "center",
    "milieu": "center",
    "middle": "center",
    "gauche": "left",
    "droite": "right",
    "droit": "right",
    "justifié": "justify",
    "justifie": "justify",
    "justified": "justify",
    "gras": "bold",
    "normale": "normal",
    "italique": "italic",
    "majuscule": "uppercase",
    "majuscules": "uppercase",
    "minuscule": "lowercase",
    "minuscules": "lowercase",
    "aucun": "none",
    "aucune": "none",
}


def meant_choice(name: str, value: str) -> str | None:
    """Return the value that the property *name*, one of `CHOICES`, was meant to have."""
    from difflib import get_close_matches

    known = CHOICES[name]
    french = _FRENCH_CHOICES.get(value)
    near = get_close_matches(value, known, 1, 0.6)
    return french if french in known else next(iter(near), None)


def _property_parts() -> set[str]:
    more = "direction timing function box block inline end start line color style x y decoration"
    return {part for known in _PROPERTIES for part in known.split("-")} | set(more.split())
