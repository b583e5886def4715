"""What all findings share: order, place, mark, language."""

from django.utils.translation import override

from articles.translating.checks import Pair, findings
from articles.translating.checks.pairs import Side
from articles.translating.units import Unit
from tests.articles.translating.checks.desk import checked

BOTH = {"source": "fr", "target": "en"}


def mark(source, target):
    (found,) = checked({"source": source, "target": target}, **BOTH)
    return found.mark


def test_a_mark_stays_while_both_sides_say_the_same():
    first = mark("Il a 34 ans.", "He is 43.")

    assert mark("Il a <b>34</b> ans.", "At last, he is 43.") == first


def test_a_mark_changes_with_the_words_and_with_their_source():
    marks = {
        mark("Il a 34 ans.", "He is 43."),
        mark("Il a 34 ans.", "He is 44."),
        mark("Il avait 34 ans.", "He is 43."),
    }

    assert len(marks) == 3


def test_findings_follow_the_pairs_and_what_blocks_comes_first():
    embed = '<newsroom-embed data-type="quote" data-id="1"></newsroom-embed>'
    told = {
        "source": ["<p>Il a 34 ans.</p>", embed],
        "target": ["<p>Il avait marqué avec ses 43 ans et 2 buts.</p>"],
    }

    found = checked(told, **BOTH)

    assert [(one.pair, str(one.kind)) for one in found] == [
        (0, "language"),
        (0, "figure"),
        (1, "embed"),
    ]


def test_a_place_is_one_of_the_units_own_words():
    told = {"source": "<p>Il a <b>34</b> ans.</p>", "target": "<p>He’s <i>43</i>.</p>"}

    (found,) = checked(told, **BOTH)

    assert (found.start, found.end, found.words) == (5, 7, "43")


def test_a_title_is_checked_as_a_paragraph_is():
    pair = Pair(Unit("title", "OM 1-1"), Unit("title", "OM 1-2"))

    (found,) = findings([pair], **BOTH)

    assert (found.field, found.words) == ("title", "1-2")


def test_what_is_left_out_or_added_raises_nothing_by_itself():
    unit = Unit("body", "<p>Il a 34 ans.</p>")
    added = Unit("body", "<p>He is 34.</p>")

    assert findings([Pair(unit, None), Pair(None, added)], **BOTH) == []


def test_findings_speak_the_language_of_the_desk():
    with override("en"):
        (found,) = checked({"source": "Il a 34 ans.", "target": "He is 43."}, **BOTH)

    assert found.says == "The source says “34”."


def test_a_text_too_long_for_anyone_to_wait_is_only_asked_for_its_embeds():
    long = Unit("body", f"<p>{'Il a 34 ans. ' * 6_000}</p>")

    assert findings([Pair(long, Unit("body", "<p>He is 43.</p>"))], **BOTH) == []


def test_places_in_a_side_are_those_of_its_units():
    side = Side([Unit("title", "Un"), None, Unit("body", "<p>deux</p>")], language="fr")

    assert side.text == "Un\n\ndeux\n"
    assert side.place(side.text.index("eux")) == (2, 1)
