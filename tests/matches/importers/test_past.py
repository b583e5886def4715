import pytest

from matches.importers.importing import import_rows
from matches.models import Match
from tests.factories import make_competition, make_season
from tests.matches.importers.files import match, rows


@pytest.fixture
def season(db):
    return make_season(competition=make_competition(kind="cup"))


def told(row, names):
    return {name: getattr(row, name) for name in names}


def test_history_says_what_the_matches_say(season):
    import_rows(rows(match(score={})), season=season)
    import_rows(rows(match()), season=season)

    names = [field.attname for field in Match.history.model.tracked_fields]
    last, first = Match.history.order_by("-history_id")
    assert told(last, names) == told(Match.objects.get(), names)
    assert (first.history_type, last.history_type) == ("+", "~")
    assert (first.version, last.version) == (0, 1)
    assert (first.full_time_home, last.full_time_home) == (None, 1)


def test_history_of_an_import_has_its_moment_and_nobodys_name(season):
    import_rows(rows(match()), season=season)

    kept = Match.history.get()
    assert kept.history_user_id is None
    assert kept.history_change_reason == "import"
    assert kept.history_date.utcoffset() is not None
