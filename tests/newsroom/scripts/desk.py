"""Matches, checks, the log itself, and commands."""

import io
import json
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import quoting
from articles.acting import acting_by
from articles.facts.answers import checks
from articles.models import Autosave
from articles.translating.terms import SHIPPED
from newsroom.commanding import of_command
from newsroom.roles import sync_roles
from tests.articles.facts.semi_final import SemiFinal
from tests.factories import (
    embed,
    make_article,
    make_competition,
    make_match,
    make_member,
    make_person,
    make_quote,
    make_stage,
    make_user,
    publish,
)
from tests.matches.importers.files import first_leg, football
from tests.newsroom.sign_in.doors import give_password, make_account

from .script import ARTICLES, script
from .words import pressed


@script
def run_a_match(client):
    match = make_match(stage=make_stage(), kickoff_at=timezone.now())
    told = {"key": str(uuid4()), "at": timezone.now().isoformat()}
    told = json.dumps(told | {"kind": "step", "step": "kick_off"})
    place = f"/admin/matches/match/{match.pk}/live/acts/"
    return match, lambda: client.post(place, told, content_type="application/json")


@script
def open_a_match_to_imports(client):
    match = make_match(locked_fields=["status"])
    said = {"action": "open_to_imports", "_selected_action": [match.pk]}
    return match, lambda: client.post("/admin/matches/match/", said)


@script
def take_the_log_out(client):
    place = f"{ARTICLES}/auditentry/export/"
    return None, lambda: client.get(place, {"act": "publish"})


@script
def answer_a_check(client):
    article = SemiFinal().article()
    article.body_fr = "<p>L’OM a battu l’Atalanta 2-1.</p>"
    article.save()
    (finding,) = checks(article, language="fr").open
    place = reverse("admin:article_check_dismiss", args=[article.pk, "fr"])
    told = json.dumps({"mark": finding.mark, "reason": "En 1990."})
    return article, lambda: client.post(place, told, content_type="application/json")


@script
def look_again(client):
    quote = make_quote()
    body = f"<p>Le texte français.</p>{embed(quote)}"
    edition = publish(make_article(body_fr=body))
    chief = make_member("desk chief")
    quoting.correct(quote, by=chief, text="Un goût doux.", reason="Réécouté.")
    return pressed(client, edition, "still-right")


@script
def make_a_quote_of_words(client):
    words = {"text": "Un goût amer.", "language": "fr", "speaker": make_person().pk}
    words |= {"kind": "full", "occasion": "press_conference", "written_in": "fr"}
    return None, lambda: client.post("/admin/embeds/quote/make/", words)


@script
def sign_in(client):
    user, visitor = make_account(username="zoé"), Client(**client.defaults)
    return user, lambda: give_password(visitor, "zoé")


@script
def fail_to_sign_in(client):
    user, visitor = make_account(username="zoé"), Client(**client.defaults)
    return user, lambda: give_password(visitor, "zoé", "a guess of a stranger")


def command(name, *arguments, **options):
    def act():
        with acting_by(lambda: of_command(name)):
            call_command(name, *arguments, stdout=io.StringIO(), **options)

    return act


@script
def set_the_roles(client):
    sync_roles()
    group = Group.objects.get(name="read-only")
    group.permissions.set([])
    return group, command("sync_roles")


@script
def import_matches(client):
    competition = make_competition(key="europa-league")
    Path("season.json").write_text(football(first_leg()))
    how = {"competition": competition.key, "season": "2023/24"}
    return None, command("import_matches", "season.json", **how)


@script
def import_terms(client):
    heading, term, *_rest = SHIPPED.read_text("utf-8").splitlines()
    Path("terms.csv").write_text(f"{heading}\n{term}\n", encoding="utf-8")
    return None, command("import_terms", "terms.csv")


@script
def read_raw_copy(client):
    Path("copy.txt").write_text("Le stade a chanté.", encoding="utf-8")
    return None, command("intake", "copy.txt", save=True)


@script
def throw_old_work_away(client):
    kept = {"user": make_user(), "model": "articles.Article", "tab": uuid4()}
    long_ago = timezone.now() - timedelta(days=400)
    Autosave.objects.create(**kept, kept_at=long_ago)
    return None, command("housekeeping")
