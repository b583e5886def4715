from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Language
from articles.templatetags.words import role_line
from matches import dates


class QuoteColumns:
    """What a list tells of a quote; goes before ModelAdmin."""

    @admin.display(description=_("words"), ordering="text")
    def words(self, quote):
        text = quote.text if len(quote.text) < 91 else f"{quote.text[:90]}…"
        return format_html('<span lang="{}">{}</span>', quote.language, text)

    @admin.display(description=_("speaker"), ordering="speaker__sort_name")
    def who(self, quote):
        return format_html(
            '{} <span class="board-meta">{}</span>', quote.speaker, self.role(quote)
        )

    @admin.display(description=_("match"), ordering="said_on")
    def said(self, quote):
        match, day = quote.match, quote.said_on
        sides = f"{match.home.label} – {match.away.label}" if match else ""
        when = dates.day(day, language=get_language()) if day else ""
        return format_html('{} <span class="board-meta">{}</span>', sides, when)

    @admin.display(description=_("languages"), ordering="language")
    def tongues(self, quote):
        """The one it was spoken in, then those that readers of the desk have."""
        owed = [code for code in Language.values if code != quote.language]
        others = format_html_join(" ", "{}", ((tongue(quote, code),) for code in owed))
        return format_html(
            '<b class="tongue">{}</b> {}', quote.language.upper(), others
        )

    @admin.display(description=_("verification"), ordering="verification")
    def state(self, quote):
        code, label = quote.verification, quote.get_verification_display()
        if quote.is_off_record:
            code, label = "off-record", gettext("Off the record")
        return format_html('<span class="badge badge--{}">{}</span>', code, label)

    @admin.display(description=_("shown in"))
    def places(self, quote):
        releases = {(embed.release_id, embed.language) for embed in quote.shown}
        languages = [language for _release, language in releases]
        counts = ((languages.count(code), code) for code in Language.values)
        told = ((count, code.upper()) for count, code in counts if count)
        return format_html_join(" ", '<span class="badge">{} {}</span>', told) or "–"

    @admin.display(description=_("role on that day"))
    def role(self, quote):
        return role_line(quote.membership) if quote.membership else "–"


def tongue(quote, language):
    """A language it was not spoken in: there, or owed."""
    if quote.is_ready_for(language):
        return language.upper()
    owed = gettext("%(language)s missing") % {"language": language.upper()}
    return format_html('<span class="badge badge--missing">{}</span>', owed)
