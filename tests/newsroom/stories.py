"""One story for each state that readers may not see, each text of it a marker.

A marker is "zq", the state, the language of the edition and the name of the text.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from articles import assigning, publishing
from articles.models import Author, Byline
from matches.models import Match, Person
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_person,
    make_photo,
    make_post,
    make_quote,
    make_user,
)

DAY = timedelta(days=1)
# What readers read once a story is out; whatever else is marked stays on the desk.
READ = {"title", "standfirst", "body", "social", "slug"}
READ |= {"quote", "quotetranslation", "post", "posttranslation"}
READ |= {"alt", "caption", "credit", "leadalt", "leadcaption", "leadcredit"}


@dataclass
class Scene:
    """What the stories share, and readers always see."""

    match: Match
    speaker: Person
    author: Author

    @classmethod
    def made(cls):
        author = Author.objects.create(slug="lea", name="Léa")
        return cls(make_match(), make_person(), author)


class Story:
    """An article with working words in both languages and an edition in one."""

    def __init__(self, language, scene):
        self.language, self.scene = language, scene
        self.other = {"fr": "en", "en": "fr"}[language]
        self.by = make_user(is_superuser=True)
        self.article = make_article(match=scene.match, **self.first_words())
        Byline.objects.create(article=self.article, author=scene.author)
        self.edition = make_edition(
            article=self.article, language=language, **self.columns()
        )
        self.act()

    def act(self):
        """Brings the edition into its state."""

    def come_out(self):
        """Shows readers the working words, now."""
        self.edition.refresh_from_db()
        self.edition.embargo_until = self.edition.embargo_match = None
        self.edition.embargo_event = ""
        self.edition.save()
        self.publish(change="update")

    def publish(self, **arguments):
        publishing.publish(self.edition, by=self.by, **arguments)

    def mark(self, name):
        return f"zq{type(self).__name__.lower()}{self.language}{name}"

    @property
    def read(self):
        """The markers that readers get once the story is out."""
        return {self.mark(name) for name in READ}

    def first_words(self):
        return self.words()

    def columns(self):
        names = ("slug", "embargo_note", "embargo_source")
        return {name: self.mark(name.replace("_", "")) for name in names}

    def words(self):
        body = "".join(map(embed, (self.quote(), self.post(), self.photo(""))))
        marked = self.both("body", "body")
        return {
            **self.both("title", "title"),
            **self.both("standfirst", "standfirst"),
            **self.both("social_title", "social"),
            **{name: f"<p>{mark}</p>{body}" for name, mark in marked.items()},
            "lead_photo": self.photo("lead"),
        }

    def both(self, field, name):
        """`name` in the language of the edition, another marker in the other."""
        return {
            f"{field}_{self.language}": self.mark(name),
            f"{field}_{self.other}": self.mark(f"{name}elsewhere"),
        }

    def quote(self):
        return make_quote(
            speaker=self.scene.speaker,
            match=self.scene.match,
            language=self.other,
            text=self.mark("quote"),
            **self.both("translation", "quotetranslation"),
        )

    def post(self):
        return make_post(
            match=self.scene.match,
            claimed_minute=12,
            language=self.other,
            text_raw=self.mark("post"),
            **self.both("translation", "posttranslation"),
        )

    def photo(self, prefix):
        return make_photo(
            credit=self.mark(f"{prefix}credit"),
            **self.both("alt", f"{prefix}alt"),
            **self.both("caption", f"{prefix}caption"),
        )


class Draft(Story):
    def act(self):
        note = self.mark("assignment")
        assigning.give(self.article, to=self.by, by=self.by, note=note)


class InReview(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by, note=self.mark("submitted"))


class SentBack(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by)
        publishing.send_back(self.edition, by=self.by, note=self.mark("note"))


class Ready(Story):
    def act(self):
        publishing.submit(self.edition, by=self.by)
        publishing.approve(self.edition, by=self.by)


class Scheduled(Story):
    def act(self):
        self.publish(publish_at=timezone.now() + DAY)


class Embargoed(Story):
    def columns(self):
        return super().columns() | {"embargo_until": timezone.now() + DAY}

    def act(self):
        self.publish()


class Awaiting(Story):
    """Until a moment that its match does not have yet."""

    def columns(self):
        embargo = {"embargo_match": self.scene.match, "embargo_event": "full_time"}
        return super().columns() | embargo

    def act(self):
        self.publish()


class Withdrawn(Story):
    def act(self):
        self.publish()
        publishing.withdraw(self.edition, by=self.by, reason=self.mark("reason"))


class Rewritten(Story):
    """Marked after a first release of words without a marker."""

    def first_words(self):
        return {}

    def rewrite(self, words):
        for name, value in words.items():
            setattr(self.article, name, value)
        self.article.save()


class Changed(Rewritten):
    """Out since before its words, picture and records were changed."""

    def columns(self):
        return super().columns() | {"slug": "un-partout"}

    def act(self):
        self.publish()
        self.rewrite(self.words())

    @property
    def read(self):
        return super().read - {self.mark("slug")}


class Untranslated(Rewritten):
    """Out in the other language only."""

    def act(self):
        out = make_edition(article=self.article, language=self.other)
        publishing.publish(out, by=self.by)
        mine = (f"_{self.language}", "lead_photo")
        self.rewrite({k: v for k, v in self.words().items() if k.endswith(mine)})


STATES = (Draft, InReview, SentBack, Ready, Scheduled, Embargoed, Awaiting, Withdrawn)
STATES += (Changed, Untranslated)
