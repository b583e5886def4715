import pytest

from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.models import Match, Tie
from tests.factories import make_competition, make_season
from tests.matches.importers.files import first_leg, match, rows, second_leg


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


def legs():
    return [(m.leg, str(m.home)) for m in Match.objects.order_by("leg")]


def test_two_matches_of_a_pair_are_joined_in_the_order_of_their_dates(season):
    import_rows(rows(second_leg(), first_leg()), season=season)

    tie = Tie.objects.get()
    assert (str(tie.team_a), tie.legs) == ("SL Benfica", 2)
    assert legs() == [(1, "SL Benfica"), (2, "Olympique Marseille")]
    assert tie.outcome.decided_by == "penalties"


def test_second_leg_of_a_later_file_joins_the_first(season):
    import_rows(rows(first_leg()), season=season)

    report = import_rows(rows(second_leg(score={})), season=season)

    assert str(report) == "1 created, 1 updated, 0 unchanged, 0 refused"
    assert legs() == [(1, "SL Benfica"), (2, "Olympique Marseille")]


def test_leg_the_file_numbers_is_believed(season):
    import_rows(rows(match(round="Semi-final, Leg 2 of 2", score={})), season=season)

    assert Match.objects.get().leg == 2
    assert str(Tie.objects.get().team_a) == "SL Benfica"


def test_match_that_stands_alone_gets_no_tie(season):
    import_rows(rows(match(round="Final")), season=season)

    assert (Match.objects.get().leg, Tie.objects.count()) == (None, 0)


def test_home_and_away_in_a_group_are_no_tie(season):
    import_rows(rows(first_leg(round="Group B"), match(round="Group B")), season=season)

    assert Tie.objects.count() == 0
    assert {str(m.group.label) for m in Match.objects.all()} == {"B"}


@pytest.mark.parametrize(
    "files",
    [
        [match(round="Final", score={"ft": [1, 0], "p": [4, 2]})],
        [first_leg(), second_leg(score={"ft": [2, 0], "p": [4, 2]})],
        [first_leg(score={"ft": [1, 0], "p": [4, 2]}), second_leg(score={})],
    ],
    ids=["a final", "a second leg", "a first leg"],
)
def test_shootout_after_a_decision_is_refused(season, files):
    with pytest.raises(Refused) as refused:
        import_rows(rows(*files), season=season)

    [reason] = refused.value.reasons
    assert reason.endswith(".score.p: a shoot-out comes only after a draw")
