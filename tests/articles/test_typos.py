from datetime import timedelta

import pytest

from articles import typos
from articles.models import Edition
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_person,
    make_photo,
    make_quote,
    make_team,
    publish,
)

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(minutes=6)


def changed(before, after, *, field="title", language="fr"):
    """An edition whose `field` was published as `before` and is `after` now."""
    article = make_article(**{f"{field}_{language}": before})
    edition = publish(article, language)
    setattr(edition.article, f"{field}_{language}", after)
    edition.article.save()
    return Edition.objects.get(pk=edition.pk)


def refused(*change, at=LATER, **said):
    return len(typos.reasons(changed(*change, **said), at=at))


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("Marseile pousse", "Marseille pousse", "fr"),
        ("Scamaca répond", "Scamacca répond", "fr"),
        ("Un but but refusé", "Un but refusé", "fr"),
        ("Il va Bergame", "Il va à Bergame", "fr"),
        ("Parceque tout reste à faire", "Parce que tout reste à faire", "fr"),
        ("L'OM a tué le match", "L’OM a tue le match !", "fr"),
        ("Teh goal that counts", "The goal that counts", "en"),
        ("It was given of the line", "It was given off the line", "en"),
    ],
)
def test_a_letter_or_two_is_a_typo(before, after, language):
    assert refused(before, after, language=language) == 0


@pytest.mark.parametrize(
    ("before", "after", "language"),
    [
        ("L’OM gagne 3-0", "L’OM gagne 2-0", "fr"),
        ("À la 52e minute", "À la 55e minute", "fr"),
        ("Six matchs de suite", "Dix matchs de suite", "fr"),
        ("Lookman marque", "Scamacca marque", "fr"),
        ("L’OM perd", "L’OM ne perd pas", "fr"),
        ("Le but est refusé", "Le but est validé", "fr"),
        ("Gasset en colère", "Gasset", "fr"),
        ("Atalanta had won", "Atalanta had not won", "en"),
        ("Eight wins in a row", "Nine wins in a row", "en"),
        ("He is out", "He isn’t out", "en"),
    ],
)
def test_another_figure_name_or_sense_is_more_than_a_typo(before, after, language):
    assert refused(before, after, language=language) == 1
    assert refused(after, before, language=language) == 1


@pytest.mark.parametrize("field", ["title", "standfirst", "social_title", "body"])
def test_every_field_that_readers_read_is_compared(field):
    before, after = "<p>Onze corners</p>", "<p>Douze corners</p>"

    assert refused(before, after, field=field) == 1


def test_the_name_of_someone_else_is_more_than_a_typo():
    make_person("Theo Hernandez")

    assert refused("Hernandez centre", "Fernandez centre") == 1
    assert refused("Fernandez centre", "Hernandez centre") == 0


def test_the_name_of_another_team_is_more_than_a_typo():
    make_team("Lens")

    assert refused("Lens tombe", "Sens tombe") == 1


def test_words_in_another_order_are_more_than_a_typo():
    assert refused("Rome bat Lens", "Lens bat Rome") == 1


def test_other_records_among_the_words_are_more_than_a_typo():
    first, second = make_quote(), make_quote()

    change = f"<p>Oui.</p>{embed(first)}", f"<p>Oui.</p>{embed(second)}"

    assert refused(*change, field="body") == 1


def test_another_lead_picture_is_more_than_a_typo():
    edition = changed("Un but", "Un but")
    edition.article.lead_photo = make_photo()
    edition.article.save()

    assert len(typos.reasons(edition, at=LATER)) == 1


def test_markup_and_typography_alone_are_a_typo():
    before = '<p>Il a dit "oui", a Rome.</p>'
    after = "<p>Il a dit «\u202foui\u202f», <strong>à</strong> Rome.</p>"

    assert refused(before, after, field="body") == 0


@pytest.mark.parametrize(("minutes", "expected"), [(0, 0), (4, 0), (5, 1), (600, 1)])
def test_anything_may_be_mended_in_silence_for_five_minutes(minutes, expected):
    at = NOON + timedelta(minutes=minutes)

    assert refused("L’OM gagne 3-0", "L’OM gagne 2-0", at=at) == expected


def test_the_sentence_names_what_changes():
    edition = changed("L’OM gagne 3-0", "L’OM gagne 2-0")

    (reason,) = typos.reasons(edition, at=LATER)

    assert "3-0" in reason
    assert "2-0" in reason
