"""What a test waits for before it acts, or looks."""

import time

from playwright.sync_api import expect

PATIENCE = 30_000  # milliseconds: only what fails ever takes them


def ready(page):
    """The page, once its scripts have run, and what they put off for a moment."""
    page.wait_for_load_state()
    page.evaluate("() => new Promise((next) => setTimeout(next))")
    return page


def arrive(page, selector):
    """The page that an act leads to and that alone has `selector`, once it is ready."""
    expect(page.locator(selector).first).to_be_visible()
    return ready(page)


def arrive_at(page, address):
    """The page at `address`, once it is ready, though a second click aborted the first
    way there."""
    expect(page).to_have_url(address)
    return ready(page)


def comes_to(page, read, expected):
    """Asks `read()`, of what `expect` has no words for, until it says `expected`."""
    end = time.monotonic() + PATIENCE / 1000
    while (found := read()) != expected and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert found == expected
