"""Who can be named in a match: the line-ups, then the squads."""

from matches.models import Appearance, Match, Membership

PARTS = (Appearance.Part.STARTER, Appearance.Part.BENCH)


def people(match: Match) -> dict[str, list[dict]]:
    """Side → who can be named: the line-up in its order, then the rest of the squad."""
    return {side: players(match, getattr(match, side)) for side in ("home", "away")}


def players(match, team):
    sheet = match.appearances.filter(team=team, part__in=PARTS)
    sheet = sheet.select_related("person").order_by("order", "pk")
    found = {a.person_id: told(a.person, a.shirt_number, a.part) for a in sheet}
    squad = Membership.objects.filter(team=team, role=Membership.Role.PLAYER)
    squad = squad.order_by("shirt_number", "person__sort_name").select_related("person")
    for member in squad.valid_on(match.kickoff_on) if match.kickoff_on else squad:
        line = told(member.person, member.shirt_number, "squad")
        found.setdefault(member.person_id, line)
    return sorted(found.values(), key=lambda person: ORDER.index(person["part"]))


def told(person, number, part):
    return {
        "id": person.pk,
        "name": person.label,
        "full": person.full_name,
        "number": number,
        "part": part,
    }


ORDER = [*PARTS, "squad"]
