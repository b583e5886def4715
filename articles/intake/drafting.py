"""From a proposal as a person settled it to a draft: one transaction, not public."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles import policy
from articles.before_after import created
from articles.models import (
    Article,
    AuditEntry,
    ClubPost,
    Edition,
    ImportedCopy,
    MatchLink,
    Quote,
)
from articles.typography import tidy
from matches.models import Match

from .composing import Cut, compose, embed
from .known import known_post, known_quote, post_of, quote_of
from .proposal import Finding, FoundPost, FoundQuote, Proposal

TITLE_WORDS, LONGEST_TITLE = 9, 200


@dataclass(frozen=True)
class Decision:
    """What becomes of a proposal: the records to make or to link, and what goes out.

    `source` is the input to the letter, `copy` what the offsets count in. `quotes` are
    by their number in the proposal, which `continues` names; each has a speaker. One
    with a `passage` stands in the body in its place, the words of others stay in the
    prose. `kind` is guessed when empty.
    """

    source: str
    copy: str
    language: str
    title: str
    match: Match | None = None
    kind: str = ""
    posts: list[FoundPost] = field(default_factory=list)
    quotes: dict[int, FoundQuote] = field(default_factory=dict)
    boilerplate: list[Finding] = field(default_factory=list)
    headline: tuple[int, int] | None = None

    @classmethod
    def accepting(cls, proposal: Proposal, *, source: str) -> "Decision":
        """All that can be made of `proposal` without asking anyone."""
        quotes = {n: q for n, q in enumerate(proposal.quotes) if is_whole(q)}
        has_day = bool(proposal.match and proposal.match.kickoff_on)
        return cls(
            source=source,
            copy=proposal.copy,
            language=proposal.language,
            title=title_of(proposal),
            match=proposal.match,
            posts=[p for p in proposal.posts if p.text and (p.posted_on or has_day)],
            quotes=quotes,
            boilerplate=list(proposal.boilerplate),
            headline=proposal.title,
        )


def is_whole(quote: FoundQuote) -> bool:
    """Whether it can stand in the body as a record."""
    return bool(quote.speaker and quote.passage and quote.kind == Quote.Kind.FULL)


def title_of(proposal: Proposal, match: Match | None = None) -> str:
    """The headline of the copy, else its match, else its first words."""
    if proposal.title:
        words = proposal.copy[slice(*proposal.title)]
    elif match := match or proposal.match:
        with override(proposal.language):
            words = f"{match.home.label} – {match.away.label}"
    else:
        first = proposal.copy.split()[: TITLE_WORDS + 1]
        more = "…" if len(first) > TITLE_WORDS else ""
        words = f"{' '.join(first[:TITLE_WORDS])}{more}"
    return tidy(" ".join(words.split()), proposal.language)[:LONGEST_TITLE]


def draft(
    decision: Decision,
    *,
    by: AbstractUser | None,
    token: UUID | None = None,
    at: datetime | None = None,
) -> tuple[Article, bool]:
    """The draft that `decision` makes, and whether it is new.

    `token` names the confirmation: the same one twice gives the same article. `by` is
    None for the system. Raises PermissionDenied, and ValidationError when a record
    cannot be.
    """
    refuse_stranger(decision, by)
    token, at = token or uuid4(), at or timezone.now()
    if made := made_by(token):
        return made, False
    try:
        with transaction.atomic():
            return Drafting(decision, by, at).article(token), True
    except IntegrityError:  # the same click, twice at once
        if made := made_by(token):
            return made, False
        raise


def made_by(token: UUID) -> Article | None:
    copies = ImportedCopy.objects.filter(token=token).select_related("article")
    return next((copy.article for copy in copies), None)


def refuse_stranger(decision, by):
    models = {Article: True, Quote: decision.quotes, ClubPost: decision.posts}
    for model, is_made in models.items():
        if by and is_made and not policy.may_change_record(by, model):
            raise PermissionDenied(_("Your role does not allow this."))
    if by and decision.language not in policy.languages(by):
        raise ValidationError(
            _("You do not write this language: ask someone who does.")
        )


@dataclass
class Drafting:
    """One draft being made."""

    decision: Decision
    by: AbstractUser | None
    at: datetime

    def article(self, token: UUID) -> Article:
        decision = self.decision
        cuts = [*self.shown(), *self.left_out()]
        body = compose(decision.copy, language=decision.language, cuts=cuts)
        kind = decision.kind or kind_of(decision, at=self.at)
        words = {"title": decision.title[:LONGEST_TITLE], "body": body}
        article = Article.objects.create(
            kind=kind,
            original_language=decision.language,
            created_by=self.by,
            **{f"{name}_{decision.language}": text for name, text in words.items()},
        )
        self.settle(article, token)
        return article

    def settle(self, article, token):
        Edition.objects.create(article=article, language=article.original_language)
        if self.decision.match:
            article.links.create(
                match=self.decision.match,
                role=MatchLink.Role(article.kind),
                is_primary=True,
            )
        copy = ImportedCopy(article=article, text=self.decision.source, token=token)
        copy.imported_by = self.by
        copy.save(force_insert=True)
        self.log(article)

    def shown(self) -> Iterable[Cut]:
        """The records in their places."""
        for found in self.decision.posts:
            pk = self.post(found).pk
            yield Cut(found.start, found.end, embed("post", pk))
        for number, quote in self.quotes().items():
            if passage := self.decision.quotes[number].passage:
                yield Cut(*passage, embed("quote", quote.pk))

    def left_out(self):
        spans = [(one.start, one.end) for one in self.decision.boilerplate]
        headline = [self.decision.headline] if self.decision.headline else []
        return [Cut(*span) for span in [*spans, *headline]]

    def post(self, found):
        decision = self.decision
        post = post_of(found, language=decision.language, match=decision.match)
        return known_post(post) or self.kept(post, captured_by=self.by)

    def quotes(self) -> dict[int, Quote]:
        """Number → the record, each after those that it continues."""
        made = {}
        for number, found in sorted(self.decision.quotes.items()):
            quote = quote_of(found, match=self.decision.match)
            before = made.get(found.continues)
            is_same_speaker = before and before.speaker_id == quote.speaker_id
            quote.continues = before if is_same_speaker else None
            quote.said_on = self.day()
            made[number] = known_quote(quote) or self.kept(quote, taken_by=self.by)
        return made

    def day(self):
        """The match's, else that of the first post that has one."""
        if self.decision.match and self.decision.match.kickoff_on:
            return self.decision.match.kickoff_on
        return next((p.posted_on for p in self.decision.posts if p.posted_on), None)

    def kept(self, record, **who):
        for name, value in who.items():
            setattr(record, name, value)
        record.full_clean(exclude=["identity", "text_readable", "text_searchable"])
        record.save(force_insert=True)
        self.log(record)
        return record

    def log(self, record):
        fields = created(record)
        AuditEntry.objects.record(
            "add", record, by=self.by, at=self.at, intake=True, fields=fields
        )


def kind_of(decision: Decision, *, at: datetime) -> str:
    """A preview before the match, a reaction where most words are quoted, a report."""
    match = decision.match
    if match and match.status == Match.Status.SCHEDULED and is_to_come(match, at):
        return Article.Kind.PREVIEW
    out = sum(one.end - one.start for one in [*decision.posts, *decision.boilerplate])
    passages = [one.passage or (one.start, one.end) for one in decision.quotes.values()]
    quoted = sum(end - start for start, end in passages)
    prose = len(decision.copy) - out
    return Article.Kind.REACTION if 2 * quoted > prose else Article.Kind.REPORT


def is_to_come(match, at):
    if match.kickoff_at:
        return match.kickoff_at > at
    return match.kickoff_on is None or match.kickoff_on >= timezone.localdate(at)
