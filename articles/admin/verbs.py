"""The verbs of an edition as the desk offers them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles import policy, publishing, second_look
from articles.models import Edition

from . import verb_forms
from .verb_forms import SeenForm

Status = Edition.Status


def always(edition):
    return True


def has_something_new(edition):
    return not edition.is_public() or edition.has_unpublished_changes


@dataclass(frozen=True)
class Verb:
    """`act(edition, by=…, **form.words)`; `done` is what the person is told.

    `is_due` tells whether it would change anything: its button waits until then.
    `has_page`: it is done from a page of its own, which the button opens.
    """

    name: str
    label: Promise
    done: Promise
    allowed: Callable
    states: tuple
    act: Callable
    form: type[SeenForm] = SeenForm
    is_due: Callable = always
    has_page: bool = False

    def is_offered(self, edition: Edition, user) -> bool:
        may = edition.status in self.states and self.allowed(user, edition)
        return may and self.is_due(edition)


def is_to_come(edition):
    return not edition.is_public() and not edition.was_public()


SUBMIT = Verb(
    "submit",
    _("Submit for review"),
    _("Submitted for review."),
    policy.may_submit,
    (Status.DRAFT,),
    publishing.submit,
    verb_forms.SubmitForm,
)
APPROVE = Verb(
    "approve",
    _("Pass"),
    _("Passed: it is ready to publish."),
    policy.may_approve,
    (Status.IN_REVIEW,),
    publishing.approve,
)
SEND_BACK = Verb(
    "send-back",
    _("Send back"),
    _("Sent back with your note."),
    policy.may_approve,
    (Status.IN_REVIEW, Status.READY),
    publishing.send_back,
    verb_forms.NoteForm,
)
PUBLISH = Verb(
    "publish",
    _("Publish"),
    _("Published."),
    policy.may_publish,
    tuple(Status),
    publishing.publish,
    verb_forms.PublishForm,
    has_something_new,
    has_page=True,
)
UNSCHEDULE = Verb(
    "unschedule",
    _("Take off the schedule"),
    _("Taken off the schedule: it is ready, and readers do not see it."),
    policy.may_publish,
    (Status.PUBLISHED,),
    publishing.unschedule,
    is_due=is_to_come,
)
WITHDRAW = Verb(
    "withdraw",
    _("Withdraw"),
    _("Withdrawn: readers no longer see it."),
    policy.may_publish,
    (Status.PUBLISHED,),
    publishing.withdraw,
    verb_forms.ReasonForm,
)
STILL_RIGHT = Verb(
    "still-right",
    _("Checked: still right"),
    _("Confirmed, with your name."),
    policy.may_look_again,
    (Status.PUBLISHED,),
    second_look.confirm,
    verb_forms.LookForm,
)
VERBS = {
    verb.name: verb
    for verb in (
        STILL_RIGHT,
        SUBMIT,
        APPROVE,
        PUBLISH,
        UNSCHEDULE,
        SEND_BACK,
        WITHDRAW,
    )
}
