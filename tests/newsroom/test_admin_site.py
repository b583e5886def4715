import pytest
from django.contrib import admin
from django.contrib.auth.models import User

from newsroom.audit import Audited
from newsroom.deletion import Protected
from newsroom.lookups import NarrowLookups
from tests.factories import make_article, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


@pytest.mark.parametrize("rule", [Audited, Protected, NarrowLookups])
def test_every_admin_keeps_the_rules_of_the_house(rule):
    admins = admin.site._registry.values()

    assert [type(a).__name__ for a in admins if not isinstance(a, rule)] == []
    assert admin.site.is_registered(User)


def test_the_import_map_carries_the_nonce_of_its_page(client, chief):
    page = client.get(f"/admin/articles/article/{make_article().pk}/change/")
    policy = page["Content-Security-Policy"]
    nonce = policy.split("'nonce-")[1].split("'")[0]

    assert f'<script type="importmap" nonce="{nonce}">' in page.text
    assert f'<style nonce="{nonce}" data-tiptap-style>' in page.text


def test_the_editors_dialogs_are_in_the_language_of_the_desk(client, chief):
    assert "Modifier le lien" in client.get("/admin/jsi18n/").text


def test_the_language_chosen_is_the_desks_and_never_the_readers(client, chief):
    answer = client.post("/admin/language/", {"language": "en", "next": "/admin/"})

    assert answer["Location"] == "/admin/"
    assert 'lang="en"' in client.get("/accounts/password/").text
    assert client.get("/", headers={"accept-language": "fr"})["Location"] == "/fr/"


@pytest.mark.parametrize("address", ["https://evil.test/", "//evil.test/"])
def test_choosing_a_language_leads_to_no_other_site(client, chief, address):
    answer = client.post("/admin/language/", {"language": "en", "next": address})

    assert "evil" not in answer["Location"]
