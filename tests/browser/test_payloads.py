"""Hostile text in a real browser (promises D1, D6, D11, F1)."""

import pytest
from django.test import Client
from django.utils.html import escape
from django.utils.http import urlencode

from tests.articles.hostile import HOSTILE
from tests.browser.waiting import ready
from tests.factories import make_member
from tests.hostile_scene import hostile_newsroom
from tests.payloads import RAN, SAY, TEXTS

pytestmark = pytest.mark.django_db(transaction=True)

UNCLEANED = [*HOSTILE, *TEXTS]
# What a reader's hand may do, done to everything on the page and in its frames.
TOUCH = """() => {
  const touch = (root) => root?.querySelectorAll("*").forEach((element) => {
    ["mouseover", "focus", "toggle"].forEach((name) =>
      element.dispatchEvent(new Event(name)));
  });
  touch(document);
  document.querySelectorAll("iframe").forEach((frame) => touch(frame.contentDocument));
}"""


def listened(open_profile):
    """A page, and what says on its console that it ran."""
    page, said = open_profile().new_page(), []
    page.on(
        "console", lambda m: said.append(m.text) if m.text.startswith(RAN) else None
    )
    return page, said


@pytest.fixture
def policy(client):
    return client.get("/fr/")["Content-Security-Policy"]


def framed(number, text):
    """A page of its own that prints `text` as it is, and says which one ran."""
    text = text.replace("alert(1)", SAY.replace("'", "`"))
    html = f"<!doctype html><body>{text.replace(RAN, f'{RAN}-{number}')}"
    return f'<iframe srcdoc="{escape(html)}"></iframe>'


def running(open_profile, headers):
    """What runs where the page has `headers`; frames have its policy too."""
    page, said = listened(open_profile)
    frames = "".join(framed(*each) for each in enumerate(UNCLEANED))
    headers = {"content-type": "text/html; charset=utf-8", **headers}
    page.route("**/*", lambda route: route.abort())
    page.route("**/hostile", lambda route: route.fulfill(body=frames, headers=headers))
    page.goto("/hostile")
    ready(page).evaluate(TOUCH)
    ready(page)
    return {*said}


def test_the_policy_alone_stops_what_runs_without_it(open_profile, policy):
    free = running(open_profile, {})
    held = running(open_profile, {"content-security-policy": policy})

    assert len(free) > len(UNCLEANED) / 3
    assert held == set()


@pytest.fixture
def stories():
    return hostile_newsroom([TEXTS[start::4] for start in range(4)])


def addresses(stories):
    match = stories[0].links.get().match
    records = [match, match.home, match.season, match.events.first().person]
    asked = urlencode({"kind": TEXTS[0], "before": TEXTS[21], "q": TEXTS[6]})
    yield from ("/fr/", f"/fr/articles/?{asked}", f"/en/?{asked}", "/fr/authors/x/")
    yield from (record.get_absolute_url() for record in records)
    for article in stories:
        yield article.editions.get(language="fr").get_absolute_url()


def desk_addresses():
    kinds = [
        "articles/article",
        "articles/quote",
        "articles/clubpost",
        "articles/photo",
    ]
    kinds += ["matches/match", "matches/person"]
    for kind in kinds:
        yield f"/admin/{kind}/?{urlencode({'q': TEXTS[21]})}"
        yield f"/admin/{kind}/1/change/"
    yield from ("/admin/", "/admin/articles/article/1/history/")
    yield "/admin/articles/article/2/fr/preview/"
    yield "/admin/matches/match/1/live/"


def test_no_text_runs_on_a_page_of_readers(open_profile, stories):
    page, ran = listened(open_profile)

    for address in addresses(stories):
        page.goto(address)
        ready(page).evaluate(TOUCH)

    assert ran == []


def test_no_text_runs_on_a_page_of_the_desk(open_profile, stories, live_server):
    page, ran = listened(open_profile)
    client = Client()
    client.force_login(make_member("desk chief", first_name=TEXTS[0][:30]))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])

    for address in desk_addresses():
        page.goto(address)
        ready(page).evaluate(TOUCH)

    assert ran == []


ELSEWHERE = [
    "https://evil.example/", "//evil.example/", "///evil.example/", "/\\evil.example/",
    "\\\\evil.example/", "/\t/evil.example/", "/\n/evil.example", "https:evil.example",
    "https:/evil.example", "http:///evil.example", "\x01https://evil.example/",
    "javascript:alert(1)", "data:text/html,x", "https://localhost@evil.example/",
    "https://localhost.evil.example/", "//evil.example%2f@localhost/",
    "/..//evil.example", "/%5cevil.example/", "/ /evil.example", "//\u3002evil.example",
    "https://evil\uff0eexample",
    "//[::ffff:1.2.3.4]/", "////localhost/../evil.example", "?next=//evil.example",
]  # fmt: skip


def led_to(address):
    """Where each door that takes an address leads, for someone signed in and not."""
    chief = Client()
    chief.force_login(make_member("desk chief", username=""))
    for client in (Client(), chief):
        for door in ("/admin/login/", "/accounts/login/", "/accounts/logout/"):
            yield client.get(f"{door}?{urlencode({'next': address})}")
        referer = {"referer": address.encode("ascii", "ignore").decode()}
        told = {"language": "en", "next": address}
        yield client.post("/admin/language/", told)
        yield client.post("/admin/language/", {"language": "en"}, headers=referer)
        yield client.get("/", headers=referer)


def test_no_door_leads_to_another_site(page, live_server):
    places = [
        answer["Location"]
        for address in ELSEWHERE
        for answer in led_to(address)
        if answer.has_header("Location")
    ]
    page.goto("/fr/")

    hosts = page.evaluate(
        "(all) => all.map((one) => new URL(one, location.href).origin)", places
    )

    assert len(places) > 100
    assert set(hosts) == {live_server.url}
