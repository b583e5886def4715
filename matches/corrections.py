"""What a person corrects of a match, no later import overwrites."""

from .models import Match

IMPORT = "import"
SCORES = [
    f"{period}_{side}"
    for period in ("half_time", "full_time", "extra_time", "shootout")
    for side in ("home", "away")
]
PLACE = {"group", "tie", "leg", "matchday", "kickoff_at", "kickoff_on", "venue"}
DETAILS = {"attendance", "home_formation", "away_formation"}
IMPORTED = {*PLACE, *DETAILS, "status", *SCORES, "awarded_to", "is_walkover"}
UNKNOWN = (None, "", Match.Status.SCHEDULED)
DECIDED = (Match.Status.CANCELLED, Match.Status.ABANDONED, Match.Status.AWARDED)


def lock(match: Match, changed: list[str]) -> None:
    """Marks, of the fields `changed` by hand, those whose imported value they replace.

    A field given its imported value back is open again; one that the import left
    unknown stays open, so that live entry never stands in the way of a result.
    """
    last = match.history.filter(history_change_reason=IMPORT).first()
    locked = set(match.locked_fields)
    for name in IMPORTED & set(changed):
        if last and is_correction(match, last, name):
            locked |= both_sides(name)
        else:
            locked -= both_sides(name)
    match.locked_fields = sorted(locked)


def is_correction(match, last, name):
    column = match._meta.get_field(name).attname
    imported, now = getattr(last, column), getattr(match, column)
    is_decided = name == "status" and now in DECIDED
    return imported != now and (is_decided or imported not in UNKNOWN)


def both_sides(name):
    """A score is corrected as a whole."""
    period, _, side = name.rpartition("_")
    return {f"{period}_home", f"{period}_away"} if name in SCORES else {name}


def unlock(match: Match) -> None:
    match.locked_fields = []
    match.save()
