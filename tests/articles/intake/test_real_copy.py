"""The two pieces that the desk receives: what must be found, and nothing else."""

from datetime import date

import pytest

from articles.intake import propose
from articles.models import Quote
from matches.models import Match, Membership, TeamAccount, TeamAlias
from tests.factories import (
    KICK_OFF,
    make_competition,
    make_match,
    make_membership,
    make_person,
    make_season,
    make_stage,
    make_tie,
)

pytestmark = pytest.mark.django_db
GASSET = ("Jean-Louis Gasset", "head_coach")
CUES = ["regretté", "déclaré", "jugé", "ajouté", "souri", "dit"]


@pytest.fixture(autouse=True)
def first_leg():
    """The tie with its other leg, a league match near, who coached and who had."""
    names = {"name_fr": "Ligue Europa", "name_en": "Europa League"}
    season = make_season(competition=make_competition(**names))
    tie = make_tie(stage=make_stage(season=season))
    first = tie.matches.get(leg=1)
    describe(first.home, first.away)
    make_match(home=first.home, kickoff_at=KICK_OFF.replace(month=4, day=28))
    return first


def describe(om, atalanta):
    om.article_fr, atalanta.name_fr = "l’", "Atalanta Bergame"
    om.short_name_en = "Marseille"
    atalanta.short_name_fr = atalanta.short_name_en = "Atalanta"
    for team, alias in ((om, "Marseille"), (atalanta, "Atalanta Bergamo")):
        TeamAlias.objects.create(team=team, name=alias)
        team.save()
    TeamAccount.objects.create(team=om, provider="x", handle="OM_Officiel")
    before, since = {"ended_on": date(2024, 2, 19)}, {"started_on": date(2024, 2, 20)}
    make_membership(person=make_person("Gennaro Gattuso"), team=om, **before)
    make_membership(person=make_person(GASSET[0]), team=om, **since)
    coach = make_person("Gian Piero Gasperini")
    make_membership(person=coach, team=atalanta, role=Membership.Role.HEAD_COACH)


@pytest.fixture
def french(real_copy):
    return (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")


@pytest.fixture
def english(real_copy):
    return (real_copy / "en-report.txt").read_text(encoding="utf-8")


def test_six_quotes_with_their_cues_are_all_the_coachs(french):
    quotes = propose(french).quotes

    assert [quote.cue for quote in quotes] == CUES
    assert [quote.kind for quote in quotes] == [Quote.Kind.PARTIAL, *["full"] * 5]
    assert {(quote.speaker.full_name, quote.role) for quote in quotes} == {GASSET}


def test_quotes_are_cut_from_mark_to_mark(french):
    for quote in propose(french).quotes:
        assert french[quote.start : quote.end] == quote.text
        assert french[quote.start - 2 : quote.start].strip() == "«"
        assert french[quote.end : quote.end + 2].strip() == "»"


def test_quotes_are_of_the_press_conference_and_continue(french):
    quotes = propose(french).quotes

    assert {quote.occasion for quote in quotes} == {"press_conference"}
    assert [quote.continues for quote in quotes] == [None, 0, 1, 2, 3, 4]


def test_post_stands_between_the_second_and_the_third_full_quote(french, first_leg):
    proposal = propose(french)

    [post] = proposal.posts
    assert proposal.quotes[2].end < post.start < post.end < proposal.quotes[3].start
    assert french[post.start :].startswith("⏱️ 45+2’ | #OMAtalanta")
    assert french[: post.end].endswith("(@OM_Officiel) May 2, 2024")
    assert (post.handle, post.posted_on) == ("OM_Officiel", first_leg.kickoff_on)
    assert (post.minute, post.claimed_score) == ("45+2", "1-1")
    assert post.pictures == ("yzLnObGj9C",)
    assert "Continuez comme ça les gars" in post.readable_text


def test_two_last_lines_are_boilerplate(french):
    found = propose(french).boilerplate

    assert [one.text for one in found] == french.strip().splitlines()[-2:]


def test_french_body_is_the_lines_of_prose(french):
    lines = propose(french).body_text.splitlines()

    assert len(lines) == 6
    assert all("Gasset" in line or "OM" in line or "coach" in line for line in lines)


def test_english_piece_has_one_french_post_from_its_clock_on(english, first_leg):
    [post] = propose(english).posts

    assert english[post.start :].startswith("⏱️ 90+2’ | #OMAtalanta")
    assert english[: post.end].endswith("(@OM_Officiel) May 2, 2024")
    assert (post.handle, post.posted_on) == ("OM_Officiel", first_leg.kickoff_on)
    assert (post.language, post.minute, post.claimed_score) == ("fr", "90+2", "1-1")
    assert post.pictures == ("Uf808nwY2y",)


def test_thirteen_lines_of_prose_are_left_in_the_english_body(english):
    proposal = propose(english)

    assert proposal.body_text.splitlines() == english.splitlines()[:13]
    assert (proposal.quotes, proposal.boilerplate) == ([], [])


@pytest.mark.parametrize(
    ("language", "file", "away"),
    [("fr", "french", "Atalanta Bergame"), ("en", "english", "Atalanta")],
)
def test_first_leg_is_first_among_the_fixtures(
    request, language, file, away, first_leg
):
    proposal = propose(request.getfixturevalue(file))

    first = proposal.as_json()["fixtures"][0]
    assert (proposal.language, first["id"]) == (language, first_leg.pk)
    assert (first["home"], first["away"]) == ("Olympique de Marseille", away)
    assert first["date"] == "2024-05-02"
    assert Match.objects.count() == 3
