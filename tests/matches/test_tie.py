import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from matches.models import Tie
from matches.ties import Outcome
from tests.factories import make_match, make_pairing, make_team


def test_outcome_comes_from_the_legs(db):
    tie = make_pairing()
    scores = {"full_time_home": 1, "full_time_away": 0, "status": "finished"}
    for leg, home, away in [(1, tie.team_a, tie.team_b), (2, tie.team_b, tie.team_a)]:
        make_match(stage=tie.stage, tie=tie, leg=leg, home=home, away=away, **scores)

    assert tie.outcome == Outcome(1, 1, 2, None, "")
    assert tie.leg(2).home == tie.team_b


@pytest.mark.parametrize(
    ("season", "own", "applies"),
    [(True, None, True), (False, None, False), (True, False, False)],
)
def test_rule_is_the_seasons_unless_the_tie_has_its_own(db, season, own, applies):
    tie = make_pairing(away_goals_rule=own)
    tie.stage.season.away_goals_rule = season

    assert tie.applies_away_goals is applies


def test_pair_meets_once_in_a_stage_whoever_is_named_first(db):
    tie = make_pairing()

    with pytest.raises(IntegrityError, match="tie_once_per_stage"):
        make_pairing(stage=tie.stage, team_a=tie.team_b, team_b=tie.team_a)


def test_tie_is_between_two_teams(db):
    team = make_team()

    with pytest.raises(IntegrityError, match="tie_between_two_teams"):
        make_pairing(team_a=team, team_b=team)


def test_tie_has_one_or_two_legs(db):
    with pytest.raises(IntegrityError, match="tie_of_one_or_two_legs"):
        make_pairing(legs=3)


def test_only_one_of_its_teams_can_be_awarded_a_tie(db):
    tie = Tie(team_a=make_team(), team_b=make_team(), awarded_to=make_team())

    with pytest.raises(ValidationError, match="awarded_to"):
        tie.clean()
