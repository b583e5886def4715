import pytest
from django.db import IntegrityError, transaction

from articles.models import AppendOnly, Release
from tests.factories import embed, make_article, make_quote, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def release():
    return publish(make_article()).release


@pytest.mark.parametrize("act", ["save", "delete"])
def test_a_release_is_only_ever_added(release, act):
    release.title = "Autre"

    with pytest.raises(AppendOnly):
        getattr(release, act)()

    assert Release.objects.get().title == "Le petit truc manque"


def test_releases_are_not_changed_as_a_set(release):
    with pytest.raises(AppendOnly):
        Release.objects.update(title="Autre")
    with pytest.raises(AppendOnly):
        release.edition.releases.all().update(title="Autre")
    with pytest.raises(AppendOnly):
        Release.objects.bulk_update([release], ["title"])


def test_releases_are_not_deleted_as_a_set(release):
    with pytest.raises(AppendOnly):
        Release.objects.all().delete()
    with pytest.raises(AppendOnly):
        release.edition.releases.filter(number=1).delete()


def test_a_release_has_its_number_once(release):
    fields = {"edition": release.edition, "released_by": release.released_by}
    fields |= {"title": "Autre", "body": "", "released_at": release.released_at}

    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.create(number=1, change="typo", **fields)


def test_a_release_keeps_its_own_places_of_records():
    quote = make_quote()
    edition = publish(make_article(body_fr=f"<p>Texte.</p>{embed(quote)}"))
    edition.article.body_fr = "<p>Sans.</p>"
    edition.article.save()

    assert [place.quote for place in edition.release.embeds.all()] == [quote]
    assert not edition.article.embeds.exists()
