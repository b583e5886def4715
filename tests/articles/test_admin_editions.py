from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import AuditEntry, Edition
from articles.obstacles import obstacles
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_member,
    make_photo,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


def address(edition, rest):
    return f"/admin/articles/article/{edition.article_id}/{edition.language}/{rest}/"


def seen(edition):
    edition = Edition.objects.select_related("article").get(pk=edition.pk)
    return f"{edition.article.version}.{edition.version}"


def do(client, edition, verb, **said):
    said = {"seen": seen(edition)} | said
    return client.post(address(edition, f"verb/{verb}"), said, follow=True)


def status(edition):
    return Edition.objects.get(pk=edition.pk).status


def test_publishing_shows_it_to_readers_and_says_where(client, chief):
    edition = make_edition()
    page = do(client, edition, "publish")

    edition.refresh_from_db()
    assert edition.is_public() is True
    assert f'href="{edition.get_absolute_url()}"' in page.text


def test_what_stands_in_the_way_is_told_in_sentences(client, chief):
    quote = make_quote(verification="unverified")
    edition = make_edition(article=make_article(body_fr=f"<p>Oui.</p>{embed(quote)}"))
    page = do(client, edition, "publish")

    assert page.context["choice"].form.non_field_errors() == obstacles(edition)
    assert len(obstacles(edition)) == 1
    assert status(edition) == "draft"


def test_a_change_without_its_class_is_refused_and_the_note_is_kept(client, chief):
    edition = publish(make_article(), at=timezone.now())
    page = do(client, edition, "publish", change="", note="Le buteur était Mbemba.")

    assert "Le buteur était Mbemba." in page.text
    assert Edition.objects.get(pk=edition.pk).release.number == 1


def test_a_correction_makes_a_release_with_its_note(client, chief):
    edition = publish(make_article(), at=timezone.now())
    do(client, edition, "publish", change="correction", note="C’était Mbemba.")

    release = Edition.objects.get(pk=edition.pk).release
    assert (release.number, release.change) == (2, "correction")
    assert (release.note, release.released_by) == ("C’était Mbemba.", chief)


def test_words_saved_since_the_page_was_read_are_not_published(client, chief):
    edition = make_edition()
    before = seen(edition)
    edition.article.title_fr = "Un titre que personne n’a relu"
    edition.article.save()
    page = do(client, edition, "publish", seen=before)

    assert [*page.context["choice"].form.errors] == ["seen"]
    assert status(edition) == "draft"


def test_a_day_and_hour_are_read_in_the_newsrooms_zone(client, chief):
    edition = make_edition()
    do(client, edition, "publish", when="later", publish_at="2030-07-14T20:45")

    edition.refresh_from_db()
    assert edition.public_from.isoformat() == "2030-07-14T18:45:00+00:00"
    assert edition.is_public() is False


def test_a_moment_that_has_passed_cannot_be_scheduled(client, chief):
    edition = make_edition()
    do(client, edition, "publish", when="later", publish_at="2020-07-14T20:45")

    assert status(edition) == "draft"


def test_withdrawing_asks_for_a_reason_and_logs_it(client, chief):
    edition = publish(make_article(), at=timezone.now())
    do(client, edition, "withdraw", reason="")
    assert status(edition) == "published"
    do(client, edition, "withdraw", reason="Mauvais match.")

    assert status(edition) == "withdrawn"
    entry = AuditEntry.objects.about(edition).get(action="withdraw")
    assert entry.details["reason"] == "Mauvais match."


def test_an_edition_goes_from_its_author_to_the_sub_editor_and_back(client):
    author, sub_editor = make_member("reporter"), make_member("sub-editor")
    edition = make_edition(article=make_article(created_by=author))
    client.force_login(author)
    do(client, edition, "submit")
    assert status(edition) == "in_review"
    client.force_login(sub_editor)
    do(client, edition, "send-back", note="Le score de la mi-temps manque.")

    assert status(edition) == "draft"


@pytest.mark.parametrize(
    ("role", "verb"),
    [
        ("reporter", "publish"),
        ("reporter", "approve"),
        ("translator", "approve"),
        ("translator", "publish"),
        ("sub-editor", "publish"),
        ("sub-editor", "withdraw"),
        ("statistics desk", "submit"),
        ("read-only", "submit"),
    ],
)
def test_a_verb_beyond_the_role_is_forbidden(client, role, verb):
    edition = make_edition(status="in_review")
    client.force_login(make_member(role))

    assert do(client, edition, verb).status_code == 403
    assert status(edition) == "in_review"


def test_a_get_changes_nothing(client, chief):
    edition = make_edition()
    page = client.get(address(edition, "verb/publish"))

    assert page.status_code == 200
    assert status(edition) == "draft"


def test_what_does_not_exist_is_not_found(client, chief):
    edition = make_edition()
    base = f"/admin/articles/article/{edition.article_id}"
    gone = [f"{base}/en/verb/publish/", f"{base}/de/open/", f"{base}/fr/verb/eat/"]

    assert [client.get(path).status_code for path in gone] == [404, 404, 404]


def test_the_page_of_a_verb_shows_what_readers_would_read(client, chief):
    edition = publish(make_article(), at=timezone.now())
    edition.article.title_fr = "Le gros truc manque"
    edition.article.save()
    page = client.get(address(edition, "verb/publish"))

    assert "Le <del>petit</del><ins>gros</ins> truc manque" in page.text


def test_the_second_language_is_opened_as_a_translation(client):
    translator = make_member("translator")
    edition = make_edition()
    client.force_login(translator)
    client.post(f"/admin/articles/article/{edition.article_id}/en/open/")

    english = edition.article.editions.get(language="en")
    assert (english.origin, english.translator) == ("translation", translator)


def test_a_reporter_does_not_open_an_edition_of_someone_elses_article(client):
    edition = make_edition()
    client.force_login(make_member("reporter"))
    path = f"/admin/articles/article/{edition.article_id}/en/open/"

    assert client.post(path).status_code == 403
    assert edition.article.editions.count() == 1


def settings_of(edition, **changes):
    edition.refresh_from_db()
    fields = {"slug": edition.slug, "origin": edition.origin}
    return fields | {"seen_version": edition.version} | changes


def test_a_writer_sets_the_address_and_cannot_forge_an_embargo(client):
    author = make_member("reporter")
    edition = make_edition(article=make_article(created_by=author))
    client.force_login(author)
    forged = settings_of(edition, slug="un-nul", embargo_until="2030-01-01T10:00")
    client.post(address(edition, "settings"), forged)

    edition.refresh_from_db()
    assert (edition.slug, edition.embargo_until) == ("un-nul", None)


def test_a_sub_editor_settles_who_translates_and_cannot_forge_an_embargo(client):
    client.force_login(make_member("sub-editor"))
    edition = make_edition(origin="translation", article=make_article())
    translator = make_member("translator")
    forged = settings_of(edition, embargo_until="2030-01-01T10:00")
    client.post(address(edition, "settings"), forged | {"translator": translator.pk})

    edition.refresh_from_db()
    assert (edition.translator, edition.embargo_until) == (translator, None)


def test_an_embargo_on_a_scheduled_edition_moves_its_first_day(client, chief):
    later = timezone.now() + timedelta(days=1)
    edition = publish(make_article(), at=timezone.now(), publish_at=later)
    until = settings_of(edition, embargo_until="2035-01-01T10:00")
    client.post(address(edition, "settings"), until)

    edition.refresh_from_db()
    assert edition.first_published_at == edition.embargo_until == edition.public_from


def offered(client, edition):
    page = client.get(f"/admin/articles/article/{edition.article_id}/change/")
    panel = next(p for p in page.context["panels"] if p.edition)
    return [choice.verb.name for choice in panel.choices]


def test_publishing_is_offered_when_it_would_change_what_readers_see(client, chief):
    edition = publish(make_article(), at=timezone.now())
    assert offered(client, edition) == ["withdraw"]
    edition.article.lead_photo = make_photo()
    edition.article.save()

    assert offered(client, edition) == ["publish", "withdraw"]
