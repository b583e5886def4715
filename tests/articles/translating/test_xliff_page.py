"""XLIFF files over the desk's pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.models import AuditEntry
from articles.translating.xml_tree import LARGEST
from tests.factories import make_member

from .xliff_files import ENGLISH, file_of, sent, states, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(client):
    edition = sent()
    client.force_login(edition.translation.begun_by)
    return edition


def address(edition, page="", language="en"):
    name = f"admin:article_translate{page}"
    return reverse(name, args=[edition.article_id, language])


def upload(client, edition, file):
    file = file.encode() if isinstance(file, str) else file
    told = {"file": SimpleUploadedFile("back.xlf", file)}
    return client.post(address(edition, "_xliff_import"), told)


def test_a_translation_is_downloaded_as_a_file(client, edition):
    response = client.get(address(edition, "_xliff"))

    name = f'attachment; filename="article-{edition.article_id}-fr-en.xlf"'
    assert response["Content-Disposition"] == name
    assert response["Content-Type"] == "application/xliff+xml; charset=utf-8"
    assert response.content.decode() == file_of(edition)
    assert (
        AuditEntry.objects.get(action="xliff_export").user == response.wsgi_request.user
    )


def test_a_file_that_fits_leads_back_to_the_translation(client, edition):
    response = upload(client, edition, written(file_of(edition), ENGLISH))

    assert (response.status_code, response.url) == (302, address(edition))
    assert states(edition)[:3] == ["done"] * 3


def test_what_was_not_taken_is_listed(client, edition):
    file = written(file_of(edition), ENGLISH)
    edition.article.title_en = "A share of the spoils"
    edition.article.save()

    response = upload(client, edition, file)

    assert response.status_code == 200
    assert [p.number for p in response.context["taken"].kept] == [1]
    told = '<li>Un nul <q lang="en">A draw &amp; “more”</q></li>'
    assert told in response.content.decode()


def test_a_refusal_tells_lines_and_reasons(client, edition):
    file = file_of(edition).replace("<source>Un nul", "<source>Nul")

    response = upload(client, edition, file)

    [fault] = response.context["faults"]
    assert (response.status_code, fault.line) == (422, 5)
    assert fault.reason in response.content.decode()


def test_nothing_chosen_is_told(client, edition):
    response = client.post(address(edition, "_xliff_import"))

    assert [fault.line for fault in response.context["faults"]] == [1]


def test_a_file_too_large_is_refused_before_it_is_read(client, edition):
    response = upload(client, edition, b" " * (LARGEST + 1))

    assert response.status_code == 422


@pytest.mark.parametrize(("page", "status"), [("_xliff", 200), ("_xliff_import", 403)])
def test_who_may_only_read_may_not_bring_a_file_in(client, edition, page, status):
    client.force_login(make_member("read-only"))

    assert client.get(address(edition, page)).status_code == status


@pytest.mark.parametrize("page", ["_xliff", "_xliff_import"])
def test_strangers_are_asked_to_sign_in(client, edition, page):
    client.logout()

    assert client.get(address(edition, page)).status_code == 302


@pytest.mark.parametrize("page", ["_xliff", "_xliff_import"])
def test_a_translation_that_nobody_began_has_no_file(client, edition, page):
    assert client.get(address(edition, page, "fr")).status_code == 404


def test_the_page_of_a_translation_leads_to_its_files(client, edition):
    page = client.get(address(edition)).content.decode()

    assert f'href="{address(edition, "_xliff")}"' in page
    assert f'href="{address(edition, "_xliff_import")}"' in page
