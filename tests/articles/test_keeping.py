import json
from datetime import timedelta

import pytest

from articles import keeping
from articles.models import Article, Autosave
from tests.factories import NOON, make_user

pytestmark = pytest.mark.django_db

FORM = keeping.Form(Article, "12")
TAB = "a-tab-of-somebody"


@pytest.fixture
def person():
    return make_user("lea")


def copy(turn=1, tab=TAB, **fields):
    return keeping.Copy(tab, turn, 3, fields or {"title_fr": f"Titre {turn}"})


def test_the_last_copy_of_a_tab_stays(person):
    for turn in (1, 2, 3):
        keeping.keep(copy(turn), FORM, by=person, at=NOON)

    assert Autosave.objects.get().fields == {"title_fr": "Titre 3"}


def test_a_copy_that_comes_late_changes_nothing(person):
    keeping.keep(copy(9), FORM, by=person, at=NOON)
    keeping.keep(copy(8), FORM, by=person, at=NOON)

    assert Autosave.objects.get().fields == {"title_fr": "Titre 9"}


def test_two_tabs_of_one_person_are_two_editors(person):
    keeping.keep(copy(1), FORM, by=person, at=NOON)
    keeping.keep(copy(1, tab="another-tab"), FORM, by=person, at=NOON)

    assert Autosave.objects.count() == 2


def test_unsaved_work_is_its_owners_alone(person):
    keeping.keep(copy(), FORM, by=person, at=NOON)

    assert Autosave.objects.unsaved(person).count() == 1
    assert Autosave.objects.unsaved(make_user(is_superuser=True)).count() == 0


def test_saved_work_is_forgotten_and_refuses_late_copies(person):
    keeping.keep(copy(1), FORM, by=person, at=NOON)
    keeping.close(TAB, FORM, by=person, at=NOON)

    with pytest.raises(keeping.Closed):
        keeping.keep(copy(2), FORM, by=person, at=NOON)
    assert Autosave.objects.get().fields == {}


def test_a_tab_saved_before_its_first_copy_refuses_it_too(person):
    keeping.close(TAB, FORM, by=person, at=NOON)

    with pytest.raises(keeping.Closed):
        keeping.keep(copy(), FORM, by=person, at=NOON)


def test_discarded_work_can_be_had_back(person):
    kept = keeping.keep(copy(), FORM, by=person, at=NOON)
    keeping.discard(kept, is_discarded=True, at=NOON)
    assert not Autosave.objects.unsaved(person)

    keeping.discard(kept, is_discarded=False)
    assert Autosave.objects.unsaved(person).get().fields == {"title_fr": "Titre 1"}


@pytest.mark.parametrize(
    "sent",
    [
        [],
        {},
        {"tab": TAB, "turn": 1, "seen_version": 1},
        {"tab": "é" * 9, "turn": 1, "seen_version": 1, "fields": {}},
        {"tab": TAB, "turn": -1, "seen_version": 1, "fields": {}},
        {"tab": TAB, "turn": 1, "seen_version": 2**31, "fields": {}},
        {"tab": TAB, "turn": "1", "seen_version": 1, "fields": {}},
        {"tab": TAB, "turn": 1, "seen_version": 1, "fields": ["title_fr"]},
    ],
)
def test_what_no_page_sends_is_refused(sent):
    with pytest.raises(ValueError, match="not "):
        keeping.Copy.of(json.dumps(sent))


def test_more_than_an_article_may_have_is_refused():
    sent = {"tab": TAB, "turn": 1, "seen_version": 1, "fields": {"x": "é" * 1_000_001}}

    with pytest.raises(keeping.TooLong):
        keeping.Copy.of(json.dumps(sent))


@pytest.mark.parametrize(
    ("age", "closed_for", "left"),
    [
        (timedelta(days=30), None, 1),
        (timedelta(days=30, seconds=1), None, 0),
        (timedelta(days=1), timedelta(days=1), 1),
        (timedelta(days=1), timedelta(days=1, seconds=1), 0),
    ],
)
def test_unsaved_work_is_removed_after_30_days_and_closed_work_after_one(
    person, age, closed_for, left
):
    kept = keeping.keep(copy(), FORM, by=person, at=NOON - age)
    if closed_for:
        keeping.discard(kept, is_discarded=True, at=NOON - closed_for)

    assert keeping.purge_autosaves(at=NOON) == 1 - left
    assert Autosave.objects.count() == left
    assert keeping.purge_autosaves(at=NOON) == 0
