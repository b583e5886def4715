import pytest

from articles import assigning
from articles.models import Assignment, Mention, Preference
from newsroom.board import board
from tests.factories import NOON, make_article, make_edition, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return make_member("desk chief")


@pytest.fixture
def lea():
    return make_member("translator", username="lea", first_name="Léa")


@pytest.fixture
def given(chief, lea):
    return assigning.give(make_article(), to=lea, by=chief, language="en", at=NOON)


def test_work_is_given_from_the_form_of_the_article(client, chief, lea):
    client.force_login(chief)
    article = make_article()
    said = {"to": lea.pk, "language": "en", "note": "Le titre.", "due_at": ""}
    answer = client.post(f"/admin/assign/{article.pk}/", said)

    assert answer.url == f"/admin/articles/article/{article.pk}/change/"
    made = Assignment.objects.get()
    assert (made.to, made.by, made.language, made.note) == (
        lea,
        chief,
        "en",
        "Le titre.",
    )


def test_work_that_cannot_be_given_keeps_what_was_typed(client, chief):
    client.force_login(chief)
    reader = make_member("read-only")
    said = {"to": reader.pk, "note": "Le titre.", "due_at": "2027-03-28T02:30"}
    page = client.post(f"/admin/assign/{make_article().pk}/", said)
    assert [*page.context["form"].errors] == ["due_at"]
    assert "Le titre." in page.text
    page = client.post(f"/admin/assign/{make_article().pk}/", said | {"due_at": ""})

    assert [*page.context["form"].errors] == ["__all__"]
    assert not Assignment.objects.exists()


def test_work_is_taken_and_finished_from_the_board(client, lea, given):
    client.force_login(lea)
    assert [task.assignment for task in board(lea).tasks] == [given]
    for act in ("take", "finish"):
        answer = client.post(f"/admin/assignments/{given.pk}/{act}/", {"from": "board"})
        assert answer.url == "/admin/"

    given.refresh_from_db()
    assert given.taken_at <= given.done_at
    assert board(lea).tasks == []


def test_the_board_leads_to_giving_work_on_what_waits(client, chief):
    edition = make_edition(status="in_review")
    client.force_login(chief)

    page = client.get("/admin/").text
    assert f'href="/admin/assign/{edition.article_id}/"' in page


def test_work_is_handed_over_on_a_page(client, lea, given):
    other = make_member("translator")
    client.force_login(lea)
    client.post(f"/admin/assignments/{given.pk}/hand-over/", {"to": other.pk})

    assert [task.assignment for task in board(other).tasks] == [given]
    assert [task.assignment for task in board(lea).given] == [given]


@pytest.mark.parametrize("act", ["take", "finish", "hand-over"])
def test_a_forged_answer_is_refused(client, given, act):
    client.force_login(make_member("translator"))
    answer = client.post(f"/admin/assignments/{given.pk}/{act}/", {"to": 1})

    assert answer.status_code == 403
    given.refresh_from_db()
    assert (given.taken_at, given.done_at) == (None, None)


def test_an_act_that_is_none_is_not_found(client, lea, given):
    client.force_login(lea)

    assert client.post(f"/admin/assignments/{given.pk}/eat/").status_code == 404
    assert client.get(f"/admin/assignments/{given.pk}/take/").status_code == 405


def test_a_mention_is_taken_off_the_board_by_its_person_alone(client, chief, lea):
    edition = make_edition()
    told = {"article": edition.article, "language": "fr", "by": chief, "at": NOON}
    mention = Mention.objects.create(person=lea, **told)
    client.force_login(chief)
    assert client.post(f"/admin/mentions/{mention.pk}/read/").status_code == 404
    assert board(lea).mentions == [mention]
    client.force_login(lea)
    client.post(f"/admin/mentions/{mention.pk}/read/")

    assert board(lea).mentions == []


def test_each_person_chooses_to_be_told_by_email(client, lea):
    client.force_login(lea)
    client.post("/admin/notices/", {"wants_mail": "on", "language": "en"})
    client.post("/admin/notices/", {"wants_mail": "on", "language": "fr"})

    preference = Preference.objects.get()
    assert (preference.person, preference.language) == (lea, "fr")
    assert preference.wants_mail is True
