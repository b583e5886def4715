"""For each kind of check: words that must raise it, and words that must not."""

import pytest

from tests.articles.facts.semi_final import SemiFinal
from tests.factories import embed, make_post

pytestmark = pytest.mark.django_db

FIRST = {
    "score": [
        ("fr", "L’OM et l’Atalanta se quittent sur un 2-1 au Vélodrome."),
        ("fr", "L’OM a fait match nul (2-2) contre l’Atalanta."),
        ("fr", "L’OM a battu l’Atalanta deux buts à un."),
        ("fr", "L’OM a battu l’Atalanta 1-0."),
        ("fr", "Score final : 2️⃣-1️⃣ entre l’OM et l’Atalanta."),
        ("en", "Marseille beat Atalanta 2-1."),
        ("en", "Marseille won 1-0 against Atalanta."),
        ("en", "It was 1-0 at half-time between Marseille and Atalanta."),
        ("en", "Marseille and Atalanta drew two-all."),
    ],
    "lead": [
        ("fr", "L’OM devra combler son retard à Bergame."),
        ("fr", "L’Atalanta garde un précieux avantage avant le retour."),
        ("en", "Marseille must overturn the deficit in the second leg."),
        ("en", "Marseille now face an uphill battle."),
        ("en", "Atalanta take a slender advantage home."),
    ],
    "goalless": [
        ("fr", "L’OM et l’Atalanta se quittent sur un score nul et vierge."),
        ("fr", "L’OM n’a pas réussi à débloquer la situation."),
        ("en", "Marseille were unable to break the deadlock."),
        ("en", "It ended as a goalless draw with Atalanta."),
    ],
    "scorer": [
        ("fr", "Ademola Lookman a ouvert le score pour l’Atalanta."),
        ("fr", "Gianluca Scamacca a marqué à la 15e minute."),
        ("fr", "Chancel Mbemba a égalisé (25e)."),
        ("en", "Ademola Lookman scored for Atalanta."),
        ("en", "Gianluca Scamacca scored in the 14th minute."),
        ("en", "Atalanta scored in the 33rd minute."),
        ("en", "John Smith equalised for Marseille."),
    ],
    "round": [
        ("fr", "L’OM et l’Atalanta ont fait match nul 1-1 en demi-finale retour."),
        ("fr", "L’OM a fait match nul contre l’Atalanta en quart de finale aller."),
        ("fr", "En Ligue des champions, l’OM a fait match nul contre l’Atalanta."),
        ("en", "Marseille drew 1-1 with Atalanta in the second leg."),
        ("en", "Marseille drew with Atalanta in the quarter-final."),
        ("en", "Marseille drew with Atalanta in the Champions League."),
    ],
    "occasion": [
        ("fr", "L’OM a fait match nul contre l’Atalanta vendredi."),
        ("fr", "Vendredi 2 mai 2024, l’OM a fait match nul contre l’Atalanta."),
        ("fr", "L’OM a fait match nul contre l’Atalanta le 3 mai."),
        ("fr", "L’OM et l’Atalanta ont fait match nul, 1-1 à Bergame."),
        ("en", "Marseille drew with Atalanta on Wednesday."),
        ("en", "Marseille drew with Atalanta on Friday 2 May."),
        ("en", "Marseille drew 1-1 with Atalanta in Bergamo."),
    ],
    "tie": [
        ("fr", "L’Atalanta est qualifiée pour la finale."),
        (
            "fr",
            "Ce but à l’extérieur pourrait peser : l’Atalanta a un but à l’extérieur.",
        ),
        ("en", "Atalanta have qualified for the final."),
        ("en", "Atalanta go home with an away goal."),
    ],
    "name": [
        ("fr", "L’OM a souffert contre l’Atalanta Bergamo."),
        ("fr", "L’OM rêve de l’Europa Ligue."),
        ("fr", "L’OM rêve de l’Europa League."),
        ("en", "Marseille suffered against Atalanta Bergame."),
        ("en", "Marseille suffered against Atalanta Bergamo."),
        ("en", "The second leg is in Bergame."),
    ],
    "spelling": [
        ("en", "Marseille went looking for an equalizer."),
        ("en", "The defense was characterized by vigor."),
    ],
}
MUST = [(k, language, said) for k in FIRST for language, said in FIRST[k]]
RIGHT = [
    ("fr", "L’OM et l’Atalanta ont fait match nul 1-1 (mi-temps 1-1)."),
    ("fr", "Menée 1-0, l’équipe de l’OM a égalisé."),
    ("fr", "« On pouvait gagner 2-1 », a dit le coach de l’OM."),
    ("fr", "Avec un peu de réussite, l’OM aurait gagné 2-1."),
    ("fr", "L’OM avait battu Lens 2-1 dimanche."),
    ("fr", "L’OM évoluait en 3-5-2 et a tenu 90 minutes."),
    ("fr", "Ce 1-1 ne donne d’avantage à personne."),
    ("fr", "Gianluca Scamacca a débloqué le match pour l’Atalanta."),
    ("fr", "La prolongation pourrait rester sans but entre l’OM et l’Atalanta."),
    ("fr", "Gianluca Scamacca a marqué à la 12e minute."),
    ("fr", "Chancel Mbemba a égalisé (20e)."),
    ("fr", "Ademola Lookman n’a pas marqué."),
    ("fr", "Après ce nul en demi-finale aller, tout se jouera au retour."),
    ("fr", "Le retour se joue jeudi 9 mai à Bergame."),
    ("fr", "L’OM a fait match nul contre l’Atalanta jeudi 2 mai."),
    ("fr", "Il faudra gagner pour se qualifier."),
    ("fr", "La règle des buts à l’extérieur n’existe plus."),
    ("fr", "L’Atalanta Bergame joue la Ligue Europa."),
    ("fr", "L’émission de lundi revenait sur le nul de l’OM."),
    ("en", "Corners: 3-11. Marseille drew with Atalanta all the same."),
    ("en", "It was a Friday when the Marseille coach heard of the draw."),
    ("en", "Marseille and Atalanta drew 1-1."),
    ("en", "Atalanta led 1-0 before Marseille equalised."),
    ("en", "“We could have won 2-1,” said the Marseille coach."),
    ("en", "Marseille need a 2-1 win in Bergamo."),
    ("en", "Marseille beat Lens 2-1 on Sunday."),
    ("en", "Nobody takes an advantage into the second leg."),
    ("en", "Gianluca Scamacca broke the deadlock in the 11th minute."),
    ("en", "A goalless first half of extra time would suit Atalanta."),
    ("en", "Gianluca Scamacca scored in the 12th minute."),
    ("en", "Ademola Lookman nearly scored."),
    ("en", "The second leg of their semi-final is in Bergamo on Thursday 9 May."),
    ("en", "Marseille drew with Atalanta at the Orange Vélodrome on Thursday 2 May."),
    ("en", "Marseille must win to reach the final."),
    ("en", "The away-goals rule is gone since 2021/22."),
    ("en", "Marseille meet Atalanta in the Europa League."),
    ("en", "An equaliser, a centre, a colour and the Lincoln Center."),
]


@pytest.fixture
def semi_final(db):
    return SemiFinal()


@pytest.mark.parametrize(("kind", "language", "said"), MUST)
def test_words_that_the_record_contradicts_are_found(semi_final, kind, language, said):
    assert kind in semi_final.kinds(said, language)


@pytest.mark.parametrize(("language", "said"), RIGHT)
def test_words_that_are_right_are_left_alone(semi_final, language, said):
    assert semi_final.kinds(said, language) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "L’OM a perdu 3-0 à Bergame et s’incline 4-1 sur l’ensemble."),
        ("fr", "Ademola Lookman a marqué à la 30e minute ; l’Atalanta est qualifiée."),
        ("en", "After the 1-1 of the first leg, Atalanta beat Marseille 3-0."),
        ("en", "Beaten 3-0 after the draw in the first leg, Marseille are out."),
        ("en", "Atalanta have qualified for the final, 4-1 on aggregate."),
    ],
)
def test_the_second_leg_is_told_by_its_own_record(semi_final, language, said):
    semi_final.play_second()

    assert semi_final.kinds(said, language, semi_final.second) == []


@pytest.mark.parametrize(
    ("kind", "language", "said"),
    [
        ("tie", "fr", "L’OM est qualifié pour la finale."),
        ("tie", "en", "Marseille have qualified for the final."),
        ("score", "en", "Atalanta beat Marseille 2-0."),
        ("score", "fr", "L’Atalanta passe, 5-1 sur l’ensemble des deux matchs."),
    ],
)
def test_a_decided_tie_contradicts_who_sends_the_loser_through(
    semi_final, kind, language, said
):
    semi_final.play_second()

    assert kind in semi_final.kinds(said, language, semi_final.second)


def test_a_score_is_right_when_it_is_that_of_any_linked_match(semi_final):
    semi_final.play_second()
    legs = semi_final.first, semi_final.second

    assert semi_final.kinds("L’Atalanta a battu l’OM 3-0.", "fr", *legs) == []


@pytest.mark.parametrize(("score", "expected"), [((1, 1), []), ((2, 1), ["post"])])
def test_a_post_is_held_to_the_match_at_its_minute(semi_final, score, expected):
    home, away = score
    post = make_post(
        match=semi_final.first,
        claimed_minute=90,
        claimed_home=home,
        claimed_away=away,
    )

    assert semi_final.kinds(f"Fin.</p>{embed(post)}<p>Voilà.", "fr") == expected


@pytest.mark.parametrize(
    ("said", "kind", "expected"),
    [
        ("L’OM et l’Atalanta se quittent dos à dos.", "report", ["scorer"]),
        ("Mbemba a répondu pour l’OM.", "report", []),
        ("L’OM et l’Atalanta se quittent dos à dos.", "reaction", []),
    ],
)
def test_a_report_names_a_scorer(semi_final, said, kind, expected):
    assert semi_final.kinds(said, "fr", kind=kind) == expected
