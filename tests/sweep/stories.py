"""A story for each state of which readers may not read all."""

from django.utils import timezone

from articles import publishing
from articles.models import ClubPost, Quote
from articles.picture_takedown import take_down
from tests.factories import embed, make_edition, make_match

from .story import DAY, MINUTE, OTHER, Story


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


class TakenDown(Gapped):
    """Out, and then its pictures were taken down, for good."""

    def act(self):
        self.publish()
        for photo in (self.photo, self.lead):
            take_down(photo, by=self.by, reason="Non.")

    def shown(self):
        return [self.edition, self.edition.release, self.quote, self.post]

    def come_out(self):
        self.article.refresh_from_db()
        for name in ("body_fr", "body_en"):
            words = getattr(self.article, name).replace(embed(self.photo), "")
            setattr(self.article, name, words)
        self.article.lead_photo = None
        self.article.save()
        super().come_out()

    def read(self):
        return [self.article, self.edition, self.quote, self.post]


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
STATES += (Gapped, OffRecord, TakenDown, Untranslated)
