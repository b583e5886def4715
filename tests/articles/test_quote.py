from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Quote
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_match,
    make_membership,
    make_person,
    make_quote,
    make_team,
    publish,
)

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def showing(quote, language="fr", **arguments):
    article = make_article(**{f"body_{language}": f"<p>Texte.</p>{embed(quote)}"})
    return publish(article, language, **arguments)


@pytest.mark.parametrize("change", [{"text": "Autre."}, {"text": "Un  mot"}])
def test_approved_words_are_frozen(change):
    quote = make_quote(text="Un mot")
    for name, value in change.items():
        setattr(quote, name, value)

    with pytest.raises(ValidationError):
        quote.full_clean()
    with pytest.raises(ValidationError):
        quote.save()

    assert Quote.objects.get().text == "Un mot"


def test_approved_words_do_not_change_with_the_verification():
    quote = make_quote()
    quote.text, quote.verification = "Autre.", "unverified"

    with pytest.raises(ValidationError):
        quote.save()


def test_a_spelling_of_the_same_characters_is_no_change():
    quote = make_quote(text="C’était ça")

    quote.text = "C’e\u0301tait c\u0327a"
    quote.save()

    assert Quote.objects.get().text == "C’était ça"


@pytest.mark.parametrize("verification", ["disputed", "unverified", "checked"])
def test_words_once_approved_stay_frozen(verification):
    quote = make_quote()
    quote.verification = verification
    quote.save()

    quote.text = "Autre."
    with pytest.raises(ValidationError):
        quote.save()


def test_words_that_nobody_approved_can_be_changed():
    quote = make_quote(verification="checked")
    quote.text = "Autre."
    quote.save()

    assert Quote.objects.get().text == "Autre."


def test_all_but_the_words_of_an_approved_quote_can_be_changed():
    quote = make_quote()

    quote.translation_en, quote.broadcaster = "Another translation.", "Canal+"
    quote.save()

    assert Quote.objects.get().translation_into("en") == "Another translation."


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"verification": "approved"}, True),
        ({"verification": "checked"}, True),
        ({"verification": "unverified"}, False),
        ({"verification": "disputed"}, False),
        ({"is_off_record": True}, False),
    ],
)
def test_a_quote_is_public_while_someone_vouches_for_it(columns, expected):
    quote = make_quote()
    showing(quote)
    Quote.objects.filter(pk=quote.pk).update(**columns)
    quote = Quote.objects.get()

    assert quote.is_vouched_for is expected
    assert Quote.objects.public("fr", at=NOON).contains(quote) is expected


def test_a_quote_is_public_in_the_language_that_shows_it():
    quote = make_quote()
    showing(quote, "en")

    assert Quote.objects.public("en").contains(quote)
    assert not Quote.objects.public("fr").contains(quote)


def test_a_quote_nobody_published_is_not_public():
    quote = make_quote()
    make_article(body_fr=embed(quote))

    assert not Quote.objects.public("fr").exists()


def test_a_quote_is_public_when_its_edition_is_due():
    quote = make_quote()
    showing(quote, publish_at=NOON + HOUR)

    assert not Quote.objects.public("fr", at=NOON).exists()
    assert Quote.objects.public("fr", at=NOON + HOUR).get() == quote


def test_a_quote_that_left_the_story_is_no_longer_public():
    edition = showing(make_quote())
    edition.article.body_fr = "<p>Sans.</p>"
    edition.article.save()

    publish(edition.article, at=NOON + HOUR, change="update")

    assert not Quote.objects.public("fr").exists()


def test_a_quote_shown_twice_is_public_once():
    quote = make_quote()
    showing(quote)
    publish(make_article(body_fr=f"<p>a</p>{embed(quote) * 2}"))

    assert Quote.objects.public("fr").count() == 1


@pytest.mark.parametrize(
    ("language", "typed", "kept"),
    [
        ("fr", "« C'est fini ! »", "C’est fini\u202f!"),
        ("fr", '"Oui."', "Oui."),
        ("fr", "Il dit « oui » et « non »", None),
        ("en", '"It\'s over..."', "It’s over…"),
        ("it", "«È finita!»", "È finita!"),
    ],
)
def test_words_are_set_in_their_language_without_marks(language, typed, kept):
    kept = kept or "Il dit «\u202foui\u202f» et «\u202fnon\u202f»"

    assert make_quote(text=typed, language=language).text == kept


def test_translations_are_set_in_their_language():
    quote = make_quote(
        language="it", translation_fr="C'est ça ?", translation_en='"So?"'
    )

    assert (quote.translation_fr, quote.translation_en) == ("C’est ça\u202f?", "So?")


def test_another_setting_of_frozen_words_leaves_them_as_they_were():
    quote = make_quote(text="C’est ça…")
    quote.text = "« C'est ça... »"
    quote.save()

    assert Quote.objects.get().text == "C’est ça…"


@pytest.mark.parametrize(
    ("change", "moves"),
    [
        ({"verification": "disputed"}, True),
        ({"is_off_record": True}, True),
        ({"verification": "checked"}, False),
        ({"translation_en": "Other."}, False),
    ],
)
def test_a_quote_knows_since_when_readers_are_told_this(change, moves):
    quote = make_quote()
    before = quote.marked_at
    for name, value in change.items():
        setattr(quote, name, value)
    quote.save()

    assert (Quote.objects.get().marked_at > before) is moves


def test_quotes_stand_in_the_order_of_speaking():
    first = make_quote(text="Un.")
    second = make_quote(text="Deux.", speaker=first.speaker)
    after = make_quote(text="Un bis.", speaker=first.speaker, continues=first)
    last = make_quote(text="Un ter.", speaker=first.speaker, continues=after)

    assert Quote.objects.in_order() == [first, after, last, second]


def test_a_day_comes_before_the_next_one_and_no_day_last():
    unknown = make_quote(text="Un.")
    later = make_quote(text="Deux.", said_on=date(2024, 5, 3))
    earlier = make_quote(text="Trois.", said_on=date(2024, 5, 2))

    assert Quote.objects.in_order() == [earlier, later, unknown]
    assert Quote.objects.latest_first() == [later, earlier, unknown]


def test_a_quote_stands_alone_where_the_one_it_continues_is_not_shown():
    first = make_quote(text="Un.")
    second = make_quote(text="Deux.", speaker=first.speaker)
    after = make_quote(text="Suite.", speaker=first.speaker, continues=first)

    assert Quote.objects.exclude(pk=first.pk).in_order() == [second, after]


def test_quotes_that_follow_one_another_in_a_circle_are_all_shown():
    first, second = make_quote(text="Un."), make_quote(text="Deux.")
    Quote.objects.filter(pk=first.pk).update(continues=second)
    Quote.objects.filter(pk=second.pk).update(continues=first)

    assert Quote.objects.in_order() == [first, second]


def test_a_quote_continues_what_the_same_person_said():
    quote = make_quote(speaker=make_person("Gian Piero Gasperini"))
    quote.continues = make_quote(speaker=make_person())

    with pytest.raises(ValidationError) as refused:
        quote.full_clean()

    assert list(refused.value.message_dict) == ["continues"]


def test_quotes_are_not_made_to_follow_in_a_circle():
    first = make_quote(text="Un.")
    first.continues = make_quote(text="Deux.", speaker=first.speaker, continues=first)

    with pytest.raises(ValidationError) as refused:
        first.full_clean()

    assert list(refused.value.message_dict) == ["continues"]


@pytest.mark.parametrize(
    ("language", "french", "english", "missing"),
    [
        ("fr", "", "", ["en"]),
        ("fr", "", "Yes.", []),
        ("it", "", "Yes.", ["fr"]),
        ("it", "", "", ["fr", "en"]),
        ("it", "Oui.", "Yes.", []),
    ],
)
def test_the_desk_finds_what_lacks_a_translation(language, french, english, missing):
    words = {"translation_fr": french, "translation_en": english}
    make_quote(language=language, **words)

    found = [code for code in ("fr", "en") if Quote.objects.untranslated(code).exists()]
    assert found == missing
    assert Quote.objects.untranslated_anywhere().count() == bool(missing)


def test_said_on_is_the_day_of_the_match():
    assert make_quote(match=make_match()).said_on == date(2024, 5, 2)


@pytest.mark.parametrize(
    ("said_on", "team"),
    [
        (date(2024, 2, 19), None),
        (date(2024, 2, 20), "OM"),
        (date(2024, 6, 30), "OM"),
        (date(2024, 7, 1), "Montpellier"),
        (None, None),
    ],
)
def test_role_is_that_of_the_day(said_on, team):
    om, montpellier = make_team("OM"), make_team("Montpellier")
    speaker = make_person()
    since, until = date(2024, 2, 20), date(2024, 6, 30)
    make_membership(person=speaker, team=om, started_on=since, ended_on=until)
    make_membership(person=speaker, team=montpellier, started_on=date(2024, 7, 1))

    membership = make_quote(speaker=speaker, said_on=said_on).membership

    assert (membership and membership.team.name_fr) == team


@pytest.mark.parametrize(
    ("spoken", "translated", "language", "ready"),
    [
        ("fr", "", "fr", True),
        ("fr", "", "en", False),
        ("fr", "Yes.", "en", True),
        ("it", "Yes.", "fr", False),
    ],
)
def test_a_quote_is_ready_for_who_can_read_it(spoken, translated, language, ready):
    quote = make_quote(language=spoken, translation_en=translated, translation_fr="")

    assert quote.is_ready_for(language) is ready


def test_a_quote_without_visible_words_is_refused_by_forms():
    quote = Quote(speaker=make_person(), text="\u200b\u2060")

    with pytest.raises(ValidationError) as refused:
        quote.full_clean()

    assert list(refused.value.message_dict) == ["text"]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://x.fr/", "//x.fr"])
def test_a_source_leads_to_the_web_alone(address):
    quote = make_quote(source_url=address)

    assert quote.source_url == ""


def test_a_form_is_told_of_a_source_that_is_not_on_the_web():
    quote = Quote(speaker=make_person(), text="Oui.", source_url="ftp://x.fr/")

    with pytest.raises(ValidationError) as refused:
        quote.full_clean()

    assert list(refused.value.message_dict) == ["source_url"]


def test_a_quote_does_not_continue_itself():
    quote = make_quote()
    quote.continues = quote

    with pytest.raises(IntegrityError), transaction.atomic():
        quote.save()
