from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, ClubPost, Edition, ImportedCopy, Quote, Release
from tests.articles.raw_copy import (
    APPEAL,
    CHANCES,
    FEAR,
    HEADLINE,
    PIECE,
    WORDS,
    make_desk,
)
from tests.factories import embed, make_match, make_member, make_person

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/articles/article/intake/"
RECORDS = (Article, Edition, Release, Quote, ClubPost, ImportedCopy)


@pytest.fixture
def match():
    return make_desk()


@pytest.fixture
def reporter(client):
    user = make_member("reporter")
    client.force_login(user)
    return user


def read(client, copy=PIECE, **fields):
    return client.post(ADDRESS, {"step": "read", "copy": copy, **fields})


def fields_of(answer):
    """What the browser would send of the proposal as it stands."""
    settling = answer.context["settling"]
    forms = [settling.story, *(form for rows in settling.row_sets for form in rows)]
    forms += [rows.management_form for rows in settling.row_sets]
    sent = {
        bound.html_name: "on" if bound.value() is True else bound.value()
        for form in forms
        for bound in form
        if bound.value() is not None and bound.value() is not False
    }
    return sent | {"step": "confirm"}


def confirm(client, answer, **changes):
    sent = fields_of(answer) | {n.replace("__", "-"): v for n, v in changes.items()}
    return client.post(ADDRESS, {n: v for n, v in sent.items() if v is not None})


def counts():
    return [kind.objects.count() for kind in RECORDS]


def errors(answer):
    settling = answer.context["settling"]
    forms = [settling.story, *(form for rows in settling.row_sets for form in rows)]
    return {
        f"{form.prefix or 'story'}-{name}": list(said)
        for form in forms
        for name, said in form.errors.items()
    }


def test_copy_is_shown_beside_what_is_read_in_it(client, match, reporter):
    page = read(client).context["page"]

    assert [card.form["keep"].value() for card in page.quotes] == [False, True, True]
    assert [card.form.words for card in page.quotes][1:] == [CHANCES, FEAR]
    assert [card.form["handle"].value() for card in page.posts] == ["Etoile_BV"]
    assert [card.form.words for card in page.boilerplate] == [APPEAL]
    assert [fixture.match for fixture in page.fixtures if fixture.is_chosen] == [match]


def test_marks_hold_all_of_the_copy(client, match, reporter):
    segments = read(client).context["page"].segments

    assert "".join(segment.text for segment in segments) == PIECE
    assert [s.of for s in segments if s.opens] == [
        "quotes-0",
        "quotes-1",
        "posts-0",
        "quotes-2",
        "boilerplate-0",
    ]


def test_nothing_is_saved_before_it_is_confirmed(client, match, reporter):
    read(client)

    assert counts() == [0] * 6


def test_confirmed_copy_is_a_draft_and_nothing_public(client, match, reporter):
    answer = confirm(client, read(client))

    article = Article.objects.get()
    assert answer.url == reverse("admin:articles_article_change", args=[article.pk])
    assert (article.title_fr, article.created_by) == (HEADLINE, reporter)
    assert [e.record.pk for e in article.embeds.order_by("position")] == [
        *(Quote.objects.filter(text=CHANCES).values_list("pk", flat=True)),
        *(ClubPost.objects.values_list("pk", flat=True)),
        *(Quote.objects.filter(text=FEAR).values_list("pk", flat=True)),
    ]
    assert counts() == [1, 1, 0, 2, 1, 1]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_readers_see_nothing_of_it(client, match, reporter, language):
    address = f"/{language}/matches/{match.pk}/etoile-solane/"
    before = Client().get(address, follow=True).content

    confirm(client, read(client))

    assert Client().get(address, follow=True).content == before
    assert HEADLINE not in Client().get(f"/{language}/").content.decode()


def test_second_click_opens_the_same_draft(client, match, reporter):
    answer = read(client)

    first, second = confirm(client, answer), confirm(client, answer)

    assert first.url == second.url
    assert Article.objects.count() == 1


def test_what_is_not_ticked_stays_in_the_prose(client, match, reporter):
    changes = {"quotes-1-keep": None, "posts-0-keep": None, "boilerplate-0-keep": None}

    confirm(client, read(client), **changes)

    body = Article.objects.get().body_fr
    assert f"«\u202f{CHANCES}\u202f», a déclaré Varenne" in body
    assert f"<p>{APPEAL.replace(' :', '&nbsp;:')}</p>" in body
    assert (Quote.objects.get().text, ClubPost.objects.count()) == (FEAR, 0)


def test_part_of_a_sentence_becomes_a_record_beside_it(client, match, reporter):
    confirm(client, read(client), **{"quotes-0-keep": "on"})

    quote = Quote.objects.get(text="manqué de souffle")
    assert (quote.kind, quote.embeds.count()) == ("partial", 0)
    assert "«\u202fmanqué de souffle\u202f»" in Article.objects.get().body_fr


def test_speaker_match_and_title_are_the_journalists(client, match, reporter):
    other, speaker = make_match(), make_person("Ana Ruiz")
    changes = {"quotes-1-speaker": speaker.pk, "match": other.pk, "title": "Un nul"}

    confirm(client, read(client), **changes)

    article = Article.objects.get()
    assert (article.title_fr, article.links.get().match) == ("Un nul", other)
    assert Quote.objects.get(text=CHANCES).speaker == speaker


def test_shorter_quote_leaves_the_rest_in_the_prose(client, match, reporter):
    start = PIECE.index("On a eu")
    end = start + len("On a eu nos chances.")

    confirm(client, read(client), **{"quotes-1-start": start, "quotes-1-end": end})

    quote, body = Quote.objects.get(text="On a eu nos chances."), ""
    body = Article.objects.get().body_fr
    assert embed(quote) in body
    assert "Il reste un match" in body
    assert "a déclaré Varenne" in body


def test_later_start_leaves_the_words_before_in_the_prose(client, match, reporter):
    start = PIECE.index("Il reste un match")

    confirm(client, read(client), **{"quotes-1-start": start})

    body = Article.objects.get().body_fr
    assert embed(Quote.objects.get(text="Il reste un match")) in body
    assert "On a eu nos chances." in body
    assert "a déclaré Varenne" not in body


def test_words_marked_by_hand_become_a_quote(client, match, reporter):
    start = PIECE.index("Le public est resté")
    speaker = match.home.memberships.get().person
    new = {
        "keep": "on",
        "start": start,
        "end": start + len("Le public est resté"),
        "speaker": speaker.pk,
        "kind": "full",
        "occasion": "other",
        "language": "fr",
    }
    fields = {f"quotes-3-{name}": value for name, value in new.items()}

    confirm(client, read(client), **fields, **{"quotes-TOTAL_FORMS": 4})

    quote = Quote.objects.get(text="Le public est resté")
    assert (quote.speaker, quote.occasion) == (speaker, "other")
    assert embed(quote) in Article.objects.get().body_fr


def test_post_marked_by_hand_reads_its_attribution(client, match, reporter):
    answer = read(client)
    found = fields_of(answer)
    where = {n: found[f"posts-0-{n}"] for n in ("start", "end")}
    fields = {"posts-0-keep": None, "posts-TOTAL_FORMS": 2, "posts-1-keep": "on"}

    confirm(client, answer, **fields, **{f"posts-1-{n}": v for n, v in where.items()})

    post = ClubPost.objects.get()
    assert (post.author_handle, str(post.posted_on)) == ("Etoile_BV", "2024-05-02")
    assert post.text_raw == WORDS


def test_refusal_keeps_everything_and_says_why(client, match, reporter):
    changes = {
        "quotes-1-speaker": "",
        "title": "",
        "quotes-2-broadcaster": "Radio Brume",
    }

    answer = confirm(client, read(client), **changes)

    assert sorted(errors(answer)) == ["quotes-1-speaker", "story-title"]
    assert answer.context["settling"].quotes[2]["broadcaster"].value() == "Radio Brume"
    assert answer.context["settling"].story["source"].value() == PIECE
    assert counts() == [0] * 6


def test_two_things_in_the_same_words_are_refused(client, match, reporter):
    start = PIECE.index("Il reste un match")

    answer = confirm(client, read(client), **{"posts-0-start": start})

    assert list(errors(answer)) == ["posts-0-__all__"]
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"quotes-1-start": "x"},
        {"quotes-1-start": 10**9, "quotes-1-end": 10**9 + 5},
        {"quotes-1-end": len(PIECE) + 1},
        {"quotes-1-speaker": "999999"},
        {"match": "999999"},
        {"token": "x"},
        {"quotes-TOTAL_FORMS": "10000"},
        {"kind": "novel"},
    ],
)
def test_forged_fields_make_nothing(client, match, reporter, changes):
    answer = confirm(client, read(client), **changes)

    assert answer.status_code == 200
    assert counts() == [0] * 6


@pytest.mark.parametrize(
    ("copy", "said"),
    [
        ("", "The copy is empty."),
        (
            "La partita è finita e la squadra non ha vinto, ma il gioco è stato bello.",
            "",
        ),
        ("x" * 300_001, ""),
    ],
)
def test_copy_that_cannot_be_read_is_refused(client, reporter, copy, said):
    form = read(client, copy).context["form"]

    assert len(form.errors["copy"]) == 1
    assert form["copy"].value() == copy


def test_file_is_read_in_its_encoding(client, match, reporter):
    file = SimpleUploadedFile("copy.txt", PIECE.replace("\n", "\r\n").encode("utf-16"))

    answer = read(client, "", file=file)

    assert answer.context["settling"].source == PIECE


def test_browser_line_ends_do_not_move_anything(client, match, reporter):
    answer = read(client, PIECE.replace("\n", "\r\n"))
    source = fields_of(answer)["source"].replace("\n", "\r\n")

    confirm(client, answer, source=source)

    assert [q.text for q in Quote.objects.order_by("pk")] == [CHANCES, FEAR]


@pytest.mark.parametrize("role", ["translator", "read-only", "statistics desk"])
def test_who_may_not_write_is_refused(client, match, role):
    client.force_login(make_member(role))
    forged = {"step": "confirm", "source": PIECE, "title": "x", "token": uuid4()}

    answers = [client.get(ADDRESS), read(client), client.post(ADDRESS, forged)]

    assert [answer.status_code for answer in answers] == [403] * 3
    assert counts() == [0] * 6


@pytest.mark.parametrize(("name", "kind"), [("quote", "quotes"), ("clubpost", "posts")])
def test_who_makes_no_such_record_is_refused_when_forged(client, match, name, kind):
    member = make_member("reporter")
    group = member.groups.get()
    group.permissions.remove(group.permissions.get(codename=f"add_{name}"))
    client.force_login(member)
    answer = read(client)

    forged = confirm(client, answer, **{f"{kind}-{1 - (kind == 'posts')}-keep": "on"})

    rows = getattr(answer.context["settling"], kind)
    assert not any(form["keep"].value() for form in rows)
    assert (forged.status_code, Article.objects.count()) == (403, 0)


def test_copy_of_an_article_is_read_again(client, match, reporter):
    confirm(client, read(client))
    article = Article.objects.get()
    address = reverse("admin:articles_article_copy", args=[article.pk])

    form = client.get(reverse("admin:articles_article_change", args=[article.pk]))

    assert f'href="{address}"' in form.content.decode()
    assert client.get(address).context["copy"].text == PIECE


def test_copy_of_no_article_is_not_found(client, reporter):
    assert client.get("/admin/articles/article/7/copy/").status_code == 404


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/articles/article/", "/admin/articles/article/add/"]
)
def test_intake_is_led_to(client, reporter, address):
    assert f'href="{ADDRESS}"' in client.get(address).content.decode()


def test_words_of_the_copy_are_never_markup(client, match, reporter):
    hostile = f"{PIECE}\n<script>alert(1)</script> &amp; </textarea><b>Brumeville</b>"

    content = read(client, hostile).content.decode()

    assert "<script>alert" not in content
    assert "</textarea><b>" not in content
