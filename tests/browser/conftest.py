import os
import threading

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.article_form import text_of
from tests.browser.waiting import PATIENCE, ready
from tests.factories import make_member

# Playwright's own loop runs in the thread of the test, and Django would refuse to
# query beside it; the test and the live server each use the database from one thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

CHROMIUM = os.environ.get("TRIBUNE_CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # What no test asks for, and costs each of them time.
    "--in-process-gpu",
    "--disable-gpu-compositing",
    "--renderer-process-limit=1",
    "--disable-features=BackForwardCache,MediaRouter,Translate",
]
# Where nothing glides, nothing slips from under the mouse.
PROFILE = {"locale": "fr-FR", "reduced_motion": "reduce"}

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def _last_answers(transactional_db):
    """Let the live server end its work: emptying the tables would deadlock with it."""
    yield
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(timeout=5)


@pytest.fixture
def open_profile(browser, live_server):
    """Opens a profile of the browser, with cookies of its own."""
    profiles = []

    def open_profile(**options):
        given = PROFILE | {"base_url": live_server.url} | options
        profiles.append(browser.new_context(**given))
        profiles[-1].set_default_timeout(PATIENCE)
        return profiles[-1]

    yield open_profile
    for profile in profiles:
        profile.close()


@pytest.fixture
def faults():
    """What the page did that no page may; a test takes out what it provokes."""
    return []


@pytest.fixture
def page(open_profile, live_server, faults):
    """A page of its own profile; it fails its test on what no page may do.

    That is: a console error (a violated policy is one), an uncaught exception, or a
    request to another host.
    """
    page = open_profile().new_page()
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda r: foreign(r.url, live_server.url, faults))
    yield page
    page.context.close()
    assert faults == []


def foreign(address, home, faults):
    if not address.startswith((home, "data:", "blob:")):
        faults.append(f"asked another host: {address}")


@pytest.fixture
def new_article(page, client, live_server):
    """The page, with the empty form of an article open before a reporter."""
    client.force_login(make_member("reporter"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    page.goto("/admin/articles/article/add/")
    for language in ("fr", "en"):
        expect(text_of(page, language)).to_be_visible()
    return ready(page)
