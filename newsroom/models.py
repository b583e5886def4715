from django.db import models


class SharedValue(models.Model):
    """A row of the cache that all workers share, as Django's DatabaseCache wants it.

    The model makes its table; the cache alone reads and writes it.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "newsroom_cache"
        default_permissions = ()

    def __str__(self):
        return self.cache_key
