"""The members of the desk as its administrators see them: roles and languages, in words
instead of permissions."""

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from .sign_in.accounts import ForAccounts

ROLES = {
    "reporter": _(
        "Reporter: writes and submits their own stories, takes in copy, quotes, posts "
        "and pictures, and checks quotes."
    ),
    "translator": _(
        "Translator: writes and submits the other language of any story, with its "
        "quotes, posts and captions, and keeps the glossary."
    ),
    "sub-editor": _(
        "Sub-editor: writes in every story, passes or sends back what others wrote, "
        "approves quotes, and keeps authors and people."
    ),
    "desk chief": _(
        "Desk chief: does all of that, publishes, sets embargoes, withdraws and takes "
        "down, keeps matches and notices, and reads the log."
    ),
    "statistics desk": _(
        "Statistics desk: enters matches live or afterwards, teams, people and tables; "
        "writes no story."
    ),
    "read-only": _("Read-only: sees the whole desk and changes nothing."),
}
PUBLISHES = _(
    "Sub-editor: writes in every story, passes or sends back what others wrote, "
    "publishes, sets embargoes and withdraws, approves quotes, and keeps authors and "
    "people."
)
LANGUAGES = {
    "French": _("French: writes, translates into, passes and publishes it."),
    "English": _("English: writes, translates into, passes and publishes it."),
}


class InWords(forms.models.ModelChoiceIterator):
    """Roles, then languages, then groups that a newsroom made for itself."""

    def __iter__(self):
        groups = {group.name: group for group in self.queryset}
        others = [groups[name] for name in groups if name not in ROLES | LANGUAGES]
        for label, known in (
            (_("Roles"), [groups[name] for name in ROLES if name in groups]),
            (
                _("Languages: none chosen is both"),
                [groups[name] for name in LANGUAGES if name in groups],
            ),
            (_("Other groups"), others),
        ):
            if known:
                yield label, [self.choice(group) for group in known]


class GroupsField(forms.ModelMultipleChoiceField):
    iterator = InWords
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, group):
        words = ROLES | LANGUAGES
        if settings.SUB_EDITORS_PUBLISH:
            words["sub-editor"] = PUBLISHES
        return words.get(group.name, group.name)


class Members(ForAccounts):
    """Goes before UserAdmin."""

    list_display = ["username", "first_name", "last_name", "is_active", "last_login"]
    list_filter = ["groups", "is_active", "is_superuser"]

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return super().get_fieldsets(request, obj)
        return [
            (None, {"fields": ["username", "password"]}),
            (_("Person"), {"fields": ["first_name", "last_name", "email"]}),
            (
                _("On the desk"),
                {"fields": ["is_active", "is_staff", "groups", "is_superuser"]},
            ),
        ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            groups = Group.objects.order_by("name")
            return GroupsField(groups, required=False, label=_("What they do"))
        return super().formfield_for_dbfield(db_field, request, **kwargs)
