"""What holds for any text whatever: nothing raises, overlaps or goes missing."""

import json
import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.characters import storable
from articles.intake import Refused, propose
from tests.articles.intake.desk import make_clubs
from tests.articles.intake.hostile_text import pages, plain

pytestmark = pytest.mark.django_db
LANGUAGE = st.sampled_from(["fr", "en"])
ANY = plain | pages
SPACE = re.compile(r"\s+")
fuzzed = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def _clubs():
    make_clubs()


def proposed(text, language):
    """The proposal; None where the text is refused."""
    try:
        return propose(text, language=language)
    except Refused:
        return None


def shown(text):
    """The characters of `text` that show, whatever their composition."""
    return unicodedata.normalize("NFD", SPACE.sub("", text))


def without(text, found):
    """`text` without the places of `found`."""
    kept, place = [], 0
    for one in sorted(found, key=lambda one: (one.start, one.end)):
        kept.append(text[place : max(place, one.start)])
        place = max(place, one.end)
    return "".join([*kept, text[place:]])


def is_in_order(part, whole):
    """Whether the characters of `part` stand in `whole` in that order."""
    rest = iter(whole)
    return all(letter in rest for letter in part)


def apart(proposal):
    """The posts, the boilerplate and the quotes outside both, in order."""
    found = [*proposal.posts, *proposal.boilerplate, *proposal.quotes]
    return sorted(found, key=lambda one: (one.start, one.end))


@fuzzed
@given(ANY, st.sampled_from(["fr", "en", ""]))
def test_any_text_is_answered_or_refused(text, language):
    proposal = proposed(text, language)

    assert proposal is None or proposal.language in ("fr", "en")


@fuzzed
@given(ANY, LANGUAGE)
def test_findings_lie_within_the_copy_and_never_overlap(text, language):
    if proposal := proposed(text, language):
        found = apart(proposal)

        assert all(0 <= one.start <= one.end <= len(proposal.copy) for one in found)
        assert all(first.end <= then.start for first, then in pairwise(found))


@fuzzed
@given(ANY, LANGUAGE)
def test_words_of_a_finding_stand_at_its_place(text, language):
    if proposal := proposed(text, language):
        for one in [*proposal.posts, *proposal.quotes]:
            words = SPACE.sub("", one.text)
            assert is_in_order(words, proposal.copy[one.start : one.end])
        for one in proposal.boilerplate:
            assert one.text == storable(proposal.copy[one.start : one.end])


@fuzzed
@given(ANY, LANGUAGE)
def test_nothing_is_lost_but_space_and_what_is_said_to_be_dropped(text, language):
    if proposal := proposed(text, language):
        found = [*proposal.posts, *proposal.boilerplate, *proposal.dropped]

        kept = without(proposal.copy, found)

        assert shown(proposal.body_text) == shown(kept)


@fuzzed
@given(plain, LANGUAGE)
def test_offsets_count_the_characters_of_the_text_as_given(text, language):
    proposal = proposed(text, language)

    assert proposal is None or proposal.flat or proposal.copy == text


@fuzzed
@given(pages, LANGUAGE)
def test_places_in_a_page_are_in_order_and_within_it(text, language):
    if (proposal := proposed(text, language)) and proposal.flat:
        places = list(proposal.flat.origins)

        assert len(places) == len(proposal.copy)
        assert places == sorted(places)
        assert not places or 0 <= places[0] <= places[-1] < len(text)


@fuzzed
@given(ANY, LANGUAGE)
def test_json_is_text_that_any_program_reads(text, language):
    if proposal := proposed(text, language):
        told = json.dumps(proposal.as_json(), ensure_ascii=False)

        assert json.loads(told.encode("utf-8")) == proposal.as_json()


@fuzzed
@given(ANY, LANGUAGE)
def test_reading_twice_finds_the_same(text, language):
    if first := proposed(text, language):
        assert propose(text, language=language).as_json() == first.as_json()
