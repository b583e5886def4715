from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Author

from .desk import WordsAdmin, pair


@admin.register(Author)
class AuthorAdmin(WordsAdmin):
    list_display = ["name", "kind", "user"]
    list_filter = ["kind"]
    list_select_related = ["user"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def get_fieldsets(self, request, obj=None):
        signature = ["name", "slug", "kind"]
        if self.has_change_permission(request, obj):
            # The account is for them alone: unchanged, it links to a page of accounts.
            signature += ["user", "seen_version"]
        return [
            (_("Signature"), {"fields": signature}),
            (_("For readers"), {"classes": ["pair"], "fields": pair("bio")}),
        ]
