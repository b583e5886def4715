import pytest

from articles.intake import propose
from tests.articles.intake.desk import ENGLISH_LEAD, FRENCH_LEAD, make_clubs
from tests.factories import make_membership, make_person

pytestmark = pytest.mark.django_db
LEADS = {"fr": FRENCH_LEAD, "en": ENGLISH_LEAD}
WORDS = {"fr": "« Tout reste possible », a confié", "en": "“Anything can happen,” said"}
FORMER = {
    "fr": "Castelverne a perdu contre Morlanne (0-2) le 20 janvier 2024.",
    "en": "Thornby and Wexcombe drew 0-0 on 16 December 2023 in the rain.",
}


@pytest.fixture(autouse=True)
def clubs():
    return make_clubs()


def speaker(text, *, language="fr", lead=""):
    """The known person, else ("as written"), who said the last quote; and the role."""
    lead = lead or LEADS[language]
    quote = propose(f"{lead}\n{text}", language=language).quotes[-1]
    person = quote.speaker.full_name if quote.speaker else None
    return person or (quote.speaker_name,), quote.role


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("Hugo Lestrade", "Hugo Lestrade"),
        ("Lestrade", "Hugo Lestrade"),
        ("LESTRADE", "Hugo Lestrade"),
        ("le Sphinx", "Hugo Lestrade"),
        ("l’entraîneur de Castelverne", "Hugo Lestrade"),
        ("l’entraîneur de l’UCV", "Hugo Lestrade"),
        ("l'entraineur de l'Union Castelverne", "Hugo Lestrade"),
        ("le coach castelvernois", "Hugo Lestrade"),
        ("le technicien castelvernois", "Hugo Lestrade"),
        ("le technicien morlannais", "Bruno Talmont"),
        ("l’entraîneur du Stade Morlanne", "Bruno Talmont"),
        ("la présidente de Castelverne", "Nadia Ferrand"),
        ("Ferrand, la présidente castelvernoise", "Nadia Ferrand"),
        ("l’attaquant Amadou Béranger", "Amadou Béranger"),
        ("Beranger", "Amadou Béranger"),
        ("Karim Diallo", "Karim Diallo"),
    ],
)
def test_french_name_or_role_leads_to_the_person(who, person):
    assert speaker(f"{WORDS['fr']} {who}.")[0] == person


@pytest.mark.parametrize(
    ("who", "person"),
    [
        ("Gareth Pell", "Gareth Pell"),
        ("Pell", "Gareth Pell"),
        ("Gaz Pell", "Gareth Pell"),
        ("the Wexcombe manager", "Gareth Pell"),
        ("the manager of Wexcombe", "Gareth Pell"),
        ("Wexcombe boss Pell", "Gareth Pell"),
        ("the Wexcombe Rovers head coach", "Gareth Pell"),
        ("the Thornby boss", "Luca Ferri"),
        ("Thornby’s manager", "Luca Ferri"),
        ("the Wexcombe chairwoman", "Helen Marsh"),
        ("Marsh, the Wexcombe chairwoman", "Helen Marsh"),
        ("midfielder Tom Ashdown", "Tom Ashdown"),
    ],
)
def test_english_name_or_role_leads_to_the_person(who, person):
    assert speaker(f"{WORDS['en']} {who}.", language="en")[0] == person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Lestrade y croit. « On est prêts à tout », a-t-il dit.", "Hugo Lestrade"),
        ("Nadia Ferrand y croit. « On est prêts », dit-elle.", "Nadia Ferrand"),
        (
            "« On y croit », a dit Talmont. « Et on ira », a-t-il ajouté.",
            "Bruno Talmont",
        ),
        ("Lestrade a parlé de Talmont. « Il est fort », a-t-il dit.", "Hugo Lestrade"),
        ("Talmont est là. « On va gagner », a dit ce dernier.", "Bruno Talmont"),
        ("Lestrade y croit. « On ira », dit le Castelvernois.", "Hugo Lestrade"),
    ],
)
def test_french_pronoun_is_whoever_was_spoken_of(text, person):
    assert speaker(text)[0] == person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Pell was glad. “We dug in tonight,” he said.", "Gareth Pell"),
        ("Helen Marsh was glad. “We dug in tonight,” she said.", "Helen Marsh"),
        ("“We dug in,” said Ferri. “We got there,” he added.", "Luca Ferri"),
        ("Pell spoke of Ferri. “He is a good man,” he said.", "Gareth Pell"),
        ("Ferri was glad. “We dug in,” said the 52-year-old.", "Luca Ferri"),
    ],
)
def test_english_pronoun_is_whoever_was_spoken_of(text, person):
    assert speaker(text, language="en")[0] == person


@pytest.mark.parametrize(
    ("language", "role", "then", "now"),
    [
        ("fr", "l’entraîneur de Castelverne", "Denis Kowal", "Hugo Lestrade"),
        ("en", "the Wexcombe manager", "Ian Stroud", "Gareth Pell"),
    ],
)
def test_role_is_the_one_of_the_day(language, role, then, now):
    text = f"{WORDS[language]} {role}."

    before = speaker(text, language=language, lead=FORMER[language])

    assert before == (then, "head_coach")
    assert speaker(text, language=language) == (now, "head_coach")


def test_two_people_of_one_name_are_left_to_the_desk():
    assert speaker(f"{WORDS['fr']} Diallo.")[0] == ("",)


def test_name_of_two_is_the_one_named_in_full():
    text = f"Karim Diallo a marqué. {WORDS['fr']} Diallo."

    assert speaker(text)[0] == "Karim Diallo"


def test_name_of_two_is_the_one_of_the_club_told():
    assert speaker(f"{WORDS['fr']} le joueur de Morlanne Diallo.")[0] == "Sékou Diallo"


def test_two_coaches_at_once_are_left_to_the_desk(clubs):
    make_membership(person=make_person("Yvan Prad"), team=clubs["castelverne"])

    found = speaker(f"{WORDS['fr']} l’entraîneur de Castelverne.")

    assert found == (("",), "head_coach")


def test_player_without_a_name_is_left_to_the_desk():
    assert speaker(f"{WORDS['fr']} le joueur.") == (("",), "player")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Jean Petit est là. « On y croit fort », a dit Petit.", "Jean Petit"),
        ("en", "Joe Bright is here. “We dug in,” said Bright.", "Joe Bright"),
    ],
)
def test_stranger_has_the_fullest_name_in_the_copy(language, text, name):
    assert speaker(text, language=language)[0] == (name,)


def test_nobody_speaks_for_a_club():
    text = "“We dug in and we got there,” the club said in a statement."

    assert speaker(text, language="en")[0] == ("",)
