from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models

from articles.models import QuoteVariant
from matches.admin.versioned import VersionedInline


class VariantInline(VersionedInline, admin.StackedInline):
    """How other sources have the same words."""

    model = QuoteVariant
    fields = ["text", ("source_name", "source_kind", "language"), "source_url"]
    formfield_overrides = {
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 2})},
        models.URLField: {"assume_scheme": "https"},
    }
