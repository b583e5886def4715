from datetime import timedelta

import pytest
from django.utils import timezone

from articles import corrections
from articles.models import CorrectionAnswer, Edition, Withdrawal
from tests.factories import make_article, make_edition, make_member, publish

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    chief = make_member("desk chief")
    client.force_login(chief)
    return chief


@pytest.fixture
def asked():
    """The English edition, and what was put right in the French one meanwhile."""
    now, article = timezone.now(), make_article()
    english = publish(article, "en", at=now - 3 * HOUR)
    french = publish(article, "fr", at=now - 2 * HOUR)
    said = {"change": "correction", "note": "C’était Mbemba."}
    correction = publish(article, "fr", at=now - HOUR, **said).release
    assert french.article_id == english.article_id
    return english, correction


def address(edition, rest):
    return f"/admin/articles/article/{edition.article_id}/{edition.language}/{rest}/"


def answer(client, edition, correction, **said):
    where = address(edition, f"correction/{correction.pk}")
    return client.post(where, said, follow=True)


def do(client, edition, verb, **said):
    edition = Edition.objects.select_related("article").get(pk=edition.pk)
    said = {"seen": f"{edition.article.version}.{edition.version}"} | said
    return client.post(address(edition, f"verb/{verb}"), said, follow=True)


def is_open(edition, correction):
    edition = Edition.objects.get(pk=edition.pk)
    return correction in corrections.asked([edition]).get(edition.pk, [])


def test_the_panel_of_the_other_language_asks(client, chief, asked):
    english, correction = asked

    page = client.get(f"/admin/articles/article/{english.article_id}/change/")

    where = address(english, f"correction/{correction.pk}")
    assert page.text.count(f'href="{where}"') == 1
    assert '<q class="asked__note" lang="fr">C’était Mbemba.</q>' in page.text


def test_the_board_has_it_until_it_is_answered(client, chief, asked):
    english, correction = asked
    assert 'id="board-corrections"' in client.get("/admin/").text

    answer(client, english, correction, reason="Juste en anglais.")

    assert 'id="board-corrections"' not in client.get("/admin/").text


def test_the_page_shows_what_was_changed_over_there(client, chief, asked):
    english, correction = asked
    article = correction.edition.article
    article.title_fr = "Un titre corrigé"
    article.save()
    said = {"change": "correction", "note": "Le titre était faux."}
    second = publish(article, "fr", at=timezone.now(), **said).release

    page = client.get(address(english, f"correction/{second.pk}"))

    assert '<p class="asked__note" lang="fr">Le titre' in page.text
    assert "<ins>" in page.text


def test_does_not_apply_here_is_kept_with_a_name(client, chief, asked):
    english, correction = asked

    answer(client, english, correction, reason="Juste en anglais.")

    kept = CorrectionAnswer.objects.get()
    assert (kept.edition, kept.correction) == (english, correction)
    assert (kept.reason, kept.answered_by) == ("Juste en anglais.", chief)


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_it_stays_asked(client, chief, asked, reason):
    page = answer(client, *asked, reason=reason)

    assert page.context["form"].errors
    assert is_open(*asked)


def test_a_second_answer_is_refused_and_its_words_are_kept(client, chief, asked):
    answer(client, *asked, reason="Juste en anglais.")

    page = answer(client, *asked, reason="Une autre raison.")

    assert page.context["form"].non_field_errors()
    assert "Une autre raison." in page.text
    assert CorrectionAnswer.objects.count() == 1


@pytest.mark.parametrize("role", ["reporter", "translator", "read-only"])
def test_who_passes_no_editions_reads_it_and_answers_nothing(client, asked, role):
    english, correction = asked
    client.force_login(make_member(role))

    page = client.get(address(english, f"correction/{correction.pk}"))
    refusal = answer(client, english, correction, reason="Non.")

    assert (page.status_code, refusal.status_code) == (200, 403)
    assert 'name="reason"' not in page.text
    assert is_open(*asked)


@pytest.mark.parametrize(
    ("role", "count"), [("desk chief", 1), ("sub-editor", 0), ("translator", 0)]
)
def test_only_who_publishes_is_led_to_the_page_that_publishes(
    client, asked, role, count
):
    client.force_login(make_member(role))

    page = client.get(f"/admin/articles/article/{asked[0].article_id}/change/").text

    note = page[page.index('<div class="asked"') :].partition("</div>")[0]
    assert note.count(address(asked[0], "verb/publish")) == count


def test_what_is_answered_is_still_read(client, chief, asked):
    english, correction = asked
    answer(client, english, correction, reason="Juste en anglais.")

    page = client.get(address(english, f"correction/{correction.pk}"))

    assert page.status_code == 200
    assert 'name="reason"' not in page.text


def test_a_release_of_another_story_is_not_found(client, chief, asked):
    english, _correction = asked
    other = publish(make_article(), "fr").release

    assert client.get(address(english, f"correction/{other.pk}")).status_code == 404


def test_a_get_answers_nothing(client, chief, asked):
    english, correction = asked

    client.get(address(english, f"correction/{correction.pk}"), {"reason": "Non."})

    assert is_open(*asked)


def test_publishing_a_correction_offers_to_say_the_other_one(client, chief, asked):
    english, correction = asked

    page = client.get(address(english, "verb/publish"))

    box = f'name="answers" value="{correction.pk}"'
    assert page.text.count(box) == 1
    assert page.context["choice"].form.initial["answers"] == [correction.pk]


def test_saying_it_here_answers_and_links_it(client, chief, asked):
    english, correction = asked
    said = {"change": "correction", "note": "It was Mbemba.", "severity": "minor"}

    do(client, english, "publish", answers=[correction.pk], **said)

    english.refresh_from_db()
    kept = CorrectionAnswer.objects.get()
    assert (kept.correction, kept.release) == (correction, english.release)
    assert english.release.severity == "minor"


def test_a_correction_of_something_else_leaves_it_open(client, chief, asked):
    said = {"change": "correction", "note": "Something else."}

    do(client, asked[0], "publish", **said)

    assert is_open(*asked)


@pytest.mark.parametrize("forged", ["999999", "x"])
def test_a_forged_answer_is_refused_and_the_note_is_kept(client, chief, asked, forged):
    said = {"change": "correction", "note": "It was Mbemba.", "answers": [forged]}

    page = do(client, asked[0], "publish", **said)

    assert [*page.context["choice"].form.errors] == ["answers"]
    assert "It was Mbemba." in page.text
    assert is_open(*asked)


def test_a_typo_that_changes_a_figure_is_refused_with_what_it_changes(client, chief):
    long_ago = timezone.now() - HOUR
    edition = publish(make_article(title_fr="L’OM gagne 3-0"), at=long_ago)
    edition.article.title_fr = "L’OM gagne 2-0"
    edition.article.save()

    page = do(client, edition, "publish", change="typo")

    (reason,) = page.context["choice"].form.non_field_errors()
    assert "3-0" in reason
    assert Edition.objects.get().release.title == "L’OM gagne 3-0"


def test_the_first_publication_asks_no_class(client, chief):
    edition = make_edition()

    page = client.get(address(edition, "verb/publish"))

    fields = {*page.context["choice"].form.fields}
    assert fields & {"change", "note", "severity", "answers"} == set()


def test_withdrawing_says_why_to_the_desk_and_to_readers(client, chief, asked):
    english, _correction = asked
    said = {"reason": "Mauvais match.", "kind": "error", "sentence": "Wrong match."}

    do(client, english, "withdraw", **said)

    told = Withdrawal.objects.get()
    assert (told.kind, told.words) == ("error", "Wrong match.")


def test_a_sentence_with_the_title_is_refused_and_kept(client, chief):
    edition = publish(make_article(title_fr="Un titre à oublier"), at=timezone.now())
    said = {"reason": "Faux.", "sentence": "Un titre à oublier, voilà."}

    page = do(client, edition, "withdraw", **said)

    assert len(page.context["choice"].form.non_field_errors()) == 1
    assert "Un titre à oublier, voilà." in page.text
    assert Edition.objects.get().status == "published"
