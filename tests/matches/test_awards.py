import pytest

from matches.awards import award, ruled_score
from matches.models import Match, Score
from matches.transitions import Refused, move
from tests.factories import KICK_OFF, make_match, make_member, make_season, make_stage
from tests.matches.scores import scores


@pytest.fixture
def chief(db):
    return make_member("desk chief")


def test_match_awarded_before_its_kick_off_is_a_walkover(chief):
    match = make_match()

    award(match, match.away, by=chief, at=KICK_OFF, reason="Équipe absente.")

    match = Match.objects.get()
    assert (match.status, match.awarded_to) == ("awarded", match.away)
    assert (match.full_time, match.result_mode) == ((0, 3), "walkover")
    assert match.winner_id == match.away_id


def test_match_awarded_after_play_loses_the_scores_of_its_periods(chief):
    played = scores(half_time=(0, 1), full_time=(1, 1), extra_time=(2, 1))
    match = make_match(status="finished", **played)

    award(match, match.home, by=chief, at=KICK_OFF)

    assert (match.full_time, match.half_time, match.extra_time) == ((3, 0), None, None)
    assert match.result_mode == "awarded"


@pytest.mark.parametrize(
    ("played", "side", "ruled"),
    [
        ((5, 0), "home", (5, 0)),
        ((4, 1), "home", (3, 0)),
        ((0, 4), "home", (3, 0)),
        ((1, 6), "away", (1, 6)),
        ((1, 1), "away", (0, 3)),
    ],
)
def test_better_result_of_the_winner_stands(db, played, side, ruled):
    match = make_match(**scores(full_time=played))

    assert ruled_score(match, getattr(match, side)) == ruled


def test_season_has_its_own_score_of_an_award(db):
    stage = make_stage(season=make_season(goals_of_an_award=2))
    match = make_match(stage=stage)

    assert ruled_score(match, match.away) == Score(0, 2)


def test_authority_may_name_another_score(chief):
    match = make_match(status="abandoned", **scores(full_time=(4, 2)))

    award(match, match.home, by=chief, at=KICK_OFF, score=Score(4, 2))

    assert match.full_time == (4, 2)


def test_awarded_match_is_not_awarded_again(chief):
    match = make_match()
    award(match, match.away, by=chief, at=KICK_OFF)
    Match.objects.update(status="cancelled", awarded_to=None, is_walkover=False)

    with pytest.raises(Refused):
        award(match, match.home, by=chief, at=KICK_OFF)


def test_award_is_lifted_with_its_status(chief):
    match = make_match()
    award(match, match.away, by=chief, at=KICK_OFF)

    move(match, "finished", by=chief, at=KICK_OFF, reason="Sanction annulée.")

    assert (match.awarded_to, match.is_walkover) == (None, False)
