import pytest
from playwright.sync_api import expect

from articles.models import ClubPost
from matches.models import TeamAccount
from tests.browser.waiting import arrive, ready
from tests.factories import make_match, make_team

from .test_desk import sign_in

__all__ = ["sign_in"]

CODE = (
    '<blockquote class="twitter-tweet"><p lang="fr">⏱️ 12’ | #LuneMars 1️⃣-0️⃣</p>'
    "&mdash; FC Lune (@FC_Lune) "
    '<a href="https://twitter.com/FC_Lune/status/1786140000000000000">May 2, 2024</a>'
    '</blockquote><script src="https://platform.twitter.com/widgets.js"></script>'
)

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_paste_fills_the_form_at_once_and_is_saved(page, sign_in):
    lune = make_team("Lune")
    TeamAccount.objects.create(team=lune, provider="x", handle="FC_Lune")
    match = make_match(home=lune, away=make_team("Mars"))
    sign_in("reporter")
    page.goto("/admin/articles/clubpost/add/")
    ready(page)

    page.evaluate(
        """code => {
            const box = document.querySelector("#source");
            box.value = code;
            box.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }));
        }""",
        CODE,
    )
    expect(page.locator("[name=external_id]")).to_have_value("1786140000000000000")
    expect(page.locator("[name=match]")).to_have_value(str(match.pk))
    expect(page.locator(".findings__one--agrees")).to_have_count(1)
    page.click("[name=_continue]")
    arrive(page, "#post-state")

    post = ClubPost.objects.get()
    assert (post.account.team, post.match, post.obtained) == (lune, match, "paste")
    assert f"{post.posted_at:%H:%M:%S}" == "21:05:35"
