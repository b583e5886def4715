"""The verbs of a quote as the desk offers them, and what each asks."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import policy, quoting
from articles.models import Quote

State = Quote.Verification


class SeenForm(forms.Form):
    """Carries the version its reader saw: what was read is what is vouched for."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, quote, form_id="", **kwargs):
        super().__init__(*args, auto_id=f"{form_id}-%s", **kwargs)
        self.quote = quote
        self.initial["seen"] = quote.version
        for field in self.fields.values():
            field.widget.attrs["form"] = form_id

    def clean_seen(self):
        if self.cleaned_data["seen"] != self.quote.version:
            raise ValidationError(
                gettext("The quote was saved after you opened it: read it again.")
            )
        return self.cleaned_data["seen"]

    @property
    def words(self):
        """The arguments of the verb."""
        return {k: v for k, v in self.cleaned_data.items() if k != "seen"}


class ReasonForm(SeenForm):
    reason = forms.CharField(
        label=_("Reason, for the log"), widget=forms.Textarea(attrs={"rows": 2})
    )


def words(label, rows=4, **options):
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, **options)


class CorrectionForm(SeenForm):
    """The words as they were said, what they are in the other languages, and why."""

    text = words(_("The words as they were said"))
    translation_fr = words(_("French translation"), required=False)
    translation_en = words(_("English translation"), required=False)
    reason = words(
        _("Why they are corrected"),
        rows=2,
        help_text=_("Kept with the old words, in the history and the log."),
    )

    def __init__(self, *args, quote, **kwargs):
        super().__init__(*args, quote=quote, **kwargs)
        self.fields.pop(f"translation_{quote.language}", None)
        for name, language in {"text": quote.language, **Quote.WORDS}.items():
            if name in self.fields:
                self.initial[name] = getattr(quote, name)
                self.fields[name].widget.attrs["lang"] = language


@dataclass(frozen=True)
class Verb:
    """`act(quote, by=…, **form.words)`; `done` is what the person is told."""

    name: str
    label: Promise
    done: Promise
    allowed: Callable
    states: tuple
    act: Callable
    form: type[SeenForm] = SeenForm

    def is_offered(self, quote: Quote, user) -> bool:
        return quote.verification in self.states and self.allowed(user, quote)


@dataclass(frozen=True)
class Choice:
    """A verb that is offered, with its form."""

    verb: Verb
    form: SeenForm
    id: str

    @property
    def asks(self):
        return bool(self.form.visible_fields())


def choice(verb: Verb, quote: Quote, data=None) -> Choice:
    form_id = f"quote-{verb.name}"
    return Choice(verb, verb.form(data, quote=quote, form_id=form_id), form_id)


def choices(quote: Quote, user) -> list[Choice]:
    offered = (verb for verb in VERBS.values() if verb.is_offered(quote, user))
    return [choice(verb, quote) for verb in offered]


CHECK = Verb(
    "check",
    _("I have compared it with its source"),
    _("Checked: it can be published."),
    policy.may_check_quote,
    (State.UNVERIFIED,),
    quoting.check,
)
APPROVE = Verb(
    "approve",
    _("Approve the words"),
    _("Approved: its words are frozen from now."),
    policy.may_approve_quote,
    (State.CHECKED,),
    quoting.approve,
)
DISPUTE = Verb(
    "dispute",
    _("Dispute it"),
    _("Disputed: readers no longer see it."),
    policy.may_check_quote,
    (State.UNVERIFIED, State.CHECKED, State.APPROVED),
    quoting.dispute,
    ReasonForm,
)
REOPEN = Verb(
    "reopen",
    _("Take it up again"),
    _("To be checked again."),
    policy.may_check_quote,
    (State.DISPUTED,),
    quoting.reopen,
    ReasonForm,
)
VERBS = {verb.name: verb for verb in (CHECK, APPROVE, DISPUTE, REOPEN)}
CORRECT = Verb(
    "correct",
    _("Correct the words"),
    _("Corrected: readers see the new words now."),
    policy.may_correct_quote,
    tuple(State),
    quoting.correct,
    CorrectionForm,
)
