import json

from django.apps import apps
from django.contrib import admin
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.models import AuditEntry

from .verb_forms import full_name

ACTS = {
    "add": _("Created"),
    "change": _("Changed"),
    "delete": _("Deleted"),
    "open": _("Opened"),
    "submit": _("Submitted"),
    "send_back": _("Sent back"),
    "approve": _("Passed"),
    "publish": _("Published"),
    "withdraw": _("Withdrawn"),
    "make_preview": _("Preview link made"),
    "open_preview": _("Preview link opened"),
    "revoke_preview": _("Preview link revoked"),
    "restore": _("Brought back"),
    "withhold": _("Withheld"),
    "give_back": _("Shown again"),
    "check_quote": _("Quote checked"),
    "approve_quote": _("Quote approved"),
    "dispute_quote": _("Quote disputed"),
    "reopen_quote": _("Quote taken up again"),
    "correct_quote": _("Quote corrected"),
    "second_look": _("Looked at again"),
    "dismiss": _("Check dismissed"),
    "hand": _("Translation handed over"),
    "adapt": _("Made an adaptation"),
    "translate_again": _("Made a translation again"),
    "still_right": _("Still right"),
    "leave_out": _("Left out"),
    "follow": _("Moved as in the source"),
    "machine_draft": _("Machine draft taken"),
    "xliff_export": _("Sent out as XLIFF"),
    "xliff_import": _("Taken in as XLIFF"),
}


class Named(admin.AllValuesFieldListFilter):
    """A filter over the values of a column, in words."""

    def name(self, value):
        return ACTS.get(value) or kinds().get(value, value)

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": self.name(choice["display"])}


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """To read: the log is written by what people do, and never changed."""

    list_display = ["at", "who", "act", "label", "kind"]
    list_filter = [("action", Named), ("model", Named), "at"]
    list_select_related = ["user"]
    search_fields = ["label", "user__username"]
    date_hierarchy = "at"
    show_facets = admin.ShowFacets.NEVER
    fields = ["at", "who", "act", "label", "kind", "number", "address", "what"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("who"), ordering="user", empty_value="–")
    def who(self, entry):
        return entry.user and full_name(entry.user)

    @admin.display(description=_("act"), ordering="action")
    def act(self, entry):
        return ACTS.get(entry.action, entry.action)

    @admin.display(description=_("kind"), ordering="model")
    def kind(self, entry):
        return kinds().get(entry.model, entry.model)

    @admin.display(description=_("number"))
    def number(self, entry):
        return entry.object_id

    @admin.display(description=_("details"))
    def what(self, entry):
        text = json.dumps(entry.details, ensure_ascii=False, indent=2)
        return format_html("<pre>{}</pre>", text)


def kinds():
    """The names of models by their labels: “articles.Quote” is a quote."""
    return {
        model._meta.label: capfirst(model._meta.verbose_name)
        for model in apps.get_models()
    }
