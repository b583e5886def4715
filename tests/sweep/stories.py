"""A story for each state of which readers may not read all.

Each is in one language and shares the facts of its scene, which are always public.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from articles import publishing
from articles.models import Byline, ClubPost, Quote
from articles.models.author import Author
from matches.models import Match, Person
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_membership,
    make_photo,
    make_post,
    make_quote,
    make_user,
)

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
OTHER = {"fr": "en", "en": "fr"}


@dataclass
class Scene:
    """What the stories of a state share, and readers always see."""

    match: Match
    speaker: Person
    author: Author

    @classmethod
    def made(cls, number):
        match = make_match()
        who = make_membership(team=match.home).person
        author = Author.objects.create(slug=f"author-{number}", name="Léa")
        return cls(match, who, author)


class Story:
    """An article with words in both languages, and an edition in one."""

    def __init__(self, language, scene):
        self.language, self.scene, self.other = language, scene, OTHER[language]
        self.by = make_user(is_superuser=True)
        self.make_records()
        self.article = make_article(match=scene.match, **self.first_words())
        Byline.objects.create(article=self.article, author=scene.author)
        self.edition = make_edition(
            article=self.article, language=language, slug="x", **self.columns()
        )
        self.act()

    def make_records(self):
        of_match = {"match": self.scene.match, "language": self.other}
        both = {f"translation_{code}": "x" for code in OTHER}
        self.quote = make_quote(speaker=self.scene.speaker, **of_match, **both)
        self.post = make_post(claimed_minute=12, **of_match, **both)
        self.photo, self.lead = make_photo(), make_photo()

    @property
    def records(self):
        return [self.quote, self.post, self.photo, self.lead]

    def words(self):
        body = "".join(map(embed, (self.quote, self.post, self.photo)))
        both = {f"body_{code}": f"<p>Oui.</p>{body}" for code in OTHER}
        return both | {"lead_photo": self.lead}

    def first_words(self):
        return self.words()

    def columns(self):
        return {}

    def act(self):
        """Brings the edition into its state."""

    def shown(self):
        """The rows that readers may read before it comes out."""
        return []

    def come_out(self):
        """Shows readers the working words, now."""
        self.article.refresh_from_db()
        self.edition.refresh_from_db()
        self.edition.embargo_until = self.edition.embargo_match = None
        self.edition.embargo_event = ""
        self.edition.save()
        self.publish(change="update")

    def read(self):
        """The rows that readers get once it is out."""
        return [self.article, self.edition, *self.records]

    def still(self):
        """Those that they had already, and still get then."""
        return []

    def told(self):
        """What readers are told of why it went."""
        return self.edition.withdrawals.all()

    def publish(self, **arguments):
        publishing.publish(self.edition, by=self.by, **arguments)

    def rewrite(self, words):
        for name, value in words.items():
            setattr(self.article, name, value)
        self.article.save()


class Draft(Story):
    pass


class InReview(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by)


class SentBack(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by)
        publishing.send_back(self.edition, by=self.by, note="Non.")


class Ready(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by)
        publishing.approve(self.edition, by=self.by)


class Scheduled(Story):
    def act(self):
        self.publish(publish_at=timezone.now() + DAY)


class Unscheduled(Scheduled):
    def act(self):
        super().act()
        publishing.unschedule(self.edition, by=self.by, reason="Non.")


class Embargoed(Story):
    def columns(self):
        return {"embargo_until": timezone.now() + DAY}

    def act(self):
        self.publish()


class WaitingForMatch(Embargoed):
    """For a moment that the match has not come to."""

    def columns(self):
        event = {"embargo_event": "full_time", "embargo_minutes": 0}
        return event | {"embargo_match": self.scene.match}


class AfterMatch(Embargoed):
    """For minutes after a moment that has come."""

    def columns(self):
        over = make_match(full_time_at=timezone.now() - 10 * MINUTE)
        event = {"embargo_event": "full_time", "embargo_minutes": 30}
        return event | {"embargo_match": over}


class Withdrawn(Story):
    """Corrected first: nobody reads any more what was wrong."""

    def act(self):
        self.publish()
        self.publish(change="correction", note="Non.")
        publishing.withdraw(self.edition, by=self.by, reason="Non.", sentence="Oui.")

    def shown(self):
        return self.told()


class NeverSeen(Scheduled):
    """Withdrawn before anybody could read it."""

    def act(self):
        super().act()
        publishing.withdraw(self.edition, by=self.by, reason="Non.")


class Changed(Story):
    """Out since before its words, picture and records were changed."""

    def first_words(self):
        return {}

    def act(self):
        self.publish()
        self.rewrite(self.words())

    def shown(self):
        return [self.edition, self.edition.release]


class Superseded(Changed):
    """Out with other words than those it came out with."""

    def first_words(self):
        return self.words()

    def act(self):
        self.publish()
        plain = {f"body_{code}": "<p>Oui.</p>" for code in OTHER}
        self.rewrite(plain | {"lead_photo": None})
        self.publish(change="update")

    def read(self):
        return [self.article, self.edition]


class Gapped(Changed):
    """Out, and then its records were taken from readers."""

    def first_words(self):
        return self.words()

    def act(self):
        self.publish()
        self.hold(verification=Quote.Verification.DISPUTED)
        posts = ClubPost._base_manager.filter(pk=self.post.pk)
        posts.update(state=ClubPost.State.WITHHELD)

    def hold(self, **columns):
        Quote._base_manager.filter(pk=self.quote.pk).update(**columns)

    def shown(self):
        return [*super().shown(), self.photo, self.lead]

    def come_out(self):
        approved = Quote.Verification.APPROVED
        self.hold(verification=approved, is_off_record=False)
        posts = ClubPost._base_manager.filter(pk=self.post.pk)
        posts.update(state=ClubPost.State.LIVE)
        super().come_out()


class OffRecord(Gapped):
    def act(self):
        super().act()
        self.hold(is_off_record=True, verification=Quote.Verification.APPROVED)


class Untranslated(Story):
    """Out in the other language only."""

    def first_words(self):
        return {}

    def act(self):
        self.out = make_edition(article=self.article, language=self.other, slug="x")
        publishing.publish(self.out, by=self.by)
        mine = {f"body_{self.language}": self.words()[f"body_{self.language}"]}
        self.rewrite(mine)

    def shown(self):
        return [self.out, self.out.release]

    def still(self):
        return self.shown()

    def told(self):
        return [*super().told(), *self.out.withdrawals.all()]

    def read(self):
        return [self.article, self.edition, self.quote, self.post, self.photo]


STATES = (Draft, InReview, SentBack, Ready, Scheduled, Unscheduled, Embargoed)
STATES += (WaitingForMatch, AfterMatch, Withdrawn, NeverSeen, Changed, Superseded)
STATES += (Gapped, OffRecord, Untranslated)
