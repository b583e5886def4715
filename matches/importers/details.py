"""Goals, cards, line-ups and officials, brought to what a file tells.

Those of an earlier import are replaced when they differ. As soon as a person added,
changed or took away one of a match, the desk's stay, and the report says so.
"""

from collections import defaultdict

from simple_history.utils import bulk_create_with_history

from matches.corrections import IMPORT
from matches.models import Appearance, MatchEvent
from matches.status_machine import UNDERWAY, UNPLAYED

from .people import People

AHEAD = {*UNPLAYED, *UNDERWAY}
SPLIT_AT = 500  # matches asked about at once


def bring(plans: list, report) -> None:
    """Writes what happened in the matches of `plans` that are saved."""
    told = [plan for plan in plans if plan.row.incidents or plan.row.parts]
    told = [plan for plan in told if not plan.is_known]
    for start in range(0, len(told), SPLIT_AT):
        bring_some(told[start : start + SPLIT_AT], report)


def bring_some(plans, report):
    people = People(plans[0].row.source)
    people.settle([named for plan in plans for named in names_in(plan)])
    wanted = [(plan, events_of, MatchEvent) for plan in plans if plan.row.incidents]
    wanted += [(plan, appearances_of, Appearance) for plan in plans if plan.row.parts]
    for model in (MatchEvent, Appearance):
        told = [(p, rows(p, people)) for p, rows, kind in wanted if kind is model]
        replace(model, told, report)
    note_line_ups(plans)


def note_line_ups(plans):
    """When line-ups came out: of a match already over, nobody knows any more."""
    for plan in plans:
        starts = any(part.part == Appearance.Part.STARTER for part in plan.row.parts)
        if starts and plan.match.status in AHEAD and not plan.match.lineups_at:
            plan.match.lineups_at = plan.at
            plan.match._change_reason = IMPORT
            plan.match.save()


def names_in(plan):
    for incident in plan.row.incidents:
        team = team_of(plan, incident.side)
        yield incident.name, incident.known_as, team
        yield incident.second_name, incident.second_known_as, team
    for part in plan.row.parts:
        yield part.name, part.known_as, team_of(plan, part.side)


def team_of(plan, side):
    return {"home": plan.match.home, "away": plan.match.away}.get(side)


def events_of(plan, people):
    events = []
    for sequence, incident in enumerate(plan.row.incidents, start=1):
        team = team_of(plan, incident.side)
        find = people.find
        event = MatchEvent(match=plan.match, team=team, type=incident.type)
        event.period, event.minute, event.added = incident.minute
        event.sequence = min(sequence, 32767)
        event.source = plan.row.source
        event.person_id = incident.name and find(incident.name, incident.known_as, team)
        event.person_id = event.person_id or None
        second = incident.second_name, incident.second_known_as
        event.second_person_id = (second[0] and find(*second, team)) or None
        if not event.person_id:
            event.note_fr = event.note_en = incident.name
        events.append(event)
    return events


def appearances_of(plan, people):
    found = {}
    for order, part in enumerate(plan.row.parts, start=1):
        team = team_of(plan, part.side)
        person = people.find(part.name, part.known_as, team)
        if person and (person, part.part) not in found:
            found[person, part.part] = Appearance(
                match=plan.match,
                person_id=person,
                team=team,
                part=part.part,
                shirt_number=part.shirt,
                position=part.position,
                order=order,
            )
    return list(found.values())


COMPARED = {
    MatchEvent: (
        "type",
        "period",
        "minute",
        "added",
        "team_id",
        "person_id",
        "second_person_id",
        "note_fr",
        "note_en",
    ),
    Appearance: ("part", "team_id", "person_id", "shirt_number", "position"),
}
NOUNS = {MatchEvent: "events", Appearance: "line-ups and officials"}


def replace(model, told, report):
    """Puts each match's `model` rows in the place of those of the last import."""
    matches = [plan.match.pk for plan, _rows in told]
    stored = defaultdict(list)
    for row in model.objects.filter(match__in=matches).order_by("pk"):
        stored[row.match_id].append(row)
    touched = touched_by_hand(model, matches)
    fresh = []
    for plan, rows in told:
        old = stored[plan.match.pk]
        if sorted(map(compared, old)) == sorted(map(compared, rows)):
            continue
        if plan.match.pk in touched:
            report.keep(plan, f"{NOUNS[model]} kept as corrected")
            continue
        take_away(old)
        fresh += rows
        report.change(plan, [NOUNS[model]])
    bulk_create_with_history(fresh, model, default_change_reason=IMPORT)


def take_away(rows):
    for row in rows:
        row._change_reason = IMPORT
        row.delete()


def compared(row):
    return tuple(str(getattr(row, name) or "") for name in COMPARED[type(row)])


def touched_by_hand(model, matches):
    """The matches of which a person wrote, changed or deleted a row."""
    by_hand = model.history.filter(match_id__in=matches)
    by_hand = by_hand.exclude(history_change_reason=IMPORT)
    return set(by_hand.values_list("match_id", flat=True))
