import html
import re
from collections import Counter

import pytest

from matches.models import Match, Membership
from tests.bench import intake
from tests.corpus import piece, world
from tests.corpus.score import Score, score

PIECES = list(piece.read())
RUN = 12  # words in a row that no two pieces share
INCISE = 110  # characters, at the most, of what stands inside a quote or a post
# What the rules reach on the pieces they were made with, and on those they never saw.
TUNED = {
    "precision": {"posts": 1.0, "quotes": 1.0, "boilerplate": 0.98},
    "recall": {
        "posts": 1.0,
        "quotes": 0.97,
        "boilerplate": 1.0,
        "language": 1.0,
        "fixture": 0.95,
        "kinds": 1.0,
        "speakers": 0.95,
        "cues": 0.99,
        "occasions": 0.96,
    },
}
HELD_OUT = {
    "precision": {"posts": 0.96, "quotes": 0.99, "boilerplate": 0.98},
    "recall": {
        "posts": 0.96,
        "quotes": 0.94,
        "boilerplate": 0.54,
        "language": 1.0,
        "fixture": 1.0,
        "kinds": 0.99,
        "speakers": 0.82,
        "cues": 0.92,
        "occasions": 0.8,
    },
}
TAG = re.compile(r"</?[a-zA-Z!][^>]*>")


def words(text):
    return re.findall(r"\w+", text.casefold())


def runs(text):
    said = words(text)
    return {tuple(said[i : i + RUN]) for i in range(len(said) - RUN + 1)}


def is_in(text, copy):
    """Whether the words of `text` stand in `copy`, with at most an incise between."""
    shown = html.unescape(TAG.sub(" ", copy) if "</p>" in copy else copy).casefold()
    starts = re.finditer(rf"\b{words(text)[0]}\b", shown)
    return any(follows(words(text), shown, start.start()) for start in starts)


def follows(said, shown, at):
    for word in said:
        found = re.compile(rf"\b{word}\b").search(shown, at, at + INCISE)
        if not found:
            return False
        at = found.end()
    return True


def as_found(expected):
    first = expected["fixture"]
    return expected | {"fixtures": [first] if first else []}


def test_corpus_is_large_and_as_much_french_as_english():
    languages = Counter(copy.expected["language"] for copy in PIECES)
    held_out = sum(copy.is_held_out for copy in PIECES)

    assert languages == {"fr": 68, "en": 65, "other": 3}
    assert held_out == 40


@pytest.mark.django_db
def test_world_is_built_as_it_is_told():
    told = world.read()

    world.build(told)

    assert Match.objects.count() == len(told["matches"])
    assert Membership.objects.filter(team__slug="bru", role="head_coach").count() == 2


@pytest.mark.parametrize("copy", PIECES, ids=lambda copy: copy.name)
def test_what_is_expected_stands_in_the_copy(copy):
    expected = copy.expected
    texts = [item["text"] for item in expected["quotes"] + expected["posts"]]
    texts = [*filter(None, texts), *expected["boilerplate"]]

    assert [text for text in texts if not is_in(text, copy.text)] == []


@pytest.mark.parametrize("copy", PIECES, ids=lambda copy: copy.name)
def test_what_is_expected_scores_full_marks(copy):
    teams = piece.team_names(world.read())

    assert score(copy.expected, as_found(copy.expected), teams=teams).misses == []


def test_every_fixture_is_played_in_the_world():
    told = world.read()
    teams = piece.team_names(told)
    played = {(m["home"], m["away"], m["date"]) for m in told["matches"]}
    fixtures = [copy.expected["fixture"] for copy in PIECES]

    for fixture in filter(None, fixtures):
        home, away = (teams[piece.fold(fixture[side])] for side in ("home", "away"))
        assert (home, away, fixture["date"]) in played


def test_no_two_pieces_share_a_run_of_words():
    seen = Counter(run for copy in PIECES for run in runs(copy.text))

    assert [run for run, times in seen.items() if times > 1] == []


def test_no_piece_shares_a_run_of_words_with_the_real_copy(real_copy):
    real = {run for file in real_copy.glob("*.txt") for run in runs(file.read_text())}

    assert [copy.name for copy in PIECES if runs(copy.text) & real] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("is_held_out", "floors"),
    [(False, TUNED), (True, HELD_OUT)],
    ids=["tuned", "held out"],
)
def test_intake_reads_the_corpus_as_well_as_ever(is_held_out, floors):
    told = world.read()
    world.build(told)
    copies = [copy for copy in PIECES if copy.is_held_out is is_held_out]

    total = sum((result for _copy, result in intake.scored(told, copies)), Score())

    assert below(floors["precision"], total.precision) == {}
    assert below(floors["recall"], total.recall) == {}


def below(floors, reached):
    figures = {subject: reached(subject) for subject in floors}
    return {s: figure for s, figure in figures.items() if figure < floors[s]}
