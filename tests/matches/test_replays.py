from datetime import date

import pytest

from matches.models import Match
from matches.replays import replay
from matches.transitions import Refused
from tests.factories import make_match
from tests.matches.scores import scores


def test_replay_is_a_match_of_its_own(db):
    broken_off = make_match(status="abandoned", matchday=8, **scores(full_time=(4, 2)))

    again = replay(broken_off, kickoff_on=date(2023, 11, 29))

    assert (again.replay_of, again.status, again.final_score) == (
        broken_off,
        "scheduled",
        None,
    )
    assert (again.home, again.away, again.matchday) == (
        broken_off.home,
        broken_off.away,
        8,
    )
    assert again.kickoff_on == date(2023, 11, 29)
    assert Match.objects.get(pk=broken_off.pk).final_score == (4, 2)


@pytest.mark.parametrize("status", ["finished", "suspended", "cancelled"])
def test_only_an_abandoned_match_is_replayed(db, status):
    with pytest.raises(Refused):
        replay(make_match(status=status))


def test_match_is_replayed_once(db):
    match = make_match(status="abandoned")
    replay(match)

    with pytest.raises(Refused):
        replay(match)
