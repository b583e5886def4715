from datetime import UTC, datetime

import pytest

from articles.posts import (
    claim,
    identity,
    parse_status_url,
    readable,
    searchable,
    snowflake_time,
)


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


@pytest.mark.parametrize(
    "address",
    [
        "https://twitter.com/FC_Lune/status/463440424141459456",
        "https://x.com/FC_Lune/status/463440424141459456?s=20&t=abc",
        "http://www.twitter.com/FC_Lune/statuses/463440424141459456/photo/1",
        "https://mobile.twitter.com/FC_Lune/status/463440424141459456/video/1?s=20",
        "https://fxtwitter.com/FC_Lune/status/463440424141459456",
        "https://vxtwitter.com/FC_Lune/status/463440424141459456/",
        "https://fixupx.com/FC_Lune/status/463440424141459456",
        " https://nitter.net/FC_Lune/status/463440424141459456#m ",
    ],
)
def test_every_address_of_a_post_gives_its_author_and_id(address):
    post = parse_status_url(address)

    assert (post.author_handle, post.external_id) == ("FC_Lune", "463440424141459456")
    assert post.posted_at == datetime(2014, 5, 5, 22, 9, 42, 79000, tzinfo=UTC)


@pytest.mark.parametrize("path", ["i/status", "i/web/status"])
def test_an_address_without_a_handle_names_no_author(path):
    assert (
        parse_status_url(f"https://x.com/{path}/463440424141459456").author_handle == ""
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/FC_Lune",
        "https://x.com.evil.example/FC_Lune/status/1",
        "https://x.com@evil.example/FC_Lune/status/1",
        "https://evilx.com/FC_Lune/status/1",
        "https://x.com/FC_Lune/status/١٢",
        "https://x.com/FC_Lune/status/1 et un mot",
        "javascript:https://x.com/FC_Lune/status/1",
        "",
    ],
)
def test_other_addresses_are_no_post(address):
    assert parse_status_url(address) is None


@pytest.mark.parametrize(
    ("external_id", "instant"),
    [
        ("1087047171306856451", datetime(2019, 1, 20, 18, 0, 16, 656000, tzinfo=UTC)),
        ("704420904437043200", datetime(2016, 2, 29, 21, 40, 5, 782000, tzinfo=UTC)),
        ("463440424141459456", datetime(2014, 5, 5, 22, 9, 42, 79000, tzinfo=UTC)),
        ("1785821503288246272", datetime(2024, 5, 2, tzinfo=UTC)),
        ("29700859246", None),
        ("99999999999999999999", None),
    ],
)
def test_an_id_of_x_holds_its_instant(external_id, instant):
    assert snowflake_time(external_id) == instant


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("⏱️ 90+2’ | #ABC 1️⃣-1️⃣", (90, 2, 1, 1)),
        ("⏱ 45' | #ABC 1️⃣0️⃣–0️⃣", (45, None, 10, 0)),
        ("⏱️ 90+2’ | Un but", None),
    ],
)
def test_a_live_post_gives_its_minute_and_score(text, given):
    assert claim(text) == given


def test_an_address_of_bluesky_gives_the_author():
    post = parse_status_url(
        "https://bsky.app/profile/lune.bsky.social/post/3kqxyz7abcd2e"
    )

    assert (post.provider, post.author_handle) == ("bluesky", "lune.bsky.social")
    assert post.external_id == "at://lune.bsky.social/app.bsky.feed.post/3kqxyz7abcd2e"
