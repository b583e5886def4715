"""What the database role of the application may do, where another owns the tables."""

from django.db import connection, transaction

from articles.append_only import TABLES
from articles.models import AuditEntry

OWNED = """
    SELECT count(*) FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace
    AND pg_has_role(%s, relowner, 'MEMBER')
"""


class Unfit(Exception):
    """The role cannot be kept from the log; the sentence says why."""


@transaction.atomic
def grant(role: str):
    """Every right on rows, but on the log and the releases to read and to add.

    Raises Unfit.
    """
    if connection.vendor != "postgresql":
        raise Unfit("SQLite has no roles: the file’s owner may do anything.")
    with connection.cursor() as cursor:
        refuse_mighty(cursor, role)
        for statement in statements(connection.ops.quote_name(role)):
            cursor.execute(statement)
    AuditEntry.objects.record("grant_role", None, by=None, label=role)


def refuse_mighty(cursor, role):
    """One that owns the tables, or is above rights, would only seem to be kept."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = %s", [role])
    found = cursor.fetchone()
    if found is None:
        raise Unfit(f"There is no role {role}: CREATE ROLE it first.")
    if found[0]:
        raise Unfit(f"{role} is a superuser, whom no right holds back.")
    cursor.execute(OWNED, [role])
    if cursor.fetchone()[0]:
        raise Unfit(f"{role} owns tables, and could take any right back.")


def statements(role):
    kept, schema = ", ".join(TABLES), "SCHEMA public"
    yield f"GRANT USAGE ON {schema} TO {role}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN {schema} TO {role}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN {schema} TO {role}"
    for holder in (role, "PUBLIC"):
        yield f"REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON {kept} FROM {holder}"
