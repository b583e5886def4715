from datetime import date

import pytest
from django.utils.translation import override

from articles.models import ClubPost
from articles.post_checks import Level, findings, warnings
from matches.models import TeamAccount
from tests.factories import make_match, make_post, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def account():
    with override("en"):
        yield TeamAccount.objects.create(
            team=make_team("Lune"),
            provider="x",
            handle="FC_Lune",
            display_name="FC Lune",
            official_from=date(2024, 1, 1),
            official_to=date(2024, 6, 30),
        )


def first(**columns):
    given = {"author_name": "Someone", "author_handle": "FC_Lune"}
    return findings(make_post(**given | columns))[0]


@pytest.mark.parametrize(
    ("columns", "level", "text"),
    [
        ({}, "agrees", "A registered account of Lune."),
        ({"author_handle": "fc_lune"}, "agrees", "A registered account of Lune."),
        (
            {"posted_on": "2024-07-01"},
            "warning",
            "@FC_Lune was not the account of Lune on 1\xa0July 2024.",
        ),
        (
            {"author_handle": "FC_Lun3"},
            "warning",
            "Beware: this is not @FC_Lune, it only looks like it.",
        ),
        (
            {"author_handle": "LuneActu", "author_name": "FC Lune"},
            "warning",
            "It bears the name of Lune, whose account is @FC_Lune.",
        ),
        (
            {"author_handle": "fan", "author_name": "Fan"},
            "note",
            "No club on the register has this account.",
        ),
        (
            {"provider": "bluesky"},
            "note",
            "No club on the register has this account.",
        ),
        (
            {"author_handle": ""},
            "warning",
            "The author’s account is not known: write who posted it.",
        ),
    ],
)
def test_the_register_says_whose_a_post_is(columns, level, text):
    columns = (
        columns | {"posted_on": date.fromisoformat(columns["posted_on"])}
        if ("posted_on" in columns)
        else columns
    )

    found = first(**columns)

    assert (found.level, found.text) == (Level(level), text)


@pytest.mark.parametrize(
    ("columns", "official"),
    [
        ({}, True),
        ({"posted_on": date(2023, 12, 31)}, False),
        ({"posted_on": date(2024, 1, 1)}, True),
        ({"posted_on": date(2024, 6, 30)}, True),
        ({"posted_on": date(2024, 7, 1)}, False),
        ({"author_handle": "FC_Lun3"}, False),
    ],
)
def test_a_post_is_the_clubs_own_on_the_registers_days_alone(
    account, columns, official
):
    post = make_post(**{"author_handle": "FC_Lune", "account": account} | columns)

    assert post.is_official is official
    days = TeamAccount.objects.official(on=post.day)
    assert days.contains(account) is account.is_official(on=post.day)


def test_a_post_of_a_club_that_did_not_play_is_told():
    post = make_post(author_handle="FC_Lune", match=make_match())

    assert warnings(post) == ["Lune did not play this match."]


def test_a_minute_of_another_week_is_told():
    post = make_post(
        author_handle="other",
        author_name="x",
        match=make_match(),
        posted_on=date(2024, 5, 9),
        claimed_minute=12,
    )

    assert warnings(post) == [
        "Posted 7 days away from the match whose minute it gives."
    ]


def test_a_private_person_is_told():
    post = make_post(author_handle="x", author_kind=ClubPost.AuthorKind.PRIVATE)

    text = "A private person’s post: it goes when they ask for it."
    assert findings(post)[-1].text == text
