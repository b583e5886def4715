from datetime import UTC, date, datetime

import pytest

from articles.embed_codes import parse_date, parse_embed

LIVE = (
    '<blockquote class="twitter-tweet"><p lang="fr" dir="ltr">⏱️ 12’ | '
    '<a href="https://twitter.com/hashtag/ABC?src=hash&amp;ref_src=twsrc%5Etfw">#ABC</a>'
    " 1️⃣-0️⃣<br><br>Quel but de "
    '<a href="https://twitter.com/lune?ref_src=twsrc%5Etfw">@lune</a> 💪 '
    '<a href="https://t.co/XXXXXXXXXX">pic.twitter.com/Ab12cd34eF</a></p>'
    "&mdash; FC Lune (club) (@FC_Lune) "
    '<a href="https://twitter.com/FC_Lune/status/{id}?ref_src=twsrc%5Etfw">{date}</a>'
    '</blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>'
)
ON_THE_DAY = "1786140000000000000"


def live(external_id=ON_THE_DAY, printed="May 2, 2024"):
    return parse_embed(LIVE.format(id=external_id, date=printed))


def test_an_embed_code_gives_the_text_as_it_was_posted():
    assert live().text_raw == "⏱️ 12’ | #ABC 1️⃣-0️⃣\n\nQuel but de @lune 💪"
    assert live().picture_code == "Ab12cd34eF"
    assert live().language == "fr"


def test_an_embed_code_gives_the_author_and_the_id():
    assert live().author_name == "FC Lune (club)"
    assert live().author_handle == "FC_Lune"
    assert (live().provider, live().external_id) == ("x", ON_THE_DAY)


def test_the_hour_comes_from_the_id():
    assert live().posted_at == datetime(2024, 5, 2, 21, 5, 35, 533000, tzinfo=UTC)
    assert live().posted_on is None


@pytest.mark.parametrize("printed", ["9 mai 2024", "May 9, 2024"])
def test_an_id_of_another_day_leaves_the_printed_date(printed):
    assert live(printed=printed).posted_at is None
    assert live(printed=printed).posted_on == date(2024, 5, 9)


def test_a_viewer_in_another_zone_may_print_the_next_day():
    assert live(printed="May 3, 2024").posted_at is not None


def test_a_placeholder_gives_the_address_alone():
    code = (
        '<blockquote class="twitter-tweet" data-dnt="true">'
        '<a href="https://x.com/FC_Lune/status/463440424141459456"></a></blockquote>'
    )

    assert parse_embed(code).author_handle == "FC_Lune"
    assert parse_embed(code).text_raw == ""


def test_paragraphs_stay_apart():
    code = (
        '<blockquote class="twitter-tweet"><p lang="en">One</p><p>Two</p>'
        "– A B (@ab) September 23, 2024</blockquote>"
    )

    assert parse_embed(code).text_raw == "One\nTwo"
    assert parse_embed(code).posted_on == date(2024, 9, 23)


def test_a_bluesky_code_is_known_by_its_uri():
    uri = "at://did:plc:abc123/app.bsky.feed.post/3kqxyz"
    code = (
        f'<blockquote class="bluesky-embed" data-bluesky-uri="{uri}">'
        '<p lang="fr">Victoire !</p>&mdash; FC Lune '
        '(<a href="https://bsky.app/profile/x">@lune.bsky.social</a>) '
        '<a href="https://bsky.app/x">Apr 21, 2024 at 15:09</a></blockquote>'
    )

    capture = parse_embed(code)

    assert (capture.provider, capture.external_id) == ("bluesky", uri)
    assert capture.author_handle == "lune.bsky.social"
    assert capture.posted_on == date(2024, 4, 21)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "Un simple texte — Jean Dupont (Marseille)",
        "<blockquote><p>Une citation.</p></blockquote>",
        '<p class="twitter-tweet">Pas un bloc.</p>',
    ],
)
def test_what_is_no_embed_code_gives_nothing(code):
    assert parse_embed(code) is None


def test_no_markup_survives():
    code = (
        '<blockquote class="twitter-tweet"><p lang="fr">A<script>alert(1)</script>'
        '<img src=x onerror="alert(1)">B &lt;i&gt;</p></blockquote>'
    )

    assert "onerror" not in parse_embed(code).text_raw
    assert parse_embed(code).text_raw.endswith("B <i>")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("May 2, 2024", date(2024, 5, 2)),
        ("Sept. 23, 2024", date(2024, 9, 23)),
        ("18 janvier 2017", date(2017, 1, 18)),
        ("5 Mai 2014", date(2014, 5, 5)),
        ("1er mai 2024", date(2024, 5, 1)),
        ("3 août 2023", date(2023, 8, 3)),
        ("31 février 2024", None),
        ("hier", None),
    ],
)
def test_dates_are_read_in_both_languages(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (
            '<iframe src="https://mas.to/@lune/112373462745823456/embed" '
            'class="mastodon-embed"></iframe>',
            ("mastodon", "mas.to/112373462745823456", "lune@mas.to", "", ""),
        ),
        (
            '<blockquote class="mastodon-embed" data-embed-url="https://mas.to/@lune/'
            '112373462745823456/embed"><a href="https://mas.to/@lune/1123734627458234'
            '56"><div>Post by @lune@mas.to</div></a></blockquote>',
            ("mastodon", "mas.to/112373462745823456", "lune@mas.to", "", ""),
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.'
            'instagram.com/p/C6eXyZ_aB-1/?utm_source=ig_embed"><div>Voir cette '
            "publication sur Instagram</div><p>Victoire&nbsp;! 💙</p><p>Une "
            "publication partagée par FC Lune (@fc.lune)</p></blockquote>",
            ("instagram", "C6eXyZ_aB-1", "fc.lune", "FC Lune", "Victoire\xa0! 💙"),
        ),
        (
            '<blockquote class="instagram-media" data-instgrm-permalink="https://www.'
            'instagram.com/p/C6eXyZ_aB-1/"><p><a href="#">A post shared by FC Lune '
            "(@fc.lune)</a></p></blockquote>",
            ("instagram", "C6eXyZ_aB-1", "fc.lune", "FC Lune", ""),
        ),
        (
            '<blockquote class="text-post-media" data-text-post-permalink="https://www.'
            'threads.net/@lune/post/C6eXyZ_aB-1"><a href="#"><div>View on Threads</div>'
            "</a></blockquote>",
            ("threads", "C6eXyZ_aB-1", "lune", "", ""),
        ),
        (
            '<iframe src="https://www.facebook.com/plugins/post.php?href=https%3A%2F%2F'
            'www.facebook.com%2Ffclune%2Fposts%2F1234567&width=500"></iframe>',
            ("facebook", "1234567", "fclune", "", ""),
        ),
        (
            '<div class="fb-post" data-href="https://www.facebook.com/fclune/posts/1234567">'
            '<blockquote class="fb-xfbml-parse-ignore"><p>Victoire !</p>Publiée par '
            '<a href="#">FC Lune</a> sur <a href="#">Jeudi 2 mai 2024</a></blockquote>',
            ("facebook", "1234567", "fclune", "FC Lune", "Victoire !"),
        ),
        (
            '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@lune/video/'
            '7364512345678901234"><section><a href="#">@lune</a> Quel but '
            '<a href="#">#lune</a> <a href="#">♬ son original - lune</a></section>'
            "</blockquote>",
            ("tiktok", "7364512345678901234", "lune", "", "Quel but #lune"),
        ),
        (
            '<iframe width="560" src="https://www.youtube.com/embed/abc_DEF-123?si=x" '
            'title="Le résumé | Lune 2-1 Mars" allowfullscreen></iframe>',
            ("youtube", "abc_DEF-123", "", "", "Le résumé | Lune 2-1 Mars"),
        ),
        (
            '<iframe src="https://geo.dailymotion.com/player.html?video=x8abcd1">'
            "</iframe>",
            ("dailymotion", "x8abcd1", "", "", ""),
        ),
    ],
)
def test_each_network_says_what_it_says(code, told):
    found = parse_embed(code)

    names = (found.author_handle, found.author_name, found.text_raw)
    assert (found.provider, found.external_id, *names) == told


def test_a_facebook_code_gives_its_day():
    code = (
        '<div class="fb-post" data-href="https://www.facebook.com/fclune/posts/1234567">'
        "<blockquote><p>A</p>Posted by FC Lune on Thursday, 2 May 2024</blockquote>"
    )

    assert parse_embed(code).posted_on == date(2024, 5, 2)


def test_the_address_of_a_code_names_the_author_not_its_words():
    code = (
        '<blockquote class="twitter-tweet"><p>A</p>— FC Lune (@FC_Lune) '
        f'<a href="https://x.com/FC_Lvne/status/{ON_THE_DAY}">May 2, 2024</a>'
    )

    assert parse_embed(code).author_handle == "FC_Lvne"


def test_an_instagram_code_gives_the_instant_it_holds():
    code = (
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.'
        'instagram.com/p/C6eXyZ_aB-1/"><p>A post shared by FC Lune (@fc.lune) on '
        '<time datetime="2016-10-06T17:56:03+00:00">Oct 6, 2016</time></p></blockquote>'
    )

    assert parse_embed(code).posted_at == datetime(2016, 10, 6, 17, 56, 3, tzinfo=UTC)
