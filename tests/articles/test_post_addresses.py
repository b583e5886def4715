from datetime import UTC, datetime

import pytest

from articles.post_addresses import is_on, parse_status_url, time_of

ID = "463440424141459456"


@pytest.mark.parametrize("host", ["x.com", "twitter.com"])
@pytest.mark.parametrize("sub", ["", "www.", "mobile.", "m."])
@pytest.mark.parametrize("path", ["FC_Lune/status", "FC_Lune/statuses"])
@pytest.mark.parametrize(
    "end", ["", "/", "?s=20&t=abc", "?ref_src=twsrc%5Etfw", "/photo/1", "/video/2?s=20"]
)
def test_every_form_of_an_address_gives_one_post(host, sub, path, end):
    post = parse_status_url(f"https://{sub}{host}/{path}/{ID}{end}")

    assert (post.provider, post.external_id) == ("x", ID)
    assert post.author_handle == "FC_Lune"


@pytest.mark.parametrize(
    "host",
    [
        "fxtwitter.com",
        "vxtwitter.com",
        "fixupx.com",
        "nitter.net",
        "X.COM",
        "Mobile.Twitter.com:443",
    ],
)
@pytest.mark.parametrize("path", ["i/status", "i/web/status"])
def test_a_mirror_and_an_address_without_author_give_the_id_alone(host, path):
    post = parse_status_url(f"http://{host}/{path}/{ID}")

    assert (post.provider, post.external_id, post.author_handle) == ("x", ID, "")


@pytest.mark.parametrize(
    ("url", "provider", "external_id", "handle", "canonical"),
    [
        (
            "https://bsky.app/profile/did:plc:abc123/post/3kqxyz7abcd2e",
            "bluesky",
            "at://did:plc:abc123/app.bsky.feed.post/3kqxyz7abcd2e",
            "",
            "",
        ),
        (
            "https://mastodon.social/@lune/112373462745823456",
            "mastodon",
            "mastodon.social/112373462745823456",
            "lune@mastodon.social",
            "https://mastodon.social/@lune/112373462745823456",
        ),
        (
            "https://mas.to/@lune@sport.example/112373462745823456/embed",
            "mastodon",
            "mas.to/112373462745823456",
            "lune@sport.example",
            "https://mas.to/@lune@sport.example/112373462745823456",
        ),
        (
            "https://www.instagram.com/reel/C6eXyZ_aB-1/?utm_source=ig_embed",
            "instagram",
            "C6eXyZ_aB-1",
            "",
            "https://www.instagram.com/p/C6eXyZ_aB-1/",
        ),
        (
            "https://www.instagram.com/fc.lune/p/C6eXyZ_aB-1/",
            "instagram",
            "C6eXyZ_aB-1",
            "fc.lune",
            "https://www.instagram.com/p/C6eXyZ_aB-1/",
        ),
        (
            "https://www.threads.com/@lune/post/C6eXyZ_aB-1?xmt=1",
            "threads",
            "C6eXyZ_aB-1",
            "lune",
            "https://www.threads.net/@lune/post/C6eXyZ_aB-1",
        ),
        (
            "https://m.facebook.com/fclune/posts/pfbid02abcDEF",
            "facebook",
            "pfbid02abcDEF",
            "fclune",
            "https://www.facebook.com/fclune/posts/pfbid02abcDEF",
        ),
        (
            "https://www.facebook.com/watch/?v=1234567890&ref=x",
            "facebook",
            "1234567890",
            "",
            "https://www.facebook.com/watch/?v=1234567890",
        ),
        (
            "https://www.tiktok.com/@lune/video/7364512345678901234?lang=fr",
            "tiktok",
            "7364512345678901234",
            "lune",
            "https://www.tiktok.com/@lune/video/7364512345678901234",
        ),
        (
            "https://youtu.be/abc_DEF-123?t=12",
            "youtube",
            "abc_DEF-123",
            "",
            "https://www.youtube.com/watch?v=abc_DEF-123",
        ),
        (
            "https://www.youtube.com/watch?list=x&v=abc_DEF-123",
            "youtube",
            "abc_DEF-123",
            "",
            "https://www.youtube.com/watch?v=abc_DEF-123",
        ),
        (
            "https://dai.ly/x8abcd1",
            "dailymotion",
            "x8abcd1",
            "",
            "https://www.dailymotion.com/video/x8abcd1",
        ),
    ],
)
def test_each_network_has_its_own_addresses(
    url, provider, external_id, handle, canonical
):
    post = parse_status_url(url)

    assert (post.provider, post.external_id) == (provider, external_id)
    assert (post.author_handle, post.canonical_url) == (handle, canonical)


@pytest.mark.parametrize(
    "url",
    [
        f"https://x.com.evil.test/FC_Lune/status/{ID}",
        f"https://x.com@evil.test/FC_Lune/status/{ID}",
        f"https://evil.test@x.com/FC_Lune/status/{ID}",
        f"https://xn--x-7ib.com/FC_Lune/status/{ID}",
        f"https://\u0445.com/FC_Lune/status/{ID}",
        f"https://x.com:8080/FC_Lune/status/{ID}",
        f"https://x.com:port/FC_Lune/status/{ID}",
        f"https://evil.test/https://x.com/FC_Lune/status/{ID}",
        f"https://evil.test/?u=https://x.com/FC_Lune/status/{ID}",
        f"https://x.com/FC_Lune/status/{ID}/../../evil",
        f"https://x.com\\@evil.test/FC_Lune/status/{ID}",
        f"https://x.com/FC_Lune\n/status/{ID}",
        f"ftp://x.com/FC_Lune/status/{ID}",
        f"//x.com/FC_Lune/status/{ID}",
        "https://x.com/FC_Lune/status/9999999999999999999999",
        "https://[x.com/FC_Lune/status/1",
        "https://youtube.com/watch?v=<script>",
        "https://youtube.com/watch",
        "https://localhost/@lune/112373462745823456",
        "https://127.0.0.1/@lune/112373462745823456",
        f"https://mas.to/@{'a' * 60}@{'b' * 60}.example/112373462745823456",
    ],
)
def test_what_only_resembles_an_address_is_none(url):
    assert parse_status_url(url) is None


@pytest.mark.parametrize(
    ("provider", "external_id", "told"),
    [
        ("x", "1087047171306856451", (2019, 1, 20, 18, 0, 16, 656000)),
        (
            "bluesky",
            "at://did:plc:a/app.bsky.feed.post/3krkqzkvxk22a",
            (2024, 5, 3, 5, 11, 3, 716000),
        ),
        ("mastodon", "mas.to/112373462745823456", (2024, 5, 2, 20, 49, 24, 261000)),
        ("tiktok", "7364512345678901234", (2024, 5, 2, 21, 9, 9)),
        ("x", "20", None),
        ("bluesky", "at://did:plc:a/app.bsky.feed.post/self", None),
        ("mastodon", "mas.to/1", None),
        ("youtube", "abc", None),
        ("x", "١٢", None),
    ],
)
def test_an_id_tells_its_hour_where_its_network_puts_it_there(
    provider, external_id, told
):
    at = time_of(provider, external_id)

    assert at == (told and datetime(*told, tzinfo=UTC))


@pytest.mark.parametrize(
    ("provider", "url", "expected"),
    [
        ("instagram", "https://www.instagram.com/p/x/", True),
        ("instagram", "https://instagram.com.evil.test/p/x/", False),
        ("mastodon", "https://any.example/@a/1", True),
        ("mastodon", "javascript:alert(1)", False),
        ("x", "https://twitter.com/a", True),
    ],
)
def test_an_address_is_of_its_network(provider, url, expected):
    assert is_on(provider, url) is expected
