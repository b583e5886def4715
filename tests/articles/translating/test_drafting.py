"""Drafts of passages, asked of a real server on this machine."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from articles.models import AuditEntry, Release
from articles.obstacles import obstacles
from articles.publishing import Refused, publish
from articles.translating import drafting
from articles.translating.drafting import draft
from articles.translating.machine import Unanswered
from articles.translating.rows import rows
from articles.translating.work import Act, Claim, Conflict, act, begin
from tests.factories import (
    NOON,
    embed,
    make_article,
    make_member,
    make_quote,
    make_user,
)

from .engines import loud, serving

pytestmark = pytest.mark.django_db

A = "<p>Marseille ouvre le score dès la onzième minute sur une frappe.</p>"
DRAFTED = "<p>Marseille opens the score at the 11th minute on a strike.</p>"
B = "<p>Les visiteurs égalisent sur corner avant la pause.</p>"


@pytest.fixture
def engine(settings):
    with serving() as server:
        settings.TRANSLATION_ENGINE_URL = server.address
        yield server


@pytest.fixture
def translator():
    return make_member("translator")


@pytest.fixture
def edition(translator):
    article = make_article(
        title_fr="Un nul",
        title_en="",
        standfirst_fr="",
        standfirst_en="",
        body_fr=f"{A}{embed(make_quote())}{B}",
        body_en="",
    )
    return begin(article, language="en", by=translator, at=NOON)


def read(edition):
    edition.refresh_from_db()
    edition.article.refresh_from_db()
    return rows(edition, edition.translation.units.all())


def claim(edition, number, target=""):
    row = read(edition)[number]
    source = row.source.html if row.source else ""
    return Claim(number, source, row.target.html if row.target else "", target)


def ask(edition, number=1, *, by=None):
    by = by or edition.translation.begun_by
    return draft(edition, claim(edition, number), by=by, at=NOON)


def do(edition, verb, number=1, target=""):
    by = edition.translation.begun_by
    return act(edition, verb, claim(edition, number, target), by=by, at=NOON)


def refusal(edition, number=1, kind=Refused):
    with pytest.raises(kind) as refused, override("en"):
        ask(edition, number)
    return str(refused.value)


def finish(edition):
    """All but passage 1, in a person's words."""
    do(edition, Act.DONE, 0, "A draw")
    do(edition, Act.DONE, 3, "<p>The visitors levelled.</p>")


def test_a_draft_is_kept_as_machine_text_that_is_not_done(edition, engine):
    row = ask(edition)[1]

    assert row.target.html == loud(A)
    assert (row.state, row.is_machine, row.is_unread) == ("open", True, True)
    assert edition.article.body_en.startswith(loud(A))


def test_the_passage_alone_is_sent_without_the_record_beside_it(edition, engine):
    ask(edition)

    assert [told["q"] for told in engine.sent] == [A]


def test_the_words_sent_are_the_desks_whatever_the_page_says(edition, engine):
    told = claim(edition, 1)
    forged = Claim(1, told.source.replace("frappe", "frappe lourde"), "", "")

    draft(edition, forged, by=edition.translation.begun_by, at=NOON)

    assert [sent["q"] for sent in engine.sent] == [A]


def test_a_title_is_drafted_too(edition, engine):
    ask(edition, 0)

    edition.article.refresh_from_db()
    assert edition.article.title_en == "UN NUL"


def test_a_draft_is_in_the_log(edition, engine, translator):
    ask(edition)

    entry = AuditEntry.objects.get(action="machine_draft")
    assert (entry.user, entry.details["source"]) == (translator, A[3:-4])


def test_nothing_is_sent_unless_an_engine_is_set(edition, engine, settings):
    settings.TRANSLATION_ENGINE_URL = ""

    assert refusal(edition) == "No translation engine is set up."
    assert engine.asked == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_of_a_story_under_embargo_leaves(edition, engine, language):
    article = edition.article
    held, _new = article.editions.get_or_create(language=language)
    held.embargo_until = NOON + timedelta(hours=1)
    held.save()

    said = "The story is under embargo: its words stay on the desk."
    assert refusal(edition) == said
    assert engine.asked == []


def test_no_word_off_the_record_leaves(edition, engine):
    make_quote(text="dès la onzième minute sur une frappe", is_off_record=True)

    said = "The passage holds words said off the record: it stays on the desk."
    assert refusal(edition) == said
    assert engine.asked == []
    assert ask(edition, 3)[3].target.html == loud(B)


def test_a_record_is_never_sent(edition, engine):
    do(edition, Act.REMOVE, 2)

    said = "A record has a translation of its own: none is asked for."
    assert refusal(edition, 2) == said
    assert engine.asked == []


def test_a_passage_that_someone_wrote_is_left_alone(edition, engine):
    do(edition, Act.WRITE, 1, "<p>Marseille took the lead.</p>")

    said = "Something is written for this passage already."
    assert refusal(edition) == said
    assert engine.asked == []


def test_who_writes_while_the_engine_thinks_is_left_alone(edition, engine, monkeypatch):
    written = "<p>Marseille took the lead.</p>"

    def slow(unit, asked, *, target):
        do(edition, Act.WRITE, 1, written)
        return loud(unit.html)

    monkeypatch.setattr(drafting, "translated", slow)

    assert refusal(edition) == "Something is written for this passage already."
    assert read(edition)[1].target.html == written


def test_a_reader_may_ask_nothing(edition, engine):
    with pytest.raises(PermissionDenied):
        ask(edition, by=make_member("read-only"))

    assert engine.asked == []


def test_an_engine_without_the_languages_gets_no_words(edition, engine):
    engine.languages = [{"code": "en", "targets": ["de"]}]

    said = "The translation engine does not know these languages."
    assert refusal(edition, kind=Unanswered) == said
    assert engine.sent == []


def test_a_very_long_passage_is_not_sent(edition, engine):
    article = read(edition) and edition.article
    article.body_fr = f"<p>{'Un but. ' * 700}</p>"
    article.save()

    said = "The passage is too long for the translation engine."
    assert refusal(edition, 2) == said
    assert engine.asked == []


def test_a_title_that_is_too_long_is_refused(edition, engine):
    engine.says = staticmethod(lambda html: "A draw " * 29)

    said = "The translation engine’s answer is too long."
    assert refusal(edition, 0, Unanswered) == said


def test_a_refused_answer_leaves_nothing_behind(edition, engine):
    engine.says = staticmethod(lambda html: "<h2>Another form</h2>")

    refusal(edition, kind=Unanswered)

    assert [str(row.state) for row in read(edition)][1] == "unwritten"


def test_other_words_are_a_persons(edition, engine):
    ask(edition)

    do(edition, Act.WRITE, 1, "<p>Marseille took the lead.</p>")

    row = read(edition)[1]
    assert (row.state, row.is_machine) == ("open", False)


def test_machine_text_gives_way_to_words_of_a_page_that_did_not_show_it(
    edition, engine
):
    told = claim(edition, 1, "<p>Marseille took the lead.</p>")
    ask(edition)

    act(edition, Act.WRITE, told, by=edition.translation.begun_by, at=NOON)

    assert read(edition)[1].target.html == told.target


def test_machine_text_stays_where_a_page_has_nothing_to_say(edition, engine):
    told = claim(edition, 1)
    ask(edition)

    with pytest.raises(Conflict):
        act(edition, Act.WRITE, told, by=edition.translation.begun_by, at=NOON)


def test_words_changed_on_the_form_are_a_persons(edition, engine):
    ask(edition)

    article = edition.article
    article.body_en = article.body_en.replace("ONZIÈME", "eleventh")
    article.save()

    assert (read(edition)[1].is_machine, read(edition)[1].is_unread) == (False, False)


def test_another_setting_of_the_same_words_is_the_machines(edition, engine):
    ask(edition)

    do(edition, Act.WRITE, 1, f"<p><b>{loud(A)[3:-4]}</b> </p>")

    assert read(edition)[1].is_unread is True


def test_machine_text_called_done_is_read(edition, engine):
    ask(edition)

    do(edition, Act.DONE, 1, loud(A))

    row = read(edition)[1]
    assert (row.state, row.is_machine, row.is_unread) == ("done", True, False)


def test_machine_text_that_nobody_read_is_not_published(edition, engine):
    finish(edition)
    ask(edition)
    edition.article.refresh_from_db()

    with override("en"):
        found = obstacles(edition)

    said = "1 passage is machine text that nobody has read: “"
    assert [reason[: len(said)] for reason in found if "machine" in reason] == [said]
    with pytest.raises(Refused):
        publish(edition, by=make_user(is_superuser=True), at=NOON)


@pytest.mark.parametrize(
    ("written", "is_assisted"),
    [(DRAFTED, True), ("<p>Marseille took the lead in the 11th minute.</p>", False)],
)
def test_readers_are_told_of_machine_text_approved_as_it_was(
    client, edition, engine, written, is_assisted
):
    engine.says = staticmethod(lambda html: DRAFTED)
    finish(edition)
    ask(edition)
    do(edition, Act.DONE, 1, written)
    publish(edition, by=make_user(is_superuser=True), at=NOON)

    page = client.get(edition.get_absolute_url()).content.decode()
    assert Release.objects.get().is_machine_assisted is is_assisted
    told = "Machine-assisted translation, reviewed by the desk"
    assert (told in page) is is_assisted
