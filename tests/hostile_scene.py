"""A newsroom of which every text that a person types is hostile."""

from itertools import cycle

from django.db import models

from articles.models import Author, Byline, Notice
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_event,
    make_match,
    make_membership,
    make_person,
    make_photo,
    make_post,
    make_quote,
    make_stage,
    make_term,
    make_user,
    publish,
)

# Ends every context that a text stands in, and opens what may not be there.
EVERYWHERE = (
    "'\"></script></title></textarea></style>--><zq onfocus=alert(1) autofocus>"
)
SHORT = "\"'><zq onx>"
SHORTEST = '"><'
KEPT = {"timezone", "tiebreakers", "identity", "external_id", "folded", "imported"}
KEPT |= {"text_readable", "text_searchable", "digest_fr", "digest_en"}


def poison(row, texts=(EVERYWHERE,)):
    """Writes `texts` into the row's columns, past every form and every save."""
    chosen = cycle(texts)
    columns = {
        name: fitting(next(chosen), field.max_length)
        for name, field in row.texts()
        if name not in KEPT
        and not isinstance(field, models.SlugField | models.URLField)
    }
    if columns:
        type(row)._base_manager.filter(pk=row.pk).update(**columns)
        row.refresh_from_db()
    return row


def fitting(text, most):
    fits = (one for one in (text, SHORT, SHORTEST) if not most or len(one) <= most)
    return next(fits, '"')


def story(number, texts, **shown):
    """A public story, each of whose texts is one of `texts`, beside a hostile match."""
    match = shown["match"]
    speaker = shown["speaker"]
    quote = make_quote(pk=number, speaker=speaker, match=match, said_on="2024-05-02")
    post = make_post(pk=number, match=match, claimed_minute=45, author_handle="h")
    photo = make_photo(pk=number)
    records = [poison(quote, texts), poison(post, texts), poison(photo, texts)]
    body = "".join(f"<p>{text}</p>" for text in texts)
    body += "".join(map(embed, [*records, match]))
    article = make_article(
        pk=number, match=match, lead_photo=photo, body_fr=body, body_en=body
    )
    poison_words(article, texts)
    Byline.objects.create(article=article, author=shown["author"])
    for language in ("fr", "en"):
        edition = make_edition(article=article, language=language, slug=f"s-{number}")
        publish(article, language, by=edition.article.created_by or shown["by"])
    return article


def poison_words(article, texts):
    chosen = cycle(texts)
    for name in ("title", "standfirst", "social_title"):
        for code in ("fr", "en"):
            most = article._meta.get_field(f"{name}_{code}").max_length
            setattr(article, f"{name}_{code}", fitting(next(chosen), most))
    article.save()


def hostile_newsroom(sets=((EVERYWHERE,),)):
    """One story for each of `sets`, number 1 the first; all share match and people."""
    by = make_user("<b onx>", is_superuser=True, first_name=EVERYWHERE, last_name=SHORT)
    person = poison(make_person(pk=1, slug="x"), sets[0])
    stage = make_stage(pk=1, name_fr="x", name_en="x")
    match = make_match(pk=1, stage=stage)
    make_membership(pk=1, person=person, team=match.home)
    make_event(pk=1, match=match, team=match.home, person=person)
    for row in rows_beside(match):
        poison(row, sets[0])
    match.refresh_from_db()
    author = poison(Author.objects.create(pk=1, slug="x", name="x"), sets[0])
    notice = Notice.objects.create(pk=1, title_fr="x", body_fr="x")
    poison(notice, sets[0])
    poison(make_term(pk=1), sets[0])
    shown = {"match": match, "speaker": person, "author": author, "by": by}
    return [story(n, texts, **shown) for n, texts in enumerate(sets, start=1)]


def rows_beside(match):
    season = match.season
    yield from (season.competition, match.stage, match.home, match.away)
    yield from match.events.all()
    yield match
