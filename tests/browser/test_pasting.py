"""What is pasted comes out clean (docs/typing-samples.md tells whence the samples)."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.body import sanitise
from tests.browser.article_form import body_of, enter, paste

pytestmark = pytest.mark.django_db(transaction=True)
SAMPLES = Path(__file__).parent / "samples"


def sample(name):
    return (SAMPLES / name).read_text(encoding="utf-8")


def written(page):
    return sanitise(body_of(page, "fr").input_value())


@pytest.mark.parametrize("name", ["word", "google-docs", "web-page"])
def test_a_paste_keeps_its_sense_and_drops_its_looks(new_article, name):
    paste(new_article, "fr", html=sample(f"{name}.html"), text="…")

    assert written(new_article) == sample(f"{name}.expected.html").strip()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Oui\u202f! Non\u00a0: «\u202fsi\u202f»</p>", None),
        ("<p>a<b onclick=alert(1)>b</b></p>", "<p>a<strong>b</strong></p>"),
        ('<p>a<img/src="x"onerror="alert(1)">b</p>', "<p>ab</p>"),
        ("<p>le style=foo et onclick=bar</p>", None),
        ('<p style="a > b">x</p>', "<p>x</p>"),
        ("<p></p><p>&nbsp;</p><p>x</p>", "<p>x</p>"),
        (
            '<newsroom-embed data-type="quote" data-id="0"></newsroom-embed><p>x</p>',
            '<newsroom-embed data-type="quote" data-id="0"></newsroom-embed>\n<p>x</p>',
        ),
    ],
)
def test_a_paste_is_harmless_and_keeps_its_words(new_article, html, expected):
    new_article.route("**/admin/embeds/cards/*", lambda r: r.fulfill(json={}))
    paste(new_article, "fr", html=html)

    assert written(new_article) == sanitise(expected or html)


def test_plain_text_is_pasted_as_paragraphs(new_article):
    paste(new_article, "fr", text="Un.\n\nDeux <b>.")

    body = "<p>Un.</p><p>Deux &lt;b&gt;.</p>"
    expect(body_of(new_article, "fr")).to_have_value(body)


def test_a_paste_is_undone_at_once(new_article):
    enter(new_article, "fr")
    new_article.keyboard.type("Avant. ")
    expect(body_of(new_article, "fr")).to_have_value("<p>Avant. </p>")
    paste(new_article, "fr", html=sample("word.html"))

    new_article.keyboard.press("Control+z")

    expect(body_of(new_article, "fr")).to_have_value("<p>Avant. </p>")
