from django import template
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from matches import dates, notation, rounds
from matches import status_words as states

register = template.Library()


@register.filter
def clock(event):
    return notation.clock(event, language=get_language())


@register.filter
def event_suffix(event):
    return notation.event_suffix(event, language=get_language())


@register.filter
def scorer(goal):
    """“Mbemba 20e”, “Mancini 82' (og)”."""
    language = get_language()
    name = goal.person.label if goal.person else goal.get_type_display()
    written = [name, notation.clock(goal, language=language)]
    return " ".join([*written, notation.event_suffix(goal, language=language)]).strip()


@register.filter
def status_words(match):
    return states.status_words(match, language=get_language())


@register.filter
def decided(match):
    return notation.decided(match, language=get_language())


@register.filter
def aggregate(tie):
    return notation.aggregate(tie, language=get_language())


@register.filter
def spoken_score(match):
    """“Marseille 1, Atalanta 1”: what a screen reader says of a score."""
    if not match.final_score:
        return f"{match.home.label} – {match.away.label}"
    home, away = match.final_score
    spoken = f"{match.home.label} {home}, {match.away.label} {away}"
    if not match.shootout:
        return spoken
    kicks = _("%(score)s on penalties") % {"score": match.shootout}
    return f"{spoken}, {kicks}"


@register.filter
def shootout_word(kick):
    return notation.shootout_kick(kick, language=get_language())


@register.filter
def round_name(match):
    return rounds.round_name(match, language=get_language())


@register.filter
def local_hour(match):
    """The hour of kick-off on the venue's clock."""
    return dates.hour(match.kickoff_at, language=get_language(), zone=match.zone)


@register.filter
def kickoff(match):
    return dates.kickoff(match, language=get_language())


@register.filter
def long_day(day):
    return dates.day(day, language=get_language(), weekday=True)


@register.filter
def short_day(day):
    return dates.day(day, language=get_language())


@register.filter
def webcal(path):
    """The address that a device hands to its calendar, which asks over HTTP."""
    return f"webcal://{settings.SITE_URL.partition('://')[2]}{path}"


@register.filter
def grouped(number):
    """Thousands apart: a narrow space in French, a comma in English."""
    return f"{number:,}".replace(",", "\u202f" if get_language() == "fr" else ",")
