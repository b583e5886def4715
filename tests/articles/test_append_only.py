"""The database itself refuses, whoever asks: without our code, and with its owner."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles import append_only
from articles.models import AuditEntry, CorrectionAnswer, Release, Withdrawal
from tests.factories import NOON, make_article, make_user, publish

STATEMENTS = [
    f"{act.format(table)}"
    for table in append_only.TABLES
    for act in ("UPDATE {} SET id = id", "DELETE FROM {}")
]
pytestmark = pytest.mark.django_db


@pytest.fixture
def _installed():
    append_only.install(connection)
    yield
    append_only.lift(connection)


@pytest.fixture
def published(_installed):
    edition = publish(make_article())
    release, by = edition.release, make_user()
    CorrectionAnswer.objects.create(
        edition=edition,
        correction=release,
        reason="Same in both",
        answered_at=NOON,
        answered_by=by,
    )
    Withdrawal.objects.create(edition=edition, withdrawn_at=NOON, withdrawn_by=by)
    return AuditEntry.objects.get(action="publish"), release


def run(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_only_added_to_is_neither_changed_nor_deleted(published, statement):
    entry, release = published

    with pytest.raises(IntegrityError, match="is only ever added to"):
        run(statement)
    assert AuditEntry.objects.get(pk=entry.pk).action == "publish"
    assert Release.objects.get(pk=release.pk).title == release.title


@pytest.mark.parametrize("table", append_only.TABLES)
def test_a_table_is_not_emptied_at_once(published, table):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")

    with pytest.raises(IntegrityError, match="is only ever added to"):
        run(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table} CASCADE")


@pytest.mark.parametrize("table", append_only.TABLES)
def test_sqlite_replaces_no_row(published, table):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no REPLACE")

    with pytest.raises(IntegrityError, match="is only ever added to"):
        run(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_a_guarded_table_is_added_to(published):
    AuditEntry.objects.record("open", make_article(), by=make_user(), at=NOON)

    assert AuditEntry.objects.filter(action="open").count() == 1


def test_migrations_leave_every_table_guarded(django_db_setup, pytestconfig):
    if pytestconfig.getoption("nomigrations"):
        pytest.skip("the database was made without migrations")

    assert django_db_setup == append_only.TABLES.keys()
