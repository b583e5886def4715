import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from matches.models import Match
from tests.factories import make_match, make_pairing, make_team
from tests.matches.scores import scores

REFUSED = [
    ("match_full_time_of_both_teams", {"full_time_home": 1}),
    ("match_half_time_of_both_teams", {"half_time_away": 1}),
    ("match_extra_time_of_both_teams", {"extra_time_away": 1}),
    ("match_shootout_of_both_teams", {"shootout_away": 1}),
    (
        "match_full_time_not_below_half_time",
        scores(half_time=(2, 0), full_time=(1, 0)),
    ),
    (
        "match_extra_time_not_below_full_time",
        scores(full_time=(1, 1), extra_time=(1, 0)),
    ),
    ("match_shootout_after_a_draw", scores(full_time=(1, 0), shootout=(4, 2))),
    (
        "match_shootout_after_a_draw",
        scores(full_time=(1, 1), extra_time=(2, 1), shootout=(4, 2)),
    ),
    ("match_shootout_after_a_draw", scores(shootout=(4, 2))),
    (
        "match_shootout_has_a_winner",
        scores(full_time=(1, 1), shootout=(4, 4)) | {"status": "finished"},
    ),
    ("match_phase_only_while_live", {"phase": "first_half"}),
    ("match_leg_of_a_tie", {"leg": 1}),
    ("match_walkover_is_awarded", {"is_walkover": True}),
]


@pytest.mark.parametrize(("name", "values"), REFUSED)
def test_database_refuses_impossible_scores(db, name, values):
    match = make_match()

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(**values)


@pytest.mark.parametrize(("name", "values"), REFUSED)
def test_form_says_what_the_database_would_refuse(db, name, values):
    match = make_match()
    for column, value in values.items():
        setattr(match, column, value)
    rule = next(c for c in Match._meta.constraints if c.name == name)

    with pytest.raises(ValidationError) as refused:
        match.validate_constraints()

    assert str(rule.violation_error_message) in refused.value.messages


@pytest.mark.parametrize(
    "values",
    [
        {},
        scores(full_time=(1, 1), shootout=(4, 2)),
        scores(full_time=(1, 1), extra_time=(2, 2), shootout=(2, 4)),
        scores(full_time=(1, 1), shootout=(0, 0)) | {"status": "live"},
        scores(half_time=(0, 2), full_time=(2, 2), extra_time=(3, 2)),
        scores(half_time=(1, 0)) | {"status": "live", "phase": "half_time"},
    ],
)
def test_database_takes_what_football_allows(db, values):
    match = make_match()

    assert Match.objects.filter(pk=match.pk).update(**values or {"leg": None}) == 1


def test_match_is_awarded_to_one_of_its_teams(db):
    match = make_match(status="awarded")
    awarded = Match.objects.filter(pk=match.pk)

    assert awarded.update(awarded_to=match.away) == 1
    with pytest.raises(IntegrityError, match="match_awarded"), transaction.atomic():
        awarded.update(awarded_to=make_team())
    with pytest.raises(IntegrityError, match="match_awarded"), transaction.atomic():
        awarded.update(status="finished")


def test_shootout_may_follow_a_second_leg_won(db):
    tie = make_pairing()
    values = scores(full_time=(1, 0), extra_time=(1, 0), shootout=(4, 2))

    assert make_match(stage=tie.stage, tie=tie, leg=2, **values).pk


@pytest.mark.parametrize("column", ["full_time_home", "attendance"])
def test_figures_are_never_negative(db, column):
    match = make_match()
    values = {"full_time_home": 0, "full_time_away": 0} | {column: -1}

    with pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(**values)


def test_leg_is_one_or_two(db):
    tie = make_pairing()

    with pytest.raises(IntegrityError, match="match_leg_of_a_tie"):
        make_match(stage=tie.stage, tie=tie, leg=3)


def test_team_does_not_play_itself(db):
    match = make_match()

    with pytest.raises(IntegrityError, match="match_between_two_teams"):
        Match.objects.filter(pk=match.pk).update(away=match.home)


def test_match_is_on_file_once(db):
    match = make_match()

    with pytest.raises(IntegrityError, match="match_once"):
        make_match(stage=match.stage, home=match.home, away=match.away)


@pytest.mark.parametrize("other", ["matchday", "leg", "replay_of"])
def test_teams_may_meet_again_on_another_occasion(db, other):
    tie = make_pairing()
    first = make_match(stage=tie.stage, tie=tie, leg=1, matchday=1)
    values = {"matchday": 1, "leg": 1, "replay_of": None}
    values |= {other: {"matchday": 2, "leg": 2, "replay_of": first}[other]}

    again = make_match(
        stage=tie.stage, tie=tie, home=first.home, away=first.away, **values
    )

    assert again.pk
