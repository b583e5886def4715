from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from articles import history
from matches.models import Team
from tests.factories import (
    embed,
    make_article,
    make_photo,
    make_quote,
    make_team,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def change(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()


def tell(row):
    return history.told(list(history.saves(row)))


def marks(row):
    """{label and language: marked text} of what the last save changed."""
    newer, older, *_others = history.saves(row)
    found = history.differences(older, newer)
    return {f"{d.label} {d.language}".strip(): d.text for d in found}


def test_every_save_is_told_the_last_first():
    article = make_article()
    change(article, title_en="All square")
    change(article, title_fr="Un partout", standfirst_fr="Court.", kind="brief")

    last, middle, first = tell(article)

    assert last.changes == [("French", ["title", "standfirst"]), ("", ["kind"])]
    assert middle.changes == [("English", ["title"])]
    assert (first.before, first.changes) == (None, [])


def test_a_save_that_changes_nothing_of_its_own_is_told_too():
    article = make_article()
    change(article)

    assert [revision.changes for revision in tell(article)] == [[], []]


def test_a_save_names_who_made_it():
    article, user = make_article(), make_user(first_name="Léa", last_name="Morel")
    article._history_user = user
    article.save()

    assert [revision.who for revision in tell(article)] == ["Léa Morel", "The newsroom"]


def test_releases_stand_with_the_save_they_were_published_from():
    article = make_article()
    publish(article, at=timezone.now())
    change(article, title_fr="Un partout")
    publish(article, at=timezone.now(), change="typo")
    publish(article, "en", at=timezone.now())

    last, first = tell(article)

    assert [str(release) for release in last.releases] == [
        "Un partout (2)",
        "Something small was missing (1)",
    ]
    assert [str(release) for release in first.releases] == ["Le petit truc manque (1)"]


def test_releases_made_after_the_next_save_stand_with_that_one():
    article = make_article()
    change(article, title_fr="Un partout")
    publish(article, at=timezone.now())
    after, row = history.saves(article)

    (revision,) = history.told([row], after=after)

    assert revision.releases == []


def test_words_are_compared_word_by_word():
    article = make_article(body_fr="<p>Le petit truc manque.</p>")
    change(article, body_fr="<p>Le petit rien manque.</p>")

    assert marks(article) == {
        "Body fr": "Le petit <del>truc</del><ins>rien</ins> manque."
    }


def test_hostile_words_are_compared_as_text():
    article = make_article(title_en="")
    change(article, title_en="<script>alert(1)</script>")

    assert marks(article) == {
        "Title en": "<ins>&lt;script&gt;alert(1)&lt;/script&gt;</ins>"
    }


def test_facts_are_compared_as_they_are_read():
    photo = make_photo()
    article = make_article(kind="report")
    change(article, kind="brief", lead_photo=photo)

    assert marks(article) == {
        "Kind": "<del>Match report</del> <ins>In brief</ins>",
        "Lead picture": f" <ins>{photo}</ins>",
    }


def test_first_save_is_compared_with_nothing():
    (row,) = history.saves(make_team("Marseille"))

    found = {d.label: d.text for d in history.differences(None, row)}

    assert found["Slug"] == f"<ins>{Team.objects.get().slug}</ins>"


def test_records_deleted_since_keep_their_place_and_are_missing():
    quote = make_quote()
    gone = '<newsroom-embed data-type="photo" data-id="99"></newsroom-embed>'
    article = make_article(body_fr=f"<p>Oui.</p>{embed(quote)}{gone}")

    (row,) = history.saves(article)

    assert history.records_in(None, row) == [
        (f"[quote {quote.pk}]", quote),
        ("[photo 99]", None),
    ]


def test_records_of_a_text_that_stayed_are_not_told():
    article = make_article(body_fr=f"<p>Oui.</p>{embed(make_quote())}")
    change(article, title_fr="Un partout")
    newer, older = history.saves(article)

    assert history.records_in(older, newer) == []


def test_previous_save_is_of_the_same_row():
    article = make_article()
    make_article()
    change(article, title_fr="Un partout")
    last, first = history.saves(article)

    assert history.previous(last) == first
    assert history.previous(first) is None


def test_a_restored_save_says_which_one_it_brought_back():
    article = make_article()
    article._change_reason = "restore 12"
    article.save()

    assert [revision.restored for revision in tell(article)] == [12, None]


def test_releases_of_the_past_are_not_asked_for():
    article = make_article()
    publish(article, at=timezone.now() - timedelta(days=1))

    assert [revision.releases for revision in tell(article)] == [[]]
