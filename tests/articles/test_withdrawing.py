from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import publishing
from articles.models import AppendOnly, AuditEntry, Withdrawal
from articles.refused import Refused
from tests.factories import make_article, make_edition, make_user, publish

pytestmark = pytest.mark.django_db


def withdrawn(edition=None, **said):
    edition = edition or publish(make_article(title_fr="Un titre à oublier"))
    said = {"reason": "Le club menace de porter plainte."} | said
    return publishing.withdraw(edition, by=make_user(is_superuser=True), **said)


def answer(client, edition, method="get"):
    return getattr(client, method)(edition.get_absolute_url())


def test_readers_are_told_why_in_words_for_them(client):
    edition = withdrawn(kind="legal", sentence="Une décision de justice l’impose.")

    page = answer(client, edition)

    assert page.status_code == 410
    assert "Une décision de justice l’impose." in page.text
    assert 'class="message__reason"' in page.text


def test_the_log_has_both_reasons():
    edition = withdrawn(kind="legal", sentence="Un juge l’a dit.")

    details = AuditEntry.objects.about(edition).get(action="withdraw").details
    assert details["reason"] == "Le club menace de porter plainte."
    assert (details["kind"], details["sentence"]) == ("legal", "Un juge l’a dit.")


def test_the_reason_for_the_log_stays_on_the_desk(client):
    page = answer(client, withdrawn(kind="legal"))

    assert "porter plainte" not in page.text


def test_neither_title_nor_words_are_given_away(client):
    page = answer(client, withdrawn(kind="error"))

    assert "Un titre à oublier" not in page.text
    assert "Le texte français" not in page.text
    assert '<link rel="canonical"' not in page.text


def test_nobody_is_to_index_it(client):
    page = answer(client, withdrawn())

    assert '<meta name="robots" content="noindex">' in page.text


@pytest.mark.parametrize("sentence", ["Un titre à oublier", "« UN TITRE À OUBLIER »."])
def test_a_sentence_that_repeats_the_title_is_refused(sentence):
    edition = publish(make_article(title_fr="Un titre à oublier"))

    with pytest.raises(Refused):
        withdrawn(edition, sentence=sentence)

    edition.refresh_from_db()
    assert (edition.status, Withdrawal.objects.count()) == ("published", 0)


def test_a_reason_that_is_not_offered_is_refused():
    with pytest.raises(Refused):
        withdrawn(kind="politics")


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("path", ["{slug}/", "{slug}", "ancien/", "ANCIEN/?utm=1"])
def test_every_address_of_it_is_gone(client, method, path):
    edition = withdrawn()
    path = path.format(slug=edition.slug)

    page = getattr(client, method)(f"/fr/articles/{edition.article_id}/{path}")

    assert page.status_code == 410


def test_what_readers_never_saw_is_not_found(client):
    later = timezone.now() + timedelta(hours=1)
    edition = withdrawn(publish(make_article(), at=timezone.now(), publish_at=later))

    assert answer(client, edition).status_code == 404
    assert Withdrawal.objects.count() == 0


def test_the_other_language_stays(client):
    article = make_article()
    english = publish(article, "en")
    withdrawn(publish(article, "fr"))

    page = answer(client, english)

    assert page.status_code == 200
    assert '<link rel="alternate" hreflang="fr"' not in page.text


def test_a_story_that_comes_back_is_read_again(client):
    edition = withdrawn()
    publish(edition.article, at=timezone.now(), change="update")

    assert answer(client, edition).status_code == 200


def test_a_story_withdrawn_twice_tells_the_last_reason(client):
    edition = withdrawn(sentence="La première fois.")
    edition = publish(edition.article, at=timezone.now(), change="update")

    page = answer(client, withdrawn(edition, sentence="La seconde fois."))

    assert "La seconde fois." in page.text
    assert "La première fois." not in page.text


def test_a_draft_that_is_not_published_is_never_withdrawn():
    with pytest.raises(Refused):
        withdrawn(make_edition())


def test_what_readers_were_told_is_never_changed():
    withdrawn(kind="error")
    told = Withdrawal.objects.get()

    for change in (told.save, told.delete, Withdrawal.objects.all().delete):
        with pytest.raises((AppendOnly, ValidationError)):
            change()
