import pytest
from django.urls import reverse

from matches.models import Appearance, Match, MatchMove
from tests.factories import KICK_OFF, make_match, make_member, make_person
from tests.matches.forms import posted
from tests.matches.scores import scores

REASON = "override_reason"


@pytest.fixture
def statistics_client(client, db):
    client.force_login(make_member("statistics desk"))
    return client


@pytest.fixture
def chief_client(client, db):
    client.force_login(make_member("desk chief"))
    return client


def address(match):
    return reverse("admin:matches_match_change", args=[match.pk])


def save(client, match, **changes):
    form = posted(client.get(address(match)))
    return client.post(address(match), form | changes)


def errors(answer):
    return answer.context["adminform"].form.errors


def test_status_that_follows_is_saved_and_logged(statistics_client):
    match = make_match()

    save(statistics_client, match, status="postponed")

    match, made = Match.objects.get(), MatchMove.objects.get()
    assert (match.status, match.original_kickoff_at) == ("postponed", KICK_OFF)
    assert (made.status_before, made.status) == ("scheduled", "postponed")
    assert made.by.groups.get().name == "statistics desk"


def test_status_that_does_not_follow_is_refused_at_its_field(statistics_client):
    match = make_match(status="finished")

    answer = save(statistics_client, match, status="live")

    [said] = errors(answer)["status"]
    assert "Terminé" in said
    assert "En direct" in said
    assert Match.objects.get().status == "finished"


def test_phase_that_does_not_follow_is_refused_at_its_field(statistics_client):
    match = make_match(status="live", phase="second_half")

    answer = save(statistics_client, match, phase="first_half")

    assert list(errors(answer)) == ["phase"]


def test_reason_of_an_exception_is_for_desk_chiefs(statistics_client):
    match = make_match(status="finished")

    answer = save(statistics_client, match, status="live", **{REASON: "Si."})

    assert list(errors(answer)) == ["status"]
    assert REASON not in posted(answer)


def test_desk_chief_makes_an_exception_with_a_reason(chief_client):
    match = make_match(status="finished")

    assert list(errors(save(chief_client, match, status="live"))) == ["status"]
    save(chief_client, match, status="live", **{REASON: "Fin annoncée à tort."})

    made = MatchMove.objects.get()
    assert (made.is_override, made.reason) == (True, "Fin annoncée à tort.")
    assert Match.objects.get().status == "live"


def test_result_of_a_match_played_is_entered_at_once(statistics_client):
    match = make_match()

    save(statistics_client, match, status="finished", **scores(full_time=("1", "1")))

    assert Match.objects.get().final_score == (1, 1)


def test_end_of_a_live_match_needs_no_phase_cleared(statistics_client):
    match = make_match(status="live", phase="second_half")

    save(statistics_client, match, status="finished")

    assert (Match.objects.get().status, Match.objects.get().phase) == ("finished", "")


def test_postponed_match_is_given_its_new_date(statistics_client):
    match = make_match(status="postponed")

    answer = save(statistics_client, match, status="scheduled")
    assert list(errors(answer)) == ["kickoff_at"]

    new = {"kickoff_at_0": "09/05/2024", "kickoff_at_1": "21:00:00"}
    save(statistics_client, match, status="scheduled", **new)
    match = Match.objects.get()
    assert (match.is_rescheduled, match.original_kickoff_at) == (True, KICK_OFF)


def test_award_takes_the_score_of_the_rules(chief_client):
    match = make_match(status="finished", **scores(half_time=(1, 0), full_time=(1, 1)))

    save(chief_client, match, status="awarded", awarded_to=str(match.away_id))

    match = Match.objects.get()
    assert (match.full_time, match.half_time, match.is_walkover) == (
        (0, 3),
        None,
        False,
    )


def test_award_keeps_a_score_given_by_hand(chief_client):
    match = make_match()

    given = scores(full_time=("0", "2")) | {"awarded_to": str(match.away_id)}
    save(chief_client, match, status="awarded", **given)

    match = Match.objects.get()
    assert (match.full_time, match.is_walkover) == ((0, 2), True)


def test_award_lifted_leaves_nobody_awarded(chief_client):
    match = make_match(status="awarded", **scores(full_time=(0, 3)))
    Match.objects.update(awarded_to=match.away, is_walkover=True)

    save(chief_client, match, status="scheduled", **{REASON: "Appel gagné."})

    match = Match.objects.get()
    assert (match.awarded_to, match.is_walkover) == (None, False)


def test_extra_time_is_judged_by_the_score_of_the_form(statistics_client):
    match = make_match(status="live", phase="second_half", **scores(full_time=(1, 0)))

    level = scores(full_time=("1", "1")) | {"phase": "extra_time"}
    save(statistics_client, match, **level)

    assert Match.objects.get().phase == "extra_time"


def test_replay_is_made_with_one_button(statistics_client):
    match = make_match(status="abandoned", **scores(full_time=(4, 2)))

    answer = save(statistics_client, match, _replay="1")

    again = Match.objects.get(replay_of=match)
    assert answer.url == address(again)
    assert address(again) in statistics_client.get(address(match)).content.decode()


def test_match_not_abandoned_has_no_button_for_a_replay(statistics_client):
    match = make_match(status="finished")

    assert (
        'name="_replay"' not in statistics_client.get(address(match)).content.decode()
    )
    save(statistics_client, match, _replay="1")
    assert Match.objects.count() == 1


def test_page_tells_the_moves_and_who_made_them(chief_client):
    match = make_match()
    save(chief_client, match, status="cancelled")

    html = chief_client.get(address(match)).content.decode()
    assert "À venir → Annulé" in html


def test_page_warns_of_goals_that_do_not_add_up(statistics_client):
    match = make_match(status="finished", **scores(full_time=(1, 1)))
    match.events.create(type="goal", period="1H", minute=11, team=match.away)

    html = statistics_client.get(address(match)).content.decode()
    assert html.count('class="doubt"') == 1
    assert "1-1" in html


@pytest.mark.parametrize(
    ("status", "known"), [("scheduled", True), ("finished", False)]
)
def test_line_ups_of_a_match_to_come_are_out_when_entered(chief_client, status, known):
    match = make_match(status=status)
    player = {"match": match, "team": match.home, "person": make_person()}
    Appearance.objects.create(**player, part="starter")

    save(chief_client, match, attendance="64475")

    assert bool(Match.objects.get().lineups_at) is known


def test_new_match_may_be_entered_in_any_status(editor_client):
    other = make_match()
    add = reverse("admin:matches_match_add")

    sides = {"home": other.home_id, "away": other.away_id, "matchday": "2"}
    season = {"season": other.season_id, "stage": other.stage_id}
    form = posted(editor_client.get(add)) | sides | season | {"status": "finished"}
    answer = editor_client.post(add, form)

    assert answer.status_code == 302
    assert Match.objects.filter(status="finished").count() == 1
