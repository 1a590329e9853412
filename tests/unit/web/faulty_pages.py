"""Pages as beginners write them: what is wrong with each, and the words that must say so.

Each entry: a name, the page, and for each fault expected the words that its sentence holds. Made
up, after the mistakes that teachers of HTML know.
"""

FAULTY_PAGES = [
    (
        "a title never closed",
        "<h1>Mon festival\n<p>Bonjour</p>",
        [("Ligne 1", "`<h1>`", "`</h1>`")],
    ),
    (
        "the slash forgotten in the end tag",
        "<h1>Mon festival<h1>\n<p>Bonjour</p>",
        [("Ligne 1", "barre", "`</h1>`")],
    ),
    (
        "the slash at the wrong end",
        "<h1>Mon festival<h1/>\n<p>Bonjour</p>",
        [("Ligne 1", "barre", "`</h1>`")],
    ),
    (
        "a backslash for a slash",
        "<p>Bonjour <strong>toi<\\strong></p>",
        [("barre penche", "`</`"), ("`<strong>`", "pas fermée")],
    ),
    (
        "a paragraph opened twice",
        "<p>Bonjour<p>\n<p>Au revoir</p>",
        [("Ligne 1", "barre", "`</p>`")],
    ),
    (
        "list items opened twice",
        "<ul>\n<li>un<li>\n<li>deux<li>\n</ul>",
        [("Ligne 2", "`</li>`"), ("Ligne 3", "`</li>`")],
    ),
    (
        "an end tag without its start",
        "<p>Bonjour</p>\n</div>",
        [("Ligne 2", "`</div>`", "pas ouverte")],
    ),
    (
        "two tags that cross",
        "<p>Un mot <strong>très <em>important</strong></em>.</p>",
        [("Ligne 1", "se croisent", "`</em>`")],
    ),
    (
        "a bold never closed",
        "<p>Un mot <strong>important.</p>\n<p>La suite.</p>",
        [("Ligne 1", "`<strong>`", "avant `</p>`")],
    ),
    ("a title of level seven", "<h7>Petit</h7>", [("Ligne 1", "`<h7>`", "de `<h1>` à `<h6>`")]),
    ("a letter too many", "<pp>Bonjour</pp>", [("Ligne 1", "`<pp>`", "Voulais-tu", "`<p>`")]),
    (
        "a letter for another",
        '<ing src="chat.png" alt="Un chat">',
        [("Ligne 1", "`<ing>`", "`<img>`")],
    ),
    ("a French name", "<titre>Festival</titre>", [("`<titre>`", "`<h1>`")]),
    (
        "a French name again",
        "<liste><li>un</li></liste>",
        [("`<liste>`", "`<ul>`"), ("hors d'une liste",)],
    ),
    (
        "another level in the end tag",
        "<h1>Festival</h2>\n<p>Bonjour</p>",
        [("Ligne 1", "`<h1>`", "`</h2>`", "le même nom")],
    ),
    (
        "a misspelt end tag",
        "<p>Un <strong>mot</stong> ici</p>",
        [("`<strong>`", "`</stong>`", "le même nom")],
    ),
    (
        "no closing quote",
        '<a href="page.html>Lien</a>\n<p class="carte">Bonjour</p>',
        [("Ligne 1", "guillemets", "`<a href=")],
    ),
    (
        "no closing quote, and no other quote after it",
        '<p class="carte>Bonjour</p>',
        [("Ligne 1", "guillemets")],
    ),
    (
        "no closing quote before the next attribute",
        '<img src="chat.png alt="Un chat">',
        [("Ligne 1", "guillemets")],
    ),
    ("no opening quote", '<p class=carte">Bonjour</p>', [("Ligne 1", "guillemets")]),
    (
        "the quotes of a book",
        "<p class=“carte”>Bonjour</p>",
        [("Ligne 1", "guillemets droits", "`class`")],
    ),
    (
        "no quotes around several words",
        '<img src="harpe.svg" alt=Une harpe dorée>',
        [("Ligne 1", "plusieurs mots", '`alt="…"`')],
    ),
    (
        "the quotes of a book around several words",
        '<img src="harpe.svg" alt=“Une harpe dorée”>',
        [("guillemets droits", "`alt`")],
    ),
    ("a bracket forgotten", "<p Bonjour</p>\n<h2>Suite</h2>", [("Ligne 1", "il manque `>`")]),
    (
        "a bracket forgotten in the end tag",
        "<h1>Festival</h1\n<p>Bonjour</p>",
        [("Ligne 1", "il manque `>`", "`</h1`")],
    ),
    ("a space after the bracket", "< h1>Festival</h1>", [("`< h1>`", "retire l'espace")]),
    ("a space in the end tag", "<h1>Festival</ h1>", [("retire l'espace après `</`",)]),
    (
        "a picture without description",
        '<p>Le chat</p>\n<img src="chat.png">',
        [("Ligne 2", "description", "`alt")],
    ),
    (
        "a description that is a file's name",
        '<img src="chat.png" alt="chat.png">',
        [("nom du fichier",)],
    ),
    ("a picture without file", '<img alt="Un chat">', [("`src`",)]),
    ("letters swapped in an attribute", '<img scr="chat.png" alt="Un chat">', [("`scr`", "`src`")]),
    ("letters swapped in another", '<a herf="page.html">Lien</a>', [("`herf`", "`href`")]),
    (
        "the same id twice",
        '<p id="intro">Un</p>\n<p id="intro">Deux</p>',
        [("Ligne 2", '`id="intro"`', "ligne 1", "unique")],
    ),
    (
        "a level skipped",
        "<h1>Festival</h1>\n<h3>Samedi</h3>",
        [("Ligne 2", "`<h1>` à `<h3>`", "`<h2>`")],
    ),
    (
        "no language, no title",
        "<html>\n<body><p>Bonjour</p></body>\n</html>",
        [("langue", '`<html lang="fr">`'), ("`<title>`",)],
    ),
    ("a void tag closed", "<p>Un<br></br>deux</p>", [("`<br>`", "ne se ferme pas")]),
    ("a box that closes itself", "<div/>\n<p>Bonjour</p>", [("`<div></div>`",)]),
    (
        "a title in a paragraph",
        "<p>\n<h1>Festival</h1>\n</p>",
        [("Ligne 3", "`</p>`", "`<h1>` (ligne 2)")],
    ),
    ("an item outside a list", "<li>un</li>\n<li>deux</li>", [("Ligne 1", "hors d'une liste")]),
    ("a comment never closed", "<p>Un</p>\n<!-- à faire\n<p>Deux</p>", [("Ligne 2", "`-->`")]),
    ("a tag of old", "<center>Bonjour</center>", [("`<center>`", "`text-align: center`")]),
    (
        "a style never closed",
        "<style>\nh1 { color: navy; }\n<h1>Bonjour</h1>",
        [("`</style>`", "CSS")],
    ),
    (
        "a misspelt property",
        "<style>\nh1 { colr: navy; }\n</style>",
        [("Ligne 2", "`colr`", "`color`")],
    ),
    ("a French property", "<style>h1 { couleur: red; }</style>", [("`couleur`", "`color`")]),
    ("no colon", "<style>h1 { color navy; }</style>", [("pas complète", "`:`")]),
    ("an equals sign for a colon", "<style>h1 { color = navy; }</style>", [("`:`",)]),
    (
        "no semicolon",
        "<style>\nh1 {\n  color: navy\n  font-size: 20px;\n}\n</style>",
        [("Ligne 3", "il manque `;` avant `font-size`")],
    ),
    (
        "no closing brace",
        "<style>\nh1 { color: navy;\np { color: green; }\n</style>",
        [("Ligne 3", "il manque une accolade `}` avant `p`")],
    ),
    (
        "no closing brace at the end",
        "<style>\nh1 { color: navy;\n</style>",
        [("il manque une accolade `}`",)],
    ),
    (
        "no opening brace",
        "<style>\nh1 color: navy; }\np { color: green; }\n</style>",
        [("Ligne 2", "accolade `{` après `h1`")],
    ),
    (
        "a brace too many",
        "<style>\nh1 { color: navy; } }\np { color: green; }\n</style>",
        [("Ligne 2", "accolade `}` de trop")],
    ),
    (
        "a French colour",
        "<style>h1 { color: rouge; }</style>",
        [("`rouge`", "pas une couleur", "`red`")],
    ),
    (
        "a colour's code without its sign",
        "<style>h1 { color: 1b2a4e; }</style>",
        [("`1b2a4e`", "pas une couleur", "`#1b2a4e`")],
    ),
    ("a misspelt colour", "<style>h1 { color: bleue; }</style>", [("`bleue`", "`blue`")]),
    ("a colour in quotes", '<style>h1 { color: "red"; }</style>', [("sans guillemets",)]),
    ("five digits", "<style>h1 { color: #12345; }</style>", [("3 ou 6 signes",)]),
    (
        "no unit",
        "<style>h1 { font-size: 20; }</style>",
        [("`font-size: 20`", "unité", "`20px`")],
    ),
    (
        "a space before the unit",
        "<style>h1 { font-size: 20 px; }</style>",
        [("colle l'unité", "20px")],
    ),
    (
        "a class without its point",
        "<style>carte { color: navy; }</style>",
        [("`carte`", "`.carte`")],
    ),
    (
        "a fault in a style attribute",
        '<p>Un</p>\n<p style="colour: red">Deux</p>',
        [("Ligne 2", "`colour`", "`color`")],
    ),
    (
        "only the start tag of an item changed",
        "<ul>\n<li>19 h</li>\n<li>21 h</p>\n</ul>",
        [("Ligne 3", "`<li>` est fermée par `</p>`", "le même nom : `</li>`")],
    ),
    (
        "only the end tag of a title changed",
        "<h1>Festival</h1>\n<h2>Vendredi</p>\n<p>Bonjour</p>",
        [("Ligne 2", "`<h2>` est fermée par `</p>`", "`</h2>`")],
    ),
    (
        "only one side of a bold word changed",
        "<p>Un <strong>mot</em> ici</p>",
        [("`<strong>` est fermée par `</em>`", "`</strong>`")],
    ),
    (
        "only one side of a list changed",
        "<ol>\n<li>un</li>\n<li>deux</li>\n</ul>\n<p>Bonjour</p>",
        [("Ligne 4", "`<ol>` est fermée par `</ul>`", "`</ol>`")],
    ),
    (
        "the letters of an item swapped",
        "<ul>\n<il>un</il>\n</ul>",
        [("Ligne 2", "`<il>`", "`<li>`")],
    ),
    (
        "the letters of an item swapped on one side",
        "<ul>\n<il>un</li>\n</ul>",
        [("Ligne 2", "`<il>`", "`<li>`")],
    ),
    (
        "a digit for a letter",
        "<ul>\n<1i>un</li>\n</ul>",
        [("Ligne 2", "`<1i>`", "pris pour du texte", "`<li>`")],
    ),
    (
        "a digit for a letter on both sides",
        "<ul>\n<1i>un</1i>\n</ul>",
        [("Ligne 2", "`<1i>`", "`<li>`"), ("Ligne 2", "`</1i>`", "`</li>`")],
    ),
    (
        "a digit before its letter",
        "<1h>Festival</1h>",
        [("`<1h>`", "`<h1>`"), ("`</1h>`", "`</h1>`")],
    ),
    (
        "a line of a list without its tags",
        "<ul>\n<li>19 h</li>\n  21 h : la fanfare\n</ul>",
        [("Ligne 3", "`21 h : la fanfare`", "`<li>`", "`</li>`")],
    ),
    (
        "no opening bracket",
        "<h1>Festival</h1>\nh2>Samedi</h2>",
        [("Ligne 2", "il manque `<` devant `h2>`")],
    ),
    (
        "no opening bracket in the end tag",
        "<h1>Festival</h1>\n<h2>Samedi/h2>\n<p>Bonjour</p>",
        [("Ligne 2", "il manque `<` devant `/h2>`")],
    ),
    (
        "a colour for a tag",
        "<h1><gold>Festival</gold></h1>",
        [("`<gold>`", "une couleur", "`color: gold`")],
    ),
    ("a space within the name", "<h 3>Samedi</h3>", [("`<h 3>`", "retire l'espace", "`<h3>`")]),
    (
        "the text within the tag",
        "<h2 Maïa Lune></h2>",
        [("le texte se met après le chevron", "`<h2>Maïa Lune</h2>`")],
    ),
    (
        "one word of text within the tag",
        "<p Bonjour></p>",
        [("le texte se met après le chevron", "`<p>Bonjour</p>`")],
    ),
    (
        "a quote within quotes",
        '<img src="" alt="l"affiche de la fête">',
        [("guillemets ne vont pas par deux",)],
    ),
    (
        "a French colour in two words",
        "<style>h1 { color: bleu ciel; }</style>",
        [("`bleu ciel` n'est pas une couleur", "`skyblue`")],
    ),
    (
        "a French colour in two words, without its accent",
        "<style>h1 { background-color: vert fonce; }</style>",
        [("`vert fonce`", "`darkgreen`")],
    ),
    (
        "an English colour in two words",
        "<style>h1 { color: light green; }</style>",
        [("`light green`", "en un seul mot : `lightgreen`")],
    ),
    (
        "a colour in two words behind the page",
        "<style>body { background: dark blue; }</style>",
        [("`dark blue`", "en un seul mot : `darkblue`")],
    ),
    (
        "two words that are no colour",
        "<style>h1 { color: truc machin; }</style>",
        [("`truc machin` n'est pas une couleur", "un seul mot")],
    ),
    ("gold in French", "<style>h1 { color: or; }</style>", [("`or`", "`gold`")]),
    (
        "the French word for center",
        "<style>h1 { text-align: centre; }</style>",
        [("`text-align: centre` n'existe pas", "`center`")],
    ),
    (
        "the French word for bold",
        "<style>h1 { font-weight: gras; }</style>",
        [("`font-weight: gras`", "`bold`")],
    ),
    (
        "a selector in angle brackets",
        "<style>\n<h1> { color: gold; }\n</style>",
        [("Ligne 2", "en CSS, `h1` s'écrit sans chevrons")],
    ),
    (
        "two closing braces at the end",
        "<style>\nh1 { color: gold; }}\n</style>",
        [("Ligne 2", "accolade `}` de trop")],
    ),
    (
        "a setting after the brace, at the end",
        "<style>\nh1 { color: gold; } text-align: center;\n</style>",
        [("Ligne 2", "`text-align: center` est après l'accolade", "rentre-le")],
    ),
    (
        "a setting after the brace, before another rule",
        "<style>\nh1 { color: gold; }\ntext-align: center;\np { color: red; }\n</style>",
        [("Ligne 3", "`text-align: center` est après l'accolade")],
    ),
    (
        "no opening brace in the last rule",
        "<style>\np { color: green; }\nh1 color: navy; }\n</style>",
        [("Ligne 3", "accolade `{` après `h1`")],
    ),
    (
        "a setting in no rule at all",
        "<style>\ncolor: navy;\np { color: green; }\n</style>",
        [("Ligne 2", "`color: navy` est hors d'une règle")],
    ),
]
