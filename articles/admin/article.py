from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from articles import policy
from articles.models import Article, Edition, Language, MatchLink

from .article_form import ONE_LINE, ArticleForm
from .corrections import CorrectionViews
from .desk import WordsAdmin, pair
from .editions import EditionViews
from .facts import FactViews
from .inlines import BylineInline, MatchLinkInline
from .intake import IntakeViews
from .preview import PreviewViews
from .reading import reading
from .state import badge
from .translating import TranslatingViews
from .translating_machine import MachineViews
from .translating_origin import OriginViews
from .translating_records import RecordViews
from .translating_xliff import XliffViews

WORDS = pair("title", "standfirst", "body", "social_title")
READING = pair("reading")


@admin.register(Article)
class ArticleAdmin(
    IntakeViews,
    CorrectionViews,
    EditionViews,
    FactViews,
    PreviewViews,
    MachineViews,
    OriginViews,
    RecordViews,
    XliffViews,
    TranslatingViews,
    WordsAdmin,
):
    list_display = ["headline", "kind", "french", "english", "match", "changed_at"]
    list_filter = ["kind", "original_language", "editions__status", "changed_at"]
    list_display_links = ["headline"]
    search_fields = [
        "title_fr",
        "title_en",
        "authors__name",
        "matches__home__name_fr",
        "matches__home__name_en",
        "matches__home__aliases__name",
        "matches__away__name_fr",
        "matches__away__name_en",
        "matches__away__aliases__name",
    ]
    search_help_text = _("Words of the title, an author, a team")
    date_hierarchy = "changed_at"
    form = ArticleForm
    autocomplete_fields = ["lead_photo"]
    inlines = [MatchLinkInline, BylineInline]
    change_form_template = "admin/articles/article/change_form.html"

    @property
    def media(self):
        """Django's own, without what makes a slug: it weighs 38 kB."""
        shortened = "" if settings.DEBUG else ".min"
        names = [f"vendor/jquery/jquery{shortened}", "jquery.init", "core"]
        names += ["admin/RelatedObjectLookups", "actions"]
        return forms.Media(js=[f"admin/js/{name}.js" for name in names])

    def get_fieldsets(self, request, obj=None):
        facts = {"fields": ["kind", "original_language", "lead_photo", "seen_version"]}
        if self.has_change_permission(request, obj) or obj is None:
            words = {"classes": ["pair"], "fields": WORDS}
        else:
            words = {"classes": ["pair"], "fields": READING}
            facts["fields"].remove("seen_version")
        return [(_("Words"), words), (_("Story"), facts)]

    def get_readonly_fields(self, request, obj=None):
        return [] if self.has_change_permission(request, obj) else READING[0]

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.user = request.user
        return form

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name.startswith(ONE_LINE):
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 1})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_queryset(self, request):
        links = MatchLink.objects.with_matches()
        return (
            super()
            .get_queryset(request)
            .select_related("imported_copy")
            .defer("imported_copy__text")
            .prefetch_related(
                Prefetch("editions", Edition.objects.with_state()),
                "bylines__author",
                Prefetch("links", links),
            )
        )

    def has_change_permission(self, request, obj=None):
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or policy.may_change(request.user, obj))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        if not change:
            Edition.objects.create(article=obj, language=obj.original_language)

    @admin.display(description=_("title"))
    def headline(self, article):
        return str(article)

    @admin.display(description=_("French"))
    def french(self, article):
        return badge(article.edition(Language.FRENCH))

    @admin.display(description=_("English"))
    def english(self, article):
        return badge(article.edition(Language.ENGLISH))

    @admin.display(description=_("match"))
    def match(self, article):
        return ", ".join(
            f"{link.match.home.label} – {link.match.away.label}"
            for link in article.links.all()
        )

    @admin.display(description=_("French"))
    def reading_fr(self, article):
        return reading(article, Language.FRENCH)

    @admin.display(description=_("English"))
    def reading_en(self, article):
        return reading(article, Language.ENGLISH)
