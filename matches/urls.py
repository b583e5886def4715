from django.urls import path, register_converter

from . import calendar_views, views
from .addresses import DayConverter

register_converter(DayConverter, "day")

app_name = "matches"
urlpatterns = [
    path("matches/", views.latest_day, name="latest"),
    path("matches/<day:day>/", views.day, name="day"),
    path("matches/<int:pk>/live/", views.live, name="live"),
    path("matches/<int:pk>/<slug:slug>/", views.match_detail, name="detail"),
    path(
        "teams/<slug:slug>/calendar.ics",
        calendar_views.team_calendar,
        name="team_calendar",
    ),
    path(
        "competitions/<slug:key>/<slug:season>/calendar.ics",
        calendar_views.season_calendar,
        name="season_calendar",
    ),
]
