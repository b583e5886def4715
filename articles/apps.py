from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from articles import tokens


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Articles")

    def ready(self):
        tokens.hide_from_logs()
