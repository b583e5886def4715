"""A form takes what it offers: every admin form × every column × every role (C1)."""

from datetime import date, datetime

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models, transaction
from django.test import Client, RequestFactory

from tests.factories import NOON
from tests.matches.forms import posted

from .matrix_scene import Scene

pytestmark = pytest.mark.django_db

# Role → how many of the forms are theirs to save. The others' are among the chief's.
WRITERS = {"reporter": 4, "translator": 5, "sub-editor": 9, "desk chief": 20}
VALUES = {
    models.BooleanField: "on",
    models.DateTimeField: NOON.isoformat(),
    models.DateField: "1999-01-01",
    models.IntegerField: "77",
    models.JSONField: '{"forged": 1}',
    models.ForeignKey: "",
}


def forms_of(scene, role):
    """(row, address of its form) of everything that `role` may change."""
    request = RequestFactory().get("/")
    request.user = scene.people[role]
    pks = scene.own[role] if role == "reporter" else scene.other[role]
    numbers = scene.records | {
        "articles.article": pks["article"],
        "articles.quote": pks["quote"],
        "matches.match": scene.match.pk,
    }
    for label, pk in numbers.items():
        row = apps.get_model(label)._base_manager.get(pk=pk)
        if admin.site._registry[type(row)].has_change_permission(request, row):
            yield row, f"/admin/{label.replace('.', '/')}/{pk}/change/"


def forged(row, offered):
    """Column → a value that it does not have, for all that no form offers."""
    return {
        field.name: value(field, row)
        for field in row._meta.concrete_fields
        if field.name not in offered and not field.primary_key
    }


def value(field, row):
    kinds = (value for kind, value in VALUES.items() if isinstance(field, kind))
    if field.choices:
        now = field.value_from_object(row)
        return next(str(key) for key, _label in field.flatchoices if key != now)
    return next(kinds, "forged")


def taken(row, sent):
    """Names of the columns that hold now what was forged, and did not before."""
    now = type(row)._base_manager.get(pk=row.pk)
    fields = [row._meta.get_field(name) for name in sent]
    pairs = {f.name: [f.value_from_object(one) for one in (row, now)] for f in fields}
    return {
        name
        for name, (was, is_now) in pairs.items()
        if was != is_now and plain(is_now) == sent[name]
    }


def plain(stored):
    if isinstance(stored, bool):
        return "on" if stored else ""
    if isinstance(stored, datetime | date):
        return stored.isoformat()
    return str(stored)


def offered(page):
    fields = page.context["adminform"].form.fields.items()
    return {name for name, field in fields if not field.disabled}


def test_no_form_takes_what_it_does_not_offer():
    scene, refused, found, counts = Scene(), {}, {}, {}
    for role in WRITERS:
        asked = list(forms_of(scene, role))
        counts[role] = len(asked)
        for row, address in asked:
            status, names = forging(scene.people[role], row, address)
            refused |= {address: status} if status != 302 else {}
            found |= {address: names} if names else {}

    assert (counts, refused, found) == (WRITERS, {}, {})


def forging(person, row, address):
    """The status of a form sent with more than it offers, and what was taken of it."""
    client = Client()
    client.force_login(person)
    with transaction.atomic():
        page = client.get(address)
        sent = forged(row, offered(page))
        status = client.post(address, posted(page) | sent).status_code
        names = taken(row, sent)
        transaction.set_rollback(True)
    return status, names


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("article", {"title_en", "standfirst_en", "body_en", "social_title_en"}),
        ("quote", {"translation_fr", "translation_en"}),
        ("clubpost", {"translation_fr", "translation_en"}),
        ("photo", {"alt_fr", "alt_en", "caption_fr", "caption_en"}),
    ],
)
def test_a_translator_is_offered_the_words_of_the_other_language(
    client, label, expected
):
    scene = Scene()
    client.force_login(scene.people["translator"])
    addresses = [a for _row, a in forms_of(scene, "translator") if f"/{label}/" in a]

    (address,) = addresses
    assert offered(client.get(address)) - {"seen_version"} == expected
