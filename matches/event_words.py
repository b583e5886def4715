"""The words of a timeline's line: what happened, and what explains it."""

from django.utils.translation import gettext as _

from .models import MatchEvent, Person

# A label by its member: `get_…_display` translates the whole list of choices.
Type, Reason, Outcome = MatchEvent.Type, MatchEvent.Reason, MatchEvent.Outcome

REASONS = set(Reason.values)


def is_struck(event: MatchEvent) -> bool:
    """It was given, or celebrated, and counts no more."""
    return bool(event.cancelled_by) or event.type == Type.GOAL_DISALLOWED


def title(event: MatchEvent) -> str:
    """What happened, in a word or two."""
    if event.type in {*MatchEvent.GOALS, Type.GOAL_DISALLOWED}:
        return _("Goal")  # “(og)” and “(pen)” follow the name
    if event.type == Type.VAR_CHECK and event.reason:
        return _("VAR")
    return str(Type(event.type).label)


def protagonist(event: MatchEvent) -> Person | None:
    """Whom it is about: of a substitution, who comes on."""
    if event.type == Type.SUBSTITUTION:
        return event.second_person
    return event.person


def details(event: MatchEvent, *, language: str) -> list[str]:
    """Who else had a part in it, why it does not count, what the desk adds."""
    note = getattr(event, f"note_{language}")
    found = [explanation(event), cancelled(event), note]
    return [words for words in found if words]


def explanation(event):
    return EXPLANATIONS.get(event.type, goal)(event)


def goal(event):
    if event.type in MatchEvent.GOALS and event.second_person:
        return _("assisted by %(name)s") % {"name": event.second_person.label}
    return ""


def substitution(event):
    words = [_("for %(name)s") % {"name": event.person.label}] if event.person else []
    return ", ".join([*words, *reason(event)])


def disallowed(event):
    return because(_("Goal disallowed"), *reason(event))


def check(event):
    outcome = [str(Outcome(event.outcome).label)] if event.outcome else []
    return because(*reason(event), *outcome)


def added_time(event):
    if not event.announced:
        return ""
    return _("at least %(number)s min") % {"number": event.announced}


def because(*words):
    """What comes after the colon explains what stands before it."""
    if len(words) < 2:
        return "".join(words)
    return _("%(what)s: %(why)s") % {"what": words[0], "why": words[1]}


def reason(event):
    if event.reason in REASONS:
        return [str(Reason(event.reason).label)]
    return [event.reason] if event.reason else []


def cancelled(event):
    """“goal disallowed by the VAR”, “cancelled by the referee”."""
    if not event.cancelled_by:
        return ""
    by = str(MatchEvent.CancelledBy(event.cancelled_by).label)
    if event.type in MatchEvent.GOALS:
        why = [*reason(event), by]
        return because(_("Goal disallowed"), ", ".join(why))
    return _("cancelled %(by)s") % {"by": by}


EXPLANATIONS = {
    Type.SUBSTITUTION: substitution,
    Type.GOAL_DISALLOWED: disallowed,
    Type.VAR_CHECK: check,
    Type.ADDED_TIME: added_time,
}
