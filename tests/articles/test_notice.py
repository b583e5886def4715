from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles.models import Notice
from tests.factories import NOON

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


def make_notice(**overrides):
    fields = {"title_fr": "Soutien", "body_fr": "Aidez-nous.", "starts_at": NOON}
    return Notice.objects.create(**fields | overrides)


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "expected"),
    [
        (NOON, None, True),
        (NOON + timedelta(seconds=1), None, False),
        (NOON - HOUR, NOON + timedelta(seconds=1), True),
        (NOON - HOUR, NOON, False),
    ],
)
def test_notice_is_current_from_its_start_to_its_end(starts_at, ends_at, expected):
    notice = make_notice(starts_at=starts_at, ends_at=ends_at)

    assert notice.is_current(at=NOON) is expected
    assert (Notice.objects.current("fr", at=NOON) == notice) is expected


def test_the_latest_notice_wins():
    make_notice(starts_at=NOON - 2 * HOUR)
    latest = make_notice(starts_at=NOON - HOUR)

    assert Notice.objects.current("fr", at=NOON) == latest


def test_notice_ends_after_it_starts():
    with pytest.raises(ValidationError):
        Notice(starts_at=NOON, ends_at=NOON).clean()


def test_notice_leads_to_the_web_alone():
    assert make_notice(link="javascript:alert(1)").link == ""
