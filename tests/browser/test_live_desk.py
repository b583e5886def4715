"""A live match run from the desk, with its readers and its other operators."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from playwright.sync_api import expect

from matches.models import Appearance, Match, MatchEvent, MatchMove
from tests.browser.test_accessibility import grave
from tests.browser.waiting import ready
from tests.factories import make_match, make_member, make_person, make_stage, make_team

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "a secret for the desk"
SCORE = "live-board [data-score]"
SENT = "live-status[data-state=sent]"
HELD = "live-status[data-state=away]"
FORM = "live-form dialog"
CHOSEN = "[role=listbox]:not([hidden]) [aria-selected=true]"
WITHIN = 15_000  # milliseconds in which a reader has every event
# When each event came before the reader.
WATCH = """
    window.seen = {};
    const note = () => {
        for (const { dataset } of document.querySelectorAll("[data-key^=event-]"))
            window.seen[dataset.key] ??= Date.now();
    };
    new MutationObserver(note).observe(document, { childList: true, subtree: true });
"""
# In one go: no frame comes between, and the field of the form keeps the focus.
CLOSE_AND_PRESS = """keys => {
    const field = document.querySelector("live-form dialog :is(input, select):focus");
    field.closest("dialog").close();
    for (const key of keys)
        field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}"""
NAMES = {"home": ["Mbemba", "Balerdi"], "away": ["Scamacca", "Lookman", "Muriel"]}


@pytest.fixture
def match(live_server):
    """A final tonight, with two men a side."""
    match = make_match(
        stage=make_stage(kind="final"),
        home=make_team("Olympique de Marseille", short_name_fr="OM"),
        away=make_team("Atalanta"),
        kickoff_at=timezone.now(),
    )
    for side, names in NAMES.items():
        for number, name in enumerate(names, start=7):
            Appearance.objects.create(
                match=match,
                team=getattr(match, side),
                person=make_person(name, known_as=name),
                part="starter",
                shirt_number=number,
            )
    return match


@pytest.fixture
def open_desk(open_profile, live_server, match):
    """Opens the live desk for someone; what it cannot reach is no fault."""

    def open_desk(name, **options):
        member = make_member("statistics desk", username=name, first_name=name)
        member.set_password(SECRET)
        member.save()
        page = open_profile(**options).new_page()
        page.context.add_cookies([session_of(member) | {"url": live_server.url}])
        page.goto(f"/admin/matches/match/{match.pk}/live/")
        expect(page.locator("live-board [data-step]").first).to_be_visible()
        return ready(page)

    return open_desk


@pytest.fixture
def desk(open_desk):
    return open_desk("Léa")


def session_of(member):
    client = Client()
    client.force_login(member)
    return {"name": "session", "value": client.cookies["session"].value}


def press(page, keys):
    for key in keys.split():
        page.keyboard.press(key)


def step(page, phase):
    """The next step, by its key, once the server has said which that is."""
    sent(page)
    press(page, "k")
    expect(page.locator(f"live-board[data-phase='{phase}']")).to_be_visible()


def enter(page, keys, *names, minute=""):
    """A side, what it did, then names by their first letters."""
    press(page, keys)
    expect(page.locator(FORM)).to_be_visible()
    if minute:
        page.fill("[name=minute]", minute)
        page.focus("#live-person")
    for name in names:
        page.keyboard.type(name)
        expect(page.locator(CHOSEN)).to_be_visible()
        press(page, "Enter")
    if not names:
        press(page, "Enter")
    expect(page.locator(FORM)).to_be_hidden()


def kick(page, key, number):
    expect(page.locator("live-shootout [data-turn]")).to_contain_text(f" {number}")
    expect(page.locator("[data-kick]:enabled")).to_have_count(4)
    press(page, key)


def has(page, score):
    expect(page.locator(SCORE)).to_have_text(score)


def sent(page):
    expect(page.locator(SENT)).to_be_visible()


def lines(page):
    return page.locator(".live-line:not(.live-line--step)")


@pytest.fixture
def reader(open_profile, match):
    """Someone who reads the page of the match, and notes when things came."""
    reader = open_profile().new_page()
    reader.add_init_script(WATCH)
    reader.goto(f"/fr/matches/{match.pk}/om-atalanta/")
    return ready(reader)


def delays(reader):
    """Milliseconds between the record of each event and its coming to the reader."""
    rows = MatchEvent.history.filter(history_type="+")
    seen = reader.evaluate("window.seen")
    return [seen[f"event-{r.id}"] - 1000 * r.history_date.timestamp() for r in rows]


def test_match_is_run_by_keyboard_from_kick_off_to_shootout(desk, reader):
    first_half(desk)
    second_half_without_a_connection(desk)
    extra_time(desk)
    shootout(desk)

    over = Match.objects.get()
    assert [str(over.full_time), str(over.extra_time)] == ["1-1", "2-2"]
    assert [over.status, str(over.shootout)] == ["finished", "3-0"]
    state = reader.locator("[data-part=score][data-status=finished]")
    expect(state).to_be_visible(timeout=WITHIN)
    assert [delay for delay in delays(reader) if delay > WITHIN] == []


def first_half(desk):
    step(desk, "first_half")
    enter(desk, "h g", "mb")
    has(desk, "1–0")
    enter(desk, "a y", "lo")
    enter(desk, "a s", "lo", "mu")
    step(desk, "half_time")
    step(desk, "second_half")
    sent(desk)


def second_half_without_a_connection(desk):
    desk.context.set_offline(True)
    enter(desk, "e b", "sca", minute="60")
    enter(desk, "d r", "8", minute="70")
    expect(desk.locator(HELD)).to_contain_text("2")
    has(desk, "1–1")
    assert MatchEvent.objects.count() == 3
    ready(desk)
    desk.context.set_offline(False)
    sent(desk)
    assert MatchEvent.objects.count() == 5


def extra_time(desk):
    for phase in ("extra_time_break", "extra_time"):
        step(desk, phase)
    enter(desk, "h p", "mb", minute="93")
    step(desk, "extra_time_half_time")
    step(desk, "extra_time_second")
    enter(desk, "a o", "mb", minute="117")
    has(desk, "2–2")
    step(desk, "shootout")
    sent(desk)


def shootout(desk):
    press(desk, "h")
    for number, key in enumerate("gmgsgw", start=1):
        kick(desk, key, number)
    has(desk, "2–2 (3–0)")
    sent(desk)
    step(desk, "")
    sent(desk)


def test_goal_of_two_operators_is_not_doubled(desk, open_desk):
    other = open_desk("Paul")
    step(desk, "first_half")
    enter(desk, "h g", "mb", minute="33")
    sent(desk)
    enter(other, "h g", minute="34")

    question = other.locator(".live-question")
    expect(question).to_contain_text("Léa")
    has(other, "1–0")
    question.locator("[data-do=same]").click()
    expect(question).to_have_count(0)
    sent(other)
    assert MatchEvent.objects.count() == 1


def test_operators_see_each_other_at_once(desk, open_desk):
    other = open_desk("Paul")
    step(desk, "first_half")
    enter(desk, "a g", "lo")

    has(other, "0–1")
    expect(lines(other)).to_contain_text("Léa")
    press(other, "u")
    enter(other, "h y", "ba")
    expect(lines(desk)).to_have_count(2)
    has(desk, "0–1")


def test_keys_pressed_as_the_form_closes_are_heard(desk):
    step(desk, "first_half")
    press(desk, "h g")
    expect(desk.locator(FORM)).to_be_visible()
    desk.evaluate(CLOSE_AND_PRESS, ["d", "r"])

    expect(desk.locator(f"{FORM} [data-title]")).to_have_text("Carton rouge, OM")


def test_both_press_half_time_and_it_is_one(desk, open_desk):
    other = open_desk("Paul")
    step(desk, "first_half")
    expect(other.locator("live-board[data-phase=first_half]")).to_be_visible()
    for page in (desk, other):
        press(page, "k")

    for page in (desk, other):
        expect(page.locator("live-board[data-phase=half_time]")).to_be_visible()
        sent(page)
    assert MatchMove.objects.filter(phase="half_time").count() == 1


def test_double_click_is_one_act(desk):
    desk.locator("live-board [data-step=kick_off]").dblclick()
    expect(desk.locator("live-board[data-phase=first_half]")).to_be_visible()
    sent(desk)
    desk.locator("[data-side=home] [data-type=goal]").dblclick()
    desk.locator("live-form [type=submit]").dblclick()

    has(desk, "1–0")
    sent(desk)
    assert [m.phase for m in MatchMove.objects.all()] == ["first_half"]
    assert MatchEvent.objects.count() == 1


def test_what_waits_survives_a_reload_and_goes_once(desk):
    step(desk, "first_half")
    sent(desk)
    desk.route("**/live/acts/", lambda route: route.abort())
    enter(desk, "h g", "mb", minute="12")
    expect(desk.locator(HELD)).to_be_visible()
    desk.reload()
    has(desk, "1–0")
    expect(lines(desk)).to_contain_text("Mbemba")
    desk.unroute("**/live/acts/")

    sent(desk)
    assert [e.clock for e in MatchEvent.objects.all()] == ["12"]


def test_answer_that_never_came_makes_no_second_goal(desk):
    step(desk, "first_half")
    sent(desk)

    def lose(route):
        route.fetch()
        route.abort()

    desk.route("**/live/acts/", lose, times=1)
    enter(desk, "h g", "mb")
    sent(desk)

    has(desk, "1–0")
    assert MatchEvent.objects.count() == 1


def test_signed_out_meanwhile_nothing_is_lost(desk):
    step(desk, "first_half")
    sent(desk)
    Session.objects.all().delete()
    enter(desk, "h g", "mb")
    desk.fill(".sign-in-again [type=password]", SECRET)
    desk.click(".sign-in-again [type=submit]")

    expect(desk.locator(".sign-in-again")).to_be_hidden()
    sent(desk)
    assert MatchEvent.objects.get().person.known_as == "Mbemba"


def test_last_act_is_undone_by_a_key_and_any_by_its_button(desk):
    step(desk, "first_half")
    enter(desk, "h g", "mb")
    enter(desk, "a g", "lo")
    enter(desk, "h y", "ba")
    sent(desk)
    press(desk, "u")
    expect(lines(desk)).to_have_count(2)
    lines(desk).filter(has_text="Mbemba").locator("[data-do=undo]").click()

    expect(lines(desk)).to_have_count(1)
    has(desk, "0–1")


def test_scorer_comes_later_and_the_var_takes_a_goal_back(desk):
    step(desk, "first_half")
    enter(desk, "h g")
    sent(desk)
    lines(desk).locator("[data-do=edit]").click()
    expect(desk.locator(FORM)).to_be_visible()
    desk.keyboard.type("7")
    expect(desk.locator(CHOSEN)).to_contain_text("Mbemba")
    press(desk, "Enter")
    expect(lines(desk)).to_contain_text("Mbemba")
    sent(desk)
    lines(desk).locator("[data-do=overturn]").click()

    has(desk, "0–0")
    sent(desk)
    goal = MatchEvent.objects.get()
    assert (goal.person.known_as, goal.cancelled_by) == ("Mbemba", "var")


def test_refused_act_says_why_and_can_be_given_up(desk):
    enter(desk, "h g", "mb")

    question = desk.locator(".live-question")
    expect(question).to_be_visible()
    question.locator("[data-do=drop]").click()
    expect(question).to_have_count(0)
    has(desk, "–")


def test_match_is_run_by_thumb(open_desk):
    phone = open_desk(
        "Léa", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    phone.tap("live-board [data-step=kick_off]")
    phone.tap("[data-side=away] [data-type=goal]")
    phone.tap("[role=option]:has-text('Lookman')")
    phone.tap("live-form [type=submit]")

    has(phone, "0–1")
    sent(phone)
    assert MatchEvent.objects.get().person.known_as == "Lookman"
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width == 390


def test_keys_are_told_and_typing_in_a_field_is_no_act(desk):
    press(desk, "?")
    expect(desk.locator(".live-help")).to_be_visible()
    press(desk, "Escape n")
    expect(desk.locator(FORM)).to_be_visible()
    desk.keyboard.type("kick h g u")
    press(desk, "Escape")

    expect(desk.locator(FORM)).to_be_hidden()
    expect(desk.locator(".live-line")).to_have_count(0)


def test_live_desk_breaks_no_rule_of_the_browser(page, live_server, match):
    session = session_of(make_member("statistics desk"))
    page.context.add_cookies([session | {"url": live_server.url}])
    page.goto(f"/admin/matches/match/{match.pk}/live/")
    ready(page)
    press(page, "k")
    sent(page)
    enter(page, "h g", "mb")

    has(page, "1–0")
    expect(page.locator(SENT)).to_be_visible()


def test_operator_hears_that_the_server_is_away(desk):
    desk.route("**/live/state/", lambda route: route.abort())
    expect(desk.locator("live-status[data-state=stale]")).to_be_visible()
    desk.unroute("**/live/state/")

    sent(desk)


def test_only_the_last_step_is_taken_back(desk):
    step(desk, "first_half")
    step(desk, "half_time")
    sent(desk)
    undo = desk.locator(".live-line--step [data-do=undo]")
    expect(undo).to_have_count(1)
    undo.click()

    expect(desk.locator("live-board[data-phase=first_half]")).to_be_visible()
    expect(desk.locator(".live-line--step")).to_have_count(1)


def test_clock_is_put_right_by_a_button(desk):
    step(desk, "first_half")
    clock = desk.locator("live-board [data-clock]")
    expect(clock).to_have_text("1’")
    for _minute in range(2):
        desk.locator("[data-shift='1']").click()

    expect(clock).to_have_text("3’")
    sent(desk)
    expect(clock).to_have_text("3’")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dialogs_of_the_live_desk_keep_nobody_out(desk, scheme):
    desk.emulate_media(color_scheme=scheme)
    step(desk, "first_half")
    enter(desk, "h g", "mb")
    sent(desk)
    press(desk, "h s")
    expect(desk.locator(FORM)).to_be_visible()
    assert grave(desk, "form") == []
    press(desk, "Escape ?")
    expect(desk.locator(".live-help")).to_be_visible()

    assert grave(desk, "help") == []
