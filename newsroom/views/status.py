from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"


@never_cache
@require_safe
def healthz(request):
    """The process answers; it says nothing of what it depends on."""
    return HttpResponse("ok\n", content_type=PLAIN)


@never_cache
@require_safe
def readyz(request):
    """Database reached and migrated, cache reached: else 503, naming which failed."""
    failing = [name for name, works in CHECKS.items() if not works()]
    text = f"not ready: {', '.join(failing)}\n" if failing else "ready\n"
    return HttpResponse(text, content_type=PLAIN, status=503 if failing else 200)


def database_answers():
    try:
        connection.ensure_connection()
    except DatabaseError:
        return False
    return True


def migrations_are_applied():
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


def cache_keeps():
    cache.set("readyz", DEFAULT_DB_ALIAS, 5)
    return cache.get("readyz") == DEFAULT_DB_ALIAS


CHECKS = {
    "database": database_answers,
    "migrations": migrations_are_applied,
    "cache": cache_keeps,
}


@require_safe
def robots(request):
    text = "User-agent: *\nDisallow: /admin/\n"
    return HttpResponse(text, content_type=PLAIN)
