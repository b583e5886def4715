"""Embedded club posts whose minute and score the match contradicts."""

from django.utils.translation import gettext as _

from articles.models import Check, ClubPost
from articles.post_claims import Verdict, scores_around, verdict

from .context import Case


def check(case: Case):
    """Kind 9; each post against its own match."""
    places = {rec.id: place for rec, place in case.text.embeds if rec.kind == "post"}
    if not places:
        return
    posts = ClubPost.objects.select_related("match").prefetch_related("match__events")
    for post in posts.in_bulk(places).values():
        if verdict(post) == Verdict.CONFLICTS:
            place = places[post.pk]
            yield case.found(Check.POST, (place, place), says(post), record(post))


def says(post):
    claimed = {
        "author": post.author_name,
        "claimed": f"{post.claimed_home}-{post.claimed_away}",
        "minute": post.clock,
    }
    if expected := scores_around(post.match, post.moment):
        text = _(
            "The post of %(author)s says %(claimed)s at %(minute)s; "
            "the match stood at %(expected)s."
        )
        return text % (claimed | {"expected": " / ".join(map(str, expected))})
    text = _(
        "The post of %(author)s says %(claimed)s at %(minute)s: "
        "the score on file excludes it."
    )
    return text % claimed


def record(post):
    claimed = (post.claimed_home, post.claimed_away, post.clock)
    return f"{post.pk} {claimed} {post.match.final_score}"
