"""Playful materials by theme: general pieces that any workshop may use.

Loaded when first used, so that ``from elloweb.play import barres`` stays light.
"""

from typing import TYPE_CHECKING

from elloweb.lazy import lazily

if TYPE_CHECKING:
    from elloweb.play.cyber.amounts import grand_nombre
    from elloweb.play.cyber.ciphers import cesar
    from elloweb.play.cyber.fingerprints import compare_empreintes, empreinte
    from elloweb.play.cyber.letters import frequences, lettres_du_francais
    from elloweb.play.cyber.logs import journal_connexions, lire_journal
    from elloweb.play.cyber.mailbox import boite_mail
    from elloweb.play.cyber.mails import courriel
    from elloweb.play.cyber.passwords import nombre_essais, robustesse, temps_essais
    from elloweb.play.cyber.wheel import roue
    from elloweb.play.data.bars import barres
    from elloweb.play.data.canteen import pesees
    from elloweb.play.data.crimea import crimee
    from elloweb.play.data.histogram import histogramme
    from elloweb.play.data.journeys import trajets
    from elloweb.play.data.library import emprunts
    from elloweb.play.data.lines import courbe
    from elloweb.play.data.pie import secteurs
    from elloweb.play.data.scatter import nuage
    from elloweb.play.data.sensor import releves
    from elloweb.play.data.tables import tableau
    from elloweb.play.web.contrast import contraste
    from elloweb.play.web.making import page
    from elloweb.play.web.poster import affiche

__all__ = [
    "affiche",
    "barres",
    "boite_mail",
    "cesar",
    "compare_empreintes",
    "contraste",
    "courbe",
    "courriel",
    "crimee",
    "empreinte",
    "emprunts",
    "frequences",
    "grand_nombre",
    "histogramme",
    "journal_connexions",
    "lettres_du_francais",
    "lire_journal",
    "nombre_essais",
    "nuage",
    "page",
    "pesees",
    "releves",
    "robustesse",
    "roue",
    "secteurs",
    "tableau",
    "temps_essais",
    "trajets",
]

__getattr__ = lazily(
    __name__,
    {
        "affiche": "elloweb.play.web.poster",
        "barres": "elloweb.play.data.bars",
        "boite_mail": "elloweb.play.cyber.mailbox",
        "cesar": "elloweb.play.cyber.ciphers",
        "compare_empreintes": "elloweb.play.cyber.fingerprints",
        "contraste": "elloweb.play.web.contrast",
        "courbe": "elloweb.play.data.lines",
        "courriel": "elloweb.play.cyber.mails",
        "crimee": "elloweb.play.data.crimea",
        "empreinte": "elloweb.play.cyber.fingerprints",
        "emprunts": "elloweb.play.data.library",
        "frequences": "elloweb.play.cyber.letters",
        "grand_nombre": "elloweb.play.cyber.amounts",
        "histogramme": "elloweb.play.data.histogram",
        "journal_connexions": "elloweb.play.cyber.logs",
        "lettres_du_francais": "elloweb.play.cyber.letters",
        "lire_journal": "elloweb.play.cyber.logs",
        "nombre_essais": "elloweb.play.cyber.passwords",
        "nuage": "elloweb.play.data.scatter",
        "page": "elloweb.play.web.making",
        "pesees": "elloweb.play.data.canteen",
        "releves": "elloweb.play.data.sensor",
        "robustesse": "elloweb.play.cyber.passwords",
        "roue": "elloweb.play.cyber.wheel",
        "secteurs": "elloweb.play.data.pie",
        "tableau": "elloweb.play.data.tables",
        "temps_essais": "elloweb.play.cyber.passwords",
        "trajets": "elloweb.play.data.journeys",
    },
)
