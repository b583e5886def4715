import pytest

from matches.importers import rounds
from matches.importers.rows import Refused

ROUNDS = [
    ("Group A", "group_stage", {"group": "A"}),
    ("Gruppe G", "group_stage", {"group": "G"}),
    ("Groupe B", "group_stage", {"group": "B"}),
    ("Group stage, Group C, Matchday 3", "group_stage", {"group": "C", "matchday": 3}),
    ("Playoffs", "play_offs", {}),
    ("Play-off Round, 1st Leg", "play_offs", {"leg": 1}),
    ("Knockout Round Play-offs", "play_offs", {}),
    ("Round of 64", "round_of_64", {}),
    ("Last 32", "round_of_32", {}),
    ("Round of 16", "round_of_16", {}),
    ("Achtelfinale", "round_of_16", {}),
    ("1/8 Finals", "round_of_16", {}),
    ("Huitièmes de finale", "round_of_16", {}),
    ("Quarterfinals", "quarter_finals", {}),
    ("Viertelfinale, Rückspiel", "quarter_finals", {"leg": 2}),
    ("Semifinals", "semi_finals", {}),
    ("Semi-final, Leg 1 of 2", "semi_finals", {"leg": 1}),
    ("Semi-finals - 2nd Leg", "semi_finals", {"leg": 2}),
    ("Demi-finale aller", "semi_finals", {"leg": 1}),
    ("Halbfinale", "semi_finals", {}),
    ("Match for third place", "third_place", {}),
    ("Final", "final", {}),
    ("Finale", "final", {}),
    ("Endspiel", "final", {}),
    ("League, Matchday 1", "league_phase", {"matchday": 1}),
    ("Matchday 8", "league_phase", {"matchday": 8}),
    ("1st Qualifying Round", "qualifying", {"number": 1}),
    ("Qualifying Round 3", "qualifying", {"number": 3}),
    ("Second qualifying round, Leg 2 of 2", "qualifying", {"number": 2, "leg": 2}),
    ("Apertura Playoffs, Round 1", "play_offs", {"half": 1, "number": 1}),
    ("Clausura, Matchday 4", "regular_season", {"half": 2, "matchday": 4}),
]


@pytest.mark.parametrize(("text", "kind", "found"), ROUNDS)
def test_round_is_understood_however_it_is_written(text, kind, found):
    round_ = rounds.read(text, competition="cup")

    names = ("number", "half", "group", "leg", "matchday")
    usual = {"number": 0, "half": 0, "group": "", "leg": None, "matchday": None}
    assert round_.kind == kind
    assert {name: getattr(round_, name) for name in names} == usual | found


@pytest.mark.parametrize(
    "text", ["Matchday 32", "Journée 32", "32. Spieltag", "32e journée", "Round 32"]
)
def test_round_of_a_league_is_a_matchday(text):
    round_ = rounds.read(text, competition="league")

    assert (round_.kind, round_.matchday) == ("regular_season", 32)


@pytest.mark.parametrize(
    "text", ["Mystery", "", "Group", "Round 3", "Semifinals, maybe", "Matchday 0"]
)
def test_round_not_understood_is_refused(text):
    with pytest.raises(Refused) as refused:
        rounds.read(text, competition="cup")

    assert refused.value.reasons == [f"“{text}” is not a round this import knows"]


def test_stages_stand_in_the_order_of_a_cup():
    texts = [
        "Group A",
        "Playoffs",
        "Round of 16",
        "Quarterfinals",
        "Semifinals",
        "Final",
    ]

    orders = [rounds.read(text, competition="cup").order for text in texts]

    assert orders == [200, 300, 600, 700, 800, 1000]


def test_stage_with_a_number_keeps_its_name():
    assert rounds.read("Apertura Playoffs, Round 1", competition="cup").name == (
        "Apertura Playoffs, Round 1"
    )
    assert rounds.read("Group A, Matchday 1", competition="cup").name == ""
