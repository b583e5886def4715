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

    AS_GIVEN = ()  # columns that are not tidied: HTML, or kept to the letter

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.tidy()
        super().save(*args, **kwargs)

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

    def texts(self):
        """(name, field) of the columns that hold words or addresses."""
        kept = {*self.AS_GIVEN, *self.get_deferred_fields()}
        for field in self._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and field.attname not in kept and not field.choices:
                yield field.attname, field


def is_address(field):
    return isinstance(field, models.URLField)
