"""A small sweep; `make prove PROOF=sweep` makes the whole."""

from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import translation

from tests.sweep import fields
from tests.sweep.addresses import QUERY, parameters_read
from tests.sweep.sweep import open_gate, sweeping

SEED = 1954

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def swept(django_db_setup, django_db_blocker, tmp_path_factory):
    """What one sweep found, in a newsroom that is gone afterwards."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with (
        django_db_blocker.unblock(),
        media,
        translation.override("fr"),
        transaction.atomic(),
        sweeping(seed=SEED, in_scene=7) as sweep,
    ):
        yield SimpleNamespace(**told_by(sweep))
        transaction.set_rollback(True)


def told_by(sweep):
    sweep.hide(["french"])
    sweep.hide(["any mark"], only="articles:detail")
    sweep.fail()
    told = {"letters": sweep.write(), "hidden": taken(sweep)}
    with open_gate():
        sweep.hide(["french"], only="front")
    told["twin"] = taken(sweep)
    belong, lost = sweep.publish()
    told |= {"belong": belong, "lost": sweep.fields_lost(lost), "out": taken(sweep)}
    sweep.withdraw()
    return told | {"withdrawn": taken(sweep), "sweep": sweep}


def taken(sweep):
    """The leaks and faults since it was last asked."""
    found = sorted({*sweep.leaks, *sweep.faults})
    sweep.leaks.clear()
    sweep.faults.clear()
    return found


def test_no_word_of_what_is_not_public_gets_out(swept):
    assert swept.hidden == []


def test_nothing_is_out_that_was_not_meant_to_be(swept):
    assert swept.out == []


def test_nothing_stays_of_what_is_withdrawn(swept):
    assert swept.withdrawn == []


def test_a_gate_that_forgets_the_hour_is_seen(swept):
    assert {line.split()[0] for line in swept.twin} >= {"articles.Release.title"}


def test_every_word_is_found_where_it_belongs(swept):
    there = len(swept.belong) - sum(swept.lost.values())

    # The front has room for thirteen stories.
    assert {name for _field, name in swept.lost} <= {"front"}
    assert there / len(swept.belong) >= 0.95


def test_every_refusal_is_read(swept):
    assert {400, 403, 404, 410, 500} <= swept.sweep.statuses.keys()


def test_every_email_is_read(swept):
    assert swept.letters == 2


def test_every_text_field_has_a_row_in_the_table():
    unruled = [f for f in fields.every_field() if not fields.who_reads(*f)]

    assert unruled == []


def test_every_row_of_the_table_has_a_text_field():
    known = [*fields.every_field()]
    idle = [r for r in fields.rules() if not any(fields.covers(r, *f) for f in known)]

    assert idle == []


def test_every_parameter_that_a_view_reads_is_asked():
    assert parameters_read() - QUERY.keys() == set()
