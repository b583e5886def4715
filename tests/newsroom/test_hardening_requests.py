"""Whatever is asked of whatever address, nothing breaks (promises D9, H2, H4, D11)."""

import re
from itertools import cycle

import pytest
from django.utils.http import urlencode

from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_person,
    make_photo,
    make_post,
    make_quote,
    make_team,
    publish,
)

from .addresses import every_address

pytestmark = pytest.mark.django_db

TEXTS = [
    "\0",
    "'\"><script>alert(1)</script>",
    "' OR 1=1 --",
    "%00%ff%c0%ae",
    "\ud83d".encode("utf-8", "surrogatepass"),
    b"\xff\xfe\xc0\xaf",
    "\u202e\u2066\ufeff\uffff\x85",
    "-1",
    "9" * 400,
    "1e999",
    "NaN",
    "٣",
    "2024-02-31",
    "0000-00-00T99:99",
    "a" * 5000,
    "{{7*7}}{% debug %}",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "e" + "\u0301" * 300,
]
HARSH = ("\0'\"><b>", b"\xff\xed\xa0\xbd", "9" * 400)
NAMES = [
    "after", "all", "at", "before", "from", "key", "kind", "language", "match",
    "name", "next", "page", "q", "season", "team", "to", "x[]", "__class__", "\0",
]  # fmt: skip
HEADERS = ["accept-language", "cookie", "if-modified-since", "if-none-match", "range"]
HEADERS += ["referer", "user-agent", "x-forwarded-for", "accept", "accept-encoding"]
DESK_NAMES = ["o", "p", "all", "e", "_popup", "_to_field", "_changelist_filters"]
DESK_NAMES += ["article", "language", "kind", "q", "tab", "version", "at", "next"]
BODIES = [
    b"",
    b"[]",
    b"\xff\xfeNaN",
    b"[" * 100_000,
    b'{"fields": {"title_fr": "\\u0000\\ud83d"}, "tab": "\\u0000", "turn": -1}',
    b'{"fields": 1, "tab": [], "turn": NaN, "seen_version": 1e999}',
    b'{"act": "goal", "key": "\\ud83d", "minute": "NaN", "match": {"pk": []}}',
    b'{"field": "\\u0000", "tab": "' + b"a" * 20 + b'", "leaving": "x"}',
]


# Django's own pages, which read no JSON, and the end of the login.
STOCK = re.compile(
    r"/(?:add|change|delete|history|logout|password)/$|^/admin/\w+/\w+/$"
)


@pytest.fixture
def scene():
    """One record of each kind, each under the number that addresses are tried with."""
    match = make_match(pk=1)
    shown = [make_quote(pk=1), make_post(pk=1), make_photo(pk=1), match]
    body = "<p>Un texte.</p>" + "".join(map(embed, shown))
    article = make_article(pk=1, match=match, body_fr=body, lead_photo=shown[2])
    make_edition(pk=1, article=article)
    make_team(slug="x")
    make_person(slug="x")
    publish(article)
    return article


def of_readers():
    return sorted(a for a in every_address() if not a.startswith(("/admin/", "/acc")))


def of_the_desk():
    return sorted(a for a in every_address() if a.startswith("/admin/"))


def broken(client, asked):
    """Of `asked` (address, options), those that the server fails on."""
    return [
        (address, options)
        for address, options in asked
        if client.get(address, **options).status_code >= 500
    ]


@pytest.fixture
def reader(client):
    client.raise_request_exception = False
    return client


@pytest.fixture
def chief(editor_client):
    editor_client.raise_request_exception = False
    return editor_client


def test_no_question_breaks_a_page_of_readers(reader, scene):
    asked = [
        (f"{address}?{urlencode(dict.fromkeys(NAMES, text))}", {})
        for address in of_readers()
        if not address.startswith("/en/")  # the same views
        for text in TEXTS
    ]
    assert len(asked) > 300

    assert broken(reader, asked) == []


def test_no_path_breaks_the_site(reader, scene):
    places = ["/%s/", "/fr/%s/", "/en/articles/1/%s/", "/fr/teams/%s/", "/media/%s"]
    places += ["/fr/articles/%s/x/", "/fr/preview/%s/", "/fr/matches/%s/"]
    places += ["/en/people/%s/", "/fr/competitions/%s/%s/", "/static/%s", "/admin/%s"]
    texts = [text if isinstance(text, bytes) else text.encode() for text in TEXTS]
    quoted = ["".join(f"%{byte:02x}" for byte in text) for text in texts]

    asked = [(place.replace("%s", text), {}) for place in places for text in quoted]

    assert broken(reader, asked) == []


def test_no_header_breaks_an_answer(reader, db):
    said = [
        text.decode("latin-1") if isinstance(text, bytes) else text for text in TEXTS
    ]
    said = [text.encode().decode("latin-1", "replace") for text in said]

    asked = [
        (page, {"headers": {name: text}})
        for page in ("/", "/fr/matches/", "/media/photos/x")
        for name in HEADERS
        for text in said
    ]

    assert broken(reader, asked) == []


def test_no_question_breaks_a_page_of_the_desk(chief, scene):
    asked = [
        (f"{address}?{urlencode(dict.fromkeys(DESK_NAMES, text))}", {})
        for address, text in zip(of_the_desk(), cycle(HARSH), strict=False)
        if "logout" not in address
    ]

    assert broken(chief, asked) == []


def test_no_search_breaks_a_list_of_the_desk(chief, scene):
    lists = [a for a in of_the_desk() if a.count("/") == 4]
    texts = ["\0", b"\xff\xed\xa0\xbd", "%_\\'\"", "\u202e" + "é" * 300]

    asked = [(f"{a}?{urlencode({'q': t})}", {}) for a in lists for t in texts]

    assert broken(chief, asked) == []


@pytest.mark.parametrize("body", BODIES, ids=lambda body: repr(body[:12]))
def test_no_body_breaks_an_address_of_the_desk(chief, scene, body):
    addresses = [a for a in of_the_desk() if not STOCK.search(a)]

    answers = {
        address: chief.post(address, body, content_type="application/json").status_code
        for address in addresses
    }

    assert {a: status for a, status in answers.items() if status >= 500} == {}


def test_what_breaks_is_seen(reader, monkeypatch):
    monkeypatch.setattr("newsroom.views.status.HttpResponse", None)

    assert broken(reader, [("/healthz", {})]) == [("/healthz", {})]
