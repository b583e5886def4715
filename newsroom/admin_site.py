"""The desk: Django's admin with our front page, log and rules of the house."""

from django.contrib import admin
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.gzip import gzip_page
from django.views.i18n import JavaScriptCatalog, set_language
from simple_history.admin import SimpleHistoryAdmin

from articles import assigning_pages
from articles.history_pages import HistoryPages
from articles.maker import embed_make, embed_propose
from articles.picker import embed_cards, embed_picture, embed_search

from .audit import Audited
from .board import board
from .deletion import Protected
from .front_at import front_at
from .guide import guide
from .headers import with_desk_policy
from .lookups import NarrowLookups
from .members import Members
from .sign_in.accounts import kept_from_admin
from .sign_in.doors import OurDoors
from .tidying import TidyTexts


class NonceMixin:
    """Lets the editor's import map pass our Content-Security-Policy."""

    def render_change_form(self, request, context, *args, **kwargs):
        with_nonce(request, context)
        return super().render_change_form(request, context, *args, **kwargs)


def with_nonce(request, context):
    if hasattr(context.get("media"), "with_nonce"):
        context["media"] = context["media"].with_nonce(str(request.csp_nonce))


class Desk(OurDoors, admin.AdminSite):
    site_title = _("Tribune")
    site_header = _("Tribune")
    index_title = _("Desk")
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        """Every admin, Django's own included, keeps the rules of the house."""
        if kept_from_admin(model_or_iterable):
            return
        admin_class = admin_class or admin.ModelAdmin
        admin_class = Members.before(admin_class, model_or_iterable)
        house = (NonceMixin, Audited, Protected, NarrowLookups, TidyTexts)
        bases = (*house, admin_class)
        if issubclass(admin_class, SimpleHistoryAdmin):
            bases = (HistoryPages, *bases)
        names = {"__module__": admin_class.__module__}
        admin_class = type(admin_class.__name__, bases, names)
        super().register(model_or_iterable, admin_class, **options)

    def admin_view(self, view, cacheable=False):  # noqa: FBT002 - Django's
        """Compressed: the form of an article weighs six times less."""
        view = with_desk_policy(gzip_page(view))
        return super().admin_view(view, cacheable)

    def get_urls(self):
        return [
            path("embeds/", self.admin_view(embed_search), name="embeds"),
            path("embeds/cards/", self.admin_view(embed_cards), name="embed_cards"),
            path(
                "embeds/photo/<int:pk>/",
                self.admin_view(embed_picture, cacheable=True),
                name="embed_picture",
            ),
            path(
                "embeds/<str:kind>/propose/",
                self.admin_view(embed_propose),
                name="embed_propose",
            ),
            path(
                "embeds/<str:kind>/make/",
                self.admin_view(embed_make),
                name="embed_make",
            ),
            *assigning_pages.urls(self.admin_view),
            path("front/", self.admin_view(front_at), name="front_at"),
            path("guide/", self.admin_view(guide), name="guide"),
            path("guide/<str:language>/", self.admin_view(guide), name="guide"),
            path("language/", set_language, name="language"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        context = {"board": board(request.user), **(extra_context or {})}
        return super().index(request, context)

    def i18n_javascript(self, request, extra_context=None):
        """The editor's dialogs are translated too, not only the admin's."""
        packages = ["django.contrib.admin", "django_prose_editor"]
        return JavaScriptCatalog.as_view(packages=packages)(request)
