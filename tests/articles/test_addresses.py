import pytest

from articles.addresses import linkable, of_the_web


@pytest.mark.parametrize(
    "address",
    [
        "https://x.fr/a?b=c&d#e",
        "HTTP://X.FR",
        "mailto:desk@x.fr",
        "/fr/articles/1/",
        "#notes",
        "?kind=report",
    ],
)
def test_a_text_links_to_the_web_to_mail_and_within_the_site(address):
    assert linkable(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        " javascript:alert(1)",
        "java script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://x.fr",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "https:///evil.example",
        "http://\\evil.example",
        "mailto:",
        "articles/1/",
        "https://x.fr/" + "a" * 2000,
    ],
)
def test_a_text_links_to_nothing_else(address):
    assert linkable(address) is None


def test_hidden_characters_leave_an_address():
    assert linkable("\x00 ht\ntps://x.fr/a b\u202e ") == "https://x.fr/a%20b"


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://x.fr/a", "https://x.fr/a"),
        ("mailto:desk@x.fr", ""),
        ("javascript:alert(1)", ""),
        ("ftp://x.fr", ""),
        ("/fr/", ""),
    ],
)
def test_a_source_is_on_the_web(address, kept):
    assert of_the_web(address) == kept
