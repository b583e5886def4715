"""A made-up piece as a desk receives it, and the desk that knows whom it is about."""

from matches.models import TeamAccount
from tests.factories import make_match, make_membership, make_person, make_team

HEADLINE = "Varenne y croit encore"
LEAD = (
    "L’entraîneur de Brumeville Paul Varenne a regretté jeudi que son équipe ait"
    " « manqué de souffle » en demi-finale aller de la Coupe."
)
CHANCES = "On a eu nos chances. Il reste un match"
FEAR = "On ira là-bas sans peur et avec nos armes"
WORDS = "⏱️ 90+2’ | #BrumevilleSolane 1️⃣-1️⃣\nTout reste à faire ! 🔥"
SIGNED = "— Étoile de Brumeville (@Etoile_BV) May 2, 2024"
POST = f"{WORDS} pic.twitter.com/Ab12cd34eF\n{SIGNED}"
APPEAL = "Soutenez notre rédaction : faites un don."
PIECE = "\n".join(
    [
        HEADLINE,
        LEAD,
        f"« {CHANCES} », a déclaré Varenne en conférence de presse.",
        POST,
        f"« {FEAR} », a ajouté l’entraîneur de Brumeville. Le public est resté.",
        APPEAL,
    ]
)


def make_desk():
    """The match of the piece, with the coach and the club's account on file."""
    home = make_team(
        "Étoile de Brumeville", short_name_fr="Brumeville", short_name_en="Brumeville"
    )
    away = make_team("Racing Solane", short_name_fr="Solane", short_name_en="Solane")
    make_membership(person=make_person("Paul Varenne"), team=home)
    TeamAccount.objects.create(team=home, provider="x", handle="Etoile_BV")
    score = {"status": "finished", "full_time_home": 1, "full_time_away": 1}
    return make_match(home=home, away=away, **score)
