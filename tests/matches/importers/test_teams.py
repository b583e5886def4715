import pytest

from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.importers.teams import likeness
from matches.models import Match, Team, TeamAlias
from tests.factories import make_competition, make_season, make_team
from tests.matches.importers.files import match, rows


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


def bring(season, home, away="SL Benfica (POR)", **aliases):
    file = rows(match(team1=home, team2=away))
    return import_rows(file, season=season, aliases=aliases.get("aliases"))


def names(team):
    return sorted(team.aliases.values_list("name", flat=True))


def test_unknown_team_is_created_with_its_spellings(season):
    bring(season, "Qarabağ FK (AZE)")

    team = Team.objects.get(slug="qarabag-fk")
    assert (team.name_fr, team.name_en, team.country) == (
        "Qarabağ FK",
        "Qarabağ FK",
        "AZE",
    )
    assert names(team) == ["Qarabağ FK", "Qarabağ FK (AZE)"]


def test_spellings_of_two_files_are_one_team(season):
    team = make_team("OM")
    for name in ("Olympique Marseille", "Olympique de Marseille"):
        TeamAlias.objects.create(team=team, name=name)

    bring(season, "Olympique Marseille (FRA)")
    bring(season, "Olympique de Marseille")

    assert Match.objects.get().home == team


def test_spelling_found_without_its_country_is_remembered(season):
    team = make_team("Atalanta")

    bring(season, "Atalanta (ITA)")

    assert names(team) == ["Atalanta (ITA)"]


def test_near_spelling_stops_the_import_and_is_proposed(season):
    make_team("Olympique Marseille")

    with pytest.raises(Refused) as refused:
        bring(season, "Olympique de Marseille")

    assert refused.value.reasons == [
        "matches[0].team1: “Olympique de Marseille” may be Olympique Marseille; say "
        '--alias "Olympique de Marseille=Olympique Marseille", or '
        '--alias "Olympique de Marseille=Olympique de Marseille" for a new team'
    ]


def test_several_near_teams_are_proposed_the_nearest_first(season):
    make_team("Paris")
    make_team("Pariso")

    with pytest.raises(Refused) as refused:
        bring(season, "Paris FC")

    assert refused.value.reasons == [
        "matches[0].team1: “Paris FC” may be Paris or Pariso; say "
        '--alias "Paris FC=Paris", or --alias "Paris FC=Paris FC" for a new team'
    ]


def test_alias_settles_a_near_spelling(season):
    team = make_team("Olympique Marseille")

    bring(season, "OdM", aliases={"OdM": "Olympique Marseille"})

    assert Match.objects.get().home == team
    assert names(team) == ["OdM"]


def test_alias_to_itself_makes_a_new_team(season):
    make_team("Paris Saint-Germain")

    bring(season, "Paris FC", aliases={"Paris FC": "Paris FC"})

    assert Team.objects.filter(slug="paris-fc").count() == 1


@pytest.mark.parametrize(
    ("aliases", "reason"),
    [
        ({"X": "Nobody"}, "--alias X=Nobody: no team is called Nobody"),
        ({"Lens": "Metz"}, "--alias Lens=Metz: Lens is lens"),
    ],
)
def test_alias_that_cannot_be_is_refused(season, aliases, reason):
    make_team("Lens", slug="lens")
    make_team("Metz")

    with pytest.raises(Refused) as refused:
        bring(season, "Lens", aliases=aliases)

    assert refused.value.reasons == [reason]


def test_file_that_names_both_teams_tells_them_apart(season):
    make_team("Paris Saint-Germain")

    bring(season, "Paris Saint-Germain", "Paris FC")

    assert Team.objects.filter(slug="paris-fc").count() == 1


@pytest.mark.parametrize(
    ("spelling", "known", "is_near"),
    [
        ("Stade Rennais FC 1901", "Stade Rennais", True),
        ("Racing Club de Lens", "RC Lens", True),
        ("Olympiacos Piraeus (GRE)", "Olympiakos Piraeus", True),
        ("AEK Athens", "AEK Athen", True),
        ("Manchester City", "Manchester United", False),
        ("Sporting CP", "Sporting Braga", False),
        ("Olympique Lyonnais", "Olympique de Marseille", False),
        ("FC Metz", "FC Nantes", False),
        ("Stade de Reims", "Stade Rennais", False),
    ],
)
def test_nearness_goes_by_a_clubs_own_words(spelling, known, is_near):
    assert (likeness(spelling, known.casefold()) >= 0.85) is is_near
