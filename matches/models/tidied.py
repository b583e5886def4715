from django.db import models

from matches.characters import tidy


class Tidied(models.Model):
    """A row whose texts hold nothing hidden, by whichever door they came."""

    AS_GIVEN = ()  # columns that are not tidied: HTML, or kept to the letter

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.tidy()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude=None):
        self.tidy()
        super().clean_fields(exclude)

    def tidy(self):
        for name, _field in self.texts():
            if value := getattr(self, name):
                setattr(self, name, tidy(str(value)))

    def texts(self):
        """(name, field) of the columns that hold words or addresses."""
        kept = {*self.AS_GIVEN, *self.get_deferred_fields()}
        for field in self._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and field.attname not in kept and not field.choices:
                yield field.attname, field
