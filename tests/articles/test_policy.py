import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from articles import policy
from articles.models import Author, Byline, Edition, Quote
from tests.factories import make_article, make_edition, make_member, make_user

pytestmark = pytest.mark.django_db

ROLES = [
    "reporter",
    "translator",
    "sub-editor",
    "desk chief",
    "statistics desk",
    "read-only",
]
# May each of ROLES, in this order, do it to the French original or to the English
# translation of an article they made themselves, or that someone else made?
MATRIX = [
    ("may_write", "fr", "own", "111100"),
    ("may_write", "fr", "other", "001100"),
    ("may_write", "en", "own", "111100"),
    ("may_write", "en", "other", "011100"),
    ("may_submit", "fr", "own", "111100"),
    ("may_submit", "fr", "other", "001100"),
    ("may_submit", "en", "own", "111100"),
    ("may_submit", "en", "other", "011100"),
    ("may_approve", "fr", "own", "000000"),
    ("may_approve", "fr", "other", "001100"),
    ("may_approve", "en", "own", "000000"),
    ("may_approve", "en", "other", "001100"),
    ("may_publish", "fr", "own", "000100"),
    ("may_publish", "fr", "other", "000100"),
    ("may_publish", "en", "other", "000100"),
    ("may_readdress", "fr", "own", "111100"),
    ("may_readdress", "fr", "other", "001100"),
    ("may_readdress", "en", "other", "011100"),
    ("may_embargo", "fr", "own", "000100"),
    ("may_embargo", "fr", "other", "000100"),
    ("may_settle", "fr", "own", "001100"),
    ("may_settle", "fr", "other", "001100"),
]


@pytest.mark.parametrize(("verb", "language", "whose", "expected"), MATRIX)
def test_each_role_does_to_each_edition_what_the_matrix_says(
    verb, language, whose, expected
):
    may = getattr(policy, verb)
    answers = [may(*member_and_edition(role, language, whose)) for role in ROLES]

    assert "".join(str(int(answer)) for answer in answers) == expected


def member_and_edition(role, language, whose):
    member, other = make_member(role), make_user()
    author = member if whose == "own" else other
    edition = make_edition(
        article=make_article(created_by=author),
        language=language,
        origin="original" if language == "fr" else "translation",
        translator=None if language == "fr" else author,
    )
    return member, edition


def test_a_byline_makes_an_article_ones_own():
    reporter, article = make_member("reporter"), make_article()
    author = Author.objects.create(slug="lea", name="Léa", user=reporter)
    Byline.objects.create(article=article, author=author)

    assert policy.editable_languages(reporter, article) == {"fr", "en"}


def test_a_translator_writes_the_language_that_is_not_the_original():
    article = make_article(original_language="en")

    assert policy.editable_languages(make_member("translator"), article) == {"fr"}


def test_a_translator_does_not_change_what_both_languages_share():
    translator, article = make_member("translator"), make_article()

    assert policy.may_change(translator, article) is True
    assert policy.may_change_facts_of(translator, article) is False


def test_a_sub_editor_who_translated_does_not_pass_the_translation():
    sub_editor = make_member("sub-editor")
    edition = make_edition(
        language="en", origin=Edition.Origin.TRANSLATION, translator=sub_editor
    )

    assert policy.may_approve(sub_editor, edition) is False
    assert policy.may_approve(make_member("sub-editor"), edition) is True


def test_the_address_is_the_desks_once_readers_have_it():
    reporter = make_member("reporter")
    edition = make_edition(article=make_article(created_by=reporter))
    edition.first_published_at = edition.article.created_at

    assert policy.may_readdress(reporter, edition) is False


def test_a_role_without_facts_still_writes_translations_of_quotes():
    assert policy.may_change_record(make_member("reporter"), Quote) is True
    assert policy.may_change_record(make_member("translator"), Quote) is False


def test_an_account_that_was_closed_reads_nothing():
    member = make_member("desk chief")
    member.is_active = False

    assert policy.may_view(member) is False


def limited(role, *names):
    """A member in `role` who works in the languages of the groups `names`."""
    member = make_member(role)
    member.groups.add(*Group.objects.filter(name__in=names))
    return get_user_model().objects.get(pk=member.pk)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], {"fr", "en"}),
        (["French"], {"fr"}),
        (["English"], {"en"}),
        (["French", "English"], {"fr", "en"}),
    ],
)
def test_a_person_works_in_the_languages_chosen_and_in_both_with_none(names, expected):
    assert policy.languages(limited("desk chief", *names)) == expected


OF_A_LANGUAGE = [
    policy.may_write,
    policy.may_submit,
    policy.may_approve,
    policy.may_publish,
    policy.may_readdress,
    policy.may_embargo,
    policy.may_settle,
    policy.may_hand,
    policy.may_adapt,
    policy.may_look_again,
]


@pytest.mark.parametrize("may", OF_A_LANGUAGE, ids=lambda may: may.__name__)
def test_a_desk_chief_for_english_leaves_french_alone(may):
    chief, article = limited("desk chief", "English"), make_article()

    assert may(chief, make_edition(article=article, language="fr")) is False
    assert may(chief, make_edition(article=article, language="en")) is True


def test_a_translator_into_french_does_not_write_english():
    translator = limited("translator", "French")

    assert policy.editable_languages(translator, make_article()) == set()
    assert policy.may_translate_record(translator, Quote, "en") is False
    assert policy.may_translate_record(translator, Quote, "fr") is True


def test_an_author_of_one_language_keeps_the_facts_of_what_they_wrote():
    reporter = limited("reporter", "French")
    article = make_article(created_by=reporter)

    assert policy.editable_languages(reporter, article) == {"fr"}
    assert policy.may_change_facts_of(reporter, article) is True


@pytest.mark.parametrize(
    ("status", "role", "expected"),
    [
        ("draft", "reporter", True),
        ("in_review", "reporter", True),
        ("ready", "reporter", False),
        ("ready", "sub-editor", True),
    ],
)
def test_words_that_were_passed_are_closed_to_who_passes_none(status, role, expected):
    member = make_member(role)
    edition = make_edition(article=make_article(created_by=member), status=status)

    assert policy.may_write(member, edition) is expected
    assert policy.may_change_facts_of(member, edition.article) is expected


def test_the_author_of_passed_words_still_shows_and_assigns_them():
    reporter = make_member("reporter")
    article = make_article(created_by=reporter)
    make_edition(article=article, status=Edition.Status.READY)

    assert policy.may_share(reporter, article, "fr") is True
    assert policy.may_assign(reporter, article) is True
