from django.contrib import admin
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.models import Language, Notice

from .desk import WordsAdmin, pair


@admin.register(Notice)
class NoticeAdmin(WordsAdmin):
    list_display = ["title_fr", "title_en", "starts_at", "ends_at", "is_shown"]
    list_display_links = ["title_fr", "title_en"]
    search_fields = ["title_fr", "title_en"]
    date_hierarchy = "starts_at"
    fieldsets = [
        (_("Words"), {"classes": ["pair"], "fields": pair("title", "body")}),
        (_("Link"), {"classes": ["pair"], "fields": pair("link_label")}),
        (_("Address and dates"), {"fields": ["link", ("starts_at", "ends_at")]}),
    ]
    change_form_template = "admin/articles/notice/change_form.html"

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """One language will do: the model says what that one lacks."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(db_field, "translated_field"):
            field.required = False
        return field

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["previews"] = list(previews(obj, request)) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("shown now"), boolean=True)
    def is_shown(self, notice):
        return notice.is_current(at=timezone.now())


def previews(notice, request):
    """(language, its name, the page) of each language whose readers get it."""
    saved = Notice.objects.get(pk=notice.pk)
    for language in saved.languages:
        with override(language):
            told = {"notice": saved}
            page = render_to_string("articles/notice_alone.html", told, request)
        yield language, Language(language).label, page
