import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, Author, Byline, MatchLink
from matches.models import StaleRow
from tests.factories import (
    make_article,
    make_edition,
    make_match,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_door_stores_a_clean_body(language):
    article = make_article(
        **{f"body_{language}": "<p onclick=x>a<script>b</script></p>"}
    )

    assert Article.objects.get().words(language).body == "<p>a</p>"

    setattr(article, f"body_{language}", "<img src=x onerror=alert(1)>c")
    article.save()

    assert Article.objects.get().words(language).body == "<p>c</p>"


@pytest.mark.parametrize("name", ["title", "standfirst", "social_title"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_words_hold_nothing_hidden(name, language):
    make_article(**{f"{name}_{language}": "e\u0301\0te\u0301\u202e\ud800"})

    assert getattr(Article.objects.get().words(language), name) == "été"


def test_words_are_those_of_one_language():
    words = make_article(social_title_en="Short").words("en")

    assert vars(words) == {
        "title": "Something small was missing",
        "standfirst": "One apiece.",
        "body": "<p>The English text.</p>",
        "social_title": "Short",
    }


def test_a_missing_language_is_empty_and_not_the_other():
    make_article(title_en=None, body_en=None)

    words = Article.objects.get().words("en")

    assert (words.title, words.body) == ("", "")


@pytest.mark.parametrize(
    ("original", "titles", "headline"),
    [
        ("fr", ("Un", "One"), "Un"),
        ("en", ("Un", "One"), "One"),
        ("fr", ("", "One"), "One"),
        ("en", ("Un", ""), "Un"),
    ],
)
def test_the_desk_knows_an_article_by_a_title_it_has(original, titles, headline):
    french, english = titles
    article = make_article(
        original_language=original, title_fr=french, title_en=english
    )

    assert str(article) == headline


@pytest.mark.parametrize("title", ["", " ", "\u200b"])
def test_an_article_needs_a_title_in_one_language(title):
    article = Article(kind="report", title_fr=title)

    with pytest.raises(ValidationError):
        article.full_clean(exclude=["created_by"])


def test_a_save_over_what_others_saved_is_refused():
    mine = make_article()
    theirs = Article.objects.get()
    theirs.title_fr = "Le leur"
    theirs.save()

    with pytest.raises(StaleRow):
        mine.save()

    assert Article.objects.get().title_fr == "Le leur"


def test_history_keeps_every_version_in_both_languages():
    article = make_article()
    article.title_en = "Later"
    article.save()

    versions = article.history.order_by("version").values_list("title_fr", "title_en")

    assert list(versions) == [
        ("Le petit truc manque", "Something small was missing"),
        ("Le petit truc manque", "Later"),
    ]


def test_a_restored_version_is_the_words_as_they_were():
    article = make_article(body_fr="<p>Un</p><h2>Deux</h2>")
    old = article.history.get().instance.words("fr")
    article.title_fr, article.body_fr = "Neuf", "<p>Neuf</p>"
    article.save()

    for name, value in vars(old).items():
        setattr(article, f"{name}_fr", value)
    article.save()

    assert Article.objects.get().words("fr") == old
    assert article.history.count() == 3


def test_public_editions_are_those_readers_can_open():
    article = make_article()
    edition = publish(article, "en")
    make_edition(article=article, language="fr", slug="secret")

    assert article.public_editions() == {"en": edition}


def test_articles_of_a_writer_are_created_or_signed():
    user = make_user()
    author = Author.objects.create(slug="lea", name="Léa", user=user)
    created, signed = make_article(created_by=user), make_article()
    make_article()
    Byline.objects.create(article=signed, author=author)

    assert set(Article.objects.written_by(user)) == {created, signed}


def test_an_article_has_one_main_match():
    article = make_article(match=make_match())

    with pytest.raises(IntegrityError), transaction.atomic():
        MatchLink.objects.create(
            article=article, match=make_match(), role="report", is_primary=True
        )


def test_a_match_is_linked_once():
    match = make_match()
    article = make_article(match=match)

    with pytest.raises(IntegrityError), transaction.atomic():
        MatchLink.objects.create(article=article, match=match, role="report")
