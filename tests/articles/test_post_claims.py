import pytest

from articles.post_claims import Verdict, verdict
from matches.models import Match
from tests.factories import make_event, make_match, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    """Goals at 11, 20 and 45+2; 1-1 after 20 minutes, 2-1 at half-time and the end."""
    match = make_match(
        status=Match.Status.FINISHED,
        half_time_home=2,
        half_time_away=1,
        full_time_home=2,
        full_time_away=1,
    )
    make_event(match=match, team=match.away, minute=11)
    make_event(match=match, team=match.home, minute=20)
    make_event(match=match, team=match.home, minute=45, added=2)
    return match


def said(match, minute, added, home, away):
    claim = {"claimed_minute": minute, "claimed_added": added}
    score = {"claimed_home": home, "claimed_away": away}
    return verdict(make_post(match=match, **claim, **score))


@pytest.mark.parametrize(
    ("minute", "added", "home", "away", "agrees"),
    [
        (9, None, 0, 0, True),
        (9, None, 0, 1, False),
        (10, None, 0, 0, True),
        (10, None, 0, 1, True),
        (11, None, 0, 0, True),
        (12, None, 0, 1, True),
        (12, None, 0, 0, True),
        (13, None, 0, 0, False),
        (30, None, 1, 1, True),
        (30, None, 2, 1, False),
        (45, None, 1, 1, True),
        (45, None, 2, 1, True),
        (45, 1, 1, 1, True),
        (45, 2, 2, 1, True),
        (45, 4, 1, 1, False),
        (46, None, 2, 1, True),
        (46, None, 1, 1, False),
        (90, 2, 2, 1, True),
        (90, 2, 1, 2, False),
    ],
)
def test_a_score_agrees_a_minute_before_and_after(
    match, minute, added, home, away, agrees
):
    expected = Verdict.AGREES if agrees else Verdict.CONFLICTS

    assert said(match, minute, added, home, away) == expected


@pytest.mark.parametrize(
    ("minute", "home", "away", "expected"),
    [
        (30, 1, 0, Verdict.OPEN),
        (30, 3, 0, Verdict.CONFLICTS),
        (60, 2, 1, Verdict.AGREES),
        (60, 1, 1, Verdict.CONFLICTS),
    ],
)
def test_without_goals_entered_the_scores_on_file_bound_it(
    match, minute, home, away, expected
):
    match.events.all().delete()

    assert said(match, minute, None, home, away) == expected


def test_goals_that_do_not_add_up_prove_nothing(match):
    match.events.last().delete()

    assert said(match, 30, None, 1, 0) == Verdict.OPEN


def test_nothing_is_said_of_a_post_without_a_match_or_a_score(match):
    alone = make_post(claimed_minute=12, claimed_home=1, claimed_away=0)

    assert verdict(alone) == Verdict.SILENT
    assert verdict(make_post(match=match, claimed_minute=12)) == Verdict.SILENT
    assert verdict(make_post(match=match, claimed_home=1)) == Verdict.SILENT
