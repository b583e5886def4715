"""Commands of manage.py, in the log of acts."""

import pytest
from django.db import DatabaseError, connection

from articles.models import AuditEntry
from newsroom.commanding import account, log, run


@pytest.mark.django_db(transaction=True)
def test_a_command_of_django_that_writes_leaves_an_entry():
    run(["manage.py", "clearsessions"])

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.label, entry.user) == ("command", "clearsessions", None)
    assert (entry.door, entry.address) == ("command", "")
    assert entry.details == {"command": "clearsessions", "account": account()}


@pytest.mark.django_db(transaction=True)
def test_a_command_that_only_reads_leaves_none(capsys):
    run(["manage.py", "check"])

    assert not AuditEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_database_without_a_log_yet_stops_no_command():
    def refuse(execute, *arguments):
        raise DatabaseError("no such table")

    with connection.execute_wrapper(refuse):
        log(["createsuperuser"])

    assert not AuditEntry.objects.exists()
