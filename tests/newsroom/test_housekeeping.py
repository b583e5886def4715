from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from articles.models import Autosave, Presence
from newsroom.housekeeping import housekeeping
from tests.factories import NOON, make_user


def make_presence(*, at):
    return Presence.objects.create(
        model="articles.Article",
        object_id="12",
        user=make_user(),
        tab="some-tab",
        seen_at=at,
    )


def test_what_is_outdated_goes_once(db):
    make_presence(at=NOON - timedelta(seconds=61))
    fresh = make_presence(at=NOON - timedelta(seconds=60))

    assert housekeeping(at=NOON)["presences removed"] == 1
    assert housekeeping(at=NOON)["presences removed"] == 0
    assert Presence.objects.get() == fresh


def test_the_command_reports_in_one_line(db, capsys):
    make_presence(at=timezone.now() - timedelta(minutes=2))
    Autosave.objects.create(
        user=make_user(), model="articles.Article", tab="some-tab", kept_at=NOON
    )
    call_command("housekeeping")

    said = "1 presences removed, 1 autosaves removed, 0 embargoes followed, "
    said += "0 arrivals logged, 0 translations remembered"
    assert capsys.readouterr().out == f"housekeeping: {said}\n"
