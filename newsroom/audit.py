"""What people do in the admin, in the one log."""

from articles.before_after import deleted, written, written_rows
from articles.models import AuditEntry


class Audited:
    """Every save and deletion made through an admin writes an AuditEntry.

    A view of an admin that changes a record otherwise tells `log_change` what, in
    `request.written`: name → [before, after].
    """

    def construct_change_message(self, request, form, formsets, add=False):  # noqa: FBT002 - Django's
        request.written = written(form, is_new=add)
        request.written_rows = written_rows(formsets or [])
        return super().construct_change_message(request, form, formsets, add)

    def log_addition(self, request, obj, message):
        record("add", obj, request, **told(request))
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        record("change", obj, request, **told(request))
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            record("delete", obj, request, fields=deleted(obj))
        return super().log_deletions(request, queryset)


def told(request):
    details = {"fields": getattr(request, "written", {})}
    if rows := getattr(request, "written_rows", []):
        details["rows"] = rows
    return details


def record(action, about, request, **details):
    return AuditEntry.objects.record(action, about, by=request.user, **details)
