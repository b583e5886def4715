from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matches.models import Venue

from .forms import NamedForm
from .search import FoldedSearch
from .versioned import VersionedAdmin


@admin.register(Venue)
class VenueAdmin(FoldedSearch, VersionedAdmin):
    form = NamedForm
    list_display = ["name_fr", "city_fr", "city_en", "country", "capacity"]
    list_filter = ["country"]
    search_fields = ["name_fr", "name_en", "city_fr", "city_en", "slug", "aliases"]
    prepopulated_fields = {"slug": ["name_en"]}
    fieldsets = [
        (_("Names"), {"fields": [("name_fr", "name_en"), "aliases", "slug"]}),
        (
            _("Where it is"),
            {"fields": [("city_fr", "city_en"), ("country", "timezone"), "capacity"]},
        ),
    ]
