import re
from pathlib import Path

import pytest

from articles.admin.audit import ACTS
from articles.models import AuditEntry
from tests.factories import make_edition

pytestmark = pytest.mark.django_db

LOG = "/admin/articles/auditentry/"


def acts():
    """Every act that the code writes in the log."""
    for app in ("articles", "newsroom", "matches"):
        for path in Path(app).rglob("*.py"):
            yield from re.findall(r'\brecord\(\s*"(\w+)"', path.read_text("utf-8"))


def test_every_act_has_its_words():
    assert set(acts()) - set(ACTS) == set()


def test_the_log_says_acts_and_kinds_in_words(editor_client, desk_chief):
    AuditEntry.objects.record("send_back", make_edition(), by=desk_chief)

    page = editor_client.get(LOG).content.decode()

    assert '<td class="field-act">Renvoyé</td>' in page
    assert '<td class="field-kind">Édition</td>' in page
    assert '?action=send_back">Renvoyé</a>' in page
    assert '?model=articles.Edition">Édition</a>' in page


def test_the_log_keeps_an_act_that_has_no_words_yet(editor_client, desk_chief):
    AuditEntry.objects.record("juggle", make_edition(), by=desk_chief)

    page = editor_client.get(LOG).content.decode()

    assert '<td class="field-act">juggle</td>' in page


def test_the_log_names_people_and_knows_when_nobody_acted(editor_client, desk_chief):
    desk_chief.first_name, desk_chief.last_name = "Claire", "Vasseur"
    desk_chief.save()
    for by in (desk_chief, None):
        AuditEntry.objects.record("open_preview", make_edition(), by=by)

    page = editor_client.get(LOG).content.decode()

    assert page.count('<td class="field-who">Claire Vasseur</td>') == 1
    assert page.count('<td class="field-who">–</td>') == 1
