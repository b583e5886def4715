import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from newsroom.sign_in.devices import device
from tests.factories import make_user

from .doors import LOGIN, PASSWORD, give_password, is_in, make_account

pytestmark = pytest.mark.django_db


def test_the_door_of_the_admin_leads_to_ours(client):
    answer = client.get("/admin/articles/article/", follow=True)

    assert [address for address, _status in answer.redirect_chain] == [
        "/admin/login/?next=/admin/articles/article/",
        "/accounts/login/?next=/admin/articles/article/",
    ]


def test_the_door_of_the_admin_takes_no_password(client):
    chief = make_account()
    sent = {"username": chief.username, "password": PASSWORD}
    answer = client.post("/admin/login/", sent)

    assert answer["Location"].startswith(LOGIN)
    assert not is_in(client)


def test_its_other_doors_lead_to_ours_too(client):
    client.force_login(make_account())

    assert client.get("/admin/password_change/")["Location"] == "/accounts/password/"
    assert client.post("/admin/logout/")["Location"] == "/accounts/logout/"


def test_who_is_not_of_the_desk_is_refused(client):
    client.force_login(make_user(is_staff=False))

    assert client.get("/admin/", follow=True).status_code == 403


@pytest.mark.parametrize("door", ["signup/", "password/reset/", "email/"])
def test_what_allauth_has_beyond_our_doors_does_not_exist(client, door):
    assert client.get(f"/accounts/{door}").status_code == 404


@pytest.mark.parametrize(
    "address", ["https://evil.test/", "//evil.test/", "/\\evil.test", "javascript:x"]
)
def test_signing_in_leads_to_no_other_site(client, address):
    chief = make_account()
    sent = {"login": chief.username, "password": PASSWORD, "next": address}

    assert client.post(LOGIN, sent)["Location"] == "/admin/"


@pytest.mark.parametrize("door", ["login/", "2fa/", "sessions/", "password/"])
def test_no_browser_keeps_a_page_of_the_door(client, door):
    client.force_login(make_account())

    assert "no-store" in client.get(f"/accounts/{door}")["Cache-Control"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_door_speaks_the_language_of_the_browser(client, language):
    page = client.get(LOGIN, headers={"accept-language": language}).text

    assert f'<html lang="{language}"' in page
    assert ("Se connecter" in page) is (language == "fr")


def test_a_wrong_password_keeps_the_name_and_not_itself(client):
    page = give_password(client, "lea", "not-this-one").text

    assert 'value="lea"' in page
    assert "not-this-one" not in page


def test_an_account_that_is_closed_opens_nothing(client):
    chief = make_account(is_active=False)
    give_password(client, chief.username)

    assert not is_in(client)


@pytest.mark.parametrize(
    ("password", "is_good"),
    [
        ("elevenchars", False),
        ("qwerty123456", False),
        ("123456789012", False),
        ("marseillaise-lea", False),
        ("le vestiaire est vide", True),
    ],
)
def test_passwords_are_long_and_not_guessed(password, is_good):
    user = make_user("marseillaise-lea")
    try:
        validate_password(password, user)
    except ValidationError:
        assert not is_good
    else:
        assert is_good


def test_cookies_of_production_are_its_own_alone(run):
    names = ("NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN")
    told = f"[getattr(s, 'SESSION_COOKIE_' + n) for n in {names}]"
    _, said, _ = run(
        "-c",
        f"from django.conf import settings as s; print({told})",
        DJANGO_SETTINGS_MODULE="newsroom.settings",
        SITE_URL="https://tribune.example",
    )

    assert said == "['__Host-session', True, True, 'Lax', '/', None]\n"


@pytest.mark.parametrize(
    ("unset", "asked", "expected"),
    [(None, "SECRET", True), ("0", "SECRET", False), (None, "", False)],
)
def test_production_requires_the_second_factor_and_a_first_try_does_not(
    run, tmp_path, unset, asked, expected
):
    (tmp_path / "tribune.env").write_text("SECRET_KEY=of-this-machine\n")
    told = {"REQUIRE_SECOND_FACTOR": unset or "", "SECRET_KEY": asked}
    forget = "import os; os.environ['SECRET_KEY'] or os.environ.pop('SECRET_KEY')"
    tell = "from django.conf import settings as s; print(s.REQUIRE_SECOND_FACTOR)"
    _, said, _ = run(
        "-c",
        f"{forget}; {tell}",
        DJANGO_SETTINGS_MODULE="newsroom.settings",
        **told,
    )

    assert said == f"{expected}\n"


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537 Edg/140",
            "Edge · Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox · Linux"),
        ("curl/8", "curl/8"),
    ],
)
def test_a_device_is_called_what_people_call_it(user_agent, expected):
    assert device(user_agent) == expected
