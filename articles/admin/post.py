from django.contrib import admin
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.models import ClubPost
from articles.post_checks import Level

from .desk import MATCH, RecordAdmin, pair
from .post_form import ClubPostForm
from .post_list import HasMatch, IsOfficial, PostList
from .post_pages import Filled, PostTakedown


@admin.register(ClubPost)
class ClubPostAdmin(PostTakedown, Filled, RecordAdmin):
    class Media:
        css = {"all": ["css/posts.css"]}

    form = ClubPostForm
    change_form_template = "admin/articles/post/change_form.html"
    list_display = ["words", "author", "posted", "status", "checks", "about", "used"]
    list_display_links = ["words"]
    list_filter = [
        "state",
        ("account__team", admin.RelatedOnlyFieldListFilter),
        IsOfficial,
        HasMatch,
        "provider",
        "language",
        "obtained",
    ]
    list_select_related = ["account__team", *MATCH]
    search_fields = ["text_searchable", "text_readable", "author_name", "author_handle"]
    search_help_text = _("Words of the post, or its author")
    autocomplete_fields = ["account", "match"]
    readonly_fields = ["text_readable", "captured_at"]
    translated = ("translation",)
    fieldsets = [
        (
            _("The post"),
            {
                "fields": [
                    "text_raw",
                    "text_readable",
                    "language",
                    ("author_name", "author_handle", "provider"),
                    ("posted_on", "posted_at"),
                ]
            },
        ),
        (
            _("In the other language"),
            {"classes": ["pair"], "fields": pair(*translated)},
        ),
        (
            _("The match it tells of"),
            {
                "fields": [
                    "match",
                    ("claimed_minute", "claimed_added"),
                    ("claimed_home", "claimed_away"),
                ]
            },
        ),
        (
            _("Where it comes from"),
            {
                "fields": [
                    ("account", "author_kind"),
                    ("external_id", "picture_code"),
                    "canonical_url",
                    ("obtained", "captured_at"),
                ]
            },
        ),
        (
            _("What became of it"),
            {
                "fields": [
                    ("state", "state_at", "checked_at"),
                    "state_reason",
                    "archive_url",
                ]
            },
        ),
    ]

    def get_changelist(self, request, **kwargs):
        return PostList

    def save_model(self, request, obj, form, change):
        if not change:
            obj.captured_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description=_("words"), ordering="text_readable")
    def words(self, post):
        text = post.text_readable
        return text if len(text) < 91 else f"{text[:90]}…"

    @admin.display(description=_("author"), ordering="author_handle")
    def author(self, post):
        handle = f"@{post.author_handle}" if post.author_handle else ""
        if not post.is_official:
            return format_html("{} <small>{}</small>", post.author_name, handle)
        team = post.account.team
        return format_html("<strong>{}</strong> <small>{} ✓</small>", team, handle)

    @admin.display(description=_("posted"), ordering="posted_at")
    def posted(self, post):
        if not post.posted_at:
            return formats.date_format(post.posted_on, "SHORT_DATE_FORMAT")
        local = timezone.localtime(post.posted_at)
        return formats.date_format(local, "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("state"), ordering="state")
    def status(self, post):
        return format_html(
            '<span class="badge badge--{}">{}</span>',
            post.state,
            post.get_state_display(),
        )

    @admin.display(description=_("match"), ordering="match__kickoff_on")
    def about(self, post):
        match = post.match
        return f"{match.home.label} – {match.away.label}" if match else "–"

    @admin.display(description=_("checks"))
    def checks(self, post):
        warnings = [f.text for f in post.findings if f.level == Level.WARNING]
        if warnings:
            lines = ((warning,) for warning in warnings)
            return format_html_join("", '<p class="list-warning">{}</p>', lines)
        agrees = post.claimed_minute is not None and Level.AGREES
        return gettext("agrees") if agrees in {f.level for f in post.findings} else "–"

    @admin.display(description=_("where used"))
    def used(self, post):
        count = len(post.places)
        text = ngettext("%(count)s article", "%(count)s articles", count)
        return text % {"count": count} if count else "–"
