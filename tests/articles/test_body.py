import re
from html.parser import HTMLParser

import pytest
from django.core.exceptions import ValidationError

from articles.body import Prose, Record, blocks, plain_text, records, safe, sanitise
from articles.body import sections as sections_of

from .hostile import HOSTILE

QUOTE = '<newsroom-embed data-type="quote" data-id="12"></newsroom-embed>'
LINK = '<a href="https://x.fr/" rel="noopener">lien</a>'
TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "br"}
TAGS |= {"a", "b", "i", "em", "strong", "sup", "newsroom-embed"}
ATTRIBUTES = {
    ("a", "href"): r"https?://[^/\\\s]\S*|mailto:\S+|/(?![/\\])\S*|#\S*",
    ("a", "rel"): "noopener",
    ("newsroom-embed", "data-type"): "quote|post|photo|match",
    ("newsroom-embed", "data-id"): "[0-9]{1,12}",
}
LEGITIMATE = [
    "<p>Un partout.</p>",
    "<h2>La suite</h2>\n<p>À Bergame.</p>\n<h3>Et après</h3>",
    f"<p>Un <strong>grand <em>soir</em></strong>, dit {LINK}.</p>",
    "<p>Première ligne<br>seconde, le 1<sup>er</sup> mai</p>",
    "<ul><li><p>un</p></li><li><p>deux</p><ol><li><p>bis</p></li></ol></li></ul>",
    "<ol><li>un</li><li>deux</li></ol>",
    "<blockquote><p>C’est dit.</p><p>Et redit.</p></blockquote>",
    "<p>Avant</p>\n<hr>\n<p>après</p>",
    f"<p>Il a dit :</p>\n{QUOTE}\n<p>Fin.</p>",
    "<p>5 &lt; 6 &amp; 7 &gt; 2</p>",
    '<p><a href="mailto:desk@x.fr" rel="noopener">nous</a></p>',
    '<p><a href="/fr/articles/1/un/" rel="noopener">ici</a></p>',
    "<p>64\u202f475 spectateurs, 50&nbsp;%, ⏱️ 1️⃣-1️⃣ 👨‍👩‍👧</p>",
]


class Nodes(HTMLParser):
    """What a parser of another make finds in `text` that no body may hold."""

    def __init__(self, text):
        super().__init__()
        self.foreign = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.foreign.append(tag)
        for name, value in attrs:
            if not re.fullmatch(ATTRIBUTES.get((tag, name), "(?!)"), value or ""):
                self.foreign.append((tag, name, value))

    def handle_comment(self, data):
        self.foreign.append(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_html_leaves_nothing_but_what_a_body_holds(text):
    assert Nodes(sanitise(text)).foreign == []
    assert Nodes(safe(text)).foreign == []


def test_hostile_html_is_seen_where_nothing_is_cleaned():
    unseen = [text for text in HOSTILE if not Nodes(text).foreign]

    assert len(HOSTILE) == 108
    assert len(unseen) == 8  # no tag to an exact parser: spelled in another way


@pytest.mark.parametrize("text", [*HOSTILE, *LEGITIMATE])
def test_cleaning_twice_changes_nothing(text):
    cleaned = sanitise(text)

    assert sanitise(cleaned) == cleaned
    assert safe(cleaned) == cleaned


@pytest.mark.parametrize("text", LEGITIMATE)
def test_a_body_as_the_editor_writes_it_is_left_as_it_is(text):
    assert sanitise(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("mot", "<p>mot</p>"),
        ("un<p>deux</p>trois", "<p>un</p>\n<p>deux</p>\n<p>trois</p>"),
        ("<p></p><p>&nbsp;</p><p>\u200b</p><p>mot</p>", "<p>mot</p>"),
        (
            "<em>a<ul><li>b</li></ul></em>c",
            "<p><em>a</em></p>\n<ul><li>b</li></ul>\n<p>c</p>",
        ),
        ("<b id=docs-internal-guid><p>a</p></b>", "<p>a</p>"),
        ("<h2>a<p>b</p></h2>", "<h2>a</h2>\n<p>b</p>"),
        (
            "<ul>a<li>b</li><p>c</p></ul>",
            "<ul><li>a</li><li>b</li><li><p>c</p></li></ul>",
        ),
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul><li>a</li><li><ul><li>b</li></ul></li></ul>",
        ),
        ("<li>a</li><p>b</p>", "<ul><li>a</li></ul>\n<p>b</p>"),
        ("<p><b>a<b>b</b></b><i></i></p>", "<p><b>ab</b></p>"),
        ("<p><a>a</a><a href='ftp://x'>b</a></p>", "<p>ab</p>"),
        ("<div><h1>a</h1><table><tr><td>b</td></tr></table></div>", "<p>ab</p>"),
        ("<p>e\u0301 &#x202e;&#0;&#824;&gt;</p>", "<p>é \ufffd\u0338&gt;</p>"),
    ],
)
def test_html_from_elsewhere_is_written_in_the_one_shape(text, written):
    assert sanitise(text) == written
    assert sanitise(written) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (f"<p>a{QUOTE}b</p>", f"<p>a</p>\n{QUOTE}\n<p>b</p>"),
        (
            f"<ul><li>a{QUOTE}</li><li>b</li></ul>",
            f"<ul><li>a</li></ul>\n{QUOTE}\n<ul><li>b</li></ul>",
        ),
        (QUOTE.replace("><", ">a carded quote<"), QUOTE),
        (QUOTE.replace("><", f">{QUOTE}<"), QUOTE),
        ('<newsroom-embed data-id="7">a</newsroom-embed>', ""),
        (QUOTE.replace("12", "0012"), QUOTE),
    ],
)
def test_a_record_stands_alone_and_holds_nothing(text, written):
    assert sanitise(text) == written


def test_blocks_are_prose_and_records_in_order():
    assert blocks(f"<p>un</p>{QUOTE}<h2>deux</h2>") == [
        Prose("<p>un</p>"),
        Record("quote", 12),
        Prose("<h2>deux</h2>"),
    ]


def test_records_are_found_in_the_order_of_the_body():
    second = QUOTE.replace("quote", "match").replace("12", "3")

    assert records(f"{QUOTE}<p>a</p>{second}{QUOTE}") == [
        Record("quote", 12),
        Record("match", 3),
        Record("quote", 12),
    ]


def test_sections_join_the_prose_between_records():
    found = list(sections_of(f"<p>un</p><p>deux</p>{QUOTE}<p>trois</p>"))

    assert found == ["<p>un</p>\n<p>deux</p>", Record("quote", 12), "<p>trois</p>"]


@pytest.mark.parametrize("text", HOSTILE)
def test_sections_of_a_forged_row_are_clean(text):
    prose = [str(piece) for piece in sections_of(text) if isinstance(piece, str)]

    assert Nodes("".join(prose)).foreign == []


def test_plain_text_is_the_words_a_block_a_line():
    text = f"<h2>5 &lt; 6</h2>{QUOTE}<ul><li><p>a</p></li><li>b<br>c</li></ul>"

    assert plain_text(text) == "5 < 6\na b c"


def test_plain_text_of_records_alone_is_empty():
    assert plain_text(QUOTE) == ""


@pytest.mark.parametrize(
    "text",
    [
        "x" * 2_000_001,
        "<p>x" * 100_002,
        "<div>" * 5_001,
        "<DIV>" * 5_001,
        "".join(f"<x{number}>" for number in range(5_001)),
        "<p><b><i><em><strong>" + "<p>x" * 60_000,
    ],
    ids=["long", "tags", "deep", "deep capitals", "deep names", "reopened"],
)
def test_a_body_that_would_hold_a_parser_up_is_refused(text):
    with pytest.raises(ValidationError):
        sanitise(text)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("x" * 1_000_000, 1_000_007),
        ("&amp;" * 100_000, 500_007),
        ("<p>mot</p>" * 50_000, 549_999),
        ("<blockquote>" * 4_999 + "x", 12 * 8 + 1 + 13 * 8),
        ("".join(f"<b a={n}>" for n in range(4_999)) + "<p>x" * 9_000, 80_999),
    ],
    ids=["word", "entities", "paragraphs", "deep", "marks left open"],
)
def test_a_huge_body_is_taken(text, length):
    assert len(sanitise(text)) == length


def test_blocks_go_eight_deep_and_no_word_is_lost():
    text = sanitise("<ul><li>x" * 20)

    assert text.count("<ul>") == 4
    assert text.count("x") == 20


def test_real_copy_loses_no_word(real_copy):
    for file in real_copy.glob("*.txt"):
        lines = file.read_text(encoding="utf-8").splitlines()
        body = sanitise("".join(f"<p>{line}</p>" for line in lines))
        assert plain_text(body).splitlines() == [
            line.strip() for line in lines if line.strip()
        ]
