from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import ClubPost
from matches.models import TeamAccount
from tests.factories import NOON, embed, make_article, make_post, make_team, publish

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def test_the_text_is_kept_to_the_letter_and_read_in_plain_letters():
    raw = "⏱️ 1️⃣-1️⃣\n𝗖̧𝗮 e\u0301"

    post = ClubPost.objects.get(pk=make_post(text_raw=raw).pk)

    assert post.text_raw == raw
    assert post.text_readable == "⏱️ 1-1\nÇa é"


@pytest.mark.parametrize("hidden", ["\0", "\ud800", "\ufeff", "\uffff"])
def test_what_no_database_holds_is_left_out(hidden):
    assert make_post(text_raw=f"OM{hidden} 1-1").text_raw == "OM 1-1"


@pytest.mark.parametrize(
    "again",
    [
        {"author_handle": "om_officiel"},
        {"text_raw": "⏱️ 45+2’ |  1-1"},
        {"posted_on": None, "posted_at": datetime(2024, 5, 2, 19, 47, tzinfo=UTC)},
    ],
)
def test_a_post_is_stored_once(again):
    first = {"text_raw": "⏱️ 45+2’ | 1️⃣-1️⃣"}
    make_post(**first)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_post(**first | again)


def test_a_post_has_a_day():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_post(posted_on=None)


@pytest.mark.parametrize(
    ("provider", "handle", "known"),
    [
        ("x", "OM_Officiel", True),
        ("x", "om_officiel", True),
        ("x", "OM_0fficiel", False),
        ("bluesky", "OM_Officiel", False),
    ],
)
def test_the_account_of_a_club_is_found_by_network_and_handle(provider, handle, known):
    account = TeamAccount.objects.create(
        team=make_team(), provider="x", handle="OM_Officiel"
    )

    post = make_post(provider=provider, author_handle=handle)

    assert post.account == (account if known else None)


@pytest.mark.parametrize(
    ("state", "expected"),
    [("live", True), ("edited", True), ("deleted", True), ("withheld", False)],
)
def test_a_post_is_public_unless_withheld(state, expected):
    post = make_post()
    publish(make_article(body_fr=f"<p>Texte.</p>{embed(post)}"))
    ClubPost.objects.update(state=state)

    assert ClubPost.objects.public("fr", at=NOON).exists() is expected
    assert not ClubPost.objects.public("en").exists()
    assert not ClubPost.objects.public("fr", at=NOON - HOUR).exists()


def test_a_post_nobody_published_is_not_public():
    make_article(body_fr=embed(make_post()))

    assert not ClubPost.objects.public("fr").exists()


@pytest.mark.parametrize(
    ("columns", "url"),
    [
        ({"external_id": "17"}, "https://x.com/OM_Officiel/status/17"),
        ({"external_id": "17", "author_handle": ""}, "https://x.com/i/status/17"),
        ({"picture_code": "yzLnObGj9C"}, "https://pic.twitter.com/yzLnObGj9C"),
        ({}, "https://x.com/OM_Officiel"),
        ({"author_handle": ""}, ""),
        ({"provider": "bluesky"}, "https://bsky.app/profile/OM_Officiel"),
        ({"provider": "mastodon"}, ""),
    ],
)
def test_the_link_goes_as_near_the_original_as_is_known(columns, url):
    assert make_post(**columns).url == url


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("author_handle", "OM Officiel"),
        ("author_handle", "OM/../evil"),
        ("author_handle", "OM?x=1"),
        ("picture_code", "../evil"),
    ],
)
def test_a_handle_and_a_code_are_what_they_say(field, value):
    post = make_post()
    setattr(post, field, value)

    with pytest.raises(ValidationError) as refused:
        post.full_clean()

    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("minute", "added", "moment"),
    [
        (None, None, None),
        (45, 2, (0, 45, 2)),
        (46, None, (1, 46, 0)),
        (90, 2, (1, 90, 2)),
        (105, None, (2, 105, 0)),
        (120, 1, (3, 120, 1)),
    ],
)
def test_a_post_stands_among_the_events_at_the_minute_it_gives(minute, added, moment):
    assert make_post(claimed_minute=minute, claimed_added=added).moment == moment


def test_the_day_is_that_of_the_post():
    at = datetime(2024, 5, 2, 19, 47, tzinfo=UTC)

    assert make_post(posted_on=None, posted_at=at).day == date(2024, 5, 2)
