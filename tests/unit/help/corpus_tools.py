"""Names of tools and of sites, signs between two values: what beginners wrote with ciphers."""

from corpus import one, two

_TOOLS = """from elloweb.play import affiche, cesar, roue
annonce = "Mj gtszozw"
sur_ruche = {"roues": "avance(30)"}
lignes = [{"jour": "mardi", "appareil": "nouveau"}]
nombres = [1, 2]
total = 12
mon_affiche = affiche(titre="Prudence")
"""


def tool(source, error, *says, line=1, culprit=None):
    """A cell that runs after the tools, a text, a dictionary and a table."""
    return two(_TOOLS, source, error, *says, line=line, culprit=culprit)


ADDRESSES = [
    tool(
        "site_du_piege = ruche-connexion.example",
        "NameError",
        "Un nom de site est un texte : il se met entre guillemets.",
        'À essayer : Écris `"ruche-connexion.example"`.',
        culprit="ruche-connexion.example",
    ),
    tool("site = ruche.example", "NameError", "Un nom de site", '`"ruche.example"`'),
    tool(
        'print("oui" if lignes == ruche.aide.test else "non")',
        "NameError",
        "Un nom de site",
        '`"ruche.aide.test"`',
        culprit="ruche.aide.test",
    ),
    tool("de = info@ruche.example", "NameError", "Une adresse", '`"info@ruche.example"`'),
    tool("site = sur_ruche.example", "AttributeError", "Un nom de site", '`"sur_ruche.example"`'),
    tool(
        "mon_affiche.enregistre(mon_affiche.html)",
        "AttributeError",
        "Un nom de fichier est un texte",
        '`"mon_affiche.html"`',
        culprit="mon_affiche.html",
    ),
    tool(
        "adresse = https://ruche.example/connexion",
        "SyntaxError",
        "Une adresse est un texte",
        'Écris `"https://ruche.example/connexion"`',
        culprit="https://ruche.example/connexion",
    ),
    tool(
        "nom = roue-de-secours",
        "NameError",
        "Un texte se met entre guillemets",
        '`"roue-de-secours"`',
        culprit="roue-de-secours",
    ),
    # Where a name of hers stands, it may well be a sum.
    tool("reste = total-retenue", "NameError", "`retenue`", "Si c'est un nombre"),
    tool("reste = totl-3.5", "NameError", "sans doute", "`total`"),
    tool("x = retenue.total", "NameError", "`retenue`", "Lance d'abord la cellule"),
    tool("x = ruche.fr()", "NameError", "`ruche`", "Change"),
]

TOOLS_FOR_TEXTS = [
    tool(
        "programme = roues",
        "NameError",
        "Sans guillemets, `roues` est un nom, et Python ne connaît pas ce nom.",
        'À essayer : Si c\'est un texte, écris `"roues"`.',
        "c'est une fonction : elle s'écrit avec des parenthèses, `roue(…)`",
        culprit="roues",
    ),
    tool("print(cesar(afiche, 3))", "NameError", 'Si c\'est un texte, écris `"afiche"`'),
    tool('if annonce == cesars:\n    print("oui")', "NameError", 'un texte, écris `"cesars"`'),
    # Called, or with no more than capitals and accents between the two, it is the tool.
    tool("roues(3)", "NameError", "sans doute", "`roue`"),
    tool("outil = césar", "NameError", "sans doute", "`cesar`", "accents"),
    tool("print(anonce)", "NameError", "sans doute", "`annonce`"),
]

A_COMMA_FOR_A_SIGN = [
    tool(
        "annonce_claire = cesar(annonce -5)",
        "TypeError",
        "Entre les deux valeurs, il manque une virgule.",
        "Écris `cesar(annonce, -5)`.",
        culprit="annonce -5",
    ),
    tool("cesar(annonce - 5)", "TypeError", "une virgule", "`cesar(annonce, -5)`"),
    tool('print(cesar("abc" -5))', "TypeError", "une virgule", '`cesar("abc", -5)`'),
    tool("cle = 5\ncesar(annonce -cle)", "TypeError", "`cesar(annonce, -cle)`", line=2),
    tool("cesar(annonce +5)", "TypeError", "une virgule", "`cesar(annonce, 5)`"),
    # Nothing is missing in these calls.
    tool("cesar(annonce -5, 3)", "TypeError", "guillemets autour du nombre"),
    tool("len(nombres -1)", "TypeError", "un élément à la fois"),
    tool("x = annonce -5", "TypeError", "guillemets autour du nombre"),
]

WHAT_THE_CALL_LACKS = [
    tool(
        "cesar(-5)",
        "TypeError",
        "`cesar` attend deux valeurs : `texte`, puis `cle`. Il manque `texte`.",
        "Ajoute-la devant `-5`, suivie d'une virgule : `cesar(texte, -5)`.",
    ),
    tool("cesar(annonce)", "TypeError", "`cle` manque", "`cesar(…)`"),
    tool("cesar()", "TypeError", "`texte` et `cle` manquent"),
    tool(
        'cle = "5"\ncesar(annonce, -cle)',
        "TypeError",
        "`cle` est un texte",
        "À essayer : Enlève les guillemets là où `cle` reçoit sa valeur : `cle = 5`.",
        line=2,
        culprit="cle",
    ),
    tool(
        'cesar(annonce, -"5")',
        "TypeError",
        "À essayer : Enlève les guillemets autour du nombre : `-5`.",
        culprit='"5"',
    ),
    tool("x = -annonce", "TypeError", "`annonce` est un texte"),
]

ONE_EQUALS_AFTER_RETURN = [
    tool(
        'def suspecte(ligne):\n    return ligne["appareil"] = "nouveau"',
        "SyntaxError",
        "Après `return`, pour comparer, il faut deux signes égal : `==`.",
        "Remplace `=` par `==`.",
        line=2,
        culprit="=",
    ),
    one("def f(x):\n    return x = 3", "SyntaxError", "Après `return`", "`==`", line=2),
    one("def f(x):\n    return len(x) = 3", "SyntaxError", "Après `return`", "`==`", line=2),
    one("def f(x):\n    return x == 3 and x = 4", "SyntaxError", "Après `return`", line=2),
    one("def f(x):\n    return sorted(x, reverse=True", "SyntaxError", "refermée", line=2),
]

SNIPPETS = [
    *ADDRESSES,
    *TOOLS_FOR_TEXTS,
    *A_COMMA_FOR_A_SIGN,
    *WHAT_THE_CALL_LACKS,
    *ONE_EQUALS_AFTER_RETURN,
]
