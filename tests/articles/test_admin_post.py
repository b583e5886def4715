import json

import pytest
from django.utils.translation import override

from articles.models import AuditEntry, ClubPost
from matches.models import TeamAccount
from tests.factories import (
    embed,
    make_article,
    make_event,
    make_match,
    make_member,
    make_post,
    make_team,
    publish,
)

ADD = "/admin/articles/clubpost/add/"
LIST = "/admin/articles/clubpost/"
ID = "1786140000000000000"
CODE = (
    '<blockquote class="twitter-tweet"><p lang="fr">⏱️ 12’ | #LuneMars 1️⃣-0️⃣</p>'
    f'&mdash; FC Lune (@FC_Lune) <a href="https://twitter.com/FC_Lune/status/{ID}">'
    "May 2, 2024</a></blockquote>"
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_member("reporter"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def lune():
    team = make_team("Lune")
    TeamAccount.objects.create(team=team, provider="x", handle="FC_Lune")
    return team


def pasted(client, source, **typed):
    return client.post(ADD, {"source": source, "_fill": "1"} | typed)


def values(page):
    form = page.context["adminform"].form
    return {name: form[name].value() for name in form.fields}


def said(page):
    return [finding.text for finding in page.context["filling"].findings]


def test_an_embed_code_fills_the_form_by_a_first_submit(desk, lune):
    match = make_match(home=lune, away=make_team("Mars"))

    found = values(pasted(desk, CODE))

    assert found["text_raw"] == "⏱️ 12’ | #LuneMars 1️⃣-0️⃣"
    assert (found["author_name"], found["author_handle"]) == ("FC Lune", "FC_Lune")
    assert (found["external_id"], found["provider"]) == (ID, "x")
    assert found["account"] == lune.accounts.get().pk
    assert found["match"] == match.pk
    assert (found["claimed_minute"], found["claimed_home"]) == (12, 1)


def test_saving_a_paste_unread_fills_the_form_first(desk):
    page = desk.post(ADD, {"source": CODE, "_save": "1"})

    assert values(page)["external_id"] == ID
    assert not ClubPost.objects.exists()


def test_what_was_typed_stays_where_the_paste_is_silent(desk):
    page = pasted(desk, f"https://x.com/i/status/{ID}", author_name="FC Lune")

    assert values(page)["author_name"] == "FC Lune"
    assert said(page) == [
        "The author’s account is not known: write who posted it.",
    ]


def test_a_script_gets_the_values_and_what_to_know(desk, lune):
    make_match(home=lune, away=make_team("Mars"))

    answer = desk.post(
        ADD, {"source": CODE, "_fill": "1"}, headers={"Accept": "application/json"}
    )
    told = json.loads(answer.content)

    assert told["values"]["external_id"] == ID
    assert told["values"]["posted_at_0"] == "2024-05-02"
    assert told["values"]["posted_at_1"] == "23:05:35"
    assert told["labels"]["account"] == "@FC_Lune (X)"
    assert "A registered account of Lune." in told["said"]


@pytest.mark.parametrize("source", ["bonjour", "https://evil.test/x/status/1", "<p>"])
def test_what_is_no_post_is_said(desk, source):
    page = pasted(desk, source)

    assert page.context["filling"].refusal == (
        "This is neither the address of a post nor its embed code."
    )


def test_a_known_post_is_linked_in_one_sentence(desk):
    post = make_post(external_id=ID, author_handle="FC_Lune")

    page = pasted(desk, f"https://vxtwitter.com/FC_Lune/status/{ID}?s=20")

    assert page.context["filling"].known == (
        "The desk has this post already: "
        f'<a href="/admin/articles/clubpost/{post.pk}/change/">{post}</a>.'
    )


def form_of(post, **changes):
    """What a browser would send of a new post."""
    given = {
        "text_raw": post.text_raw,
        "author_name": post.author_name,
        "author_handle": post.author_handle,
        "provider": post.provider,
        "language": "fr",
        "posted_on": "2024-05-02",
        "state": "live",
        "obtained": "manual",
        "author_kind": "club",
    }
    return given | changes


def test_a_known_post_typed_again_is_refused_with_its_address(desk):
    post = make_post()

    page = desk.post(ADD, form_of(post))

    errors = page.context["adminform"].form.non_field_errors()
    assert len(errors) == 1
    assert f"/admin/articles/clubpost/{post.pk}/change/" in errors[0]
    assert ClubPost.objects.count() == 1


def test_the_hour_comes_from_the_id_and_the_claim_from_the_text(desk):
    post = ClubPost(text_raw="⏱️ 12’ | #LuneMars 1️⃣-0️⃣", author_name="A")

    desk.post(ADD, form_of(post, external_id=ID, posted_on=""))

    kept = ClubPost.objects.get()
    assert f"{kept.posted_at:%Y-%m-%d %H:%M}" == "2024-05-02 21:05"
    assert (kept.claimed_minute, kept.claimed_home, kept.claimed_away) == (12, 1, 0)


def test_an_id_stays_text_to_the_last_figure(desk):
    page = pasted(desk, f"https://x.com/FC_Lune/status/{ID}")

    assert f'value="{ID}"' in page.content.decode()


def test_readers_of_the_desk_cannot_paste(client):
    client.force_login(make_member("read-only"))

    assert pasted(client, CODE).status_code == 403


def test_no_network_is_asked_unless_the_desk_wants_it(desk, settings, monkeypatch):
    def never(*arguments, **options):
        raise AssertionError("asked")

    monkeypatch.setattr("articles.oembed.ask", never)
    page = desk.post(ADD, {"source": f"https://x.com/a/status/{ID}", "_ask": "1"})

    assert "Ask the network" not in page.content.decode()
    assert values(page)["obtained"] == "paste"


def test_a_network_asked_fills_the_form_and_is_named(desk, settings, monkeypatch):
    settings.OEMBED_FETCH = True
    monkeypatch.setattr(
        "articles.oembed.ask", lambda post: type(post)(**vars(post) | {"text_raw": "A"})
    )

    page = desk.post(ADD, {"source": f"https://x.com/a/status/{ID}", "_ask": "1"})

    assert "Ask the network" in page.content.decode()
    assert (values(page)["text_raw"], values(page)["obtained"]) == ("A", "oembed")


def rows(page):
    return page.context["cl"].result_list


def test_the_list_warns_of_a_look_alike_and_of_a_score_the_match_denies(chief, lune):
    match = make_match(home=lune)
    make_event(match=match, team=lune, minute=30)
    make_post(author_handle="FC_Lvne", author_name="?", text_raw="a", match=match)
    make_post(author_handle="FC_1une", author_name="?", text_raw="b")
    claim = {"claimed_minute": 12, "claimed_home": 1, "claimed_away": 0}
    make_post(author_handle="FC_Lune", text_raw="c", match=match, **claim)

    warned = {
        post.text_raw: [f.text for f in post.findings if f.level.value == "warning"]
        for post in rows(chief.get(LIST))
    }

    assert warned == {
        "a": [],
        "b": ["Beware: this is not @FC_Lune, it only looks like it."],
        "c": ["It says 1-0 at 12’; the match stood at 0-0."],
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"linked": "1"}, ["linked"]),
        ({"linked": "0"}, ["alone"]),
        ({"registered": "1"}, ["linked"]),
        ({"registered": "0"}, ["alone"]),
        ({"state__exact": "deleted"}, ["alone"]),
        ({"q": "alone"}, ["alone"]),
    ],
)
def test_the_list_is_filtered_by_what_the_desk_asks(chief, lune, query, found):
    make_post(text_raw="linked", author_handle="FC_Lune", match=make_match(home=lune))
    make_post(text_raw="alone", author_handle="other", state="deleted")

    assert [post.text_raw for post in rows(chief.get(LIST, query))] == found


def test_the_page_of_a_post_lists_where_it_stands(chief):
    post = make_post()
    article = make_article(body_fr=f"<p>A</p>{embed(post)}", body_en=embed(post))
    publish(article)

    place = chief.get(f"{LIST}{post.pk}/change/").context["places"][0]

    assert (place.article, place.published) == (article, ["fr"])
    assert place.waiting == [("en", None)]


def withhold(client, post, act="withhold", reason="Asked by its author"):
    return client.post(f"{LIST}{post.pk}/{act}/", {"reason": reason})


def test_a_takedown_asks_names_every_place_and_is_logged(chief):
    post = make_post()
    publish(make_article(body_fr=f"<p>A</p>{embed(post)}"))

    asked = chief.get(f"{LIST}{post.pk}/withhold/").content.decode()
    withhold(chief, post)
    entry = AuditEntry.objects.about(post).get(action="withhold")

    assert "Le petit truc manque" in asked
    assert entry.details == {
        "before": "live",
        "after": "withheld",
        "reason": "Asked by its author",
    }


def test_a_takedown_without_a_reason_is_refused(chief):
    post = make_post()

    page = withhold(chief, post, reason=" ")

    assert page.context["refusal"] == "Say why: the log keeps it."
    assert not ClubPost.objects.get().is_withheld


def test_a_post_given_back_is_what_it_was(chief):
    post = make_post(state="deleted", state_at="2024-05-03T12:00:00Z")
    withhold(chief, post)
    withhold(chief, post, act="give-back", reason="A mistake")

    post.refresh_from_db()

    assert (post.state, post.state_at.day) == ("deleted", 3)
    assert post.state_reason == "A mistake"


@pytest.mark.parametrize("act", ["withhold", "give-back"])
@pytest.mark.parametrize("role", ["reporter", "translator", "sub-editor"])
def test_only_who_publishes_takes_down(client, role, act):
    post = make_post(state="withheld" if act == "give-back" else "live")
    client.force_login(make_member(role))

    assert withhold(client, post, act=act).status_code == 403
    assert client.get(f"{LIST}{post.pk}/{act}/").status_code == 403
    assert ClubPost.objects.get().state == post.state


def test_the_form_withholds_nothing_and_gives_nothing_back(chief):
    post, gone = make_post(), make_post(state="withheld")
    for one, state in ((post, "withheld"), (gone, "live")):
        sent = form_of(one, state=state, seen_version=one.version)
        chief.post(f"{LIST}{one.pk}/change/", sent)

    assert [p.state for p in ClubPost.objects.order_by("pk")] == ["live", "withheld"]


def test_a_state_says_since_when(chief):
    post = make_post()

    sent = form_of(post, state="deleted", seen_version=post.version)
    chief.post(f"{LIST}{post.pk}/change/", sent)

    post.refresh_from_db()
    assert post.state == "deleted"
    assert post.state_at is not None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_of_a_post_answers(chief, language):
    post = make_post(match=make_match())
    with override(language):
        for page in ("", f"{post.pk}/change/", f"{post.pk}/withhold/", "add/"):
            assert chief.get(LIST + page).status_code == 200
