from zoneinfo import ZoneInfo

from django import template
from django.conf import settings
from django.template.defaultfilters import linebreaksbr
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.emoji import pieces
from articles.rendering import PostBlock, QuoteBlock
from matches import dates, notation

register = template.Library()


@register.filter
def quote_block(quote):
    return QuoteBlock.of(quote, language=get_language())


@register.filter
def post_block(post):
    return PostBlock.of(post, language=get_language())


@register.filter
def tongue(record):
    """The language of a quote or a post, inside a sentence: “italien”, “Italian”."""
    name = str(record.get_language_display())
    return name.lower() if get_language() == "fr" else name


@register.filter
def role_line(membership):
    """“entraîneur de l’OM”, “Marseille head coach”."""
    language = get_language()
    role = membership.get_role_display()
    team = membership.team
    if language == "fr":
        return f"{role} {notation.of_team(team, language=language)}"
    return f"{team.label} {role}"


@register.filter
def years(membership):
    """“2024”, “2021–2024”, “2024–”; empty when no date is known."""
    first, last = (
        str(day.year) if day else ""
        for day in (membership.started_on, membership.ended_on)
    )
    return first if first == last else f"{first}–{last}"


@register.filter
def occasion_line(quote):
    """“press conference, 2 May 2024”."""
    occasion = str(quote.Occasion(quote.occasion).label)
    if quote.broadcaster:
        occasion = f"{occasion} ({quote.broadcaster})"
    if not quote.said_on:
        return occasion
    return f"{occasion}, {dates.day(quote.said_on, language=get_language())}"


@register.filter
def read_aloud(text):
    """A post's words as markup; its ornaments are for the eyes alone."""
    return format_html_join(
        "",
        "{}",
        (
            [silent(piece) if piece.is_ornament else linebreaksbr(piece.text)]
            for piece in pieces(text)
        ),
    )


def silent(piece):
    return format_html('<span aria-hidden="true">{}</span>', piece.text)


@register.filter
def posted(post):
    """When it was posted, as exactly as the desk knows."""
    if post.posted_at:
        return edition_time(post.posted_at)
    return dates.day(post.posted_on, language=get_language())


@register.filter
def link_label(post):
    """Says where the link leads: not every post can be found by its address."""
    network = {"network": post.get_provider_display()}
    if post.original:
        return _("See it on %(network)s") % network
    if post.picture_code:
        return _("Its picture on %(network)s") % network
    return _("The account on %(network)s") % network


@register.filter
def edition_time(moment):
    """Day and hour in the zone of the page's readers."""
    language = get_language()
    zone = ZoneInfo(settings.EDITION_TIME_ZONES[language])
    return dates.day_and_hour(moment, language=language, zone=zone)


@register.filter
def edition_day(moment):
    language = get_language()
    zone = ZoneInfo(settings.EDITION_TIME_ZONES[language])
    return dates.day(moment.astimezone(zone), language=language)


@register.filter
def iso(moment):
    """RFC 3339 with the newsroom’s offset, for machines."""
    return moment.astimezone(timezone.get_default_timezone()).isoformat()
