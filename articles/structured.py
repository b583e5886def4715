"""An article as schema.org has it: only what its page shows."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from matches.structured import SCHEMA, absolute, event

from .corrections import Changes
from .models import Author, Byline, Edition, MatchLink, Photo

Origin = Edition.Origin


def news_article(
    edition: Edition,
    *,
    bylines: list[Byline],
    links: list[MatchLink],
    others: list[Edition],
    changes: Changes,
) -> dict:
    """The NewsArticle of `edition`, from `with_words()`.

    `others` are what readers may open of the article in other languages: the rest
    is not told.
    """
    release, address = edition.release, absolute(edition.get_absolute_url())
    language = edition.language
    zone = ZoneInfo(settings.EDITION_TIME_ZONES[language])
    found = {
        "@context": SCHEMA,
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "headline": release.title,
        "description": release.standfirst,
        "inLanguage": language,
        "datePublished": written(edition.first_published_at, zone),
        "dateModified": written(
            changes.modified_at or edition.first_published_at, zone
        ),
        "image": release.lead_picture and image_of(release.lead_picture),
        "author": [author_of(byline.author) for byline in bylines] or [desk()],
        "publisher": desk(),
        "isAccessibleForFree": True,
        "about": [event(link.match, language=language) for link in links],
        "correction": [comment(one, zone) for one in changes.corrections],
    }
    found |= of_translation(edition, others)
    return {key: value for key, value in found.items() if value}


def of_translation(edition, others):
    if edition.origin == Origin.TRANSLATION:
        name = edition.translator and edition.translator.get_full_name()
        return {
            "translator": name and {"@type": "Person", "name": name},
            "translationOfWork": works(others),
        }
    made = [other for other in others if other.origin == Origin.TRANSLATION]
    return {"workTranslation": works(made)}


def works(editions):
    paths = [edition.get_absolute_url() for edition in editions]
    return [{"@type": "NewsArticle", "@id": absolute(path)} for path in paths]


def comment(correction, zone):
    return {
        "@type": "CorrectionComment",
        "text": correction.note,
        "datePublished": written(correction.released_at, zone),
    }


def author_of(author: Author):
    is_person = author.kind == Author.Kind.PERSON
    kind, path = "Person" if is_person else "Organization", author.get_absolute_url()
    return {"@type": kind, "name": author.name, "url": absolute(path)}


def image_of(photo: Photo):
    found = {
        "@type": "ImageObject",
        "url": absolute(photo.image.url),
        "width": photo.width,
        "height": photo.height,
        "caption": photo.caption,
        "creditText": photo.credit,
    }
    return {key: value for key, value in found.items() if value}


def desk():
    return {"@type": "NewsMediaOrganization", "name": "Tribune", "url": absolute("/")}


def written(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")
