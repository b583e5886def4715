import pytest

from articles.models import MatchLink
from matches.coverage import coverage
from matches.models import Match
from tests.factories import make_article, make_match, make_tie, publish

pytestmark = pytest.mark.django_db


def story(match, role, *languages, **titles):
    article = make_article(**titles)
    MatchLink.objects.create(article=article, match=match, role=role)
    return [publish(article, language) for language in languages or ("fr",)]


def covered(match, language="fr"):
    match = Match.objects.with_sides().with_tie().get(pk=match.pk)
    return coverage(match, language=language)


def test_report_comes_first_once_a_match_is_over():
    match = make_match(status="finished")
    for role in ("preview", "reaction", "report"):
        story(match, role)

    names = [part.name for part in covered(match).parts]

    assert names == ["Compte rendu", "Réactions", "Avant-match"]


def test_preview_comes_first_until_a_match_is_over():
    match = make_match()
    for role in ("report", "live", "preview"):
        story(match, role)

    names = [part.name for part in covered(match).parts]

    assert names == ["Avant-match", "En direct", "Compte rendu"]


def test_story_of_another_language_stands_elsewhere():
    match = make_match()
    (english,) = story(match, "report", "en")
    story(match, "report", "fr", "en")

    found = covered(match)

    assert found.elsewhere == [english]
    assert [len(part.editions) for part in found.parts] == [1]


def test_second_leg_has_the_coverage_of_the_first():
    tie = make_tie()
    (first,) = story(tie.leg(1), "report")
    (second,) = story(tie.leg(2), "report")

    found = covered(tie.leg(2))

    assert found.first_leg == [first]
    assert [part.editions for part in found.parts] == [[second]]
    assert covered(tie.leg(1)).first_leg == []


def test_coverage_takes_two_queries(django_assert_num_queries):
    tie = make_tie()
    story(tie.leg(1), "report", "fr", "en")
    match = Match.objects.with_sides().with_tie().get(pk=tie.leg(2).pk)

    with django_assert_num_queries(2):
        coverage(match, language="fr")
