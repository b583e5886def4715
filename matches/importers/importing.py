"""Rows into matches: all of a file or nothing, and twice the same as once.

A match is known again by its season, stage, teams and matchday, so its date may move.
What a file does not say erases nothing; what an editor corrected by hand
(`locked_fields`) is kept.
"""

from zoneinfo import ZoneInfo

from django.db import transaction

from matches.models import Competition, Season

from . import details, legs, saving
from .planner import Planner
from .reports import Report
from .rows import Refused, Row
from .teams import Teams


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
    plans = Planner(season=season, zone=zone, teams=teams).plan(rows)
    legs.join(plans, season=season)
    refuse_shootouts(plans)
    plans.sort(key=lambda plan: plan.moment)
    report = Report(remarks=list(getattr(rows, "remarks", ())))
    saving.save(*sorted_out(plans, report))
    named = [plan for plan in plans if plan.row]
    details.bring(named, report)
    saving.number(named)
    return report


def spellings(rows):
    """Each spelling with the place where it is first met."""
    places = {}
    for row in rows:
        places.setdefault(row.home, row.at("home"))
        places.setdefault(row.away, row.at("away"))
    return places


def sorted_out(plans, report):
    """The plans that make a match, and those that change one."""
    created, updated = [], []
    for plan in plans:
        changed, kept = plan.differences()
        for remark in (*(plan.row.notes if plan.row else ()), *plan.remarks, *kept):
            report.keep(plan, remark)
        if plan.row:
            report.named.add(id(plan))
        if not plan.match.pk:
            report.create(plan)
            created.append(plan)
        elif changed:
            report.change(plan, changed)
            updated.append(plan)
    return created, updated


def refuse_shootouts(plans):
    """A shoot-out follows a draw, or a second leg that leaves the tie level."""
    firsts = {p.wanted["tie_id"]: p for p in plans if p.wanted.get("leg") == 1}
    reasons = [
        f"{plan.row.at('shootout')}: a shoot-out comes only after a draw"
        for plan in plans
        if plan.row and plan.row.shootout
        if not plan.is_level_after(firsts.get(plan.wanted.get("tie_id")))
    ]
    if reasons:
        raise Refused(*reasons)
