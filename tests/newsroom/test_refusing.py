import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/fr/?q=%00", "/admin/?q=a%00b", "/fr/%00/", "/media/%00"]
)
def test_an_address_with_a_nul_is_refused(client, address):
    answer = client.get(address)

    assert answer.status_code == 400
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/fr/?q=%20", "/fr/?q=%2500", "/fr/?q=000"])
def test_other_addresses_pass(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_other_site_sends_anything(client, method):
    answer = getattr(client, method)("/fr/", headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_other_sites_may_lead_readers_here(client):
    answer = client.get("/fr/", headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 200


def test_a_form_sent_where_json_is_wanted_is_no_error_of_ours(desk_chief):
    client = Client(enforce_csrf_checks=True)
    client.force_login(desk_chief)
    client.cookies["csrftoken"] = "a" * 32

    form = {"csrfmiddlewaretoken": "a" * 32}
    answer = client.post("/admin/articles/article/keep/", form)

    assert answer.status_code == 400
