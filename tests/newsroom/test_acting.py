"""From where an act comes, as the log tells it."""

import pytest
from django.test import RequestFactory

from articles.acting import acting
from articles.models import AuditEntry, Author
from newsroom.acting import client_address, door_of, told_to_the_log
from tests.factories import make_user

FORGED = "203.0.113.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, "192.0.2.1"),
        (0, FORGED, "192.0.2.1"),
        (1, None, "192.0.2.1"),
        (1, "198.51.100.7", "198.51.100.7"),
        (1, f"{FORGED}, 198.51.100.7", "198.51.100.7"),
        (2, f"{FORGED}, 198.51.100.7, 10.0.0.2", "198.51.100.7"),
        (2, "10.0.0.2", "192.0.2.1"),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "not an address\r\nX: y", "192.0.2.1"),
    ],
)
def test_only_what_trusted_proxies_say_of_a_client_counts(
    settings, proxies, forwarded, expected
):
    settings.TRUSTED_PROXIES = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory(REMOTE_ADDR="192.0.2.1", headers=headers).get("/")

    assert client_address(request) == expected


def test_a_socket_without_an_address_tells_none():
    assert client_address(RequestFactory(REMOTE_ADDR="").get("/")) == ""


@pytest.mark.django_db
def test_an_act_has_the_door_and_the_address_of_its_request(client):
    client.force_login(make_user(is_superuser=True))
    said = {"name": "Léa", "slug": "lea", "kind": "person", "seen_version": 0}
    client.post("/admin/articles/author/add/", said, REMOTE_ADDR="192.0.2.7")

    entry = AuditEntry.objects.about(Author.objects.get()).get()
    assert (entry.door, entry.address) == ("form", "192.0.2.7")


def test_nothing_of_a_request_outlives_it():
    def view(request):
        raise ValueError

    with pytest.raises(ValueError, match="^$"):
        told_to_the_log(view)(RequestFactory().get("/"))

    assert (acting().door, acting().address) == ("command", "")


def test_what_a_script_sends_is_told_from_a_page():
    sent = RequestFactory().post("/", "{}", content_type="application/json")

    assert door_of(sent) == "json"
    assert door_of(RequestFactory().post("/")) == "page"
