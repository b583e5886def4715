"""The database refuses to change or delete what is only ever added to.

A migration installs it on the tables that there are by then (those before 0014: FIRST).
SQLite loses the triggers of a table that a later migration
remakes: that one installs them again (a test migrates an empty database and asks).
"""

from django.db.backends.base.base import BaseDatabaseWrapper

# Table → its unique keys: SQLite's INSERT OR REPLACE deletes without asking a trigger
FIRST = {
    "articles_auditentry": [["id"]],
    "articles_release": [["id"], ["edition_id", "number"]],
}
TABLES = FIRST | {
    "articles_correctionanswer": [["id"], ["edition_id", "correction_id"]],
    "articles_withdrawal": [["id"]],
}
ACTS = ("UPDATE", "DELETE")


def install(connection: BaseDatabaseWrapper, tables: dict = TABLES):
    lift(connection, tables)
    run(connection, INSTALLS[connection.vendor](tables))


def lift(connection: BaseDatabaseWrapper, tables: dict = TABLES):
    """Until `install`: for a test database, or a migration that corrects old rows."""
    run(connection, LIFTS[connection.vendor](tables))


def guarded(connection: BaseDatabaseWrapper) -> set[str]:
    """The tables that it is installed on."""
    with connection.cursor() as cursor:
        cursor.execute(GUARDED[connection.vendor])
        return {table for (table,) in cursor.fetchall()} & TABLES.keys()


def run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def sqlite_installs(tables):
    for table, keys in tables.items():
        refusal = f"SELECT RAISE(ABORT, '{table} is only ever added to');"
        for act in ACTS:
            yield (
                f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN {refusal} END"
            )
        same = " OR ".join(
            "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")"
            for key in keys
        )
        yield (
            f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) BEGIN {refusal} END"
        )


def sqlite_lifts(tables):
    for table in tables:
        for act in (*ACTS, "REPLACE"):
            yield f"DROP TRIGGER IF EXISTS {table}_{act.lower()}"


def postgresql_installs(tables):
    yield """
        CREATE OR REPLACE FUNCTION only_ever_added_to() RETURNS trigger AS $$
        BEGIN
            RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME
                USING ERRCODE = 'restrict_violation';
        END
        $$ LANGUAGE plpgsql
    """
    for table in tables:
        yield (
            f"CREATE TRIGGER {table}_added BEFORE UPDATE OR DELETE OR TRUNCATE "
            f"ON {table} FOR EACH STATEMENT EXECUTE FUNCTION only_ever_added_to()"
        )


def postgresql_lifts(tables):
    for table in tables:
        yield f"DROP TRIGGER IF EXISTS {table}_added ON {table}"


INSTALLS = {"sqlite": sqlite_installs, "postgresql": postgresql_installs}
GUARDED = {
    "sqlite": "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgrelid::regclass::text FROM pg_trigger "
    "WHERE NOT tgisinternal",
}
LIFTS = {"sqlite": sqlite_lifts, "postgresql": postgresql_lifts}
