import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from tests.browser.article_form import open_form
from tests.browser.waiting import arrive
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_match,
    make_member,
    make_person,
    make_photo,
    make_post,
    make_quote,
    make_stage,
    make_team,
    make_tie,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

LEVEL = {"status": "finished", "full_time_home": 1, "full_time_away": 1}
GRAVE = {"serious", "critical"}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


@pytest.fixture
def page(open_profile):
    """A page without our policy, which would refuse the styles axe tries."""
    return open_profile(bypass_csp=True).new_page()


@pytest.fixture
def addresses(live_server):
    """Every kind of page a reader opens, and every kind the desk does."""
    match = make_tie().leg(1)
    make_event(match=match, person=make_person("Chancel Mbemba"), team=match.home)
    final = make_stage(season=match.season, kind="final", order=9)
    make_match(stage=final, home=match.away, away=make_team("Leverkusen"))
    league = make_stage(kind="regular_season")
    played = make_match(stage=league, home=match.home, **LEVEL)
    quote = make_quote(match=match)
    shown = [quote, make_post(match=match, claimed_minute=45), make_photo(), match]
    body = "<p>Un texte.</p><h2>Intertitre</h2>" + "".join(map(embed, shown))
    article = make_article(match=match, body_fr=body, body_en=body)
    edition = publish(article, "en")
    publish(article, "fr")
    told = {"change": "correction", "note": "C’était Mbemba.", "at": timezone.now()}
    correction = publish(article, "fr", **told).release
    form = f"/admin/articles/article/{article.pk}"
    return {
        "reader": [
            "/fr/",
            correction.edition.get_absolute_url(),
            "/fr/corrections/",
            edition.get_absolute_url(),
            match.get_absolute_url(),
            match.season.get_absolute_url(),
            league.season.get_absolute_url(),
            played.get_absolute_url(),
            match.home.get_absolute_url(),
            quote.speaker.get_absolute_url(),
            f"/en/matches/{match.kickoff_on}/",
            "/en/articles/",
            "/admin/login/",
        ],
        "desk": [
            "/admin/",
            "/admin/guide/",
            "/admin/articles/article/",
            f"{form}/change/",
            f"{form}/history/",
            f"{form}/en/verb/publish/",
            f"{form}/en/correction/{correction.pk}/",
            f"{form}/en/settings/",
            f"/admin/assign/{article.pk}/",
            "/admin/front/",
            "/admin/articles/quote/",
            f"/admin/articles/quote/{quote.pk}/change/",
            f"/admin/articles/quote/{quote.pk}/correct/",
            f"/admin/articles/quote/{quote.pk}/delete/",
            f"/admin/matches/match/{match.pk}/change/",
            f"/admin/matches/match/{match.pk}/live/",
        ],
    }


@pytest.fixture
def desk(page, client, live_server):
    """The page, opened by a desk chief."""
    client.force_login(make_member("desk chief"))
    session = {"name": "session", "value": client.cookies["session"].value}
    page.context.add_cookies([session | {"url": live_server.url}])
    return page


def faults(page, address):
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return grave(page, address)


def grave(page, address):
    """What is wrong in light, and which colours are in dark: one page, both themes."""
    page.emulate_media(color_scheme="light")
    found = Axe().run(page).response["violations"]
    page.emulate_media(color_scheme="dark")
    found += Axe().run(page, options=COLOURS).response["violations"]
    return [
        (address, rule["id"], node["html"][:120])
        for rule in found
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]


def test_no_public_page_keeps_a_reader_out(page, addresses):
    found = [fault for a in addresses["reader"] for fault in faults(page, a)]

    assert found == [], "\n".join(map(str, found))


def test_no_page_of_the_desk_keeps_a_journalist_out(desk, addresses):
    found = [fault for a in addresses["desk"] for fault in faults(desk, a)]

    assert found == [], "\n".join(map(str, found))


def test_a_clash_keeps_no_journalist_out(desk):
    article = make_article()
    open_form(desk, article)
    article.title_fr, article.body_fr = "Le titre de Léa", "<p>Le texte de Léa.</p>"
    article.save()
    desk.fill("[name=title_fr]", "Le titre de Tom")
    desk.click("[name=_continue]")
    arrive(desk, ".errorlist .diff ins")
    desk.wait_for_load_state("networkidle")

    found = grave(desk, "clash")

    assert found == [], "\n".join(map(str, found))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_word_too_pale_to_read_is_found_in_both_themes(page, scheme):
    pale = {"light": "#ccc", "dark": "#444"}
    rules = "".join(
        f"@media (prefers-color-scheme: {name}) {{ html {{ background: {ground} }} "
        f"p {{ color: {pale[name] if name == scheme else ink} }} }}"
        for name, ground, ink in [("light", "#fff", "#000"), ("dark", "#000", "#fff")]
    )
    page.set_content(
        f"<html lang=fr><title>T</title><style>{rules}</style><p>Pâle.</p>"
    )

    assert grave(page, scheme) == [(scheme, "color-contrast", "<p>Pâle.</p>")]
