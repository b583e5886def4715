"""What giving work asks, and what a page shows of the work on a story."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import policy
from .mentions import people
from .models import Article, Assignment, Language, Preference
from .moments import MomentField


class PersonField(forms.ModelChoiceField):
    def __init__(self, **options):
        super().__init__(people(), **options)

    def label_from_instance(self, person):
        return person.get_full_name() or person.get_username()


class NoteField(forms.CharField):
    def __init__(self, **options):
        super().__init__(
            required=False,
            max_length=500,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("A name after an @ puts the story on that person’s board."),
            **options,
        )


class AssignForm(forms.Form):
    to = PersonField(label=_("For whom"))
    language = forms.ChoiceField(
        label=_("What"),
        choices=[("", _("The article")), *Language.choices],
        required=False,
    )
    note = NoteField(label=_("What is to be done"))
    due_at = MomentField(label=_("Due, by the newsroom’s clock"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="assign-%s", **kwargs)
        for field in self.fields.values():
            field.widget.attrs["form"] = "assign"


class HandOverForm(forms.Form):
    to = PersonField(label=_("For whom"))
    note = NoteField(label=_("What is to be done"))


class PreferenceForm(forms.ModelForm):
    class Meta:
        model = Preference
        fields = ["wants_mail", "language"]


@dataclass(frozen=True)
class Task:
    """An assignment, and what the person who looks may do with it."""

    assignment: Assignment
    may_take: bool
    may_finish: bool


@dataclass(frozen=True)
class Work:
    """What is open on a story; `form` is None for who may give nothing."""

    tasks: list[Task]
    form: AssignForm | None
    at: datetime


def work_on(article: Article, user: AbstractUser) -> Work:
    given = Assignment.objects.open().on(article)
    may_assign = policy.may_assign(user, article)
    form = AssignForm() if may_assign else None
    return Work(tasks(given, user), form, at=timezone.now())


def tasks(assignments, user: AbstractUser) -> list[Task]:
    return [
        Task(
            one,
            may_take=one.taken_at is None and policy.may_take(user, one),
            may_finish=policy.may_finish(user, one),
        )
        for one in assignments
    ]
