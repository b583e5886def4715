from time import perf_counter

import pytest

from articles.models import AuditEntry, ClubPost, Quote
from matches.models import TeamAccount
from tests.factories import (
    make_match,
    make_member,
    make_membership,
    make_person,
    make_post,
    make_team,
)

pytestmark = pytest.mark.django_db
ID = "1786140000000000000"


@pytest.fixture
def reporter(client):
    member = make_member("reporter")
    client.force_login(member)
    return member


@pytest.fixture
def match():
    match = make_match()
    make_membership(person=make_person("Paul Varenne"), team=match.home)
    return match


def propose(client, kind, source, **place):
    data = {"source": source, "written_in": "fr"} | place
    headers = {"accept-language": "en"}
    return client.post(f"/admin/embeds/{kind}/propose/", data, headers=headers)


def make(client, kind, fields):
    return client.post(f"/admin/embeds/{kind}/make/", {"written_in": "fr"} | fields)


def quote_fields(match, **overrides):
    fields = {
        "text": "On y croit.",
        "speaker": match.home.memberships.get().person_id,
        "language": "fr",
        "kind": "full",
        "match": match.pk,
        "linked": match.pk,
        "occasion": "mixed_zone",
        "said_on": "2024-05-02",
    }
    return fields | overrides


def post_fields(**overrides):
    fields = {
        "text_raw": "Quel but !",
        "author_name": "FC Lune",
        "author_handle": "FC_Lune",
        "provider": "x",
        "external_id": ID,
        "language": "fr",
        "posted_at": "2024-05-02T23:05:35",
    }
    return fields | overrides


@pytest.mark.parametrize(
    ("source", "text", "kind"),
    [
        ("« On y croit. »", "On y croit.", "full"),
        ("“We believe.”", "We believe.", "full"),
        ("on y croit", "on y croit", "partial"),
        ("« On y croit », a dit Varenne en zone mixte.", "On y croit", "full"),
        ("« Un », puis « deux »", "« Un », puis « deux »", "full"),
    ],
)
def test_selected_words_are_proposed_without_their_marks(
    client, reporter, source, text, kind
):
    draft = propose(client, "quote", source).context["draft"]

    assert draft.initial["text"] == text
    assert draft.initial["kind"] == kind


def test_the_attribution_gives_speaker_match_day_and_occasion(client, reporter, match):
    source = "« On y croit », a dit Varenne en zone mixte."

    draft = propose(client, "quote", source, linked=match.pk).context["draft"]

    assert draft.initial["speaker"] == match.home.memberships.get().person_id
    assert draft.initial["match"] == match
    assert draft.initial["said_on"] == match.kickoff_on
    assert draft.initial["occasion"] == "mixed_zone"
    assert draft.hints == ["The name stands beside the words."]


def test_a_proposal_takes_eight_queries(
    client, reporter, match, django_assert_num_queries
):
    for _player in range(3):
        make_membership(person=make_person(), team=match.away, role="player")

    with django_assert_num_queries(8):
        propose(client, "quote", "« Oui », a dit Varenne.", linked=match.pk)


def test_a_made_quote_waits_to_be_checked(client, reporter, match):
    answer = make(client, "quote", quote_fields(match))

    quote = Quote.objects.get()
    assert answer.json() == {"id": str(quote.pk), "is_new": True}
    assert quote.verification == Quote.Verification.UNVERIFIED
    assert quote.membership == match.home.memberships.get()
    assert AuditEntry.objects.about(quote).get().user == reporter


def test_a_second_click_makes_no_second_quote(client, reporter, match):
    first = make(client, "quote", quote_fields(match)).json()

    again = make(client, "quote", quote_fields(match, text=" On y croit. ")).json()

    assert again == {"id": first["id"], "is_new": False}
    assert AuditEntry.objects.count() == 1


def test_a_forged_verification_is_ignored(client, reporter, match):
    make(client, "quote", quote_fields(match, verification="approved"))

    assert Quote.objects.get().verification == Quote.Verification.UNVERIFIED


@pytest.mark.parametrize("speaker", ["", "²", "0", "9" * 30])
def test_a_refused_quote_keeps_every_word(client, reporter, match, speaker):
    answer = make(client, "quote", quote_fields(match, speaker=speaker))

    draft = answer.context["draft"]
    assert answer.status_code == 200
    assert list(draft.errors) == ["speaker"]
    assert draft["text"].value() == "On y croit."
    assert str(match.home) in dict(draft.fields["speaker"].choices)
    assert Quote.objects.count() == 0


def test_an_address_proposes_the_post_with_its_hour(client, reporter):
    draft = propose(client, "post", f"https://x.com/i/status/{ID}").context["draft"]

    assert draft.initial["external_id"] == ID
    assert draft.initial["posted_at"].isoformat() == "2024-05-02T23:05:35.533000+02:00"
    assert "posted_on" not in draft.fields


@pytest.mark.parametrize(
    ("handle", "hint"),
    [
        ("fc_lune", "A registered account of Lune."),
        ("FC_1une", "Beware: this is not @FC_Lune, it only looks like it."),
        ("Soleil", "No club on the register has this account."),
    ],
)
def test_a_handle_is_compared_with_the_register(client, reporter, handle, hint):
    lune = make_team("Lune")
    TeamAccount.objects.create(team=lune, provider="x", handle="FC_Lune")

    answer = propose(client, "post", f"https://x.com/{handle}/status/{ID}")

    assert answer.context["draft"].hints == [hint]


def test_a_made_post_is_captured_by_who_pasted_it(client, reporter):
    answer = make(client, "post", post_fields())

    post = ClubPost.objects.get()
    assert answer.json() == {"id": str(post.pk), "is_new": True}
    assert (post.captured_by, post.obtained) == (reporter, "paste")
    assert post.url == f"https://x.com/FC_Lune/status/{ID}"


def test_a_post_the_desk_has_is_found_and_not_doubled(client, reporter):
    known = make_post(external_id=ID, author_handle="FC_Lune")

    draft = propose(client, "post", f"https://x.com/a/status/{ID}").context["draft"]
    answer = make(client, "post", post_fields(text_raw="Autre"))

    assert draft.known == known
    assert answer.json() == {"id": str(known.pk), "is_new": False}
    assert ClubPost.objects.get() == known


def test_a_post_needs_its_words_and_its_date(client, reporter):
    answer = make(client, "post", post_fields(text_raw="", posted_at=""))

    assert answer.status_code == 200
    assert list(answer.context["draft"].errors) == ["text_raw", "posted_on"]


def test_nothing_is_made_of_what_is_no_post(client, reporter):
    assert propose(client, "post", "Un texte.").status_code == 204


@pytest.mark.parametrize("role", ["translator", "statistics desk", "read-only"])
@pytest.mark.parametrize("kind", ["quote", "post"])
@pytest.mark.parametrize("act", ["propose", "make"])
def test_who_makes_no_records_makes_none_here(client, role, kind, act):
    client.force_login(make_member(role))

    assert client.post(f"/admin/embeds/{kind}/{act}/").status_code == 403


@pytest.mark.parametrize("act", ["propose", "make"])
def test_photos_and_matches_are_not_made_from_text(client, reporter, act):
    assert client.post(f"/admin/embeds/photo/{act}/").status_code == 404
    assert client.get(f"/admin/embeds/quote/{act}/").status_code == 405


def test_odd_places_are_no_place(client, reporter):
    answer = propose(
        client,
        "quote",
        "a",
        written_in="xx",
        linked=["x", "9" * 30, "7"],
        previous="²",
    )

    place = answer.context["draft"].place
    assert (place.language, place.matches, place.previous) == ("fr", [], None)


def test_a_hostile_code_is_read_in_no_time(client, reporter):
    code = '<blockquote class="twitter-tweet">' + "— (@a" * 200_000

    started = perf_counter()
    propose(client, "post", code)

    assert perf_counter() - started < 2
