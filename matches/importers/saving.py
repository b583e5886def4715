"""Matches written many at a time, with their history.

The season's matches are locked while an import runs, so that their versions are
claimed here as `save()` would claim them one by one.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import override

from matches.corrections import IMPORT
from matches.models import Match, MatchMove, MatchNumber

from . import past
from .rows import Refused

BATCH = 500
COLUMNS = [field.name for field in Match._meta.concrete_fields if not field.primary_key]


def save(created: list, updated: list) -> None:
    """Writes the matches of plans, new ones and changed ones; raises Refused."""
    for plan in [*created, *updated]:
        settle_day(plan.match)
    for plan in created:
        keep_first_date(plan.match)
    firsts = [plan for plan in created if not plan.replaces]
    try:
        with transaction.atomic():
            change([plan.match for plan in updated])
            MatchMove.objects.bulk_create(p.move for p in updated if p.move)
            create(firsts)
    except IntegrityError:
        refuse_the_first([*updated, *firsts])
    replays = [plan for plan in created if plan.replaces]
    for plan in replays:
        plan.match.replay_of = plan.replaces.match
        save_one(plan)


def settle_day(match):
    if match.kickoff_at:
        match.kickoff_on = match.kickoff_at.astimezone(match.zone).date()


def keep_first_date(match):
    """A match may be postponed when it is first heard of."""
    if match.status == Match.Status.POSTPONED:
        match.original_kickoff_at = match.kickoff_at
        match.original_kickoff_on = match.kickoff_on


def create(plans):
    matches = [plan.match for plan in plans]
    Match.objects.bulk_create(matches, batch_size=BATCH)
    past.copy(matches, "+")


def change(matches):
    for match in matches:
        match.version += 1
    Match.objects.bulk_create(
        matches,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=COLUMNS,
    )
    past.copy(matches, "~")
    changed = {match.pk for match in matches}
    for match in Match.objects.awaited():
        if match.pk in changed:
            match.embargoed.follow()


def refuse_the_first(plans):
    """A batch does not tell which match broke a rule: one at a time does."""
    for plan in plans:
        if plan.match._state.adding:
            plan.match.pk = None
        else:
            plan.match.version -= 1
    for plan in plans:
        save_one(plan)
    raise Refused("the database refused the matches together, and none alone")


def save_one(plan):
    plan.match._change_reason = IMPORT
    try:
        with transaction.atomic():
            plan.match.save()
    except IntegrityError as error:
        raise Refused(f"{plan.title}: {rule_broken(error)}") from error


def rule_broken(error):
    """What the constraint that the database names says, in the commands' English."""
    rules = [rule for rule in Match._meta.constraints if rule.name in str(error)]
    with override("en"):
        return str(rules[0].violation_error_message if rules else error)


def number(plans: list) -> None:
    """Remembers what the provider calls the matches of `plans`, and since when."""
    rows = [
        MatchNumber(
            provider=plan.row.source,
            number=plan.row.number,
            match=plan.match,
            changed_at=plan.row.changed_at,
        )
        for plan in plans
        if plan.row.number and not plan.is_known
    ]
    MatchNumber.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["provider", "number"],
        update_fields=["match", "changed_at"],
    )
