"""The form in which a journalist makes a quote out of the text.

Unbound, a draft is filled from what was selected; bound, it `keep()`s the record, or
finds the one the desk has already.
"""

import re

from django import forms
from django.contrib.auth.models import AbstractUser

from matches.models import Person

from .models import Quote
from .places import Place, numbers
from .speakers import guess

MARKED = re.compile(r"[«“\"]([^«»“”\"]+)[»”\"]([^«»“”\"]*)")
CUES = {
    Quote.Occasion.PRESS_CONFERENCE: ("conférence de presse", "press conference"),
    Quote.Occasion.MIXED_ZONE: ("zone mixte", "mixed zone"),
    Quote.Occasion.TELEVISION: ("au micro d", "microphone"),
    Quote.Occasion.STATEMENT: ("communiqué", "statement"),
}


class Draft(forms.ModelForm):
    """`hints` tell where its values come from and what to beware of."""

    known = None  # the record that the desk has already

    def __init__(self, data=None, *, place: Place, initial=None):
        super().__init__(data, initial=initial, auto_id="maker_%s")
        self.place = place
        self.hints = []
        matches = self.fields["match"]
        shown = [(match.pk, str(match)) for match in place.matches]
        matches.choices = [("", matches.empty_label), *shown]


class QuoteDraft(Draft):
    class Meta:
        model = Quote
        fields = ["text", "speaker", "language", "kind", "match", "occasion", "said_on"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "said_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, data=None, *, place, initial=None):
        super().__init__(data, place=place, initial=initial)
        if self.is_bound:
            self.offer_people()

    @classmethod
    def proposed(cls, source: str, *, place: Place) -> "QuoteDraft":
        """`source` is the words selected, with or without marks and attribution."""
        text, tag = spoken(source)
        around = place.around.followed_by(tag)
        draft = cls(place=place, initial=initial_quote(text, around, place))
        found = guess(around, roles=place.people, previous=place.previous)
        if found:
            draft.initial["speaker"] = found.person.pk
            draft.hints = [found.reason]
        draft.offer_people()
        return draft

    def offer_people(self):
        """The people of the matches by team; the guess and what was chosen first."""
        speaker = self.fields["speaker"]
        chosen = self["speaker"].value()
        first = Person.objects.in_bulk(numbers([str(chosen)]))
        teams = {}
        for role in self.place.people:
            label = f"{role.person}, {role.get_role_display()}"
            teams.setdefault(str(role.team), []).append((role.person_id, label))
        alone = [(pk, str(person)) for pk, person in first.items()]
        speaker.choices = [("", speaker.empty_label), *alone, *teams.items()]

    def keep(self, *, by: AbstractUser) -> tuple[Quote, bool]:
        """The quote and whether it is new: a second click makes no second one."""
        quote = self.save(commit=False)
        if found := Quote.objects.same_as(quote).first():
            return found, False
        quote.taken_by = by
        quote.save()
        return quote, True


def initial_quote(text, around, place):
    context = f"{around.before} {around.after}".casefold()
    cued = (o for o, cues in CUES.items() if any(cue in context for cue in cues))
    return {
        "text": text,
        "language": place.language,
        "kind": Quote.Kind.PARTIAL if text[:1].islower() else Quote.Kind.FULL,
        "match": place.match,
        "occasion": next(cued, Quote.Occasion.PRESS_CONFERENCE),
        "said_on": place.day,
    }


def spoken(source: str) -> tuple[str, str]:
    """The words between the marks of `source`, and what follows them."""
    found = MARKED.fullmatch(source.strip())
    return (found[1].strip(), found[2]) if found else (source.strip(), "")
