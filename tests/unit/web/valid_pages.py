"""Pages without fault, in the many ways that HTML allows. Made up."""

VALID_PAGES = [
    ("nothing at all", ""),
    ("text alone", "Bonjour tout le monde, 2 < 3 et 4 > 1 & voilà."),
    ("the first page", "<h1>Mon festival</h1>\n<p>Bonjour à <strong>toutes</strong> !</p>"),
    ("paragraphs without end tags", "<p>Un\n<p>Deux <em>trois</em>\n<p>Quatre"),
    ("items without end tags", "<ul>\n<li>un\n<li>deux\n  <ul><li>a<li>b</ul>\n<li>trois\n</ul>"),
    (
        "a table without end tags",
        "<table><caption>Notes</caption><thead><tr><th scope=col>Jour<th scope=col>Heure\n"
        "<tbody><tr><td>lundi<td>10 h<tr><td>mardi<td></table>",
    ),
    ("definitions", "<dl><dt>HTML<dd>Des balises<dt>CSS<dd>Du style</dl>"),
    (
        "a whole page",
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<title>Festival</title>\n<link rel="stylesheet" href="a.css">\n</head>\n<body>\n'
        "<header><nav><ul><li><a href='#a'>A</a></li></ul></nav></header>\n"
        '<main id="a"><h1>Festival</h1><h2>Samedi</h2><h3>Matin</h3><h2>Dimanche</h2></main>\n'
        "<footer><p>Merci</p></footer>\n</body>\n</html>\n",
    ),
    ("no head, no body", "<!doctype html><html lang=fr><title>Essai</title><p>Bonjour</html>"),
    (
        "pictures",
        '<img src="a.png" alt="Un chat"><img src=b.jpg alt=""><img src="c.gif" alt=\'Un "c"\' />'
        '<figure><img src="d.webp" alt="D"><figcaption>Le dessin</figcaption></figure>',
    ),
    (
        "attributes in every form",
        "<p CLASS=carte data-truc='1' aria-label=\"a > b\" hidden>Un</p>"
        '<a title="Il a dit « oui » > non" href="https://exemple.fr/?a=1&b=2" target=_blank>L</a>'
        '<input type=checkbox checked disabled><label for="n">Nom</label><input id="n" name=nom>',
    ),
    ("void tags", "<p>Un<br>deux<br/>trois<br />quatre</p><hr><wbr>"),
    (
        "a drawing",
        '<svg viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg"><circle cx="5" cy="5" r="4"/>'
        '<linearGradient id="g"><stop offset="0"/></linearGradient></svg>',
    ),
    (
        "a style sheet of many forms",
        "<style>\n@import url('a.css');\n:root { --ciel: #bde0fe }\n/* { un commentaire } */\n"
        "h1, .carte > p:first-child, #a::before, a:hover, input[type=text] {\n"
        "  color: var(--ciel); background: linear-gradient(red, blue);\n  margin: 0 auto;\n"
        "  font: 1.2em/1.5 Georgia, serif; line-height: 1.4; border: 1px solid currentColor;\n"
        "  background-color: rgb(0 0 0 / 20%); padding: 0; width: calc(100% - 2em); z-index: 3;\n"
        "  font-weight: 700; opacity: .5; -webkit-box-shadow: none;\n  color: RED !important\n}\n"
        "@media (max-width: 600px) { .carte { display: none } }\n"
        "@keyframes tour { from { rotate: 0deg } 50% { rotate: 9deg } to { rotate: 1turn } }\n"
        "@font-face { font-family: Truc; src: url(a.woff2) }\nul li ~ li + li { color: inherit }\n"
        "* { box-sizing: border-box; border-color: red blue }\n.a { &:hover { color: navy } }\n"
        "</style>",
    ),
    ("an empty style sheet", "<style></style><style>\n/* rien */\n</style>"),
    (
        "a style attribute",
        '<p style="color:navy;background:#fff;margin:0">Un</p><p style="">Deux</p>',
    ),
    ("a program as text", "<script>if (a < b && c > d) { x = '<p>' }</script><p>Un</p>"),
    ("code shown", "<pre><code>&lt;h1&gt;Titre&lt;/h1&gt;</code></pre><textarea><h1></textarea>"),
    ("comments", "<!-- <h1> --><!-- a -- b --><p>Un</p><!---->"),
    ("a custom element", '<mon-truc couleur="bleu"><p>Un</p></mon-truc>'),
    (
        "details and a form",
        "<details><summary>Plus</summary><p>Un</details><form><fieldset>"
        "<legend>Toi</legend><select><option>a<option selected>b</select><button>Ok</button>"
        "</fieldset></form>",
    ),
    (
        "sections",
        "<article><h2>Un</h2><p>a<section><h3>b</h3><p>c</section></article><h2>Deux</h2>",
    ),
    ("line ends of Windows", "<h1>Un</h1>\r\n<p>Deux\r\n<p>Trois</p>\r\n"),
    ("capitals", "<H1>Un</H1><P>Deux</P><UL><LI>Trois</LI></UL>"),
    ("signs of comparison", "<p>Un p> deux, a/b> c, 3 <2 et <3 partout : x<1 ou 2>1</p>"),
    ("words as attributes", "<p hidden>Un</p><p hidden></p><details open></details>"),
    ("lists in lists", "<ul>\n<li>a\n<ol>\n<li>b\n</ol>\n</ul>"),
    (
        "values of several words",
        "<style>h1 { background: gold no-repeat center; border-color: red blue; text-align: "
        "var(--a); font-weight: bolder; text-transform: none; float: left; font-style: oblique }"
        "\np { background: none; text-align: match-parent; background-color: inherit }</style>",
    ),
]
