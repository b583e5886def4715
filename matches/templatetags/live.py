"""What a live page says of its clock, and when to ask again."""

import json

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from matches import clock, notation

register = template.Library()


@register.simple_tag
def running_clock(match) -> dict | None:
    """What ticks on in the browser: words now, since when, and how to go on."""
    running = clock.clock_of(match)
    language = get_language()
    words = clock.clock_words(match, language=language, at=timezone.now())
    if not (running and words):
        return None
    return {
        "words": words,
        "since": running.since,
        "before": running.before,
        "last": running.last,
        "patterns": json.dumps(clock.WORDS[language]),
    }


@register.filter
def kicks(match) -> str:
    """“4-2 on pens”, below the score of the match."""
    return notation.kicks(match, language=get_language())


@register.filter
def first_day(match):
    """The day a match was set for before it got its date; None of most."""
    if not match.is_rescheduled:
        return None
    first = match.original_kickoff_at
    if first:
        return first.astimezone(match.zone).date()
    return match.original_kickoff_on
