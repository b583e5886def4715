from django import template
from django.utils.translation import get_language

from articles.admin import state
from articles.cards import score_line as score_line_of

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
def score_line(match):
    return score_line_of(match, get_language())
