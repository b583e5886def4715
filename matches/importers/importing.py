"""Rows into matches: all of a file or nothing, and twice the same as once.

A match is known again by its season, stage, teams and matchday, so its date may move.
What a file does not say erases nothing; what an editor corrected by hand
(`locked_fields`) is kept.
"""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils.translation import override

from matches.corrections import IMPORT
from matches.models import Competition, Match, Season

from . import legs
from .plans import Planner
from .rows import Refused, Row
from .teams import Teams


@dataclass
class Report:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    details: list[str] = field(default_factory=list)

    def __str__(self):
        return (
            f"{self.created} created, {self.updated} updated, "
            f"{self.unchanged} unchanged, {self.refused} refused"
        )


def import_rows(
    rows: list[Row],
    *,
    season: Season,
    zone: ZoneInfo | None = None,
    aliases: dict[str, str] | None = None,
    dry_run: bool = False,
) -> Report:
    """Brings the matches of `season` to what `rows` tell; raises Refused.

    Times are read in `zone`, else the competition's. `aliases` maps spellings to
    known team names (see `teams`). A dry run reports the same and keeps nothing.
    """
    with transaction.atomic():
        one_at_a_time()
        season = Season.objects.select_related("competition").get(pk=season.pk)
        report = bring(rows, season, zone or season.competition.zone, aliases or {})
        if dry_run:
            transaction.set_rollback(True)
    return report


def one_at_a_time():
    """Two imports at once could both make the team that neither finds."""
    list(Competition.objects.select_for_update().order_by("pk"))


def bring(rows, season, zone, aliases):
    teams = Teams()
    teams.settle(spellings(rows), aliases)
    planner = Planner(season=season, zone=zone, teams=teams)
    plans = planner.plan(rows)
    legs.join(plans, season=season)
    refuse_shootouts(plans)
    report = Report()
    for plan in sorted(plans, key=lambda plan: plan.moment):
        carry_out(plan, report)
    return report


def spellings(rows):
    """Each spelling with the place where it is first met."""
    places = {}
    for row in rows:
        places.setdefault(row.home, f"{row.place}.team1")
        places.setdefault(row.away, f"{row.place}.team2")
    return places


def refuse_shootouts(plans):
    """A shoot-out follows a draw, or a second leg that leaves the tie level."""
    firsts = {p.wanted["tie_id"]: p for p in plans if p.wanted.get("leg") == 1}
    reasons = [
        f"{plan.row.place}.score.p: a shoot-out comes only after a draw"
        for plan in plans
        if plan.row and plan.row.shootout
        if not plan.is_level_after(firsts.get(plan.wanted.get("tie_id")))
    ]
    if reasons:
        raise Refused(*reasons)


def carry_out(plan, report):
    changed, kept = plan.differences()
    report.details += [f"{plan.title}: {name} kept as corrected" for name in kept]
    if not plan.match.pk:
        report.created += 1
    elif changed:
        report.updated += 1
        report.details.append(f"{plan.title}: {', '.join(changed)} updated")
    elif plan.row:
        report.unchanged += 1
    if changed or not plan.match.pk:
        save(plan)


def save(plan):
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
