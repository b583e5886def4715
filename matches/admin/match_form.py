"""The form of a match asks the status machine, as every door does."""

import copy

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from matches import awards
from matches.models import Match
from matches.status_machine import UNDERWAY, State, refusal, state
from matches.transitions import lacks_new_date, may_override, settle

from .versioned import VersionedForm

TOLD = ("stage", "tie", "leg", "kickoff_at", "kickoff_on")
SCORES = [
    f"{period}_{side}"
    for period in ("half_time", "full_time", "extra_time", "shootout")
    for side in ("home", "away")
]


class MatchForm(VersionedForm):
    """Refuses at its field a status that does not follow from the one on file.

    `user`, set by the admin, may insist where the role allows it. `made` is the move
    to keep with the match, `ruled` the columns filled in by the rule of an award.
    """

    user = None
    override_reason = forms.CharField(
        label=_("reason of the exception"),
        max_length=200,
        required=False,
        help_text=_("Needed where the status does not follow from the one before."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.before, self.first = state(self.instance), self.kickoff()
        self.against, self.ruled = "", []

    def kickoff(self):
        return self.instance.kickoff_at, self.instance.kickoff_on

    def clean(self):
        data = super().clean()
        if not self.errors and "status" in data:
            self.clear(data)
            if self.instance.pk:
                self.ask(data)
            if self.instance.pk and not self.errors:
                self.rule(data)
        return data

    def clear(self, data):
        """What the status of a match not live, or awarded no more, takes with it."""
        if data["status"] not in UNDERWAY:
            data["phase"] = ""
        if self.before.status == Match.Status.AWARDED != data["status"]:
            data.update(awarded_to=None, is_walkover=False)

    def ask(self, data):
        """What the machine says of the match as this form tells it."""
        told = copy.copy(self.instance)
        for name in {*TOLD, *SCORES} & data.keys():
            setattr(told, name, data[name])
        to = State(data["status"], data["phase"])
        self.against = refusal(told, to, at=timezone.now())
        field = "status" if to.status != self.before.status else "phase"
        told.status = to.status
        if not self.against and lacks_new_date(told, self.before.status, self.first):
            self.against, field = _("Give the new date of the match."), "kickoff_at"
        if self.against and not may_override(self.user, data["override_reason"]):
            self.add_error(field, self.against)

    def rule(self, data):
        """An award without a score of its own takes the season's."""
        is_new = data["status"] == Match.Status.AWARDED != self.before.status
        if not is_new or not data.get("awarded_to") or {*SCORES} & {*self.changed_data}:
            return
        score = awards.ruled_score(self.instance, data["awarded_to"])
        told = awards.columns(score)
        self.ruled = [name for name in told if data[name] != told[name]]
        data.update(told)

    def settle(self, match: Match):
        """The move that this form makes of `match`, to be saved after it; or None."""
        if state(match) == self.before:
            return None
        made = settle(
            match,
            self.before,
            by=self.user,
            at=timezone.now(),
            reason=self.cleaned_data["override_reason"],
            first=self.first,
        )
        made.is_override = bool(self.against)
        return made
