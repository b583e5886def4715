import random
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import preview
from articles.models import AuditEntry, Edition, PreviewLink
from articles.rendering import as_published
from newsroom import limits
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_edition,
    make_photo,
    make_post,
    make_quote,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

SEED = 20261121


def make_link(article=None, language="fr", **arguments):
    """(link, address) of a preview."""
    article = article or make_article()
    arguments.setdefault("by", make_user())
    link, token = PreviewLink.objects.make(article, language, **arguments)
    return link, f"/{language}/preview/{token}/"


def templates(kind, record, place, language="fr"):
    return [section.template for section in place(kind, record, language)]


def test_edition_to_be_has_what_a_page_prints():
    article = make_article(title_fr="Un partout")

    edition = preview.edition_to_be(article, "fr", at=NOON)

    assert edition.release.title == "Un partout"
    assert edition.first_published_at == NOON
    assert edition.get_absolute_url() == f"/fr/articles/{article.pk}/un-partout/"


def test_edition_to_be_keeps_what_readers_were_told():
    article = make_article()
    publish(article, at=NOON - timedelta(days=2))
    publish(article, at=NOON, change="correction", note="Le score était faux.")
    article.refresh_from_db()

    edition = preview.edition_to_be(article, "fr", at=NOON + timedelta(days=1))

    assert edition.first_published_at == NOON - timedelta(days=2)
    assert edition.release.note == "Le score était faux."
    assert edition.release.released_at == NOON


def test_edition_nobody_opened_is_a_translation_in_the_other_language():
    edition = preview.edition_to_be(make_article(), "en", at=NOON)

    assert edition.origin == Edition.Origin.TRANSLATION
    assert edition.pk is None


def test_typed_words_are_cleaned_as_a_save_would_and_stored_nowhere():
    article = make_article(title_fr="Avant", standfirst_fr="Le chapô.")
    typed = {"title_fr": "Après\u202e", "body_fr": "<p onclick=x>Neuf</p><script>"}

    preview.take_words(article, "fr", typed)

    assert article.words("fr").title == "Après"
    assert article.words("fr").body == "<p>Neuf</p>"
    assert article.words("fr").standfirst == "Le chapô."
    article.refresh_from_db()
    assert article.title_fr == "Avant"


@pytest.mark.parametrize("typed", ["", "0", "nothing", "9" * 30, "١"])
def test_a_lead_picture_that_is_none_is_left_out(typed):
    article = make_article(lead_photo=make_photo())

    preview.take_words(article, "fr", {"lead_photo": typed})

    assert article.lead_photo is None


def test_words_no_save_would_take_are_refused():
    with pytest.raises(ValidationError):
        preview.take_words(make_article(), "fr", {"body_fr": "<b>" * 100_001})


def test_version_of_a_link_is_what_it_shows():
    article = make_article(title_fr="Première version")
    article.title_fr = "Deuxième version"
    article.save()

    assert preview.take_version(article, 0) is True
    assert article.title_fr == "Première version"
    assert preview.take_version(article, 9) is False


def test_unchecked_quote_is_shown_on_the_desk_with_a_hint():
    quote = make_quote(verification="unverified")

    assert templates("quote", quote, as_published) == ["blocks/gap.html"]
    for place in (preview.on_the_desk, preview.outside):
        assert templates("quote", quote, place) == [preview.HINT, "blocks/quote.html"]


@pytest.mark.parametrize(
    ("kind", "make", "fields"),
    [
        ("quote", make_quote, {"is_off_record": True}),
        ("post", make_post, {"state": "withheld"}),
    ],
)
def test_what_is_never_published_stays_on_the_desk(kind, make, fields):
    record = make(**fields)

    assert templates(kind, record, preview.on_the_desk) == [
        preview.HINT,
        f"blocks/{kind}.html",
    ]
    assert templates(kind, record, preview.outside) == [preview.HINT]


def test_record_that_no_longer_exists_is_told_to_be_missing():
    (section,) = preview.on_the_desk("photo", None, "fr")

    assert section.template == preview.HINT


def test_quote_without_a_translation_says_so_in_the_other_language_alone():
    quote = make_quote(translation_en="")

    assert templates("quote", quote, preview.on_the_desk) == ["blocks/quote.html"]
    assert templates("quote", quote, preview.on_the_desk, "en")[0] == preview.HINT


@pytest.mark.parametrize("language", ["fr", "en"])
def test_link_opens_the_words_of_its_version_in_its_language(client, language):
    article = make_article(title_fr="Un partout", title_en="All square")
    _link, address = make_link(article, language)
    article.title_fr = article.title_en = "Later"
    article.save()

    html = client.get(address).content.decode()

    title = {"fr": "Un partout", "en": "All square"}[language]
    assert f'<h1 class="story__title">{title}</h1>' in html
    assert f'<html lang="{language}">' in html
    assert "Later" not in html


def test_link_leaves_out_what_was_said_off_the_record(client):
    secret = make_quote(text="Dit en confidence.", is_off_record=True)
    unchecked = make_quote(text="Pas encore vérifié.", verification="unverified")
    _link, address = make_link(make_article(body_fr=embed(secret) + embed(unchecked)))

    html = client.get(address).content.decode()

    assert "Dit en confidence." not in html
    assert "Pas encore vérifié." in html
    assert html.count('class="preview-hint"') == 2


def test_link_is_never_cached_indexed_or_told_to_other_sites(client):
    _link, address = make_link()

    response = client.get(address)

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert response["Referrer-Policy"] == "no-referrer"
    assert address not in response.content.decode()
    assert response.cookies == {}


def test_opening_a_link_is_logged_without_its_token(client):
    link, address = make_link()

    client.head(address)
    client.get(address, REMOTE_ADDR="192.0.2.7")

    entry = AuditEntry.objects.get(action="open_preview")
    assert (entry.object_id, entry.address) == (str(link.pk), "192.0.2.7")
    assert address.split("/")[3] not in f"{entry.label}{entry.details}"


def test_refused_link_leaves_no_token_in_the_log(client, caplog):
    _link, address = make_link(at=NOON)

    assert client.get(address).status_code == 404

    assert address.split("/")[3] not in caplog.text


def test_database_holds_nothing_that_opens_a_page():
    link, address = make_link()
    token = address.split("/")[3]

    stored = [str(value) for value in vars(link).values()]

    assert not any(token in value or token[11:] in value for value in stored)


def expired(link, address):
    link.made_at -= PreviewLink.LIFE
    link.save()
    return address


def revoked(link, address):
    link.revoked_at = timezone.now()
    link.save()
    return address


def in_the_other_language(_link, address):
    return address.replace("/fr/", "/en/")


def of_another_article(link, address):
    link.article = make_article()
    link.save()
    return address


def tampered(_link, address):
    place = random.Random(f"{SEED}{address}").randrange(
        len("/fr/preview/"), len(address) - 1
    )
    other = "A" if address[place] != "A" else "B"
    return address[:place] + other + address[place + 1 :]


SPOILT = [expired, revoked, in_the_other_language, of_another_article, tampered]


@pytest.mark.parametrize("spoil", SPOILT)
def test_spoilt_link_is_not_found_twenty_times_of_twenty(client, spoil):
    article, by = make_article(), make_user()
    links = [make_link(article, by=by) for _number in range(20)]
    assert [client.get(address).status_code for _, address in links] == [200] * 20

    answers = [client.get(spoil(link, address)) for link, address in links]

    assert [answer.status_code for answer in answers] == [404] * 20


def test_link_of_another_version_is_not_found(client):
    link, address = make_link()
    link.version = 2
    link.save()

    assert client.get(address).status_code == 404


def test_link_dies_with_the_account_of_who_made_it(client):
    by = make_user()
    _link, address = make_link(by=by)
    by.is_active = False
    by.save()

    assert client.get(address).status_code == 404


def test_link_dies_when_the_story_is_withdrawn(client):
    edition = make_edition()
    _link, address = make_link(edition.article)
    edition.status = Edition.Status.WITHDRAWN
    edition.save()

    assert client.get(address).status_code == 404


def test_link_lives_for_a_day_to_the_second():
    link, _address = make_link(at=NOON)
    day = timedelta(hours=24)

    live = [
        PreviewLink.objects.live(at=NOON + age).contains(link)
        for age in (timedelta(0), day - timedelta(seconds=1), day)
    ]

    assert live == [True, True, False]


def test_page_shown_by_a_link_costs_twelve_queries(
    client, django_assert_num_queries, monkeypatch
):
    monkeypatch.setattr(limits, "LIMITS", {})  # counting costs its own
    records = [make_quote(), make_quote(), make_post(), make_photo()]
    article = make_article(body_fr="<p>Oui.</p>" + "".join(map(embed, records)))
    _link, address = make_link(article)

    with django_assert_num_queries(12):
        client.get(address)
