"""Stale is what was made from other words than the source's, and nothing else."""

import random

import pytest

from articles.models import Edition, Language, Translation
from articles.publishing import Refused
from articles.translating.rows import SETTLED, rows, source_words
from articles.translating.units import normalised, units
from articles.translating.work import Act, Claim, act, begin
from tests.factories import NOON, make_article, make_edition, make_user, publish

pytestmark = pytest.mark.django_db

WORDS = ["but", "corner", "penalty", "tribune", "banc", "relance", "tacle", "sifflet"]


@pytest.fixture
def chief():
    return make_user(is_superuser=True)


def change(edition, **words):
    edition.refresh_from_db()
    for column, value in words.items():
        setattr(edition.article, column, value)
    edition.article.save()


def is_stale(edition):
    """Said the same by the object and by the set."""
    edition = Edition.objects.get(pk=edition.pk)
    assert Edition.objects.stale().contains(edition) is edition.is_stale()
    return edition.is_stale()


def translated(chief, **words):
    article = make_article(**words)
    make_edition(article=article, language="fr")
    make_edition(article=article, language="en", origin="translation")
    return publish(article, "en", by=chief)


def test_a_published_translation_was_made_from_the_words_of_that_moment(chief):
    edition = translated(chief)

    assert edition.translation.completed_at == NOON
    assert is_stale(edition) is False


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"body_fr": "<p>Le  texte <b>français</b> .</p>"}, False),
        ({"body_fr": "<p>Le texte anglais.</p>"}, True),
        ({"title_fr": "Le petit truc manque !"}, True),
        ({"standfirst_fr": ""}, True),
        ({"social_title_fr": "Un nul"}, True),
        ({"body_en": "<p>Another English text.</p>"}, False),
    ],
)
def test_only_other_words_of_the_source_make_it_stale(chief, words, expected):
    edition = translated(chief)

    change(edition, **words)

    assert is_stale(edition) is expected


def test_a_change_taken_back_is_not_stale(chief):
    edition = translated(chief)
    change(edition, title_fr="Autre chose")

    change(edition, title_fr="Le petit truc manque")

    assert is_stale(edition) is False


def test_of_a_published_source_the_release_counts(chief):
    edition = translated(chief)
    publish(edition.article, "fr", by=chief)
    change(edition, title_fr="Pas encore publié")
    before = is_stale(edition)

    publish(Edition.objects.get(pk=edition.pk).article, "fr", by=chief, change="update")

    assert (before, is_stale(edition)) == (False, True)


def test_an_adaptation_owes_nothing(chief):
    edition = translated(chief)
    edition.origin = Edition.Origin.ADAPTATION
    edition.save()

    change(edition, title_fr="Autre chose")

    assert is_stale(edition) is False


def test_nothing_untranslated_is_published(chief):
    article = make_article(body_en="", title_en="Marseille held")
    edition = begin(article, language="en", by=chief, at=NOON)
    change(edition, body_en="<p>The text.</p>", standfirst_en="")

    with pytest.raises(Refused, match="Un partout"):
        publish(Edition.objects.get(pk=edition.pk).article, "en", by=chief)


def paragraphs(randomness):
    return [" ".join(randomness.choices(WORDS, k=6)) for _n in range(5)]


def edited(lines, randomness):
    """A random edit: of words, of markup alone, of order, or none."""
    lines, place = list(lines), randomness.randrange(len(lines) or 1)
    match randomness.choice(["word", "bold", "add", "remove", "move", "space"]):
        case "word" if lines:
            lines[place] += f" {randomness.choice(WORDS)}"
        case "bold" if lines:
            lines[place] = f"<b>{lines[place]}</b>"
        case "space" if lines:
            lines[place] += "  "
        case "add":
            lines.insert(place, " ".join(randomness.choices(WORDS, k=6)))
        case "remove" if len(lines) > 1:
            del lines[place]
        case "move" if lines:
            lines.append(lines.pop(place))
    return lines


def body(lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def finish(edition, by):
    """Answers every passage as someone who has read it."""
    for _round in range(40):
        edition = Edition.objects.get(pk=edition.pk)
        found = rows(edition, edition.translation.units.all())
        owed = [n for n, row in enumerate(found) if row.state not in SETTLED]
        if not owed:
            return
        row = found[owed[0]]
        source, before = (u.html if u else "" for u in (row.source, row.target))
        claim = Claim(owed[0], source, before, f"<p>Made from {source[3:-4]}</p>")
        act(edition, Act.DONE if source else Act.REMOVE, claim, by=by, at=NOON)
    raise AssertionError("never done")


@pytest.mark.parametrize("seed", range(12))
def test_stale_is_exactly_when_the_words_differ_from_those_translated(chief, seed):
    randomness = random.Random(seed)
    lines = paragraphs(randomness)
    article = make_article(standfirst_fr="", body_fr=body(lines), body_en="")
    edition = begin(article, language="en", by=chief, at=NOON)
    finish(edition, chief)
    made = said(edition)

    for step in range(12):
        lines = edited(lines, randomness)
        change(edition, body_fr=body(lines))
        change(edition, body_en=shaken(edition, randomness))
        assert is_stale(edition) is (said(edition) != made)
        if step % 4 == 3:
            finish(edition, chief)
            made = said(edition)
            assert is_stale(edition) is False


def said(edition):
    edition = Edition.objects.get(pk=edition.pk)
    return [normalised(unit.text) for unit in units(source_words(edition))]


def shaken(edition, randomness):
    """The target as its translator edits it meanwhile: that answers nothing."""
    edition.refresh_from_db()
    lines = edition.article.body_en.splitlines()
    if lines:
        place = randomness.randrange(len(lines))
        lines[place] = lines[place].replace("Made", "Written")
    return "\n".join(lines)


def test_both_directions_are_translations_of_the_other(chief):
    article = make_article(original_language=Language.ENGLISH)
    make_edition(article=article, language="en")
    make_edition(article=article, language="fr", origin="translation")
    edition = publish(article, "fr", by=chief)

    change(edition, body_en="<p>Other words.</p>")

    assert is_stale(edition) is True
    assert Translation.objects.get().edition == edition
