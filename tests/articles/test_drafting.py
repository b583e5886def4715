from dataclasses import replace
from time import perf_counter
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from articles.acting import Acting, acting_by
from articles.intake import propose
from articles.intake.composing import Cut, compose
from articles.intake.composing import embed as mark
from articles.intake.drafting import Decision, draft
from articles.models import (
    Article,
    AuditEntry,
    ClubPost,
    Edition,
    ImportedCopy,
    MatchLink,
    Quote,
    Release,
)
from tests.articles.raw_copy import (
    APPEAL,
    CHANCES,
    FEAR,
    HEADLINE,
    PIECE,
    WORDS,
    make_desk,
)
from tests.factories import (
    NOON,
    embed,
    make_match,
    make_member,
    make_person,
    make_post,
    make_quote,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def match():
    return make_desk()


@pytest.fixture
def reporter():
    return make_member("reporter")


def decided(text=PIECE, **changes):
    return replace(Decision.accepting(propose(text), source=text), **changes)


def test_records_stand_where_their_words_stood(match, reporter):
    article, _is_new = draft(decided(), by=reporter)

    chances, fear = Quote.objects.order_by("pk")
    assert article.body_fr.split("\n") == [
        "<p>L’entraîneur de Brumeville Paul Varenne a regretté jeudi que son équipe ait"
        " «\u202fmanqué de souffle\u202f» en demi-finale aller de la Coupe.</p>",
        embed(chances),
        embed(ClubPost.objects.get()),
        embed(fear),
        "<p>Le public est resté.</p>",
    ]


def test_lines_broken_to_a_width_are_paragraphs_again():
    copy = (
        "Le public est resté longtemps après la fin du match\n"
        "et tous les joueurs ont fait un tour de terrain\n"
        "avant de rentrer dans un vestiaire silencieux\n"
        "où plus personne ne voulait parler de ce qui venait de se passer\n\nRideau."
    )

    assert compose(copy, language="fr", cuts=[]).split("\n") == [
        f"<p>{copy.partition(chr(10) * 2)[0].replace(chr(10), ' ')}</p>",
        "<p>Rideau.</p>",
    ]


def test_what_a_cut_leaves_behind_is_no_paragraph():
    copy = "« Un », a dit Roy. Deux… ... Trois"
    cuts = [Cut(0, 6), Cut(18, 25, mark("post", 7)), Cut(20, 28)]

    assert compose(copy, language="fr", cuts=cuts).split("\n") == [
        "<p>a dit Roy.</p>",
        mark("post", 7),
        "<p>Trois</p>",
    ]


def test_draft_is_in_its_language_with_its_match(match, reporter):
    article, is_new = draft(decided(), by=reporter)

    link = MatchLink.objects.get()
    assert (is_new, article.kind, article.title_fr, article.title_en) == (
        True,
        Article.Kind.REPORT,
        HEADLINE,
        "",
    )
    assert (link.match, link.role, link.is_primary) == (match, "report", True)
    assert (article.original_language, article.created_by) == ("fr", reporter)


def test_nothing_is_public(match, reporter):
    draft(decided(), by=reporter)

    assert Edition.objects.get().status == Edition.Status.DRAFT
    assert Release.objects.count() == 0
    assert set(Quote.objects.values_list("verification", flat=True)) == {"unverified"}


def test_quotes_keep_who_what_and_where(match, reporter):
    draft(decided(), by=reporter)

    chances, fear = Quote.objects.order_by("pk")
    assert (chances.text, fear.text) == (CHANCES, FEAR)
    assert (chances.speaker.full_name, chances.membership.role) == (
        "Paul Varenne",
        "head_coach",
    )
    assert (fear.continues, fear.occasion) == (chances, "press_conference")
    assert (fear.match, fear.said_on) == (match, match.kickoff_on)
    assert (fear.source_kind, fear.taken_by) == ("other_media", reporter)


def test_post_keeps_its_words_to_the_letter(match, reporter):
    draft(decided(), by=reporter)

    post = ClubPost.objects.get()
    assert (post.text_raw, post.clock) == (WORDS, "90+2’")
    assert (post.claimed_home, post.claimed_away, post.picture_code) == (
        1,
        1,
        "Ab12cd34eF",
    )
    assert (post.match, post.is_official, post.captured_by) == (match, True, reporter)


def test_copy_is_kept_to_the_letter(match, reporter):
    article, _is_new = draft(decided(), by=reporter)

    copy = ImportedCopy.objects.get()
    assert (copy.article, copy.text, copy.imported_by) == (article, PIECE, reporter)
    assert APPEAL in copy.text
    assert APPEAL not in article.body_fr


def test_every_record_made_is_logged(match, reporter):
    with acting_by(lambda: Acting("page", "192.0.2.7")):
        draft(decided(), by=reporter)

    entries = AuditEntry.objects.order_by("pk")
    assert [(e.action, e.model, e.address) for e in entries] == [
        ("add", "articles.ClubPost", "192.0.2.7"),
        ("add", "articles.Quote", "192.0.2.7"),
        ("add", "articles.Quote", "192.0.2.7"),
        ("add", "articles.Article", "192.0.2.7"),
    ]


def test_second_draft_links_what_the_first_made(match, reporter):
    first, _is_new = draft(decided(), by=reporter)

    second, _is_new = draft(decided(), by=reporter)

    assert second.body_fr == first.body_fr
    assert (Quote.objects.count(), ClubPost.objects.count()) == (2, 1)
    assert Article.objects.count() == 2


def test_known_words_in_other_typography_are_linked(match, reporter):
    speaker = match.home.memberships.get().person
    known = make_quote(speaker=speaker, text=CHANCES.upper(), match=match)

    draft(decided(), by=reporter)

    assert Quote.objects.count() == 2
    assert known.embeds.count() == 1


def test_same_words_on_another_match_are_another_quote(match, reporter):
    speaker = match.home.memberships.get().person
    make_quote(speaker=speaker, text=CHANCES, match=make_match(home=match.home))

    draft(decided(), by=reporter)

    assert Quote.objects.filter(text=CHANCES).count() == 2


def test_known_post_with_an_id_is_linked(match, reporter):
    known = make_post(
        author_handle="etoile_bv", text_raw=WORDS, external_id="1786140000000000000"
    )

    article, _is_new = draft(decided(), by=reporter)

    assert ClubPost.objects.get() == known
    assert embed(known) in article.body_fr


def test_same_confirmation_makes_one_draft(match, reporter):
    token = uuid4()
    first = draft(decided(), by=reporter, token=token)

    second = draft(decided(), by=reporter, token=token)

    assert (first[1], second) == (True, (first[0], False))
    assert Article.objects.count() == 1


def test_half_a_draft_is_none(match, reporter, monkeypatch):
    monkeypatch.setattr(Edition.objects, "create", lambda **_fields: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        draft(decided(), by=reporter)

    kinds = (Article, Quote, ClubPost, ImportedCopy, AuditEntry)
    assert [kind.objects.count() for kind in kinds] == [0] * 5


@pytest.mark.parametrize("role", ["translator", "read-only", "statistics desk"])
def test_who_may_not_write_makes_nothing(match, role):
    with pytest.raises(PermissionDenied):
        draft(decided(), by=make_member(role))

    assert Article.objects.count() == 0


def test_match_to_come_makes_a_preview(match, reporter):
    match.status = "scheduled"

    article, _is_new = draft(decided(match=match), by=reporter, at=NOON.replace(day=1))

    assert article.kind == Article.Kind.PREVIEW


def test_mostly_quotes_make_a_reaction(match, reporter):
    lines = PIECE.split("\n")

    article, _is_new = draft(decided("\n".join(lines[2:])), by=reporter)

    assert (article.kind, article.links.get().role) == ("reaction", "reaction")


def test_prose_makes_a_report_named_after_the_match(match, reporter):
    text = (
        PIECE.split("\n")[1]
        + "\nBrumeville reçoit Solane. "
        + "Le match est long. " * 9
    )

    article, _is_new = draft(decided(text), by=reporter)

    assert article.kind == Article.Kind.REPORT
    assert article.title_fr == "Brumeville – Solane"


def test_quote_without_a_known_speaker_stays_in_the_prose(match, reporter):
    text = PIECE.replace("Varenne", "Quidam").replace("l’entraîneur", "le gardien")

    article, _is_new = draft(decided(text), by=reporter)

    assert Quote.objects.count() == 0
    assert f"«\u202f{CHANCES}\u202f», a déclaré Quidam" in article.body_fr


def test_continuation_never_names_another_speaker(match, reporter):
    decision = decided()
    last = max(decision.quotes)
    decision.quotes[last] = replace(
        decision.quotes[last], speaker=make_person("Ana Ruiz")
    )

    draft(decision, by=reporter)

    assert Quote.objects.get(text=FEAR).continues is None


def test_real_piece_is_a_draft_within_a_second(real_copy, match, reporter):
    text = (real_copy / "fr-reaction.txt").read_text(encoding="utf-8")

    started = perf_counter()
    article, _is_new = draft(decided(text), by=reporter)

    assert perf_counter() - started < 1
    assert article.imported_copy.text == text
