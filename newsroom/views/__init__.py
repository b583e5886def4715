from .front_page import front, language_choice
from .media import media
from .pages import competition_detail, team_detail
from .status import healthz, readyz, robots

__all__ = [
    "competition_detail",
    "front",
    "healthz",
    "language_choice",
    "media",
    "readyz",
    "robots",
    "team_detail",
]
