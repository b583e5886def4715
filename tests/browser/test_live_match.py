from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from matches.models import Match
from tests.factories import make_event, make_match, make_person, make_team

pytestmark = pytest.mark.django_db(transaction=True)

# Ten seconds for the reader are a second for the test.
HURRY = "const wait = setTimeout; window.setTimeout = (f, t) => wait(f, t / 10);"

HIDE = """isHidden => {
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}"""


def is_question(message):
    return "/live/" in message.url


@pytest.fixture
def match(live_server):
    """OM lead nobody yet: the first half began 32 minutes ago."""
    now = timezone.now()
    return make_match(
        home=make_team("Olympique de Marseille", short_name_en="OM"),
        away=make_team("Atalanta"),
        kickoff_at=now - timedelta(minutes=32),
        status=Match.Status.LIVE,
        phase=Match.Phase.FIRST_HALF,
        phase_started_at=now - timedelta(minutes=32, seconds=10),
        full_time_home=0,
        full_time_away=0,
    )


@pytest.fixture
def reader(page, match):
    page.add_init_script(HURRY)
    page.goto(f"/en/matches/{match.pk}/om-atalanta/")
    return page


def score(match, scorer, **overrides):
    match.full_time_home += 1
    match.save()
    return make_event(match=match, team=match.home, person=scorer, **overrides)


def test_goal_reaches_the_reader_without_a_reload(reader, match):
    reader.evaluate("window.isSamePage = true")

    score(match, make_person("Chancel Mbemba"), minute=20)

    expect(reader.locator(".timeline__event.is-goal")).to_contain_text("Mbemba")
    expect(reader.locator(".scorebox__score .score")).to_have_text("1-0")
    assert reader.evaluate("window.isSamePage")


def test_goal_is_said_once_and_politely(reader, match):
    said = reader.locator("live-match [role=status]").first

    goal = score(match, make_person("Chancel Mbemba"), minute=20)

    expect(said).to_have_text("Goal for OM: Mbemba, 20th minute. OM 1, Atalanta 0.")
    reader.evaluate("said => { said.textContent = '' }", said.element_handle())
    goal.note_en = "With his head."
    goal.save()
    expect(reader.locator(".timeline")).to_contain_text("With his head.")
    expect(said).to_have_text("")


def test_questions_about_an_unchanged_match_are_answered_304(reader):
    statuses = []
    for _question in range(4):
        with reader.expect_response(is_question) as question:
            pass
        statuses.append(question.value.status)

    assert statuses == [304] * 4


def test_reader_is_told_since_when_nothing_came(reader, faults):
    stale = reader.locator(".live-match__stale")

    reader.context.set_offline(True)
    expect(stale).to_contain_text("Not refreshed since ")
    reader.context.set_offline(False)

    expect(stale).to_have_text("")
    faults.clear()  # the questions that met no network


def test_clock_ticks_between_questions(reader):
    clock = reader.locator(".scorebox__clock")
    began = "(clock, ago) => { clock.dataset.since = new Date(Date.now() - ago) }"

    clock.evaluate(began, 630_000)
    expect(clock).to_have_text("11th minute")
    clock.evaluate(began, 46.5 * 60_000)
    expect(clock).to_have_text("45+2")


def test_questions_end_with_the_match(reader, match):
    match.status, match.phase = "finished", ""
    match.save()

    expect(reader.locator("live-match [role=status]").first).to_have_text(
        "Full time. OM 0, Atalanta 0."
    )
    is_over = "() => document.querySelector('live-match').wait() === null"
    reader.wait_for_function(is_over)


def test_focus_stays_where_it_was(reader, match):
    team = reader.locator(".scorebox__team").last
    team.focus()

    score(match, make_person("Chancel Mbemba"), minute=20)

    expect(reader.locator(".timeline__event.is-goal")).to_contain_text("Mbemba")
    expect(team).to_be_focused()


def test_page_asks_nothing_while_it_is_hidden(page, match):
    asked = []
    page.clock.install()
    page.goto(f"/en/matches/{match.pk}/om-atalanta/")
    with page.expect_response(is_question):
        page.clock.run_for(10)
    page.evaluate(HIDE, arg=True)
    page.on("request", lambda request: asked.append(request.url))

    page.clock.run_for(60_000)

    assert asked == []
    with page.expect_request(is_question):
        page.evaluate(HIDE, arg=False)
        page.clock.run_for(10)


def test_first_view_of_a_live_match_takes_eight_requests_at_most(page, match):
    requests = []
    page.on("request", lambda request: requests.append(request.url))

    with page.expect_response(is_question):
        page.goto(match.get_absolute_url())

    assert len([url for url in requests if "/live/" not in url]) <= 8
