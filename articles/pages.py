"""What the article page shows beside the words: eight queries, whatever it embeds.

One more once its words have changed.
"""

from django.db.models import prefetch_related_objects

from .corrections import changes
from .models import Edition, Embed, Notice
from .rendering import sections
from .structured import news_article

RELATED = 5


def article_page(edition: Edition, *, at=None) -> dict:
    """The context of an article page; `edition` comes from `with_words()`."""
    embeds = list(edition.release.embeds.with_records())
    context = page_of(edition, embeds, at=at)
    others = [e for e in context["public"].values() if e.language != edition.language]
    structured = news_article(
        edition,
        bylines=context["bylines"],
        links=context["links"],
        others=others,
        changes=context["changes"],
    )
    return context | {"structured": structured}


def page_of(edition: Edition, embeds: list[Embed], *, place=None, at=None) -> dict:
    """The same, whether `embeds` and the release are stored or only in memory.

    `place` is that of `rendering.sections`.
    """
    article, language = edition.article, edition.language
    links = list(article.links.with_matches())
    attach_legs([*links, *embeds])
    matches = [link.match for link in links]
    shown = {embed.match_id for embed in embeds}
    editions = Edition.objects.public(language, at=at)
    public = article.public_editions(at=at)
    return {
        "edition": edition,
        "release": edition.release,
        "changes": changes(edition, at=at),
        "sections": list(
            sections(edition.release, embeds, language=language, place=place)
        ),
        "bylines": list(article.bylines.select_related("author")),
        "links": links,
        "beside": [match for match in matches if match.pk not in shown],
        "public": public,
        "alternates": {code: e.get_absolute_url() for code, e in public.items()},
        "related": related(editions, article, matches),
        "notice": Notice.objects.current(language, at=at),
    }


def attach_legs(places):
    """Gives the matches of links and embeds the legs of their ties, in one query."""
    ties = [place.match.tie for place in places if place.match and place.match.tie]
    prefetch_related_objects(ties, "matches")


def related(editions, article, matches):
    """Other stories on the same matches, and on the other legs of their ties."""
    legs = {leg.pk for m in matches if m.tie for leg in m.tie.matches.all()}
    about = editions.about_matches(legs | {m.pk for m in matches})
    return about.not_of(article).with_cards().latest()[:RELATED]
