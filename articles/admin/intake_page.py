"""What the second page of intake shows: the copy marked up, and a card a finding."""

from dataclasses import dataclass, field
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.forms import Form

from articles import policy
from articles.intake.known import known_post, known_quote, post_of, quote_of
from articles.intake.proposal import Suggestion
from articles.models import ClubPost, Quote
from articles.post_checks import findings
from matches.models import Person

from .intake_marks import Mark, segments
from .intake_reasons import likeness, reason, reasons

MORE = {
    "quote": ("kind", "occasion", "broadcaster", "language"),
    "post": ("author_name", "handle", "posted_on"),
}


@dataclass(frozen=True)
class Card:
    """A finding beside the copy: `hints` say why, `checks` what the desk knows."""

    form: Form
    kind: str
    number: int
    hints: list[str] = field(default_factory=list)
    checks: list = field(default_factory=list)
    known: object = None

    @property
    def id(self):
        return self.form.prefix

    @property
    def passage(self):
        """ "175,378" where the quote takes more than its words' place, else ""."""
        ends = getattr(self.form.found, "passage", None) or ()
        return ",".join(map(str, ends))

    @property
    def more(self):
        """The fields that stand folded."""
        return [self.form[name] for name in MORE[self.kind]]

    @property
    def kind_label(self):
        return dict(Quote.Kind.choices).get(self.form["kind"].value(), "")

    @property
    def occasion_label(self):
        return dict(Quote.Occasion.choices).get(self.form["occasion"].value(), "")

    @property
    def is_partial(self):
        return self.form["kind"].value() == Quote.Kind.PARTIAL


@dataclass(frozen=True)
class Fixture:
    match: object
    likeness: str = ""
    reasons: str = ""
    is_chosen: bool = False


class ProposalPage:
    def __init__(self, settling, user: AbstractUser):
        self.settling, self.user = settling, user
        self.proposal = settling.proposal
        self.may_quote = policy.may_change_record(user, Quote)
        self.may_post = policy.may_change_record(user, ClubPost)
        self.may_name_people = policy.may_change_record(user, Person)

    @cached_property
    def posts(self):
        forms = enumerate(self.settling.posts, start=1)
        return [self.post_card(form, number) for number, form in forms]

    @cached_property
    def quotes(self):
        forms = enumerate(self.settling.quotes, start=1)
        return [self.quote_card(form, number) for number, form in forms]

    @cached_property
    def boilerplate(self):
        forms = enumerate(self.settling.boilerplate, start=1)
        return [
            Card(form, "boilerplate", number, found_hints(form))
            for number, form in forms
        ]

    @property
    def blanks(self):
        """What is marked by hand gets one of these."""
        rows = (self.settling.quotes, self.settling.posts, self.settling.boilerplate)
        kinds = ("quote", "post", "boilerplate")
        forms = [row_set.empty_form for row_set in rows]
        return [Card(form, kind, 0) for form, kind in zip(forms, kinds, strict=True)]

    @property
    def cards(self):
        return [*self.posts, *self.quotes, *self.boilerplate]

    def post_card(self, form, number):
        if form.found is None:
            return Card(form, "post", number)
        match, language = self.proposal.match, self.proposal.language
        post = post_of(form.found, language=language, match=match)
        checks = findings(post) if post.day else []
        known = known_post(post) if post.day else None
        return Card(form, "post", number, checks=checks, known=known)

    def quote_card(self, form, number):
        found, known = form.found, None
        if found and found.speaker:
            known = known_quote(quote_of(found, match=self.proposal.match))
        return Card(form, "quote", number, found_hints(form), known=known)

    @cached_property
    def segments(self):
        return segments(self.proposal.copy, [*self.marks(), *self.entities()])

    def marks(self):
        """The words of each finding; what goes with a quote has its name."""
        for card in self.cards:
            start, end = card.form.span
            number = card.number
            if card.passage and card.form.is_where_found:
                yield Mark(*card.form.found.passage, "passage", card.id, number)
                number = 0
            yield Mark(start, end, card.kind, card.id, number)

    def entities(self):
        mentions = [
            Mark(one.start, one.end, one.record._meta.model_name)
            for one in self.proposal.mentions
        ]
        title = self.proposal.title
        return [Mark(*title, "title"), *mentions] if title else mentions

    @property
    def entity_list(self):
        """ "18,20,team;21,38,person": for the script that marks the copy again."""
        return ";".join(f"{m.start},{m.end},{m.kind}" for m in self.entities())

    @cached_property
    def fixtures(self):
        """Those suggested, and the one that was searched for."""
        chosen = str(self.settling.story["match"].value() or "")
        found = [self.fixture(one, chosen) for one in self.proposal.fixtures]
        known = {str(one.match.pk) for one in self.proposal.fixtures}
        if chosen.isdecimal() and chosen not in known:
            other = self.settling.story.fields["match"].queryset.filter(pk=chosen)
            found += [Fixture(match, is_chosen=True) for match in other]
        return found

    def fixture(self, found: Suggestion, chosen):
        is_chosen = str(found.match.pk) == chosen
        return Fixture(
            found.match, likeness(found.likeness), reasons(found.reasons), is_chosen
        )

    @property
    def is_without_match(self):
        return not self.settling.story["match"].value()

    @property
    def errors(self):
        """How many things the person is asked to put right."""
        forms = [self.settling.story, *(card.form for card in self.cards)]
        return sum(bool(form.errors) for form in forms)

    @property
    def left_over(self):
        """Findings that one page cannot send."""
        return sum(
            max(0, len(getattr(self.proposal, rows.prefix)) - len(rows.initial or []))
            for rows in self.settling.row_sets
        )


def found_hints(form):
    return [why] if form.found and (why := reason(form.found.why)) else []
