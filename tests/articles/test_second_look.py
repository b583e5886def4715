from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import override

from articles import publishing, quoting, second_look
from articles.models import AppendOnly, AuditEntry, Edition, Quote
from articles.publishing import Refused
from articles.templatetags.desk import what_changed
from newsroom.board import board
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_edition,
    make_event,
    make_match,
    make_member,
    make_person,
    make_quote,
    publish,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def chief():
    return make_member("desk chief")


@pytest.fixture
def told():
    return make_quote(text="Les détails étaient en notre défaveur.")


def story(quote, *, english=True):
    """Shows `quote` in French, and in English where told."""
    places = {"body_fr": f"<p>Il a parlé.</p>{embed(quote)}"}
    if english:
        places["body_en"] = f"<p>He spoke.</p>{embed(quote)}"
    return make_article(**places)


def correct(quote, *, by):
    words = "Les détails étaient en notre faveur."
    quoting.correct(quote, by=by, text=words, reason="Réécouté.")


def asked():
    return [edition for edition, _records in second_look.needed(most=99)]


def test_correcting_a_quote_asks_every_edition_that_shows_it_and_no_other(told, chief):
    both, alone = story(told), story(told, english=False)
    expected = [publish(both), publish(both, "en"), publish(alone)]
    publish(alone, "en")
    publish(story(make_quote(text="Autre.")))
    listed = list(Edition.objects.showing(told))

    correct(told, by=chief)

    assert listed == expected
    assert sorted(asked(), key=lambda edition: edition.pk) == expected


def test_a_scheduled_edition_is_asked_too(told, chief):
    edition = publish(story(told), publish_at=timezone.now() + HOUR)
    correct(told, by=chief)

    assert list(Edition.objects.showing(told)) == asked() == [edition]


def test_drafts_and_withdrawn_editions_are_not_asked(told, chief):
    make_edition(article=story(told))
    publishing.withdraw(publish(story(told)), by=chief, reason="Test.")
    correct(told, by=chief)

    assert list(Edition.objects.showing(told)) == asked() == []


def test_an_edition_that_showed_it_once_is_not_asked(told, chief):
    edition = publish(story(told))
    edition.article.body_fr = "<p>Sans.</p>"
    edition.article.save()
    publish(edition.article, at=NOON + HOUR, change="update")
    correct(told, by=chief)

    assert list(Edition.objects.showing(told)) == asked() == []


def test_words_taken_out_of_the_draft_alone_are_asked_about_still(told, chief):
    edition = publish(story(told))
    edition.article.body_fr = "<p>Sans.</p>"
    edition.article.save()
    correct(told, by=chief)

    assert list(Edition.objects.showing(told)) == asked() == [edition]


def test_it_tells_which_quote_differs(told, chief):
    publish(story(told))
    correct(told, by=chief)

    assert [records for _edition, records in second_look.needed(most=9)] == [[told]]


def test_a_match_that_changed_meanwhile_is_told_as_well(told, chief):
    match = make_match()
    article = story(told)
    article.links.create(match=match, role="report")
    edition = publish(article)
    match.status = "abandoned"
    match.save()

    assert second_look.changed([edition]) == {edition.pk: [match]}


@pytest.mark.parametrize(
    ("change", "asks"),
    [
        ({"verification": "disputed"}, True),
        ({"is_off_record": True}, True),
        ({"verification": "checked"}, False),
        ({"translation_en": "Another translation."}, False),
        ({"notes": "À réécouter."}, False),
    ],
)
def test_an_edition_is_asked_when_readers_are_told_something_else(told, change, asks):
    edition = publish(story(told))
    for name, value in change.items():
        setattr(told, name, value)
    told.save()

    assert bool(second_look.changed([edition])) is asks
    assert bool(asked()) is asks


def test_a_dispute_that_was_settled_asks_nothing(told, chief):
    publish(story(told))
    for verification in ("disputed", "approved"):
        told.verification = verification
        told.save()

    assert asked() == []


def test_still_right_renews_the_marks_by_name(told, chief):
    edition = publish(story(told))
    correct(told, by=chief)

    look = second_look.confirm(edition, by=chief)

    assert look.looked_by == chief
    assert look.fact_marks == {f"quote:{told.pk}": Quote.objects.get().fingerprint}
    assert asked() == []
    assert AuditEntry.objects.about(edition).first().action == "second_look"


def test_what_was_confirmed_is_asked_again_once_it_changes_again(told, chief):
    edition = publish(story(told))
    correct(told, by=chief)
    second_look.confirm(edition, by=chief)
    quoting.dispute(told, by=chief, reason="Encore.")

    assert asked() == [edition]


def test_each_language_is_confirmed_on_its_own(told, chief):
    article = story(told)
    french, english = publish(article), publish(article, "en")
    correct(told, by=chief)
    second_look.confirm(french, by=chief)

    assert asked() == [english]


def test_a_new_release_renews_the_marks(told, chief):
    edition = publish(story(told))
    correct(told, by=chief)
    edition.article.title_fr = "Autre titre"
    edition.article.save()
    publish(edition.article, at=timezone.now(), change="update")

    assert asked() == []


def test_nothing_is_confirmed_where_nothing_changed(told, chief):
    with pytest.raises(Refused):
        second_look.confirm(publish(story(told)), by=chief)


@pytest.mark.parametrize("role", ["reporter", "translator", "statistics desk"])
def test_who_may_not_pass_an_edition_does_not_confirm_it(told, chief, role):
    edition = publish(story(told))
    correct(told, by=chief)

    with pytest.raises(PermissionDenied):
        second_look.confirm(edition, by=make_member(role))


def test_a_second_look_is_only_ever_added(told, chief):
    edition = publish(story(told))
    correct(told, by=chief)
    look = second_look.confirm(edition, by=chief)

    with pytest.raises(AppendOnly):
        look.save()
    with pytest.raises(AppendOnly):
        look.delete()


def test_the_board_lists_both_languages(told, chief):
    article = story(told)
    editions = {publish(article), publish(article, "en")}
    correct(told, by=chief)

    assert {edition for edition, _records in board(chief).second_look} == editions


@pytest.mark.parametrize("stories", [1, 5])
def test_the_board_asks_the_same_however_many(
    told, chief, stories, django_assert_num_queries
):
    for _story in range(stories):
        publish(story(told))
    correct(told, by=chief)

    with django_assert_num_queries(5):
        assert len(second_look.needed(most=9)) == stories


@pytest.fixture
def reported():
    """A finished match with one goal, and the two editions that report it."""
    match = make_match(status="finished", full_time_home=1, full_time_away=0)
    goal = make_event(match=match, team=match.home, person=make_person("Ada Diop"))
    article = make_article(match=match)
    return match, goal, [publish(article), publish(article, "en")]


def said(chief):
    """What the board tells of each edition, in English."""
    with override("en"):
        listed = board(chief).second_look
        return [
            (edition, [what_changed(r) for r in records]) for edition, records in listed
        ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"full_time_home": 2}, "score 1-0 → 2-0"),
        ({"status": "awarded"}, "Full time → Awarded"),
    ],
)
def test_a_corrected_match_asks_every_edition_that_reports_it(
    chief, reported, values, expected
):
    match, _goal, editions = reported
    for name, value in values.items():
        setattr(match, name, value)
    match.save()

    told_of = said(chief)
    assert {edition for edition, _told in told_of} == set(editions)
    assert [told[0].endswith(f"({expected})") for _edition, told in told_of] == [
        True,
        True,
    ]


def test_a_corrected_scorer_and_minute_are_told_from_what_to_what(chief, reported):
    _match, goal, _editions = reported
    goal.person, goal.minute = make_person("Eva Roux"), 12
    goal.save()

    (_edition, told), _english = said(chief)
    assert told[0].endswith("(Diop 11’ → Roux 12’)")


def test_a_goal_taken_out_is_told(chief, reported):
    _match, goal, _editions = reported
    goal.delete()

    (_edition, told), _english = said(chief)
    assert told[0].endswith("(Diop 11’ taken out)")


def test_a_match_put_right_again_asks_nothing(chief, reported):
    match, _goal, _editions = reported
    for home in (2, 1):
        match.full_time_home = home
        match.save()

    assert said(chief) == []


def test_a_match_that_was_played_since_asks_no_preview_on_the_board(chief):
    match = make_match()
    publish(make_article(match=match))
    match.status, match.full_time_home, match.full_time_away = "finished", 1, 0
    match.save()

    assert said(chief) == []


def test_a_correction_confirmed_is_not_told_again(chief, reported):
    match, _goal, editions = reported
    match.full_time_home = 2
    match.save()
    second_look.confirm(editions[0], by=chief)

    assert [edition for edition, _told in said(chief)] == editions[1:]
