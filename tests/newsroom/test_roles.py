from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command

from newsroom.roles import roles, sync_roles
from tests.factories import make_member

pytestmark = pytest.mark.django_db

ROLES = [
    "reporter",
    "translator",
    "sub-editor",
    "desk chief",
    "statistics desk",
    "read-only",
]
GRANTS = {
    "articles.view_article": "111111",
    "articles.add_article": "101100",
    "articles.change_article": "111100",
    "articles.change_any_article": "001100",
    "articles.translate_article": "011100",
    "articles.submit_edition": "111100",
    "articles.approve_edition": "001100",
    "articles.publish_edition": "000100",
    "articles.delete_article": "000100",
    "articles.add_quote": "101100",
    "articles.change_quote": "111100",
    "articles.delete_quote": "001100",
    "articles.change_notice": "000100",
    "articles.view_auditentry": "000100",
    "matches.view_match": "111111",
    "matches.change_match": "000110",
    "matches.add_person": "001110",
    "auth.change_user": "000000",
}


@pytest.mark.parametrize(("permission", "grants"), GRANTS.items())
def test_each_role_has_its_permissions_and_no_other(permission, grants):
    members = [make_member(role) for role in ROLES]

    assert "".join(str(int(m.has_perm(permission))) for m in members) == grants


def test_the_first_run_creates_six_roles_and_two_languages():
    report = sync_roles()

    assert report.created == [*ROLES, "French", "English"]
    names = Group.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == report.created


def test_a_second_run_changes_nothing_and_says_so():
    sync_roles()
    output = StringIO()

    call_command("sync_roles", stdout=output)

    assert output.getvalue() == "0 created, 0 updated, 8 unchanged, 0 refused\n"


def test_a_group_changed_by_hand_gets_its_permissions_back():
    sync_roles()
    Group.objects.get(name="reporter").permissions.clear()

    assert sync_roles().updated == ["reporter"]
    assert make_member("reporter").has_perm("articles.add_article")


def test_sub_editors_publish_where_the_desk_says_so(settings):
    settings.SUB_EDITORS_PUBLISH = True

    assert "publish_edition" in roles()["sub-editor"]
    assert "publish_edition" not in roles()["reporter"]


def test_a_database_that_is_not_migrated_is_told_in_one_sentence():
    Permission.objects.filter(codename="publish_edition").delete()

    with pytest.raises(CommandError, match="^Run migrate first: no publish_edition.$"):
        call_command("sync_roles")
    assert not Group.objects.exists()
