"""Every page of the desk, as every role: nothing is refused, foreign or broken."""

import os
from io import StringIO
from urllib.parse import urlsplit

from django.core.management import call_command
from django.urls import Resolver404, resolve
from playwright.sync_api import sync_playwright

from newsroom.roles import roles
from tests.browser.conftest import CHROMIUM, FLAGS
from tests.factories import make_member
from tests.prove import Result
from tests.prove.newsroom import cookies_of, make_editor, served

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in this thread

SUPERUSER = "superuser"
# The policy refuses it, and the browser says so.
INLINE_STYLE = """addEventListener("DOMContentLoaded", () =>
    document.body.setAttribute("style", "color: red"))"""


def prove():
    call_command("demo", stdout=StringIO())
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for role in roles():
            yield crawl(browser, address, role)
        for language in ("fr-FR", "en-GB"):
            yield crawl(browser, address, SUPERUSER, language=language)
        yield crawl(browser, address, "reporter", is_twin=True)
        browser.close()


def crawl(browser, address, role, *, language="fr-FR", is_twin=False):
    """Follows every link of the desk to a page of a kind not yet seen."""
    context, faults = browser.new_context(locale=language), []
    user = make_editor(language) if role == SUPERUSER else make_member(role)
    context.add_cookies(
        [
            {"name": name, "value": value, "url": f"http://{address}"}
            for name, value in cookies_of(user).items()
        ]
    )
    if is_twin:
        context.add_init_script(INLINE_STYLE)
    page = watched(context.new_page(), address, faults)
    seen, queue = set(), ["/admin/"]
    while queue:
        path = queue.pop()
        if (kind := kind_of(path)) and kind not in seen:
            seen.add(kind)
            queue += visit(page, f"http://{address}{path}", faults)
    context.close()
    text = f"{role}, {language}, N={len(seen)} kinds of page, faults {len(faults)}"
    first = f" ({faults[0]})" if faults and not is_twin else ""
    return Result("crawl", f"{text}{first}", not faults and len(seen) > 1, is_twin)


def watched(page, address, faults):
    page.on("console", lambda m: faults.append(m.text) if is_fault(m) else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    home = (f"http://{address}", "data:", "blob:", "about:")
    page.on("request", lambda r: r.url.startswith(home) or faults.append(r.url))
    return page


def is_fault(message):
    """An error of the page itself; a status is told with its address."""
    refused = message.text.startswith("Failed to load resource")
    return message.type == "error" and not refused


def visit(page, address, faults):
    """The paths that a page of the desk links to."""
    response = page.goto(address)
    page.wait_for_load_state("networkidle")
    if response.status >= 400:
        faults.append(f"{response.status} {address}")
    links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    return [urlsplit(link).path for link in links]


def kind_of(path):
    """The name of the view behind a path of the desk; none elsewhere."""
    try:
        return path.startswith("/admin/") and resolve(path).view_name
    except Resolver404:
        return None
