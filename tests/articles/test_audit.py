import pytest
from django.db.models import ProtectedError
from django.utils import translation

from articles.models import AppendOnly, AuditEntry
from tests.factories import NOON, make_edition, make_user

pytestmark = pytest.mark.django_db


def make_entry(**details):
    return AuditEntry.objects.record(
        "publish", make_edition(), by=make_user("lea"), at=NOON, **details
    )


def test_an_entry_tells_who_did_what_when():
    with translation.override("en"):
        entry = make_entry()

    said = "2024-05-03 12:00 lea publish Le petit truc manque (French)"
    assert str(entry) == said


def test_an_entry_keeps_what_changed():
    stored = AuditEntry.objects.get(pk=make_entry(before="draft", after="ready").pk)

    assert stored.details == {"before": "draft", "after": "ready"}


def test_an_entry_holds_only_what_every_database_holds():
    entry = make_entry(reason="a\0b\ud800", fields={"title": ["\ufeffa", None, 1]})

    stored = AuditEntry.objects.get(pk=entry.pk)

    assert stored.details == {"reason": "ab", "fields": {"title": ["a", None, 1]}}


def test_entries_are_found_by_their_object():
    edition = make_edition()
    entry = AuditEntry.objects.record("submit", edition, by=None, at=NOON)
    make_entry()

    assert list(AuditEntry.objects.about(edition)) == [entry]


@pytest.mark.parametrize("act", ["save", "delete"])
def test_an_entry_is_only_ever_added(act):
    entry = make_entry()

    with pytest.raises(AppendOnly):
        getattr(entry, act)()


def test_the_log_is_neither_changed_nor_emptied():
    make_entry()

    with pytest.raises(AppendOnly):
        AuditEntry.objects.update(action="nothing")
    with pytest.raises(AppendOnly):
        AuditEntry.objects.all().delete()


def test_who_stands_in_the_log_cannot_be_deleted():
    with pytest.raises(ProtectedError):
        make_entry().user.delete()
