"""Snippets of a page of the web that Python writes: tags and texts without their quotes."""

from corpus import one

PROGRAMME = 'concerts = [\n    "15 h : Duo",\n    "20 h : Maïa Lune",\n{}\n]'
LOOP = 'lignes = ""\nconcerts = ["a", "b"]\nfor concert in concerts:\n    lignes = {}'

TEXTS_AMONG_TEXTS = [
    one(
        PROGRAMME.format("    22 h : La Fanfare des Escaliers"),
        "SyntaxError",
        "C'est un texte",
        "entre guillemets, avec une virgule, comme les autres",
        '`"22 h : La Fanfare des Escaliers",`',
        line=4,
    ),
    one(
        PROGRAMME.format("    22 h : La Fanfare des Escaliers,"),
        "SyntaxError",
        "C'est un texte",
        '`"22 h : La Fanfare des Escaliers",`',
        line=4,
    ),
    one(
        PROGRAMME.format("    <li>22 h : La Fanfare</li>"),
        "SyntaxError",
        "C'est un texte",
        '`"<li>22 h : La Fanfare</li>",`',
        line=4,
    ),
    one(
        'jours = [\n    "lundi matin",\n    mardi soir,\n]',
        "SyntaxError",
        "C'est un texte",
        '`"mardi soir",`',
        line=3,
    ),
]
TAGS = [
    one(
        LOOP.format("lignes + <li> + concert + </li>"),
        "SyntaxError",
        "Pour Python, une balise est un texte",
        '`"<li>"`',
        line=4,
        culprit="<li>",
    ),
    one(
        LOOP.format('lignes + "<li>" + concert + </li>'),
        "SyntaxError",
        "une balise est un texte",
        '`"</li>"`',
        line=4,
        culprit="</li>",
    ),
    one(
        LOOP.format('<li> + concert + "</li>"'),
        "SyntaxError",
        "une balise est un texte",
        '`"<li>"`',
        line=4,
    ),
    one(
        LOOP.format('lignes + "<li> + concert + "</li>"'),
        "SyntaxError",
        "`concert` est resté entre guillemets",
        "ferme-les avant lui, et rouvre-les après",
        line=4,
    ),
    one(
        LOOP.format('lignes + "<li>" + concerts + "</li>"'),
        "TypeError",
        "`concerts` est toute la liste",
        "`concert`, sans s : un seul à la fois",
        line=4,
        culprit="concerts",
    ),
    one(
        "notes = [12, 15]\ntotal = 0\nfor x in notes:\n    total = total + notes",
        "TypeError",
        "`notes` est toute la liste",
        "`x`",
        line=4,
    ),
]

SNIPPETS = [*TEXTS_AMONG_TEXTS, *TAGS]
