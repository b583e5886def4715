"""What was written of a team, said by its people and posted by its accounts."""

from articles.models import ClubPost, Edition, Quote
from matches.models import Team

STORIES, QUOTES, POSTS = 8, 3, 3


def team_words(team: Team, *, language: str, at=None) -> dict:
    """The latest of each that readers of `language` may see; three queries."""
    editions = Edition.objects.public(language, at=at).about_team(team)
    quotes = Quote.objects.public(language, at=at).of_team(team).with_speakers()
    posts = ClubPost.objects.public(language, at=at).of_team(team).with_accounts()
    return {
        "editions": editions.with_cards().latest()[:STORIES],
        "quotes": quotes.order_by("-said_on", "-pk")[:QUOTES],
        "posts": posts[:POSTS],
    }
