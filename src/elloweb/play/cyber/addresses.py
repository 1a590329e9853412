"""Addresses that belong to nobody, so that no made-up mail ever speaks in a real one's name.

Reserved for examples and tests by RFC 2606 (sections 2 and 3) and RFC 6761 (section 6): the endings
.example, .test, .invalid and .localhost, and the domains example.com, example.net, example.org.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_ENDINGS = frozenset({"example", "test", "invalid", "localhost"})
_DOMAINS = frozenset({"example.com", "example.net", "example.org"})
_ALLOWED = "example.org, ou un nom qui finit par .example, .test ou .invalid"
_NAME = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
_MAIL = re.compile(r"[^\s@<>«»()]+@([^\s@<>«»(),;:!?]+)")
_WEB = re.compile(r"\b(?:https?://|www\.)[^\s<>«»]+", re.IGNORECASE)


def is_reserved(domain: str) -> bool:
    """Return whether *domain*, or what it belongs to, is reserved for examples."""
    names = domain.lower().split(".")
    if not all(_NAME.fullmatch(name) for name in names):
        return False
    return names[-1] in _ENDINGS or ".".join(names[-2:]) in _DOMAINS


def check_sender(sender: str) -> None:
    """Raise ValueError, in French, unless *sender* ends with a reserved address.

    Written « nom <adresse> », or the address alone.
    """
    address = re.fullmatch(r"(?:[^<>]*<)?([^\s<>@]+@[^\s<>@]+?)>?", sender.strip())
    if address is None:
        raise ValueError(
            f"courriel(…), de=« {sender} » : il faut une adresse, seule ou entre < et >. "
            'Exemple : de="Le club <club@lycee.example>".'
        )
    _check(address[1].rpartition("@")[2], "de", sender)


def check_link(target: str) -> None:
    """Raise ValueError, in French, unless *target* is an http(s) address of a reserved domain."""
    if not re.match(r"https?://[^\s]+$", target):
        raise ValueError(
            f"courriel(…), lien=« {target} » : l'adresse du lien commence par https:// et n'a pas "
            'd\'espace. Exemple : lien=("Mon compte", "https://lycee.example/compte").'
        )
    _check(_host(target), "lien", target)


def check_text(text: str, place: str) -> None:
    """Raise ValueError, in French, when an address within *text* is not of a reserved domain."""
    for domain, written in _addresses(text):
        _check(domain, place, written)


def _check(domain: str, place: str, written: str) -> None:
    if not is_reserved(domain):
        raise ValueError(
            f"courriel(…), {place}=« {written} » : cette adresse pourrait être à quelqu'un. Prends "
            f"un domaine réservé aux exemples : {_ALLOWED}."
        )


def _addresses(text: str) -> Iterator[tuple[str, str]]:
    for found in _MAIL.finditer(text):
        yield found[1].rstrip("."), found[0]
    for found in _WEB.finditer(text):
        written = found[0].rstrip(".,;:!?)")
        yield _host(written if "://" in written else f"https://{written}"), written


def _host(target: str) -> str:
    try:
        return urlsplit(target).hostname or ""
    except ValueError:
        return ""
