from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.admin import state
from articles.cards import change_url
from articles.cards import score_line as score_line_of
from articles.diff import word_diff as word_diff_of
from articles.models import Quote
from matches import past

register = template.Library()


@register.simple_tag
def badge(edition):
    """The state of an edition, as the desk marks it."""
    return state.badge(edition)


@register.filter
def desk_title(edition):
    """Its title in its language, else the article's."""
    title = getattr(edition.article, f"title_{edition.language}")
    return title or str(edition.article)


@register.filter
def what_changed(record):
    """Why an edition asks for a second look: one of its quotes or matches."""
    if isinstance(record, Quote):
        state = record.get_verification_display().lower()
        told = {"speaker": record.speaker, "state": state}
        return _("a quote of %(speaker)s (%(state)s)") % told
    line = score_line_of(record, get_language())
    before = getattr(record, "confirmed_facts", None)
    changes = past.differences(before, record) if before else []
    return f"{line} ({', '.join(changes)})" if changes else line


@register.filter
def desk_url(record):
    """Where the desk changes it."""
    return change_url(record)


@register.filter
def score_line(match):
    return score_line_of(match, get_language())


@register.simple_tag
def word_diff(before, after):
    return word_diff_of(before, after)
