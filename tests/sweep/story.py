"""A story in one language; the facts of its scene are always public."""

from dataclasses import dataclass
from datetime import timedelta

from articles import publishing
from articles.models import Byline
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
