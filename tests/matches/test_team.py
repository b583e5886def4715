import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from matches.models import Team, TeamAccount, TeamAlias
from matches.models.team import validate_colour
from tests.factories import make_match, make_team


@pytest.mark.parametrize(
    "name",
    [
        "Olympique Marseille (FRA)",
        "olympique  marseille FRA",
        "ÔLYMPIQUE-marseille fra",
    ],
)
def test_team_is_known_by_any_writing_of_its_aliases(db, name):
    team = make_team()
    TeamAlias.objects.create(team=team, name="Olympique Marseille (FRA)")

    assert list(Team.objects.named(name)) == [team]
    assert list(Team.objects.named("Olympique Lyonnais")) == []


def test_spelling_means_one_team(db):
    TeamAlias.objects.create(team=make_team(), name="Sporting")

    with pytest.raises(IntegrityError):
        TeamAlias.objects.create(team=make_team(), name="SPORTING")


def test_form_names_the_team_that_has_the_spelling(db):
    TeamAlias.objects.create(team=make_team("Braga"), name="Sporting")

    with pytest.raises(ValidationError, match="Braga"):
        TeamAlias(team=make_team(), name="sporting").clean()


def test_alias_keeps_its_own_spelling(db):
    alias = TeamAlias.objects.create(team=make_team(), name="Sporting")

    assert alias.clean() is None


def test_alias_has_a_history(db):
    alias = TeamAlias.objects.create(team=make_team(), name="Sporting")
    alias.name = "Sporting CP"
    alias.save()

    assert [(row.name, row.version) for row in alias.history.all()] == [
        ("Sporting CP", 1),
        ("Sporting", 0),
    ]


@pytest.mark.parametrize(
    ("language", "label", "initials"), [("fr", "OM", "OM"), ("en", "Marseille", "MAR")]
)
def test_team_has_a_label_and_initials_per_language(language, label, initials):
    team = Team(
        name_fr="Olympique de Marseille", name_en="Marseille", short_name_fr="OM"
    )

    with override(language):
        assert (team.label, team.initials) == (label, initials)


def test_teams_of_a_match_are_its_two_sides(db):
    match = make_match()
    make_team("Stranger")

    assert set(Team.objects.playing(match)) == {match.home, match.away}


@pytest.mark.parametrize("colour", ["#2faee0", "#FFFFFF"])
def test_colour_is_six_digits(colour):
    assert validate_colour(colour) is None


@pytest.mark.parametrize("colour", ["red", "#fff", "#2faee0;", "url(x)"])
def test_other_colours_are_refused(colour):
    with pytest.raises(ValidationError):
        validate_colour(colour)


def test_account_is_on_the_register_once_whatever_its_case(db):
    team = make_team()
    TeamAccount.objects.create(team=team, provider="x", handle="OM_Officiel")

    with pytest.raises(IntegrityError, match="account_once"):
        TeamAccount.objects.create(team=team, provider="x", handle="om_officiel")
