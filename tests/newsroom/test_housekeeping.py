from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone

from articles.models import (
    AuditEntry,
    Autosave,
    Edition,
    HousekeepingRun,
    Presence,
    Undone,
)
from newsroom.housekeeping import Task, housekeeping
from newsroom.management.commands.housekeeping import outlived
from tests.factories import NOON, make_article, make_match, make_user, publish


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
    said += "0 arrivals logged, 0 translations remembered, 0 files removed, "
    said += "0 sessions removed"
    assert capsys.readouterr().out == f"housekeeping: {said}\n"


MINUTE = timedelta(minutes=1)


def broken_among(count):
    """Scheduled editions due at NOON, the first of which no page can be made of."""
    by, early = make_user(is_superuser=True), NOON - timedelta(hours=1)
    made = [
        publish(make_article(), by=by, at=early, publish_at=NOON) for _ in range(count)
    ]
    Edition.objects.filter(pk=made[0].pk).update(slug="%%%")
    return made


def arrived():
    return AuditEntry.objects.filter(action="arrive").count()


def test_one_that_fails_stops_no_other_and_says_why(db):
    broken, *_others = broken_among(5)
    done = housekeeping(at=NOON)

    assert done["arrivals logged"] == arrived() == 4
    undone = Undone.objects.get()
    assert (undone.task, undone.item) == (
        "arrivals logged",
        f"articles.Edition:{broken.pk}",
    )
    assert undone.reason.startswith("NoReverseMatch: ")


def test_what_fails_is_tried_again_and_told_since_when(db):
    broken_among(1)
    housekeeping(at=NOON)
    housekeeping(at=NOON + MINUTE)

    undone = Undone.objects.get()
    assert (undone.since, undone.last_at) == (NOON, NOON + MINUTE)


def test_what_is_mended_is_done_and_leaves_the_board(db):
    (broken,) = broken_among(1)
    housekeeping(at=NOON)
    Edition.objects.filter(pk=broken.pk).update(slug="repare")

    assert housekeeping(at=NOON + MINUTE)["arrivals logged"] == 1
    assert not Undone.objects.exists()


def test_what_is_due_no_more_leaves_the_board(db):
    (broken,) = broken_among(1)
    housekeeping(at=NOON)
    Edition.objects.filter(pk=broken.pk).update(status="withdrawn")
    housekeeping(at=NOON + MINUTE)

    assert not Undone.objects.exists()


def test_half_of_a_failed_item_is_not_kept(db):
    def half(item, *, at):
        make_user("half")
        raise ValueError("no")

    task = Task("halves", lambda *, at: [None], half)
    assert housekeeping(at=NOON, tasks=[task]) == {"halves": 0}

    assert not type(make_user()).objects.filter(username="half").exists()


def test_a_task_that_cannot_tell_its_items_stops_no_other(db):
    def lost(*, at):
        raise ValueError("no list")

    one = Task("one", lost, lost)
    other = Task("other", lambda *, at: [None], lambda item, *, at: 1)

    assert housekeeping(at=NOON, tasks=[one, other]) == {"one": 0, "other": 1}
    assert Undone.objects.get().reason == "ValueError: no list"


def test_each_run_that_ends_says_when(db):
    housekeeping(at=NOON)
    housekeeping(at=NOON + MINUTE)

    assert HousekeepingRun.objects.get().ended_at == NOON + MINUTE


def test_an_embargo_that_a_door_forgot_is_followed(db):
    match = make_match()
    edition = publish(make_article(), at=NOON)
    columns = {"embargo_match": match, "embargo_event": "full_time"}
    Edition.objects.filter(pk=edition.pk).update(**columns)
    type(match).objects.update(full_time_at=NOON)

    assert housekeeping(at=NOON)["embargoes followed"] == 1
    assert Edition.objects.public("fr", at=NOON).contains(edition)


def test_what_is_repeated_ends_with_the_process_that_started_it():
    ended = 0

    assert outlived(ended, 60) is False
