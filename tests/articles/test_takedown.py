import pytest

from articles.models import ClubPost
from articles.publishing import Refused
from articles.takedown import give_back, places, withhold
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_match,
    make_post,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db

WORDS = "Paroles retirables"


@pytest.fixture
def post():
    return make_post(
        text_raw=WORDS,
        author_name="Auteur retirable",
        author_handle="retirable",
        translation_en="Removable words",
        match=make_match(),
        claimed_minute=45,
        claimed_added=2,
    )


@pytest.fixture
def pages(post):
    """Every public page that shows the post, or could."""
    body = f"<p>Texte.</p>{embed(post)}"
    article = make_article(body_fr=body, body_en=body, match=post.match)
    editions = [publish(article, language) for language in ("fr", "en")]
    shared = [post.match.home.get_absolute_url(), "/fr/articles/", "/fr/"]
    match = post.match.get_absolute_url()
    shown = [match, match.replace("/fr/", "/en/")]
    return [e.get_absolute_url() for e in editions], shown, shared


def holding(client, pages, *texts):
    found = {page: client.get(page, follow=True).content.decode() for page in pages}
    return [page for page, html in found.items() if any(text in html for text in texts)]


def test_withholding_takes_every_word_from_every_page_at_once(client, post, pages):
    articles, matches, others = pages
    texts = (WORDS, "Removable words", "retirable")
    assert holding(client, articles + matches, *texts) == articles + matches

    withhold(post, by=make_user(is_superuser=True), reason="Demande de l’auteur")

    assert holding(client, articles + matches + others, *texts) == []
    assert holding(client, articles, 'class="gap"') == articles


def test_what_is_given_back_stands_where_it_stood(client, post, pages):
    articles, matches, _others = pages
    chief = make_user(is_superuser=True)
    withhold(post, by=chief, reason="Erreur")

    give_back(post, by=chief, reason="C’était la bonne")

    assert holding(client, articles + matches, WORDS) == articles + matches


@pytest.mark.parametrize(
    ("state", "label"),
    [("live", None), ("edited", "modifiée"), ("deleted", "supprimée")],
)
def test_readers_are_told_what_became_of_it(client, post, pages, state, label):
    ClubPost.objects.update(state=state, state_at=NOON)

    html = client.get(pages[0][0]).content.decode()

    assert WORDS in html
    assert ("post__state" in html) is (label is not None)
    assert ("3\xa0mai 2024" in html.split('class="post"')[-1]) or state == "live"


def test_a_withheld_post_keeps_an_article_from_being_published(post):
    chief = make_user(is_superuser=True)
    withhold(post, by=chief, reason="Erreur")

    with pytest.raises(Refused):
        publish(make_article(body_fr=f"<p>Texte.</p>{embed(post)}"), by=chief)


def test_it_is_done_once_and_with_a_reason(post):
    chief = make_user(is_superuser=True)
    with pytest.raises(Refused):
        withhold(post, by=chief, reason=" \u200b")
    with pytest.raises(Refused):
        give_back(post, by=chief, reason="Erreur")
    withhold(post, by=chief, reason="Erreur")

    with pytest.raises(Refused):
        withhold(post, by=chief, reason="Erreur")


def test_a_story_no_longer_public_is_named_as_a_draft(post):
    article = make_article(body_fr=f"<p>Texte.</p>{embed(post)}")
    edition = publish(article)
    edition.article.body_fr = "<p>Sans.</p>"
    edition.article.save()

    before = places(post)[0].published
    edition.refresh_from_db()
    edition.status = "withdrawn"
    edition.save()

    assert before == ["fr"]
    assert [(p.published, p.drafted) for p in places(post)] == [([], ["fr"])]
