import pytest

from articles import quoting
from articles.models import AuditEntry, Quote, QuoteVariant
from matches.models import Membership
from tests.articles.test_admin_records import ROWS, form_of
from tests.factories import (
    embed,
    make_article,
    make_edition,
    make_match,
    make_member,
    make_membership,
    make_person,
    make_quote,
    make_team,
    publish,
)

pytestmark = pytest.mark.django_db

REASON = "Réécouté à la radio."


@pytest.fixture
def member(client):
    def sign_in(role):
        person = make_member(role)
        client.force_login(person)
        return person

    return sign_in


def page_of(client, quote, page="change"):
    return client.get(f"/admin/articles/quote/{quote.pk}/{page}/")


def post(client, quote, page, **words):
    address = f"/admin/articles/quote/{quote.pk}/{page}/"
    return client.post(address, {"seen": quote.version} | words)


def offered(page):
    return [choice.verb.name for choice in page.context["beside"]["choices"]]


@pytest.mark.parametrize(
    ("role", "state", "verbs"),
    [
        ("reporter", "unverified", ["check", "dispute"]),
        ("reporter", "checked", ["dispute"]),
        ("reporter", "approved", ["dispute"]),
        ("reporter", "disputed", ["reopen"]),
        ("sub-editor", "checked", ["approve", "dispute"]),
        ("translator", "unverified", []),
        ("read-only", "disputed", []),
    ],
)
def test_the_form_offers_the_verbs_of_a_role(client, member, role, state, verbs):
    member(role)

    assert offered(page_of(client, make_quote(verification=state))) == verbs


def test_verification_is_no_field_to_edit(client, member):
    member("desk chief")
    quote = make_quote(verification="unverified")
    address = f"/admin/articles/quote/{quote.pk}/change/"
    client.post(address, form_of(quote, verification="approved"))

    assert Quote.objects.get().verification == "unverified"


def test_a_button_checks_a_quote(client, member):
    member("reporter")
    quote = make_quote(verification="unverified")
    answer = post(client, quote, "verb/check")

    assert answer.status_code == 302
    assert Quote.objects.get().verification == "checked"


@pytest.mark.parametrize(
    ("role", "page", "status"),
    [
        ("reporter", "verb/approve", 403),
        ("translator", "verb/dispute", 403),
        ("reporter", "correct", 403),
        ("desk chief", "verb/forge", 404),
    ],
)
def test_other_roles_and_verbs_are_refused(client, member, role, page, status):
    member(role)
    quote = make_quote()

    assert post(client, quote, page, reason=REASON).status_code == status
    assert Quote.objects.get().version == quote.version


def test_reading_an_address_does_nothing(client, member):
    member("reporter")
    quote = make_quote(verification="unverified")

    assert page_of(client, quote, "verb/check").status_code == 200
    assert Quote.objects.get().verification == "unverified"


def test_what_was_saved_after_one_read_it_is_not_vouched_for(client, member):
    member("reporter")
    read = make_quote(verification="unverified")
    saved = Quote.objects.get()
    saved.text = "Autre."
    saved.save()
    answer = post(client, read, "verb/check")

    assert list(answer.context["choice"].form.errors) == ["seen"]
    assert Quote.objects.get().verification == "unverified"


def test_a_dispute_without_a_reason_is_refused_on_its_page(client, member):
    member("reporter")
    answer = post(client, make_quote(), "verb/dispute", reason=" ")

    assert list(answer.context["choice"].form.errors) == ["reason"]
    assert Quote.objects.get().verification == "approved"


def shown_twice(quote):
    article = make_article(
        body_fr=f"<p>Il a dit.</p>{embed(quote)}", body_en=f"<p>He.</p>{embed(quote)}"
    )
    return [publish(article), publish(article, "en")]


def test_the_page_of_a_correction_lists_the_editions_that_show_the_words(
    client, member
):
    member("sub-editor")
    quote = make_quote()
    editions = shown_twice(quote)
    make_edition(article=make_article(body_fr=embed(quote)))
    publish(make_article())

    assert page_of(client, quote, "correct").context["editions"] == editions


def test_a_correction_is_told_with_what_it_asks(client, member):
    chief = member("sub-editor")
    quote = make_quote()
    shown_twice(quote)
    words = {"text": "Un goût doux.", "translation_en": "Sweet.", "reason": REASON}
    post(client, quote, "correct", **words)

    entry = AuditEntry.objects.about(quote).get()
    quote.refresh_from_db()
    assert (quote.text, quote.translation_en) == ("Un goût doux.", "Sweet.")
    assert (entry.user, entry.details["reason"]) == (chief, REASON)
    board = client.get("/admin/").context["board"]
    assert len(board.second_look) == 2


def test_a_correction_without_a_reason_changes_nothing(client, member):
    member("sub-editor")
    quote = make_quote()
    answer = post(client, quote, "correct", text="Un goût doux.", reason="")

    assert list(answer.context["choice"].form.errors) == ["reason"]
    assert Quote.objects.get().text == quote.text


def test_words_that_nobody_approved_have_no_page_of_correction(client, member):
    member("sub-editor")

    assert (
        page_of(client, make_quote(verification="checked"), "correct").status_code
        == 404
    )


def test_the_spoken_language_needs_no_translation(client, member):
    member("sub-editor")
    form = page_of(client, make_quote(), "correct").context["choice"].form

    assert list(form.fields) == ["seen", "text", "translation_en", "reason"]


def test_the_article_offers_still_right_until_someone_says_so(client, member):
    chief = member("sub-editor")
    quote = make_quote()
    edition, _english = shown_twice(quote)
    quoting.correct(quote, by=chief, text="Un goût doux.", reason=REASON)
    address = f"/admin/articles/article/{edition.article_id}/fr/verb/still-right/"
    seen = client.get(address).context["choice"].form.initial["seen"]
    client.post(address, {"seen": seen})

    looks = client.get("/admin/").context["board"].second_look
    assert [one.language for one, _records in looks] == ["en"]


def test_the_article_tells_which_quote_to_read_again(client, member):
    chief = member("sub-editor")
    quote = make_quote()
    edition, _english = shown_twice(quote)
    quoting.correct(quote, by=chief, text="Un goût doux.", reason=REASON)
    page = client.get(f"/admin/articles/article/{edition.article_id}/change/")

    panels = page.context["panels"]
    assert [panel.changed_facts for panel in panels] == [[quote], [quote]]
    assert f'href="/admin/articles/quote/{quote.pk}/change/"' in page.content.decode()


def test_facts_that_changed_while_one_looked_are_not_confirmed(client, member):
    chief = member("sub-editor")
    quote = make_quote()
    edition, _english = shown_twice(quote)
    quoting.correct(quote, by=chief, text="Un goût doux.", reason=REASON)
    address = f"/admin/articles/article/{edition.article_id}/fr/verb/still-right/"
    seen = client.get(address).context["choice"].form.initial["seen"]
    quoting.dispute(quote, by=chief, reason=REASON)

    client.post(address, {"seen": seen})
    assert not edition.release.looks.exists()


def test_a_quote_continues_what_its_speaker_said_on_the_match(client, member):
    member("reporter")
    match, gasset = make_match(), make_person()
    before = make_quote(speaker=gasset, match=match, text="Avant.")
    make_quote(speaker=make_person("Gian Piero Gasperini"), match=match)
    make_quote(speaker=gasset, text="Ailleurs.")
    quote = make_quote(speaker=gasset, match=match, text="Après.")
    form = page_of(client, quote).context["adminform"].form

    assert list(form.fields["continues"].queryset) == [before]


def test_the_role_follows_the_day_and_is_shown(client, member):
    member("reporter")
    gasset, om = make_person(), make_team("OM")
    role = {"person": gasset, "team": om, "role": Membership.Role.HEAD_COACH}
    make_membership(**role, started_on="2024-02-20", ended_on="2024-06-30")
    quote = make_quote(speaker=gasset, verification="unverified")
    address = f"/admin/articles/quote/{quote.pk}/change/"
    client.post(address, form_of(quote, said_on="2024-05-02"))

    assert "entraîneur d’OM" in page_of(client, quote).content.decode()


def test_a_transcription_is_noted_by_name(client, member):
    reporter = member("reporter")
    quote = make_quote(text="En notre défaveur.", verification="unverified")
    row = {"quote": quote.pk, "text": "En notre faveur.", "source_name": "La Provence"}
    row |= {"source_kind": "other_media", "language": "fr"}
    rows = ROWS | {"variants-TOTAL_FORMS": 1}
    rows |= {f"variants-0-{name}": value for name, value in row.items()}
    client.post(f"/admin/articles/quote/{quote.pk}/change/", form_of(quote) | rows)

    assert QuoteVariant.objects.get().noted_by == reporter
    html = page_of(client, quote).content.decode()
    assert '<li class="is-reversal"><del>défaveur</del>' in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("untranslated=en", ["Sans."]),
        ("untranslated=any", ["Sans."]),
        ("untranslated=fr", []),
        ("untranslated=odd", ["Sans.", "Avec."]),
        ("team=odd", ["Sans.", "Avec."]),
        ("of_match=odd", ["Sans.", "Avec."]),
        ("verification__exact=unverified", ["Sans."]),
        ("q=Atalanta", []),
        ("q=Gasset", ["Sans.", "Avec."]),
    ],
)
def test_the_list_is_filtered_and_searched(client, member, query, expected):
    member("reporter")
    gasset = make_person()
    make_quote(text="Avec.", speaker=gasset)
    make_quote(
        text="Sans.", translation_en="", verification="unverified", speaker=gasset
    )
    page = client.get(f"/admin/articles/quote/?{query}")

    assert [quote.text for quote in page.context["cl"].result_list] == expected


def test_the_list_is_filtered_by_team_and_match(client, member):
    member("reporter")
    role, match = make_membership(), make_match()
    said = make_quote(speaker=role.person, match=match)
    make_quote(text="Autre.", match=make_match())

    for query in (f"team={role.team_id}", f"of_match={match.pk}"):
        page = client.get(f"/admin/articles/quote/?{query}")
        assert list(page.context["cl"].result_list) == [said]


def test_the_list_tells_where_quotes_are_shown(client, member):
    member("reporter")
    quote = make_quote()
    shown_twice(quote)
    publish(make_article(body_fr=f"<p>Il.</p>{embed(quote) * 2}"))
    html = client.get("/admin/articles/quote/").content.decode()

    assert '<span class="badge">2 FR</span> <span class="badge">1 EN</span>' in html


def test_markup_in_words_is_text_on_the_desk(client, member):
    member("reporter")
    attack = "<img src=x onerror=alert(1)>"
    quote = make_quote(text=attack, verification="unverified")
    QuoteVariant.objects.create(quote=quote, text=attack * 2, source_name=attack)

    for page in (page_of(client, quote), client.get("/admin/articles/quote/")):
        assert "<img src=x" not in page.content.decode()
