from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from newsroom import checks  # noqa: F401 (registers them)


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = _("Newsroom")
