import json

import pytest

from articles.intake import Refused, propose
from articles.models import Article, ClubPost, Quote
from tests.articles.intake.desk import ENGLISH_LEAD, FRENCH_LEAD, make_clubs

pytestmark = pytest.mark.django_db
POST = "⏱️ 90’ | #UCVMOR 1️⃣-1️⃣\n— Union Castelverne (@UCV) 2 mai 2024"
QUOTE = "« On a tenu », a dit Lestrade en conférence de presse."
KEYS = {
    "fixtures": "id home away date score why",
    "posts": "handle author_name posted_on text readable_text language pics minute"
    " claimed_score start end",
    "quotes": "text kind speaker role cue occasion language start end",
}
APPEAL = "Soutenez notre rédaction : faites un don."


@pytest.fixture(autouse=True)
def _clubs():
    make_clubs()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The copy is empty."),
        (" \n\u00a0\u2028", "The copy is empty."),
        ("⏱️ 45+2’ 1-1", "The copy holds no words of French or English."),
        ("\x00\x01\x02", "The copy holds no words of French or English."),
        (
            "El partido ha terminado y los jugadores están muy contentos.",
            "The copy reads as Spanish: intake takes French and English.",
        ),
        (
            "Das Spiel ist aus und die Spieler sind nicht zufrieden.",
            "The copy reads as German: intake takes French and English.",
        ),
        (
            "O jogo acabou e os jogadores não estão felizes com isso.",
            "The copy reads as Portuguese: intake takes French and English.",
        ),
        (
            "De wedstrijd is voorbij en het team is niet blij met het punt.",
            "The copy reads as Dutch: intake takes French and English.",
        ),
        (
            "le match " * 11_112,
            "The copy is longer than 100,000 characters: send it in parts.",
        ),
    ],
    ids=lambda value: value[:30],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(text, sentence):
    with pytest.raises(Refused) as refused:
        propose(text)

    assert str(refused.value) == sentence


def test_longest_copy_is_taken():
    assert propose(("le match " * 11_112)[:100_000]).language == "fr"


def test_language_may_be_told():
    text = "⏱️ 90’ | #UCVMOR 1️⃣-1️⃣ — Union Castelverne (@UCV) May 2, 2024"

    assert propose(text, language="en").language == "en"


def test_body_is_the_copy_without_posts_and_boilerplate():
    copy = f"{FRENCH_LEAD}\n{POST}\n{QUOTE}\n{APPEAL}"

    assert propose(copy).body_text == f"{FRENCH_LEAD}\n{QUOTE}"


def test_prose_glued_to_a_post_stays_in_the_body():
    copy = f"{FRENCH_LEAD}\n{POST}Le coach était content de ses gars."

    body = propose(copy).body_text

    assert body == f"{FRENCH_LEAD}\nLe coach était content de ses gars."


def test_words_of_a_post_and_of_boilerplate_are_no_quotes():
    post = POST.replace("\n", "\n« On est là tous ensemble », a dit Lestrade\n", 1)
    more = "Lire aussi : « On ira au bout », a dit Lestrade"

    proposal = propose(f"{FRENCH_LEAD}\n{post}\n{more}")

    assert (len(proposal.posts), len(proposal.boilerplate)) == (1, 1)
    assert proposal.quotes == []


def test_day_of_a_post_gives_the_roles_where_no_match_does():
    post = POST.replace("#UCVMOR 1️⃣-1️⃣", "Reprise").replace("2 mai", "3 janvier")
    copy = f"Le club a repris la saison.\n{post}\n« On est là », a dit l’entraîneur"

    [quote] = propose(f"{copy} de Castelverne.").quotes

    assert quote.speaker.full_name == "Denis Kowal"


def test_teams_and_people_of_the_desk_are_marked():
    found = propose(f"{FRENCH_LEAD} Lestrade et Petit étaient là.").mentions

    assert [(str(one.record), one.why) for one in found] == [
        ("Union Castelverne", "team"),
        ("Stade Morlanne", "team"),
        ("Hugo Lestrade", "person"),
    ]


@pytest.mark.parametrize(
    ("copy", "title"),
    [
        (f"Castelverne tient bon\n{FRENCH_LEAD}", "Castelverne tient bon"),
        (f"Wexcombe hold on\n{ENGLISH_LEAD}", "Wexcombe hold on"),
        (f"{FRENCH_LEAD}\n{QUOTE}", None),
        (FRENCH_LEAD, None),
        (f"{APPEAL}\n{FRENCH_LEAD}", None),
    ],
)
def test_first_line_is_a_headline_when_short_and_without_a_full_stop(copy, title):
    proposal = propose(copy)

    assert (proposal.title and copy[slice(*proposal.title)]) == title


def test_characters_that_no_record_keeps_are_named():
    proposal = propose(f"\ufeff{FRENCH_LEAD}\x00\u202e")

    last = len(FRENCH_LEAD) + 1
    assert [(one.start, one.end, one.why) for one in proposal.dropped] == [
        (0, 1, "no text may hold it"),
        (last, last + 1, "no text may hold it"),
        (last + 1, last + 2, "changes the direction of the text"),
    ]
    assert proposal.body_text == FRENCH_LEAD


def test_page_is_read_as_its_text_and_placed_in_its_source():
    page = f"<p>{FRENCH_LEAD}</p><p>{QUOTE}</p><nav>Football Rugby</nav>"

    found = propose(page).as_json()

    [quote] = found["quotes"]
    assert page[quote["start"] : quote["end"]] == "On a tenu"
    assert found["body_text"] == f"{FRENCH_LEAD}\n{QUOTE}"
    assert found["boilerplate"] == ["Football Rugby"]


def test_markup_gives_a_post_its_id_and_its_language():
    page = (
        f"<p>{FRENCH_LEAD}</p><blockquote><p lang='ca'>🔥 Visca</p>&mdash; UCV (@UCV)"
        "<a href='https://twitter.com/UCV/status/1786140000000000000'>May 2, 2024</a>"
        "</blockquote>"
    )

    [post] = propose(page).posts

    assert (post.external_id, post.language) == ("1786140000000000000", "ca")


def test_json_has_the_keys_of_the_command():
    found = propose(f"{FRENCH_LEAD}\n{POST}\n{QUOTE}").as_json()

    assert " ".join(found) == "language fixtures posts quotes boilerplate body_text"
    assert {kind: " ".join(found[kind][0]) for kind in KEYS} == KEYS
    assert json.loads(json.dumps(found)) == found


def test_nothing_is_saved():
    propose(f"{FRENCH_LEAD}\n{POST}\n{QUOTE}\n{APPEAL}")

    assert [m.objects.count() for m in (Article, ClubPost, Quote)] == [0, 0, 0]
