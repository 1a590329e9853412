"""Say in French what an exception met by a check means, and what to try next."""

from elloweb.learn.guard import TooLongError

_SENTENCES: list[tuple[type[BaseException], str]] = [
    (
        TooLongError,
        "Ce calcul tourne encore après quelques secondes : une boucle ne s'arrête sans doute "
        "jamais. Cherche ce qui devrait la faire finir.",
    ),
    (
        KeyboardInterrupt,
        "Le calcul a été arrêté à la main. Relance la cellule quand tu veux.",
    ),
    (
        RecursionError,
        "La fonction s'appelle elle-même sans fin. Cherche ce qui devrait l'arrêter.",
    ),
    (
        ZeroDivisionError,
        "Il y a une division par zéro. Regarde ce qui est sous la barre de division.",
    ),
    (
        IndexError,
        "La liste est plus courte que le numéro demandé. Le premier élément porte le numéro 0.",
    ),
    (
        KeyError,
        "Ce nom de colonne n'existe pas. Compare-le, lettre à lettre, avec ceux du tableau.",
    ),
    (
        AttributeError,
        "Ce qui est écrit après le point n'existe pas pour cette valeur. Vérifie l'orthographe.",
    ),
    (
        MemoryError,
        "Ce calcul demande plus de mémoire que l'ordinateur n'en a. Essaie avec moins de valeurs.",
    ),
    (
        TypeError,
        "Python ne sait pas faire cette opération avec ces valeurs. Regarde si un texte est à la "
        "place d'un nombre.",
    ),
    (
        ValueError,
        "La valeur a la bonne forme, mais Python ne peut rien en faire ici. Relis-la.",
    ),
]


def explain(error: BaseException) -> str:
    """Return one French sentence on the cause of *error* and one thing to try."""
    if isinstance(error, NameError):
        name = getattr(error, "name", None)
        if isinstance(name, str) and name.isidentifier():
            return (
                f"Dans ce code, le nom `{name}` n'existe pas. Cherche une faute de frappe, ou la "
                "ligne qui devrait le créer."
            )
    if isinstance(error, TypeError) and "indices must be" in str(error):
        return (
            "Entre les crochets, il faut un nombre entier. Une division avec `/` donne un nombre à "
            "virgule ; avec `//`, un nombre entier."
        )
    for kind, sentence in _SENTENCES:
        if isinstance(error, kind):
            return sentence
    return "Ton code s'est arrêté en route. Relance la cellule au-dessus et lis son message."
