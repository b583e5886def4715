"""What is asked of a change that readers will notice, or of a story taken from them."""

from django import forms
from django.utils import formats, timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import corrections
from articles.models import Edition, Language, Release, Withdrawal

Change = Release.Change
CLASSES = [
    (Change.TYPO, _("Typo: a letter or two of a word. Readers are not told.")),
    (
        Change.UPDATE,
        _("Update: something new has happened or is known. Readers see when."),
    ),
    (
        Change.CORRECTION,
        _(
            "Correction: something was wrong. It stands above the story for a day, "
            "then below it, and on the page of corrections; the other language is "
            "asked to say it too."
        ),
    ),
    (
        Change.CLARIFICATION,
        _(
            "Clarification: nothing was wrong, but it could be misread. Told like a "
            "correction."
        ),
    ),
]


class ChangeFields(forms.Form):
    """Of an edition that readers have seen: `ask(edition)` leaves nothing otherwise."""

    change = forms.ChoiceField(
        label=_("What kind of change is this?"),
        choices=CLASSES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what kind of change this is.")},
    )
    note = forms.CharField(
        label=_("Note to readers"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "What was wrong and what is right, in a sentence that stands alone; asked "
            "for in a correction or a clarification."
        ),
    )
    answers = forms.TypedMultipleChoiceField(
        label=_("With this correction, readers are also told of"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    severity = forms.ChoiceField(
        label=_("How serious was the mistake?"),
        choices=Release.Severity.choices,
        initial=Release.Severity.SIGNIFICANT,
        required=False,
        help_text=_("Of a correction, for the desk alone."),
    )

    def ask(self, edition: Edition) -> None:
        if not edition.was_public():
            for name in ChangeFields.base_fields:
                del self.fields[name]
            return
        asked = corrections.asked([edition]).get(edition.pk, [])
        self.fields["answers"].choices = [(one.pk, told(one)) for one in asked]
        self.initial["answers"] = [one.pk for one in asked]
        if not asked:
            del self.fields["answers"]


def told(correction):
    """“3 May 2024 10:15, French: …”, of a correction made in the other language."""
    moment = timezone.localtime(correction.released_at)
    return gettext("%(language)s, %(when)s: %(note)s") % {
        "language": Language(correction.edition.language).label,
        "when": formats.date_format(moment, "SHORT_DATETIME_FORMAT"),
        "note": Truncator(correction.note).chars(160),
    }


class WithdrawalFields(forms.Form):
    kind = forms.ChoiceField(
        label=_("Reason for readers"),
        choices=[("", _("None given")), *Withdrawal.Kind.choices],
        required=False,
        help_text=_("On the page that stands at its address instead."),
    )
    sentence = forms.CharField(
        label=_("Sentence for readers"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In the language of this edition, without its title."),
    )


class SetAsideForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it does not apply here"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say why it does not apply here.")},
    )
