"""What a publication would do, said before it is done."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from articles import body, embargo
from articles.cards import change_url
from articles.facts import Finding
from articles.models import Edition, Language, Photo
from articles.obstacles import obstacles, shown_records
from matches.names import slug

from . import facts
from .state import State, state
from .verbs import PUBLISH


@dataclass(frozen=True)
class Shown:
    """A quote or a post among the words, and where it stands."""

    name: str
    state: State
    url: str


@dataclass(frozen=True)
class Summary:
    """`zone` is the newsroom's; `elsewhere` its hour in that of the readers."""

    edition: Edition
    count: int
    photo: Photo | None
    address: str
    zone: str
    now: datetime
    elsewhere: str
    embargo: list[str]
    obstacles: list[str]
    checks: list[Finding]
    shown: list[Shown] = field(default_factory=list)
    other: list[str] = field(default_factory=list)


def summary(edition: Edition, *, at: datetime) -> Summary:
    words = edition.words
    return Summary(
        edition=edition,
        count=len(body.plain_text(words.body).split()),
        photo=edition.article.lead_photo,
        address=address_of(edition),
        zone=timezone.get_current_timezone_name(),
        now=at,
        elsewhere=elsewhere(edition, at=at),
        embargo=embargo.terms(edition),
        obstacles=obstacles(edition),
        checks=facts.said(PUBLISH, edition),
        shown=list(shown(edition)),
        other=list(other(edition, at=at)),
    )


def address_of(edition):
    edition_slug = edition.slug or slug(edition.words.title) or "article"
    return f"/{edition.language}/articles/{edition.article_id}/{edition_slug}/"


def elsewhere(edition, *, at):
    """The hour of readers whose clock is not the newsroom's; "" where it is."""
    zone = ZoneInfo(settings.EDITION_TIME_ZONES[edition.language])
    local = at.astimezone(zone)
    if local.utcoffset() == timezone.localtime(at).utcoffset():
        return ""
    hour = formats.time_format(local, "TIME_FORMAT")
    return _("%(hour)s for its readers (%(zone)s)") % {"hour": hour, "zone": zone.key}


def shown(edition):
    for kind, record in shown_records(edition):
        if kind == "quote":
            code, label = record.verification, record.get_verification_display()
        elif kind == "post":
            code, label = record.state, record.get_state_display()
        else:
            continue
        yield Shown(str(record), State(code, label), change_url(record))


def other(edition, *, at):
    """What becomes of the other language once this one is published."""
    language = Language(edition.language).other
    twin = edition.article.edition(language)
    if twin is None:
        yield _("It is not written in this language.")
        return
    yield state(twin, at=at).label
    if becomes_stale(edition, twin):
        yield _("It will no longer say what its source says: a translator is told.")
    elif twin.origin == Edition.Origin.TRANSLATION and hasattr(twin, "translation"):
        yield _("It says what its source says.")
    if edition.is_stale():
        yield _("These words do not say what their source says now.")
    if twin.is_public(at=at) and edition.was_public(at=at):
        yield _("If this is a correction, look whether it needs the same one.")


def becomes_stale(edition, twin):
    """Whether `twin` was made from other words than those to be published."""
    if twin.origin != Edition.Origin.TRANSLATION or not hasattr(twin, "translation"):
        return False
    made = twin.translation
    return made.completed_at is not None and made.digest != edition.words.digest
