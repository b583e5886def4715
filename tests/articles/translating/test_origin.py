"""A translation made an adaptation, and an adaptation a translation again."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from articles.models import Article, AuditEntry, Edition
from articles.publishing import Refused
from articles.translating.origin import adapt, translate_again
from articles.translating.work import Act, Claim, act, begin
from tests.factories import NOON, make_article, make_edition, make_member

from .xliff_files import states

pytestmark = pytest.mark.django_db
LINES = {"standfirst_fr": "", "standfirst_en": "", "title_en": "A draw"}
FRENCH = ["Marseille ouvre le score.", "Bergame égalise.", "La fin."]
ENGLISH = ["Marseille took the lead.", "Atalanta levelled.", "The end."]


@pytest.fixture
def translator():
    return make_member("translator")


def body(lines):
    return "\n".join(f"<p>{line}</p>" for line in lines)


@pytest.fixture
def edition(translator):
    words = {"body_fr": body(FRENCH), "body_en": body(ENGLISH)}
    article = make_article(**LINES, **words, title_fr="Un nul")
    edition = begin(article, language="en", by=translator, at=NOON)
    for number, (source, target) in enumerate(zip(FRENCH, ENGLISH, strict=True), 1):
        claim = Claim(number, *[f"<p>{one}</p>" for one in (source, target, target)])
        act(edition, Act.DONE, claim, by=translator, at=NOON)
    act(edition, Act.DONE, Claim(0, "Un nul", "A draw", "A draw"), by=translator)
    return edition


def change(**words):
    article = Article.objects.get()
    for name, value in words.items():
        setattr(article, name, value)
    article.save()


def again(by):
    return translate_again(Edition.objects.get(), by=by, at=NOON)


def test_an_adaptation_owes_nothing_and_the_log_says_who_said_so(edition, translator):
    adapt(edition, by=translator, at=NOON)

    change(body_fr=body(FRENCH[:2]))

    entry = AuditEntry.objects.get(action="adapt")
    assert Edition.objects.get().origin == "adaptation"
    assert Edition.objects.stale().count() == 0
    assert (entry.user, entry.at) == (translator, NOON)


def test_a_translation_again_is_made_from_the_source_of_now(edition, translator):
    adapt(edition, by=translator, at=NOON)
    change(body_fr=body([FRENCH[0], "Bergame revient au score.", FRENCH[2]]))

    found = again(translator)

    assert states(found) == ["done"] * 4
    assert found.is_stale() is False
    assert AuditEntry.objects.filter(action="translate_again").count() == 1


def test_what_it_lacks_is_shown_and_what_it_has_besides_is_its_own(edition, translator):
    adapt(edition, by=translator, at=NOON)
    change(body_fr=body([FRENCH[0], "Le public chante toute la nuit.", *FRENCH[1:]]))
    change(body_en=body([*ENGLISH, "Marseille play on Sunday."]))

    found = again(translator)

    assert states(found) == ["done", "done", "unwritten", "done", "done", "added"]


def test_what_the_source_has_dropped_is_the_translations_own(edition, translator):
    adapt(edition, by=translator, at=NOON)
    change(body_fr=body([FRENCH[0], FRENCH[2]]))

    found = again(translator)

    assert states(found) == ["done", "done", "added", "done"]


def test_an_adaptation_that_nobody_worked_on_by_passages_is_paired(translator):
    chief = make_member("desk chief")
    words = {"body_fr": body(FRENCH), "body_en": body(ENGLISH)}
    article = make_article(**LINES, **words, title_fr="Un nul")
    make_edition(article=article, language="en", origin="adaptation")

    assert states(again(chief)) == ["done"] * 4


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("translator", False),
        ("reporter", False),
        ("sub-editor", True),
        ("desk chief", True),
    ],
)
def test_its_translator_may_and_who_passes_editions(edition, role, allowed):
    member = make_member(role, username="other")

    if allowed:
        adapt(edition, by=member)
    else:
        with pytest.raises(PermissionDenied):
            adapt(edition, by=member)

    assert (Edition.objects.get().origin == "adaptation") is allowed


@pytest.mark.parametrize("origin", ["original", "adaptation"])
def test_only_a_translation_becomes_an_adaptation(edition, translator, origin):
    Edition.objects.update(origin=origin)

    with pytest.raises(Refused):
        adapt(edition, by=translator)


def test_the_page_says_so_and_leads_back(client, edition, translator):
    client.force_login(translator)
    where = reverse("admin:article_translate", args=[edition.article_id, "en"])

    before = client.get(where).content.decode()
    client.post(f"{where}origin/adapt/")
    page = client.get(where).content.decode()
    client.post(f"{where}origin/translate-again/")

    assert f"{where}origin/adapt/" in before
    assert "<translation-row" not in page
    assert f"{where}origin/translate-again/" in page
    assert Edition.objects.get().origin == "translation"


def test_the_form_of_the_article_leads_to_an_adaptation(client, edition, translator):
    adapt(edition, by=translator, at=NOON)
    client.force_login(translator)
    where = reverse("admin:articles_article_change", args=[edition.article_id])

    page = client.get(where).content.decode()

    leads = reverse("admin:article_translate", args=[edition.article_id, "en"])
    assert page.count(f'href="{leads}"') == 1


def test_the_settings_of_the_edition_pair_it_again_too(client, edition, translator):
    adapt(edition, by=translator, at=NOON)
    change(body_fr=body([FRENCH[0], "Bergame revient au score.", FRENCH[2]]))
    client.force_login(make_member("desk chief"))
    found = Edition.objects.get()
    where = reverse("admin:edition_settings", args=[found.article_id, "en"])

    told = {"slug": "a-draw", "origin": "translation", "seen_version": found.version}
    client.post(where, told)

    assert states(Edition.objects.get()) == ["done"] * 4
