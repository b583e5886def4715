import pytest

from articles.posts import identity, readable, searchable


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("1️⃣-1️⃣", "1-1"),
        ("1\u20e3 #️⃣ *️⃣", "1 # *"),
        ("𝗰̧𝗮", "ça"),
        ("𝗖𝗼𝗻𝘁𝗶𝗻𝘂𝗲𝘇 𝗰𝗼𝗺𝗺𝗲 𝗰̧𝗮 𝗹𝗲𝘀 𝗴𝗮𝗿𝘀", "Continuez comme ça les gars"),
        ("𝑡ℎ𝑒 𝓉𝒽ℯ 𝟙𝟚", "the the 12"),
        ("½… 2² ™ ℝ №", "½… 2² ™ ℝ №"),
        ("⏱️ 45+2’ | 🔥", "⏱️ 45+2’ | 🔥"),
    ],
)
def test_a_post_is_read_in_plain_letters_and_digits(raw, read):
    assert readable(raw) == read
    assert readable(read) == read


def test_the_real_posts_are_read_aloud(real_copy):
    text = (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")

    lines = readable(text).splitlines()

    assert "Continuez comme ça les gars 👊💙 pic.twitter.com/yzLnObGj9C" in lines
    assert "⏱️ 45+2’ | #OMAtalanta 1-1" in lines


def test_search_folds_every_form():
    assert searchable("𝗖’est 1️⃣-1️⃣ ⏱️ ½…") == "C’est 1-1 ⏱ 1⁄2..."


def post(**overrides):
    fields = {"provider": "x", "external_id": "", "handle": "OM", "day": "2024-05-02"}
    return identity(**fields | {"raw": "Quel match"} | overrides)


@pytest.mark.parametrize(
    "change", [{"handle": "om"}, {"raw": "QUEL \n 𝗺𝗮𝘁𝗰𝗵"}, {"raw": "quel match"}]
)
def test_two_captures_of_a_post_without_id_are_one(change):
    assert post(**change) == post()


@pytest.mark.parametrize(
    "change",
    [
        {"day": "2024-05-03"},
        {"handle": "Atalanta"},
        {"raw": "Quel but"},
        {"provider": "bluesky"},
        {"external_id": "1"},
    ],
)
def test_another_day_author_text_network_or_id_is_another_post(change):
    assert post(**change) != post()


def test_a_post_is_known_by_its_id_whatever_its_text():
    assert post(external_id="7") == post(external_id="7", raw="Edited", handle="OM2")
