import pytest

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
