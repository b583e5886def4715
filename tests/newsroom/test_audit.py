import pytest
from django.contrib.auth.models import Group

from articles.models import AuditEntry, Author
from tests.factories import make_member, make_user

pytestmark = pytest.mark.django_db

AUTHOR = {"name": "Léa", "slug": "lea", "kind": "person", "seen_version": 0}


@pytest.fixture
def admin(client):
    admin = make_user(is_superuser=True)
    client.force_login(admin)
    return admin


def test_what_is_added_is_logged_with_what_was_written(client, admin):
    client.post("/admin/articles/author/add/", AUTHOR)

    entry = AuditEntry.objects.about(Author.objects.get()).get()
    assert (entry.action, entry.user) == ("add", admin)
    assert entry.details["fields"]["name"] == [None, "Léa"]


def test_rights_given_to_a_person_are_logged(client, admin):
    member = make_member("reporter")
    group = Group.objects.get(name="desk chief")
    day = {"date_joined_0": "2024-05-02", "date_joined_1": "12:00:00"}
    said = {"username": member.username, "groups": group.pk, "is_active": "on"} | day
    client.post(f"/admin/auth/user/{member.pk}/change/", said)

    entry = AuditEntry.objects.about(member).get()
    assert entry.details["fields"]["groups"] == [["reporter"], ["desk chief"]]


def test_no_password_is_ever_logged(client, admin):
    secret = {"password1": "a long enough secret", "password2": "a long enough secret"}
    said = {"username": "lea", "usable_password": "true"} | secret
    client.post("/admin/auth/user/add/", said)

    entry = AuditEntry.objects.get(action="add")
    assert "secret" not in str(entry.details)


@pytest.mark.parametrize(
    ("door", "status"), [("add/", 403), ("{pk}/change/", 405), ("{pk}/delete/", 403)]
)
def test_the_log_is_only_to_read(client, admin, door, status):
    entry = AuditEntry.objects.record("test", admin, by=admin)
    path = f"/admin/articles/auditentry/{door.format(pk=entry.pk)}"

    assert client.post(path, {"action": "forged"}).status_code == status
    assert AuditEntry.objects.get().action == "test"
