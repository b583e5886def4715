import pytest

from tests.corpus.score import likeness, score

TEAMS = {"brumeville": "bru", "olympique de brumeville": "bru", "harrowport": "har"}
NOTHING = {
    "language": "fr",
    "fixture": None,
    "posts": [],
    "quotes": [],
    "boilerplate": [],
}


def quote(text, **told):
    told = {"kind": "full", "speaker": None, "cue": None, "occasion": None} | told
    return {"text": text} | told


def judged(subject, expected, proposed):
    """Right, expected and proposed for one subject, the rest left empty."""
    result = score(
        NOTHING | {subject: expected}, {"language": "fr"} | proposed, teams=TEAMS
    )
    return result.right, result.expected, result.proposed


def test_quote_counts_once_found_and_once_more_when_there_is_a_second():
    words = "Je n’ai pas de baguette, j’ai un tableau blanc"
    found = [quote(words), quote("Une autre phrase, que personne n’a dite")]

    right, expected, proposed = judged("quotes", [quote(words)], {"quotes": found})

    assert (right["quotes"], expected["quotes"], proposed["quotes"]) == (1, 1, 2)


def test_half_a_quote_is_no_quote():
    found = [quote("Je n’ai pas de baguette")]
    whole = quote("Je n’ai pas de baguette, j’ai un tableau blanc")

    right, _expected, proposed = judged("quotes", [whole], {"quotes": found})

    assert (right["quotes"], proposed["quotes"]) == (0, 1)


def test_two_halves_around_an_incise_are_the_quote():
    whole = quote("Un, deux", parts=["Un,", "deux"])
    found = [quote("Un"), quote("deux")]

    right, _expected, proposed = judged("quotes", [whole], {"quotes": found})

    assert (right["quotes"], proposed["quotes"]) == (1, 1)


@pytest.mark.parametrize(("found", "counted"), [([], 0), (["Page 1"], 0), (["x"], 1)])
def test_optional_line_is_right_to_find_and_no_fault_to_leave(found, counted):
    expected = NOTHING | {"boilerplate_optional": ["Page 1"]}

    result = score(expected, {"language": "fr", "boilerplate": found}, teams=TEAMS)

    assert result.expected["boilerplate"] == 0
    assert result.proposed["boilerplate"] == counted


def test_fixture_is_right_only_where_it_comes_first():
    wanted = {"home": "Brumeville", "away": "Harrowport", "date": "2024-05-09"}
    same = wanted | {"home": "Olympique de Brumeville"}
    other = wanted | {"date": "2023-10-26"}

    first, _expected, _proposed = judged("fixture", wanted, {"fixtures": [same, other]})
    second, _expected, _proposed = judged("fixture", wanted, {"fixtures": [other]})

    assert (first["fixture"], second["fixture"]) == (1, 0)


@pytest.mark.parametrize(
    ("told", "counted"),
    [({"handle": "brume"}, 1), ({"handle": "B"}, 0), ({"posted_on": "2024-05-10"}, 0)],
)
def test_post_needs_the_author_and_the_day(told, counted):
    wanted = {"handle": "Brume", "posted_on": "2024-05-09", "text": "But !", "pics": []}

    right, _expected, proposed = judged("posts", [wanted], {"posts": [wanted | told]})

    assert (right["posts"], proposed["posts"]) == (counted, 1)


def test_speaker_must_be_nobody_where_the_copy_tells_nobody():
    found = [quote("Bravo à tous", speaker="Tomé")]

    right, expected, _proposed = judged(
        "quotes", [quote("Bravo à tous")], {"quotes": found}
    )

    assert (right["speakers"], expected["speakers"]) == (0, 1)


def test_readable_text_is_like_the_text_as_posted():
    posted = "⏱️ 90’ | 1️⃣-0️⃣ 𝗕𝗿𝗮𝘃𝗼 pic.twitter.com/aB4cD7eF1G"

    assert likeness(posted, "⏱️ 90’ | 1-0 Bravo") == 1.0
