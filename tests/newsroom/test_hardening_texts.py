"""No column that a person types into holds what is hidden (promises H4, D5)."""

import unicodedata

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import models

from articles.models import ClubPost
from articles.models.written import is_address
from matches.characters import BIDIRECTIONAL, FORBIDDEN
from matches.models import Team
from matches.models.tidied import Tidied
from tests.factories import make_post, make_user

HOSTILE = "e\u0301\0\x1b[31m\u202eOM\u2066\ud83d\ufeff\uffff\x85 <b>"
CLEAN = "é[31mOM <b>"
OURS = ("articles", "matches", "newsroom")
# What no form writes, or a verb tidies before it is stored → who sees to it.
ELSEWHERE = {
    "articles.Article.body": "sanitised (tests/articles/test_body.py)",
    "articles.Article.body_en": "sanitised",
    "articles.Article.body_fr": "sanitised",
    "articles.Assignment": "a verb tidies the note",
    "articles.AuditEntry": "AuditEntry.objects.record",
    "articles.Autosave": "keeping.Copy",
    "articles.ClubPost.text_raw": "as posted, but for what no database holds",
    "articles.ClubPost.text_readable": "derived from it",
    "articles.ClubPost.text_searchable": "derived from it",
    "articles.CorrectionAnswer": "corrections.answer",
    "articles.Dismissal": "answering.dismiss",
    "articles.ImportedCopy": "the copy as it came, but for what no database holds",
    "articles.Mention": "a verb tidies the note",
    "articles.Presence": "presence.others",
    "articles.PreviewLink": "random",
    "articles.QuoteCorrection": "quoting.correct",
    "articles.Release": "a copy of the words of the article",
    "articles.RememberedSentence": "a copy of released words",
    "articles.TranslatedUnit": "a copy of the words of the article",
    "articles.Translation": "a digest",
    "articles.Undone": "what a task said",
    "articles.Withdrawal": "its own save",
    "matches.MatchNumber": "a provider’s number",
    "newsroom.SharedValue": "what the cache keeps",
    "matches.PersonNumber": "a provider’s number",
}


def models_of_ours():
    return [
        model
        for label in OURS
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.startswith("Historical")
    ]


def typed(model):
    """Columns of text without choices."""
    kinds = models.CharField | models.TextField
    fields = model._meta.concrete_fields
    return {f.attname for f in fields if isinstance(f, kinds) and not f.choices}


def tidied(model):
    names = issubclass(model, Tidied) and {name for name, _f in model().texts()}
    return names or set()


def untidied(model):
    """“app.Model.column” of those exempt; “app.Model” where the row is never tidied."""
    label = model._meta.label
    if issubclass(model, Tidied):
        return {f"{label}.{name}" for name in typed(model) - tidied(model)}
    return {label} if typed(model) else set()


def test_every_column_of_text_is_tidied_or_seen_to():
    left = set().union(*map(untidied, models_of_ours()))

    assert left ^ set(ELSEWHERE) == set()


@pytest.mark.parametrize(
    "model",
    [model for model in models_of_ours() if tidied(model)],
    ids=lambda model: model._meta.label,
)
def test_nothing_hidden_is_left_in_any_column(model):
    row = model()
    columns = dict(row.texts())
    for name, field in columns.items():
        setattr(row, name, f"https://x.fr/{HOSTILE}" if is_address(field) else HOSTILE)

    row.tidy()

    for text in (getattr(row, name) for name in columns):
        assert not FORBIDDEN.search(text)
        assert not BIDIRECTIONAL.search(text)
        assert unicodedata.is_normalized("NFC", text)


def addresses(model):
    fields = model._meta.concrete_fields
    return {f.attname for f in fields if isinstance(f, models.URLField)}


SCHEMES = [
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://x.fr/",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "blob:https://x.fr/1",
    "//evil.example/",
    "/\\evil.example/",
    "https:/\\evil.example",
    "https:///evil.example",
    "feed:javascript:alert(1)",
    "javascript&colon;alert(1)",
    "mailto:a@x.fr",
]


@pytest.mark.parametrize("address", SCHEMES)
@pytest.mark.parametrize(
    "model", [m for m in models_of_ours() if addresses(m)], ids=lambda m: m.__name__
)
def test_every_address_leads_to_the_web_or_is_dropped(model, address):
    row = model(**dict.fromkeys(addresses(model), address))

    row.tidy()

    assert {getattr(row, name) for name in addresses(model)} == {""}


def test_every_model_with_an_address_is_asked():
    names = {m._meta.label for m in models_of_ours() if addresses(m)}

    assert names == {
        "articles.ClubPost",
        "articles.Notice",
        "articles.Quote",
        "articles.QuoteVariant",
    }


@pytest.mark.django_db
def test_a_name_is_stored_without_what_is_hidden():
    team = Team.objects.create(slug="om", name_fr=HOSTILE, name_en="OM")

    assert Team.objects.get(pk=team.pk).name_fr == CLEAN


@pytest.mark.django_db
def test_a_post_keeps_what_it_says_to_the_letter_but_what_no_database_holds():
    post = make_post(text_raw=f"e\u0301\0 {HOSTILE}")

    raw = ClubPost.objects.get(pk=post.pk).text_raw

    assert raw == "e\u0301 e\u0301[31m\u202eOM\u2066 <b>"


@pytest.mark.django_db
def test_people_and_groups_are_named_without_what_is_hidden(editor_client):
    user = make_user("lea")
    typed = {"username": "lea", "first_name": "Le\u0301a\u202e", "last_name": "\u2066P"}
    typed |= {"date_joined_0": "01/01/2024", "date_joined_1": "00:00"}

    editor_client.post(f"/admin/auth/user/{user.pk}/change/", typed)
    editor_client.post("/admin/auth/group/add/", {"name": "Sport\u202egnp"})

    assert User.objects.get(pk=user.pk).get_full_name() == "Léa P"
    assert [*Group.objects.values_list("name", flat=True)] == ["Sportgnp"]
