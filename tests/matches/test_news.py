import pytest
from django.utils.translation import override

from matches.models import Score
from matches.news import news_of
from tests.factories import make_event, make_match, make_person, make_team

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    home = make_team("Olympique de Marseille", short_name_fr="OM", short_name_en="OM")
    return make_match(home=home, away=make_team("Atalanta"), status="live")


def sentence(match, *, score=None, language="en", **fields):
    event = make_event(match=match, **{"team": match.home} | fields)
    with override(language):
        news = news_of(match, event, score, language=language)
    return news and news.sentence


def test_goal_is_said_with_its_score(match):
    person = make_person("Chancel Mbemba")

    said = sentence(match, person=person, minute=20, score=Score(1, 0))

    assert said == "Goal for OM: Mbemba, 20th minute. OM 1, Atalanta 0."


def test_news_are_said_in_french_with_the_article_of_the_team(match):
    match.home.article_fr = "l’"
    match.home.save()

    said = sentence(match, language="fr", minute=20, score=Score(1, 0))

    assert said == "But pour l’OM, 20e minute. OM 1, Atalanta 0."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Goal for OM, 11th minute."),
        ({"type": "goal_disallowed"}, "Goal disallowed for OM, 11th minute."),
        ({"cancelled_by": "var"}, "Goal disallowed for OM, 11th minute."),
        ({"type": "red_card"}, "Red card for OM, 11th minute."),
        (
            {"type": "red_card", "minute": 45, "added": 2},
            "Red card for OM, 45th minute, plus 2.",
        ),
        ({"type": "red_card", "cancelled_by": "var"}, None),
        ({"type": "yellow_card"}, None),
        ({"type": "substitution"}, None),
    ],
)
def test_news_are_goals_and_sendings_off(match, fields, said):
    assert sentence(match, **fields) == said


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("own_goal", "Goal for OM: own goal by Djimsiti, 11th minute."),
        ("penalty_goal", "Goal for OM: Djimsiti, 11th minute."),
        ("second_yellow", "Red card for OM: Djimsiti, 11th minute."),
    ],
)
def test_news_name_the_person(match, kind, said):
    assert sentence(match, type=kind, person=make_person("Berat Djimsiti")) == said


def test_goal_taken_back_is_other_news(match):
    goal = make_event(match=match, team=match.home)
    before = news_of(match, goal, None, language="en")
    goal.cancelled_by = "var"

    after = news_of(match, goal, None, language="en")

    assert (before.key, after.key) == (f"goal-{goal.pk}", f"no-goal-{goal.pk}")
