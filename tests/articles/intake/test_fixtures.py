import pytest

from articles.intake import propose
from articles.intake.evidence import legs, scores
from tests.articles.intake.desk import make_clubs
from tests.factories import make_match, make_team

pytestmark = pytest.mark.django_db
FRENCH_TEAMS = "teams: Union Castelverne – Stade Morlanne"
ENGLISH_TEAMS = "teams: Wexcombe Rovers – Thornby City"
POST = "⏱️ 90’ | #UCVMOR 1️⃣-1️⃣\n— Union Castelverne (@UCV) 2 mai 2024"


@pytest.fixture(autouse=True)
def _clubs():
    make_clubs()


def suggested(text, *, language="fr"):
    """The day of each match suggested, and the reasons of the first."""
    found = propose(text, language=language).fixtures
    days = [one.match.kickoff_on.isoformat() for one in found]
    return days, list(found[0].reasons) if found else []


@pytest.mark.parametrize(
    ("text", "day", "reasons"),
    [
        (
            "Castelverne a tenu face à Morlanne (1-1) le 2 mai 2024 chez lui.",
            "2024-05-02",
            [FRENCH_TEAMS, "date: 2024-05-02", "score: 1-1"],
        ),
        (
            "Le 20 janvier 2024, Castelverne s’est incliné 0-2 contre Morlanne.",
            "2024-01-20",
            [FRENCH_TEAMS, "date: 2024-01-20", "score: 0-2"],
        ),
        (
            f"Une belle soirée pour le club.\n{POST}",
            "2024-05-02",
            [
                "team: Union Castelverne",
                "hashtag: Union Castelverne – Stade Morlanne",
                "day of a post: 2024-05-02",
                "date: 2024-05-02",
                "score in a post: 1-1",
            ],
        ),
    ],
)
def test_match_of_french_copy_is_first_with_its_reasons(text, day, reasons):
    days, why = suggested(text)

    assert (days[0], why) == (day, reasons)


@pytest.mark.parametrize(
    ("text", "day", "reasons"),
    [
        (
            "Wexcombe beat Thornby 2-1 on Saturday, 4 May 2024, to stay third.",
            "2024-05-04",
            [ENGLISH_TEAMS, "date: 2024-05-04", "day of the week", "score: 2-1"],
        ),
        (
            "Thornby drew 0-0 with Wexcombe in December, and that was that.",
            "2023-12-16",
            ["teams: Thornby City – Wexcombe Rovers", "score: 0-0"],
        ),
        (
            "The second leg of the semi-final, Morlanne v Castelverne, was a 3-0 win.",
            "2024-05-09",
            [
                "teams: Stade Morlanne – Union Castelverne",
                "home and away as written",
                "stage",
                "leg",
                "score: 3-0",
            ],
        ),
    ],
)
def test_match_of_english_copy_is_first_with_its_reasons(text, day, reasons):
    days, why = suggested(text, language="en")

    assert (days[0], why) == (day, reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Le marché de la place est ouvert et il est beau.",
        "Castelverne prépare la saison et les joueurs sont là.",
        "Castelverne a battu Fontrailles 2-0 au terme de la soirée.",
    ],
)
def test_nothing_is_suggested_where_nothing_is_plausible(text):
    assert suggested(text) == ([], [])


def test_score_within_a_quote_proves_nothing():
    said = (
        "Castelverne et Morlanne ont fait un match. « On gagnera 3-0 », dixit Diallo."
    )

    _days, why = suggested(f"{said} C’était le 2 mai 2024.")

    assert why == [FRENCH_TEAMS, "date: 2024-05-02"]


def test_match_of_the_day_wins_over_one_with_the_same_score(db):
    text = "Le 9 mai 2024, Morlanne a eu raison de Castelverne (1-1 à l’aller)."

    assert suggested(text)[0][0] == "2024-05-09"


def test_match_of_others_on_the_day_is_not_suggested():
    make_match(home=make_team("Fontrailles"), away=make_team("Quincampoix"))

    days, _why = suggested("Castelverne a tenu face à Morlanne (1-1) le 2 mai 2024.")

    assert days[0] == "2024-05-02"
    assert len(days) == len(set(days))


def test_likeness_is_a_share_of_one_and_falls():
    text = f"Castelverne et Morlanne (1-1), Coupe du Ponant, match aller.\n{POST}"

    likeness = [one.likeness for one in propose(text).fixtures]

    assert likeness[0] == 1.0
    assert likeness == sorted(likeness, reverse=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("perdu au match aller, hier", [1]),
        ("la demi-finale retour jeudi", [2]),
        ("the first leg, then the second leg", [1, 2]),
        ("the return leg", [2]),
        ("il faut y aller à fond", []),
        ("le retour de Diallo", []),
        ("his left leg", []),
    ],
)
def test_leg_is_told_from_going_and_coming_back(text, found):
    assert legs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gagné 2-1 hier", [(2, 1)]),
        ("won 2–1 and 3 - 0 here", [(2, 1), (3, 0)]),
        ("la saison 2023-24 finit", []),
        ("le 12/05-13/05 au soir", []),
        ("en 4-3-3 ou en 4-4-2", []),
        ("victoire 1-0 (aller : 2-3)", [(1, 0)]),
        ("a 3-2 defeat in the first leg", []),
        ("entre 9-10 ans", []),
    ],
)
def test_score_is_told_from_other_pairs_of_numbers(text, found):
    assert list(scores(text)) == found
