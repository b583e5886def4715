"""What the admins of words share."""

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _
from modeltranslation.admin import TranslationAdmin

from articles import policy
from articles.models import Language
from matches.admin.versioned import VersionedAdmin

from .keeping import Keeping
from .merge import MergeForm

# What the name of a match is made of.
MATCH = ["match__home", "match__away", "match__season__competition"]


def pair(*names: str) -> tuple:
    """Rows of a fieldset: each name in French and in English, side by side."""
    return tuple((f"{name}_fr", f"{name}_en") for name in names)


def label(field, language: str) -> str:
    return f"{capfirst(field.verbose_name)} · {language.upper()}"


class WordsAdmin(Keeping, VersionedAdmin, TranslationAdmin):
    """Two languages in one form; saves merge field by field."""

    form = MergeForm
    formfield_overrides = {
        models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})},
        models.URLField: {"assume_scheme": "https"},
    }
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        language = getattr(db_field, "language", None)
        if field and language in Language.values:
            field.label = label(db_field.translated_field, language)
            field.widget.attrs |= {"lang": language}
        return field

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if merged := getattr(form, "merged", None):
            text = _("Merged with what others saved meanwhile: %(fields)s.")
            fields = get_text_list(merged, _("and"))
            self.message_user(request, text % {"fields": fields}, messages.INFO)


class RecordAdmin(WordsAdmin):
    """Quotes, posts and photos: who may not make them writes their translations.

    In the languages of that person.
    """

    translated: tuple[str, ...] = ()

    def get_readonly_fields(self, request, obj=None):
        if policy.may_change_record(request.user, self.model):
            return super().get_readonly_fields(request, obj)
        shown = admin.utils.flatten_fieldsets(super().get_fieldsets(request, obj))
        languages = policy.languages(request.user)
        own = {f"{name}_{code}" for name in self.translated for code in languages}
        return [name for name in shown if name not in own and name != "seen_version"]
