"""An act of the log, in words."""

import pytest
from django.contrib.auth.models import Group

from articles.admin.audit_details import details
from articles.models import AuditEntry
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db


def entry(about, **told):
    return AuditEntry.objects.record("change", about, by=None, **told)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"fields": {"title_fr": ["Un petit but", "Un grand but"]}},
            ("Titre [fr]", "<del>Un petit but</del> <ins>Un grand but</ins>"),
        ),
        (
            {"fields": {"kind": ["report", "reaction"]}},
            ("Type", "<del>Compte rendu</del> <ins>Réactions</ins>"),
        ),
        (
            {"fields": {"gone": [True, False]}},
            ("Gone", "<del>Oui</del> <ins>Non</ins>"),
        ),
        ({"reason": "<b>no</b>"}, ("Motif", "<b>no</b>")),
    ],
)
def test_what_changed_is_told_before_and_after(told, expected):
    [(label, text)] = details(entry(make_article(), **told))

    assert (str(label), str(text)) == expected


def test_long_texts_are_compared_word_by_word():
    was, now = "Le stade a chanté jusqu’au bout.", "Le stade a sifflé jusqu’au bout."
    [(_label, text)] = details(entry(make_article(), fields={"body_fr": [was, now]}))

    changed = "Le stade a <del>chanté</del><ins>sifflé</ins> jusqu’au bout."
    assert text == changed


def test_a_state_is_told_by_its_name():
    told = details(entry(make_edition(), before="draft", after="in_review"))

    assert told == [("Statut", "<del>Brouillon</del> <ins>En relecture</ins>")]


def test_rights_are_told_by_those_that_came_and_went():
    permissions = [["add_quote", "view_quote"], ["view_quote", "add_term"]]
    [(_label, text)] = details(
        entry(Group.objects.create(name="desk"), fields={"permissions": permissions})
    )

    assert text == "<del>add_quote</del> <ins>add_term</ins>"


def test_rows_of_a_form_are_told_with_what_they_changed():
    row = {"act": "change", "model": "articles.Byline", "row": "Léa", "number": 3}
    row |= {"fields": {"order": [1, 2]}}
    [(label, text)] = details(entry(make_article(), rows=[row]))

    assert "Léa" in label
    assert text == "<p><b>Order</b> <del>1</del> <ins>2</ins></p>"


def test_hostile_words_stay_words():
    fields = {"title_fr": ["<script>alert(1)</script>" * 3, "b"]}
    row = {"act": "add", "model": "x.Y", "row": "<i>", "number": 1, "fields": fields}
    told = details(entry(make_article(), fields=fields, rows=[row], lines=["<u>"]))

    page = "".join(str(text) for _label, text in told)
    assert "<script" not in page
    assert "<u>" not in page


def test_a_body_cut_anywhere_is_still_told():
    was = "<p>Le stade a chanté, <strong>longtemps"
    now = '…ong>a sifflé</strong>.</p><newsroom-embed data-type="quo'
    [(_label, text)] = details(entry(make_article(), fields={"body_fr": [was, now]}))

    assert "chanté" in text
    assert "sifflé" in text
