"""The newsroom of a sweep: a story of every state and language, and what is beside."""

from dataclasses import dataclass, field
from itertools import product

from django.utils import timezone

from articles import publishing
from articles.models import Edition, Notice, PreviewLink

from .stories import STATES
from .story import DAY, OTHER, Scene


@dataclass
class Desk:
    """The whole newsroom of a sweep."""

    stories: list
    notices: list
    tokens: list = field(default_factory=list)  # of previews that are over

    @classmethod
    def made(cls, *, in_scene=1):
        """With a story of each state and language, `in_scene` states in one scene."""
        stories = []
        for number, state in enumerate(STATES):
            if number % in_scene == 0:
                scene = Scene.made(number)
            stories += [state(code, scene) for code in ("fr", "en")]
        desk = cls(stories, [make_notice(DAY, None), make_notice(-2 * DAY, -DAY)])
        for story in stories[:2]:
            desk.tokens += dead_tokens(story)
        return desk

    def shown(self):
        """The rows of which readers may read all that is for readers."""
        return [row for story in self.stories for row in story.shown()]

    def closed(self):
        """(article, language) of the editions that no reader may open."""
        opened = {
            (row.article_id, row.language)
            for row in self.shown()
            if isinstance(row, Edition)
        }
        articles = {story.article.pk for story in self.stories}
        return {*product(articles, OTHER)} - opened

    def come_out(self):
        for story in self.stories:
            story.come_out()
        begun = Notice._base_manager.filter(pk=self.notices[0].pk)
        begun.update(starts_at=timezone.now() - DAY)

    def read(self):
        """(row, language of who reads it) of what has come out."""
        yield from ((row, s.language) for s in self.stories for row in s.read())
        yield from ((self.notices[0], language) for language in OTHER)

    def withdraw(self):
        for edition in Edition.objects.public_in([*OTHER]):
            by = self.stories[0].by
            publishing.withdraw(edition, by=by, reason="Oui.")


def make_notice(start, end):
    now = timezone.now()
    return Notice.objects.create(
        starts_at=now + start,
        ends_at=end and now + end,
        **{f"{name}_{code}": "x" for name in ("title", "body") for code in OTHER},
    )


def dead_tokens(story):
    """Of a preview that is over, and of one that someone revoked."""
    make = PreviewLink.objects.make
    then = timezone.now() - 2 * DAY
    _old, old_token = make(story.article, story.language, by=story.by, at=then)
    revoked, token = make(story.article, story.language, by=story.by)
    PreviewLink.objects.filter(pk=revoked.pk).update(revoked_at=timezone.now())
    return [old_token, token]
