import pytest

from matches import notation
from matches.models import Match, MatchEvent, Team, Tie
from tests.factories import make_match, make_pairing, make_stage, make_team

OM = {"short_name_fr": "OM", "short_name_en": "Marseille", "article_fr": "l’"}


@pytest.mark.parametrize(
    ("minute", "added", "french", "english"),
    [
        (1, None, "1re", "1'"),
        (11, None, "11e", "11'"),
        (45, 2, "45e+2", "45+2'"),
        (90, 3, "90e+3", "90+3'"),
        (None, None, "", ""),
    ],
)
def test_clock_is_written_as_each_press_does(minute, added, french, english):
    event = MatchEvent(minute=minute, added=added)

    assert notation.clock(event, language="fr") == french
    assert notation.clock(event, language="en") == english


@pytest.mark.parametrize(
    ("kind", "french", "english"),
    [
        ("penalty_goal", "(s.p.)", "(pen)"),
        ("own_goal", "(c.s.c.)", "(og)"),
        ("goal", "", ""),
    ],
)
def test_penalties_and_own_goals_say_so(kind, french, english):
    event = MatchEvent(type=kind)

    assert notation.event_suffix(event, language="fr") == french
    assert notation.event_suffix(event, language="en") == english


@pytest.mark.parametrize(
    ("kind", "french", "english"),
    [
        ("shootout_scored", "réussi", "scored"),
        ("shootout_missed", "manqué", "missed"),
        ("shootout_saved", "arrêté", "saved"),
        ("shootout_post", "sur le poteau", "hit the woodwork"),
    ],
)
def test_kick_of_a_shootout_says_what_became_of_it(kind, french, english):
    event = MatchEvent(type=kind)

    assert notation.shootout_kick(event, language="fr") == french
    assert notation.shootout_kick(event, language="en") == english


def played(**scores):
    """An unsaved match; full_time=(1, 0) sets both columns."""
    match = Match(status=scores.pop("status", "finished"))
    for period, (home, away) in scores.items():
        setattr(match, f"{period}_home", home)
        setattr(match, f"{period}_away", away)
    return match


SCORES = [
    ({}, "", ""),
    ({"full_time": (1, 1), "half_time": (1, 1)}, "1-1 (1-1)", "1-1 (HT 1-1)"),
    ({"full_time": (1, 1)}, "1-1", "1-1"),
    ({"full_time": (2, 2), "extra_time": (3, 2)}, "3-2 a.p.", "3-2 aet"),
    (
        {"full_time": (1, 0), "extra_time": (1, 0), "shootout": (4, 2)},
        "1-0 a.p., 4-2 t.a.b.",
        "1-0 aet, 4-2 on pens",
    ),
    (
        {"full_time": (2, 2), "shootout": (2, 4)},
        "2-2 (2-4 t.a.b.)",
        "2-2 (2-4 on pens)",
    ),
    (
        {"full_time": (0, 3), "status": "awarded"},
        "0-3 sur tapis vert",
        "0-3 awarded",
    ),
]


def test_walkover_is_not_said_as_an_award():
    match = played(full_time=(0, 3), status="awarded")
    match.is_walkover = True

    assert notation.score(match, language="fr") == "0-3 par forfait"
    assert notation.score(match, language="en") == "0-3 w/o"


@pytest.mark.parametrize(("scores", "french", "english"), SCORES)
def test_score_says_how_the_match_ended(scores, french, english):
    match = played(**scores)

    assert notation.score(match, language="fr") == french
    assert notation.score(match, language="en") == english


@pytest.mark.parametrize(
    ("article", "name", "the", "of", "at"),
    [
        ("l’", "OM", "l’OM", "de l’OM", "à l’OM"),
        ("le ", "PSG", "le PSG", "du PSG", "au PSG"),
        ("la ", "Roma", "la Roma", "de la Roma", "à la Roma"),
        ("les ", "Rangers", "les Rangers", "des Rangers", "aux Rangers"),
        ("", "Monaco", "Monaco", "de Monaco", "à Monaco"),
        ("", "Évian", "Évian", "d’Évian", "à Évian"),
    ],
)
def test_french_articles_merge_with_prepositions(article, name, the, of, at):
    team = Team(name_fr=name, article_fr=article)

    assert notation.the_team(team, language="fr") == the
    assert notation.of_team(team, language="fr") == of
    assert notation.at_team(team, language="fr") == at


def test_english_needs_no_article():
    team = Team(name_en="Olympique de Marseille", **OM)

    assert notation.the_team(team, language="en") == "Marseille"
    assert notation.of_team(team, language="en") == "of Marseille"


@pytest.fixture
def sides(db):
    om = make_team("Olympique de Marseille", **OM)
    return om, make_team("Atalanta")


def two_legs(sides, first, second, **overrides):
    """A tie of `sides`; each score is home-away."""
    om, other = sides
    tie = make_pairing(team_a=om, team_b=other, stage=overrides.pop("stage", None))
    for leg, home, away, goals in [(1, om, other, first), (2, other, om, second)]:
        scores = {"full_time_home": goals[0], "full_time_away": goals[1]}
        more = overrides if leg == 2 else {}
        make_match(
            stage=tie.stage,
            tie=tie,
            leg=leg,
            home=home,
            away=away,
            status="finished",
            **scores,
            **more,
        )
    return Tie.objects.get(pk=tie.pk)


def test_aggregate_gives_the_winner_and_its_goals_first(sides):
    tie = two_legs(sides, (1, 1), (3, 0))

    assert notation.aggregate(tie, language="en") == "Atalanta 4-1 on aggregate"
    assert (
        notation.aggregate(tie, language="fr")
        == "Atalanta 4-1 sur l’ensemble des deux matchs"
    )


def test_level_aggregate_says_who_won_on_penalties(sides):
    tie = two_legs(sides, (1, 1), (1, 1), shootout_home=2, shootout_away=4)

    assert (
        notation.aggregate(tie, language="en")
        == "2-2 on aggregate, Marseille won 4-2 on penalties"
    )
    assert (
        notation.aggregate(tie, language="fr")
        == "2-2 sur l’ensemble des deux matchs, l’OM l’emporte 4-2 aux tirs au but"
    )


def test_level_aggregate_says_who_went_through_on_away_goals(sides):
    stage = make_stage()
    stage.season.away_goals_rule = True
    stage.season.save()

    tie = two_legs(sides, (0, 1), (1, 2), stage=stage)

    assert (
        notation.aggregate(tie, language="en")
        == "2-2 on aggregate, Marseille through on away goals"
    )
    assert (
        notation.aggregate(tie, language="fr")
        == "2-2 sur l’ensemble des deux matchs, l’OM passe grâce aux buts marqués à "
        "l’extérieur"
    )


def test_aggregate_waits_for_both_legs(sides):
    tie = two_legs(sides, (1, 1), (3, 0))
    Match.objects.get(leg=2).delete()

    assert notation.aggregate(tie, language="en") == ""


def test_tie_awarded_says_so(sides):
    om, other = sides
    tie = make_pairing(team_a=om, team_b=other, awarded_to=om)

    assert notation.aggregate(tie, language="en") == "tie awarded to Marseille"
    assert notation.aggregate(tie, language="fr") == "qualification attribuée à l’OM"


def test_second_leg_reminds_of_the_first(sides):
    tie = two_legs(sides, (1, 2), (3, 0))
    first, second = tie.leg(1), tie.leg(2)

    assert notation.first_leg(second, language="fr") == "aller\u00a0: 1-2"
    assert notation.first_leg(second, language="en") == "first leg 1-2"
    assert notation.first_leg(first, language="en") == ""


def test_first_leg_without_a_score_is_not_reminded_of(sides):
    tie = two_legs(sides, (1, 2), (3, 0))
    Match.objects.filter(leg=1).update(full_time_home=None, full_time_away=None)

    second = Match.objects.get(leg=2, tie=tie)

    assert notation.first_leg(second, language="en") == ""
