"""Caesar's cipher: each letter moves along the alphabet, by as many places as the key says."""

import unicodedata

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"}


def cesar(texte: str, cle: int) -> str:
    """Return *texte* with each letter moved *cle* places along the alphabet; Z is followed by A.

    Accents go first (é is e, ç is c, œ is oe); capitals stay capitals, all else stays. The opposite
    key brings the letters back. Raises TypeError, with a French sentence, on anything else than a
    text and a whole number.
    """
    if not isinstance(texte, str):
        raise TypeError(
            'cesar(…) attend d\'abord un texte, entre guillemets. Exemple : cesar("Bonjour", 3).'
        )
    if not isinstance(cle, int) or isinstance(cle, bool):
        raise TypeError(
            "cesar(…) attend pour la clé un nombre entier, sans guillemets ni virgule. "
            'Exemple : cesar("Bonjour", 3).'
        )
    return "".join(_moved(letter, cle) for letter in without_accents(texte))


def without_accents(text: str) -> str:
    """Return *text* with its Latin letters bare; what is no letter stays as it is."""
    bare: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        base = _LIGATURES.get(sign) or unicodedata.normalize("NFD", sign)[0]
        if is_letter(base[0]):
            bare.append(base)
        elif not (unicodedata.category(sign)[0] == "M" and bare and is_letter(bare[-1][-1])):
            # An accent of its own, on a letter that no single sign writes, is left out.
            bare.append(sign)
    return "".join(bare)


def is_letter(sign: str) -> bool:
    """Return whether *sign* is one of the 26 letters, small or capital."""
    return sign.upper() in ALPHABET and sign.isascii()


def _moved(sign: str, key: int) -> str:
    if not is_letter(sign):
        return sign
    place = (ALPHABET.index(sign.upper()) + key) % len(ALPHABET)
    return ALPHABET[place] if sign.isupper() else ALPHABET[place].lower()
