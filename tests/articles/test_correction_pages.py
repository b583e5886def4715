"""What readers see of corrections: on the story, on their own page, in JSON-LD."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from tests.factories import make_article, make_user, publish

HOUR = timedelta(hours=1)
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')

pytestmark = pytest.mark.django_db


def corrected(language="fr", *, hours=1, note="C’était Mbemba.", **said):
    """A story published two days ago and put right `hours` ago."""
    now = timezone.now()
    edition = publish(make_article(), language, at=now - 48 * HOUR)
    said = {"change": "correction", "note": note} | said
    return publish(edition.article, language, at=now - hours * HOUR, **said)


def read(client, edition):
    return client.get(edition.get_absolute_url()).text


@pytest.mark.parametrize(
    ("language", "change", "label"),
    [
        ("fr", "correction", "Rectificatif"),
        ("fr", "clarification", "Précision"),
        ("fr", "update", "Mise à jour"),
        ("en", "correction", "Correction"),
        ("en", "clarification", "Clarification"),
        ("en", "update", "Update"),
    ],
)
def test_a_change_is_named_in_the_language_of_the_page(client, language, change, label):
    page = read(client, corrected(language, change=change))

    assert f'<p class="change__kind">{label} <time' in page
    assert '<p class="change__note">C’était Mbemba.</p>' in page


@pytest.mark.parametrize(("hours", "is_above"), [(23, True), (25, False)])
def test_a_correction_moves_below_the_words_after_a_day(client, hours, is_above):
    page = read(client, corrected(hours=hours))

    assert page.count("C’était Mbemba.</p>") == 1
    place = page.index('id="change-2"')
    assert (place < page.index('class="story__body"')) is is_above


def test_a_story_never_changed_has_no_list_of_changes(client):
    page = read(client, publish(make_article(), at=timezone.now()))

    assert "change-" not in page
    assert 'id="changes"' not in page


def test_a_typo_mended_later_leaves_the_date_of_the_correction(client):
    edition = corrected(hours=30)
    moment = edition.release.released_at
    edition = publish(edition.article, at=timezone.now(), change="typo")

    page = read(client, edition)

    assert json.loads(BLOCK.search(page)[1])["dateModified"][:13] == local(moment)[:13]
    assert page.count("C’était Mbemba.</p>") == 1


def local(moment):
    return timezone.localtime(moment).isoformat()


def test_machines_are_told_of_corrections_and_not_of_updates(client):
    edition = corrected(hours=30)
    edition = publish(
        edition.article, at=timezone.now(), change="update", note="Complété."
    )

    (comment,) = json.loads(BLOCK.search(read(client, edition))[1])["correction"]

    assert comment["@type"] == "CorrectionComment"
    assert comment["text"] == "C’était Mbemba."
    assert comment["datePublished"][:10] == local(timezone.now() - 30 * HOUR)[:10]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_of_corrections_leads_to_each_one_in_its_story(client, language):
    edition = corrected(language)

    page = client.get(f"/{language}/corrections/").text

    assert f'href="{edition.get_absolute_url()}#change-2"' in page
    assert "C’était Mbemba." in page


def test_the_page_of_corrections_has_its_own_language_alone(client):
    corrected("en", note="It was Mbemba.")

    assert "Mbemba" not in client.get("/fr/corrections/").text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_corrections_the_page_says_so(client, language):
    page = client.get(f"/{language}/corrections/")

    assert page.status_code == 200
    assert '<p class="empty">' in page.text


def test_corrections_are_told_by_day_the_last_first(client):
    for hours in (1, 60, 2):
        now = timezone.now()
        edition = publish(make_article(), at=now - 90 * HOUR)
        said = {"change": "correction", "note": f"Il y a {hours} h."}
        publish(edition.article, at=now - hours * HOUR, **said)

    page = client.get("/fr/corrections/")

    told = [release.note for release in page.context["corrections"]]
    assert told == ["Il y a 1 h.", "Il y a 2 h.", "Il y a 60 h."]
    assert page.text.count('class="corrections__day"') in {2, 3}  # around midnight


def test_older_corrections_are_one_link_away(client):
    for hours in range(1, 28):
        corrected(hours=hours, note=f"Il y a {hours} h.")

    first = client.get("/fr/corrections/")
    second = client.get(f"/fr/corrections/?before={first.context['last'].pk}")

    assert [r.note for r in first.context["corrections"]][-1] == "Il y a 24 h."
    told = [r.note for r in second.context["corrections"]]
    assert told == ["Il y a 25 h.", "Il y a 26 h.", "Il y a 27 h."]


@pytest.mark.parametrize("before", ["x", "-1", "999999999", "1e3", ""])
def test_a_page_that_nobody_linked_is_the_first(client, before):
    corrected()

    page = client.get("/fr/corrections/", {"before": before})

    assert len(page.context["corrections"]) == 1


def test_the_page_of_corrections_takes_one_query(client, django_assert_num_queries):
    for hours in (1, 2, 3):
        corrected(hours=hours)

    with django_assert_num_queries(1):
        client.get("/fr/corrections/")


def test_a_changed_story_takes_one_query_more(client, django_assert_num_queries):
    edition = publish(make_article(), at=timezone.now() - HOUR)
    read(client, edition)
    edition = publish(
        edition.article, at=timezone.now(), change="update", note="Complété."
    )

    with django_assert_num_queries(7):
        read(client, edition)


def test_corrections_of_a_withdrawn_story_are_not_listed(client):
    edition = corrected()
    publishing.withdraw(edition, by=make_user(is_superuser=True), reason="Faux.")

    assert "Mbemba" not in client.get("/fr/corrections/").text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_leads_to_the_corrections(client, language):
    assert f'href="/{language}/corrections/"' in client.get(f"/{language}/").text
