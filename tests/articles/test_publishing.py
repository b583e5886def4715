from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError

from articles import publishing, quoting
from articles.models import AuditEntry, Edition, Release
from articles.publishing import Refused
from matches.models import StaleRow
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_edition,
    make_event,
    make_match,
    make_photo,
    make_quote,
    make_user,
    publish,
)

HOUR = timedelta(hours=1)
VERBS = {
    "submit": {},
    "approve": {},
    "send_back": {"note": "À revoir."},
    "publish": {},
    "withdraw": {"reason": "Doublon."},
}

pytestmark = pytest.mark.django_db


def do(verb, edition, *, by=None, at=NOON):
    by = by or make_user(is_superuser=True)
    return getattr(publishing, verb)(edition, by=by, at=at, **VERBS[verb])


def republish(edition, *, at=NOON + HOUR, change=Release.Change.UPDATE, **arguments):
    return publish(edition.article, edition.language, at=at, change=change, **arguments)


def reasons(act, *arguments, **options):
    with pytest.raises(Refused) as refused:
        act(*arguments, **options)
    return list(refused.value.reasons)


@pytest.mark.parametrize(
    ("verbs", "status"),
    [
        (["submit"], "in_review"),
        (["submit", "approve"], "ready"),
        (["submit", "approve", "publish"], "published"),
        (["submit", "send_back"], "draft"),
        (["submit", "approve", "send_back"], "draft"),
        (["publish"], "published"),
        (["publish", "withdraw"], "withdrawn"),
    ],
)
def test_verbs_lead_from_state_to_state(verbs, status):
    edition = make_edition()

    for verb in verbs:
        do(verb, edition)

    assert Edition.objects.get().status == status


@pytest.mark.parametrize(
    ("verbs", "refused"),
    [
        ([], "approve"),
        ([], "send_back"),
        ([], "withdraw"),
        (["submit"], "submit"),
        (["submit"], "withdraw"),
        (["submit", "approve"], "approve"),
        (["publish"], "submit"),
        (["publish"], "send_back"),
        (["publish", "withdraw"], "withdraw"),
        (["publish", "withdraw"], "approve"),
    ],
)
def test_a_verb_is_refused_from_any_other_state(verbs, refused):
    edition = make_edition()
    for verb in verbs:
        do(verb, edition)
    before = edition.status

    assert len(reasons(do, refused, edition)) == 1
    assert Edition.objects.get().status == before


@pytest.mark.parametrize("verb", VERBS)
def test_who_has_no_role_does_nothing(verb):
    edition = make_edition()

    with pytest.raises(PermissionDenied):
        do(verb, edition, by=make_user())

    assert Edition.objects.get().status == "draft"
    assert AuditEntry.objects.count() == 0


def test_each_verb_is_logged_with_who_when_and_what():
    by, edition = make_user("ana", is_superuser=True), make_edition()

    do("submit", edition, by=by)
    do("send_back", edition, by=by)

    back, submitted = AuditEntry.objects.about(edition)
    assert (submitted.action, submitted.user, submitted.at) == ("submit", by, NOON)
    assert submitted.details == {"before": "draft", "after": "in_review"}
    assert back.details["note"] == "À revoir."


def test_publishing_makes_a_release_of_the_working_words():
    photo = make_photo()
    article = make_article(social_title_fr="Court", lead_photo=photo)

    release = publish(article).release

    assert release.words == article.words("fr")
    assert (release.number, release.change) == (1, "first")
    assert (release.lead_photo, release.released_at) == (photo, NOON)


def test_publishing_takes_the_words_that_were_saved_last():
    edition = make_edition()
    edition.article.title_fr = "Jamais enregistré"

    do("publish", edition)

    assert edition.release.title == "Le petit truc manque"


def test_saving_a_published_story_changes_nothing_readers_read():
    edition = publish(make_article())
    article = edition.article
    article.title_fr, article.body_fr = "Neuf", "<p>Neuf.</p>"

    article.save()

    assert Edition.objects.get().release.title == "Le petit truc manque"
    assert Edition.objects.get().has_unpublished_changes is True


def test_publishing_the_change_makes_the_next_release():
    edition = publish(make_article())
    edition.article.title_fr = "Neuf"
    edition.article.save()

    again = republish(edition, change="update")

    assert (again.release.number, again.release.change) == (2, "update")
    assert again.release.title == "Neuf"
    assert [r.title for r in again.releases.all()] == ["Le petit truc manque", "Neuf"]


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ("", ""),
        ("first", ""),
        ("other", ""),
        ("correction", ""),
        ("correction", " \u200b"),
        ("clarification", ""),
    ],
)
def test_a_change_after_publication_is_refused_unless_it_says_what_it_is(change, note):
    edition = publish(make_article())

    assert len(reasons(republish, edition, change=change, note=note)) == 1
    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "note"),
    [("correction", "Scamacca, et non Lookman."), ("typo", ""), ("update", "")],
)
def test_a_change_after_publication_is_kept_with_its_class_and_note(change, note):
    release = republish(publish(make_article()), change=change, note=note).release

    assert (release.change, release.note) == (change, note)


def test_the_note_to_readers_holds_nothing_hidden():
    edition = publish(make_article())

    again = republish(edition, change="correction", note=" Score\0 corrigé\u202e. ")

    assert again.release.note == "Score corrigé."


def test_publication_is_refused_with_every_reason_and_leaves_nothing():
    edition = make_edition(article=make_article(title_fr="", body_fr=""))

    assert len(reasons(do, "publish", edition)) == 2
    assert Release.objects.count() == 0
    assert Edition.objects.get().status == "draft"


def test_publishing_one_language_leaves_the_other_alone():
    article = make_article()
    english = make_edition(article=article, language="en")

    publish(article, "fr")

    english.refresh_from_db()
    assert (english.status, english.release) == ("draft", None)


def test_the_slug_comes_from_the_title_and_stays():
    edition = publish(make_article(title_fr="À l’œuvre : « 1-1 » !"))
    edition.article.title_fr = "Autre"
    edition.article.save()

    assert edition.slug == "a-l-oeuvre-1-1"
    assert republish(edition).slug == "a-l-oeuvre-1-1"


@pytest.mark.parametrize("title", ["🔥🔥", "مرسيليا"])
def test_a_title_without_latin_letters_gets_an_address(title):
    assert publish(make_article(title_fr=title)).slug == "article"


def test_a_slug_given_by_hand_is_kept():
    article = make_article()
    make_edition(article=article, slug="a-la-main")

    assert publish(article).slug == "a-la-main"


def test_two_people_publishing_at_once_make_one_release():
    edition = make_edition()
    other = Edition.objects.get()
    do("publish", edition)

    with pytest.raises(StaleRow):
        do("publish", other)

    assert Release.objects.count() == 1


@pytest.mark.parametrize(
    ("publish_at", "embargo_until", "first"),
    [
        (None, None, NOON),
        (NOON + HOUR, None, NOON + HOUR),
        (NOON - HOUR, None, NOON),
        (None, NOON + 2 * HOUR, NOON + 2 * HOUR),
        (NOON + HOUR, NOON + 2 * HOUR, NOON + 2 * HOUR),
        (NOON + 2 * HOUR, NOON + HOUR, NOON + 2 * HOUR),
        (None, NOON - HOUR, NOON),
    ],
)
def test_an_edition_is_public_from_the_later_of_hour_and_embargo(
    publish_at, embargo_until, first
):
    article = make_article()
    make_edition(article=article, embargo_until=embargo_until)

    edition = publish(article, publish_at=publish_at)

    assert edition.public_from == first
    assert edition.first_published_at == first


def test_rescheduling_before_the_hour_moves_the_first_publication():
    article = make_article()
    publish(article, publish_at=NOON + HOUR)

    edition = publish(article, publish_at=NOON + 2 * HOUR)

    assert edition.first_published_at == edition.public_from == NOON + 2 * HOUR
    assert edition.release.change == "first"


@pytest.mark.parametrize("verbs", [["publish"], ["withdraw", "publish"]])
def test_first_publication_never_changes_once_seen(verbs):
    edition = publish(make_article())

    for hours, verb in enumerate(verbs, start=1):
        at = NOON + hours * HOUR
        edition = (
            republish(edition, at=at) if verb == "publish" else do(verb, edition, at=at)
        )

    assert edition.first_published_at == NOON


def test_republishing_what_is_public_keeps_its_hour():
    edition = publish(make_article())

    assert republish(edition, publish_at=NOON + 5 * HOUR).public_from == NOON


def test_a_withdrawn_edition_comes_back_at_its_new_hour():
    edition = do("withdraw", publish(make_article()), at=NOON + HOUR)

    again = republish(edition, at=NOON + 2 * HOUR, publish_at=NOON + 3 * HOUR)

    assert again.public_from == NOON + 3 * HOUR


def test_withdrawing_before_anyone_saw_forgets_the_day():
    edition = publish(make_article(), publish_at=NOON + HOUR)

    do("withdraw", edition, at=NOON)

    assert (edition.first_published_at, edition.public_from) == (None, None)


def marks(edition):
    return publishing.fact_marks(Edition.objects.get(pk=edition.pk))


@pytest.fixture
def reported():
    """A published report, on a match with a goal, that embeds a quote."""
    match = make_match(status="finished", full_time_home=1, full_time_away=0)
    goal, quote = make_event(match=match), make_quote()
    article = make_article(match=match, body_fr=f"<p>But.</p>{embed(quote)}")
    return publish(article), match, goal, quote


def test_marks_name_the_matches_and_quotes_a_release_stands_on(reported):
    edition, match, _goal, quote = reported

    assert set(edition.release.fact_marks) == {f"match:{match.pk}", f"quote:{quote.pk}"}
    assert edition.release.fact_marks == marks(edition)


def test_an_embedded_match_is_marked_too():
    match = make_match()
    article = make_article(body_fr=f"<p>Score.</p>{embed(match)}")

    assert set(publish(article).release.fact_marks) == {f"match:{match.pk}"}


@pytest.mark.parametrize(
    "change",
    [
        {"minute": 12},
        {"type": "own_goal"},
        {"period": "2H", "minute": 46},
        {"person": 1},
    ],
)
def test_marks_change_with_a_goal(reported, change):
    edition, _match, goal, quote = reported
    for name, value in change.items():
        setattr(goal, name, quote.speaker if name == "person" else value)
    goal.save()

    assert marks(edition) != edition.release.fact_marks


@pytest.mark.parametrize(
    ("field", "value", "differs"),
    [
        ("full_time_home", 2, True),
        ("status", "abandoned", True),
        ("attendance", 64_475, False),
        ("home_formation", "4-3-3", False),
    ],
)
def test_marks_change_with_score_and_status_only(reported, field, value, differs):
    edition, match, *_others = reported
    setattr(match, field, value)
    match.save()

    assert (marks(edition) != edition.release.fact_marks) is differs


@pytest.mark.parametrize(
    ("field", "value", "differs"),
    [
        ("verification", "disputed", True),
        ("is_off_record", True, True),
        ("verification", "checked", False),
        ("translation_en", "Another translation.", False),
        ("broadcaster", "Canal+", False),
    ],
)
def test_marks_change_with_what_a_quote_says(reported, field, value, differs):
    edition, _match, _goal, quote = reported
    setattr(quote, field, value)
    quote.save()

    assert (marks(edition) != edition.release.fact_marks) is differs


def test_marks_change_with_the_words_of_a_quote(reported):
    edition, _match, _goal, quote = reported
    chief = make_user(is_superuser=True)
    quoting.correct(quote, by=chief, text="Autre.", reason="Réécouté.")

    assert marks(edition) != edition.release.fact_marks


def test_a_published_article_cannot_be_deleted():
    edition = publish(make_article())

    with pytest.raises(ProtectedError):
        edition.article.delete()
