"""What stories show: drawn pictures, quotes, club posts; and the readers' notice."""

from datetime import datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils.timezone import make_aware

from articles.models import ClubPost, Notice, Photo, Quote
from matches.models import Person

from . import sheets
from .files import document
from .pictures import nights, plays
from .tally import Tally, add_new, checked

SCENES = {
    scene.__name__: scene
    for scene in (
        nights.wave_roof,
        nights.terracotta_bowl,
        nights.upper_town,
        nights.empty_stand,
        plays.two_halves,
        plays.eleven_corners,
        plays.microphones,
        plays.three_in_the_net,
    )
}
CREDIT = "Illustration Tribune"  # in both languages


def pictures() -> Tally:
    return add_new(Photo, document("photos.json"), key="alt_fr", create=picture)


def picture(item):
    file = BytesIO()
    scene = item.pop("scene")
    SCENES[scene]().save(file, "PNG", compress_level=1)
    across, down = item.pop("focal")
    photo = Photo(**item, focal_x=across, focal_y=down, credit=CREDIT)
    photo.image = ContentFile(file.getvalue(), name=f"{scene}.png")
    checked(photo)


def quotes() -> Tally:
    shared = document("quotes.json")
    items = [{**shared, **quote} for quote in shared.pop("quotes")]
    return add_new(Quote, items, key="text", create=quote)


def quote(item):
    del item["key"]
    item["speaker"] = Person.objects.get(full_name=item["speaker"])
    item["match"] = sheets.match(item["match"])
    if followed := item.pop("continues", None):
        item["continues"] = find("quote", followed)
    checked(Quote(**item))


def posts() -> Tally:
    items = document("posts.json")
    return add_new(ClubPost, items, key="picture_code", create=post)


def post(item):
    minute, added, home, away = item.pop("claimed")
    checked(
        ClubPost(
            author_handle=item["account"],
            author_name=item["author_name"],
            language=item["language"],
            posted_on=item["posted_on"],
            picture_code=item["picture_code"],
            text_raw="\n".join(item["text"]),
            translation_en="\n".join(item["translation_en"]),
            match=sheets.match(item["match"]),
            claimed_minute=minute,
            claimed_added=added,
            claimed_home=home,
            claimed_away=away,
        )
    )


def notice() -> Tally:
    items = [document("desk.json")["notice"]]
    return add_new(Notice, items, key="title_fr", create=reader_notice)


def reader_notice(item):
    starts_at = make_aware(datetime.fromisoformat(item.pop("starts_at")))
    checked(Notice(**item, starts_at=starts_at))


def find(kind: str, key: str):
    """The quote, post, photo or match that the demo's files call `key`."""
    if kind == "match":
        return sheets.match(key)
    if kind == "photo":
        return Photo.objects.get(alt_fr=entry("photos.json", "scene", key)["alt_fr"])
    if kind == "post":
        return ClubPost.objects.get(
            picture_code=entry("posts.json", "key", key)["picture_code"]
        )
    quotes = document("quotes.json")["quotes"]
    return Quote.objects.get(text=next(q["text"] for q in quotes if q["key"] == key))


def entry(name, field, value):
    return next(item for item in document(name) if item[field] == value)
