"""Models that are not ours keep nothing hidden either: users and groups."""

from django.db import models

from articles.characters import tidy


class TidyTexts:
    """Goes before ModelAdmin."""

    def save_form(self, request, form, change):
        obj = super().save_form(request, form, change)
        for name in form.cleaned_data:
            if is_typed(obj, name):
                setattr(obj, name, tidy(getattr(obj, name)))
        return obj


def is_typed(obj, name):
    fields = {field.name: field for field in obj._meta.concrete_fields}
    is_theirs = obj._meta.app_label == "auth" and name != "password"
    return is_theirs and isinstance(fields.get(name), models.CharField)
