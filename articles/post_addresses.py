"""The addresses of posts: the network, the post, its author and its hour.

Hosts are compared whole, never searched for in a text. Nothing is fetched.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from operator import le
from urllib.parse import parse_qs, urlsplit

X_HOSTS = {
    "x.com",
    "twitter.com",
    "fxtwitter.com",
    "vxtwitter.com",
    "fixupx.com",
    "fixvx.com",
    "nitter.com",
    "nitter.net",
    "nitter.poast.org",
    "xcancel.com",
}
FACEBOOK, YOUTUBE = {"facebook.com"}, {"youtube.com", "youtube-nocookie.com"}
THREADS = {"threads.net", "threads.com"}
SUBDOMAIN = re.compile(r"^(?:www|mobile|m)\.")
LONGEST = (120, 80, 300)  # of id, handle and address
HOST = re.compile(r"(?!xn--)[a-z0-9-]+(?:\.(?!xn--)[a-z0-9-]+)*\.[a-z]{2,20}")


@dataclass(frozen=True)
class Capture:
    """What a pasted address or embed code says of a post; empty where it is silent."""

    provider: str
    external_id: str = ""
    author_name: str = ""
    author_handle: str = ""
    language: str = ""
    text_raw: str = ""
    posted_at: datetime | None = None
    posted_on: date | None = None
    picture_code: str = ""
    canonical_url: str = ""


@dataclass(frozen=True)
class Form:
    """A form of address: `path` holds (?P<id>…) and perhaps (?P<handle>…).

    `query` names the parameter that holds the id instead. `address` is the form kept,
    "" where id and handle give it. No `hosts`: any.
    """

    provider: str
    hosts: frozenset | set
    path: str
    address: str = ""
    query: str = ""

    def read(self, host, parts) -> dict | None:
        found = re.fullmatch(self.path, parts.path, re.IGNORECASE | re.ASCII)
        if found is None or (self.hosts and host not in self.hosts):
            return None
        given = {"handle": "", **found.groupdict(default="")}
        if self.query:
            given["id"] = parse_qs(parts.query).get(self.query, [""])[0]
        return given if re.fullmatch(r"[\w-]{1,80}", given["id"], re.ASCII) else None


ACCOUNT, NAME, CODE = r"@(?P<handle>[\w.-]{1,60})", r"[\w.%-]{1,80}", r"[\w-]{5,40}"
FORMS = [
    Form(
        "x",
        X_HOSTS,
        r"/(?:i/(?:web/)?status|(?P<handle>[a-z0-9_]{1,20})/status(?:es)?)"
        r"/(?P<id>[0-9]{1,20})(?:/(?:photo|video)/[0-9]{1,2})?/?",
    ),
    Form(
        "bluesky",
        {"bsky.app"},
        r"/profile/(?P<handle>[\w.:-]{3,80})/post/(?P<id>[a-z0-9]{10,20})/?",
    ),
    Form(
        "instagram",
        {"instagram.com"},
        rf"/(?:(?P<handle>(?!p/|reel/|tv/)[\w.]{{1,30}})/)?(?:p|reel|tv)/(?P<id>{CODE})/?",
        "https://www.instagram.com/p/{id}/",
    ),
    Form(
        "threads",
        THREADS,
        rf"/{ACCOUNT}/post/(?P<id>{CODE})/?",
        "https://www.threads.net/@{handle}/post/{id}",
    ),
    Form("threads", THREADS, rf"/t/(?P<id>{CODE})/?", "https://www.threads.net/t/{id}"),
    Form(
        "facebook",
        FACEBOOK,
        rf"/(?P<handle>{NAME})/(?:posts|videos)/(?:{NAME}/)?(?P<id>[a-z0-9]{{5,80}})/?",
        "https://www.facebook.com/{handle}/posts/{id}",
    ),
    Form(
        "facebook",
        FACEBOOK,
        r"/reel/(?P<id>[0-9]{5,20})/?",
        "https://www.facebook.com/reel/{id}",
    ),
    Form(
        "facebook", FACEBOOK, "/watch/?", "https://www.facebook.com/watch/?v={id}", "v"
    ),
    Form(
        "tiktok",
        {"tiktok.com"},
        rf"/{ACCOUNT}/(?:video|photo)/(?P<id>[0-9]{{5,20}})/?",
        "https://www.tiktok.com/@{handle}/video/{id}",
    ),
    Form("youtube", YOUTUBE, "/watch", "https://www.youtube.com/watch?v={id}", "v"),
    Form(
        "youtube",
        YOUTUBE,
        rf"/(?:shorts|live|embed)/(?P<id>{CODE})/?",
        "https://www.youtube.com/watch?v={id}",
    ),
    Form(
        "youtube",
        {"youtu.be"},
        rf"/(?P<id>{CODE})/?",
        "https://www.youtube.com/watch?v={id}",
    ),
    Form(
        "dailymotion",
        {"dailymotion.com"},
        rf"/(?:embed/)?video/(?P<id>{CODE})/?",
        "https://www.dailymotion.com/video/{id}",
    ),
    Form(
        "dailymotion",
        {"geo.dailymotion.com"},
        r"/player(?:/\w+)?\.html",
        "https://www.dailymotion.com/video/{id}",
        "video",
    ),
    Form(
        "dailymotion",
        {"dai.ly"},
        rf"/(?P<id>{CODE})/?",
        "https://www.dailymotion.com/video/{id}",
    ),
    Form(
        "mastodon",
        frozenset(),
        r"/@(?P<handle>[\w.-]{1,60}(?:@[\w.-]{3,80})?)/(?P<id>[0-9]{15,20})"
        r"(?:/embed)?/?",
        "https://{host}/@{handle}/{id}",
    ),
]


def parse_status_url(url: str) -> Capture | None:
    """The post at an address of a network or of a mirror of X; None: no post's.

    `/i/status/…` names no author, and none is invented.
    """
    host, parts = split(url.strip())
    if not host:
        return None
    found = ((form, form.read(host, parts)) for form in FORMS)
    form, given = next((pair for pair in found if pair[1]), (None, None))
    post = form and capture(form, host, **given)
    return post if post and fits(post) else None


def fits(post):
    """Whether the columns of a post can hold it."""
    lengths = map(len, (post.external_id, post.author_handle, post.canonical_url))
    return all(map(le, lengths, LONGEST))


def split(url):
    """(host without www, mobile or m; the parts), ("", …): not an address."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "", None
    host = SUBDOMAIN.sub("", parts.hostname or "")
    is_plain = parts.scheme in {"http", "https"} and port in {None, 80, 443}
    is_clean = "@" not in parts.netloc and not re.search(r"[\s\x00-\x1f\\]", url)
    return (host if is_plain and is_clean and HOST.fullmatch(host) else ""), parts


def capture(form, host, *, handle, id):
    known = Capture(
        provider=form.provider,
        external_id=id,
        author_handle=handle,
        posted_at=time_of(form.provider, id),
        canonical_url=form.address.format(host=host, handle=handle, id=id),
    )
    complete = COMPLETED.get(form.provider)
    return complete(known, host) if complete else known


def of_bluesky(known, host):
    uri = f"at://{known.author_handle}/app.bsky.feed.post/{known.external_id}"
    is_did = known.author_handle.startswith("did:")
    handle = "" if is_did else known.author_handle
    return replaced(known, external_id=uri, author_handle=handle)


def of_mastodon(known, host):
    handle = known.author_handle
    handle = handle if "@" in handle else f"{handle}@{host}"
    return replaced(
        known, external_id=f"{host}/{known.external_id}", author_handle=handle
    )


def replaced(known, **changes):
    return Capture(**vars(known) | changes)


COMPLETED = {"bluesky": of_bluesky, "mastodon": of_mastodon}


def is_on(provider: str, url: str) -> bool:
    """Whether `url` leads to `provider`; Mastodon has as many hosts as it has."""
    host, _parts = split(url)
    hosts = {host for form in FORMS if form.provider == provider for host in form.hosts}
    return bool(host) and (not hosts or host in hosts)


# Ids of X before this one (4 November 2010) were counted, not made of time.
FIRST_SNOWFLAKE, EPOCH = 29_700_859_247, 1_288_834_974_657
SORTABLE = "234567abcdefghijklmnopqrstuvwxyz"  # the digits of a Bluesky id
OLDEST, NEWEST = datetime(2011, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


def snowflake_time(external_id: str) -> datetime | None:
    """The instant (UTC, milliseconds) in an id of X; None where it holds none."""
    number = int(external_id)
    if not FIRST_SNOWFLAKE <= number < 2**63:
        return None
    return instant((number >> 22) + EPOCH)


def instant(milliseconds):
    whole, rest = divmod(milliseconds, 1000)
    return datetime.fromtimestamp(whole, tz=UTC) + timedelta(milliseconds=rest)


def time_of(provider: str, external_id: str) -> datetime | None:
    """The instant in an id of X, Bluesky, Mastodon or TikTok, where it tells one."""
    bare = external_id.rpartition("/")[2].lower()
    if provider == "bluesky":
        is_sortable = len(bare) == 13 and set(bare) <= set(SORTABLE)
        return plausible(digits(bare) >> 10, per_second=10**6) if is_sortable else None
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 20):
        return None
    if provider == "x":
        return snowflake_time(bare)
    if provider == "mastodon":
        return plausible(int(bare) >> 16, per_second=1000)
    return plausible(int(bare) >> 32, per_second=1) if provider == "tiktok" else None


def digits(text):
    number = 0
    for letter in text:
        number = number * 32 + SORTABLE.index(letter)
    return number


def plausible(count, *, per_second):
    milliseconds = count * 1000 // per_second
    if not OLDEST.timestamp() <= milliseconds / 1000 < NEWEST.timestamp():
        return None
    return instant(milliseconds)
