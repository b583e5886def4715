"""The log as CSV."""

import csv
import io

import pytest

from articles.models import AuditEntry
from tests.factories import NOON, make_edition

pytestmark = pytest.mark.django_db

Door = AuditEntry.Door
EXPORT = "/admin/articles/auditentry/export/"


def exported(client, **asked):
    data = b"".join(client.get(EXPORT, asked).streaming_content)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_is_asked_is_taken_out_and_no_more(editor_client, desk_chief):
    edition = make_edition()
    how = {"by": desk_chief, "at": NOON, "address": "192.0.2.7"}
    AuditEntry.objects.record("publish", edition, **how, after="published")
    AuditEntry.objects.record("withdraw", edition, **how)

    _heading, line = exported(editor_client, act="publish")

    start = ["2024-05-03 12:00:00", "chief", "Publié", "Édition", str(edition)]
    end = [str(edition.pk), Door.COMMAND.label, "192.0.2.7", '{"after": "published"}']
    assert line == start + end


def test_taking_the_log_out_is_logged_with_what_was_asked(editor_client, desk_chief):
    exported(editor_client, act="publish", words="derby")

    entry = AuditEntry.objects.get(action="export_log")
    assert (entry.user, entry.door) == (desk_chief, "page")
    assert entry.details == {"asked": {"act": "publish", "words": "derby"}}


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(1)", "'@SUM(1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("\r\n=1", "' =1"),
        ("＝1", "'＝1"),
        ('a"b;c,d', 'a"b;c,d'),
        ("a\r\n2024-05-03,forged\x85b\u2028c", "a 2024-05-03,forgedb c"),
        ("1-0 pour l’OM", "1-0 pour l’OM"),
    ],
)
def test_no_text_is_a_formula_or_a_line_of_its_own(editor_client, label, cell):
    AuditEntry.objects.record("juggle", None, by=None, label=label, reason=label)

    lines = exported(editor_client, act="", words="")

    told = [line[4] for line in lines if line[2] == "juggle"]
    assert (len(lines), [len(line) for line in lines]) == (3, [9, 9, 9])
    assert told == [cell]


def test_a_search_that_cannot_be_takes_nothing_out(editor_client):
    page = editor_client.get(EXPORT, {"since": "yesterday"})

    assert page.context["lines"] == []
    assert not AuditEntry.objects.exists()
