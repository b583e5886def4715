"""What a person settles of a proposal: a form for the story, one for each finding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from uuid import uuid4

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles import policy
from articles.intake import Proposal, propose
from articles.intake.drafting import Decision, is_whole, kind_of, title_of
from articles.intake.proposal import FoundPost, FoundQuote
from articles.models import ClubPost, Language, Quote
from articles.speakers import present
from matches.models import Person

from .intake_forms import StoryForm, one_line_end
from .intake_rows import MOST, BoilerplateRows, PostRows, QuoteRows, origin


class Settling:
    """All the forms of the second page; `proposal` is read again at each request."""

    def __init__(self, proposal: Proposal, *, user, source: str, data=None):
        self.proposal, self.user, self.source = proposal, user, source
        self.story = StoryForm(data, initial=self.story_initial())
        self.quotes = self.rows(QuoteRows, "quotes", data, people=self.people)
        self.posts = self.rows(PostRows, "posts", data)
        self.boilerplate = self.rows(BoilerplateRows, "boilerplate", data)
        self.row_sets = [self.posts, self.quotes, self.boilerplate]

    @classmethod
    def of(cls, data, *, user) -> "Settling":
        """What was posted. Raises Refused when its copy cannot be read any more."""
        source = one_line_end(data.get("source", ""))
        language = data.get("language", "")
        language = language if language in Language.values else ""
        return cls(
            propose(source, language=language), user=user, source=source, data=data
        )

    def rows(self, rows, name, data, **row):
        found = getattr(self.proposal, name)[: MOST[name]]
        row |= {
            "copy": self.proposal.copy,
            "language": self.proposal.language,
            "found": {origin(one): one for one in found},
        }
        initial = [self.initial(one) for one in found]
        return rows(data, prefix=name, initial=initial, form_kwargs=row)

    def initial(self, found):
        values = {"origin": origin(found), "start": found.start, "end": found.end}
        if isinstance(found, FoundQuote):
            return values | self.quote_initial(found)
        if isinstance(found, FoundPost):
            return values | self.post_initial(found)
        return values | {"keep": True}

    def quote_initial(self, found):
        may = policy.may_change_record(self.user, Quote)
        return {
            "keep": may and is_whole(found),
            "speaker": found.speaker and found.speaker.pk,
            "kind": found.kind,
            "occasion": found.occasion or Quote.Occasion.PRESS_CONFERENCE,
            "broadcaster": found.broadcaster,
            "language": found.language,
        }

    def post_initial(self, found):
        match = self.proposal.match
        day = found.posted_on or (match and match.kickoff_on)
        may = policy.may_change_record(self.user, ClubPost)
        return {
            "keep": may and bool(found.text and found.author_name and day),
            "author_name": found.author_name,
            "handle": found.handle,
            "posted_on": day,
        }

    def story_initial(self):
        decision = Decision.accepting(self.proposal, source=self.source)
        return {
            "source": self.source,
            "language": self.proposal.language,
            "token": uuid4(),
            "title": title_of(self.proposal),
            "kind": kind_of(decision, at=timezone.now()),
            "match": self.proposal.match and self.proposal.match.pk,
        }

    @cached_property
    def day(self) -> date:
        days = [one.posted_on for one in self.proposal.posts if one.posted_on]
        match = self.proposal.match
        days = [match.kickoff_on] if match and match.kickoff_on else days
        return days[0] if days else timezone.localdate()

    @cached_property
    def people(self) -> list:
        """(team, [(key, name and role), …]): who the copy may quote, by team."""
        teams = {}
        matches = [one.match for one in self.proposal.fixtures[:1]]
        for role in present(matches, day=self.day):
            label = f"{role.person}, {role.get_role_display()}"
            teams.setdefault(str(role.team), []).append((role.person_id, label))
        listed = {key for group in teams.values() for key, _label in group}
        records = [
            one.record
            for one in self.proposal.mentions
            if isinstance(one.record, Person)
        ]
        records += [one.speaker for one in self.proposal.quotes if one.speaker]
        others = {one.pk: str(one) for one in records if one.pk not in listed}
        if others:
            teams[_("Named in the copy")] = list(others.items())
        return list(teams.items())

    def is_valid(self) -> bool:
        valid = [form.is_valid() for form in [self.story, *self.row_sets]]
        return all(valid) and self.is_apart()

    def is_apart(self):
        """Whether no two things that are kept stand in the same words."""
        kept = [form for rows in self.row_sets for form in kept_of(rows)]
        kept.sort(key=lambda form: form.span)
        said = _("It overlaps another passage: move one of them, or leave one out.")
        overlapping = [two for one, two in pairwise(kept) if two.span[0] < one.span[1]]
        for form in overlapping:
            form.add_error(None, said)
        return not overlapping

    def decision(self) -> Decision:
        story = self.story.cleaned_data
        return Decision(
            source=self.source,
            copy=self.proposal.copy,
            language=self.proposal.language,
            title=story["title"],
            match=story["match"],
            kind=story["kind"],
            posts=[settled_post(form) for form in kept_of(self.posts)],
            quotes=dict(self.settled_quotes()),
            boilerplate=[form.moved() for form in kept_of(self.boilerplate)],
            headline=self.proposal.title,
        )

    def settled_quotes(self) -> Iterator[tuple[int, FoundQuote]]:
        """(number, quote): the proposal’s keep theirs, which `continues` names."""
        numbers = {origin(one): n for n, one in enumerate(self.proposal.quotes)}
        for place, form in enumerate(self.quotes, start=len(numbers)):
            values = form.cleaned_data
            if not values["keep"]:
                continue
            names = ("speaker", "kind", "occasion", "broadcaster", "language")
            told = {name: values[name] for name in names}
            number = numbers.get(values["origin"], place)
            yield number, in_its_place(replace(form.moved(), **told))


def in_its_place(quote):
    """Part of a sentence stays in the sentence; its record is made beside it."""
    return quote if quote.kind == Quote.Kind.FULL else replace(quote, passage=None)


def settled_post(form):
    values = form.cleaned_data
    names = ("author_name", "handle", "posted_on")
    return replace(form.moved(), **{name: values[name] for name in names})


def kept_of(rows):
    return [form for form in rows if form.cleaned_data.get("keep")]
