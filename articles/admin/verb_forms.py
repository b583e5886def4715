"""What a verb asks before it is done."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import policy, second_look
from articles.models import Edition
from articles.moments import LocalDateTimeInput, MomentField
from matches.admin.versioned import VersionedForm
from matches.models import Match

from .change_fields import ChangeFields, WithdrawalFields


class SeenForm(forms.Form):
    """Carries what its reader saw: the article's version and the edition's."""

    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, edition, form_id="", **kwargs):
        super().__init__(*args, auto_id=f"{form_id}-%s", **kwargs)
        self.edition = edition
        self.initial["seen"] = self.present()
        for field in self.fields.values():
            field.widget.attrs["form"] = form_id

    def clean_seen(self):
        if self.cleaned_data["seen"] != self.initial["seen"]:
            raise ValidationError(
                gettext("The article was saved after you opened it: read it again.")
            )
        return self.cleaned_data["seen"]

    def present(self):
        return f"{self.edition.article.version}.{self.edition.version}"

    @property
    def words(self):
        """The arguments of the verb."""
        return {k: v for k, v in self.cleaned_data.items() if k != "seen"}


class NoteForm(SeenForm):
    note = forms.CharField(
        label=_("What is to be done"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A name after an @ puts the story on that person’s board."),
    )


class SubmitForm(SeenForm):
    note = forms.CharField(
        label=_("Note for who reads it"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A name after an @ puts the story on that person’s board."),
    )


class ReasonForm(WithdrawalFields, SeenForm):
    reason = forms.CharField(
        label=_("Reason, for the log"), widget=forms.Textarea(attrs={"rows": 2})
    )
    field_order = ["reason"]


class LookForm(SeenForm):
    """Carries the facts its reader saw, besides the words."""

    def present(self):
        return f"{super().present()}.{second_look.facts_of(self.edition)}"


class ChangeForm(ChangeFields, SeenForm):
    """Once readers have seen the edition: the class of change, and a note to them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ask(self.edition)


class PublishForm(ChangeForm):
    """What a publication asks: what kind of change, and when readers see it."""

    NOW, LATER = "now", "later"
    when = forms.ChoiceField(
        label=_("When readers see it"),
        choices=[(NOW, _("Now")), (LATER, _("At a day and hour"))],
        widget=forms.RadioSelect,
        initial=NOW,
        required=False,
    )
    publish_at = MomentField(label=_("Day and hour"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.edition.was_public():
            del self.fields["when"], self.fields["publish_at"]
        else:
            zone = timezone.get_current_timezone_name()
            said = gettext("By the newsroom’s clock (%(zone)s).") % {"zone": zone}
            self.fields["publish_at"].help_text = said

    def clean(self):
        data = super().clean()
        wanted = data.get("publish_at")
        if data.get("when") != self.LATER:
            data.pop("publish_at", None)
        elif not wanted and "publish_at" not in self.errors:
            self.add_error("publish_at", gettext("Say the day and the hour."))
        elif wanted and wanted <= timezone.now():
            self.add_error("publish_at", gettext("This moment has passed."))
        return data

    @property
    def words(self):
        return {k: v for k, v in super().words.items() if k != "when"}


def full_name(user):
    return user.get_full_name() or user.get_username()


class EditionForm(VersionedForm):
    """What an edition has besides its words; its state changes by verbs alone."""

    class Meta:
        model = Edition
        fields = [
            "slug",
            "origin",
            "translator",
            "embargo_until",
            "embargo_match",
            "embargo_event",
            "embargo_minutes",
            "embargo_source",
            "embargo_note",
        ]
        field_classes = {"embargo_until": MomentField}
        widgets = {"embargo_until": LocalDateTimeInput}

    # Whoever opens the form may write the slug.
    OTHERS = dict.fromkeys(("origin", "translator"), policy.may_settle) | dict.fromkeys(
        [name for name in Meta.fields if name.startswith("embargo_")],
        policy.may_embargo,
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        for name, may in self.OTHERS.items():
            self.fields[name].disabled = not may(user, self.instance)
        self.fields["translator"].label_from_instance = full_name
        matches = Match.objects.offered_to(self.instance).with_sides()
        self.fields["embargo_match"].queryset = matches

    def clean_embargo_minutes(self):
        return self.cleaned_data["embargo_minutes"] or 0

    def clean_slug(self):
        if self.instance.release and not self.cleaned_data["slug"]:
            raise ValidationError(gettext("A published edition needs an address."))
        return self.cleaned_data["slug"]
