from datetime import timedelta

import pytest
from django.utils.translation import override

from articles.models import QuoteVariant
from articles.translating.confidential import reason_to_keep
from tests.factories import NOON, make_article, make_edition, make_quote

pytestmark = pytest.mark.django_db

SECRET = "Franchement, le président ne nous a jamais parlé de prime."
EMBARGO = "The story is under embargo: its words stay on the desk."
OFF_RECORD = "The passage holds words said off the record: it stays on the desk."


def reason(article, *texts):
    with override("en"):
        return reason_to_keep(article, texts, at=NOON)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("embargo", "said"),
    [
        ({}, ""),
        ({"embargo_until": NOON + timedelta(seconds=1)}, EMBARGO),
        ({"embargo_until": NOON}, ""),
        ({"embargo_until": NOON, "embargo_source": "the club"}, ""),
        ({"embargo_source": "the club"}, EMBARGO),
        ({"embargo_note": "until they call"}, EMBARGO),
    ],
)
def test_an_embargo_of_either_language_keeps_the_words(language, embargo, said):
    edition = make_edition(language=language, **embargo)

    assert reason(edition.article, "Le club a gagné.") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Il l’a dit : « {SECRET} »", OFF_RECORD),
        (SECRET.upper().replace("É", "E"), OFF_RECORD),
        ("On sait que le président ne nous a pas parlé.", OFF_RECORD),
        ("The chairman never told us about a bonus, he said.", OFF_RECORD),
        ("Another paper has it: we heard nothing of bonuses.", OFF_RECORD),
        ("Le président ne nous reçoit pas.", ""),
        ("Il a parlé de prime.", ""),
    ],
)
def test_words_off_the_record_stay_in_every_wording(text, said):
    english = "The chairman never told us about a bonus."
    quote = make_quote(text=SECRET, translation_en=english, is_off_record=True)
    heard = {"text": "We heard nothing of bonuses.", "source_name": "Another paper"}
    QuoteVariant.objects.create(quote=quote, language="en", **heard)

    assert reason(make_article(), text) == said


def test_a_short_one_counts_as_a_whole():
    make_quote(text="Jamais lui !", translation_en="", is_off_record=True)

    assert reason(make_article(), "Il a dit : jamais lui.") == OFF_RECORD
    assert reason(make_article(), "Il ne dit jamais rien de lui.") == ""


def test_words_on_the_record_may_leave():
    make_quote(text=SECRET, is_off_record=False)

    assert reason(make_article(), SECRET) == ""
