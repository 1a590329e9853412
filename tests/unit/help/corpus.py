"""Snippets that beginners really write, and what the help must tell of each.

One `Snippet`: its cells (the last one fails, unless an earlier one is said to), the class of the
error, words that name the right cause, the line that is shown, and the piece of it that is marked
(None: whichever).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Snippet:
    cells: tuple[str, ...]
    error: str
    says: tuple[str, ...]
    line: int | None = 1
    culprit: str | None = None

    @property
    def name(self):
        return self.cells[-1].strip().replace("\n", " ⏎ ")[:60]


def one(source, error, *says, line=1, culprit=None):
    return Snippet((source,), error, says, line, culprit)


def two(first, second, error, *says, line=1, culprit=None):
    return Snippet((first, second), error, says, line, culprit)


NAMES = [
    one("prix = 3\nprint(pirx)", "NameError", "`pirx`", "`prix`", line=2, culprit="pirx"),
    two("prenom = 'Lou'", "print(prénom)", "NameError", "`prenom`", "accents", culprit="prénom"),
    two("Ville = 'Lyon'", "print(ville)", "NameError", "majuscules", "`Ville`", culprit="ville"),
    one("Print('bonjour')", "NameError", "majuscules", "`print`", culprit="Print"),
    one("fini = true", "NameError", "`true`", "`True`", culprit="true"),
    one("fini = Faux", "NameError", "`Faux`", "`False`", culprit="Faux"),
    one("pritn('bonjour')", "NameError", "`pritn`", "`print`", culprit="pritn"),
    one("afficher('bonjour')", "NameError", "`afficher`", "`print`"),
    one("jour = lundi", "NameError", "guillemets", '`"lundi"`', culprit="lundi"),
    one("print(bonjour)", "NameError", "guillemets", '`"bonjour"`', culprit="bonjour"),
    one("total = quantite * 2", "NameError", "`quantite`", "lance", culprit="quantite"),
    one("print(age)\nage = 15", "NameError", "plus bas", "ligne 2", culprit="age"),
    one("note : 12\nprint(note)", "NameError", "`note`", "`=`", line=2),
    one("x = math.sqrt(16)", "NameError", "importé", "`import math`", culprit="math"),
    one("print(f'total : {totla}')\ntotal = 3", "NameError", "`totla`"),
    one("notes = [12, 15]\nprint(f'{note}')", "NameError", "`notes`", line=2, culprit="note"),
    one(
        "def total():\n    somme = somme + 1\n    return somme\ntotal()",
        "UnboundLocalError",
        "`somme`",
        "`total`",
        "début de la fonction",
        line=2,
    ),
    two(
        "compteur = 0",
        "def ajoute():\n    compteur += 1\najoute()",
        "UnboundLocalError",
        "`compteur`",
        "hors de la fonction",
        line=2,
    ),
    two(
        "def moyenne(notes):\n    return somme(notes) / len(notes)",
        "moyenne([12, 14])",
        "NameError",
        "`somme`",
        "`sum`",
        line=2,
    ),
]

COLONS_AND_BLOCKS = [
    one("for i in range(3)\n    print(i)", "SyntaxError", "deux points", "fin de la ligne 1"),
    one("x = 4\nif x > 3\n    print(x)", "SyntaxError", "deux points", "ligne 2", line=2),
    one("x = 3\nif x > 2:\n    pass\nelse\n    x = 1", "SyntaxError", "deux points", line=4),
    one("def aire(c)\n    return c * c", "SyntaxError", "deux points", "ligne 1"),
    one("while True\n    break", "SyntaxError", "deux points", "ligne 1"),
    one("x = 1\nif x > 0 print(x)", "SyntaxError", "deux points", "`print", line=2),
    one("x = 3\nif x = 3:\n    print(x)", "SyntaxError", "`==`", "comparer", line=2, culprit="="),
    one("x = 3\nwhile x = 3:\n    x = 4", "SyntaxError", "`==`", line=2),
    one("x = 3\nif (x = 3):\n    print(x)", "SyntaxError", "`==`", line=2),
    one("if True:\nprint('oui')", "IndentationError", "`if`", "quatre espaces", line=2),
    one("for i in range(3):\nprint(i)", "IndentationError", "`for`", "ligne 2", line=2),
    one("def f():\n# rien", "SyntaxError", "`def`", "rien dessous", line=1),
    one("x = 1\n  y = 2", "IndentationError", "espaces de trop", "ligne 2", line=2),
    one("if True:\n    x = 1\n  y = 2", "IndentationError", "décalage", "ligne 3", line=3),
    one("if True:\n        x = 1\n\ty = 2", "TabError", "tabulations", line=3),
    one("else:\n    print('non')", "SyntaxError", "`else`", "`if`", culprit="else"),
    one(
        "x = 2\nif x > 1:\n    print('oui')\n    else:\n    print('non')",
        "SyntaxError",
        "`else`",
        "décalage",
        line=4,
    ),
    one("x = 2\nif x > 1:\n    pass\nelse x < 1:\n    pass", "SyntaxError", "`elif`", line=4),
    one("x = 2\nif x > 1:\n    pass\nelif:\n    pass", "SyntaxError", "condition", line=4),
    one("x = 2\nif x > 1:\n    pass\nelse if x < 1:\n    pass", "SyntaxError", "`elif`", line=4),
    one("for i range(5):\n    print(i)", "SyntaxError", "`in`"),
    one("for in range(5):\n    print(i)", "SyntaxError", "variable"),
    one("def bonjour:\n    print('bonjour')", "SyntaxError", "parenthèses", "`def bonjour():`"),
    one("If 3 > 2:\n    print('oui')", "SyntaxError", "majuscule", "`if`", culprit="If"),
    one("si 3 > 2:\n    print('oui')", "SyntaxError", "`si`", "`if`", culprit="si"),
    one("pour i in range(3):\n    print(i)", "SyntaxError", "`pour`", "`for`"),
    one("x = 3\nwhlie x < 5:\n    x += 1", "SyntaxError", "`whlie`", "`while`", line=2),
    one("x = 3\nif x > 2::\n    pass", "SyntaxError", "deux fois", "`:`", line=2, culprit="::"),
    one(
        "x = 3\nif x > 2:\n    print('oui')else:\n    print('non')",
        "SyntaxError",
        "`else`",
        "propre ligne",
        line=3,
    ),
    one("or i in range(3):\n    print(i)", "SyntaxError", "`for`", culprit="or"),
    one("x = 1\nreturn x", "SyntaxError", "`return`", "fonction", line=2, culprit="return"),
    one("x = 1\nif x:\n    break", "SyntaxError", "`break`", "boucle", line=3),
    one("try:\n    x = 1\nprint(x)", "SyntaxError", "`try`", "`except`", line=3),
]

SIGNS = [
    one("print('bonjour'", "SyntaxError", "parenthèse", "refermée", "ligne 1", culprit="("),
    one("x = (1 + 2\ny = 3", "SyntaxError", "parenthèse", "ligne 1", culprit="("),
    one("notes = [12, 15\nprint(notes)", "SyntaxError", "crochet", "ligne 1", culprit="["),
    one("menu = {'pain': 2\nprint(menu)", "SyntaxError", "accolade", "ligne 1", culprit="{"),
    one("print('a'))", "SyntaxError", "ouvert", "`)`", culprit=")"),
    one("notes = [1, 2)", "SyntaxError", "crochet", "`)`", "`]`", culprit=")"),
    one("prenom = 'Lou", "SyntaxError", "guillemet", "fin du texte"),
    one('print("bonjour)', "SyntaxError", "guillemet", "ligne 1"),
    one("print(\"bonjour')", "SyntaxError", "guillemet", "deux côtés"),
    one("print('j'ai faim')", "SyntaxError", "apostrophe", "guillemets doubles"),
    one("mot = 'aujourd'hui'", "SyntaxError", "apostrophe", "guillemets doubles"),
    one("texte = 'l'eau d'ici'", "SyntaxError", "apostrophe"),
    one('print("elle dit "oui" à tout")', "SyntaxError", "guillemet", "milieu"),
    one('texte = """bonjour\nà toutes', "SyntaxError", "jamais refermé", "ligne 1"),
    one("print(“bonjour”)", "SyntaxError", "guillemets droits", culprit="“"),
    one("print(« bonjour »)", "SyntaxError", "guillemets droits", culprit="«"),
    one("aire = 3 × 4", "SyntaxError", "`×`", "`*`", culprit="×"),
    one("reste = 10 – 4", "SyntaxError", "`–`", "`-`", culprit="–"),
    one("x\u00a0= 3", "SyntaxError", "espace spécial"),
    one("if 3 ≤ 4:\n    pass", "SyntaxError", "`<=`", culprit="≤"),
    one("prix = 3€", "SyntaxError", "`€`"),
    one("jours = ['lundi' 'mardi' 3]", "SyntaxError", "virgule"),
    one("notes = [12 15 9]", "SyntaxError", "virgule", "`12`", "`15`"),
    one("age = 15\nprint('Elle a' age 'ans')", "SyntaxError", "virgule", "`age`", line=2),
    one("menu = {'pain': 2 'lait': 3}", "SyntaxError", "virgule"),
    one("menu = {'pain' 2}", "SyntaxError", "deux points", "`'pain': 2`"),
    one("print(bonjour tout le monde)", "SyntaxError", "guillemets", '`"bonjour tout le monde"`'),
    one("print 'bonjour'", "SyntaxError", "parenthèses", "`print('bonjour')`"),
    one("notes = [1, 2]\nlen notes", "SyntaxError", "parenthèses", "`len(notes)`", line=2),
    one("prix = 1 000", "SyntaxError", "espace", "`1000`", culprit="1 000"),
    one("jour = 08", "SyntaxError", "0", "`8`", culprit="08"),
    one("x = 3\nif x => 3:\n    pass", "SyntaxError", "`>=`", line=2, culprit="=>"),
    one("x = 3\nif x > 1 && x < 5:\n    pass", "SyntaxError", "`and`", line=2),
    one("i = 0\ni++", "SyntaxError", "`i = i + 1`", line=2),
    one("prix =", "SyntaxError", "valeur", "après `=`"),
    one("total = 3 +", "SyntaxError", "après `+`"),
    one("notes = [1, , 2]", "SyntaxError", "manque une valeur"),
    one("print('a') print('b')", "SyntaxError", "ligne"),
    one("nom = 'Lou'\nprint(f'bonjour {nom')", "SyntaxError", "accolade", line=2),
    one("print(f'bonjour {}')", "SyntaxError", "accolades"),
    one("chemin = 'C:\\Users\\Lou'", "SyntaxError", "`\\`", "`/`"),
]

NAMING = [
    one("mon prix = 3", "SyntaxError", "espace", "`mon_prix`", culprit="mon prix"),
    one("mon-prix = 3", "SyntaxError", "trait d'union", "`mon_prix`", culprit="mon-prix"),
    one("2prix = 3", "SyntaxError", "chiffre", "`prix2`", culprit="2prix"),
    one("class = 'seconde'", "SyntaxError", "réservé", "`class`", culprit="class"),
    one("True = 1", "SyntaxError", "réservé", "`True`"),
    one("3 = x", "SyntaxError", "`x = 3`"),
    one("len(x) = 3", "SyntaxError", "À gauche", "`len(x)`"),
    one("a + b = 3", "SyntaxError", "À gauche", "`a + b`"),
    one("l'age = 15", "SyntaxError", "apostrophe", "`l_age"),
    one("x = 3\ny = 2x", "SyntaxError", "`2 * x`", line=2, culprit="2x"),
    one("prix = 10euros", "SyntaxError", "unité", "`10`"),
]

KINDS_OF_VALUES = [
    one("age = 15\nprint('Age : ' + age)", "TypeError", "texte", "`str(age)`", line=2),
    one("age = '15'\nprint(1 + age)", "TypeError", "texte", "`int(age)`", line=2, culprit="age"),
    one("prix = '3'\nreste = 10 - prix", "TypeError", "texte", "`int(prix)`", line=2),
    one("prix = '3.5'\nprix / 2", "TypeError", "diviser", "`float(prix)`", line=2),
    one("notes = [12, 15]\nnotes + 3", "TypeError", "liste", "`notes.append(…)`", line=2),
    one("notes = [12, 15]\nnotes / 2", "TypeError", "liste", "un élément", line=2),
    one("prix = 3,5\nprix * 1.2", "TypeError", "virgule", "`3.5`", line=2, culprit="prix"),
    one("prix = 3,5\nprix + 1", "TypeError", "virgule", "`3.5`", line=2),
    one("age = '15'\nif age > 14:\n    pass", "TypeError", "comparer", "`int(…)`", line=2),
    one("notes = [1]\nif notes > 3:\n    pass", "TypeError", "comparer", "liste", line=2),
    one("reponse = ...\nreponse + 1", "TypeError", "compléter", "`...`", line=2),
    one("for i in 5:\n    print(i)", "TypeError", "`range(5)`", culprit="5"),
    one("n = 4\nfor i in n:\n    print(i)", "TypeError", "`range(n)`", line=2, culprit="n"),
    one("for i in range('5'):\n    pass", "TypeError", "nombre entier", "guillemets"),
    one("for i in range(10 / 2):\n    pass", "TypeError", "`//`", "virgule"),
    one("len(15)", "TypeError", "`len`", "nombre entier"),
    one("prix = 12\nprix[0]", "TypeError", "crochets", "`prix`", line=2),
    one("mot = 'chat'\nmot[0] = 'r'", "TypeError", "changer", "texte", line=2),
    one("jours = ('lundi', 'mardi')\njours[0] = 'x'", "TypeError", "changer", "`[ ]`", line=2),
    one("', '.join([1, 2])", "TypeError", "`join`", "`str(…)`"),
    one("int([1])", "TypeError", "`int`", "liste"),
    one("sum(['1', '2'])", "TypeError", "additionne", "texte", "guillemets"),
    one("{[1]: 2}", "TypeError", "clé", "liste"),
    one("round('3.14')", "TypeError", "nombre", "guillemets"),
]

NOTHING = [
    two(
        "def double(x):\n    print(x * 2)",
        "double(3) + 1",
        "TypeError",
        "`double` ne renvoie rien",
        "`return …`",
        culprit="double(3)",
    ),
    one("x = print(3)\nx + 1", "TypeError", "`print` affiche", line=2),
    one("print(3) + 1", "TypeError", "`print` affiche"),
    two("def f():\n    pass\nx = f()", "x + 1", "TypeError", "`f` ne renvoie rien", culprit="x"),
    one("x = None\nx[0]", "TypeError", "`None`", "rien", line=2),
    one("x = None\nfor i in x:\n    pass", "TypeError", "`None`", "`x`", line=2),
    one("notes = [3, 1].sort()\nnotes[0]", "TypeError", "`sort`", "`None`", line=2),
    one(
        "liste = [1]\nliste = liste.append(3)\nliste.append(4)",
        "AttributeError",
        "`append`",
        "ne renvoie rien",
        "`liste.append(…)`",
        line=3,
        culprit="liste",
    ),
    two(
        "def f():\n    x = 3",
        "f().upper()",
        "AttributeError",
        "`f` ne renvoie rien",
        "`return …`",
        culprit="f()",
    ),
]

LOOKUPS = [
    one("notes = [12, 15]\nnotes[2]", "IndexError", "2 éléments", "0 à 1", line=2, culprit="2"),
    one("notes = []\nnotes[0]", "IndexError", "vide", line=2),
    one("mot = 'chat'\nmot[4]", "IndexError", "4 lettres", "0 à 3", line=2),
    one("n = [1, 2, 3]\nfor i in range(4):\n    print(n[i])", "IndexError", "3 éléments", line=3),
    one("[].pop()", "IndexError", "vide"),
    one("notes = [12, 15]\nnotes['maths']", "TypeError", "numéro", "liste", line=2),
    one("notes = [12, 15]\nnotes[2 / 2]", "TypeError", "`//`", "nombre entier", line=2),
    one("notes = [12, 15]\nnotes[0, 1]", "TypeError", "virgule", line=2),
    one(
        "semaine = [{'jour': 'lundi'}]\nsemaine['jour']",
        "TypeError",
        "liste de lignes",
        "`semaine[0]['jour']`",
        line=2,
        culprit="'jour'",
    ),
    one("jour = 'lundi'\njour['nom']", "TypeError", "texte", "numéro d'une lettre", line=2),
    one("menu = {'pain': 2}\nmenu['pian']", "KeyError", '`"pain"`', line=2, culprit="'pian'"),
    one("menu = {'Légumes': 2}\nmenu['legumes']", "KeyError", '`"Légumes"`', "accents", line=2),
    one("menu = {'pain': 2, 'lait': 1}\nmenu['eau']", "KeyError", '`"lait"`', line=2),
    one("menu = {'1': 'pain'}\nmenu[1]", "KeyError", "guillemets", '`"1"`', line=2),
    one("{'a': 1}.pop('b')", "KeyError", '`"b"`'),
    one("notes = [1, 2]\nnotes.append[3]", "TypeError", "parenthèses", "crochets", line=2),
    one("print['bonjour']", "TypeError", "parenthèses", "`print(…)`"),
]

CALLS = [
    two("list = [1, 2]", "list(range(3))", "TypeError", "`list`", "`del list`", culprit="list"),
    two("sum = 3", "sum([1, 2])", "TypeError", "`sum`", "`del sum`", culprit="sum"),
    two("print = 'bonjour'", "print(3)", "TypeError", "`print`", "`del print`"),
    one("age = 15\nage(2)", "TypeError", "`age`", "parenthèses", line=2, culprit="age"),
    one("3(4 + 1)", "TypeError", "multiplier", "`*`"),
    one("mot = 'chat'\nmot()", "TypeError", "`mot`", "texte", line=2),
    one("notes = [1, 2]\nnotes(0)", "TypeError", "crochets", line=2),
    one("import random\nrandom(1, 6)", "TypeError", "module", "point", line=2),
    one("def aire(a, b):\n    return a * b\naire(3)", "TypeError", "`b`", "`aire`", line=3),
    one("def aire(a, b):\n    return a * b\naire()", "TypeError", "`a` et `b`", line=3),
    one("def carre(a):\n    return a\ncarre(1, 2)", "TypeError", "1 valeur", "reçu 2", line=3),
    one("def dit():\n    pass\ndit('x')", "TypeError", "ne prend rien", line=3),
    one("def aire(cote):\n    return 1\naire(coté=3)", "TypeError", "`cote`", line=3),
    one("print('a', fin='')", "TypeError", "`fin`", "`print`"),
    one("len([1], [2])", "TypeError", "`len`", "1 valeur"),
    one("range()", "TypeError", "`range`", "au moins 1 valeur"),
    one("[1].append(2, 3)", "TypeError", "`append`", "1 valeur"),
]

AFTER_THE_POINT = [
    one("notes = [1]\nnotes.apend(2)", "AttributeError", "`append`", line=2, culprit="apend"),
    one("mot = 'chat'\nmot.uper()", "AttributeError", "`upper`", line=2, culprit="uper"),
    one("notes = [1]\nnotes.length", "AttributeError", "`len(notes)`", line=2),
    one("mot = 'chat'\nmot.append('s')", "AttributeError", "une liste", "un texte", line=2),
    one("x = 3\nx.append(1)", "AttributeError", "une liste", "nombre entier", line=2),
    one("import math\nmath.squrt(4)", "AttributeError", "`sqrt`", "`math`", line=2),
    one("import random\nrandom.dice()", "AttributeError", "`dice`", "`random`", line=2),
]

MODULES = [
    one("import maths", "ModuleNotFoundError", "`maths`", "`math`", culprit="maths"),
    one("import radnom", "ModuleNotFoundError", "`random`", culprit="radnom"),
    one("import pygame_zero", "ModuleNotFoundError", "pas installé", "animatrice"),
    one("from math import squareroot", "ImportError", "`math`", "`squareroot`"),
    one("from random import randomint", "ImportError", "`randint`", culprit="randomint"),
    one("import math as", "SyntaxError", "import"),
    one("improt math", "SyntaxError", "`import`"),
]

NUMBERS_AND_TEXTS = [
    one("10 / 0", "ZeroDivisionError", "division par zéro"),
    one("n = 0\n10 / n", "ZeroDivisionError", "`n` vaut 0", line=2, culprit="n"),
    one("n = 0\n10 % n", "ZeroDivisionError", "zéro", line=2),
    one("int('abc')", "ValueError", '`"abc"`', "chiffres"),
    one("int('12 ans')", "ValueError", '`"12 ans"`', "chiffres"),
    one("int('3.5')", "ValueError", "`float(…)`"),
    one("float('3,5')", "ValueError", "virgule", '`float("3.5")`'),
    one("int('')", "ValueError", "vide"),
    one("for a, b in [1, 2]:\n    pass", "TypeError", "plusieurs noms", "une seule valeur"),
    one("a, b = [1]", "ValueError", "2 noms", "2 valeurs"),
    one("a, b = [1, 2, 3]", "ValueError", "2 noms"),
    one("max([])", "ValueError", "vide", "plus grand"),
    one("import math\nmath.sqrt(-1)", "ValueError", "`math.sqrt`", line=2),
    one("['a'].remove('b')", "ValueError", "ne contient pas"),
    one("x = 'a'\nf'{x:.2f}'", "ValueError", "deux points", line=2),
]

STOPS = [
    one("def f(n):\n    return f(n - 1)\nf(3)", "RecursionError", "sans fin", "`return`", line=2),
    one(
        "import signal\nwhile True:\n    signal.raise_signal(signal.SIGINT)",
        "KeyboardInterrupt",
        "arrêté à la main",
        "boucle",
        line=3,
    ),
    one("[0] * 10**17", "MemoryError", "mémoire"),
    one("open('menu.csv')", "FileNotFoundError", '`"menu.csv"`'),
    one("raise ValueError('trop petit')", "ValueError", "`raise`", "trop petit"),
    one("assert 1 == 2", "AssertionError", "condition"),
    one("raise NotImplementedError()", "NotImplementedError", "compléter"),
    one("%pag bonjour", "UsageError", "`%pag`", "commande", line=None),
    one("%%pag\nbonjour", "UsageError", "`%%pag`", "`import elloweb`", line=None),
    one("x = 1\n%%time\ny = 2", "UsageError", "tout en haut", line=2),
    one("def f():\n    await g()\nf()", "SyntaxError", "`await`", line=2),
]

_PREPARED = """def cherche(nom):
    raise ValueError(f"« {nom} » n'est pas dans le tableau : recopie-le à la lettre près.")
def part_jetee(nom):
    return cherche(nom)"""

RAISED_FOR_HER = [
    two(
        _PREPARED,
        'jours = 7\ntotal = part_jetee("Yaourt")',
        "ValueError",
        "La cellule s'est arrêtée à la ligne 2 (",
        "\n« Yaourt » n'est pas dans le tableau : recopie-le à la lettre près.\n",
        "Change ce qui est entre les parenthèses, puis relance la cellule.",
        line=2,
        culprit='part_jetee("Yaourt")',
    ),
    two(
        "def part(n):\n    if n > 1:\n        raise TypeError('Une part va de 0 à 1.')",
        "for n in [1, 2]:\n    part(n)",
        "TypeError",
        "\nUne part va de 0 à 1.\n",
        line=2,
    ),
    one("def f():\n    raise ValueError('trop petit')\nf()", "ValueError", "`raise`", line=2),
    two("def f():\n    return int('a')", "x = f()", "ValueError", "chiffres", line=2),
]

OPENING_QUOTES = [
    one('print(Bonjour")', "SyntaxError", "au début du texte", "juste après la parenthèse"),
    one(
        "print(L'enquête commence !\")",
        "SyntaxError",
        'Il manque le guillemet `"` au début du texte.',
        'Ajoute `"` juste après la parenthèse.',
        culprit="L'enquête commence !\"",
    ),
    one('print(Salut les filles !")', "SyntaxError", 'guillemet `"` au début du texte'),
    one("print(Bonjour')", "SyntaxError", "guillemet `'` au début du texte"),
    one('surnom = La chouette"', "SyntaxError", "au début du texte", "après le signe `=`"),
    one("titre = L'enquête\"", "SyntaxError", 'guillemet `"` au début du texte'),
    one("print(Bonjour !)", "SyntaxError", "Si c'est un texte, mets des guillemets autour"),
    one(
        "print(L'enquête commence !)",
        "SyntaxError",
        "Si c'est un texte, mets des guillemets autour",
        """`"L'enquête commence !"`""",
        culprit="L'enquête commence !",
    ),
    one('prix = 3\nprint(prix, ")', "SyntaxError", "referme le texte", line=2),
]


AS_ON_PAPER = [
    one("masse = 48 kg", "SyntaxError", "sans son unité", "Écris seulement `48`.", culprit="48 kg"),
    one("masse = 48kg", "SyntaxError", "sans son unité", "`48`", culprit="48kg"),
    one("masses = [2 kg, 6 kg]", "SyntaxError", "unité", "seulement `2`", culprit="2 kg"),
    one("p = 3\nif p > 9 kg:\n    pass", "SyntaxError", "unité", "`9`", line=2, culprit="9 kg"),
    one("part = 30 %", "SyntaxError", "unité", "seulement `30`", culprit="30 %"),
    one("prix = 2,50 €", "SyntaxError", "unité", "seulement `2.50`", culprit="2,50 €"),
    one("duree = 12h", "SyntaxError", "unité", "seulement `12`"),
    one("masse = 1 500 kg", "SyntaxError", "unité", "seulement `1500`"),
    two("kg = 2", "x = 3 kg", "SyntaxError", "`3 * kg`"),
    one("x = total : nombre", "SyntaxError", "Pour diviser", "`total / nombre`"),
    one("sum([1, 2]) : len([1, 2])", "SyntaxError", "`sum([1, 2]) / len([1, 2])`"),
    one("10 : 2", "SyntaxError", "Pour diviser", "`10 / 2`"),
    one("total(3) : nombre", "SyntaxError", "Pour diviser", "`total(3) / nombre`"),
    one("prix = {\n    1 : 3\n    2 : 4\n}", "SyntaxError", "virgule", line=None),
    one("print(10 : 4)", "SyntaxError", "Pour diviser", "`10 / 4`", culprit="10 : 4"),
    one("x = 3\nif x > 9,5:\n    pass", "SyntaxError", "un point", "`9.5`", line=2, culprit="9,5"),
    one("notes = [1,5 2,5]", "SyntaxError", "un point", "`1.5`", culprit="1,5"),
    one("notes = [1,5 ; 2,5]", "SyntaxError", "un point", "`1.5`", culprit="1,5"),
]


_LINES = "lignes = [{'restes': 1}, {'restes': 2}]\n"

TABLES = [
    one(
        "restes = [1]\nligne = {'restes': 2}\nligne[restes]",
        "TypeError",
        "Il manque les guillemets autour de `restes`",
        '`ligne["restes"]`',
        line=3,
        culprit="restes",
    ),
    one(
        _LINES + "restes = [1]\nfor ligne in lignes:\n    print(ligne[restes])",
        "TypeError",
        '`ligne["restes"]`',
        line=4,
        culprit="restes",
    ),
    one("jours = [1]\n{jours: 3}", "TypeError", "Les listes se rangent", line=2),
    one(_LINES + 'lignes["9"]', "TypeError", "sans guillemets", "`lignes[9]`", line=2),
    one(
        _LINES + 'lignes["soupe de légumes"]',
        "TypeError",
        "Entre les crochets d'une liste, il faut un numéro",
        "`lignes[0]`",
        line=2,
        culprit='"soupe de légumes"',
    ),
    one(_LINES + 'lignes["restes"]', "TypeError", '`lignes[0]["restes"]`', line=2),
    one(
        _LINES + 'for ligne in lignes:\n    print(lignes["restes"])',
        "TypeError",
        "Enlève le s",
        '`ligne["restes"]`',
        line=3,
        culprit="lignes",
    ),
    one(
        _LINES + 'for jour in lignes:\n    print(lignes["restes"])',
        "TypeError",
        '`jour["restes"]`',
        line=3,
    ),
    one(
        'restes = [1, 2]\nsum("restes")',
        "TypeError",
        "`restes` est le nom d'une liste",
        "`sum(restes)`, sans guillemets",
        line=2,
        culprit='"restes"',
    ),
    one(
        "total = 12\nsum(total)",
        "TypeError",
        "`total` est déjà un nombre",
        "rien à additionner",
        line=2,
        culprit="total",
    ),
    one("sum(['a', 'b'])", "TypeError", "il y a un texte dans la liste"),
]

EQUAL_SIGNS = [
    one('surnom "chouette"', "SyntaxError", "Il manque le signe `=`", '`surnom = "chouette"`'),
    one("age 15", "SyntaxError", "Il manque le signe `=`", "`age = 15`"),
    one('pritn "chouette"', "SyntaxError", "Il manque un signe"),
    one('"chouette" = "lynx"', "SyntaxError", '`"chouette"` est un texte', "un nom"),
    one("3 = 4", "SyntaxError", "`3` est un nombre", "un nom"),
    one("a = 1\na + 1 = 4", "SyntaxError", "`a + 1` est un calcul", line=2),
]


SNIPPETS = [
    *NAMES,
    *COLONS_AND_BLOCKS,
    *SIGNS,
    *NAMING,
    *KINDS_OF_VALUES,
    *NOTHING,
    *LOOKUPS,
    *CALLS,
    *AFTER_THE_POINT,
    *MODULES,
    *NUMBERS_AND_TEXTS,
    *STOPS,
    *RAISED_FOR_HER,
    *OPENING_QUOTES,
    *AS_ON_PAPER,
    *TABLES,
    *EQUAL_SIGNS,
]
