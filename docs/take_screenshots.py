"""Takes the README's screenshots of a running demo: `make screenshots`.

Usage: python docs/take_screenshots.py [ADDRESS]   (default http://localhost:8000)
"""

import json
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
VAR = Path(os.environ.get("TRIBUNE_VAR", DOCS.parent / "var"))
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-sync"]


def main(address):
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        take_front(browser, address)
        take_article(browser, address)
        take_desk(browser, address)
        browser.close()


def chromium(playwright):
    found = os.environ.get("TRIBUNE_CHROMIUM", "/usr/bin/chromium")
    return playwright.chromium.launch(executable_path=found, args=FLAGS)


def opened(browser, address, *, width, height, scale=1):
    page = browser.new_page(
        viewport={"width": width, "height": height}, device_scale_factor=scale
    )
    page.goto(address)
    return page


def save(page, name):
    page.wait_for_load_state("networkidle")
    page.screenshot(path=DOCS / "screenshots" / f"{name}.png")


def take_front(browser, address):
    save(opened(browser, f"{address}/fr/", width=1280, height=860), "front")


def take_article(browser, address):
    page = opened(browser, f"{address}/fr/articles/", width=390, height=844, scale=2)
    page.click("text=Gasset")
    save(page, "article")


def take_desk(browser, address):
    page = opened(browser, f"{address}/admin/", width=1440, height=900)
    sign_in(page, "desk-chief")
    page.goto(f"{address}/admin/articles/article/")
    page.click("text=Gasset")
    page.wait_for_selector(".ProseMirror[contenteditable]")
    save(page, "desk")


def sign_in(page, name):
    """At the desk's door, as one of the demo's accounts."""
    accounts = json.loads((VAR / "demo-accounts.json").read_text(encoding="utf-8"))
    page.fill("[name=login]", name)
    page.fill("[name=password]", accounts[name]["password"])
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/admin/")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
