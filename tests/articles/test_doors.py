"""By whatever door a body comes, nothing is stored that the editor could not make."""

import json
import re
from contextlib import suppress
from html import escape, unescape
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core import serializers
from django.core.management import call_command

from articles.body import sanitise
from articles.models import Article, Autosave, Release
from articles.restoring import parts, restore
from articles.translating.drafting import draft
from articles.translating.machine import Unanswered
from articles.translating.shielding import Shield
from articles.translating.units import Unit
from articles.translating.work import Act, Claim, act
from newsroom.demo import stories
from tests.factories import NOON, make_article, make_edition, make_user

from . import raw_copy
from .forms import save
from .hostile import HOSTILE
from .test_admin_keeping import keep
from .test_body import Nodes
from .test_intake_page import confirm, read
from .translating.engines import serving
from .translating.xliff_files import bring_back, file_of, written
from .translating.xliff_files import sent as begun
from .whole_set import TEXTS, WORDS

pytestmark = pytest.mark.django_db

PASSAGE = "<p>La fin.</p>"

BODIES = dict(zip(("body_fr", "body_en"), TEXTS, strict=True))
PLAIN = {"body_fr": "<p>Un.</p>", "body_en": "<p>One.</p>"}


@pytest.fixture
def desk(editor_client, settings, tmp_path, monkeypatch):
    fixtures = {"client": editor_client, "settings": settings}
    return SimpleNamespace(**fixtures, folder=tmp_path, monkeypatch=monkeypatch)


def test_the_set_is_whole_and_hostile_where_nothing_cleans_it():
    for text in TEXTS:
        assert all(item in "".join(TEXTS) for item in HOSTILE)
        assert len(Nodes(text).foreign) > 200
        assert re.findall(r"mot\d+\.", sanitise(text)) == WORDS


def by_form(desk):
    sent = {name: text.replace("\0", "") for name, text in BODIES.items()}
    save(desk.client, make_article(), **sent)  # a form refuses NUL as a whole


def by_autosave_taken_back(desk):
    article = make_article()
    keep(desk.client, article, **BODIES)
    save(desk.client, article, **Autosave.objects.get().fields)


def by_shell(desk):
    make_article(**BODIES)


def past_save(desk):
    make_article()
    Article.objects.update(**BODIES)


def by_bulk(desk):
    Article.objects.bulk_create([Article(kind="report", title_fr="Un", **BODIES)])


def by_fixture(desk):
    rows = json.loads(serializers.serialize("json", [make_article()]))
    rows[0]["fields"] |= BODIES
    file = desk.folder / "rows.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    call_command("loaddata", str(file), verbosity=0)


def by_restoring(desk):
    article, by = make_article(**PLAIN), make_user()
    row = article.history.latest("history_id")
    article.body_fr = article.body_en = "<p>Deux.</p>"
    article.save()
    article.history.filter(pk=row.pk).update(**BODIES)
    row.refresh_from_db()
    restore(row, parts(row), by=by, seen=str(article.version))


def by_demo(desk):
    make_user("reporter")
    given = {"fr": {"title": "Un", "body": TEXTS[0]}, "en": {"body": TEXTS[1]}}
    story = {"kind": "report", "original": "fr", "lead": "", "key": "hostile"}
    story |= {"editions": given, "authors": [], "matches": {}}
    desk.monkeypatch.setattr(stories, "words", lambda key, language: given[language])
    stories.write(story)


WHOLE = [
    by_form,
    by_autosave_taken_back,
    by_shell,
    past_save,
    by_bulk,
    by_fixture,
    by_restoring,
    by_demo,
]


@pytest.mark.parametrize("door", WHOLE)
def test_a_door_of_bodies_stores_the_words_and_nothing_hostile(desk, door):
    door(desk)

    article = Article.objects.get()
    for text in (article.body_fr, article.body_en):
        assert Nodes(text).foreign == []
        assert sanitise(text) == text
        assert re.findall(r"mot\d+\.", text) == WORDS


def test_a_release_is_clean_by_doors_past_its_save():
    edition, by = make_edition(), make_user()
    made = {"edition": edition, "title": "Un", "released_at": NOON, "released_by": by}
    rows = [Release(number=n, body=text, **made) for n, text in enumerate(TEXTS)]

    Release.objects.bulk_create(rows)

    for text in Release.objects.values_list("body", flat=True):
        assert Nodes(text).foreign == []
        assert re.findall(r"mot\d+\.", text) == WORDS


def by_xliff(edition, text):
    said = escape(re.sub(r"[\0\x01\x0c]", " ", text)).replace("\\", "\\\\")
    bring_back(edition, written(file_of(edition), {"La fin": said}))


def by_passage(edition, text):
    claim = Claim(2, PASSAGE, "", text)
    act(edition, Act.WRITE, claim, by=edition.translation.begun_by, at=NOON)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("door", [by_xliff, by_passage])
def test_a_door_of_passages_stores_nothing_hostile(door, text):
    edition = begun(body=PASSAGE)

    door(edition, text)

    stored = Article.objects.get().body_en
    assert Nodes(stored).foreign == []
    assert sanitise(stored) == stored
    assert re.findall(r"mot\d+\.", stored) == WORDS


@pytest.mark.parametrize("text", TEXTS)
def test_an_engine_that_answers_with_markup_of_its_own_writes_nothing(settings, text):
    edition = begun(body=PASSAGE)
    claim, by = Claim(2, PASSAGE, "", ""), edition.translation.begun_by

    with serving(says=lambda asked: text) as server:
        settings.TRANSLATION_ENGINE_URL = server.address
        with pytest.raises(Unanswered):
            draft(edition, claim, by=by, at=NOON)

    assert PASSAGE not in Article.objects.get().body_en
    assert "mot" not in Article.objects.get().body_en


def test_what_is_taken_of_an_engine_is_clean():
    shield, taken = Shield(Unit("body", PASSAGE)), []
    for text in HOSTILE:
        with suppress(Unanswered):
            taken.append(shield.restored(f"The end. {text}"))

    assert len(taken) > 50
    assert [Nodes(text).foreign for text in taken if Nodes(text).foreign] == []


def by_intake_page(desk, copy):
    confirm(desk.client, read(desk.client, copy))


def by_intake_command(desk, copy):
    file = desk.folder / "copy.txt"
    file.write_text(copy, encoding="utf-8")
    call_command("intake", str(file), "--save", stdout=StringIO())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("door", [by_intake_page, by_intake_command])
def test_copy_that_intake_takes_is_characters(desk, door, text):
    raw_copy.make_desk()
    said = text.replace("\0", "").replace("\x01", "")

    door(desk, f"{raw_copy.PIECE}\n{said}")

    stored = Article.objects.get().body_fr
    assert Nodes(stored).foreign == []
    assert sanitise(stored) == stored
    assert "<script>alert(1)" in unescape(stored)
