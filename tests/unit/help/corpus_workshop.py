"""What beginners wrote when they played a whole workshop, and what the help must tell of it."""

from corpus import one, two

_LISTS = """lignes = [{"jour": "lundi", "restes": 4}, {"jour": "jeudi", "restes": 12}]
restes = [4, 12]
jours = ["lundi", "mardi", "jeudi"]
def total_du_jour(jour):
    return sum(ligne["restes"] for ligne in lignes if ligne["jour"] == jour)
"""
_CHARTS = f"from elloweb.play import barres\n{_LISTS}totaux = [4, 0, 12]\n"


def given(source, error, *says, line=1, culprit=None):
    """A cell that runs after the lists and the function of the workshop."""
    return two(_LISTS, source, error, *says, line=line, culprit=culprit)


def chart(source, error, *says, line=1, culprit=None):
    """A cell that runs after these and the chart's import."""
    return two(_CHARTS, source, error, *says, line=line, culprit=culprit)


CREATED_NOWHERE_HERE = [
    given(
        "def plus_grand(valeurs):\n    rangees = sorted(valeurs)\n    return rangees[-1]\n"
        "def mediane(valeurs):\n    # 1. range les valeurs\n    return rangees[0]\nmediane(restes)",
        "NameError",
        "Dans la fonction `mediane`, `rangees` n'existe pas encore",
        "celui de `plus_grand` ne sert que dans `plus_grand`",
        "Ajoute la ligne `rangees = …`",
        "derrière un `#`",
        line=6,
        culprit="rangees",
    ),
    given(
        "def mediane(valeurs):\n    # 1. rangees = sorted(valeurs)\n    return rangees[0]\n"
        "mediane(restes)",
        "NameError",
        "La ligne 2, qui crée `rangees`, est derrière un `#` : Python ne la lit pas.",
        "Efface `# 1.` devant `rangees = sorted(valeurs)`",
        line=3,
        culprit="rangees",
    ),
    given("#total = 3\nprint(total)", "NameError", "ligne 1", "Efface `#` devant", line=2),
    # A comment in words is no line of code, and a comment after code is none to wake up.
    given("# total = la somme\nprint(total)", "NameError", '`"total"`', line=2),
    given("x = 1  # total = 3\nprint(total)", "NameError", '`"total"`', line=2),
    given(
        "if 2 > 3:\n    rangees = 4\nprint(len(rangees))",
        "NameError",
        "`rangees` est créé à la ligne 2, mais Python n'est pas passé par cette ligne.",
        "la ligne 1",
        line=3,
        culprit="rangees",
    ),
    given("for x in []:\n    total = x\ntotal", "NameError", "n'est pas passé", line=3),
    given(
        "def calcule():\n    rangees = sorted(restes)\ncalcule()\nprint(rangees)",
        "NameError",
        "`rangees` n'existe que dans la fonction `calcule`",
        "`return rangees`",
        "`rangees = calcule(…)`",
        line=4,
    ),
    given(
        "def f():\n    return notes_triees\nf()\nnotes_triees = sorted(restes)",
        "NameError",
        "créé plus bas, ligne 4",
        line=2,
    ),
    # A French word that goes on where Python's ends is another word, unless it is called.
    one("print(liste)", "NameError", '`"liste"`'),
    one("for note in notes:\n    print(note)", "NameError", "`notes`", "Lance d'abord"),
    one("prints('bonjour')", "NameError", "sans doute", "`print`"),
    one("imput('age')", "NameError", "sans doute", "`input`"),
]

WORDS_OF_A_TEXT = [
    chart(
        'barres(jours, totaux, titre=Les restes, unite="kg")',
        "SyntaxError",
        'C\'est un texte : mets-le entre guillemets, `titre="Les restes"`.',
        culprit="Les restes",
    ),
    chart("barres(jours, totaux, titre=restes jetés)", "SyntaxError", '`titre="restes jetés"`'),
    chart("barres(jours, totaux, titre=jours restes)", "SyntaxError", '`titre="jours restes"`'),
    chart(
        'barres(jours, totaux, titre=Les restes unite="kg")',
        "SyntaxError",
        '`titre="Les restes"`',
        culprit="Les restes",
    ),
    chart("barres(jours, totaux, titre=Les 3 restes)", "SyntaxError", '`titre="Les 3 restes"`'),
    given("titre = Les restes", "SyntaxError", "C'est un texte", '`titre = "Les restes"`'),
    given("print(Les restes)", "SyntaxError", 'guillemets : `"Les restes"`'),
    # Known names, or a slip in one, still want a comma.
    given("print(restes jours)", "SyntaxError", "virgule", "`restes, jours`"),
    given("print(reste jours)", "SyntaxError", "virgule"),
    chart("barres(jours, restes titre='x')", "SyntaxError", "virgule", "`restes, titre`"),
]

A_WORD_WITHOUT_QUOTES = [
    given(
        'for ligne in lignes:\n    if ligne["jour"] == mercredi:\n        print(ligne)',
        "NameError",
        "Sans guillemets, `mercredi` est un nom",
        'À essayer : Si c\'est un texte, écris `"mercredi"`.',
        line=2,
        culprit="mercredi",
    ),
    given("total_du_jour(mercredi)", "NameError", "À essayer : Si c'est un texte, écris `\"merc"),
    chart(
        "barres(jours, totaux, unite=kg)", "NameError", "À essayer : Si c'est un texte", '`"kg"`'
    ),
    given(
        "ecart = jeudi - mercredi",
        "NameError",
        "Sans guillemets",
        "À essayer : Si c'est un nombre, écris-le en chiffres.",
        '`"jeudi"`',
        culprit="jeudi",
    ),
    chart(
        "barres(jours, totaux, depart=zéro)",
        "NameError",
        "À essayer : Si c'est un nombre, écris-le en chiffres : `0`.",
        '`"zéro"`',
    ),
    given("ecart = six", "NameError", "en chiffres : `6`", '`"six"`', culprit="six"),
    given("moyenne(restes)", "NameError", "aucune fonction", "`moyenne`", "lance d'abord"),
    given("tableau[0]", "NameError", "`tableau`", "Lance d'abord la cellule qui crée"),
]

FUNCTIONS_WITHOUT_BRACKETS = [
    given(
        "total = sum(restes)\nnombre = len(restes)\nmoyenne = sum / len",
        "TypeError",
        "`sum` et `len` sont des fonctions",
        "Calcule avec ce qu'elles ont donné : `total / nombre`.",
        line=3,
        culprit="sum / len",
    ),
    given("m = sum / len", "TypeError", "parenthèses", "`sum(restes) / len(restes)`"),
    one("m = sum / 3", "TypeError", "`sum` est une fonction", "`sum(…) / 3`"),
    given("total = 0\ntotal + total_du_jour", "TypeError", "`total + total_du_jour(…)`", line=2),
    given(
        "total = sum(0)  # additionne restes",
        "TypeError",
        "`sum` additionne les nombres d'une liste, et `0` est un nombre entier tout seul.",
        "Entre les parenthèses, mets le nom d'une liste : `sum(restes)`.",
        culprit="0",
    ),
    one("sum(0)", "TypeError", "tout seul", "mets le nom d'une liste."),
    given("print(len(0))", "TypeError", "`len` compte", "le nom d'une liste : `len(restes)`"),
    given("max(3)", "TypeError", "`max`", "tout seul", "`max(restes)`"),
    given(
        "total = 0 sum(restes)",
        "SyntaxError",
        "Le `0` devant `sum(restes)` est de trop.",
        "À essayer : Efface le `0`.",
        culprit="0",
    ),
    given("x = 3 sum(restes)", "SyntaxError", "Efface le `3`", "`3 * sum(restes)`"),
    given(
        "def mediane(valeurs):\n    1. rangees = sorted(valeurs)\n    return rangees",
        "SyntaxError",
        "Le `1.` du début est de trop",
        "À essayer : Efface `1.`",
        line=2,
        culprit="1.",
    ),
    given("def f(x):\n    2) return x", "SyntaxError", "Efface `2)`", line=2),
    given("1. range les valeurs", "SyntaxError", "phrase", "Mets `#` devant"),
    given("range les valeurs", "SyntaxError", "phrase", "Mets `#` devant"),
    given("Calcule l'écart des jours", "SyntaxError", "phrase", "Mets `#` devant"),
    given("Bonjour tout le monde !", "SyntaxError", '`print("Bonjour tout le monde !")`'),
]

ONE_ROW_AT_A_TIME = [
    given(
        "for ligne in lignes:\n    if restes > 9:\n        print(ligne)",
        "TypeError",
        "`restes` est toute la liste",
        'Ici, il faut la valeur de cette ligne : `ligne["restes"]`.',
        line=2,
        culprit="restes",
    ),
    given("[p for p in lignes if restes > 9]", "TypeError", '`p["restes"]`', culprit="restes"),
    given(
        "total = 0\nfor ligne in lignes:\n    total = total + restes",
        "TypeError",
        '`ligne["restes"]`',
        line=3,
        culprit="restes",
    ),
    given("for jour in jours:\n    if restes > 9:\n        pass", "TypeError", "`len(…)`", line=2),
    given(
        'for ligne in lignes:\n    if ligne["restes"] > "9":\n        pass',
        "TypeError",
        "À essayer : Enlève les guillemets autour du nombre : `9`.",
        line=2,
        culprit='"9"',
    ),
    one("age = '15'\nage > 14", "TypeError", "À essayer : Enlève les guillemets", line=2),
    given(
        'for ligne in lignes:\n    if ligne["restes"] plus de 9:\n        pass',
        "SyntaxError",
        "Python écrit `>` pour « plus de »",
        "Remplace `plus de` par `>`",
        line=2,
        culprit="plus de",
    ),
    given("if 3 est plus grand que 9\n    pass", "SyntaxError", "« est plus grand que »", "`>`"),
    given("x = 3\nif x supérieur ou égal à 9:\n    pass", "SyntaxError", "écrit `>=` pour", line=2),
    given("x = 3\nif x moins de 9:\n    pass", "SyntaxError", "écrit `<` pour", line=2),
    given("x = 3\nif x est égal à 9:\n    pass", "SyntaxError", "écrit `==` pour", line=2),
]

OUR_OWN_CALLS = [
    chart(
        'barres(\n    jours, totaux,\n    titre="x", repere="30",\n)',
        "TypeError",
        "repere : « 30 » est un texte. Écris 30, sans guillemets.",
        line=3,
        culprit='repere="30"',
    ),
    chart(
        'barres(jours, totaux, depart="0,5")',
        "TypeError",
        "Écris 0.5, sans guillemets et avec un point.",
        culprit='depart="0,5"',
    ),
    chart(
        "seuil = '30'\nbarres(jours, totaux, repere=seuil)",
        "TypeError",
        "`seuil` : « 30 » est un texte",
        "Change la ligne qui crée `seuil`",
        line=2,
    ),
    chart(
        "semaine = ['lundi', 'mardi', 'jeudi']\nkilos = [4, 5]\nbarres(semaine, kilos)",
        "ValueError",
        "`semaine` a 3 éléments, `kilos` en a 2",
        "Complète la plus courte, `kilos`",
        line=3,
    ),
    chart(
        "barres(jours, total_du_jour)",
        "TypeError",
        "une liste pour `total_du_jour`",
        "Change ce qui est entre les parenthèses",
        culprit="total_du_jour",
    ),
    chart("barres(['a', 'b'], [1])", "ValueError", "noms a 2 éléments, valeurs en a 1"),
    chart(
        "kilos = [39,5, 77, 19]\nbarres(jours, kilos)",
        "ValueError",
        "`kilos` en a 4",
        "Un nombre à virgule s'écrit avec un point : écris `39.5`",
        line=2,
    ),
    chart("barres(jours, [4,5, 7, 9])", "ValueError", "avec un point : écris `4.5`"),
    chart("barres(jours, [4, 5, 7, 9])", "ValueError", "`jours` a 3 éléments, valeurs en a 4"),
]

BESIDE_THE_BRACKET = [
    chart(
        "barres(jours, totaux), repere=30",
        "SyntaxError",
        "`repere=30` est écrit après la parenthèse de `barres`",
        "Glisse-le avant la parenthèse : `barres(…, repere=30)`.",
        culprit="repere=30",
    ),
    chart("g = barres(jours, totaux) repere=30", "SyntaxError", "`barres(…, repere=30)`"),
    chart(
        'g = barres(\n    jours, totaux,\n), titre="x"',
        "SyntaxError",
        "Glisse-le",
        '`barres(…, titre="x")`',
        line=3,
    ),
    given("a = sum(restes) b = 3", "SyntaxError", "deux instructions"),
]

SIGNS_IN_WORDS = [
    one(
        'pari = ""plats""',
        "SyntaxError",
        "en double",
        "un seul guillemet de chaque côté",
        '`"plats"`',
    ),
    one('pari = "plats""', "SyntaxError", "en double", "un seul guillemet de chaque côté"),
    one('pari = ""plats"', "SyntaxError", "en double", "un seul guillemet de chaque côté"),
    one("print(''oui'')", "SyntaxError", "en double", "`'oui'`"),
    one('print("a", "b)', "SyntaxError", "Il manque le guillemet"),
    one("notes = [3, , 2]", "SyntaxError", "À côté de la virgule", "enlève la virgule de trop"),
    one("f(x=)", "SyntaxError", "Après le signe `=`"),
    one("for x in [1]\n    x", "SyntaxError", "Ajoute deux points à la fin"),
    one("notes = [1 2]", "SyntaxError", "Ajoute une virgule"),
]

COLUMNS = [
    given(
        "plats = ['pain']\nligne = {'plat': 'pain'}\nprint(ligne[plat])",
        "NameError",
        "Il manque les guillemets autour de `plat`",
        '`ligne["plat"]`',
        line=3,
        culprit="plat",
    ),
    given(
        'for ligne in lignes:\n    print(ligne["mardi"])',
        "KeyError",
        'Il n\'y a pas de colonne `"mardi"` dans `ligne`',
        'Choisis parmi les colonnes qui existent : `"jour"` et `"restes"`.',
        line=2,
        culprit='"mardi"',
    ),
    given('lignes[0]["reste"]', "KeyError", 'pas de colonne `"reste"`', 'sans doute `"restes"`'),
    one("menu = {'pain': 2}\nmenu['eau']", "KeyError", "La clé", "Une clé est", line=2),
]

SNIPPETS = [
    *CREATED_NOWHERE_HERE,
    *WORDS_OF_A_TEXT,
    *A_WORD_WITHOUT_QUOTES,
    *FUNCTIONS_WITHOUT_BRACKETS,
    *ONE_ROW_AT_A_TIME,
    *OUR_OWN_CALLS,
    *BESIDE_THE_BRACKET,
    *SIGNS_IN_WORDS,
    *COLUMNS,
]
