"""What the same file leaves behind, however often and in whatever order it comes."""

import hashlib
import json
import random

import pytest

from matches.importers import football_data, football_json, saving
from matches.importers.importing import import_rows
from matches.importers.rows import Refused
from matches.models import Match, MatchNumber, Team, TeamAlias
from tests.factories import make_season
from tests.matches.importers import leagues

LEAGUE = leagues.LEAGUES[1]
FORMATS = {
    "football.json": (football_json.read, leagues.football_json),
    "football-data": (football_data.read, leagues.football_data),
}
FIELDS = ("matchday", "home__slug", "away__slug", "kickoff_on", "kickoff_at", "status")
SCORES = ("half_time_home", "full_time_home", "full_time_away", "version")


@pytest.fixture
def season(db):
    return make_season(competition=LEAGUE.make())


def fingerprint():
    """Of all that is on file, less the keys the database gives."""
    rows = Match.objects.order_by(*FIELDS).values_list(*FIELDS, *SCORES)
    names = TeamAlias.objects.order_by("name").values_list("name", "team__slug")
    text = repr((list(rows), list(names), Team.objects.count()))
    return hashlib.sha256(text.encode()).hexdigest()


def histories():
    return [model.history.count() for model in (Match, Team, TeamAlias)]


@pytest.mark.parametrize("form", FORMATS)
def test_shuffled_five_times_is_the_same_as_once(season, form):
    read, write = FORMATS[form]
    document = json.loads(write(LEAGUE))
    import_rows(read(json.dumps(document)), season=season)
    before = fingerprint(), histories()

    for seed in range(5):
        random.Random(seed).shuffle(document["matches"])
        import_rows(read(json.dumps(document)), season=season)

    assert (fingerprint(), histories()) == before


@pytest.mark.parametrize("form", FORMATS)
def test_import_broken_off_leaves_nothing_and_can_be_done_again(
    season, form, monkeypatch
):
    read, write = FORMATS[form]
    rows = read(write(LEAGUE))
    with monkeypatch.context() as patched:
        patched.setattr(saving, "number", lambda plans: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            import_rows(rows, season=season)
    left = Match.objects.count(), Team.objects.count(), MatchNumber.objects.count()

    assert left == (0, 0, 0)
    assert import_rows(rows, season=season).created == 57


def test_rule_broken_in_a_batch_names_its_match(season):
    rows = football_json.read(leagues.football_json(LEAGUE))
    import_rows(rows, season=season)
    before = fingerprint()

    with pytest.raises(Refused, match="A running score never goes down"):
        import_rows(football_json.read(without_halves()), season=season)

    assert fingerprint() == before


def without_halves():
    """The same season, goalless; half-times on file had goals."""
    document = json.loads(leagues.football_json(LEAGUE))
    for match in document["matches"]:
        match["score"] = {"ft": [0, 0]} if match["score"] else {}
    return json.dumps(document)
