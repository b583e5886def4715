import pytest
from django.core.exceptions import PermissionDenied

from articles.models import AuditEntry, Quote
from articles.publishing import Refused
from articles.translating.rows import rows
from articles.translating.work import Act, Claim, Conflict, act, begin
from tests.factories import NOON, embed, make_article, make_member, make_quote

pytestmark = pytest.mark.django_db

A = "<p>Marseille ouvre le score dès la onzième minute sur une frappe.</p>"
B = "<p>Les Bergamasques égalisent sur corner avant la pause.</p>"
C = "<p>Le retour se jouera jeudi prochain en Italie.</p>"
ENGLISH = {
    A: "<p>Marseille took the lead with a strike in the 11th minute.</p>",
    B: "<p>Atalanta levelled from a corner before the break.</p>",
    C: "<p>The second leg is in Italy next Thursday.</p>",
}


@pytest.fixture
def translator():
    return make_member("translator")


@pytest.fixture
def quote():
    return make_quote()


@pytest.fixture
def edition(translator, quote):
    article = make_article(
        title_fr="Un nul",
        title_en="",
        standfirst_fr="",
        standfirst_en="",
        body_fr=f"{A}{embed(quote)}{B}{C}",
        body_en="",
    )
    return begin(article, language="en", by=translator, at=NOON)


def read(edition):
    edition.refresh_from_db()
    return rows(edition, edition.translation.units.all())


def states(edition):
    return [str(row.state) for row in read(edition)]


def do(edition, verb, number, target="", *, by=None, **shown):
    row = read(edition)[number]
    claim = {
        "source": row.source.html if row.source else "",
        "before": row.target.html if row.target else "",
        "target": target,
    }
    by = by or edition.translation.begun_by
    return act(edition, verb, Claim(number, **claim | shown), by=by, at=NOON)


def translate(edition, *numbers):
    for number in numbers:
        source = read(edition)[number].source.html
        do(edition, Act.DONE, number, ENGLISH.get(source, "A draw"))


def change_source(edition, body):
    edition.refresh_from_db()
    edition.article.body_fr = body
    edition.article.save()


def test_a_translation_begins_with_the_records_in_place(edition, quote):
    assert edition.words.body == embed(quote)
    assert states(edition) == ["unwritten", "unwritten", "done", *["unwritten"] * 2]


def test_passages_land_in_their_places_in_any_order(edition, quote):
    translate(edition, 4, 1, 3, 0)

    body = "\n".join([ENGLISH[A], embed(quote), ENGLISH[B], ENGLISH[C]])
    assert (edition.words.title, edition.words.body) == ("A draw", body)
    assert states(edition) == ["done"] * 5


def test_words_kept_without_a_word_on_them_are_not_done(edition):
    do(edition, Act.WRITE, 1, ENGLISH[A])

    assert states(edition)[1] == "open"


def test_a_changed_word_makes_that_passage_stale_and_no_other(edition, quote):
    translate(edition, 0, 1, 3, 4)

    change_source(edition, f"{A}{embed(quote)}{B.replace('corner', 'penalty')}{C}")

    assert states(edition) == ["done", "done", "done", "stale", "done"]


def test_a_reverted_change_is_not_stale(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}{B.replace('corner', 'penalty')}{C}")

    change_source(edition, f"{A}{embed(quote)}<p><b>{B[3:-4]}</b> </p>{C}")

    assert states(edition) == ["done"] * 5


def test_still_right_holds_until_the_next_change(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}{B.replace('corner', 'coin')}{C}")

    do(edition, Act.STILL_RIGHT, 3)
    said = states(edition)
    change_source(edition, f"{A}{embed(quote)}{B}{C}")

    assert said == ["done"] * 5
    assert states(edition)[3] == "stale"
    assert AuditEntry.objects.get(action="still_right").at == NOON


def test_a_typo_put_right_in_the_target_answers_nothing(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}{B.replace('corner', 'penalty')}{C}")

    do(edition, Act.WRITE, 3, "<p>Atalanta levelled on a corner.</p>")

    assert states(edition)[3] == "stale"


def test_a_removed_passage_is_gone_until_its_words_go_or_stay(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}{C}")
    said = states(edition)

    do(edition, Act.REMOVE, 3)

    assert said == ["done", "done", "done", "gone", "done"]
    assert states(edition) == ["done"] * 4
    assert ENGLISH[B] not in edition.words.body


def test_words_kept_of_a_removed_passage_are_the_targets_own(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}{C}")

    do(edition, Act.DONE, 3, ENGLISH[B])

    assert states(edition) == ["done", "done", "done", "added", "done"]


def test_a_moved_passage_is_told_and_followed(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{C}{A}{embed(quote)}{B}")
    said = states(edition)

    do(edition, Act.FOLLOW, 1)

    assert said == ["done", "moved", "done", "done", "done"]
    assert states(edition) == ["done"] * 5
    assert edition.words.body.startswith(ENGLISH[C])


def test_an_added_passage_is_unwritten(edition, quote):
    translate(edition, 0, 1, 3, 4)
    change_source(edition, f"{A}{embed(quote)}<p>Du neuf à la mi-temps.</p>{B}{C}")

    assert states(edition) == ["done", "done", "done", "unwritten", "done", "done"]


def test_what_is_left_out_on_purpose_is_owed_no_more(edition):
    translate(edition, 0, 1, 3)
    do(edition, Act.LEAVE_OUT, 4)

    assert states(edition) == ["done", "done", "done", "done", "left_out"]


def test_done_is_said_of_the_words_that_were_read(edition, quote):
    shown = read(edition)[3].source.html
    change_source(edition, f"{A}{embed(quote)}{B.replace('corner', 'penalty')}{C}")

    do(edition, Act.DONE, 3, ENGLISH[B], source=shown)

    assert states(edition)[3] == "stale"


def test_a_passage_is_found_though_others_came_before_it(edition, quote):
    shown = read(edition)[4].source.html
    change_source(edition, f"<p>Neuf.</p><p>Deux.</p>{A}{embed(quote)}{B}{C}")

    do(edition, Act.DONE, 4, ENGLISH[C], source=shown, before="")

    assert states(edition) == ["unwritten"] * 4 + ["done", "unwritten", "done"]


def test_words_that_two_people_wrote_are_refused_to_the_second(edition):
    do(edition, Act.WRITE, 1, ENGLISH[A])

    with pytest.raises(Conflict) as caught:
        do(edition, Act.WRITE, 1, "<p>Marseille scored first.</p>", before="")

    assert caught.value.row.target.html == ENGLISH[A]
    assert ENGLISH[A] in edition.words.body


def test_a_passage_that_is_gone_is_refused(edition):
    with pytest.raises(Refused, match="passage"):
        do(edition, Act.WRITE, 1, "<p>A.</p>", source="<p>Nowhere at all.</p>")


@pytest.mark.parametrize("verb", [Act.STILL_RIGHT, Act.DONE])
def test_nothing_unwritten_is_done_or_still_right(edition, verb):
    with pytest.raises(Refused, match="encore écrit"):
        do(edition, verb, 1)


def test_who_may_not_write_the_language_translates_nothing(edition):
    with pytest.raises(PermissionDenied):
        do(edition, Act.WRITE, 1, ENGLISH[A], by=make_member("read-only"))


def test_a_record_added_to_the_source_is_put_in_place(edition, quote):
    translate(edition, 0, 1, 3, 4)
    other = make_quote(text="Il reste un match.")
    change_source(edition, f"{A}{embed(quote)}{B}{embed(other)}{C}")
    said = states(edition)

    do(edition, Act.DONE, 4, embed(other))

    assert said[4] == "unwritten"
    assert states(edition) == ["done"] * 6
    assert edition.words.body.splitlines()[3] == embed(other)
    assert Quote.objects.count() == 2


def test_paragraphs_much_alike_keep_their_translations(translator):
    lines = [f"<p>Paragraphe {n} du récit, numéro {n}.</p>" for n in (7, 77, 78)]
    words = {"title_en": "", "standfirst_fr": "", "standfirst_en": "", "body_en": ""}
    article = make_article(title_fr="", body_fr="".join(lines), **words)
    edition = begin(article, language="en", by=translator, at=NOON)
    do(edition, Act.DONE, 0, "<p>Number 7.</p>")

    change_source(edition, "".join([lines[0].replace("7.", "7. Et."), *lines[1:]]))

    assert states(edition) == ["stale", "unwritten", "unwritten"]
