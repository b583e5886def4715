"""Which quotes can stand alone, in large type, apart from the text (domain §4.6)."""

from django.utils.translation import gettext as _

from .models import Quote

LONGEST = 120


def words_for(quote: Quote, language: str) -> str:
    """What readers of `language` would get; "" where there is nothing yet."""
    if quote.language == language:
        return quote.text
    return quote.translation_into(language)


def refusals(quote: Quote) -> list[str]:
    """Why it cannot be pulled, in any language; [] when it can."""
    if quote.kind == Quote.Kind.PARTIAL:
        return [_("Part of a sentence does not stand alone: it is no pull quote.")]
    return []


def warnings(quote: Quote, language: str) -> list[str]:
    """What an editor should know before pulling it."""
    length = len(words_for(quote, language))
    if length <= LONGEST:
        return []
    said = _("%(length)s characters: a pull quote has at most %(most)s.")
    return [said % {"length": length, "most": LONGEST}]
