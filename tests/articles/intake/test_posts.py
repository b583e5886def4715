from datetime import date

import pytest

from articles.intake.lines import Copy
from articles.intake.posts import find_posts
from tests.articles.intake.post_variants import ENGLISH, FRENCH, NO_POSTS
from tests.articles.intake.shown import marked, spans, told_of_post, unmarked

FIRST = "⚽ But de Lemaire !\n— Étoile de Brumeville (@Etoile_BV) 4 mai 2024"
SECOND = "⏱️ 45’ | #BRUSOL 1️⃣-0️⃣\n— Racing Solane (@RacingSolane) 4 mai 2024"


def only(text, *, language="fr"):
    [post] = find_posts(Copy(text), language=language)
    return post


@pytest.mark.parametrize("variant", FRENCH)
def test_post_in_french_copy(variant):
    shown, told = FRENCH[variant]

    found = find_posts(Copy(unmarked(shown)), language="fr")

    assert [told_of_post(post) for post in found] == [told]
    assert spans(found) == marked(shown)


@pytest.mark.parametrize("variant", ENGLISH)
def test_post_in_english_copy(variant):
    shown, told = ENGLISH[variant]

    found = find_posts(Copy(unmarked(shown)), language="en")

    assert [told_of_post(post) for post in found] == [told]
    assert spans(found) == marked(shown)


@pytest.mark.parametrize(("language", "text"), NO_POSTS)
def test_prose_is_no_post(language, text):
    assert find_posts(Copy(text), language=language) == []


def test_posts_in_a_row_end_where_the_next_begins():
    found = find_posts(Copy(f"Le match.\n{FIRST}\n{SECOND}\nFin."), language="fr")

    assert spans(found) == [
        (10, 10 + len(FIRST)),
        (11 + len(FIRST), 11 + len(FIRST + SECOND)),
    ]
    assert [post.handle for post in found] == ["Etoile_BV", "RacingSolane"]


def test_words_of_a_post_are_kept_as_posted_without_its_picture():
    post = only(
        "Fin.\n🔥 𝗖𝗲 𝘀𝗼𝗶𝗿 1️⃣ 𝗯𝘂𝘁 pic.twitter.com/Ab12cd34Ef\n— A (@a) 4 mai 2024"
    )

    assert post.text == "🔥 𝗖𝗲 𝘀𝗼𝗶𝗿 1️⃣ 𝗯𝘂𝘁"
    assert post.readable_text == "🔥 Ce soir 1 but"
    assert post.pictures == ("Ab12cd34Ef",)


def test_words_on_both_sides_of_the_attribution_are_the_post():
    post = only("Fin.\n🔥 Avant — A (@a) 4 mai 2024 après pic.twitter.com/Ab12cd34Ef")

    assert post.text == "🔥 Avant  après"


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [
        ("en", "🔥 Tout reste à faire pour la finale", "fr"),
        ("fr", "🔥 All to play for in the second leg", "en"),
        ("fr", "🔥 La squadra è nella finale con il cuore", "it"),
        ("en", "🔥 1-0", "en"),
    ],
)
def test_post_has_a_language_of_its_own(language, words, spoken):
    post = only(f"{words}\n— Club (@club) 4 mai 2024", language=language)

    assert post.language == spoken


def test_post_in_another_language_needs_no_mark_to_begin():
    prose = "They had waited for this all season, and it was worth the wait."
    post = only(
        f"{prose}\nMerci à tous pour ce match et pour la fête dans les tribunes."
        "\n— Étoile (@Etoile_BV) 4 mai 2024",
        language="en",
    )

    assert post.start == len(prose) + 1


def test_start_is_not_sought_beyond_a_quote_that_somebody_spoke():
    prose = "« On a eu peur », a dit Paul #Varenne."
    post = only(f"{prose}\nMerci à vous\n— Étoile (@Etoile_BV) 4 mai 2024")

    assert post.start == len(prose) + 1


def test_start_is_at_most_twelve_lines_up():
    lines = [f"#{number} ligne" for number in range(20)]
    post = only("\n".join(lines) + " — Étoile (@Etoile_BV) 4 mai 2024")

    assert post.text.splitlines() == lines[-12:]


def test_start_is_not_sought_beyond_four_lines_without_a_mark():
    plain = "une ligne sans rien\n"
    copy = f"#loin\n{plain * 4}#ici et là\n— Étoile (@Etoile_BV) 4 mai 2024"

    assert only(copy).start == copy.index("#ici")


def test_address_under_a_post_gives_it_its_id():
    copy = f"{FIRST}\nhttps://x.com/Etoile_BV/status/1786140000000000000\nFin."

    post = only(copy)

    assert (post.external_id, post.end) == ("1786140000000000000", len(copy) - 5)


def test_address_of_a_stranger_under_a_post_is_another():
    copy = f"{FIRST}\nhttps://x.com/RacingSolane/status/1786140000000000000"

    found = find_posts(Copy(copy), language="fr")

    assert [post.handle for post in found] == ["Etoile_BV", "RacingSolane"]


@pytest.mark.parametrize(
    ("handle", "provider"),
    [
        ("Etoile_BV", "x"),
        ("etoile.bsky.social", "bluesky"),
        ("etoile@sports.example", "mastodon"),
    ],
)
def test_shape_of_a_handle_tells_its_network(handle, provider):
    post = only(f"🔥 Merci\n— Étoile (@{handle}) 4 mai 2024")

    assert (post.handle, post.provider) == (handle, provider)


def test_impossible_date_is_left_for_a_person():
    assert only("🔥 Merci\n— Étoile (@Etoile_BV) 31 avril 2024").posted_on is None


def test_date_may_have_its_hour():
    post = only("🔥 Merci\n— Étoile (@Etoile_BV) le 4 mai 2024 à 21h05")

    assert post.posted_on == date(2024, 5, 4)
    assert post.text == "🔥 Merci"
