"""The list of club posts: each row with what the desk should know of it."""

from collections import defaultdict

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.utils.translation import gettext_lazy as _

from articles.models import Embed
from articles.post_checks import findings, together
from articles.takedown import grouped


class PostList(ChangeList):
    """Gives each row `findings` and `places`: three queries, whatever its length."""

    def get_results(self, request):
        super().get_results(request)
        rows = self.result_list = together(self.result_list)
        places = defaultdict(list)
        for embed in Embed.objects.showing(rows):
            places[embed.post_id].append(embed)
        for post in rows:
            post.findings = findings(post)
            post.places = grouped(places[post.pk])


class HasMatch(admin.SimpleListFilter):
    title, parameter_name = _("match"), "linked"

    def lookups(self, request, model_admin):
        return [("1", _("linked to a match")), ("0", _("without a match"))]

    def queryset(self, request, queryset):
        return queryset.linked(is_linked=self.value() == "1") if self.value() else None


class IsOfficial(admin.SimpleListFilter):
    title, parameter_name = _("account"), "registered"

    def lookups(self, request, model_admin):
        return [("1", _("on the register")), ("0", _("not on the register"))]

    def queryset(self, request, queryset):
        if not self.value():
            return None
        return queryset.registered(is_registered=self.value() == "1")
