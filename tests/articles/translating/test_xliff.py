"""What goes to an agency."""

import re

import pytest
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from articles import body
from articles.translating.units import Unit, body_units
from articles.translating.work import Act, Claim, act
from articles.translating.xliff_codes import Code, coded, html_from, is_prose
from tests.factories import NOON, embed, make_photo, make_quote

from .xliff_files import FRENCH, SCHEMA, bring_back, copied, file_of, read, sent

pytestmark = pytest.mark.django_db


def notes(file):
    return re.findall('<note category="([a-z]+)">(.*?)</note>', file)


def do(edition, verb, number, target=""):
    row = read(edition)[number]
    before = row.target.html if row.target else ""
    claim = Claim(number, row.source.html, before, target)
    act(edition, verb, claim, by=edition.translation.begun_by, at=NOON)


def segments(file):
    """(source, target) of each unit as the toolkit reads what it wrote."""
    again = bytes(Xliff2File.parsestring(file.encode()))
    return [(unit.source, unit.target) for unit in Xliff2File.parsestring(again).units]


def words(unit):
    return "".join(piece for piece in coded(unit)[0] if isinstance(piece, str))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_file_is_valid_by_the_schema_of_oasis(language):
    edition = sent(language=language)
    schema = etree.XMLSchema(file=SCHEMA)

    schema.assertValid(etree.fromstring(file_of(edition).encode()))
    bring_back(edition, copied(file_of(edition)))
    schema.assertValid(etree.fromstring(file_of(edition).encode()))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_translate_toolkit_reads_the_words_as_they_are(language):
    edition = sent(language=language)
    bring_back(edition, copied(file_of(edition)))
    rows = [row for row in read(edition) if is_prose(row.source)]

    found = [pair for pair in segments(file_of(edition)) if pair[0]]

    assert found == [(words(row.source), words(row.target)) for row in rows]


def test_a_file_that_the_translate_toolkit_wrote_comes_back_as_it_went():
    edition = sent()
    again = bytes(Xliff2File.parsestring(copied(file_of(edition)).encode()))

    taken = bring_back(edition, again)

    assert len(taken.done) == 7
    assert edition.article.body_en == edition.article.body_fr.replace("\n<hr>", "")


def test_a_file_names_its_article_and_its_languages():
    edition = sent()
    digest = edition.article.words("fr").digest

    file = file_of(edition)

    assert 'srcLang="fr" trgLang="en"' in file
    assert f'<file id="article-{edition.article_id}-en-9-{digest}"' in file
    assert ("article", "Un nul") in notes(file)
    assert digest in dict(notes(file))["source"]


def test_kinds_of_passages_are_told():
    kinds = [words for category, words in notes(file_of(sent())) if category == "kind"]

    assert kinds[:3] == ["Titre", "Chapô", "Intertitre"]
    assert len(kinds) == 9


def test_no_word_of_a_record_goes_out():
    quote = make_quote(
        text="Un mot entre nous.",
        translation_en="Between us.",
        is_off_record=True,
    )
    photo = make_photo(alt_fr="Une photo")
    edition = sent(body=f"<p>Avant</p>\n{embed(quote)}{embed(photo)}")

    file = file_of(edition)

    assert [
        file.count(t) for t in ("entre nous", "Between us", "Gasset", "photo<")
    ] == [*[0] * 4]
    assert file.count('translate="no"') == 3


def test_addresses_stand_outside_the_words():
    file = file_of(sent())
    sources = "".join(re.findall("<source>.*?</source>", file))

    assert "uefa" not in sources
    assert file.count("https://www.uefa.com/?a=1&amp;amp;b=2") == 1


@pytest.mark.parametrize(
    ("verb", "state"),
    [(Act.WRITE, "translated"), (Act.DONE, "final")],
)
def test_how_far_a_passage_is_stands_in_its_state(verb, state):
    edition = sent()

    do(edition, verb, 0, "A draw")

    target = f'state="{state}"><source>Un nul</source><target>A draw</target>'
    assert target in file_of(edition)


def test_machine_text_goes_out_as_not_translated():
    edition = sent()
    do(edition, Act.WRITE, 0, "A draw")
    edition.translation.units.filter(field="title").update(is_machine=True)

    assert 'state="initial"><source>Un nul</source><target>A draw' in file_of(edition)


def test_a_passage_left_out_is_not_asked_for():
    edition = sent()

    do(edition, Act.LEAVE_OUT, 1)

    unit = re.search('<unit id="u2-standfirst[^>]*>', file_of(edition))[0]
    assert unit.endswith('translate="no">')


def test_what_the_source_said_before_is_told_of_a_stale_passage():
    edition = sent()
    do(edition, Act.DONE, 0, "A draw")
    edition.article.title_fr = "Un nul partout"
    edition.article.save()

    file = file_of(edition)

    assert dict(notes(file))["before"].endswith("Un nul")
    source = "<source>Un nul partout</source><target>A draw</target>"
    assert f'state="initial">{source}' in file


def test_codes_that_a_translation_shares_with_its_source_are_the_same():
    source = Unit("body", "<p><b>a</b> <i>b</i></p>")
    target = Unit("body", "<p><i>b</i> <sup>c</sup></p>")

    pieces, own = coded(target, coded(source)[1])

    assert pieces[0] == Code("2", "start")
    assert own == {"2": "<i>", "t2": "<sup>"}


@pytest.mark.parametrize("unit", body_units(body.sanitise(FRENCH)))
def test_every_markup_is_made_of_codes_again(unit):
    pieces, codes = coded(unit)

    assert html_from(pieces, codes, unit.tag) == unit.html
