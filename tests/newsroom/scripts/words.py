"""Forms, lists, verbs, quotes, posts and links."""

from datetime import UTC, datetime
from uuid import uuid4

from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from articles.models import Author, PreviewLink
from tests.articles.forms import typed
from tests.factories import (
    make_article,
    make_edition,
    make_member,
    make_photo,
    make_post,
    make_quote,
    publish,
)

from .script import ARTICLES, script


def author(**overrides):
    return Author.objects.create(**{"name": "Léa", "slug": "lea"} | overrides)


def form(one, **changes):
    said = {"name": one.name, "slug": one.slug, "kind": "person"}
    return said | {"seen_version": one.version} | changes


def pressed(client, edition, verb, **said):
    """A verb on the form of an article."""
    place = f"{ARTICLES}/article/{edition.article_id}/{edition.language}/verb/{verb}/"

    def act():
        seen = client.get(place).context["choice"].form.initial["seen"]
        return client.post(place, {"seen": seen} | said)

    return edition, act


def quoted(client, page, state, **said):
    quote = make_quote(verification=state)
    place = f"{ARTICLES}/quote/{quote.pk}/{page}/"
    return quote, lambda: client.post(place, {"seen": quote.version} | said)


@script
def add_in_a_form(client):
    said = form(Author(name="Léa", slug="lea"), seen_version=0)
    return None, lambda: client.post(f"{ARTICLES}/author/add/", said)


@script
def change_in_a_form(client):
    one = author()
    place = f"{ARTICLES}/author/{one.pk}/change/"
    return one, lambda: client.post(place, form(one, name="Léa Roy"))


@script
def delete_in_a_form(client):
    one = author()
    place = f"{ARTICLES}/author/{one.pk}/delete/"
    return one, lambda: client.post(place, {"post": "yes"})


@script
def delete_from_a_list(client):
    one = author()
    said = {"action": "delete_selected", "_selected_action": [one.pk], "post": "yes"}
    return one, lambda: client.post(f"{ARTICLES}/author/", said)


@script
def write_in_an_article(client):
    article = make_article()
    place = f"{ARTICLES}/article/{article.pk}/change/"
    said = typed(article, title_fr="Autre titre", kept_as=str(uuid4()))
    return article, lambda: client.post(place, said)


@script
def add_a_row(client):
    article, one = make_article(), author()
    row = {"author": one.pk, "role": "author", "position": 0, "article": article.pk}
    row = {f"bylines-0-{name}": value for name, value in row.items()}
    said = typed(article) | {"bylines-TOTAL_FORMS": 1} | row
    place = f"{ARTICLES}/article/{article.pk}/change/"
    return article, lambda: client.post(place, said)


@script
def change_the_rights_of_a_person(client):
    member = reporter()
    chiefs = Group.objects.get(name="desk chief")
    return member, account(client, member, groups=chiefs.pk)


@script
def close_an_account(client):
    member = reporter()
    return member, account(client, member, is_active="")


def reporter():
    noon = datetime(2024, 5, 2, 10, tzinfo=UTC)  # in Paris
    return make_member("reporter", username="zoé", date_joined=noon)


def account(client, member, **changes):
    said = {"username": member.username, "groups": member.groups.get().pk}
    said |= {"is_active": "on", "is_staff": "on"}
    said |= {"date_joined_0": "2024-05-02", "date_joined_1": "12:00:00"} | changes
    place = f"/admin/auth/user/{member.pk}/change/"
    return lambda: client.post(place, said)


@script
def change_the_rights_of_a_group(client):
    group = Group.objects.create(name="guests")
    right = Permission.objects.get(codename="view_term")
    place = f"/admin/auth/group/{group.pk}/change/"
    said = {"name": "guests", "permissions": [right.pk]}
    return group, lambda: client.post(place, said)


@script
def open_an_edition(client):
    article = make_edition().article
    place = f"{ARTICLES}/article/{article.pk}/en/open/"
    return None, lambda: client.post(place)


@script
def submit(client):
    return pressed(client, make_edition(), "submit")


@script
def send_back(client):
    edition = make_edition(status="in_review")
    return pressed(client, edition, "send-back", note="Plus court.")


@script
def approve(client):
    return pressed(client, make_edition(status="in_review"), "approve")


@script
def publish_it(client):
    return pressed(client, make_edition(), "publish")


@script
def withdraw(client):
    edition = publish(make_article(), at=timezone.now())
    return pressed(client, edition, "withdraw", reason="Faux.")


@script
def check_a_quote(client):
    return quoted(client, "verb/check", "unverified")


@script
def approve_a_quote(client):
    return quoted(client, "verb/approve", "checked")


@script
def dispute_a_quote(client):
    return quoted(client, "verb/dispute", "approved", reason="Réécouté.")


@script
def reopen_a_quote(client):
    return quoted(client, "verb/reopen", "disputed", reason="Retrouvé.")


@script
def correct_a_quote(client):
    said = {"text": "Un goût doux.", "reason": "Réécouté."}
    return quoted(client, "correct", "approved", **said)


@script
def withhold_a_post(client):
    post = make_post(author_handle="OM", text_raw="But")
    place = f"{ARTICLES}/clubpost/{post.pk}/withhold/"
    return post, lambda: client.post(place, {"reason": "Demandé."})


@script
def give_a_post_back(client):
    post = make_post(author_handle="OM", text_raw="But", state="withheld")
    place = f"{ARTICLES}/clubpost/{post.pk}/give-back/"
    return post, lambda: client.post(place, {"reason": "Résolu."})


@script
def take_a_picture_down(client):
    photo = make_photo(caption_fr="Le virage")
    place = f"{ARTICLES}/photo/{photo.pk}/take-down/"
    return photo, lambda: client.post(place, {"reason": "Droits."})


@script
def make_a_preview_link(client):
    place = reverse("admin:preview_link", args=[make_edition().article_id, "fr"])
    return None, lambda: client.post(place)


def link(by):
    return PreviewLink.objects.make(make_edition().article, "fr", by=by)


@script
def open_a_preview_link(client):
    one, token = link(make_member("desk chief"))
    return one, lambda: client.get(f"/fr/preview/{token}/")


@script
def revoke_a_preview_link(client):
    one, _token = link(make_member("desk chief"))
    place = reverse("admin:preview_revoke", args=[one.article_id, "fr", one.pk])
    return one, lambda: client.post(place)


@script
def bring_words_back(client):
    article = make_article(title_fr="Un")
    first, article.title_fr = article.history.latest(), "Deux"
    article.save()
    place = f"{ARTICLES}/article/{article.pk}/history/{first.history_id}/"
    said = {"part": ["fr"], "seen": article.version}
    return article, lambda: client.post(place, said)
