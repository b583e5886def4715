"""What the desk should know of a post: whose it is, and what the match says of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.db.models import prefetch_related_objects
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from matches import dates
from matches.models import TeamAccount

from .likeness import skeleton
from .models import ClubPost
from .post_claims import Verdict, scores_around, verdict


class Level(Enum):
    WARNING = "warning"
    NOTE = "note"
    AGREES = "agrees"


@dataclass(frozen=True)
class Finding:
    level: Level
    text: str


def together(posts: Iterable[ClubPost]) -> list[ClubPost]:
    """`posts` ready to be checked in two queries, whatever their number."""
    posts = list(posts)
    prefetch_related_objects([post.match for post in posts if post.match], "events")
    register = list(TeamAccount.objects.select_related("team")) if posts else []
    for post in posts:
        post.register = register
    return posts


def findings(post: ClubPost) -> list[Finding]:
    """Everything there is to know of `post`, saved or not."""
    found = [*on_author(post), *on_match(post), *on_claim(post)]
    if post.author_kind == ClubPost.AuthorKind.PRIVATE:
        text = _("A private person’s post: it goes when they ask for it.")
        found.append(Finding(Level.NOTE, text))
    return found


def warnings(post: ClubPost) -> list[str]:
    return [one.text for one in findings(post) if one.level == Level.WARNING]


def on_author(post):
    if not post.author_handle:
        text = _("The author’s account is not known: write who posted it.")
        return [Finding(Level.WARNING, text)]
    if post.account and post.account.is_named(post.author_handle, post.provider):
        return [on_registered(post, post.account)]
    accounts = getattr(post, "register", None)
    if accounts is None:
        accounts = TeamAccount.objects.select_related("team")
    return [on_stranger(post, [a for a in accounts if a.provider == post.provider])]


def on_registered(post, account):
    if post.day is None or account.is_official(on=post.day):
        text = _("A registered account of %(team)s.") % {"team": account.team}
        return Finding(Level.AGREES, text)
    text = _("@%(handle)s was not the account of %(team)s on %(day)s.")
    day = dates.day(post.day, language=get_language())
    values = {"handle": post.author_handle, "team": account.team, "day": day}
    return Finding(Level.WARNING, text % values)


def on_stranger(post, accounts):
    """`accounts` are the network's: one of this very name, a twin, or none."""
    for account in accounts:
        if account.is_named(post.author_handle, post.provider):
            return on_registered(post, account)
    looks = skeleton(post.author_handle)
    for account in accounts:
        if skeleton(account.handle) == looks:
            text = _("Beware: this is not @%(handle)s, it only looks like it.")
            return Finding(Level.WARNING, text % {"handle": account.handle})
    for account in accounts:
        if bears_name(post, account):
            text = _("It bears the name of %(team)s, whose account is @%(handle)s.")
            values = {"team": account.team, "handle": account.handle}
            return Finding(Level.WARNING, text % values)
    return Finding(Level.NOTE, _("No club on the register has this account."))


def bears_name(post, account):
    team = account.team
    names = {account.display_name, team.name_fr, team.name_en}
    looks = skeleton(post.author_name)
    return bool(looks) and looks in {skeleton(name or "") for name in names}


def on_match(post):
    if post.match is None:
        return
    sides = {post.match.home_id, post.match.away_id}
    if post.is_official and post.account.team_id not in sides:
        text = _("%(team)s did not play this match.") % {"team": post.account.team}
        yield Finding(Level.WARNING, text)
    played, posted = post.match.kickoff_on, post.day
    apart = abs((posted - played).days) if played and posted else 0
    if post.claimed_minute is not None and apart > 1:
        text = ngettext(
            "Posted %(count)s day away from the match whose minute it gives.",
            "Posted %(count)s days away from the match whose minute it gives.",
            apart,
        )
        yield Finding(Level.WARNING, text % {"count": apart})


def on_claim(post):
    found = verdict(post)
    if found == Verdict.AGREES:
        text = _("Its minute and score agree with the match.")
        yield Finding(Level.AGREES, text)
    elif found == Verdict.OPEN:
        text = _("The goals of the match are not all entered: its score is unchecked.")
        yield Finding(Level.NOTE, text)
    elif found == Verdict.CONFLICTS:
        yield Finding(Level.WARNING, conflict(post))


def conflict(post):
    claimed = {
        "claimed": f"{post.claimed_home}-{post.claimed_away}",
        "minute": post.clock,
    }
    expected = scores_around(post.match, post.moment)
    if not expected:
        text = _("It says %(claimed)s at %(minute)s: the score on file excludes it.")
        return text % claimed
    text = _("It says %(claimed)s at %(minute)s; the match stood at %(expected)s.")
    return text % (claimed | {"expected": " / ".join(map(str, expected))})
