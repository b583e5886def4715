"""A row of every model that holds text, with what it cannot be without."""

from datetime import date
from uuid import uuid4

from django.apps import apps
from django.db import models
from django.utils import timezone

from matches.models import Team

from .fields import is_history, marked_fields

# What a constraint asks beyond the columns that may not be empty
NEEDED = {"matches.Appearance": {"team": lambda: Team.objects.first()}}


def complete():
    """Makes a row where a model with words in it has none."""
    for model in apps.get_models(include_auto_created=True):
        if not is_history(model) and marked_fields(model):
            some_row(model)


def some_row(model):
    return model._base_manager.order_by("pk").first() or make(model)


def make(model):
    """Past `save()`, which may refuse, derive or look elsewhere."""
    values = {
        field.name: value_of(field, model)
        for field in model._meta.concrete_fields
        if not (field.null or field.has_default() or field.auto_created)
    }
    values |= {k: make() for k, make in NEEDED.get(model._meta.label, {}).items()}
    return model._base_manager.bulk_create([model(**values)])[0]


def value_of(field, model):
    if field.one_to_one:
        taken = model._base_manager.values(field.attname)
        return field.related_model._base_manager.exclude(pk__in=taken).first()
    if field.is_relation:
        return some_row(field.related_model)
    if field.choices:
        return field.choices[0][0]
    return next(make() for kind, make in VALUES.items() if isinstance(field, kind))


VALUES = {
    models.DateTimeField: timezone.now,
    models.DateField: date.today,
    models.UUIDField: uuid4,
    models.BooleanField: lambda: False,
    models.GenericIPAddressField: lambda: "127.0.0.1",
    models.IntegerField: lambda: 1,
    models.JSONField: dict,
    models.Field: lambda: "x",
}
