from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles.models import AuditEntry, Edition
from articles.publishing import Refused
from articles.translating.queue import shares, waiting
from articles.translating.work import Act, Claim, act, begin, hand
from tests.factories import (
    NOON,
    make_article,
    make_edition,
    make_match,
    make_member,
    make_team,
    publish,
)

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def make_story(*, kickoff_at=None, at=NOON, **words):
    """A French story that readers have since `at`, of a match."""
    match = make_match(kickoff_at=kickoff_at, home=make_team(), away=make_team())
    article = make_article(match=match, **words)
    make_edition(article=article)
    publish(article, at=at)
    return article


def told(**asked):
    return [one.article.title_fr for one in waiting(at=NOON + HOUR, **asked)]


def test_the_match_of_the_day_comes_first_and_what_readers_lack_before_drafts():
    make_story(title_fr="Old", kickoff_at=NOON - 9 * 24 * HOUR)
    make_story(title_fr="Today", kickoff_at=NOON - 3 * HOUR, at=NOON - HOUR)
    make_edition(article=make_article(title_fr="Ready"), status="ready")
    make_story(title_fr="Last", kickoff_at=NOON - 2 * HOUR)

    assert told() == ["Last", "Today", "Old", "Ready"]


def test_what_waits_is_new_at_work_or_stale():
    chief = make_member("desk chief")
    new = make_story(title_fr="New")
    begin(make_story(title_fr="Begun", body_en=""), language="en", by=chief, at=NOON)
    stale = make_story(title_fr="Stale")
    make_edition(article=stale, language="en", origin="translation")
    publish(stale, "en")
    stale.title_fr = "Stale now"
    stale.save()
    publish(stale, change="update", at=NOON)

    found = {
        one.article.title_fr: (bool(one.edition), one.is_stale)
        for one in waiting(at=NOON + HOUR)
    }
    assert new.pk
    assert found == {
        "New": (False, False),
        "Begun": (True, False),
        "Stale now": (True, True),
    }


def test_one_direction_leaves_the_other_out():
    make_story(title_fr="Au large")
    article = make_article(title_fr="", original_language="en", title_en="Abroad")
    make_edition(article=article, language="en")
    publish(article, "en")

    ways = {way: len(waiting(direction=way)) for way in ("", "fr-en", "en-fr")}
    assert ways == {"": 2, "fr-en": 1, "en-fr": 1}


def test_an_entry_tells_its_words_and_since_when_it_is_owed():
    make_story(body_fr="<p>Un deux trois.</p><p>Quatre.</p>", at=NOON)

    (one,) = waiting(at=NOON + HOUR)

    assert (one.words, one.since, one.direction) == (4, NOON, "fr-en")


@pytest.mark.parametrize("count", [1, 6])
def test_the_queue_asks_the_same_of_many_as_of_one(
    count, django_assert_max_num_queries
):
    for _n in range(count):
        make_story()

    with django_assert_max_num_queries(5):
        assert len(waiting(at=NOON + HOUR)) == count


@pytest.fixture
def edition():
    article = make_story(title_en="", standfirst_fr="", body_en="")
    return begin(article, language="en", by=make_member("translator"), at=NOON)


def test_a_translation_is_handed_over_by_who_has_it(edition):
    first, second = edition.translator, make_member("translator")

    hand(edition, second, by=first, at=NOON)

    assert Edition.objects.get(pk=edition.pk).translator == second
    assert AuditEntry.objects.get(action="hand").details["to"] == second.username


def test_a_translation_is_not_taken_from_someone(edition):
    thief = make_member("translator")

    with pytest.raises(PermissionDenied):
        hand(edition, make_member("translator"), by=thief)


def test_a_translation_that_nobody_has_is_taken(edition):
    hand(edition, None, by=edition.translator)
    other = make_member("translator")

    hand(edition, other, by=other)

    assert edition.translator == other


def test_who_may_not_write_the_language_is_given_nothing(edition):
    with pytest.raises(Refused, match="cette langue"):
        hand(edition, make_member("read-only"), by=make_member("desk chief"))


def test_the_week_of_a_translator_is_counted_by_day(edition):
    translator = edition.translator
    for number, days in ((0, 0), (1, 2)):
        row = Claim(
            number,
            *[("Le petit truc manque", ""), ("<p>Le texte français.</p>", "")][number],
            "Words",
        )
        act(edition, Act.DONE, row, by=translator, at=NOON - days * 24 * HOUR)

    (share,) = shares(at=NOON)
    assert (share.person, share.days) == (translator, [0, 0, 0, 0, 1, 0, 1])
    assert share.bars[-1] == (60, 0, 20)


def test_the_page_of_the_queue_leads_to_each_translation(client, edition):
    client.force_login(edition.translator)

    page = client.get(reverse("admin:to_translate"), {"direction": "fr-en"})

    link = reverse("admin:article_translate", args=[edition.article_id, "en"])
    assert f'href="{link}"' in page.content.decode()


def test_the_hand_over_of_the_page_gives_the_translation(client, edition):
    client.force_login(edition.translator)
    other = make_member("translator")
    where = reverse("admin:article_translate_hand", args=[edition.article_id, "en"])

    client.post(where, {"to": other.pk})

    assert Edition.objects.get(pk=edition.pk).translator == other
