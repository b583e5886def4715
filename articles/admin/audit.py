"""The log of acts, for the desk chief: to search, to read and to take away."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.models import AuditEntry

from .audit_details import Line, about, details, kinds
from .audit_export import TYPE, rows
from .audit_search import Search

ACTS = {
    "add": _("Created"),
    "change": _("Changed"),
    "delete": _("Deleted"),
    "open": _("Opened"),
    "submit": _("Submitted"),
    "send_back": _("Sent back"),
    "approve": _("Passed"),
    "publish": _("Published"),
    "arrive": _("Appeared to readers"),
    "withdraw": _("Withdrawn"),
    "assign": _("Work given"),
    "take": _("Work taken"),
    "finish": _("Work done"),
    "hand_over": _("Work handed over"),
    "make_preview": _("Preview link made"),
    "open_preview": _("Preview link opened"),
    "revoke_preview": _("Preview link revoked"),
    "restore": _("Brought back"),
    "withhold": _("Withheld"),
    "give_back": _("Shown again"),
    "take_down": _("Picture taken down"),
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
    "answer_correction": _("Correction answered"),
    "write": _("Passage written"),
    "done": _("Passage done"),
    "reopen": _("Passage taken up again"),
    "remove": _("Passage taken away"),
    "export_log": _("Log taken out"),
    "import_matches": _("Matches imported"),
    "import_terms": _("Glossary imported"),
    "sync_roles": _("Rights of a role set"),
    "grant_role": _("Rights in the database set"),
    "housekeeping": _("Old unsaved work thrown away"),
    "demo": _("Demo built"),
    "unschedule": _("Taken off the schedule"),
    "command": _("Command run"),
    "sign_in": _("Signed in"),
    "sign_in_failed": _("Sign-in failed"),
    "sign_out": _("Signed out"),
    "end_session": _("Session ended"),
    "end_sessions": _("All sessions ended"),
    "change_password": _("Password changed"),
    "add_second_factor": _("Second factor set up"),
    "remove_second_factor": _("Second factor removed"),
    "reset_second_factor": _("Second factor reset"),
    "second_factor_failed": _("Wrong code"),
    "make_recovery_codes": _("Recovery codes made"),
    "use_recovery_code": _("Recovery code used"),
}
PAGE = 50
PAGES = "admin/articles/auditentry/"


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """To read: the log is written by what people do, and never changed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        export = self.admin_site.admin_view(self.export_view)
        return [
            path("export/", export, name="articles_auditentry_export"),
            *super().get_urls(),
        ]

    @method_decorator([never_cache, require_safe])
    def changelist_view(self, request, extra_context=None):
        """A page of the newest, or of those before the entry numbered `?before=`."""
        asked, heading = self.asked(request), capfirst(self.opts.verbose_name_plural)
        entries = asked.entries(AuditEntry.objects.select_related("user"))
        last = asked.last()
        found = list((entries.before(last) if last else entries)[: PAGE + 1])
        lines = [Line.of(entry, ACTS) for entry in found[:PAGE]]
        context = {
            "asked": asked,
            "lines": lines,
            "older": asked.link(before=lines[-1].number) if found[PAGE:] else "",
            "newest": asked.link() if last else "",
        }
        return self.page(request, "log.html", title=heading, **context)

    @method_decorator([never_cache, require_safe])
    def change_view(self, request, object_id, form_url="", extra_context=None):
        entries = AuditEntry.objects.select_related("user")
        number = self.model._meta.pk.to_python(digits(object_id))
        entry = get_object_or_404(entries, pk=number)
        self.refuse_strangers(request)
        line = Line.of(entry, ACTS)
        context = {"line": line, "told": details(entry), "about": about(entry)}
        return self.page(request, "entry.html", title=line.act, **context)

    @method_decorator([never_cache, require_safe])
    def export_view(self, request):
        """What the page of the log lists, all of it, as CSV."""
        asked = self.asked(request)
        if not asked.is_valid():
            return self.changelist_view(request)
        AuditEntry.objects.record("export_log", None, by=request.user, asked=asked.said)
        entries = asked.entries(AuditEntry.objects.select_related("user"))
        name = f"tribune-log-{timezone.localdate():%Y-%m-%d}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(
            rows(entries, ACTS, language=get_language()),
            content_type=TYPE,
            headers=headers,
        )

    def asked(self, request):
        self.refuse_strangers(request)
        return Search(request.GET, acts=ACTS, kinds=kinds())

    def refuse_strangers(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied

    def page(self, request, template, **context):
        context |= self.admin_site.each_context(request) | {"opts": self.opts}
        return TemplateResponse(request, f"{PAGES}{template}", context)


def digits(text):
    """What can be the number of an entry, else that of none."""
    is_number = text.isascii() and text.isdigit() and len(text) < 16
    return text if is_number else "0"
