"""Every address × every role (C1), and what no method and no other site may do (C5).

The suite asks what can do most harm: posts as every role where roles differ, and pages
as who may only read and who may do all. `make prove PROOF=matrix` asks every cell.
"""

import logging

import pytest
from django.db import connection
from django.test import Client

from articles.models import Article, MatchLink
from tests.articles.forms import save
from tests.factories import make_article, make_match, make_member, publish

from .matrix import Asking, answered, differences, expected, letter, printed
from .matrix_addresses import Line, lines
from .matrix_scene import ROLES, Scene

pytestmark = pytest.mark.django_db

# Written while an address is only read, and why that may be.
NOTED = {
    "admin/articles/auditentry/export/": {"articles_auditentry"},  # taken out: logged
    "admin/articles/article/<int:pk>/<str:language>/translate/xliff/": {
        "articles_auditentry",  # the same
    },
}
SHARED = {"newsroom_cache"}  # how often it was asked; a probe of the cache


@pytest.fixture(autouse=True)
def _quietly():
    logging.disable(logging.ERROR)  # thousands of refusals are what is wanted
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def scene(settings):
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.newsroom.matrix.Decided"]
    return Scene()


def test_every_address_has_a_line_in_the_table(scene):
    """A new one is printed as it answers: judge it, then add it to matrix.txt."""
    listed = {line for line, _method in expected()}
    new = [line for line in lines() if line not in listed]

    assert list(printed(answered(scene, new))) == []
    assert listed == set(lines())


def test_nothing_in_the_table_is_an_error_or_unknown():
    assert {letter for cell in expected().values() for letter in cell} <= set(
        "o>lfnmbx"
    )


def varied(*, is_varied):
    """Lines whose posts are answered to each role in its way, or to all alike."""
    found = {
        line: set(cell[1:]) for (line, m), cell in expected().items() if m == "POST"
    }
    return [line for line, letters in found.items() if (len(letters) > 1) is is_varied]


def test_every_role_posts_what_the_table_lets_it(scene):
    members = ROLES[1:-1]
    asked = varied(is_varied=True)
    found = answered(scene, asked, methods=["POST"], roles=members)

    assert differences(found, members) == {}


def test_what_is_the_same_for_all_is_so_for_who_has_most_and_least(scene):
    roles = ["anonymous", "read-only"]
    asked = varied(is_varied=False)
    found = answered(scene, asked, methods=["POST"], roles=roles)

    assert differences(found, roles) == {}


def test_who_may_only_read_reads_what_the_table_says(scene):
    roles = ["read-only"]
    found = answered(scene, lines(), methods=["GET"], roles=roles)

    assert differences(found, roles) == {}


def test_a_page_that_is_read_changes_nothing(scene):
    asking = Asking(scene, "superuser")
    found, written, before = {}, {}, every_row()
    for line in lines():
        response, tables = asking.ask(line, "GET")
        found[line, "GET"] = letter(response)
        written |= {line.route: tables - SHARED} if tables - SHARED else {}

    assert written == NOTED
    assert every_row() == before
    assert differences(found, ["superuser"]) == {}


def every_row():
    """Table → all that it holds."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        return {name: rows(cursor, name) for name in names}


def rows(cursor, name):
    cursor.execute(f'SELECT * FROM "{name}"')
    return sorted(map(repr, cursor.fetchall()))


FORGED = {
    "without a token": {},
    "from a foreign origin": {"origin": "https://evil.example"},
    "from another site": {"sec-fetch-site": "cross-site"},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
def test_no_forged_request_gets_in(scene, headers):
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(scene.people["superuser"])
    if headers:
        client.cookies["csrftoken"] = "a" * 32
        headers = headers | {"x-csrftoken": "a" * 32}
    routes = {line.route: line for line in lines()}.values()
    addresses = {line.address(scene, "superuser") for line in routes}

    answers = {a: client.post(a, headers=headers) for a in addresses}

    assert len(answers) > 250
    assert {a: r.status_code for a, r in answers.items() if r.status_code != 403} == {}


def test_a_token_of_ours_gets_in(scene):
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "a" * 32
    headers = {"x-csrftoken": "a" * 32, "sec-fetch-site": "same-origin"}

    answer = client.post("/accounts/login/", headers=headers)

    assert answer.status_code == 200


HIDDEN = [
    "admin/mentions/<int:pk>/read/",
    "admin/articles/article/kept/<int:number>/",
]


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.parametrize("route", HIDDEN)
def test_what_is_another_persons_is_as_if_it_were_not(scene, route, role):
    asking = Asking(scene, role)
    foreign, _written = asking.ask(Line(route, "other"), "POST")
    scene.other[role] = dict.fromkeys(scene.other[role], 99_999)
    missing, _written = asking.ask(Line(route, "other"), "POST")

    assert foreign.status_code == missing.status_code == 404
    assert foreign.content == missing.content


def test_a_story_that_is_not_out_is_as_if_it_were_not(client):
    make_article(pk=88_888)

    draft, missing = (client.get(f"/fr/articles/{n}/x/") for n in (88_888, 99_999))

    assert (draft.status_code, missing.status_code) == (404, 404)
    assert draft.text.replace("88888", "99999") == missing.text


def test_the_correction_of_another_article_is_not_answered_here(editor_client):
    other = publish(make_article())
    mine = publish(make_article()).article
    correction = f"{mine.pk}/fr/correction/{other.release_id}/"

    answer = editor_client.get(f"/admin/articles/article/{correction}")

    assert answer.status_code == 404


def test_a_preview_link_of_another_article_is_not_revoked(client, scene):
    """Whoever may share one article names the link of another."""
    role = "reporter"
    client.force_login(scene.people[role])
    own, foreign = scene.own[role], scene.other[role]["preview"]

    client.post(
        f"/admin/articles/article/{own['article']}/fr/preview/link/{foreign}/revoke/"
    )

    other = Article.objects.get(pk=scene.other[role]["article"])
    assert other.preview_links.get(pk=foreign).revoked_at is None


def test_a_row_of_another_article_is_not_taken_by_its_number(client):
    reporter = make_member("reporter")
    client.force_login(reporter)
    link = make_article(match=make_match()).links.get()
    row = {"id": link.pk, "match": link.match_id, "role": "preview", "DELETE": "on"}
    rows = {f"links-0-{name}": value for name, value in row.items()}
    rows |= {"links-TOTAL_FORMS": 1, "links-INITIAL_FORMS": 1}

    save(client, make_article(created_by=reporter), **rows)

    assert MatchLink.objects.get().role == link.role


def test_a_save_of_another_record_is_not_found(editor_client):
    mine, other = make_article(), make_article()
    number = other.history.first().history_id

    address = f"/admin/articles/article/{mine.pk}/history/{number}/"

    assert editor_client.get(address).status_code == 404


@pytest.mark.parametrize(
    "source",
    [
        "app_label=articles&model_name=article&field_name=created_by",
        "app_label=articles&model_name=author&field_name=user",
        "app_label=auth&model_name=user&field_name=groups",
        "app_label=articles&model_name=auditentry&field_name=user",
    ],
)
def test_no_list_to_choose_from_is_opened_by_another_name(client, source):
    client.force_login(make_member("reporter"))

    assert client.get(f"/admin/autocomplete/?{source}&term=a").status_code == 403
