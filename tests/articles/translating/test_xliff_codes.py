"""Codes stand for markup on the way to an agency, and become it again."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import body
from articles.translating.units import Unit, body_units
from articles.translating.xliff_codes import coded, html_from, is_prose

from .xliff_files import bring_back, copied, file_of, reasons, sent, stored, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return sent()


@pytest.fixture
def file(edition):
    return file_of(edition)


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("(<target>.*?)<pc [^>]*>le banc</pc>", r"\1le banc", "lost: 1 <strong>."),
        ("(<target>.*?)<pc [^>]*>le site</pc>", r"\1le site", "lost: 2 <a href="),
        ("(<target>.*?<pc [^>]*>le banc</pc>)", r"\1<ph id='1'/>", "misplaced."),
        (
            "(<target>[^/]*)(<pc [^>]*>le banc</pc>)",
            r"\1\2\2",
            "twice: 1 <strong>.",
        ),
        ("(<target>.*?)(le banc)", r"\1\2<ph id='7'/>", "source has not: 7."),
        ("(<target>.*?<pc [^>]*>)le banc", r"\1", "misplaced."),
        (
            "(<target>.*?)<pc id=.1.[^>]*>le banc</pc>(.*?)<pc id=.2.[^>]*>.*?</pc>",
            r"\1<sc id='1'/>a<sc id='2'/>b<ec startRef='1'/>c<ec startRef='2'/>",
            "misplaced.",
        ),
    ],
)
def test_codes_lost_doubled_or_misplaced_are_refused(edition, before, after, reason):
    lines = copied(file_of(edition)).split("\n")
    lines[8] = re.sub(before, after, lines[8], count=1)
    kept = stored(edition)

    [(line, told)] = reasons(edition, "\n".join(lines))

    assert (line, reason in told) == (9, True)
    assert stored(edition) == kept


def test_codes_may_change_places(edition, file):
    swapped = re.sub(
        "(<target>.*?)(<pc [^>]*>le banc</pc>)(.*?)(<pc [^>]*>le site</pc>)",
        r"\1\4\3\2",
        copied(file),
        count=1,
    )

    bring_back(edition, swapped)

    assert "le site</a>, 64\u202f475 voix et 21&nbsp;h, sur <strong>" in (
        edition.article.body_en
    )


def test_codes_that_a_translation_went_without_are_not_asked_for(edition):
    write(edition, 4, "<p>What a game, said the bench.</p>")
    file = file_of(edition).replace("What a game, said", "What a match, says")

    bring_back(edition, file)

    assert "<p>What a match, says the bench.</p>" in edition.article.body_en


def test_a_link_of_the_translation_keeps_its_own_address(edition):
    link = '<p>See <a href="https://en.example.org/">there</a>.</p>'
    write(edition, 8, link)
    file = file_of(edition).replace("https://en.example", "https://evil.example")

    bring_back(edition, file.replace(">there<", ">over there<"))

    assert 'href="https://en.example.org/" rel="noopener">over' in (
        edition.article.body_en
    )


MARKED = st.recursive(
    st.text("aé\u202f\u00a0 <&>\"'!🙂", min_size=1).map(
        lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
    ),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{'<br>'.join(parts)}</{tag.split()[0]}>",
        st.sampled_from(
            ["b", "em", "sup", "li", "ul", "p", 'a href="https://x.org/&amp;"']
        ),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(MARKED, max_size=4))
def test_every_body_is_made_of_its_codes_again(pieces):
    for unit in filter(is_prose, body_units(body.sanitise("".join(pieces)))):
        told, codes = coded(unit)

        assert html_from(told, codes, unit.tag) == unit.html


def test_a_title_is_made_of_its_words_again():
    title = Unit("title", "A &amp; &lt;b&gt; &quot;c&quot;")

    assert html_from(*coded(title), "title") == title.html
