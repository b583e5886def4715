from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Term
from matches.admin.search import FoldedSearch
from matches.admin.versioned import VersionedAdmin


@admin.register(Term)
class TermAdmin(FoldedSearch, VersionedAdmin):
    list_display = [
        "french_best",
        "english_best",
        "american",
        "domain",
        "is_false_friend",
    ]
    list_display_links = ["french_best", "english_best"]
    list_filter = ["domain", "is_false_friend"]
    search_fields = ["folded", "french", "british", "key"]
    show_facets = admin.ShowFacets.NEVER
    fieldsets = [
        (_("Term"), {"fields": [("domain", "key")]}),
        (
            _("French"),
            {"fields": [("french", "gender"), "french_variants", "wrong_french"]},
        ),
        (
            _("English"),
            {"fields": [("british", "american"), "english_variants", "wrong_english"]},
        ),
        (_("For translators"), {"fields": ["note", "is_false_friend"]}),
    ]

    @admin.display(description=_("French"), ordering="french")
    def french_best(self, term):
        return term.forms("fr")[0]

    @admin.display(description=_("English"), ordering="british")
    def english_best(self, term):
        return term.forms("en")[0]
