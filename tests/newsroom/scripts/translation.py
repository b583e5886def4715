"""What is done on the page of a translation."""

import json

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.translating.work import begin
from tests.articles.translating.xliff_files import ENGLISH, file_of, sent, written
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_member,
    make_quote,
)

from .script import script

FRENCH, WRITTEN = "<p>Marseille ouvre le score.</p>", "<p>Marseille led.</p>"


def translated():
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": "", "body_en": ""}
    article = make_article(body_fr=FRENCH, **words)
    by = make_member("translator", username="léo")
    return begin(article, language="en", by=by, at=NOON)


def passage(client, verb, **told):
    edition = translated()
    place = reverse("admin:article_translate_act", args=[edition.article_id, "en"])
    told = {"verb": verb, "number": 2, "source": FRENCH, "before": ""} | told
    how = {"content_type": "application/json"}
    return edition, lambda: client.post(place, json.dumps(told), **how)


@script
def translate_a_passage(client):
    return passage(client, "done", target=WRITTEN)


@script
def leave_a_passage_out(client):
    return passage(client, "leave_out", target="")


@script
def hand_a_translation_over(client):
    edition, other = translated(), make_member("translator", username="noa")
    place = reverse("admin:article_translate_hand", args=[edition.article_id, "en"])
    return edition, lambda: client.post(place, {"to": other.pk})


@script
def send_a_translation_out(client):
    edition = sent()
    place = reverse("admin:article_translate_xliff", args=[edition.article_id, "en"])
    return edition, lambda: client.get(place)


@script
def take_a_translation_in(client):
    edition = sent()
    name = "admin:article_translate_xliff_import"
    place = reverse(name, args=[edition.article_id, "en"])
    file = written(file_of(edition), ENGLISH).encode()
    said = {"file": SimpleUploadedFile("back.xlf", file)}
    return edition, lambda: client.post(place, said)


@script
def translate_a_quote(client):
    quote = make_quote(translation_en="")
    article = make_article(body_fr=FRENCH + embed(quote), body_en="")
    begin(article, language="en", by=make_member("translator"), at=NOON)
    name = "admin:article_translate_record"
    place = reverse(name, args=[article.pk, "en", "quote", quote.pk])
    told = json.dumps({"target": "A bitter taste."})
    return quote, lambda: client.post(place, told, content_type="application/json")
