"""What waits for a translator, the most urgent first."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from articles.body import plain_text
from articles.models import Article, Edition, Language, MatchLink, TranslatedUnit
from matches.models import Match

Status = Edition.Status
MOST = 60
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """An article owed to the readers of `language`; `edition` is None if not begun.

    `since` is when its source was ready to be translated: published, else last saved.
    """

    article: Article
    language: Language
    edition: Edition | None
    is_stale: bool
    is_published: bool
    since: datetime
    match: Match | None
    words: int

    @property
    def translator(self):
        return self.edition.translator if self.edition else None

    @property
    def direction(self) -> str:
        return f"{self.language.other}-{self.language}"

    def order(self, today: date):
        """Published sources first, then today's matches, then the latest kick-off."""
        day = self.match.kickoff_on if self.match else None
        near = abs((day - today).days) if day else 10_000
        return (not self.is_published, near, -self.since.timestamp(), self.article.pk)


def waiting(*, direction: str = "", at: datetime | None = None) -> list[Waiting]:
    """All that waits, or what goes one way: "fr-en", "en-fr"."""
    at = at or timezone.now()
    found = [entry(*one, at=at) for one in [*unbegun(), *begun()]]
    found = [one for one in found if direction in ("", one.direction)]
    today = timezone.localdate(at)
    return sorted(found, key=lambda one: one.order(today))


def unbegun():
    """Articles past review in their own language that the other does not have."""
    editions = Edition.objects.filter(article=OuterRef("pk"))
    own = editions.filter(
        language=OuterRef("original_language"),
        status__in=(Status.READY, Status.PUBLISHED),
    )
    other = editions.exclude(language=OuterRef("original_language"))
    articles = Article.objects.filter(Exists(own), ~Exists(other))
    for article in with_links(articles)[:MOST]:
        yield article, Language(article.original_language).other, None


def begun():
    """Translations at work, and those whose source has changed since."""
    editions = Edition.objects.with_state().select_related("translator")
    stale = Q(pk__in=Edition.objects.stale().exclude(status=Status.WITHDRAWN))
    unfinished = Q(
        Q(translation=None) | Q(translation__completed_at=None),
        origin=Edition.Origin.TRANSLATION,
        status=Status.DRAFT,
    )
    known = editions.filter(stale | unfinished).order_by("-pk")[:MOST]
    articles = {a.pk: a for a in with_links(articles_of(known))}
    for edition in known:
        edition.article = articles[edition.article_id]
        yield edition.article, Language(edition.language), edition


def articles_of(editions):
    return Article.objects.filter(pk__in=[edition.article_id for edition in editions])


def with_links(articles):
    links = MatchLink.objects.with_matches()
    return articles.order_by("-changed_at").prefetch_related(
        Prefetch("editions", Edition.objects.with_state()), Prefetch("links", links)
    )


def entry(article, language, edition, *, at) -> Waiting:
    source = article.edition(language.other)
    is_published = bool(source and source.is_public(at=at))
    links = sorted(article.links.all(), key=lambda link: not link.is_primary)
    return Waiting(
        article=article,
        language=language,
        edition=edition,
        is_stale=bool(edition and edition.is_stale()),
        is_published=is_published,
        since=source.public_from if is_published else article.changed_at,
        match=links[0].match if links else None,
        words=len(plain_text(article.words(language.other).body).split()),
    )


@dataclass(frozen=True)
class Share:
    """What one person translated in a week: passages, day by day, today last."""

    person: AbstractUser
    days: list[int]

    @property
    def all(self) -> int:
        return sum(self.days)

    @property
    def bars(self) -> list[tuple[int, int, int]]:
        """(x, y, height) of each day in a box of 70 by 20."""
        most = max(self.days)
        heights = [round(20 * count / most) for count in self.days]
        return [(10 * n, 20 - height, height) for n, height in enumerate(heights)]


def shares(*, at: datetime | None = None) -> list[Share]:
    """Of everyone who answered a passage in the week up to `at`, the busiest first."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    answered = TranslatedUnit.objects.filter(
        answered_at__gt=at - WEEK, answered_at__lte=at, answered_by__isnull=False
    ).exclude(answer=TranslatedUnit.Answer.OPEN)
    days = defaultdict(Counter)
    for who, when in answered.values_list("answered_by", "answered_at"):
        days[who][timezone.localdate(when)] += 1
    people = get_user_model().objects.in_bulk(days)
    found = [Share(people[who], in_order(days[who], today)) for who in days]
    return sorted(found, key=lambda share: (-share.all, share.person.pk))


def in_order(counts, today):
    return [counts[today - timedelta(days=back)] for back in range(6, -1, -1)]
