"""What people do in the admin, in the one log."""

from articles.models import AuditEntry

LONGEST = 500


class Audited:
    """Every save and deletion made through an admin writes an AuditEntry."""

    def construct_change_message(self, request, form, formsets, add=False):  # noqa: FBT002 - Django's
        request.written = written(form, add=add)
        return super().construct_change_message(request, form, formsets, add)

    def log_addition(self, request, obj, message):
        record("add", obj, request, fields=getattr(request, "written", {}))
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        record("change", obj, request, fields=getattr(request, "written", {}))
        return super().log_change(request, obj, message)

    def log_deletions(self, request, queryset):
        for obj in queryset:
            record("delete", obj, request)
        return super().log_deletions(request, queryset)


def record(action, about, request, **details):
    return AuditEntry.objects.record(
        action,
        about,
        by=request.user,
        address=request.META.get("REMOTE_ADDR", ""),
        **details,
    )


def written(form, *, add):
    """Field → [before, after] of what the form changed, cut to a line or two."""
    changed = [name for name in form.changed_data if "password" not in name]
    return {
        name: [
            None if add else cut(form.get_initial_for_field(form.fields[name], name)),
            cut(form.cleaned_data.get(name)),
        ]
        for name in changed
    }


def cut(value):
    if value is None or isinstance(value, bool | int):
        return value
    if hasattr(value, "__iter__") and not isinstance(value, str):
        value = ", ".join(map(str, value))
    return str(value)[:LONGEST]
