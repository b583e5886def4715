import pytest

from articles.speakers import Around, guess, present
from matches.models import Membership, TeamAlias
from tests.factories import (
    KICK_OFF,
    make_match,
    make_membership,
    make_person,
    make_quote,
    make_team,
)

pytestmark = pytest.mark.django_db
DAY = KICK_OFF.date()


@pytest.fixture
def match():
    """Two teams; a coach each, a president and a player of the first."""
    home = make_team("Étoile de Brumeville", short_name_fr="Étoile")
    away = make_team("Racing Solane")
    make_membership(person=make_person("Paul Varenne"), team=home)
    make_membership(person=make_person("Ugo Marchetti", aliases="Ughetto"), team=away)
    president = Membership.Role.PRESIDENT
    make_membership(person=make_person("Anne Sorel"), team=home, role=president)
    player = Membership.Role.PLAYER
    make_membership(person=make_person("Éric Dupré"), team=home, role=player)
    return make_match(home=home, away=away)


def guessed(match, *, before="", after="", previous=None):
    around = Around(before, after)
    return guess(around, roles=present([match], day=DAY), previous=previous)


@pytest.mark.parametrize(
    ("after", "name"),
    [
        (", a déclaré Varenne en conférence de presse.", "Paul Varenne"),
        (", a lancé Ughetto.", "Ugo Marchetti"),
        (", a lancé P. Varenne. Marchetti se tait.", "Paul Varenne"),
        (", said Dupre afterwards.", "Éric Dupré"),
        (", a jugé l’entraîneur de l’Étoile.", "Paul Varenne"),
        (", a souri le coach brumevillois.", "Paul Varenne"),
        (", a tranché le technicien solanais.", "Ugo Marchetti"),
        (", a promis la présidente.", "Anne Sorel"),
    ],
)
def test_the_tag_tells_who_spoke(match, after, name):
    assert guessed(match, after=after).person.full_name == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Varenne a salué le public. Puis il a parlé :", "Paul Varenne"),
        ("La pluie n’a pas cessé. Marchetti le sait :", "Ugo Marchetti"),
    ],
)
def test_the_lead_in_tells_who_will_speak(match, before, name):
    assert guessed(match, before=before).person.full_name == name


@pytest.mark.parametrize(
    "after",
    [", a dit l’entraîneur.", ", ont dit Varenne et Sorel.", ", a-t-on entendu."],
)
def test_two_answers_or_none_are_left_to_the_journalist(match, after):
    assert guessed(match, after=after) is None


@pytest.mark.parametrize("after", [", a-t-il ajouté.", ", dit-il.", " he added."])
def test_a_pronoun_is_the_speaker_of_the_quote_before(match, after):
    previous = make_quote()

    assert guessed(match, after=after, previous=previous).person == previous.speaker
    assert guessed(match, after=after) is None


def test_someone_of_no_team_is_found_by_name(match):
    make_person("Nora Vidal")

    assert guessed(match, after=", estime Nora Vidal.").person.full_name == "Nora Vidal"


def test_who_left_before_that_day_is_not_in_the_role(match):
    Membership.objects.filter(person__full_name="Ugo Marchetti").update(
        ended_on="2024-01-01"
    )

    found = guessed(match, after=", a dit l’entraîneur.")

    assert found.person.full_name == "Paul Varenne"


def test_the_real_tags_point_to_the_real_coach(real_copy):
    match = make_match()
    make_membership(person=make_person("Jean-Louis Gasset"), team=match.home)
    make_membership(person=make_person("Gian Piero Gasperini"), team=match.away)
    TeamAlias.objects.create(team=match.home, name="OM")
    text = (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")
    tags = [line.partition("»")[2] for line in text.splitlines() if line[0] == "«"]

    found = [guessed(match, after=tag) for tag in tags]

    assert [guess.person.full_name for guess in found] == ["Jean-Louis Gasset"] * 4
