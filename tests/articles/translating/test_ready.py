import pytest

from articles.translating import ready
from tests.factories import make_article, make_edition, make_match, make_quote

pytestmark = pytest.mark.django_db


def said(prose, **quote):
    """What is told of the quotes in `prose`, beside the words of a quote on file."""
    match = make_match()
    make_quote(match=match, text="Il nous a manqué un petit truc", **quote)
    article = make_article(
        match=match,
        body_fr="<p>Le coach a regretté « un petit truc ».</p>",
        body_en=f"<p>The coach rued “{prose}”.</p>",
    )
    make_edition(article=article, language="fr")
    edition = make_edition(article=article, language="en", origin="translation")
    return [one.words for one in ready.checked(edition) if one.kind == "quote"]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [("a little something", []), ("some small thing", ["some small thing"])],
)
def test_words_of_the_match_on_file_are_not_translated_anew(prose, expected):
    on_file = "We were missing a little something"

    assert said(prose, translation_en=on_file) == expected


def test_words_off_the_record_are_told_to_nobody():
    off_record = {"is_off_record": True, "translation_en": "We lacked a little thing"}

    assert said("some small thing", **off_record) == []
