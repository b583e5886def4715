"""One newsroom for the table of permissions: what is a role's own, and what is not."""

from dataclasses import dataclass, field
from uuid import uuid4

from django.contrib.auth.models import AbstractUser, Group
from django.utils import timezone

from articles.models import (
    Assignment,
    AuditEntry,
    Author,
    Autosave,
    Edition,
    ImportedCopy,
    Language,
    Mention,
    Notice,
    PreviewLink,
    Quote,
)
from matches.models import Group as Pool
from matches.models import TeamAccount, Venue
from tests.factories import (
    embed,
    make_adjustment,
    make_article,
    make_edition,
    make_event,
    make_match,
    make_member,
    make_membership,
    make_photo,
    make_post,
    make_quote,
    make_term,
    make_tie,
    make_user,
    publish,
)

ROLES = (
    "anonymous",
    "reporter",
    "translator",
    "sub-editor",
    "desk chief",
    "statistics desk",
    "read-only",
    "superuser",
)


@dataclass
class Belongings:
    """What one person made: an article in two languages, drafts both."""

    by: AbstractUser
    to: AbstractUser
    shown: str = ""
    pks: dict[str, int] = field(default_factory=dict)

    def __post_init__(self):
        article = make_article(created_by=self.by, body_fr=self.shown)
        original = make_edition(article=article)
        translation = make_edition(
            article=article,
            language=Language.ENGLISH,
            origin=Edition.Origin.TRANSLATION,
            translator=self.by,
        )
        link, _token = PreviewLink.objects.make(article, "fr", by=self.by)
        quote = make_quote(taken_by=self.by, verification=Quote.Verification.UNVERIFIED)
        told = {"article": article, "by": self.by, "language": "fr"}
        now = timezone.now()
        work = Assignment.objects.create(to=self.to, given_at=now, **told)
        mention = Mention.objects.create(person=self.to, at=now, **told)
        made = {"article": article, "quote": quote, "preview": link}
        made |= {"assignment": work, "mention": mention, "original": original}
        made |= {"translation": translation, "kept": self.kept()}
        ImportedCopy.objects.create(article=article, text="…", token=uuid4())
        self.pks = {name: record.pk for name, record in made.items()}

    def kept(self):
        return Autosave.objects.create(
            user=self.by,
            model="articles.Article",
            tab="00000000-0000-4000-8000-000000000001",
            seen_version=0,
            kept_at=timezone.now(),
        )


class Scene:
    """`people`: role → its member; `own` and `other`: role → pks by name."""

    def __init__(self):
        self.people = {role: member(role) for role in ROLES}
        self.stranger = make_user(username="stranger")
        self.facts()
        self.words()
        kept = {"quote": self.shown_quote, "photo": self.photo}
        shown = "".join(map(embed, kept.values()))
        other = Belongings(self.stranger, self.stranger, shown).pks
        self.other = dict.fromkeys(ROLES, other)
        self.own = {
            role: Belongings(person, person, shown).pks
            for role, person in self.people.items()
            if person
        }
        self.own["anonymous"] = other

    def facts(self):
        self.match = make_match()
        self.event = make_event(match=self.match)
        self.membership = make_membership()
        self.adjustment = make_adjustment(season=self.match.season)
        self.tie = make_tie()
        self.venue = Venue.objects.create(
            slug="v", name_fr="Vélodrome", name_en="Vélodrome"
        )
        self.pool = Pool.objects.create(stage=self.match.stage, label="A")
        self.account = TeamAccount.objects.create(
            team=self.match.home, provider="x", handle="OM"
        )

    def words(self):
        self.author = Author.objects.create(slug="lea", name="Léa")
        self.notice = Notice.objects.create(title_fr="Soutien", body_fr="Merci.")
        self.photo, self.post = make_photo(), make_post()
        self.shown_quote, self.term = make_quote(), make_term()
        self.public = publish(make_article(match=self.match)).article
        release = self.public.edition("fr").release
        self.release = release
        self.entry = AuditEntry.objects.order_by("pk").last()

    @property
    def records(self):
        """Label of a model that the desk edits → the pk of one row."""
        stage = self.match.stage
        rows = [self.match, self.event, self.membership, self.adjustment, self.tie]
        rows += [self.venue, self.pool, self.account, stage, self.match.season]
        rows += [self.match.season.competition, self.match.home, self.author]
        rows += [self.membership.person, self.notice, self.photo, self.post, self.term]
        rows += [self.entry, Group.objects.first(), self.stranger]
        return {row._meta.label_lower: row.pk for row in rows}


def member(role):
    if role == "anonymous":
        return None
    if role == "superuser":
        return make_user(username=role, is_superuser=True)
    return make_member(role, username=role.replace(" ", "-"))
