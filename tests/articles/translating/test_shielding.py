"""What an engine has to leave alone, whatever it makes of it."""

import pytest
from django.utils.translation import override

from articles.translating.machine import Unanswered
from articles.translating.shielding import Shield
from articles.translating.units import Unit
from tests.factories import make_person, make_team

from .engines import loud

pytestmark = pytest.mark.django_db

LINK = '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener">'
HTML = (
    f"<p>L’OM mène <b>largement</b>, {LINK}selon le club</a> et Jean-Louis Gasset.</p>"
)
SENT = (
    '<p>L’<span translate="no" id="n0">Marseille</span> mène <b>largement</b>, '
    '<a id="l0">selon le club</a> et '
    '<span translate="no" id="n1">Jean-Louis Gasset</span>.</p>'
)


@pytest.fixture(autouse=True)
def _register():
    names = {"short_name_fr": "OM", "short_name_en": "Marseille"}
    make_team("Olympique de Marseille", **names)
    make_person()


def shield(html=HTML, *, field="body"):
    made = Shield(Unit(field, html))
    return made, made.sent(source="fr")


def refusal(answer, html=HTML, *, field="body"):
    made, _sent = shield(html, field=field)
    with pytest.raises(Unanswered) as refused, override("en"):
        made.restored(answer)
    return str(refused.value)


def test_names_go_in_the_other_language_and_links_without_their_address():
    assert shield()[1] == SENT


def test_names_links_and_bold_come_back():
    made, sent = shield()

    assert made.restored(loud(sent)) == (
        f"<p>L’Marseille MÈNE <b>LARGEMENT</b>, {LINK}SELON LE CLUB</a> ET "
        "Jean-Louis Gasset.</p>"
    )


def test_a_name_comes_back_whatever_the_engine_makes_of_it():
    made, sent = shield("<p>L’OM a gagné.</p>")

    answer = sent.replace("Marseille", "Marsiglia").replace('translate="no" ', "")

    assert made.restored(answer) == "<p>L’Marseille a gagné.</p>"


def test_a_name_without_its_span_is_still_the_name():
    made, _sent = shield("<p>L’OM a gagné.</p>")

    assert made.restored("<p>Marseille won.</p>") == "<p>Marseille won.</p>"


def test_addresses_and_handles_are_left_alone():
    made, sent = shield("<p>Voir @OM_Officiel sur om.fr demain.</p>")

    assert made.restored(loud(sent)) == "<p>VOIR @OM_Officiel SUR om.fr DEMAIN.</p>"


def test_a_title_is_words_alone():
    made, sent = shield("L’OM &amp; <b>Co</b> gagne", field="title")

    assert made.restored(loud(sent)) == "L’Marseille &amp; CO GAGNE"


def test_a_list_keeps_its_lines():
    made, sent = shield("<ul><li>Un but</li><li>Deux cartons</li></ul>")

    said = "<ul><li>UN BUT</li><li>DEUX CARTONS</li></ul>"
    assert made.restored(loud(sent)) == said


@pytest.mark.parametrize(
    "extra",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        '<a href="javascript:alert(1)"></a>',
        '<span id="n9" onclick="alert(1)"></span>',
        '<iframe src="https://example.org"></iframe>',
        '<newsroom-embed data-type="quote" data-id="1"></newsroom-embed>',
    ],
)
def test_nothing_else_of_its_markup_is_believed(extra):
    made, _sent = shield("<p>Le club a gagné hier.</p>")

    assert made.restored(f"<p>The club won.{extra}</p>") == "<p>The club won.</p>"


def test_a_link_of_the_engines_own_leads_nowhere():
    made, _sent = shield("<p>Le club a gagné hier.</p>")
    link = '<a href="https://evil.example">club</a> <a id="l0">won</a>'

    assert made.restored(f"<p>The {link}.</p>") == "<p>The club won.</p>"


@pytest.mark.parametrize(
    "answer",
    [
        "<p>One.</p><p>Two.</p>",
        "<h2>One.</h2>",
        "<ul><li>One.</li></ul>",
        "<p></p>",
        "<script>One.</script>",
    ],
)
def test_another_form_is_refused(answer):
    said = "The translation engine changed the form of the text."
    assert refusal(answer, "<p>Le club a gagné.</p>") == said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            SENT.replace("Marseille", "OM").replace('id="n0"', ""),
            "The translation engine lost a name: Marseille",
        ),
        (SENT.replace('<a id="l0">', ""), "The translation engine lost a link."),
        (
            SENT.replace("mène", "mène " * 500),
            "The translation engine’s answer is too long.",
        ),
        (SENT, "The translation engine gave back the same words."),
    ],
)
def test_what_is_lost_is_said(answer, said):
    assert refusal(answer) == said


def test_names_alone_may_well_be_the_same():
    made, sent = shield("<h2>Jean-Louis Gasset</h2>")

    assert made.restored(sent) == "<h2>Jean-Louis Gasset</h2>"
