"""Against a real server on this machine: what an engine may answer, and worse."""

import time

import pytest
from django.utils.translation import override

from articles.translating import machine
from articles.translating.machine import MOST, LibreTranslate, Unanswered

from .engines import serving

pytestmark = pytest.mark.django_db  # what an engine speaks is a fact that workers share

FRENCH = "<p>Marseille ouvre le score.</p>"
TOLD = {"q": FRENCH, "source": "fr", "target": "en", "format": "html"}


def translate(server, *, key="", seconds=5.0):
    engine = LibreTranslate(server.address, key, seconds)
    return engine.translate(FRENCH, source="fr", target="en")


def refusal(server, **how):
    with pytest.raises(Unanswered) as refused, override("en"):
        translate(server, **how)
    return str(refused.value)


def test_no_engine_is_asked_unless_one_is_set(settings):
    assert (settings.TRANSLATION_ENGINE_URL, machine.engine()) == ("", None)


def test_the_engine_of_the_settings_is_asked_at_its_address(settings):
    settings.TRANSLATION_ENGINE_URL = "https://translate.example.org/"
    settings.TRANSLATION_ENGINE_KEY = "secret"

    engine = machine.engine()

    assert (engine.address, engine.key) == ("https://translate.example.org", "secret")
    assert "secret" not in repr(engine)


def test_a_passage_is_asked_for_as_the_protocol_has_it():
    with serving() as server:
        assert translate(server) == "<p>MARSEILLE OUVRE LE SCORE.</p>"

        assert (server.asked, server.sent) == (["/translate"], [TOLD])


def test_the_key_goes_with_the_words():
    with serving(key="secret") as server:
        assert translate(server, key="secret") == "<p>MARSEILLE OUVRE LE SCORE.</p>"

        assert server.sent == [TOLD | {"api_key": "secret"}]


def test_a_path_of_the_address_is_kept():
    with serving() as server:
        engine = LibreTranslate(f"{server.address}/nowhere")

        with pytest.raises(Unanswered):
            engine.offers("fr", "en")

        assert server.asked == ["/nowhere/languages"]


@pytest.mark.parametrize(
    ("source", "target", "is_offered"),
    [("fr", "en", True), ("en", "fr", True), ("fr", "de", False), ("it", "fr", False)],
)
def test_the_languages_are_asked_for_once(source, target, is_offered):
    with serving() as server:
        engine = LibreTranslate(server.address)

        assert engine.offers(source, target) is is_offered
        assert engine.offers(source, target) is is_offered
        assert server.asked == ["/languages"]


def test_an_engine_without_targets_knows_them_all():
    with serving(languages=[{"code": "fr"}, {"code": "en"}]) as server:
        assert LibreTranslate(server.address).offers("en", "fr") is True


@pytest.mark.parametrize("odd", [[1], "fr", 7, [{"name": "French"}], [{"code": []}]])
def test_odd_languages_are_refused(odd):
    with serving(languages=odd) as server, override("en"):
        with pytest.raises(Unanswered) as refused:
            LibreTranslate(server.address).offers("fr", "de")

        said = "The translation engine does not say which languages it knows."
        assert str(refused.value) == said


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"key": "x"}, "The translation engine refuses the desk’s key."),
        (
            {"status": 400, "error": "de is not supported"},
            "The translation engine says: “de is not supported”",
        ),
        (
            {"status": 429, "error": "Slowdown"},
            "The translation engine is asked too often: wait a minute.",
        ),
        ({"status": 500}, "The translation engine answered 500."),
        ({"body": b"<html>"}, "The translation engine’s answer is not JSON."),
        ({"body": b"[" * 90_000}, "The translation engine’s answer is not JSON."),
        ({"type": "text/html"}, "The translation engine’s answer is not JSON."),
        ({"body": b"\xff"}, "The translation engine’s answer is not JSON."),
        (
            {"body": b'{"translatedText": "' + b"a" * MOST + b'"}'},
            "The translation engine’s answer is too long.",
        ),
        (
            {"body": b'{"translatedText": ["a"]}'},
            "The translation engine’s answer holds no translation.",
        ),
        ({"body": b"[1]"}, "The translation engine’s answer holds no translation."),
        (
            {"body": b'{"translatedText": " "}'},
            "The translation engine’s answer holds no translation.",
        ),
    ],
)
def test_an_answer_of_no_use_is_said_in_a_sentence(how, said):
    with serving(**how) as server:
        assert refusal(server) == said
        assert len(server.sent) == 1


def test_a_long_error_of_the_engine_is_shortened():
    with serving(status=400, error="no \x00\n" * 900) as server:
        assert len(refusal(server)) < 240


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(status):
    with serving() as other:
        elsewhere = [("Location", f"{other.address}/translate")]
        with serving(status=status, headers_too=elsewhere) as server:
            assert refusal(server) == f"The translation engine answered {status}."
        assert other.asked == []


def test_a_busy_engine_is_asked_once_more():
    with serving(failures=1) as server:
        assert translate(server) == "<p>MARSEILLE OUVRE LE SCORE.</p>"
        assert len(server.sent) == 2


def test_an_engine_that_stays_busy_is_left_in_peace():
    with serving(failures=9) as server:
        assert refusal(server) == "The translation engine says: “Busy”"
        assert len(server.sent) == 2


def test_nobody_at_the_address_is_said():
    with serving() as server:
        pass

    assert refusal(server) == "The translation engine could not be reached."


def test_an_answer_drop_by_drop_ends_in_time():
    with serving(drip=0.2) as server:
        began = time.monotonic()

        said = refusal(server, seconds=0.5)

    assert said == "The translation engine did not answer in time."
    assert time.monotonic() - began < 5
