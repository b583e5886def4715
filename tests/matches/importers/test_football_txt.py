from datetime import date, time

import pytest

from matches.importers import football_txt
from matches.importers.rows import Part, Refused

TIES = """\
= UEFA Europa League 2023/24

» Quarterfinals
  Thu Apr/18
           Olympique Marseille (FRA) v SL Benfica (POR)   4-2 pen. 1-0 a.e.t. (1-0, 0-0)
» Semifinals
  Thu May/2
    21.00  Olympique Marseille (FRA) v Atalanta (ITA)     1-1 (1-1)
           AS Roma (ITA)             v Bayer Leverkusen (GER)   0-2 (0-1)
"""


def read(*lines, title="= Cup 2023/24"):
    head = [title, "▪ Matchday 1", "Sat Aug/19"]
    return football_txt.read("\n".join([*head, *lines]))


def reasons(text, **asked):
    with pytest.raises(Refused) as refused:
        football_txt.read(text, **asked)
    return refused.value.reasons


def scores(line):
    [row] = read(line)
    return row.half_time, row.full_time, row.extra_time, row.shootout


def days(*lines, title):
    text = [title, "» Final", *(f"{line}\nA{i} v B{i}" for i, line in enumerate(lines))]
    return [str(row.day) for row in football_txt.read("\n".join(text))]


def goals(*lines):
    [row] = read("A FC v B FC  4-1 (1-1)", *lines)
    told = row.incidents
    return [(goal.side, goal.name, goal.minute.minute, goal.type) for goal in told]


def test_rounds_dates_and_names_are_read():
    rows = football_txt.read(TIES)

    assert [row.round for row in rows] == ["Quarterfinals", "Semifinals", "Semifinals"]
    assert [row.day for row in rows] == [date(2024, 4, 18), *[date(2024, 5, 2)] * 2]
    assert (rows[2].home, rows[2].away) == ("AS Roma (ITA)", "Bayer Leverkusen (GER)")


def test_time_holds_for_the_lines_below_until_the_next_date():
    lines = ["21:00 A v B", "C v D", "Sun Aug/20", "E v F"]

    assert [row.hour for row in read(*lines)] == [time(21), time(21), None]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A v B 1-1 (1-1)", ((1, 1), (1, 1), None, None)),
        ("A v B 0-0", (None, (0, 0), None, None)),
        ("A v B  3-2 a.e.t. (2-2, 0-2)", ((0, 2), (2, 2), (3, 2), None)),
        ("A v B  3-2 aet", (None, None, (3, 2), None)),
        (
            "A v B  4-2 pen. 1-0 a.e.t. (1-0, 0-0)",
            ((0, 0), (1, 0), (1, 0), (4, 2)),
        ),
        ("A v B  11-10 pen. 1-1 a.e.t. (1-1)", (None, (1, 1), (1, 1), (11, 10))),
        ("A v B  4-2 pen. (1-1, 0-1)", ((0, 1), (1, 1), None, (4, 2))),
        ("A v B  3-3 a.e.t. (2-2, 2-0), 4-2 pen.", ((2, 0), (2, 2), (3, 3), (4, 2))),
        ("A  4-1 (4-0)  B", ((4, 0), (4, 1), None, None)),
        ("A v B", (None, None, None, None)),
    ],
)
def test_scores_are_told_from_last_to_first(written, expected):
    assert scores(written) == expected


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        ("= L 2023/24", ["Sat Aug/19", "Sat May/18"], ["2023-08-19", "2024-05-18"]),
        ("= L 2024", ["Sat Feb/17", "Sat Nov/2"], ["2024-02-17", "2024-11-02"]),
        (
            "= L 2019/20",
            ["Sat Mar/7", "Wed Aug/5 2020", "Fri Aug/21"],
            ["2020-03-07", "2020-08-05", "2020-08-21"],
        ),
        (
            "= League",
            ["[Sat Dec/30 2023]", "[Sat Jan/6]", "Sun 7 January", "2024-01-08"],
            ["2023-12-30", "2024-01-06", "2024-01-07", "2024-01-08"],
        ),
    ],
)
def test_year_is_carried_from_season_and_dates(title, lines, expected):
    assert days(*lines, title=title) == expected


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("[cancelled]", "cancelled"),
        ("[postponed]", "postponed"),
        ("0-3 [awarded]", "awarded"),
        ("1-0 (1-0) [abandoned]", "abandoned"),
        ("  postponed", "postponed"),
        ("  n.p.", "cancelled"),
        ("[n.p.]", "cancelled"),
        ("3-0 awd.", "awarded"),
        ("1-0 (1-0) abd.", "abandoned"),
        ("0-0 (annulled)", "cancelled"),
    ],
)
def test_remark_in_brackets_is_the_status(remark, status):
    [row] = read(f"A v B {remark}")

    assert (row.status, row.away) == (status, "B")


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("cancelled; COVID-19", "cancelled"),
        ("abandoned at 1-1 in 83'", "abandoned"),
        ("awarded to B", "awarded"),
    ],
)
def test_remark_that_says_more_gives_the_status_of_its_first_word(remark, status):
    [row] = read(f"A v B [{remark}]")

    assert (row.status, row.away) == (status, "B")
    assert row.notes == (f"“{remark}” is read as {status}",)


@pytest.mark.parametrize("remark", ["[walkover]", "[w/o]", "  w/o"])
def test_walkover_is_an_award_never_kicked_off(remark):
    [row] = read(f"A v B  {remark}")

    assert (row.status, row.is_walkover, row.away) == ("awarded", True, "B")


def test_goals_of_both_sides_with_penalties_and_own_goals():
    found = goals("(Neymar 29', 71' (pen.), Oscar 90+1'; Marcelo 11' (og))")

    assert found == [
        ("home", "Neymar", 29, "goal"),
        ("home", "Neymar", 71, "penalty_goal"),
        ("home", "Oscar", 90, "goal"),
        ("away", "Marcelo", 11, "own_goal"),
    ]


def test_goals_may_go_on_below():
    assert [goal[1] for goal in goals("(Neymar 29'", "  Oscar 50p;", "Hulk 7)")] == [
        "Neymar",
        "Oscar",
        "Hulk",
    ]


def test_line_in_brackets_that_is_no_goals_is_noted():
    [row] = read("A v B 1-0", "(what a match)")

    assert row.notes == ("“(what a match)” is not read as goals and left out",)


def test_details_are_read_or_left_out_with_one_note():
    [row] = read(
        "A v B 1-0 @ Stade de Marseille, Marseille",
        "Referee: Daniel Siebert (GER)  Attendance: 23_000",
        "Yellow Cards: X, Y",
        "A: Goalkeeper - Back,",
        "     Forward",
    )

    assert (row.attendance, row.parts) == (23000, (Part("referee", "Daniel Siebert"),))
    assert row.venue == "Stade de Marseille, Marseille"
    assert row.notes == ("line-ups, cards or other details are left out",)


def test_group_stands_above_its_matchdays():
    text = "= C 2024\n▪ Group A\n▪▪ Matchday 1\nSat Jun/15\nA v B\n▪ Group B\nC v D"

    rounds = [row.round for row in football_txt.read(text)]

    assert rounds == ["Group A, Matchday 1", "Group B"]


def test_wrong_weekday_is_noted():
    [row] = football_txt.read("= C 2023/24\n» Final\nFri May/2\nA v B")

    assert row.notes == ("2024-05-02 is a Thu, the line says Fri",)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("25:00 A v B", "line 4: “25:00” is not a time like 21:00"),
        ("Sat Feb/30", "line 4: “Sat Feb/30” is not a day"),
        ("A v B 0-1 (1-0)", "line 4: full_time: a running score never goes down"),
        ("A v B 3-3 pen. 1-1", "line 4: a shoot-out has a winner"),
        ("A v ", "line 4: “A v” is no line of Football.TXT"),
        ("A v B 1-0 (1-0, 0-0)", "line 4: “1-0 (1-0, 0-0)” is not a score"),
        ("nothing at all", "line 4: “nothing at all” is no line of Football.TXT"),
        ("A v B\x07", "line 4: “B\\x07” has hidden characters"),
    ],
)
def test_bad_line_is_refused_with_its_number(line, reason):
    text = f"= Cup 2023/24\n▪ Matchday 1\nSat Aug/19\n{line}\nC v D"

    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("= C\n» Final\nA v B", "line 3: no date above this match"),
        ("= C 2024\nSat Jun/1\nA v B", "line 3: no round above this match"),
        ("= C\n» Final\nSat Jun/1\nA v B", "line 3: “Sat Jun/1” is not a day"),
        ("", "no match in it: this is not a Football.TXT file"),
    ],
)
def test_what_a_match_needs_above_it(text, reason):
    assert reasons(text)[0] == reason


def test_file_of_another_season_is_refused():
    assert reasons(TIES, season="2022/23") == [
        "line 1: the file is of 2023, the season asked for of 2022"
    ]
