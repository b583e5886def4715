import pytest
from django.contrib.auth.models import Group

from articles.models import Article, AuditEntry
from tests.articles.forms import save, typed
from tests.factories import make_article, make_edition, make_member
from tests.matches.forms import posted

pytestmark = pytest.mark.django_db


def address(member):
    return f"/admin/auth/user/{member.pk}/change/"


def groups(*names):
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def only(role, language):
    member = make_member(role)
    member.groups.add(*groups(language))
    return member


def test_the_form_of_a_member_names_no_permission_of_django(editor_client):
    page = editor_client.get(address(make_member("reporter")))

    assert "user_permissions" not in page.context["adminform"].form.fields
    assert "view_article" not in page.text
    assert "Can " not in page.text


def test_roles_come_first_and_languages_after_them(editor_client):
    Group.objects.create(name="Trainees")
    page = editor_client.get(address(make_member("reporter")))

    choices = list(page.context["adminform"].form.fields["groups"].choices)

    assert [len(known) for _label, known in choices] == [6, 2, 1]


def test_what_is_chosen_is_what_the_person_may_do(editor_client):
    member = make_member("reporter")
    page = editor_client.get(address(member))

    chosen = groups("translator", "English")
    editor_client.post(address(member), posted(page) | {"groups": chosen})

    names = member.groups.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["translator", "English"]
    assert AuditEntry.objects.filter(action="change").count() == 1


def test_rights_that_were_given_by_hand_stay_when_the_form_is_saved(editor_client):
    member = make_member("reporter")
    permission = Group.objects.get(name="desk chief").permissions.first()
    member.user_permissions.add(permission)

    editor_client.post(address(member), posted(editor_client.get(address(member))))

    assert list(member.user_permissions.all()) == [permission]


def test_words_of_the_other_language_are_not_saved(client):
    article = make_article()
    client.force_login(only("sub-editor", "English"))

    save(client, article, title_fr="Changé", title_en="Changed")

    article.refresh_from_db()
    assert (article.title_fr, article.title_en) == ("Le petit truc manque", "Changed")


def test_nobody_begins_an_article_in_a_language_they_do_not_write(client):
    client.force_login(only("reporter", "English"))
    new = Article(kind="report", original_language="fr", version=0)

    address = "/admin/articles/article/add/"
    client.post(address, typed(new, title_en="One apiece"))
    assert not Article.objects.exists()
    client.post(address, typed(new, title_en="One apiece", original_language="en"))
    assert Article.objects.get().original_language == "en"


def test_a_forged_publication_of_the_other_language_is_refused(client):
    edition = make_edition(language="fr")
    client.force_login(only("desk chief", "English"))

    article = f"/admin/articles/article/{edition.article_id}"
    answer = client.post(f"{article}/fr/verb/publish/")

    assert answer.status_code == 403


def test_a_language_taken_away_is_missed_at_the_next_request(client):
    member = only("desk chief", "French")
    client.force_login(member)
    article = f"/admin/articles/article/{make_edition().article_id}"
    before = client.get(f"{article}/fr/verb/publish/").status_code

    member.groups.remove(*groups("French"))
    member.groups.add(*groups("English"))

    assert before == 200
    assert client.get(f"{article}/fr/verb/publish/").status_code == 403
