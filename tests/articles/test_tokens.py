import logging

import pytest

from articles import tokens


def test_token_holds_256_random_bits():
    token = tokens.new_token()

    assert len(token) == 43
    assert tokens.TOKEN.fullmatch(token)
    assert tokens.new_token() != token


@pytest.mark.parametrize("text", ["", "short", "é" * 43, "a" * 42, "a" * 44])
def test_what_is_no_token_has_no_name(text):
    assert tokens.name_of(text) == ""


def test_seal_is_of_the_token_and_of_what_it_opens():
    token = tokens.new_token()
    stored = tokens.seal(token, 12, "fr", 3)

    assert tokens.is_sealed(stored, token, 12, "fr", 3)
    assert not tokens.is_sealed(stored, token, 13, "fr", 3)
    assert not tokens.is_sealed(stored, token, 12, "en", 3)
    assert not tokens.is_sealed(stored, token, 12, "fr", 4)


def test_seal_depends_on_the_secret_of_the_newsroom(settings):
    stored = tokens.seal("token", 12)
    settings.SECRET_KEY = "another" * 10

    assert not tokens.is_sealed(stored, "token", 12)


@pytest.mark.parametrize("name", tokens.LOGGERS)
def test_no_log_line_holds_a_token(name, caplog):
    logger = logging.getLogger(name)

    with caplog.at_level(logging.INFO, logger=name):
        logger.warning("%s: %s", "Not Found", "/fr/preview/secret-token/")
        logger.info('"GET /en/preview/secret-token/ HTTP/1.1" 200')

    assert "secret-token" not in caplog.text
    assert caplog.text.count("/preview/…/") == 2
