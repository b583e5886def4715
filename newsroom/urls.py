from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from articles.views import person_detail

from . import views

handler403 = "newsroom.views.errors.forbidden"
handler404 = "newsroom.views.errors.not_found"
handler429 = "newsroom.sign_in.views.too_many"  # allauth asks for it
handler500 = "newsroom.views.errors.server_error"

urlpatterns = [
    path("", views.language_choice),
    path("robots.txt", views.robots),
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("media/<path:path>", views.media),
    path("admin/", admin.site.urls),
    path("accounts/", include("newsroom.sign_in.urls")),
    *i18n_patterns(
        path("", views.front, name="front"),
        path("", include("articles.urls")),
        path("", include("matches.urls")),
        path("teams/<slug:slug>/", views.team_detail, name="team"),
        path("people/<slug:slug>/", person_detail, name="person"),
        path(
            "competitions/<slug:key>/<slug:season>/",
            views.competition_detail,
            name="competition",
        ),
    ),
]
