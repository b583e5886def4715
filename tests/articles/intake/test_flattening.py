import pytest

from articles.intake.flattening import flatten, is_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Un</p><p>Deux</p>", "Un\nDeux\n"),
        ("<p>Un <b>gr</b>as</p>", "Un gras\n"),
        ("Un<br>Deux<br/>Trois", "Un\nDeux\nTrois"),
        ("<div><div><p>Un</p></div></div><ul><li>Deux</li></ul>", "Un\nDeux\n"),
        ("<p>Un\n  deux\tgros</p>", "Un deux gros\n"),
        ("<p>&Eacute;t&eacute; &amp; &#233;&#xe9; &lt;3</p>", "Été & éé <3\n"),
        ("<p>&laquo;&nbsp;Oui&nbsp;&raquo;</p>", "«\u00a0Oui\u00a0»\n"),
        ("<p>&foo; &</p>", "&foo; &\n"),
        ("<p>Un</p><script>if (a < b) x()</script><p>Deux</p>", "Un\nDeux\n"),
        ("<style>p { }</style><p>Un</p><!-- <p>Non</p> -->", "Un\n"),
        ("<p>Un</p><!-- sans fin <p>Non</p>", "Un\n"),
        ("<p>3 < 4 et 5 > 2</p>", "3 < 4 et 5 > 2\n"),
        ("<P CLASS='x'>Un</P>", "Un\n"),
        ("", ""),
    ],
)
def test_page_reads_as_a_reader_sees_it(html, text):
    assert flatten(html).text == text


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("<p>Un</p><p>Deux</p>", True),
        ("Un<br>Deux<br>Trois", True),
        ("Un <b>mot</b> gras", False),
        ("3 < 4 et 5 > 2", False),
        ("« << Un >> »", False),
    ],
)
def test_page_is_told_from_text(text, judged):
    assert is_html(text) is judged


def test_every_character_knows_its_place_in_the_page():
    flat = flatten("<p>&Eacute;t<b>é</b></p>\n<p>Fin</p>")

    assert flat.text == "Été\nFin\n"
    assert flat.source[slice(*flat.span(0, 3))] == "&Eacute;t<b>é"
    assert flat.source[slice(*flat.span(4, 7))] == "Fin"


@pytest.mark.parametrize("name", ["nav", "form", "footer", "aside", "button"])
def test_furniture_of_a_page_is_told_apart(name):
    flat = flatten(f"<{name}><p>Menu</p></{name}><p>Un</p>")

    [span] = flat.furniture
    assert flat.text[slice(*span)].strip() == "Menu"


def test_furniture_that_never_closes_goes_to_the_end():
    flat = flatten("<p>Un</p><footer><p>Pied</p>")

    [span] = flat.furniture
    assert flat.text[slice(*span)] == "Pied\n"
