from datetime import date, timedelta

import pytest

from articles.captures import captured, columns
from articles.post_matches import suggested
from matches.models import TeamAccount
from tests.factories import KICK_OFF, make_match, make_team

pytestmark = pytest.mark.django_db

DAY = KICK_OFF.date()


@pytest.fixture
def sides():
    return make_team("Lune"), make_team("Étoile du Nord")


def week(sides, **days):
    return {
        name: make_match(
            home=sides[0], away=sides[1], kickoff_at=KICK_OFF + timedelta(days=days)
        )
        for name, days in days.items()
    }


def test_the_clubs_only_match_of_the_day_is_suggested(sides):
    matches = week(sides, today=0, later=7)

    assert suggested(team=sides[0], day=DAY, text="Allez !") == matches["today"]


def test_a_hashtag_names_the_match_of_the_days_around(sides):
    matches = week(sides, tomorrow=1)

    assert (
        suggested(team=None, day=DAY, text="#LuneÉtoileDuNord 🔥")
        == (matches["tomorrow"])
    )
    assert suggested(team=sides[0], day=DAY, text="#LuneMars") is None


def test_two_matches_of_a_day_leave_the_choice(sides):
    make_match(home=sides[0])
    make_match(home=sides[0])

    assert suggested(team=sides[0], day=DAY, text="Allez !") is None


def test_a_registered_handle_gives_the_team_and_its_match(sides):
    account = TeamAccount.objects.create(team=sides[0], provider="x", handle="FC_Lune")
    match = week(sides, today=0)["today"]
    code = (
        '<blockquote class="twitter-tweet"><p lang="ja">試合終了</p>— Lune (@fc_lune) '
        "May 2, 2024</blockquote>"
    )

    found = columns(captured(code), language="fr")

    assert (found["account"], found["match"]) == (account, match)
    assert (found["language"], found["posted_on"]) == ("ja", date(2024, 5, 2))


def test_an_account_of_other_days_gives_nothing(sides):
    TeamAccount.objects.create(
        team=sides[0], provider="x", handle="FC_Lune", official_to=date(2024, 5, 1)
    )
    week(sides, today=0)

    capture = captured("https://x.com/FC_Lune/status/1786140000000000000")
    found = columns(capture, language="fr")

    assert (found["account"], found["match"]) == (None, None)
