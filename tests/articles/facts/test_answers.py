import pytest
from django.core.exceptions import PermissionDenied

from articles.facts.answers import checks, dismiss
from articles.models import AppendOnly, AuditEntry, Dismissal
from articles.publishing import Refused
from tests.articles.facts.semi_final import SemiFinal
from tests.factories import make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_member("desk chief")


@pytest.fixture
def semi_final():
    return SemiFinal()


@pytest.fixture
def article(semi_final):
    article = semi_final.article()
    article.body_fr = "<p>L’OM a battu l’Atalanta 2-1.</p>"
    article.save()
    return article


def mark(article):
    (finding,) = checks(article, language="fr").open
    return finding.mark


def answer(article, by, reason="La demi-finale de 1990."):
    return dismiss(article, mark(article), language="fr", reason=reason, by=by)


def test_a_dismissed_check_is_not_asked_again(article, chief):
    dismissal = answer(article, chief)

    found = checks(article, language="fr")
    assert found.open == []
    assert [one for _finding, one in found.answered] == [dismissal]
    assert (dismissal.kind, dismissal.words) == ("score", "2-1")


def test_it_is_asked_again_when_the_words_change(article, chief):
    answer(article, chief)
    article.body_fr = "<p>L’OM a battu l’Atalanta 3-1.</p>"
    article.save()

    assert [one.words for one in checks(article, language="fr").open] == ["3-1"]


def test_it_is_asked_again_when_the_match_changes(article, semi_final, chief):
    answer(article, chief)
    semi_final.play(semi_final.first, (2, 2))

    assert [one.words for one in checks(article, language="fr").open] == ["2-1"]


def test_words_around_it_may_change(article, chief):
    answer(article, chief)
    article.body_fr = "<p>Jeudi, l’OM a battu l’Atalanta 2-1.</p>"
    article.save()

    assert checks(article, language="fr").open == []


def test_the_other_language_asks_for_itself(article, chief):
    answer(article, chief)
    article.body_en = "<p>Marseille beat Atalanta 2-1.</p>"
    article.save()

    assert [one.words for one in checks(article, language="en").open] == ["2-1"]


def test_a_dismissal_needs_a_reason(article, chief):
    with pytest.raises(Refused):
        answer(article, chief, reason="  ")

    assert Dismissal.objects.count() == 0


def test_what_is_no_longer_found_cannot_be_dismissed(article, chief):
    with pytest.raises(Refused):
        dismiss(article, "0" * 16, language="fr", reason="Oui.", by=chief)


@pytest.mark.parametrize("role", ["read-only", "statistics desk", "reporter"])
def test_who_may_not_write_the_words_may_not_answer(article, role):
    with pytest.raises(PermissionDenied):
        answer(article, make_member(role))


def test_dismissals_are_logged_and_never_changed(article, chief):
    dismissal = answer(article, chief)
    entry = AuditEntry.objects.about(article).get(action="dismiss")

    assert entry.details["reason"] == dismissal.reason == "La demi-finale de 1990."
    with pytest.raises(AppendOnly):
        dismissal.save()
    with pytest.raises(AppendOnly):
        Dismissal.objects.all().delete()
