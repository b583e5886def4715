import pytest

from articles.translating.checks.links import links, same
from articles.translating.units import Unit
from tests.articles.translating.checks.desk import said

A = '<a href="https://club.example/a">ici</a>'


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (f"<p>Voir {A}.</p>", f"<p>See {A}.</p>", []),
        (f"<p>Voir {A}.</p>", "<p>See here.</p>", [("link", "ici")]),
        (
            f"<p>Voir {A}.</p>",
            '<p>See <a href="https://club.example/b">here</a>.</p>',
            [("link", "here")],
        ),
        ("<p>Voir ici.</p>", f"<p>See {A}.</p>", []),
    ],
)
def test_links_lead_where_those_of_the_source_do(source, target, found):
    assert said(source, target) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/fr/articles/12/le-nul/", "/en/articles/12/the-draw/"),
        ("https://www.club.example/fr/a", "https://club.example/en/a"),
        ("https://fr.wiki.example/Om", "https://en.wiki.example/Om"),
        ("https://club.example/a?lang=fr", "https://club.example/a/"),
    ],
)
def test_a_page_has_its_counterpart_in_the_other_language(one, other):
    assert same(one) == same(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/fr/articles/12/le-nul/", "/en/articles/13/le-nul/"),
        ("/fr/articles/12/", "/en/matches/12/"),
        ("https://club.example/a", "https://rival.example/a"),
        ("https://[broken", "https://club.example/"),
    ],
)
def test_other_pages_are_told_apart(one, other):
    assert same(one) != same(other)


def test_a_link_is_placed_among_the_words_that_people_read():
    html = (
        f"<p> Le <b>club</b> &amp; {A}, <i>là</i> et {A.replace('ici', 'là-bas')}</p>"
    )

    unit = Unit("body", html)

    assert [unit.text[slice(*span)] for _href, span in links(unit)] == ["ici", "là-bas"]
