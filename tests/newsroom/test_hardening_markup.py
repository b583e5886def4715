"""Hostile text in every column: no page of any role lets it out (promises D6, D7)."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.utils.http import urlencode

from newsroom.roles import roles
from tests.factories import make_member
from tests.hostile_scene import EVERYWHERE, hostile_newsroom

from .addresses import every_address

pytestmark = pytest.mark.django_db

DATA = {"application/json", "application/ld+json"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data", "poster"}
RUNS = re.compile(r"(?i)[\x00-\x20]*(?:javascript|vbscript|data:text)")
STRANGE = {"zq", "object", "embed", "applet", "frame", "frameset", "portal"}


class Page(HTMLParser):
    """What a page has that no template of ours writes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults, self.data, self.kind = [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in STRANGE or any(name.startswith("on") for name in given):
            self.faults.append((tag, attrs))
        if any(RUNS.match(given.get(name) or "") for name in ADDRESSES):
            self.faults.append((tag, attrs))
        if "srcdoc" in given:
            self.faults += Page(given["srcdoc"]).faults
        self.kind = given.get("type", "script") if tag == "script" else ""
        is_known = self.kind in DATA or "src" in given or "nonce" in given
        if tag == "script" and not is_known:
            self.faults.append((tag, attrs))

    def handle_data(self, data):
        if self.kind in DATA:
            self.data.append(json.loads(data))
        self.kind = ""


def faults(client, addresses):
    found = {}
    for address in addresses:
        answer = client.get(address)
        if answer.get("Content-Type", "").startswith("text/html"):
            found[address] = Page(answer.content.decode()).faults
    assert len(found) > 10
    return {address: odd for address, odd in found.items() if odd}


def of_the_desk():
    return [a for a in every_address() if a.startswith("/admin/") and "logout" not in a]


@pytest.fixture
def stories():
    return hostile_newsroom()


@pytest.mark.parametrize("role", [*roles(), "admin"])
def test_no_page_of_the_desk_lets_a_text_out(client, stories, role):
    if role == "admin":
        client.force_login(stories[0].editions.first().release.released_by)
    else:
        client.force_login(make_member(role))

    assert faults(client, of_the_desk()) == {}


def readers_pages(stories):
    match = stories[0].links.get().match
    records = [match, match.home, match.season, match.events.first().person]
    pages = [record.get_absolute_url() for record in records]
    every = [address for address in every_address() if address[:4] in {"/fr/", "/en/"}]
    return [*pages, *(e.get_absolute_url() for e in stories[0].editions.all()), *every]


def test_no_page_of_readers_lets_a_text_out(client, stories):
    assert faults(client, readers_pages(stories)) == {}


def test_no_page_of_readers_lets_its_question_out(client, stories):
    names = ["kind", "before", "q", "page", "next", "language", EVERYWHERE]
    asked = urlencode(dict.fromkeys(names, EVERYWHERE))

    assert faults(client, [f"{a}?{asked}" for a in readers_pages(stories)]) == {}


def test_no_list_of_the_desk_lets_its_question_out(editor_client, stories):
    lists = [a for a in of_the_desk() if a.count("/") == 4]
    asked = urlencode({"q": EVERYWHERE, "_changelist_filters": EVERYWHERE})

    assert faults(editor_client, [f"{a}?{asked}" for a in lists]) == {}


def test_structured_data_says_the_title_to_the_letter(client, stories):
    edition = stories[0].editions.get(language="fr")

    page = Page(client.get(edition.get_absolute_url()).content.decode())

    assert page.data[0]["headline"] == edition.release.title


def test_what_gets_out_is_seen():
    assert Page(f'<p title="{EVERYWHERE}">').faults != []
    assert Page(f"<title>{EVERYWHERE}").faults != []
    assert Page("<a href=' java\nscript:x'>").faults == []
    assert Page("<a href=' javascript:x'><script>x</script>").faults != []
