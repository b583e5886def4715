from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError

from articles import corrections, publishing
from articles.models import (
    AppendOnly,
    AuditEntry,
    CorrectionAnswer,
    Edition,
    Release,
)
from articles.refused import Refused
from tests.factories import (
    NOON,
    make_article,
    make_edition,
    make_member,
    make_user,
    publish,
)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)

pytestmark = pytest.mark.django_db


def corrected(edition, *, at=NOON + HOUR, change="correction", note="", **said):
    """The same edition after a change that readers are told of."""
    note = note or f"Une erreur de la version {edition.release.number}."
    fields = {"at": at, "change": change, "note": note} | said
    return publish(edition.article, edition.language, **fields)


def both():
    """The French and the English edition of one article, public since noon."""
    article = make_article()
    return publish(article, "fr"), publish(article, "en")


def now_asked(edition, *, at=NOON + DAY):
    edition = Edition.objects.get(pk=edition.pk)
    return corrections.asked([edition], at=at).get(edition.pk, [])


def notes(releases):
    return [release.note for release in releases]


@pytest.mark.parametrize(
    ("after", "fresh", "earlier"), [(SECOND, 1, 0), (DAY - SECOND, 1, 0), (DAY, 0, 1)]
)
@pytest.mark.parametrize("change", ["correction", "clarification"])
def test_a_correction_stands_on_top_for_a_day(change, after, fresh, earlier):
    edition = corrected(publish(make_article()), change=change)

    told = corrections.changes(edition, at=NOON + HOUR + after)

    assert (len(told.fresh), len(told.earlier)) == (fresh, earlier)


def test_an_update_stands_below_from_the_first_moment():
    edition = corrected(publish(make_article()), change="update", note="Complété.")

    told = corrections.changes(edition, at=NOON + HOUR)

    assert (told.fresh, notes(told.earlier)) == ([], ["Complété."])


def test_a_typo_is_not_told_and_hides_nothing_that_was():
    edition = corrected(publish(make_article()), note="C’était Mbemba.")
    edition = publish(edition.article, at=NOON + 2 * HOUR, change="typo")

    told = corrections.changes(edition, at=NOON + 3 * HOUR)

    assert notes(told.fresh) == ["C’était Mbemba."]
    assert told.modified_at == NOON + HOUR


def test_changes_are_told_the_last_first():
    edition = publish(make_article())
    for hours, change in [(1, "correction"), (2, "update"), (30, "clarification")]:
        edition = corrected(edition, at=NOON + hours * HOUR, change=change, note=change)

    told = corrections.changes(edition, at=NOON + 31 * HOUR)

    assert notes(told.fresh) == ["clarification"]
    assert notes(told.earlier) == ["update", "correction"]
    assert notes(told.corrections) == ["clarification", "correction"]


def test_the_day_on_top_counts_from_when_readers_can_read_it():
    edition = publish(make_article())
    publishing.withdraw(edition, by=make_user(is_superuser=True), reason="Faux.")
    edition = corrected(edition, at=NOON + HOUR, publish_at=NOON + 3 * DAY)

    told = corrections.changes(edition, at=NOON + 3 * DAY + HOUR)

    assert len(told.fresh) == 1


def test_a_story_never_changed_asks_the_database_nothing(django_assert_num_queries):
    edition = publish(make_article())

    with django_assert_num_queries(0):
        assert corrections.changes(edition, at=NOON + HOUR).modified_at is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [("", "significant"), ("serious", "serious"), ("terrible", "significant")],
)
def test_a_correction_says_how_serious_the_mistake_was(given, kept):
    edition = corrected(publish(make_article()), severity=given)

    assert edition.release.severity == kept


@pytest.mark.parametrize("change", ["clarification", "update"])
def test_only_a_correction_is_weighed(change):
    edition = corrected(publish(make_article()), change=change, severity="serious")

    assert edition.release.severity == ""


def test_readers_find_the_corrections_of_their_language():
    french, english = both()
    corrected(french, note="En français.")
    corrected(english, note="In English.", at=NOON + 2 * HOUR, change="clarification")

    assert notes(Release.objects.corrections("fr")) == ["En français."]
    assert notes(Release.objects.corrections("en")) == ["In English."]


@pytest.mark.parametrize("change", ["update", "typo"])
def test_what_corrects_nothing_is_no_correction(change):
    corrected(publish(make_article()), change=change)

    assert list(Release.objects.corrections("fr")) == []


def test_corrections_of_a_withdrawn_story_are_gone_with_it():
    edition = corrected(publish(make_article()))
    publishing.withdraw(edition, by=make_user(is_superuser=True), reason="Faux.")

    assert list(Release.objects.corrections("fr")) == []


def test_corrections_wait_for_an_embargo_as_their_story_does():
    edition = corrected(publish(make_article()))
    edition.embargo_until = NOON + DAY
    edition.save()

    assert list(Release.objects.corrections("fr", at=NOON + DAY - SECOND)) == []
    assert len(Release.objects.corrections("fr", at=NOON + DAY)) == 1


def test_a_correction_is_asked_of_the_other_language():
    french, english = both()

    corrected(french, note="C’était Mbemba.")

    assert notes(now_asked(english)) == ["C’était Mbemba."]
    assert now_asked(french) == []


@pytest.mark.parametrize("change", ["update", "typo"])
def test_what_corrects_nothing_asks_nothing(change):
    french, english = both()

    corrected(french, change=change)

    assert now_asked(english) == []


def test_a_draft_with_words_is_asked_until_it_is_published():
    french = publish(make_article())
    english = make_edition(article=french.article, language="en")
    corrected(french)

    assert len(now_asked(english)) == 1
    publish(french.article, "en", at=NOON + 2 * HOUR)
    assert now_asked(english) == []


def test_words_published_after_a_correction_are_not_asked():
    french = corrected(publish(make_article()))

    english = publish(french.article, "en", at=NOON + 2 * HOUR)

    assert now_asked(english) == []


def test_what_readers_cannot_read_any_more_is_not_asked():
    french, english = both()
    corrected(french)

    publishing.withdraw(english, by=make_user(is_superuser=True), reason="Faux.")

    assert now_asked(english) == []


def test_a_correction_said_here_too_is_answered_and_asks_nothing_back():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)

    english = corrected(english, at=NOON + 2 * HOUR, answers=[correction.pk])

    assert now_asked(english) == now_asked(french) == []
    answer = CorrectionAnswer.objects.get()
    assert (answer.correction, answer.release) == (correction, english.release)


def now_asked_after_correcting(french, english):
    corrected(french)
    return now_asked(english)


def test_another_correction_answers_nothing_and_is_asked_of_the_first():
    french, english = both()
    corrected(french)

    corrected(english, at=NOON + 2 * HOUR, note="Something else.")

    assert len(now_asked(english)) == 1
    assert notes(now_asked(french)) == ["Something else."]


def test_an_update_answers_no_correction():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)

    corrected(english, change="update", answers=[correction.pk], at=NOON + 2 * HOUR)

    assert now_asked(english) == [correction]


def set_aside(edition, correction, *, by=None, reason="Juste en anglais.", **said):
    by = by or make_member("sub-editor")
    said = {"at": NOON + 2 * HOUR} | said
    return corrections.set_aside(edition, correction, by=by, reason=reason, **said)


def test_does_not_apply_here_is_an_answer_with_reason_name_and_time():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)
    by = make_member("sub-editor")

    set_aside(english, correction, by=by)

    answer = CorrectionAnswer.objects.get()
    assert (answer.reason, answer.answered_by) == ("Juste en anglais.", by)
    assert answer.answered_at == NOON + 2 * HOUR
    assert now_asked(english) == []


def test_an_answer_is_logged():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)

    set_aside(english, correction)

    entry = AuditEntry.objects.about(english).get(action="answer_correction")
    assert entry.details["reason"] == "Juste en anglais."
    assert entry.details["correction"] == correction.note


def test_an_answer_without_a_reason_is_refused():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)

    with pytest.raises(Refused):
        set_aside(english, correction, reason=" \u200b ")

    assert now_asked(english) == [correction]


def test_what_is_answered_is_not_answered_twice():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)
    set_aside(english, correction)

    with pytest.raises(Refused):
        set_aside(english, correction)

    assert CorrectionAnswer.objects.count() == 1


@pytest.mark.parametrize("role", ["reporter", "translator", "read-only"])
def test_who_passes_no_editions_answers_no_corrections(role):
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)

    with pytest.raises(PermissionDenied):
        set_aside(english, correction, by=make_member(role))


def test_answers_are_never_changed():
    french, english = both()
    (correction,) = now_asked_after_correcting(french, english)
    answer = set_aside(english, correction)

    for change in (answer.save, answer.delete, CorrectionAnswer.objects.all().delete):
        with pytest.raises((AppendOnly, ProtectedError)):
            change()


def test_published_editions_that_are_asked_wait_the_last_correction_first():
    first, second = both(), both()
    corrected(first[0], at=NOON + HOUR)
    corrected(second[1], at=NOON + 2 * HOUR)
    corrected(publish(make_article()))

    found = corrections.waiting(most=5, at=NOON + DAY)

    assert [edition for edition, _asked in found] == [second[0], first[1]]
    assert corrections.waiting(most=1, at=NOON + DAY) == found[:1]


def test_waiting_takes_the_same_queries_however_many_there_are(
    django_assert_num_queries,
):
    for _number in range(3):
        corrected(both()[0])

    with django_assert_num_queries(5):
        assert len(corrections.waiting(most=5, at=NOON + DAY)) == 3
