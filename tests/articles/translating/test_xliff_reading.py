"""Files that should not be taken, and what is said of them."""

import re
import time
from itertools import pairwise

import pytest
from django.utils.translation import override

from articles.translating.xliff import NAMESPACE
from articles.translating.xliff_reading import returned
from articles.translating.xml_tree import LARGEST, Misfit, parsed

from .xliff_files import copied, file_of, sent

HEAD = f'<xliff xmlns="{NAMESPACE}" version="2.0" srcLang="fr" trgLang="en">'
LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghi"))
    + "]>\n<x>&i;</x>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


def faults(data):
    with pytest.raises(Misfit) as misfit:
        returned(data.encode() if isinstance(data, str) else data)
    return [(fault.line, fault.reason) for fault in misfit.value.faults]


def reasons(data):
    return [reason for _line, reason in faults(data)]


@pytest.fixture
def _english():
    with override("en"):
        yield


@pytest.fixture
def file(db):
    return file_of(sent())


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (LAUGHS, 2, "The file declares a document type."),
        (OUTSIDE, 1, "The file declares a document type."),
        ("", 1, "From here on the file is not XML."),
        (f"{HEAD}\n<file>\n</xliff>", 3, "From here on the file is not XML."),
        (f"{HEAD}\n&nbsp;</xliff>", 2, "From here on the file is not XML."),
        (f"{HEAD}\n\x00</xliff>", 2, "From here on the file is not XML."),
        ("<html/>", 1, "This is not XLIFF 2.0."),
        (HEAD.replace("2.0", "1.2", 2) + "</xliff>", 1, "This is not XLIFF 2.0."),
        ('<xliff version="2.0"/>', 1, "This is not XLIFF 2.0."),
        (f"{HEAD}</xliff>", 1, "The file should hold one article."),
        (f'{HEAD}\n<file id="x"/></xliff>', 2, "This file did not come from here."),
    ],
)
@pytest.mark.usefixtures("_english")
def test_what_is_no_file_of_ours_is_refused_with_its_line(data, line, reason):
    assert faults(data) == [(line, reason)]


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(
    ("encoding", "reason"),
    [
        ("latin-1", "The file is neither UTF-8 nor UTF-16."),
        ("utf-7", "The file is neither UTF-8 nor UTF-16."),
        ("shift-jis", "The file is neither UTF-8 nor UTF-16."),
        ("no-such-thing", "The file is neither UTF-8 nor UTF-16."),
    ],
)
def test_other_encodings_are_refused(file, encoding, reason):
    assert reasons(file.replace("UTF-8", encoding)) == [reason]


@pytest.mark.usefixtures("_english")
def test_bytes_that_are_not_what_is_declared_are_refused_with_their_line(file):
    data = file.replace("\u202f", " ").encode("latin-1")

    assert faults(data) == [(7, "From here on the file is not XML.")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_may_come_back_in_another_unicode_encoding(file, encoding):
    name = "UTF-16" if encoding == "utf-16" else "UTF-8"
    data = file.replace("UTF-8", name).encode(encoding)

    assert returned(data).passages == returned(file.encode()).passages


@pytest.mark.usefixtures("_english")
def test_fifty_megabytes_are_refused_unread():
    began = time.perf_counter()

    assert reasons(b"<x>" * 17_000_000) == ["The file is larger than 12 MB."]
    assert time.perf_counter() - began < 1


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize("data", [b"<x>" * 1000, b"<x>" + b"<x/>" * (LARGEST // 5)])
def test_depth_and_number_of_elements_are_bounded(data):
    assert reasons(data) == ["The file holds too many elements."]


@pytest.mark.usefixtures("_english")
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            'trgLang="en"',
            'trgLang="de"',
            "The languages of the file are not those sent.",
        ),
        ('srcLang="fr"', "", "The languages of the file are not those sent."),
        (
            "<source>La fin.",
            "<source>La  fin.",
            "The source of this passage was changed.",
        ),
        ("uefa.com", "evil.org", "The source of this passage was changed."),
        ('id="u9-p', 'id="u8-p', "This passage is there twice."),
        ('id="u9-p', 'id="u12-p', "This passage did not come from here."),
        ('id="u9-p', 'id="p9-p', "This passage did not come from here."),
        ('id="u9-p', 'id="u9-h2', "The source of this passage was changed."),
        ("<source>La", "<source><x/>La", "x has no place among words."),
    ],
)
def test_what_was_changed_and_should_not_be_is_told(file, before, after, expected):
    assert before in file
    assert expected in reasons(file.replace(before, after))


@pytest.mark.usefixtures("_english")
def test_missing_passages_are_told_by_their_numbers(file):
    lacking = re.sub('<unit id="u[29]-.*?</unit>', "", file)

    assert faults(lacking) == [(3, "Passages are missing: 2, 9.")]


@pytest.mark.usefixtures("_english")
def test_passages_of_two_files_are_not_one_text(file, db):
    other = file_of(sent(title_fr="Un autre nul"))
    title = '<unit id="u1-.*?</unit>'
    mixed = re.sub(title, re.search(title, other)[0], file)

    assert reasons(mixed) == ["These passages are not of one text."]


@pytest.mark.usefixtures("_english")
def test_every_fault_is_told_at_once(file):
    file = file.replace("<source>Un nul", "<source>Nul")
    file = file.replace('state="initial"><source>La', 'state="final"><source>La')

    assert faults(file) == [
        (5, "The source of this passage was changed."),
        (13, "This passage is said to be translated and has no words."),
    ]


def test_a_hundred_faults_are_enough(file):
    strange = '<unit id="x"><segment><source/></segment></unit>' * 1000

    assert len(faults(file.replace("</file>", f"{strange}</file>"))) == 100


@pytest.mark.usefixtures("_english")
def test_half_a_passage_is_refused(file):
    halves = "<source>La fin.</source></segment>"
    cut = (
        "<source>La </source><target>The</target></segment>"
        "<segment><source>fin.</source></segment>"
    )

    assert reasons(file.replace(halves, cut)) == [
        "A part of this passage has no words."
    ]


def test_segments_are_one_passage_in_the_order_asked_for(file):
    cut = (
        '<source>La</source><target order="3">here</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment><source>fin.</source><target order="1">End</target></segment>'
    )
    file = file.replace("<source>La fin.</source></segment>", cut)

    assert returned(file.encode()).passages[-1].target == ("End here",)


def test_what_annotates_and_what_is_of_others_is_passed_over(file):
    marked = (
        '<source><mrk id="m1" type="term">La</mrk><sm id="m2"/> fin.<em startRef="m2"/>'
        "</source>"
    )
    file = file.replace("<source>La fin.</source>", marked)
    file = file.replace("<notes>", '<m:x xmlns:m="urn:m"><m:y/></m:x><notes>', 2)

    assert returned(file.encode()).passages[-1].source.text == "La fin."


def test_codes_may_come_back_as_a_start_and_an_end(file):
    told = '<sc id="1"/>le banc<ec startRef="1"/>'
    split = re.sub('<pc id="1"[^>]*>le banc</pc>', told, copied(file))

    assert returned(split.encode()).passages == returned(copied(file).encode()).passages


def test_lines_of_elements_are_known():
    root = parsed(b"<a xmlns='n'>\n<b/>\n\n<c/></a>", namespace="n")

    assert [(node.name, node.line) for node in root.elements] == [("b", 2), ("c", 4)]
