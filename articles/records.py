"""Finding the quotes, posts, photos and matches that a body can show."""

from functools import reduce
from operator import and_

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from .models import Article, Photo
from .models.embed import RECORDS

MOST = 20
COLUMNS = {
    "quote": (
        "text",
        "translation_fr",
        "translation_en",
        "speaker__full_name",
        "speaker__known_as",
        "speaker__aliases",
        "match__home__aliases__name",
        "match__away__aliases__name",
    ),
    "post": (
        "text_searchable",
        "text_readable",
        "author_name",
        "author_handle",
        "match__home__aliases__name",
        "match__away__aliases__name",
    ),
    "photo": ("alt_fr", "alt_en", "caption_fr", "caption_en", "credit"),
    "match": (
        "home__name_fr",
        "home__name_en",
        "home__aliases__name",
        "away__name_fr",
        "away__name_en",
        "away__aliases__name",
        "season__label",
    ),
}
RELATED = {
    "quote": ("speaker", "membership__team", "match__home", "match__away"),
    "post": ("account__team", "match__home", "match__away"),
    "photo": (),
    "match": ("home", "away", "season__competition", "stage", "group"),
}
OWN = {"quote": "match__in", "post": "match__in", "match": "pk__in"}


def found(kind: str, words: str, *, article: Article | None = None) -> QuerySet:
    """Records of `kind` that hold every one of `words`, those of the article's
    matches first (`is_own`), then the newest; at most MOST."""
    tests = [any_column(kind, word) for word in words.split()[:6]]
    offered = {"photo": Photo.objects.standing()}.get(kind, RECORDS[kind].objects)
    records = offered.filter(reduce(and_, tests, Q())).distinct()
    own = is_own(kind, article)
    records = records.annotate(is_own=own).select_related(*RELATED[kind])
    return records.order_by("-is_own", *newest(kind))[:MOST]


def known(kind: str, numbers: list[str]) -> QuerySet:
    """The records of `kind` with these numbers; what is no number is none."""
    numbers = {int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 16}
    related = RECORDS[kind].objects.select_related(*RELATED[kind])
    return related.filter(pk__in=numbers)


def any_column(kind, word):
    test = Q()
    for column in COLUMNS[kind]:
        test |= Q(**{f"{column}__icontains": word})
    return test


def is_own(kind, article):
    if article is None or kind not in OWN:
        return Value(False, output_field=BooleanField())  # noqa: FBT003 - Django's
    matches = list(article.links.values_list("match", flat=True))
    return Case(
        When(**{OWN[kind]: matches}, then=True),
        default=False,
        output_field=BooleanField(),
    )


def newest(kind):
    return ("-kickoff_on", "-pk") if kind == "match" else ("-pk",)
