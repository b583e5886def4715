import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.conf.urls.i18n import LocalePrefixPattern
from django.urls import URLPattern, get_resolver

from .stories import STATES, Changed, Scene, Withdrawn

# Long enough that no random token or picture holds one.
MARKER = re.compile("zq[a-z]{7,}")
LINK = re.compile(
    r'(?:(?:href|src|action)="|content="(?=http)|Location\': \')([^"\']+)'
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories():
    scene = Scene.made()
    return [state(code, scene) for state in STATES for code in ("fr", "en")]


def routes(patterns=None, prefix=""):
    """Every route of the site but those of the admin."""
    for pattern in patterns or get_resolver().url_patterns:
        is_prefix = isinstance(pattern.pattern, LocalePrefixPattern)
        route = prefix + ("<language>/" if is_prefix else str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield route
        elif route not in {"admin/", "accounts/"}:
            yield from routes(pattern.url_patterns, route)


def addresses(stories):
    """Route → every address of it that a stranger could guess."""
    scene = stories[0].scene
    match, season = scene.match, scene.match.season
    team = f"/%s/teams/{match.home.slug}/"
    competition = f"/%s/competitions/{season.competition.key}/{season.slug}/"
    return {
        "": ["/"],
        "robots.txt": ["/robots.txt"],
        "healthz": ["/healthz"],
        "readyz": ["/readyz"],
        "media/<path:path>": ["/media/", "/media/photos/"],
        "<language>/": ["/%s/"],
        "<language>/articles/": ["/%s/articles/", *of_lists(stories)],
        "<language>/articles/<int:pk>/<slug:slug>/": list(of_stories(stories)),
        "<language>/articles/<int:pk>/<slug:slug>": [
            address.removesuffix("/") for address in of_stories(stories)
        ],
        "<language>/corrections/": ["/%s/corrections/"],
        "<language>/authors/<slug:slug>/": ["/%s/authors/lea/"],
        "<language>/preview/<str:token>/": ["/%s/preview/1/", "/%s/preview/guessed/"],
        "<language>/matches/": ["/%s/matches/"],
        "<language>/matches/<day:day>/": [f"/%s/matches/{match.kickoff_on}/"],
        "<language>/matches/<int:pk>/live/": [f"/%s/matches/{match.pk}/live/"],
        "<language>/matches/<int:pk>/<slug:slug>/": [f"/%s/matches/{match.pk}/x/"],
        "<language>/teams/<slug:slug>/": [team],
        "<language>/teams/<slug:slug>/calendar.ics": [f"{team}calendar.ics"],
        "<language>/people/<slug:slug>/": [f"/%s/people/{scene.speaker.slug}/"],
        "<language>/competitions/<slug:key>/<slug:season>/": [competition],
        "<language>/competitions/<slug:key>/<slug:season>/calendar.ics": [
            f"{competition}calendar.ics"
        ],
    }


def of_lists(stories):
    yield from (f"/%s/articles/?before={story.article.pk}" for story in stories)
    yield "/%s/articles/?kind=report"


def of_stories(stories):
    for story in stories:
        yield f"/%s/articles/{story.article.pk}/{story.mark('slug')}/"
        yield f"/%s/articles/{story.article.pk}/guessed/"


def starts(stories):
    every = [address for found in addresses(stories).values() for address in found]
    every += [f"/admin/articles/article/{s.article.pk}/change/" for s in stories]
    return sorted(
        {address.replace("%s", code) for address in every for code in ("fr", "en")}
    )


def crawl(client, found):
    """address → what it gives away beyond itself, following every internal link."""
    given, waiting = {}, list(found)
    while waiting:
        address = waiting.pop()
        if address not in given:
            pages = list(answers(client, address))
            given[address] = markers(*pages) - markers(address)
            waiting += [link for page in pages for link in links(address, page)]
    return given


def answers(client, address):
    """Headers and body, for both methods and both languages of a browser."""
    for code in ("fr", "en"):
        for ask in (client.get, client.head):
            response = ask(address, headers={"accept-language": code})
            body = b"".join(response)
            yield f"{response.headers}\n{body.decode(errors='replace')}"


def links(address, page):
    for link in LINK.findall(page):
        parts = urlsplit(urljoin(f"http://localhost:8000{address}", link))
        if parts.netloc == "localhost:8000" and not parts.path.startswith("/static/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")


def markers(*texts):
    return {marker for text in texts for marker in MARKER.findall(text)}


def given_away(client, stories):
    return set().union(*crawl(client, starts(stories)).values())


def test_every_public_route_is_swept(stories):
    assert set(routes()) - set(addresses(stories)) == set()


def test_no_word_of_what_is_not_public_gets_out(client, stories):
    given = crawl(client, starts(stories))

    assert {address: words for address, words in given.items() if words} == {}


def test_the_sweep_follows_readers_from_the_front_page(client, stories):
    for story in stories:
        story.come_out()

    swept = crawl(client, ["/"])

    assert {story.edition.get_absolute_url() for story in stories} <= set(swept)


def test_every_word_is_found_once_it_is_published(client, stories):
    for story in stories:
        story.come_out()

    found = given_away(client, stories)

    assert found == set().union(*(story.read for story in stories))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("known", [{}, {"if-none-match": "*"}], ids=["new", "known"])
def test_what_is_not_public_is_not_found(client, state, language, known):
    story = state(language, Scene.made())

    statuses = {
        client.get(address % language, headers=known).status_code
        for address in of_stories([story])
    }

    others = {Withdrawn: {410}, Changed: {301}}
    assert statuses == others.get(state, {404})


@pytest.mark.parametrize("state", STATES[:-1], ids=lambda state: state.__name__)
def test_the_other_language_is_not_found(client, state):
    story = state("fr", Scene.made())

    statuses = {client.get(a % "en").status_code for a in of_stories([story])}

    assert statuses == {404}
