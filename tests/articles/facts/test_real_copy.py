"""The two real pieces that Tribune started from, against their match."""

import pytest

from articles import facts
from articles.models import Words
from tests.articles.facts.semi_final import SemiFinal

pytestmark = pytest.mark.django_db


def found(path, language, kind):
    semi_final = SemiFinal()
    lines = path.read_text(encoding="utf-8").splitlines()
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = semi_final.article(kind=kind)
    return facts.findings(article, language=language, words=Words("", "", body, ""))


def test_the_english_report_is_told_what_it_gets_wrong(real_copy):
    raised = [
        (str(one.kind), one.words)
        for one in found(real_copy / "en-report.txt", "en", "report")
    ]

    assert raised == [
        ("scorer", ""),
        ("name", "Atalanta Bergamo"),
        ("spelling", "characterized"),
        ("lead", "uphill battle"),
        ("spelling", "capitalizing"),
        ("spelling", "vigor"),
        ("spelling", "equalizer"),
        ("goalless", "unable to break the deadlock"),
        ("lead", "deficit"),
    ]


def test_the_french_piece_is_right(real_copy):
    assert found(real_copy / "fr-reaction.txt", "fr", "reaction") == []
