import pytest

from matches import corrections
from matches.importers.importing import import_rows
from matches.models import Match
from tests.factories import make_match, make_season
from tests.matches.importers.files import match as file_row
from tests.matches.importers.files import rows


@pytest.fixture
def match(db):
    file = file_row(round="Matchday 1", score={"ht": [0, 0], "ft": [1, 0]})
    import_rows(rows(file), season=make_season())
    return Match.objects.get()


def locked_after(match, **values):
    for name, value in values.items():
        setattr(match, name, value)
    corrections.lock(match, list(values))
    return match.locked_fields


def test_corrected_score_is_locked_on_both_sides(match):
    assert locked_after(match, full_time_home=2) == ["full_time_away", "full_time_home"]


def test_corrected_status_is_locked(match):
    assert locked_after(match, status="awarded") == ["status"]


@pytest.mark.parametrize(
    "values", [{"extra_time_home": 2, "extra_time_away": 0}, {"attendance": 65000}]
)
def test_what_no_import_told_stays_open(match, values):
    assert locked_after(match, **values) == []


def test_value_given_back_is_open_again(match):
    locked_after(match, full_time_home=2)

    assert locked_after(match, full_time_home=1) == []


def test_match_entered_by_hand_stays_open(db):
    match = make_match(full_time_home=1, full_time_away=0)

    assert locked_after(match, full_time_home=2) == []


def test_unlocked_match_is_open_to_imports(match):
    locked_after(match, full_time_home=2)

    corrections.unlock(match)

    assert Match.objects.get().locked_fields == []
