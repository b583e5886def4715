import pytest

from tests.articles.translating.edits import edited_pairs
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db


def test_pairs_stay_together_however_either_side_is_edited():
    article = make_article()
    make_edition(article=article, language="en", origin="translation")

    counts = list(edited_pairs(article, stories=50))

    aligned, alive = map(sum, zip(*counts, strict=True))
    assert alive == 491
    assert aligned >= 0.97 * alive
