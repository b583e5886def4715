import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.utils.html import escape

from articles.admin.audit import ACTS
from articles.models import AuditEntry
from tests.factories import NOON, make_edition, make_member, make_user

pytestmark = pytest.mark.django_db

LOG = "/admin/articles/auditentry/"


WRITES = re.compile(
    r'\b(?:record|note|note_try)\(\s*"(\w+)"|\b(?:announce|move)\([^()"]*"(\w+)"'
)


def acts():
    """Every act that the code writes in the log."""
    for app in ("articles", "newsroom"):
        for path in Path(app).rglob("*.py"):
            for named in WRITES.findall(path.read_text("utf-8")):
                yield from filter(None, named)


def test_every_act_has_its_words():
    assert set(acts()) - set(ACTS) == set()


def said(client, **asked):
    """The lines of the log, as (who, act, about)."""
    page = client.get(LOG, asked)
    return [(line.who, line.act, line.label) for line in page.context["lines"]]


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "Renvoyé"), ("en", "Sent back")],
)
def test_the_log_says_acts_in_words(editor_client, desk_chief, language, expected):
    AuditEntry.objects.record("send_back", make_edition(), by=desk_chief)
    editor_client.cookies["django_language"] = language

    page = editor_client.get(LOG)

    assert [line.act for line in page.context["lines"]] == [expected]
    assert f">{expected}</a></th>" in page.text


def test_the_log_keeps_an_act_that_has_no_words_yet(editor_client, desk_chief):
    AuditEntry.objects.record("juggle", None, by=desk_chief, label="three balls")

    assert said(editor_client) == [("chief", "juggle", "three balls")]


def test_the_log_names_people_and_knows_when_nobody_acted(editor_client, desk_chief):
    desk_chief.first_name, desk_chief.last_name = "Claire", "Vasseur"
    desk_chief.save()
    for by in (desk_chief, None):
        AuditEntry.objects.record("juggle", None, by=by)

    assert [who for who, *_rest in said(editor_client)] == ["", "Claire Vasseur"]


@pytest.fixture
def several(desk_chief):
    """Five acts, of the first of May to the fifth at noon in Paris."""
    lea, edition = make_user("lea"), make_edition()
    told = [
        ("publish", edition, desk_chief, "192.0.2.7"),
        ("publish", edition, lea, "192.0.2.70"),
        ("withdraw", edition, desk_chief, "198.51.100.1"),
        ("sign_in", lea, lea, "192.0.2.7"),
        ("sync_roles", None, None, ""),
    ]
    for day, (action, about, by, address) in enumerate(told, 1):
        at = datetime(2024, 5, day, 10, tzinfo=UTC)
        AuditEntry.objects.record(action, about, by=by, at=at, address=address)
    return edition, lea


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({}, [5, 4, 3, 2, 1]),
        ({"act": "publish"}, [2, 1]),
        ({"who": "lea"}, [4, 2]),
        ({"kind": "articles.Edition"}, [3, 2, 1]),
        ({"words": "PETIT TRUC"}, [3, 2, 1]),
        ({"address": "192.0.2.7"}, [4, 2, 1]),
        ({"since": "2024-05-02", "until": "2024-05-03"}, [3, 2]),
        ({"door": "command", "who": "lea", "act": "publish"}, [2]),
        ({"act": "withdraw", "address": "192.0.2."}, []),
    ],
)
def test_the_log_is_searched(editor_client, several, asked, days):
    if "who" in asked:
        asked = asked | {"who": several[1].pk}

    page = editor_client.get(LOG, asked)

    assert [line.at.day for line in page.context["lines"]] == days


def test_all_that_was_done_to_a_record_is_one_click_from_an_act(editor_client, several):
    edition, _lea = several
    first = AuditEntry.objects.about(edition).earliest("at")
    page = editor_client.get(f"{LOG}{first.pk}/change/")
    link = f"?kind=articles.Edition&number={edition.pk}"

    assert f'href="{LOG}{escape(link)}"' in page.text
    found = editor_client.get(f"{LOG}{link}").context["lines"]
    assert [line.at.day for line in found] == [3, 2, 1]


@pytest.mark.parametrize(
    "asked",
    [{"since": "yesterday"}, {"since": "2024-05-03", "until": "2024-05-02"}]
    + [{"act": "forged"}, {"who": "nobody"}, {"number": "1" * 50}],
)
def test_what_cannot_be_asked_is_told_and_finds_nothing(editor_client, several, asked):
    page = editor_client.get(LOG, asked)

    assert page.status_code == 200
    assert page.context["lines"] == []
    assert page.text.count('class="errornote"') == 1


def test_the_log_is_read_page_by_page_without_counting(
    editor_client, desk_chief, django_assert_num_queries
):
    for number in range(120):
        AuditEntry.objects.record("juggle", None, by=desk_chief, label=str(number))

    seen, address = [], LOG
    while address:
        page = editor_client.get(address)
        seen += [int(line.label) for line in page.context["lines"]]
        address = page.context["older"] and LOG + page.context["older"]

    assert seen == list(reversed(range(120)))
    with django_assert_num_queries(4):
        editor_client.get(LOG)


def test_acts_of_one_moment_are_each_shown_once(editor_client, desk_chief):
    for number in range(60):
        AuditEntry.objects.record("juggle", None, by=None, at=NOON, label=str(number))

    first = editor_client.get(LOG).context
    second = editor_client.get(LOG + first["older"]).context

    shown = [int(line.label) for line in first["lines"] + second["lines"]]
    assert shown == list(reversed(range(60)))


@pytest.mark.parametrize("page", ["", "export/", "{pk}/change/"])
@pytest.mark.parametrize("role", ["reporter", "sub-editor", "statistics desk"])
def test_only_a_desk_chief_reads_the_log(client, role, page):
    client.force_login(make_member(role))
    pk = AuditEntry.objects.record("juggle", None, by=None).pk

    assert client.get(LOG + page.format(pk=pk)).status_code == 403


@pytest.mark.parametrize("number", ["0", "x", "9" * 30])
def test_an_act_that_never_was_is_not_found(editor_client, number):
    assert editor_client.get(f"{LOG}{number}/change/").status_code == 404
