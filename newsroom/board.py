"""What the desk's front page shows a person who starts to work."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib.auth.models import AbstractUser
from django.db.models import F, Model, Q
from django.utils import timezone

from articles import corrections, second_look
from articles.assigning_forms import Task, tasks
from articles.models import (
    Article,
    Assignment,
    Autosave,
    Edition,
    Language,
    Mention,
    Release,
)
from articles.moves import Move, sent_back
from articles.translating.queue import Waiting, waiting
from matches import tallies
from matches.models import Match

from .due import Light, light

Status = Edition.Status
AT_WORK = (Status.DRAFT, Status.IN_REVIEW, Status.READY)
EXPECTED = (Article.Kind.PREVIEW, Article.Kind.REPORT, Article.Kind.REACTION)
MOST = 12


@dataclass(frozen=True)
class Coverage:
    """What the desk has on a match in one language."""

    editions: list[Edition]

    @property
    def lacks(self) -> list[Article.Kind]:
        """Of what every match gets, the kinds nobody has begun, or that are gone."""
        gone = Status.WITHDRAWN
        kinds = {e.article.kind for e in self.editions if e.status != gone}
        return [kind for kind in EXPECTED if kind not in kinds]


@dataclass(frozen=True)
class Fixture:
    """A match and what the desk has on it in each language."""

    match: Match
    coverage: dict[str, Coverage]

    @property
    def is_doubted(self) -> bool:
        """The goals entered do not add up to the score."""
        return bool(tallies.disagreements(self.match))


@dataclass(frozen=True)
class Board:
    """`notes`: pk of an edition of mine → the move that sent it back."""

    at: datetime
    light: Light | None
    mentions: list[Mention]
    tasks: list[Task]
    given: list[Task]
    notes: dict[int, Move]
    unsaved: list[Autosave]
    mine: list[Edition]
    waiting: list[Edition]
    second_look: list[tuple[Edition, list[Model]]]
    corrected: list[tuple[Edition, list[Release]]]
    to_translate: list[Waiting]
    changed: list[Edition]
    recent: list[Edition]
    day: date | None
    is_today: bool
    fixtures: list[Fixture]


def board(user: AbstractUser, *, at: datetime | None = None) -> Board:
    """The board of `user` at `at` (aware, default now); its day is the newsroom's."""
    at = at or timezone.now()
    today = timezone.localdate(at)
    day, matches = matches_of(today)
    own = list(mine(user)[:MOST])
    return Board(
        at=at,
        light=light(at=at) if user.has_perm("articles.publish_edition") else None,
        mentions=list(Mention.objects.unread(user)[:MOST]),
        tasks=tasks(Assignment.objects.open().of(user)[:MOST], user),
        given=tasks(Assignment.objects.open().given_by(user)[:MOST], user),
        notes=sent_back(own),
        unsaved=list(Autosave.objects.unsaved(user).defer("fields")[:MOST]),
        mine=own,
        waiting=list(waiting_for(user)[:MOST]),
        second_look=second_look.needed(most=MOST),
        corrected=corrections.waiting(most=MOST, at=at),
        to_translate=to_translate_by(user, at=at)[:MOST],
        changed=[e for e in maybe_changed() if e.has_unpublished_changes][:MOST],
        recent=list(published(at=at)[:MOST]),
        day=day,
        is_today=day == today,
        fixtures=[Fixture(match, coverage(match)) for match in matches],
    )


def editions():
    shown = ("article", "translator", "checker", "embargo_match")
    return Edition.objects.select_related(*shown).defer(
        *(f"article__body{suffix}" for suffix in ("", "_fr", "_en"))
    )


def mine(user):
    """At work, and written or translated by `user`."""
    owned = Q(article__created_by=user, origin=Edition.Origin.ORIGINAL)
    signed = Q(article__authors__user=user, origin=Edition.Origin.ORIGINAL)
    whose = owned | signed | Q(translator=user)
    found = editions().filter(whose, status__in=AT_WORK).distinct()
    return found.order_by("-article__changed_at", "pk")


def waiting_for(user):
    """In review, for who may pass it; ready, for who may publish it."""
    states = []
    if user.has_perm("articles.approve_edition"):
        states.append(Status.IN_REVIEW)
    if user.has_perm("articles.publish_edition"):
        states.append(Status.READY)
    found = editions().filter(status__in=states)
    return found.order_by("status", "article__changed_at", "pk")


def to_translate_by(user, *, at):
    """What waits for anyone who translates, or for `user`."""
    if not user.has_perm("articles.translate_article"):
        return []
    return [w for w in waiting(at=at) if w.translator in (None, user)]


def maybe_changed():
    """Published editions whose article was saved since: the words tell the rest."""
    since = Edition.objects.filter(
        status=Status.PUBLISHED, article__changed_at__gt=F("release__released_at")
    )
    found = since.select_related("article", "release").order_by("-article__changed_at")
    return found[: 3 * MOST]


def published(*, at):
    """Public or due, the last to appear first, what waits for a match above all."""
    last = F("public_from").desc(nulls_first=True)
    return editions().filter(status=Status.PUBLISHED).order_by(last, "-pk")


def matches_of(today):
    """Today's matches, else those of the next day that has any, else of the last."""
    todays = Match.objects.with_sides().filter(in_newsroom(today))
    day = today if todays else nearest_day(today)
    matches = todays or Match.objects.with_sides().on_day(day)
    return day, matches.prefetch_related("events", "links__article__editions")[
        : 2 * MOST
    ]


def nearest_day(today):
    days = Match.objects
    return days.first_day(since=today) or days.last_day(until=today)


def in_newsroom(day):
    """Kicks off on `day` by the newsroom's clock, or on it at no known hour."""
    start = timezone.make_aware(datetime.combine(day, time.min))
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    known = Q(kickoff_at__gte=start, kickoff_at__lt=end)
    return known | Q(kickoff_at=None, kickoff_on=day)


def coverage(match):
    found = {language: [] for language in Language.values}
    for link in match.links.all():
        for edition in link.article.editions.all():
            found[edition.language].append(edition)
    return {language: Coverage(editions) for language, editions in found.items()}
