from django.db import models
from django.db.models import Q
from django.utils import timezone

from .article import Language
from .edition import Edition


class PhotoQuerySet(models.QuerySet):
    def named(self, name):
        """The photo whose file is called `name` in the storage, or none."""
        return self.filter(image=name)

    def standing(self):
        """Those that were not taken down: the rest have no file."""
        return self.filter(taken_down_at=None)

    def public(self, *, at=None):
        """Shown in words that readers can read at `at`, in either language.

        One that was taken down is gone, whatever `at`.
        """
        editions = Edition.objects.public_in(Language.values, at=at or timezone.now())
        shown = Q(pk__in=editions.values("release__lead_photo"))
        embedded = Q(embeds__release__in=editions.values("release"))
        return self.standing().filter(shown | embedded).distinct()

    def file_names(self):
        """Of those that stand, as they are and as they were."""
        return self.standing().all_file_names()

    def all_file_names(self):
        """Those of pictures taken down too, whose files are gone or must go."""
        former = self.model.history.filter(id__in=self.values("pk"))
        return {
            *self.values_list("image", flat=True),
            *former.values_list("image", flat=True),
        }
