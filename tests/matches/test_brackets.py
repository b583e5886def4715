import pytest

from matches.brackets import bracket
from matches.models import Match, Tie
from tests.factories import make_match, make_pairing, make_season, make_stage, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def season():
    return make_season()


def leg(tie, number, home, away):
    sides = (tie.team_a, tie.team_b) if number == 1 else (tie.team_b, tie.team_a)
    return make_match(
        stage=tie.stage,
        tie=tie,
        leg=number,
        home=sides[0],
        away=sides[1],
        full_time_home=home,
        full_time_away=away,
        status="finished",
    )


def semi_final(stage, team_a, team_b, first, second):
    tie = make_pairing(stage=stage, team_a=team_a, team_b=team_b)
    leg(tie, 1, *first)
    leg(tie, 2, *second)
    return tie


def of(season):
    matches = Match.objects.of_season(season).by_stage().with_sides()
    return bracket(matches=matches, ties=Tie.objects.of_season(season))


def test_each_pairing_stands_beside_the_one_it_leads_to(season):
    om, atalanta, roma, leverkusen = (make_team() for _number in range(4))
    stage = make_stage(season=season, order=1)
    roma_out = semi_final(stage, roma, leverkusen, (0, 2), (2, 2))
    om_out = semi_final(stage, om, atalanta, (1, 1), (3, 0))
    final = make_stage(season=season, kind="final", order=2)
    match = make_match(stage=final, home=atalanta, away=leverkusen)

    semi_finals, last = of(season)

    assert [pairing.tie for pairing in semi_finals.pairings] == [om_out, roma_out]
    assert [pairing.matches for pairing in last.pairings] == [[match]]


def test_goals_of_a_tie_are_by_team_and_by_leg(season):
    tie = semi_final(
        make_stage(season=season), make_team(), make_team(), (1, 1), (3, 0)
    )
    make_match(stage=make_stage(season=season, kind="final", order=2))

    one, other = of(season)[0].pairings[0].sides

    assert (one.team, one.goals, one.is_through) == (tie.team_a, [1, 0], False)
    assert (other.team, other.goals, other.is_through) == (tie.team_b, [1, 3], True)


def test_match_to_come_has_no_goals_and_no_winner(season):
    make_pairing(stage=make_stage(season=season))
    make_match(stage=make_stage(season=season, kind="final", order=2))

    (pairing,) = of(season)[-1].pairings

    assert [side.goals for side in pairing.sides] == [["–"], ["–"]]
    assert pairing.winner is None


@pytest.mark.parametrize("kinds", [["final"], ["regular_season"], []])
def test_one_round_alone_is_no_bracket(season, kinds):
    for kind in kinds:
        make_match(stage=make_stage(season=season, kind=kind))

    assert of(season) == []
