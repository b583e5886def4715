"""The newsroom with its guards against lost edits taken out: what must fail.

Served by itself, not as a part of the tests, which would choose another database.
"""

from django.db.models import F

from newsroom.wsgi import application  # isort: skip - sets Django up

from articles.admin.merge import MergeForm
from matches.models import Versioned


def claim_blindly(self):
    rows = type(self)._base_manager.filter(pk=self.pk)
    rows.update(version=F("version") + 1)
    self.version = rows.values_list("version", flat=True).first() or 0


def reconcile_nothing(self, data, base):
    """The last to save wins."""


MergeForm.reconcile = reconcile_nothing
Versioned.claim_version = claim_blindly
__all__ = ["application"]
