from django.db import models, transaction
from django.db.models import F

from .tidied import Tidied


class StaleRow(Exception):
    """Someone saved the row after this copy of it was read."""

    def __init__(self, row):
        super().__init__(f"{row._meta.verbose_name} {row.pk} was saved meanwhile.")
        self.row = row


class Versioned(Tidied):
    """A row that can only be saved by who has read its last version.

    The version is claimed inside `save()`, so that every door (form, import,
    action, shell) is guarded. Raises StaleRow when the copy is not the last.
    """

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args, **kwargs):
        self.claim_version()
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "version"}
        super().save(*args, **kwargs)

    def claim_version(self):
        rows = type(self)._base_manager.filter(pk=self.pk)
        if rows.filter(version=self.version).update(version=F("version") + 1):
            self.version += 1
        elif self.pk and rows.exists():
            raise StaleRow(self)
