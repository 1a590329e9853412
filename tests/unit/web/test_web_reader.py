"""What a screen reader would say, in order."""

import pytest

from elloweb.play import page


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("", []),
        ("<title>Festival</title><p>Un</p>", ["page : Festival", "Un"]),
        (
            "<h1>Un <em>mot</em></h1><h3>Deux</h3>",
            ["titre de niveau 1 : Un mot", "titre de niveau 3 : Deux"],
        ),
        ("<h2></h2>", ["titre de niveau 2 sans nom"]),
        ("<p>Un\n  <b>mot</b> ici.</p><p>Deux</p>", ["Un mot ici.", "Deux"]),
        ("un<br>deux<hr>trois", ["un", "deux", "séparateur", "trois"]),
        (
            '<img src="a.png" alt="Un chat"><img src="b.png"><img src="c.png" alt="">',
            ["image : Un chat", "image sans description"],
        ),
        ('<p>Voir <a href="#">la page</a>, vite</p>', ["Voir", "lien : la page", ", vite"]),
        ('<a href="#"><img src="a.png" alt="Accueil"></a>', ["lien : Accueil"]),
        ('<a href="#"><img src="a.png"></a>', ["lien sans nom"]),
        ('<a href="#" aria-label="Retour">←</a>', ["lien : Retour"]),
        ("<a>pas un lien</a>", ["pas un lien"]),
        ('<h2><a href="#">Un</a></h2>', ["titre de niveau 2 : Un", "lien : Un"]),
        (
            "<ul><li>un<li>deux<ul><li>a</ul></ul>",
            [
                "liste de 2 éléments", "un", "deux", "liste de 1 élément", "a",
                "fin de la liste", "fin de la liste",
            ],
        ),
        ("<button>Ok</button><button></button>", ["bouton : Ok", "bouton sans nom"]),
        (
            "<table><caption>Notes</caption><tr><th>Jour<th>Note<tr><td>lundi<td></table>",
            [
                "tableau de 2 lignes et 2 colonnes : Notes",
                "ligne 1 : Jour ; Note",
                "ligne 2 : lundi ; vide",
            ],
        ),
        (
            "<header>a</header><nav aria-label='du site'>b</nav><main>c</main><footer>d</footer>",
            [
                "zone en-tête", "a", "zone navigation : du site", "b",
                "zone contenu principal", "c",
                "zone pied de page", "d",
            ],
        ),
        (
            '<label for="n">Ton nom</label><input id="n"><label>Oui <input type="checkbox"></label>'
            '<input type="submit" value="Envoyer"><select aria-label="Jour"></select><textarea>'
            "</textarea><input type=hidden>",
            [
                "champ de texte : Ton nom", "case à cocher : Oui", "bouton : Envoyer",
                "liste à choix : Jour", "zone de texte sans nom",
            ],
        ),
        ("<p hidden>Un</p><p aria-hidden=true>Deux</p><style>p{}</style><!-- trois -->", []),
        ('<svg><title>Un soleil</title></svg><svg></svg>', ["image : Un soleil"]),
        ("<video title='Le film'></video><iframe></iframe>", ["vidéo : Le film", "cadre sans nom"]),
    ],
)  # fmt: skip
def test_the_page_is_said_in_order(html, said):
    assert page(html).ecoute() == said


def test_what_is_said_shows_as_a_list():
    said = page("<h1>Un & deux</h1>").ecoute()
    bundle = said._repr_mimebundle_()
    assert "<ol" in bundle["text/html"]
    assert "Un &amp; deux" in bundle["text/html"]
    assert "1. titre de niveau 1\u00a0: Un & deux" in bundle["text/plain"]
    assert "elle est vide" in page("").ecoute().text()


def test_a_page_nested_very_deep_is_still_said():
    assert page("<div>" * 3000 + "au fond" + "</div>" * 3000).ecoute() == ["au fond"]
