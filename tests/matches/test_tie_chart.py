import pytest

from matches.tie_chart import tie_chart
from tests.factories import make_event, make_person, make_tie

pytestmark = pytest.mark.django_db


def goal(tie, leg, team, minute, **overrides):
    halves = {True: "1H", False: "2H"}
    fields = {"period": halves[minute <= 45], "minute": minute} | overrides
    return make_event(match=tie.leg(leg), team=team, **fields)


@pytest.fixture
def tie():
    """OM 1-1 Atalanta, Atalanta 3-0 OM, with every goal."""
    tie = make_tie()
    goal(tie, 1, tie.team_b, 11, person=make_person("Gianluca Scamacca"))
    goal(tie, 1, tie.team_a, 20, person=make_person("Chancel Mbemba"))
    for minute in (30, 52, 90):
        goal(tie, 2, tie.team_b, minute)
    return tie


def chart(tie):
    events = [e for leg in (1, 2) for e in tie.leg(leg).events.in_order()]
    return tie_chart(tie, events)


def test_goals_are_counted_on_aggregate(tie):
    counted = [(g.minute, g.goals_a, g.goals_b) for g in chart(tie).goals]

    assert counted == [(11, 0, 1), (20, 1, 1), (120, 1, 2), (142, 1, 3), (180, 1, 4)]


def test_each_team_has_a_line_that_jumps_at_its_goals(tie):
    om, atalanta = chart(tie).sides

    assert (om.goals, atalanta.goals) == (1, 4)
    assert om.path == "28,134 91,134 91,108 612,108"
    assert [step.y for step in atalanta.steps] == [108, 82, 56, 30]


def test_legs_share_the_width(tie):
    assert [(x, end) for _leg, x, end in chart(tie).legs] == [(28, 313), (327, 612)]


def test_goal_of_the_last_minute_stands_at_the_end(tie):
    assert chart(tie).sides[1].steps[-1].x == 612


def test_extra_time_lengthens_its_leg(tie):
    second = tie.leg(2)
    second.extra_time_home, second.extra_time_away = 3, 0
    second.save()

    (_first, _left, middle), _second = chart(tie).legs

    assert middle == 272


def test_goal_that_did_not_stand_is_not_drawn(tie):
    goal(tie, 1, tie.team_a, 64, cancelled_by="var")

    assert len(chart(tie).goals) == 5


def test_tie_with_a_goal_missing_has_no_chart(tie):
    tie.leg(2).events.first().delete()

    assert chart(tie) is None


def test_tie_that_goes_on_has_no_chart(tie):
    tie.leg(2).__class__.objects.filter(pk=tie.leg(2).pk).update(status="live")

    assert chart(tie) is None


def test_match_without_a_tie_has_no_chart():
    assert tie_chart(None, []) is None


def test_page_says_the_chart_in_words(client, tie):
    leg = tie.leg(2)

    html = client.get(f"/en/matches/{leg.pk}/{leg.slug}/").content.decode()

    assert "<li>OM, Mbemba 20&#x27;, first leg: 1-1</li>" in html
    assert html.count("tie-chart__goal--2") == 4
