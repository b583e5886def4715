"""From what was pasted to the columns of a post, or to the post the desk has."""

from django.utils import timezone

from matches.models import Match

from . import characters, posts
from .embed_codes import parse_embed
from .models import ClubPost
from .models.post import LANGUAGES
from .post_addresses import Capture, parse_status_url
from .post_matches import suggested

SPOKEN = {code for code, _name in LANGUAGES}
CLAIMED = ("claimed_minute", "claimed_added", "claimed_home", "claimed_away")


def captured(source: str) -> Capture | None:
    """What the address or the embed code `source` says; None: it is neither."""
    return parse_embed(source) or parse_status_url(source)


def columns(capture: Capture, *, language: str, match: Match | None = None) -> dict:
    """The columns of the post of `capture`, its club's account and match included.

    `language` and `match` stand where the post does not tell its own.
    """
    spoken = capture.language.partition("-")[0]
    found = vars(capture) | {
        "language": spoken if spoken in SPOKEN else language,
        "posted_at": capture.posted_at and timezone.localtime(capture.posted_at),
    }
    post = ClubPost(**found)
    post.account = post.registered_account()
    found |= {"account": post.account, "match": match_of(post) or match}
    claimed = posts.claim(capture.text_raw) or (None,) * 4
    return found | dict(zip(CLAIMED, claimed, strict=True))


def match_of(post: ClubPost) -> Match | None:
    if post.day is None:
        return None
    team = post.account and post.account.team
    return suggested(team=team, day=post.day, text=post.text_raw)


def known(post: ClubPost) -> ClubPost | None:
    """The post of the desk that is the same one."""
    identity = posts.identity(
        provider=post.provider,
        external_id=post.external_id,
        handle=post.author_handle,
        day=post.day,
        raw=characters.storable(post.text_raw),
    )
    return ClubPost.objects.filter(identity=identity).exclude(pk=post.pk).first()
