from django.db import models
from django.db.models import Q
from django.utils import timezone

from .article import Language
from .edition import Edition


class PhotoQuerySet(models.QuerySet):
    def named(self, name):
        """The photo whose file is called `name` in the storage, or none."""
        return self.filter(image=name)

    def public(self, *, at=None):
        """Shown in words that readers can read at `at`, in either language."""
        editions = Edition.objects.public_in(Language.values, at=at or timezone.now())
        shown = Q(pk__in=editions.values("release__lead_photo"))
        embedded = Q(embeds__release__in=editions.values("release"))
        return self.filter(shown | embedded).distinct()

    def file_names(self):
        """Of the photos there are, as they are and as they were."""
        former = self.model.history.filter(id__in=self.values("pk"))
        return {
            *self.values_list("image", flat=True),
            *former.values_list("image", flat=True),
        }
