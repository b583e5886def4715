from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.addresses import of_the_web
from articles.characters import tidy
from matches.models import Versioned


class Written(Versioned):
    """A row whose texts hold nothing hidden and whose addresses lead to the web.

    Forms are told what is missing then; other doors store what is left.
    """

    class Meta:
        abstract = True

    def clean_fields(self, exclude=None):
        given = {name for name, field in self.texts() if is_address(field)}
        given = {name for name in given - {*(exclude or ())} if getattr(self, name)}
        self.tidy()
        if refused := [name for name in given if not getattr(self, name)]:
            said = _("An address begins with http:// or https://.")
            raise ValidationError(dict.fromkeys(refused, said))
        super().clean_fields(exclude)

    def tidy(self):
        for name, field in self.texts():
            clean = of_the_web if is_address(field) else tidy
            setattr(self, name, clean(getattr(self, name) or ""))


def is_address(field):
    return isinstance(field, models.URLField)
