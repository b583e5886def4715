"""The 28 surfaces of promises.md, section 9, and where a published word belongs."""

from fnmatch import fnmatchcase

# Number and name → the names of its routes, or how else the sweep comes to it
ROUTES = {
    "1 article": "articles:detail",
    "2 other language": "articles:detail",
    "3 old slug": "articles:detail",
    "4 front": "front",
    "5 competition and day": "competition matches:day matches:latest articles:list",
    "6 team, person, author": "team person articles:author",
    "8 match and live": "matches:detail matches:live",
    "9 feeds": "*feed*",
    "10 sitemaps": "*sitemap*",
    "12 search": "*search*",
    "13 JSON": "*ninjs* *json*",
    "15 share card": "*card* *oembed*",
    "16 rendition": "*rendition*",
    "17 picture": "media",
    "18 media folder": "media",
    "19 guessed picture": "media",
    "20 preview link": "articles:preview",
    "25 desk": "admin:*",
    "27 exports": "admin:*export* admin:*xliff",
}
WAYS = {
    "7 read next": "links of an article page",
    "11 hreflang and switcher": "links of an article page",
    "14 JSON-LD and cards": "head of an article page",
    "21 conditional GET": "any mark",
    "22 HEAD, OPTIONS, Range": "head options range",
    "23 error bodies": "400 403 404 410 500",
    "26 e-mail": "outbox",
    "28 robots": "robots",
}
# Kept by a cache that is not there: no page may be stored yet
ABSENT = {"24 page cache": "CACHES has `pages`, and nothing fills it"}

LISTS = "front articles:list team competition articles:author matches:detail"
SHOWN = {
    "articles.Article.title_*": f"articles:detail {LISTS}",
    "articles.Article.standfirst_*": "articles:detail",
    "articles.Article.body_*": "articles:detail",
    "articles.Article.social_title_*": "articles:detail",
    "articles.Edition.slug": f"articles:detail {LISTS}",
    "articles.Quote.text": "articles:detail person matches:detail",
    "articles.Quote.translation_*": "articles:detail person matches:detail",
    "articles.ClubPost.text_readable": "articles:detail matches:detail",
    "articles.ClubPost.translation_*": "articles:detail matches:detail",
    "articles.Photo.alt_*": "articles:detail",
    "articles.Photo.caption_*": "articles:detail",
    "articles.Photo.credit": "articles:detail",
    "articles.Photo.image": "articles:detail",
    "articles.Photo.content": "media",
    "articles.Notice.title_*": "articles:detail front",
    "articles.Notice.body_*": "articles:detail front",
}


def reached(names) -> tuple[list[str], list[str]]:
    """(surfaces that were swept, those that the newsroom does not have)."""
    there, absent = [*WAYS], [*ABSENT]
    for surface, patterns in ROUTES.items():
        found = any(matches(n, p) for n in names for p in patterns.split())
        (there if found else absent).append(surface)
    return there, absent


def matches(name, pattern):
    """A page of the desk is none of readers', whatever it is called."""
    is_desk = name.startswith("admin:")
    return is_desk == pattern.startswith("admin:") and fnmatchcase(name, pattern)


def belongs_on(field) -> list[str]:
    """The names of the routes where what a field says is read once it is out."""
    found = (routes for pattern, routes in SHOWN.items() if fnmatchcase(field, pattern))
    return next(found, "").split()
