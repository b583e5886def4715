"""The role that serves the newsroom on PostgreSQL, kept from the log by its rights."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from articles.models import AuditEntry, Release
from tests.factories import make_article, publish

ROLE = "tribune_app"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no roles"),
]


def run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def role():
    run(f"CREATE ROLE {ROLE} LOGIN")
    return ROLE


@pytest.fixture
def _as_the_application(role):
    """What follows is asked under the role, as a server would that signs in as it."""
    call_command("grant_role", role)
    run("SET CONSTRAINTS ALL IMMEDIATE", f"SET LOCAL ROLE {role}")
    yield
    run("RESET ROLE")


@pytest.mark.parametrize(
    "act", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"]
)
@pytest.mark.parametrize("model", [AuditEntry, Release])
@pytest.mark.usefixtures("_as_the_application")
def test_the_application_cannot_alter_what_is_only_added_to(act, model):
    publish(make_article())
    told = model.objects.count()

    refusal = f"permission denied for table {model._meta.db_table}"
    with pytest.raises(ProgrammingError, match=refusal), transaction.atomic():
        run(act.format(model._meta.db_table))
    assert model.objects.count() == told


@pytest.mark.usefixtures("_as_the_application")
def test_the_application_cannot_lift_its_guards():
    with pytest.raises(ProgrammingError, match="must be owner"), transaction.atomic():
        run("ALTER TABLE articles_auditentry DISABLE TRIGGER ALL")


@pytest.mark.usefixtures("_as_the_application")
def test_the_application_writes_all_the_rest():
    article = make_article(title_fr="Un")
    edition = publish(article)
    Group.objects.create(name="others").delete()

    assert edition.release.title == "Un"
    assert AuditEntry.objects.filter(action="publish").count() == 1


def test_rights_given_are_in_the_log(role):
    call_command("grant_role", role)

    entry = AuditEntry.objects.get()
    assert (entry.action, entry.label) == ("grant_role", ROLE)


@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ("SUPERUSER", "tribune_app is a superuser"),
        ("IN ROLE tribune", "tribune_app owns tables"),
    ],
)
def test_a_role_that_no_right_holds_back_is_refused(how, reason):
    run(f"CREATE ROLE {ROLE} {how}")

    with pytest.raises(CommandError, match=reason):
        call_command("grant_role", ROLE)


def test_an_unknown_role_is_refused():
    with pytest.raises(CommandError, match="There is no role nobody"):
        call_command("grant_role", "nobody")
