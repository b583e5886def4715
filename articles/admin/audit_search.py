"""What the desk chief asks of the log: a form whose answer is its own address."""

from datetime import datetime, time, timedelta
from urllib.parse import urlencode

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.models import AuditEntry

from .verb_forms import full_name

DAY = timedelta(days=1)


class Person(forms.ModelChoiceField):
    def label_from_instance(self, user):
        return full_name(user)


def day(label):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, required=False)


class Search(forms.Form):
    """Bound even when nothing is asked: everything is then found."""

    words = forms.CharField(
        label=pgettext_lazy("log", "Words of the title"), max_length=200, required=False
    )
    who = Person(
        get_user_model().objects.order_by("last_name", "first_name", "username"),
        label=_("Who"),
        required=False,
        empty_label=pgettext_lazy("log", "Everyone"),
    )
    act = forms.ChoiceField(label=pgettext_lazy("log", "Act"), required=False)
    kind = forms.ChoiceField(label=pgettext_lazy("log", "About"), required=False)
    number = forms.CharField(
        label=pgettext_lazy("log", "Its number"), max_length=40, required=False
    )
    since = day(pgettext_lazy("log", "From the day"))
    until = day(pgettext_lazy("log", "To the day"))
    door = forms.ChoiceField(label=pgettext_lazy("log", "Door"), required=False)
    address = forms.CharField(
        label=_("address"), max_length=45, required=False, strip=True
    )

    def __init__(self, data, *, acts, kinds):
        super().__init__(data)
        self.offer("act", acts.items(), _("All acts"))
        self.offer("kind", kinds.items(), _("Everything"))
        self.offer("door", AuditEntry.Door.choices, _("All doors"))

    def offer(self, name, choices, all_of_them):
        named = sorted(
            ((value, str(label)) for value, label in choices), key=lambda one: one[1]
        )
        self.fields[name].choices = [("", all_of_them), *named]

    def clean(self):
        data = super().clean()
        since, until = data.get("since"), data.get("until")
        if since and until and since > until:
            self.add_error("until", _("This day is before the first one."))
        return data

    def entries(self, entries):
        """None where something asked cannot be: a wrong answer would pass for right."""
        if not self.is_valid():
            return entries.none()
        asked = dict(self.cleaned_data)
        asked["since"] = asked["since"] and midnight(asked["since"])
        asked["until"] = asked["until"] and midnight(asked["until"] + DAY)
        return entries.matching(**asked)

    @property
    def said(self) -> dict:
        """What is asked, as it stands in the address."""
        return {n: self.data[n] for n in self.fields if self.data.get(n)}

    def link(self, **more) -> str:
        return "?" + urlencode(self.said | more)

    def last(self):
        """The entry that the page before ended with."""
        number = self.data.get("before", "")
        if not (number.isascii() and number.isdigit() and len(number) < 16):
            return None
        return AuditEntry.objects.filter(pk=number).first()


def midnight(date):
    """The beginning of a day, in the newsroom's zone."""
    return timezone.make_aware(datetime.combine(date, time()))
