"""How a match stands, in each language's own words (domain §1.3); never translated.

"À venir", "Mi-temps", "Terminé (a.p.)", "Reprogrammé au 9 mai 2024" · "Upcoming",
"Half-time", "Full time (aet)", "Rearranged for 9 May 2024".
"""

from . import dates
from .models import Match

Status, Phase, Mode = Match.Status, Match.Phase, Match.ResultMode

TO_BE_CONFIRMED = {"fr": "Date à confirmer", "en": "TBC"}
REARRANGED = {"fr": "Reprogrammé au {day}", "en": "Rearranged for {day}"}
STATUSES = {
    Status.SCHEDULED: {"fr": "À venir", "en": "Upcoming"},
    Status.DELAYED: {"fr": "Coup d’envoi retardé", "en": "Kick-off delayed"},
    Status.LIVE: {"fr": "En direct", "en": "Live"},
    Status.SUSPENDED: {"fr": "Interrompu", "en": "Suspended"},
    Status.POSTPONED: {"fr": "Reporté", "en": "Postponed"},
    Status.ABANDONED: {"fr": "Arrêté définitivement", "en": "Abandoned"},
    Status.CANCELLED: {"fr": "Annulé", "en": "Cancelled"},
}
PHASES = {
    Phase.FIRST_HALF: {"fr": "1re période", "en": "First half"},
    Phase.HALF_TIME: {"fr": "Mi-temps", "en": "Half-time"},
    Phase.SECOND_HALF: {"fr": "2e période", "en": "Second half"},
    Phase.EXTRA_TIME_BREAK: {"fr": "Avant la prolongation", "en": "Before extra time"},
    Phase.EXTRA_TIME: {"fr": "Prolongation", "en": "Extra time"},
    Phase.EXTRA_TIME_HALF_TIME: {
        "fr": "Mi-temps de la prolongation",
        "en": "Half-time of extra time",
    },
    Phase.EXTRA_TIME_SECOND: {
        "fr": "Prolongation, 2e période",
        "en": "Extra time, second half",
    },
    Phase.SHOOTOUT: {"fr": "Tirs au but", "en": "Penalty shoot-out"},
}
RESULTS = {
    Mode.REGULATION: {"fr": "Terminé", "en": "Full time"},
    Mode.EXTRA_TIME: {"fr": "Terminé (a.p.)", "en": "Full time (aet)"},
    Mode.PENALTIES: {"fr": "Terminé (t.a.b.)", "en": "Full time (pens)"},
    Mode.AWARDED: {"fr": "Sur tapis vert", "en": "Awarded"},
    Mode.WALKOVER: {"fr": "Forfait", "en": "Walkover"},
}


def status_words(match: Match, *, language: str) -> str:
    """What a reader is told of how `match` stands; never empty."""
    if match.result_mode:
        return RESULTS[match.result_mode][language]
    if match.status == Status.LIVE and match.phase:
        return PHASES[match.phase][language]
    if match.status == Status.SCHEDULED:
        return scheduled(match, language=language)
    return STATUSES[match.status][language]


def scheduled(match, *, language):
    if match.is_rescheduled and match.kickoff_on:
        day = dates.day(match.kickoff_on, language=language)
        return REARRANGED[language].format(day=day)
    if match.kickoff_precision != "datetime":
        return TO_BE_CONFIRMED[language]
    return STATUSES[Status.SCHEDULED][language]
