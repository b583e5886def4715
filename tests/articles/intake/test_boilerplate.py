import pytest

from articles.intake.boilerplate import find_boilerplate
from articles.intake.lines import Copy, Span

PROSE = "Lestrade a félicité ses joueurs après une seconde période maîtrisée."


def taken(text, **arguments):
    """(text, why) of each finding; the offsets must cut the same text."""
    found = find_boilerplate(Copy(text), **arguments)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    return [(one.text, one.why) for one in found]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Soutenez notre rédaction : faites un don.", "support appeal"),
        ("Comment pouvez-vous nous aider à vous informer ?", "support appeal"),
        ("Support our independent journalism today.", "support appeal"),
        ("Please support us with a donation.", "support appeal"),
        ("Inscrivez-vous à notre newsletter.", "newsletter"),
        ("Recevez nos alertes par e-mail chaque matin.", "newsletter"),
        ("Sign up for our daily newsletter.", "newsletter"),
        ("Abonnez-vous pour 1 € par mois.", "support appeal"),
        ("Cet article est réservé aux abonnés.", "subscription"),
        ("Already a subscriber?", "subscription"),
        ("Lire aussi : le calendrier complet", "read more"),
        ("À lire aussi | Les notes du match", "read more"),
        ("Read more: our player ratings", "read more"),
        ("RELATED STORIES", "read more"),
        ("Ce site utilise des cookies pour la navigation.", "cookies"),
        ("We use cookies to improve this site.", "cookies"),
        ("© 2024 Le Ponant Sportif", "copyright"),
        ("Tous droits réservés", "copyright"),
        ("Copyright The Kiln Lane Gazette", "copyright"),
        ("All rights reserved.", "copyright"),
        ("Publicité", "advertisement"),
        ("Advertisement", "advertisement"),
        ("Partager sur Facebook", "sharing"),
        ("Share this article on X", "sharing"),
        ("12 commentaires", "comments"),
        ("Leave a comment", "comments"),
        ("Temps de lecture : 3 minutes", "reading time"),
        ("3 min read", "reading time"),
        ("Suivez-nous sur Instagram", "follow us"),
        ("Follow us on Instagram", "follow us"),
        ("Téléchargez notre application", "application"),
        ("Merci de votre lecture", "thanks"),
        ("Thank you for reading", "thanks"),
    ],
)
def test_line_that_publishers_add_is_taken(line, why):
    assert taken(f"{PROSE}\n{line}\n{PROSE}") == [(line, why)]


@pytest.mark.parametrize("place", ["{line}\n{prose}", "{prose}\n\n{line}", "{line}"])
def test_place_of_a_line_does_not_matter(place):
    line = "Inscrivez-vous à notre newsletter."

    assert taken(place.format(line=line, prose=PROSE)) == [(line, "newsletter")]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Les supporters ont soutenu l’équipe du début à la fin.",
        "Le club a remercié son public pour son soutien.",
        "The fans kept supporting their side until the end.",
        "Le défenseur a lu la trajectoire et a coupé le centre.",
        "Ils partagent la tête du groupe avec Morlanne.",
        "« Soutenez-nous jusqu’au bout », a demandé Lestrade aux supporters.",
        "“Follow us to the final,” Pell asked the fans.",
        "Le match a été suivi par 12 000 personnes.",
    ],
)
def test_prose_is_kept(line):
    assert taken(line) == []


def test_paragraph_under_an_appeal_goes_with_it():
    heading = "Comment pouvez-vous nous aider à vous informer ?"
    appeal = "Notre journal vit de vous : vos lectures et vos gestes nous portent."

    assert taken(f"{PROSE}\n{heading}\n{appeal}") == [
        (heading, "support appeal"),
        (appeal, "follows an appeal"),
    ]


def test_paragraph_of_prose_under_an_appeal_stays():
    heading = "Soutenez notre rédaction : faites un don."

    assert taken(f"{heading}\n{PROSE}") == [(heading, "support appeal")]


def test_stock_sentence_at_the_end_of_a_paragraph_is_cut_from_it():
    prose = " ".join([PROSE] * 3)

    assert taken(f"{prose} Inscrivez-vous à notre newsletter.") == [
        ("Inscrivez-vous à notre newsletter.", "newsletter")
    ]


def test_furniture_of_a_page_is_taken_whatever_it_says():
    text = f"Football Rugby Tennis\n{PROSE}"

    assert taken(text, furniture=[Span(0, 21)]) == [
        ("Football Rugby Tennis", "page furniture")
    ]
