from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from matches import notation

register = template.Library()


@register.filter
def tie_goal(goal):
    """“Atalanta, Scamacca, 11', first leg: 0-1 on aggregate”."""
    language = get_language()
    tie, event = goal.leg.tie, goal.event
    team = tie.team_a if goal.by_first else tie.team_b
    facts = {
        "team": notation.name(team, language=language),
        "scorer": scorer(event, language),
        "leg": _("first leg") if goal.leg.leg == 1 else _("second leg"),
        "score": f"{goal.goals_a}-{goal.goals_b}",
    }
    return _("%(team)s, %(scorer)s, %(leg)s: %(score)s") % facts


def scorer(event, language):
    known = [event.person.label] if event.person else []
    minute = notation.clock(event, language=language)
    suffix = notation.event_suffix(event, language=language)
    return " ".join([*known, minute, suffix]).strip()


@register.filter
def minus(number, other):
    return number - other
