import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from articles.models import Language
from articles.typography import tidy
from newsroom.guide import anchor, read
from newsroom.roles import roles
from tests.factories import make_member

pytestmark = pytest.mark.django_db
DOCS = Path(settings.BASE_DIR) / "docs"
MOST_BYTES = 1_500_000
LANGUAGES = ["fr", "en"]


def source(language):
    return (DOCS / f"guide.{language}.md").read_text(encoding="utf-8")


def pictures(language):
    return re.findall(r"!\[[^\]]+\]\((\S+)\)", source(language))


def links(language):
    return re.findall(r"(?<!!)\[[^\]]+\]\((\S+)\)", source(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", sorted(roles()))
def test_every_role_reads_the_guide_in_both_languages(client, role, language):
    client.force_login(make_member(role))

    page = client.get(reverse("admin:guide", args=[language]))

    assert page.status_code == 200
    assert f">{read(Language(language)).title}</h1>" in page.text


@pytest.mark.parametrize("arguments", [[], ["fr"], ["en"]])
def test_who_has_not_signed_in_is_sent_to_sign_in(client, arguments):
    address = reverse("admin:guide", args=arguments)

    answer = client.get(address)

    assert answer["Location"] == f"/admin/login/?next={address}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_opens_in_the_language_of_the_interface(editor_client, language):
    page = editor_client.get("/admin/guide/", headers={"accept-language": language})

    assert f'<div class="guide" lang="{language}">' in page.text


@pytest.mark.parametrize(("shown", "other"), [("fr", "en"), ("en", "fr")])
def test_the_guide_leads_to_the_other_language(editor_client, shown, other):
    page = editor_client.get(f"/admin/guide/{shown}/")

    assert page.text.count(f'href="/admin/guide/{other}/"') == 1


def test_no_other_language_has_a_guide(editor_client):
    assert editor_client.get("/admin/guide/de/").status_code == 404


@pytest.mark.parametrize("address", ["/admin/", "/admin/articles/article/add/"])
def test_the_desk_leads_to_the_guide(editor_client, address):
    assert 'href="/admin/guide/"' in editor_client.get(address).text


def test_both_languages_have_the_same_headings_and_pictures():
    french, english = ([h.level for h in read(one).headings] for one in Language)

    assert french == english
    assert [Path(p).name for p in pictures("fr")] == [
        Path(p).name for p in pictures("en")
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_served_in_its_language(language):
    named = pictures(language)

    assert {str(Path(name).parent) for name in named} == {f"guide/{language}"}
    assert [name for name in named if finders.find(name) is None] == []


def test_no_picture_is_left_over_and_the_set_is_light():
    kept = {str(path.relative_to(DOCS)) for path in DOCS.glob("guide/*/*")}

    assert kept == {*pictures("fr"), *pictures("en")}
    assert sum((DOCS / name).stat().st_size for name in kept) < MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_link_of_the_guide_is_dead(language):
    anchors = {f"#{heading.id}" for heading in read(Language(language)).headings}

    dead = [to for to in links(language) if to not in anchors | beside()]

    assert dead == []
    assert len(anchors) == len(read(Language(language)).headings)


def beside():
    return {path.name for path in DOCS.glob("*.md")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_is_in_the_contents_of_the_page(editor_client, language):
    page = editor_client.get(f"/admin/guide/{language}/").text
    ids = re.findall(r'<h2 id="([\w-]+)">', page.partition("guide__text")[2])

    assert re.findall(r'<li><a href="#([\w-]+)">', page) == ids
    assert len(ids) == 11


def test_an_anchor_is_the_one_that_code_hosts_make():
    assert anchor("Ce qui est « gardé », d’abord") == "ce-qui-est--gardé--dabord"


def test_the_french_is_set_as_printers_set_it():
    prose = [line for line in source("fr").splitlines() if line[:1] not in "|["]
    plain = [re.sub(r"[*`]", "", line) for line in prose]

    assert [line for line in plain if tidy(line, "fr") != line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_prints_no_markup_of_its_source(editor_client, language):
    page = editor_client.get(f"/admin/guide/{language}/").text

    assert [mark for mark in ("**", "![", "](", "[//]") if mark in page] == []
