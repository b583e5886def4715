import os
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.db import connection
from django.utils import translation

from articles import append_only
from tests.factories import make_user


@pytest.fixture(autouse=True)
def _french():
    with translation.override("fr"):
        yield


@pytest.fixture(autouse=True)
def _temporary_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _no_memory_of_other_tests():
    caches["pages"].clear()  # the other is in the database


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, tmp_path_factory
):
    # In memory, all threads of the live server would share one connection, and the
    # transaction of one page would swallow that of another.
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "tribune.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The suite's database; gives the tables that migrations guard.

    Tests may empty them: test_append_only.py has the guards to itself. PostgreSQL drops
    the database only once nobody else is in it.
    """
    with django_db_blocker.unblock():
        guarded = append_only.guarded(connection)
        append_only.lift(connection)
    yield guarded
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def django_assert_num_queries(django_assert_num_queries):
    """Counts what a process asks that knows its content types, whatever ran before."""

    def count(*args, **options):
        ContentType.objects.get_for_models(*apps.get_models())
        return django_assert_num_queries(*args, **options)

    return count


@pytest.fixture
def desk_chief(db):
    return make_user("chief", is_superuser=True)


@pytest.fixture
def editor_client(client, desk_chief):
    client.force_login(desk_chief)
    return client


@pytest.fixture(scope="session")
def real_copy():
    """The folder of real copy, when it lies beside the project."""
    folder = Path(os.environ.get("TRIBUNE_COPY", "../shared/copy"))
    if not folder.is_dir():
        pytest.skip("the real copy is not beside the project")
    return folder
