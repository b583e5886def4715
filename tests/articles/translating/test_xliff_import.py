"""What an agency sends back, and what becomes of the article."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import AuditEntry, Translation
from articles.translating.units import body_units
from articles.translating.work import Act
from articles.translating.xliff_import import take
from articles.translating.xml_tree import Misfit
from tests.factories import NOON, make_edition, make_member

from .xliff_files import (
    ENGLISH,
    bring_back,
    copied,
    file_of,
    reasons,
    sent,
    states,
    stored,
    write,
    written,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return sent()


@pytest.fixture
def file(edition):
    return file_of(edition)


def numbers(taken):
    return {
        name: [p.number for p in found] for name, found in vars(taken).items() if found
    }


def change_source(edition, before, after):
    article = edition.article
    article.body_fr = article.body_fr.replace(before, after)
    article.title_fr = article.title_fr.replace(before, after)
    article.save()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("fill", [str, copied])
def test_a_file_that_comes_back_as_it_went_changes_nothing(language, fill):
    edition = sent(language=language)
    bring_back(edition, fill(file_of(edition)))
    before = stored(edition)

    taken = bring_back(edition, file_of(edition))

    assert stored(edition) == before
    assert numbers(taken) == {}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_words_links_and_french_spaces_come_in_as_they_were(language):
    edition = sent(language=language)
    source = "fr" if language == "en" else "en"

    taken = bring_back(edition, copied(file_of(edition)))

    told = edition.article.words(source).body.replace("\n<hr>", "")
    assert edition.words.body == told
    assert numbers(taken) == {"done": [1, 2, 3, 5, 6, 7, 9]}


def test_final_words_are_done_and_translated_ones_wait_for_the_desk(edition, file):
    file = written(file, {"Un nul": "A draw"}, state="reviewed")
    file = written(file, {"La fin": "The end."}, state="translated")

    taken = bring_back(edition, file)

    assert numbers(taken) == {"done": [1], "open": [9]}
    assert states(edition)[0::8] == ["done", "open"]


def test_words_without_a_state_are_open(edition, file):
    file = file.replace(
        "<source>Un nul</source>", "<source>Un nul</source><target>A draw</target>"
    )

    bring_back(edition, file)

    assert states(edition)[0] == "open"


def test_characters_of_xml_are_characters(edition, file):
    bring_back(edition, written(file, {"Un nul": "A &lt;b&gt; &amp; “draw” &#x202F;!"}))

    assert edition.article.title_en == "A <b> & “draw” \u202f!"


def test_new_passages_stand_in_the_order_of_the_source(edition, file):
    bring_back(edition, written(file, ENGLISH))

    tags = [unit.tag for unit in body_units(edition.article.body_en)]
    assert tags == ["h2", "quote", "p"]


def test_a_file_is_one_save_and_one_entry_of_the_log(edition, file):
    before = edition.article.history.count()

    bring_back(edition, copied(file))

    entry = AuditEntry.objects.get(action="xliff_import")
    assert edition.article.history.count() == before + 1
    assert (entry.details["done"], entry.user) == (7, edition.translation.begun_by)


def test_what_the_desk_wrote_meanwhile_is_kept_and_told(edition, file):
    write(edition, 0, "A share of the spoils")

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken) == {"done": [2, 3, 9], "kept": [1]}
    assert edition.article.title_en == "A share of the spoils"


def test_what_the_desk_left_out_meanwhile_stays_out(edition, file):
    write(edition, 8, "", Act.LEAVE_OUT)

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken)["kept"] == [9]
    assert states(edition)[8] == "left_out"


def test_the_same_words_as_the_desk_wrote_meanwhile_are_no_conflict(edition, file):
    write(edition, 0, "A draw")

    taken = bring_back(edition, written(file, {"Un nul": "A draw"}))

    assert numbers(taken) == {"done": [1]}


@pytest.mark.parametrize("state", ["translated", "final"])
def test_words_for_a_source_that_has_changed_come_in_stale(edition, file, state):
    change_source(edition, "La fin.", "La fin, enfin.")

    taken = bring_back(edition, written(file, {"La fin": "The end."}, state=state))

    assert numbers(taken) == {"stale": [9]}
    assert states(edition)[8] == "stale"
    assert edition.article.body_en.endswith("<p>The end.</p>")


def test_markup_that_the_source_has_gained_makes_nothing_stale(edition, file):
    change_source(edition, "La fin.", "La <b>fin</b>.")

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken) == {"done": [1, 2, 3, 9]}


def test_a_passage_that_the_source_no_longer_has_is_told(edition, file):
    change_source(edition, "<p>La fin.</p>", "")

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken) == {"done": [1, 2, 3], "gone": [9]}


def test_passages_find_their_places_in_a_source_that_has_moved(edition, file):
    change_source(edition, "<h2>", "<p>Un paragraphe tout neuf.</p><h2>")

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken) == {"done": [1, 2, 3, 9]}
    assert states(edition)[2] == "unwritten"


def test_an_agency_may_say_that_stale_words_are_still_right(edition, file):
    bring_back(edition, written(file, ENGLISH))
    change_source(edition, "La fin.", "La fin, enfin.")
    again = file_of(edition).replace(
        '"initial"><source>La fin', '"final"><source>La fin'
    )

    taken = bring_back(edition, again)

    assert numbers(taken) == {"done": [9]}
    assert states(edition)[8] == "done"


def test_the_same_words_for_the_old_source_say_nothing_new(edition, file):
    bring_back(edition, written(file, ENGLISH))
    change_source(edition, "La fin.", "La fin, enfin.")

    taken = bring_back(edition, written(file, ENGLISH))

    assert numbers(taken) == {}
    assert states(edition)[8] == "stale"


def test_words_too_long_for_their_place_are_refused(edition, file):
    told = reasons(edition, written(file, {"Un nul": "A" * 201}))

    assert told == [(5, "These words are longer than 200 characters.")]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_file_of_another_article_is_refused(edition, language):
    other = file_of(sent(language=language))

    told = reasons(edition, other)

    assert told == [(3, "The file is of another article or language.")]


def test_nothing_is_taken_of_a_file_with_one_fault(edition, file):
    kept = stored(edition)

    reasons(edition, written(file, ENGLISH | {"Un nul": "A" * 201}))

    assert stored(edition) == kept


def test_a_refusal_does_not_begin_a_translation():
    edition = make_edition(language="en")
    file = file_of(edition).replace("<target>Something", f"<target>{'A' * 201}")

    with pytest.raises(Misfit):
        take(edition, file.encode(), by=make_member("desk chief"), at=NOON)

    assert Translation.objects.count() == 0


def test_only_who_may_write_the_language_may_bring_a_file_in(edition, file):
    with pytest.raises(PermissionDenied):
        take(edition, file.encode(), by=make_member("read-only"), at=NOON)
