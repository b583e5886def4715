import json

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """To read: the log is written by what people do, and never changed."""

    list_display = ["at", "user", "action", "label", "model"]
    list_filter = ["action", "model", "at"]
    list_select_related = ["user"]
    search_fields = ["label", "user__username"]
    date_hierarchy = "at"
    show_facets = admin.ShowFacets.NEVER
    fields = ["at", "user", "action", "label", "model", "object_id", "address", "what"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("details"))
    def what(self, entry):
        text = json.dumps(entry.details, ensure_ascii=False, indent=2)
        return format_html("<pre>{}</pre>", text)
