from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext, override

from articles import assigning, mentions, publishing
from articles.models import Assignment, AuditEntry, Mention, Preference
from articles.refused import Refused
from tests.factories import (
    NOON,
    make_article,
    make_edition,
    make_member,
    make_user,
)

DAY = timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_member("desk chief", username="anna", first_name="Anna")


@pytest.fixture
def lea():
    return make_member("translator", username="lea", first_name="Léa")


@pytest.fixture
def article():
    return make_article()


@pytest.fixture
def _with_mail(settings):
    settings.EMAIL_URL = "smtp://localhost"
    settings.SITE_URL = "https://tribune.example"


def wants_mail(person, language="fr"):
    person.email = f"{person.username}@tribune.example"
    person.save()
    Preference.objects.create(person=person, wants_mail=True, language=language)


def test_work_given_stands_open_until_it_is_done(article, chief, lea):
    made = assigning.give(article, to=lea, by=chief, language="en", at=NOON)
    assigning.take(made, by=lea, at=NOON + DAY)
    assert [*Assignment.objects.open().of(lea)] == [made]
    assigning.finish(made, by=lea, at=NOON + 2 * DAY)

    made.refresh_from_db()
    assert (made.taken_at, made.done_at) == (NOON + DAY, NOON + 2 * DAY)
    assert not Assignment.objects.open().exists()
    entries = AuditEntry.objects.about(article).order_by("pk")
    assert [e.action for e in entries] == ["assign", "take", "finish"]


def test_work_handed_over_is_the_other_persons_and_not_taken(article, chief, lea):
    other = make_member("translator")
    made = assigning.give(article, to=lea, by=chief, note="Le titre.", at=NOON)
    assigning.take(made, by=lea, at=NOON)
    assigning.hand_over(made, to=other, by=lea, at=NOON)

    made.refresh_from_db()
    assert (made.to, made.by, made.taken_at) == (other, lea, None)
    assert made.note == "Le titre."


@pytest.mark.parametrize("act", [assigning.take, assigning.finish])
def test_work_of_others_is_neither_taken_nor_finished(article, chief, lea, act):
    made = assigning.give(article, to=lea, by=chief, at=NOON)

    with pytest.raises(PermissionDenied):
        act(made, by=make_member("translator"))


def test_who_may_write_nothing_gives_no_work(article, lea):
    with pytest.raises(PermissionDenied):
        assigning.give(article, to=lea, by=make_member("read-only"))


@pytest.mark.parametrize("role", ["read-only", "statistics desk", "reporter"])
def test_work_is_not_given_to_who_could_not_do_it(article, chief, role):
    with pytest.raises(Refused):
        assigning.give(article, to=make_member(role), by=chief, language="en")


def test_work_that_is_done_stays_done(article, chief, lea):
    made = assigning.give(article, to=lea, by=chief)
    assigning.finish(made, by=lea)

    with pytest.raises(Refused):
        assigning.hand_over(made, to=make_member("translator"), by=chief)


def test_the_soonest_due_comes_first_and_the_undated_last(article, chief, lea):
    dues = (None, NOON + DAY, NOON)
    made = [assigning.give(article, to=lea, by=chief, due_at=due) for due in dues]

    assert [*Assignment.objects.open()] == [made[2], made[1], made[0]]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Merci @lea", ["lea"]),
        ("@LEA, @lea : le titre.", ["lea"]),
        ("Merci @Léa.", ["lea"]),
        ("Merci @lea et @anna", ["lea"]),
        ("lea@tribune.example", []),
        ("@inconnu", []),
        ("@", []),
    ],
)
def test_a_note_names_members_of_the_desk(note, expected, chief, lea):
    assert [user.username for user in mentions.named(note, besides=chief)] == expected


def test_a_first_name_that_two_people_have_names_nobody(chief, lea):
    for username in ("zmartin", "zdupont"):
        make_member("translator", username=username, first_name="Zoé")

    assert mentions.named("@Zoé", besides=chief) == []
    assert [u.username for u in mentions.named("@zmartin", besides=chief)] == [
        "zmartin"
    ]


def test_nobody_is_named_who_cannot_read_the_desk(chief):
    make_user("dehors")

    assert mentions.named("@dehors", besides=chief) == []


def test_a_note_that_sends_back_puts_the_story_on_the_board_of_who_it_names(chief, lea):
    edition = make_edition(status="in_review")
    publishing.send_back(edition, by=chief, note="@lea regarde le titre.", at=NOON)

    (mention,) = Mention.objects.unread(lea)
    assert (mention.article, mention.language) == (edition.article, "fr")
    mentions.read(mention, by=lea)
    assert not Mention.objects.unread(lea).exists()


@pytest.mark.usefixtures("_with_mail")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_email_has_the_title_and_a_link_and_none_of_the_words(
    article, chief, lea, language, django_capture_on_commit_callbacks
):
    wants_mail(lea, language)
    with django_capture_on_commit_callbacks(execute=True):
        assigning.give(article, to=lea, by=chief, language="en", note="Secret.")

    (sent,) = mail.outbox
    with override(language):
        told = {"who": "Anna", "title": article.title_en}
        assert sent.subject == gettext("%(who)s gives you a story: %(title)s") % told
    assert sent.to == ["lea@tribune.example"]
    assert f"https://tribune.example/admin/articles/article/{article.pk}/" in sent.body
    assert "Secret" not in sent.body


@pytest.mark.usefixtures("_with_mail")
def test_no_email_goes_out_before_the_commit_or_to_who_wants_none(
    article, chief, lea, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as wanted:
        assigning.give(article, to=lea, by=chief)
    assert wanted == []
    wants_mail(lea)
    with django_capture_on_commit_callbacks() as wanted:
        assigning.give(article, to=lea, by=chief)

    assert (len(wanted), mail.outbox) == (1, [])


@pytest.mark.usefixtures("_with_mail")
def test_a_title_adds_no_header_to_an_email(
    chief, lea, django_capture_on_commit_callbacks
):
    wants_mail(lea)
    article = make_article(title_en="A title\nBcc: tous@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        assigning.give(article, to=lea, by=chief, language="en")

    (sent,) = mail.outbox
    assert "\n" not in sent.subject
    assert sent.recipients() == ["lea@tribune.example"]
    assert "Bcc" not in sent.message()
