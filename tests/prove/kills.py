"""The browser is killed while someone types: the text is offered back."""

import os
import signal
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from random import Random

from playwright.sync_api import Error, sync_playwright

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.factories import make_article
from tests.prove import Result
from tests.prove.newsroom import cookies_of, make_editor, served

SEED = 502
KILLS = 20
PACE = 0.2  # five characters a second
MOST = 5.0  # seconds of typing that may be missing
EDITOR = ".fieldBox.field-body_fr .ProseMirror[contenteditable]"
BEFORE = "Le texte français."
SENTENCE = "Les mots que la page doit rendre, un par un, "

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in this thread


def prove():
    with served() as address, sync_playwright() as playwright:
        yield kills(playwright, address, times=KILLS)
        yield kills(playwright, address, times=3, is_twin=True)


def kills(playwright, address, *, times, is_twin=False):
    """The twin is the same page without the script that keeps what is typed."""
    chance = Random(SEED)
    editor = make_editor("twin" if is_twin else "killed")
    missing = [
        missing_after_kill(playwright, address, editor, chance, is_kept=not is_twin)
        for _kill in range(times)
    ]
    back = [seconds for seconds in missing if seconds is not None]
    worst = f"{max(back):.1f} s" if back else "all"
    text = f"N={times} kills, seed {SEED}, back {len(back)}, most missing {worst}"
    held = len(back) == times and max(back) <= MOST
    return Result("kills", text, held, is_twin)


def missing_after_kill(playwright, address, editor, chance, *, is_kept):
    """Seconds of typing that are not offered back; None: nothing is."""
    article = make_article(kind="report")
    path = f"http://{address}/admin/articles/article/{article.pk}/change/"
    cookies = [
        {"name": name, "value": value, "url": f"http://{address}"}
        for name, value in cookies_of(editor).items()
    ]
    typed = type_until_killed(playwright, path, cookies, chance, is_kept=is_kept)
    offered = offered_by(playwright, path, cookies)
    if not offered:
        return None
    assert typed.startswith(offered), (typed, offered)
    return (len(typed) - len(offered)) * PACE


def type_until_killed(playwright, path, cookies, chance, *, is_kept):
    """Types until kill -9 at a random instant; gives what was typed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=CHROMIUM, args=FLAGS
        )
        context.add_cookies(cookies)
        page = context.new_page()
        if not is_kept:
            page.route("**/auto-save*.js", lambda route: route.abort())
        page.goto(path)
        page.click(EDITOR)
        page.keyboard.press("Control+End")
        typed = type_for(page, chance.uniform(4, 12))
        os.killpg(os.getpgid(process_of(profile)), signal.SIGKILL)
        with suppress(Error):  # it is dead, and says so or not
            context.close()
        return typed


def process_of(profile):
    """The oldest process that was told of `profile`: the browser itself."""
    told = f"--user-data-dir={profile}".encode()
    return min(
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if told in path.read_bytes()
    )


def type_for(page, seconds):
    typed, start = "", time.monotonic()
    while (now := time.monotonic() - start) < seconds:
        if now < len(typed) * PACE:
            time.sleep(0.01)
            continue
        letter = SENTENCE[len(typed) % len(SENTENCE)]
        page.keyboard.type(letter)
        typed += letter
    return typed


def offered_by(playwright, path, cookies):
    """The words that the form, opened again, has once its offer is taken."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    context = browser.new_context()
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto(path)
    page.wait_for_load_state("networkidle")
    if page.locator(".kept-work__offer").count():
        page.click(".kept-work__buttons button:first-child")
    words = page.locator(EDITOR).inner_text()
    browser.close()
    return words.strip().removeprefix(BEFORE)
